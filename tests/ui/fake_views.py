"""Parts of a view, built by hand from the scenario that is shipped."""

from functools import cache
from typing import Any

from game.content.loader import find, load
from game.session import views as v

CLAUSE = "main_c02"


@cache
def scenario():
    return load(find("july-1964"))


def party_views(seat):
    made = []
    for number, party in enumerate(scenario().parties):
        stance: Any = "+o-."[number % 4]
        made.append(
            v.PartyView(
                id=party.id,
                name=party.name,
                short=party.short,
                code=party.code,
                full_name=party.party,
                convener=party.id == "ussr",
                stance=stance,
                stance_words={
                    "+": "comes",
                    "o": "comes if",
                    "-": "stays away",
                    ".": "has not said",
                }[stance],
                player="Lena" if party.id == seat else ("Mats" if number % 5 == 0 else None),
                sealed=False,
                presence="seated" if number % 4 != 2 else "away",
                reply="away"
                if number % 4 == 2
                else (
                    "observe"
                    if number % 9 == 4
                    else ("attend_reserved" if number % 7 == 5 else "attend")
                ),
                delegation=("Bat Erdene", "Dolgor Tsend"),
                standing=40 + party.influence.value // 5,
                rank=number + 1,
                influence=party.influence.value,
                groups=tuple(party.groups),
                positions=tuple((a, n.value) for a, n in party.positions.items()),
                affinity=100 if party.id == seat else 20,
                pledges_kept=4,
                breaches=number % 2,
                last_said="asked for March and got December." if number % 3 == 0 else "",
            )
        )
    return tuple(made)


def option_view(term, number, option, own):
    held = list(option.held_by)
    firm = ["flexible", "firm", "condition"]
    return v.OptionView(
        id=option.id,
        letter="abcdef"[number],
        title=option.title,
        text=option.text,
        listed=number < 3,
        in_draft=option.id == term.letter,
        by_letter=option.id == term.letter,
        by_default=option.id == term.default,
        backers=tuple(v.Backer(p, firm[n % 3]) for n, p in enumerate(held)),
        held_by=tuple(option.held_by),
        poll_for=11 - 3 * number,
        poll_against=4 + number,
        mine=number == own,
        distance=10 * number,
        red=number == len(term.options) - 1,
    )


def term_views():
    made = []
    for number, term in enumerate(scenario().terms):
        options = tuple(
            option_view(term, n, option, number % 2) for n, option in enumerate(term.options)
        )
        said = {b.party for option in options for b in option.backers}
        silent = tuple(p.id for p in scenario().parties if p.id not in said)
        yes = tuple(b.party for b in options[0].backers)
        no = tuple(b.party for option in options[1:] for b in option.backers)
        made.append(
            v.TermView(
                id=term.id,
                number=number + 1,
                title=term.title,
                question=term.question,
                paragraph=term.paragraph,
                played=number != 11,
                contested=number % 3 != 2,
                options=options,
                silent=silent,
                draft=term.letter,
                verdict=[None, term.letter, options[1].id][number % 3],
                overruled=False,
                operative=None,
                strip=v.Strip(yes, silent, no, 14),
                sentence="A will needs 14 of 26. b lacks eight: five are silent, and three back a.",
            )
        )
    return tuple(made)


def pledge_view(number, by, to, sentence, state, *, mine=False):
    return v.PledgeView(
        f"p{number}", by, to, sentence, "private", "the poll of round 3", state, mine, True
    )


def letter(number, sender, to, kind, sentence, words="", pledge=None, **more):
    given = {"acceptable": False, "accepted": False, "sent_by_me": False} | more
    subjects = {"call": "asks to come", "pledge": "a bargain", "persuade": "on Date"}
    return v.LetterView(
        id=f"l{number}",
        entry=number,
        when="round 2",
        sender=sender,
        to=to,
        kind=kind,
        sentence=sentence,
        words=words,
        pledge=pledge,
        sender_record="Of 4 pledges proven, Poland kept 4.",
        subject=subjects.get(kind, "only words"),
        **given,
    )


def letter_views(seat):
    offer = pledge_view(
        1,
        "poland",
        seat,
        "Poland will vote for Begin anyway on If some stay away if Mongolia sponsors 1 March.",
        "offered",
    )
    return (
        letter(
            1, "ussr", seat, "call", "The USSR asks you to come.", "Your delegation is awaited."
        ),
        letter(
            2,
            "poland",
            seat,
            "pledge",
            offer.sentence,
            "We would come in March, and with more friends. Help us to say so together.",
            offer,
            acceptable=True,
        ),
        letter(3, "cuba", seat, "words", "Words only.", "We remember who spoke first."),
        letter(4, seat, "bulgaria", "persuade", "On the date: 1 March 1965.", "", sent_by_me=True),
    )


def floor(stage="ballot"):
    clause = scenario().documents[0].clauses[1]
    forms = []
    for number, form in enumerate(clause.formulations):
        forms.append(
            v.FormulationView(
                id=form.id,
                letter="abcdef"[number],
                text=form.text,
                place=float(number),
                between=False,
                barred=False,
                is_text=number == 0,
                is_letter_line=number == 0,
                on_table=number in (0, 2, 4),
                first_sponsor="poland" if number == 2 else None,
                sponsors=("poland", "hungary") if number == 2 else (),
                tabled_by=("poland",) if number == 2 else (),
                line_of=tuple(form.line_of),
                put={4: 1, 2: 2}.get(number),
                distance=12 * number,
                nearest=number == 0,
                red=number == 4,
            )
        )
    return v.FloorView(
        document="main",
        clause=clause.id,
        number=2,
        topic=clause.topic,
        dispute=clause.dispute,
        stage=stage,
        scale=tuple(forms),
        text=forms[0].id,
        to_bracket=("cuba",),
        to_divide=(),
        divided=False,
        order_of_putting="e is put first, then c; then the text.",
        passes="Needs 10 if all 19 vote. Ten against defeat it.",
    )


def document_views(seat="mongolia"):
    made = []
    status = ["carried", "on_floor", "bracketed", "not_opened"]
    for doc in scenario().documents:
        clauses = []
        for number, clause in enumerate(doc.clauses):
            state = status[number % 4] if doc.id == "main" else "not_opened"
            forms = clause.formulations
            clauses.append(
                v.ClauseView(
                    id=clause.id,
                    number=number + 1,
                    topic=clause.topic,
                    status=state,
                    margin={"carried": "=", "on_floor": "+", "bracketed": "-", "not_opened": "."}[
                        state
                    ],
                    formulation=forms[0].id,
                    text=forms[1].text if state != "not_opened" else forms[0].text,
                    before=forms[0].text,
                    rivals=(forms[0].text, forms[-1].text) if state == "bracketed" else (),
                    how={
                        "carried": "carried, 13 for, 4 against, 2 abstain",
                        "bracketed": "bracketed: no option had ten",
                    }.get(state, ""),
                    sponsors=("poland", "hungary") if state == "on_floor" else (),
                    reservations=("usa", "syria") if state == "carried" else (),
                )
            )
        made.append(
            v.DocumentView(
                id=doc.id,
                title=doc.title,
                what=doc.what,
                on_agenda=doc.id in ("main", "communique"),
                status="open" if doc.id in ("main", "communique") else "not_put",
                clauses=tuple(clauses),
                signatures=(("ussr", "signed"), ("poland", "reserved")) if doc.id == "main" else (),
                sentence="Open for signature. Signed by a third of those seated, it stands.",
                red=doc.id == "communique",
            )
        )
    return tuple(made)


def role_sheet():
    wish = v.WishView("o1", "The committee begins.", 30, holds=True, counts=30)
    line = v.WishView("r1", "Never sit in a counter-meeting in Peking.", 20, holds=False, counts=0)
    return v.SheetView(
        "mongolia",
        "Mongolia",
        "Ulan Bator",
        "between two neighbours",
        "",
        "",
        "Be useful.",
        "",
        (wish,),
        (line,),
        ("a certain vote",),
        (("poland", "it bargains"),),
        (("ussr", "mongolia", 70),),
        (),
    )
