"""What holds of every rule and every procedure (3.2-3.5), over drawn rules and rolls."""

from hypothesis import given
from hypothesis import strategies as st

from game.rules.world import CONSENSUS, FURTHEST, PAIRWISE, SUCCESSIVE
from tests.rules.hall import Bloc, Put, carried, rule, share

PARTIES = 9
AMOUNTS = st.lists(st.integers(0, 50), min_size=PARTIES, max_size=PARTIES).filter(any)
ROLLS = st.text("y-rn. ", min_size=PARTIES, max_size=PARTIES)


@st.composite
def shares(draw):
    over = draw(st.integers(1, 12))
    number = draw(st.integers(0, over))
    base = draw(st.sampled_from(["members", "present", "voting"]))
    count = draw(st.sampled_from(["heads", "weight", "population"]))
    return share(number, over, base, count=count, strict=number < over and draw(st.booleans()))


RULES = st.builds(
    lambda criteria, most, veto: rule(*criteria, most_against=most, veto=veto),
    st.lists(shares(), min_size=1, max_size=3),
    st.none() | st.integers(0, PARTIES),
    st.lists(st.sampled_from([f"p{number}" for number in range(PARTIES)]), max_size=2),
)


def changed(roll, place, mark):
    return roll[:place] + mark + roll[place + 1 :]


@given(RULES, ROLLS, AMOUNTS, AMOUNTS, st.integers(0, PARTIES - 1))
def test_3_2_one_more_for_never_defeats_what_carries(decision, roll, weight, population, place):
    """Whether the one was against, abstained, or had not been seated at all."""
    amounts = {"weight": weight, "population": population}
    if carried(decision, roll, **amounts) and roll[place] != " ":
        assert carried(decision, changed(roll, place, "y"), **amounts)


@given(RULES, ROLLS, AMOUNTS, AMOUNTS, st.integers(0, PARTIES - 1))
def test_3_2_one_less_against_never_defeats_what_carries(decision, roll, weight, population, place):
    amounts = {"weight": weight, "population": population}
    if carried(decision, roll, **amounts) and roll[place] == "n":
        assert carried(decision, changed(roll, place, "-"), **amounts)


@given(RULES, AMOUNTS, AMOUNTS)
def test_3_2_all_members_for_carry_under_every_rule(decision, weight, population):
    assert carried(decision, "y" * PARTIES, weight=weight, population=population)


@given(RULES, ROLLS, AMOUNTS, AMOUNTS)
def test_3_3_less_than_a_third_for_never_carries(decision, roll, weight, population):
    seated = sum(mark not in ". " for mark in roll)
    if carried(decision, roll, weight=weight, population=population):
        assert 3 * roll.count("y") >= seated
        assert "y" in roll


OPTIONS = 4
PROCEDURES = st.sampled_from([FURTHEST, SUCCESSIVE, PAIRWISE, CONSENSUS])


@st.composite
def questions(draw):
    orders = st.permutations(range(OPTIONS)).map(lambda order: " ".join(map(str, order)))
    bloc = st.builds(
        Bloc,
        st.integers(1, 4),
        st.text("y-rn", min_size=OPTIONS, max_size=OPTIONS),
        orders,
        st.booleans(),
    )
    return Put(
        decision=rule(share(1, 2, strict=True), most_against=draw(st.none() | st.integers(0, 5))),
        blocs=draw(st.lists(bloc, min_size=1, max_size=6)),
        places=draw(st.lists(st.integers(0, 100), min_size=OPTIONS, max_size=OPTIONS)),
        draft=draw(st.integers(0, OPTIONS - 1)),
        procedure=draw(PROCEDURES),
        parts=draw(st.sampled_from([None, {2: (0, 1)}])),
        divide=draw(st.booleans()),
        fallback=draw(st.booleans()),
        low_end=draw(st.booleans()),
    )


@given(questions(), st.data())
def test_3_4_a_mark_for_the_text_adopted_does_not_unseat_it(vote, data):
    adopted = vote.adopted()
    if adopted < 0:
        return
    place = data.draw(st.integers(0, len(vote.blocs) - 1))
    bloc = vote.blocs[place]
    vote.blocs[place] = Bloc(
        bloc.parties, changed(bloc.marks, adopted, "y"), bloc.order, bloc.seated
    )
    assert vote.adopted() == adopted


@given(questions())
def test_3_4_whatever_is_adopted_carries_on_the_marks_or_nobody_is_against(vote):
    result = vote.result()
    adopted = int(result.adopted[0])
    if adopted < 0:
        return
    parts = (vote.parts or {}).get(adopted)
    put = parts if vote.divide and parts and not result.carries[0, adopted] else (adopted,)
    unopposed = vote.procedure == CONSENSUS and result.votes[0, adopted, 1] == 0
    assert unopposed or all(result.carries[0, option] for option in put)
