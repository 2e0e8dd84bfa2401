"""The brief: read the sheet, answer two questions on it, say who will come."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from textual.app import ComposeResult
from textual.containers import Container, Horizontal, VerticalScroll

from game.saves.errors import SaveError
from game.session.views import SheetView, View
from game.ui.keys import Key, bindings, rows
from game.ui.screens.party import lay_sheet, wanted
from game.ui.screens.room import Room
from game.ui.widgets.bench import Bench, Name
from game.ui.widgets.canvas import Canvas
from game.ui.widgets.menu import Menu, Row
from game.ui.widgets.sheet import GAP, Desk, Sheet, text, title

COMES, AWAY = "+", "-"
STEP_KEYS = (("scroll",), ("answer", "give_answer"), ("guess", "turn_mark", "to_next"))
TRIES = 2  # wrong answers to a question before the right one is shown


@dataclass(frozen=True, slots=True)
class Check:
    """A question on the sheet, and the one answer that stands there."""

    question: str
    answers: tuple[tuple[str, str], ...]
    right: str
    why: str


class Brief(Room):
    """Four steps: the sheet, two questions, the forecast."""

    place = "brief"
    heading = "The brief"
    BINDINGS = bindings("brief")

    def __init__(self) -> None:
        super().__init__()
        self.step = 0
        self.wrong = ""
        self.tries = 0
        self.comes: set[str] = set()
        self.checks: tuple[Check, ...] = ()

    def compose_body(self, view: View) -> ComposeResult:
        """One part a step; the others are hidden."""
        self.checks = checks(view)
        self.comes = {party.id for party in view.parties if party.stance in "+o"}
        with Horizontal(id="read"):
            with VerticalScroll(classes="sheet", id="own"):
                yield Sheet(id="told")
                yield Sheet(id="under", classes="only-narrow")
            with VerticalScroll(id="wants", classes="only-medium"):
                yield Desk()
        with Container(classes="sheet", id="check"):
            yield Sheet(id="asked")
            yield Menu(ground="sheet")
            yield Sheet(id="said")
        with VerticalScroll(id="forecast", can_focus=False):
            yield Desk(id="lead")
            yield Bench(notes=False)

    def refresh_view(self, view: View) -> None:
        """Show the step one is at."""
        parts = ("#read", "#check", "#forecast")
        shown = parts[0 if self.step == 0 else 2 if self.step > len(self.checks) else 1]
        for part in parts:
            self.query_one(part).display = part == shown
        if self.step == 0:
            self._read(view)
        elif self.step <= len(self.checks):
            self._ask(self.checks[self.step - 1])
        else:
            self._forecast(view)

    def _read(self, view: View) -> None:
        if view.own is not None:
            lay_sheet(self, view, wanted(view.own.sheet, view))
            self.query_one("#own").focus()

    def _ask(self, check: Check) -> None:
        number = f"{self.step} of {len(self.checks)}"
        asked = [GAP, title("Check", number, "faint"), GAP, text(check.question, "bold ink"), GAP]
        self.query_one("#asked", Sheet).lay(asked)
        self.query_one("#said", Sheet).lay([GAP, text(self.wrong, "no")] if self.wrong else [])
        menu = self.query_one(Menu)
        if {row.id for row in menu.rows} != {id_ for id_, _ in check.answers}:
            menu.offer(Row(id_, said) for id_, said in check.answers)
        if self.passed_over:
            menu.in_hand = check.right
            menu.redraw()
        menu.focus()

    def _forecast(self, view: View) -> None:
        lead = f"{len(self.comes)} of {len(view.parties)} come, you say. Enter turns a mark."
        self.query_one("#lead", Desk).lay(
            [GAP, text("Who will come? It is kept for the end.", "bold ink"), text(lead), GAP]
        )
        bench = self.query_one(Bench)
        fresh = not bench.names
        bench.offer(
            Name(party.id, party.name, party.short, COMES if party.id in self.comes else AWAY)
            for party in view.parties
        )
        if fresh:
            bench.in_hand = view.parties[0].id
            bench.focus()

    def on_canvas_pointed(self, event: Canvas.Pointed) -> None:
        """An answer, or a mark turned."""
        if isinstance(event.canvas, Menu):
            self.answer(event.spot)
        elif isinstance(event.canvas, Bench):
            self.comes ^= {event.spot}
            self.show()

    @property
    def passed_over(self) -> bool:
        """Whether the right answer is shown, because it was missed often enough."""
        return self.tries >= TRIES

    def answer(self, id_: str) -> None:
        """Right goes on; wrong says where it stands; after some tries anything goes on."""
        check = self.checks[self.step - 1]
        if id_ == check.right or self.passed_over:
            self.wrong, self.tries, self.step = "", 0, self.step + 1
        else:
            self.wrong, self.tries = check.why, self.tries + 1
        self.show()

    def stage(self, view: View) -> str:
        """Which step."""
        return f"step {self.step + 1} of {len(self.checks) + 2}"

    def next_of(self, view: View) -> tuple[str, ...]:
        """One sentence a step."""
        if self.step == 0:
            return "Read your sheet. Two questions follow.", "I have read it"
        if self.step <= len(self.checks):
            if self.passed_over:
                return "The answer in hand is the right one. Go on.", "Go on"
            return "Choose the answer that stands on your sheet.", "Answer"
        return "Mark who will come. Tab, then Enter, opens the hall.", "To the hall"

    def press_next(self) -> None:
        """The next step."""
        if self.step == 0:
            self.step = 1
            self.show()
        elif self.step <= len(self.checks):
            chosen = self.query_one(Menu).in_hand
            if chosen:
                self.answer(chosen)
        else:
            self.close()

    def close(self) -> None:
        """Keep the forecast and open the hall."""
        try:
            self.play.foretell(tuple(sorted(self.comes)))
        except SaveError as fault:
            self.notify(str(fault), title="Not kept", severity="error", markup=False, timeout=20)
        self.committee.leave_cards()

    def key_rows(self) -> list[Key]:
        """Only what helps at this step."""
        step = 0 if self.step == 0 else 1 if self.step <= len(self.checks) else 2
        kept = {*STEP_KEYS[step], "help"}
        return [row for row in rows("brief", "everywhere") if row.id in kept]


def checks(view: View) -> tuple[Check, ...]:
    """Two questions whose answers stand on the sheet."""
    if view.own is None:
        return ()
    sheet = view.own.sheet
    found = (_whom(sheet, view), _never(sheet))
    return tuple(check for check in found if check is not None)


def _whom(sheet: SheetView, view: View) -> Check | None:
    if not sheet.write_first:
        return None
    names = {party.id: party.name for party in view.parties}
    wise = [party for party, _ in sheet.write_first if party in names]
    others = [party for party in names if party not in {*wise, sheet.party}]
    if not wise or not others:
        return None
    right = wise[0]
    some = others[:: max(1, len(others) // 3)][:3]
    answers = _ordered((id_, names[id_]) for id_ in (right, *some))
    why = f"The sheet says: {names[right]}. {sheet.write_first[0][1]}"
    return Check("Whom does your sheet tell you to write to first?", answers, right, why)


def _never(sheet: SheetView) -> Check | None:
    if not sheet.red_lines or not sheet.objectives:
        return None
    line = sheet.red_lines[0]
    wishes = [(wish.id, wish.text) for wish in sheet.objectives[:3]]
    why = f"The sheet says, in red: {line.text}"
    answers = _ordered([(line.id, line.text), *wishes])
    return Check("Which of these is your red line?", answers, line.id, why)


def _ordered(answers: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """By what they say, so that the right one stands anywhere."""
    return tuple(sorted(answers, key=lambda answer: answer[1]))
