"""Choosing a party, and one's own sheet."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Container, Horizontal, VerticalScroll

from game.content.models import Party, Scenario
from game.session.session import Session
from game.session.setting import Setting
from game.session.views import OwnView, SheetView, View, WishView
from game.ui.coach_counsel import standing
from game.ui.counting import FieldCounted, count_field
from game.ui.keys import bindings
from game.ui.local import LocalGame
from game.ui.request import PlayRequest
from game.ui.screens.page import Page
from game.ui.screens.room import Room
from game.ui.widgets.bench import Bench, Name
from game.ui.widgets.canvas import Canvas
from game.ui.widgets.sheet import DOTS, GAP, RULE, Block, Desk, Sheet, head, item, pair, text, title

LEANINGS = "+ for the meeting, o torn, - against it, . not said"


class Choose(Page):
    """Twenty-six places, one is yours."""

    place = "choose"
    heading = "Choose a party"
    BINDINGS = bindings("choose")

    def __init__(self, scenario: Scenario, request: PlayRequest) -> None:
        super().__init__()
        self.scenario = scenario
        self.request = request
        preset = request.preset or scenario.frame.default_preset
        wall = LocalGame(Session(Setting(scenario, preset, 0))).view(None, 0)
        self.marks = {party.id: party.stance for party in wall.parties}
        self.parties = {party.id: party for party in scenario.parties}

    def body(self) -> ComposeResult:
        """The list, and the sheet of the one in hand."""
        names = [
            Name(each.id, each.name, each.short, self.marks[each.id], each.hook)
            for each in self.scenario.parties
        ]
        with Horizontal():
            with Container(id="list"):
                yield Bench(names)
                yield Desk([GAP, text(LEANINGS, "faint")])
            with VerticalScroll(classes="sheet", id="about", can_focus=False):
                yield Sheet()

    def on_mount(self) -> None:
        """The list has the cursor, on an undecided seat."""
        bench = self.query_one(Bench)
        bench.in_hand = self._torn(None) or bench.in_hand
        bench.focus()
        self._about()

    def head(self) -> tuple[str, str, str, str]:
        """Which scenario."""
        count = f"{len(self.parties)} places, one is yours"
        return self.heading, count, "", self.scenario.frame.title

    def next_step(self) -> tuple[str, ...]:
        """Take it."""
        return "Undecided seats decide the game: try one.", "Take this seat"

    def press_next(self) -> None:
        """Take the seat in hand."""
        chosen = self.query_one(Bench).in_hand
        if chosen:
            self.committee.start(self.request, (chosen,))

    def action_take(self) -> None:
        """Take the seat in hand."""
        self.press_next()

    def on_canvas_pointed(self, event: Canvas.Pointed) -> None:
        """Enter, or a second click, takes the seat."""
        if isinstance(event.canvas, Bench):
            self.press_next()

    def on_places_moved(self) -> None:
        """Another party in hand."""
        self._about()

    def action_surprise(self) -> None:
        """The next seat that is torn."""
        bench = self.query_one(Bench)
        bench.take_in_hand(self._torn(bench.in_hand) or self.scenario.frame.parties[0])

    def action_more(self) -> None:
        """Read on."""
        self.query_one("#about", VerticalScroll).scroll_page_down()

    def _torn(self, after: str | None) -> str | None:
        ids = list(self.parties)
        begin = ids.index(after) + 1 if after in ids else 0
        turned = ids[begin:] + ids[:begin]
        return next((each for each in turned if self.marks[each] in "o."), None)

    def _about(self) -> None:
        party = self.parties.get(self.query_one(Bench).in_hand or "")
        if party is not None:
            place = self.scenario.frame.parties.index(party.id) + 1
            sheet = self.query_one("#about Sheet", Sheet)
            sheet.lay(public_sheet(party, place, len(self.parties)))
            self.query_one("#about", VerticalScroll).scroll_home(animate=False)


def public_sheet(party: Party, place: int, places: int) -> list[Block]:
    """What stands on the outside of a sheet, before the seat is taken."""
    return [
        title(party.name, f"{place} of {places}", "faint"),
        text(f"{party.party}, {party.seat}", "soft"),
        RULE,
        text(party.hook, "bold ink"),
        GAP,
        pair("Play it if", party.play_it_if),
        pair("Influence", _degree(party.influence.value), "soft"),
        pair("At stake", _degree(party.salience.value), "soft"),
        DOTS,
        text(" ".join(party.public.split("\n\n")[0].split())),
        *_rest(party.public),
    ]


def _rest(public: str) -> list[Block]:
    blocks: list[Block] = []
    for paragraph in public.split("\n\n")[1:]:
        blocks += [GAP, text(" ".join(paragraph.split()), "soft")]
    return blocks


def _degree(value: int) -> str:
    full = (value * 12 + 50) // 100
    word = "small" if value < 34 else "fair" if value < 67 else "large"
    return f"{'▄' * full}{'▁' * (12 - full)} {word}"


class OwnSheet(Room):
    """Your own sheet: secret, for your eyes."""

    place = "party"
    heading = "Your sheet"
    BINDINGS = bindings("party")

    def compose_body(self, view: View) -> ComposeResult:
        """What you are told; under it, or beside it where there is room, what you want and have."""
        with Horizontal():
            with VerticalScroll(classes="sheet", id="own"):
                yield Sheet(id="told")
                yield Sheet(id="under", classes="only-narrow")
            with VerticalScroll(id="wants", classes="only-medium"):
                yield Desk()

    def on_mount(self) -> None:
        """Arrows scroll at once."""
        self.query_one("#own").focus()
        count_field(self.app, self.play)

    def on_field_counted(self, message: FieldCounted) -> None:
        """Say how far the count is, and then where one stands."""
        self.show_if_laid()

    def refresh_view(self, view: View) -> None:
        """Lay both sheets."""
        if view.own is None:
            return
        stands = standing(view, self.play.field)
        among = [text(stands, "soft"), GAP] if stands else []
        wants = [*among, *wanted(view.own.sheet, view), GAP, *_had(view.own, view)]
        lay_sheet(self, view, wants)


def lay_sheet(page: Room, view: View, wants: list[Block]) -> None:
    """Lay what the seat is told, and what it wants beside it or under it."""
    own = view.own
    if own is None:
        return
    name = next(each for each in view.parties if each.id == own.party).full_name
    page.query_one("#told", Sheet).lay(told(own.sheet, name))
    page.query_one("#under", Sheet).lay([DOTS, *wants, GAP])
    page.query_one("#wants Desk", Desk).lay([GAP, *wants, GAP])


def told(sheet: SheetView, full_name: str) -> list[Block]:
    """What the seat is told: the instruction it drew, and what everybody knows of it."""
    return [
        GAP,
        title(sheet.name, "secret: for your eyes"),
        text(f"{full_name}, {sheet.seat}", "soft"),
        RULE,
        *_paragraphs(sheet.text),
        GAP,
        head("In public"),
        *_paragraphs(sheet.public, "soft"),
        GAP,
    ]


def wanted(sheet: SheetView, view: View) -> list[Block]:
    """Objectives with what they count now, red lines, and how to go about it."""
    names = {party.id: party.name for party in view.parties}
    now = f"{view.own.score_now} points now" if view.own else ""
    blocks: list[Block] = [
        head("What you want", now),
        *(
            item(wish.text, f"{wish.counts} of {wish.points}", "+" if wish.holds else "·")
            for wish in sheet.objectives
        ),
        GAP,
    ]
    blocks += [_red(line, first=n == 0) for n, line in enumerate(sheet.red_lines)]
    if sheet.offers:
        blocks.append(
            pair("You offer", ". ".join(each.rstrip(". ") for each in sheet.offers) + ".")
        )
    blocks += [
        pair("Write to" if n == 0 else "", f"{names.get(party, party)}. {why}")
        for n, (party, why) in enumerate(sheet.write_first)
    ]
    blocks += [pair("Leverage", _lever(each, names)) for each in sheet.leverage]
    if sheet.sources:
        blocks.append(pair("Sources", "; ".join(sheet.sources), "faint", "faint"))
    return blocks


def _red(line: WishView, *, first: bool) -> Block:
    crossed = " Crossed as things stand." if line.holds else ""
    said = f"-{abs(line.points)}: {line.text}{crossed}"
    return pair("Red line" if first else "", said, "bold ink", "bold no")


def _lever(lever: tuple[str, str, int], names: dict[str, str]) -> str:
    patron, client, weight = lever
    return f"{names.get(patron, patron)} on {names.get(client, client)}, {weight} of 100."


def _paragraphs(words: str, token: str = "ink") -> list[Block]:
    blocks: list[Block] = []
    for paragraph in words.split("\n\n"):
        blocks += [text(" ".join(paragraph.split()), token), GAP]
    return blocks[:-1]


def _couriers(own: OwnView) -> str:
    return f"{own.couriers_left} of {own.couriers} left" if own.couriers else "none now"


def _had(own: OwnView, view: View) -> list[Block]:
    blocks = [
        head("What you have"),
        pair("Couriers", _couriers(own), label_token="soft"),
        pair("Standing", str(own.standing), label_token="soft"),
        pair("Mandate", f"{own.tokens} tokens, secret", label_token="soft"),
        GAP,
        head("Pledges"),
    ]
    mine = [pledge for pledge in view.pledges if pledge.mine]
    if not mine:
        blocks.append(text("None made, none received.", "soft"))
    blocks += [item(f"{pledge.sentence} {pledge.state}.") for pledge in mine]
    return blocks
