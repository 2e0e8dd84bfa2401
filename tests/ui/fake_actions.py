"""Views, choices and a play that only listens: for the screens that give orders."""

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import game.ui.app
from game.session import orders as o
from game.session import views as v
from game.session.choices import ActChoice, Choices, ItemChoice, LetterChoice
from game.session.follows import Follows
from game.ui.app import CommitteeApp
from game.ui.index import page
from game.ui.request import PlayRequest
from tests.ui.fake_views import (
    CLAUSE,
    document_views,
    floor,
    letter_views,
    party_views,
    role_sheet,
    scenario,
    term_views,
)

POINTS = {
    kind: number
    for number, kind in enumerate(
        [
            "positions",
            "letters",
            "poll",
            "pen",
            "invitation",
            "opening",
            "table",
            "second",
            "ballot",
            "document",
            "meeting",
            "sign",
            "answer",
        ],
        start=7,
    )
}


def view(kind="positions", seat="mongolia", **changes):
    convening = kind == "pen"
    seat = "ussr" if convening else seat
    own = v.OwnView(
        party=seat,
        couriers=3,
        couriers_left=3,
        statement_left=True,
        standing=41,
        rank=14,
        tokens=3,
        leave=False,
        score_now=45,
        sealed=None,
        can_act=True,
        sheet=role_sheet(),
    )
    in_drafting = kind in ("table", "second", "ballot")
    made = v.View(
        scenario="july-1964",
        title="The drafting committee",
        preset="double90",
        seat=seat,
        point=POINTS[kind],
        kind=kind,
        phase="Letters",
        round=2,
        rounds=3,
        date="20 October 1964",
        calendar=(
            v.Phase("brief", "Brief", "past"),
            v.Phase("letters2", "Letters 2", "now", "31 October"),
        ),
        question=v.Question(
            "Absence rule",
            "If some stay away, may the rest begin?",
            passes="Needs 10 of 19 seated. Ten not in favour defeat it.",
            ballot="recorded",
        ),
        next="Mark your sheet, then seal it.",
        waiting=(),
        parties=party_views(seat),
        terms=term_views(),
        letters=letter_views(seat),
        pledges=(),
        floor=floor(kind) if in_drafting else None,
        documents=document_views(),
        legitimacy=v.LegitimacyView(58, (), "Legitimacy 58 if signed now."),
        own=own,
        choices=choices(kind),
        roll=None,
        since=(),
        minutes=(),
        last_entry=40,
        aftermath=None,
    )
    return replace(made, **changes)


def term_items(listed=False, only=None):
    made = []
    for term in scenario().terms:
        options = tuple(option.id for option in term.options)
        if only is None or term.id in only:
            made.append(ItemChoice(term.id, term.title, options[:3] if listed else options))
    return tuple(made)


def clause_items():
    return tuple(
        ItemChoice(c.id, c.topic, tuple(f.id for f in c.formulations))
        for c in scenario().documents[0].clauses
    )


def choices(kind):
    everyone = tuple(p.id for p in scenario().parties if p.id != "mongolia")
    both = (*term_items(), *clause_items())
    acts = tuple(
        ActChoice(k, both) for k in ("vote_for", "vote_against", "abstain", "sponsor", "silent")
    )
    put = ("date", "absence_rule", "decision_rule", "remit")
    scale = tuple(f.id for f in floor().scale)
    more = {
        "positions": {"items": term_items(), "conditions": 2, "counter_call": True},
        "letters": {
            "letters": 3,
            "persuade": term_items(),
            "slots": 2,
            "due_rounds": (2, 3),
            "telegram": True,
            "statements": term_items(),
            "acts": (*acts, ActChoice("attend"), ActChoice("stay_away")),
            "readers": (
                *(LetterChoice(k, everyone) for k in ("persuade", "call", "pledge", "words")),
                LetterChoice("press", ("korea",)),
            ),
        },
        "poll": {"items": term_items(True, put), "accept": ("poland",), "protest": True},
        "pen": {"items": term_items(True, put)},
        "invitation": {"replies": ("attend", "attend_reserved", "observe", "away", "counter_call")},
        "opening": {"items": term_items(True, ("decision_rule",)), "arrive": True},
        "table": {
            "table": scale[1:],
            "motions": ("bracket", "divide"),
            "letters": 1,
            "telegram": True,
            "slots": 2,
            "acts": acts,
            "readers": tuple(LetterChoice(k, everyone) for k in ("persuade", "pledge", "words")),
            "persuade": (ItemChoice(CLAUSE, "Peaceful coexistence", scale),),
        },
        "second": {
            "second": (scale[2],),
            "motions": ("bracket",),
            "accept": ("poland",),
            "telegram": True,
        },
        "ballot": {
            "items": (ItemChoice(CLAUSE, "Peaceful coexistence", (scale[0], scale[2], scale[4])),),
            "walk_out": True,
        },
        "document": {"documents": ("main",), "walk_out": True},
        "meeting": {"items": term_items(True, ("meeting_date", "invitees"))},
        "sign": {"documents": ("main", "communique")},
        "answer": {
            "answers": ("ignore", "accede", "denounce"),
            "documents": ("main", "communique"),
        },
    }[kind]
    return Choices(POINTS[kind], kind, can_act=True, **more)


def draft(kind):
    point = POINTS[kind]
    sheets = {
        each.item: o.Sheet(
            marks={
                each.options[0]: "for",
                each.options[1]: "reserve",
                **dict.fromkeys(each.options[2:], "against"),
            },
            preference=list(each.options),
        )
        for each in choices(kind).items
    }
    made = {
        "positions": lambda: o.PositionsOrder(
            point=point, positions={"date": o.Position(option="march_1965", firmness="firm")}
        ),
        "letters": lambda: o.LettersOrder(
            point=point,
            letters=[
                o.PersuadeLetter(to="poland", item="date", option="march_1965"),
                o.CallLetter(to="cuba"),
            ],
        ),
        "poll": lambda: o.PollOrder(point=point, sheets=sheets, accept=None),
        "pen": lambda: o.PenOrder(point=point, draft={"date": "march_1965"}),
        "invitation": lambda: o.InvitationOrder(point=point, reply="attend"),
        "opening": lambda: o.OpeningOrder(point=point, sheets=sheets),
        "table": lambda: o.TableOrder(point=point, table=floor().scale[2].id),
        "second": lambda: o.SecondOrder(point=point, second=floor().scale[2].id),
        "ballot": lambda: o.BallotOrder(point=point, sheet=next(iter(sheets.values()))),
        "document": lambda: o.DocumentOrder(point=point, mark="for"),
        "meeting": lambda: o.MeetingOrder(point=point, sheets=sheets),
        "sign": lambda: o.SignOrder(point=point, signatures={"main": "sign"}),
        "answer": lambda: o.AnswerOrder(point=point, answer="ignore"),
    }[kind]
    return made()


class Prompt:
    """A game in which nobody looks ahead."""

    paced = thinking = False


@dataclass
class FakePlay:
    """What a screen asks of a game: it keeps the orders it is given."""

    kind: str = "positions"
    given: list[o.Order] = field(default_factory=list)
    seat: str = "mongolia"
    changes: dict[str, object] = field(default_factory=dict)
    drafts: dict[str, list[o.Order]] = field(default_factory=dict)
    sealed: o.Order | None = None
    made: v.View | None = None
    refusal: Exception | None = None
    grave: tuple[str, ...] = ()
    fresh_votes: tuple[v.VoteView, ...] = ()
    game: Any = field(default_factory=Prompt)
    looking: str = ""

    def view(self):
        if self.made is None:
            self.made = view(self.kind, **self.changes)
        assert self.made.own is not None
        return replace(self.made, own=replace(self.made.own, sealed=self.sealed))

    def choices(self):
        return choices(self.kind)

    def draft(self, kind):
        return draft(kind)

    def submit(self, order):
        if self.refusal:
            raise self.refusal
        self.given.append(order)
        self.sealed = order

    def unsubmit(self):
        self.sealed = None

    def follows(self, order):
        if getattr(order, "walk_out", False):
            return Follows(("You leave the hall before the vote.",))
        return Follows(self.grave)

    def explain(self):
        return ["The date matters less than the number."]

    def counselled(self, order):
        return None

    def keep(self, name, order, part=""):
        self.drafts.setdefault(name, []).append(order)

    def kept(self, name):
        kept = self.drafts.get(name)
        return kept[-1] if kept else None

    def take_back(self, name):
        return bool(self.drafts.get(name) and self.drafts[name].pop())

    def room(self):
        return "hall"


class Stage(CommitteeApp):
    """The app with one page of a fake game on it."""

    CSS_PATH = str(Path(game.ui.app.__file__).with_name("game.tcss"))

    def __init__(self, name, kind="positions", lamp="night", **changes):
        play: Any = FakePlay(kind, changes=changes)
        super().__init__(PlayRequest(lamp=lamp), play)
        self.first = name

    def on_mount(self, event):  # type: ignore[override]
        event.prevent_default()
        self.push_screen(page(self.first))


def staged(*arguments, **changes) -> Any:
    """A stage, whose page and play are of kinds the app does not know."""
    return Stage(*arguments, **changes)
