"""The twin counts every golden case as the text does."""

import pytest

from game.content import models
from tests.twin.codes import ABSTAIN, AGAINST, FOR, RESERVE
from tests.twin.voting import (
    Criterion,
    House,
    Question,
    Rule,
    Sheets,
    carries,
    decide,
    in_reach,
    manner,
)
from tests.voting_cases import (
    CONSENSUS,
    DOUBLE,
    MAJORITY,
    OF_MEMBERS,
    ROLLS,
    SIX,
    TEXTS,
    TWO_THIRDS,
)

MARKS = {"y": FOR, "-": ABSTAIN, "r": RESERVE, "n": AGAINST}


def rule_of(data, size, weight=(), population=()):
    """A rule written as in a scenario, over a roll of this size."""
    read = models.Rule.model_validate(data)
    amounts = {"heads": [1] * size, "weight": [*weight], "population": [*population]}
    criteria = [Criterion(amounts[c.count], c.base, c.share, c.strict) for c in read.criteria]
    return Rule(criteria, read.max_against, [int(party[1:]) for party in read.veto])


def house_of(roll):
    """Who is invited and who is seated."""
    return House([letter != " " for letter in roll], [letter not in ". " for letter in roll])


def carried(data, roll, weight=(), population=()):
    """Whether a question carries on a roll."""
    rule = rule_of(data, len(roll), weight, population)
    yes, no = ([letter == which for letter in roll] for which in "yn")
    return carries(rule, house_of(roll), yes, no)


@pytest.mark.parametrize("case", ROLLS, ids=[case.name for case in ROLLS])
def test_roll(case):
    assert carried(case.rule, case.roll, case.weight, case.population) is case.carries


def sheets_of(blocs, options):
    """The sheets of blocs of parties, by option, then party."""
    marks: list[list[int]] = []
    ranks: list[list[int]] = []
    for option in range(options):
        marks.append([])
        ranks.append([])
        for bloc in blocs:
            mark = MARKS[bloc.marks[option]] if option < len(bloc.marks) else ABSTAIN
            rank = -bloc.order.find(str(option)) if str(option) in bloc.order else -99
            marks[option] += [mark] * bloc.heads
            ranks[option] += [rank] * bloc.heads
    return Sheets(marks, ranks)


def question_of(case):
    """The clause of a case, put."""
    here = range(len(case.places))
    return Question(
        case.draft,
        list(case.table),
        distance={option: abs(case.places[option] - case.places[case.draft]) for option in here},
        sponsors={option: case.sponsors[option] for option in here},
        standing={option: case.standing[option] for option in here},
        scale={option: 2 * option for option in here},
        parts={case.draft: list(case.parts)},
        divide=case.divide,
        from_top=case.from_top,
    )


@pytest.mark.parametrize("case", TEXTS, ids=[case.name for case in TEXTS])
def test_text(case):
    size = sum(bloc.heads for bloc in case.blocs)
    house = House([True] * size, [True] * size)
    sheets = sheets_of(case.blocs, len(case.places))
    rule = rule_of(case.rule, size)
    adopted = decide(case.procedure, rule, house, sheets, question_of(case), fallback=case.fallback)
    assert adopted == case.adopted


@pytest.mark.parametrize(
    ("data", "roll", "reached"),
    [
        (MAJORITY, "y" + "." * 25, True),
        (TWO_THIRDS, "y" * 17 + "." * 9, False),
        (TWO_THIRDS, "y" * 18 + "." * 8, True),
        (OF_MEMBERS, "y" * 13 + "." * 13, False),
        (CONSENSUS, "y....", True),
        (MAJORITY, ".....", False),
    ],
)
def test_3_7_a_rule_is_out_of_reach_when_all_those_seated_are_too_few(data, roll, reached):
    assert in_reach(rule_of(data, len(roll)), house_of(roll)) is reached


def test_3_7_weight_can_be_out_of_reach():
    assert not in_reach(rule_of(DOUBLE, 6, SIX), house_of("y...yy"))


@pytest.mark.parametrize(
    ("roll", "expected"),
    [
        ("yyyyyy", 4),
        ("yyyy--", 4),
        ("yyy---", 2),
        ("yyyyrr", 4),
        ("yyyynn", 3),
        ("yyynnr", 2),
        ("yyyyn-....", 3),
    ],
)
def test_7_6_the_manner_of_a_carried_clause(roll, expected):
    sheets = Sheets([[MARKS.get(letter, FOR) for letter in roll]], [[0] * len(roll)])
    assert manner(sheets, house_of(roll), 0) == expected
