"""Puzzles: the list of them, and one that is begun or decided."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Center, Horizontal, VerticalScroll

from game.content.puzzles import Puzzle
from game.session.views import View
from game.ui import begin
from game.ui.keys import Key, bindings, rows
from game.ui.pages.puzzle import difficulty, hint, task, verdict
from game.ui.screens.page import Page
from game.ui.screens.room import Room, seat_name
from game.ui.widgets.canvas import Canvas
from game.ui.widgets.menu import Menu, Row
from game.ui.widgets.puzzle import HOLDS
from game.ui.widgets.sheet import GAP, RULE, Block, Sheet, head, item, text, title


class Puzzles(Page):
    """All puzzles of a scenario, those solved ticked."""

    place = "puzzles"
    heading = "Puzzles"
    BINDINGS = bindings("puzzles")

    def __init__(self, scenario: str | None = None) -> None:
        super().__init__()
        self.scenario = begin.scenario_of(scenario)
        self.names = {party.id: party.name for party in self.scenario.parties}
        self.found = {puzzle.id: puzzle for puzzle in self.scenario.puzzles}

    def body(self) -> ComposeResult:
        """A row a puzzle; the sheet tells the one in hand."""
        with Horizontal():
            with VerticalScroll(id="lengths", can_focus=False):
                yield Menu()
            with VerticalScroll(classes="sheet", id="about"):
                yield Sheet()

    def on_mount(self) -> None:
        """The first row in hand."""
        self.query_one(Menu).focus()

    def show(self) -> None:
        """Tick what was solved, and tell the one in hand."""
        super().show()
        done = self.committee.solved(self.scenario.frame.id)
        self.query_one(Menu).offer(
            Row(each.id, each.title, difficulty(each.difficulty), HOLDS if each.id in done else " ")
            for each in self.found.values()
        )
        self._about()

    def _about(self) -> None:
        puzzle = self.found.get(self.query_one(Menu).in_hand or "")
        if puzzle is not None:
            solved = puzzle.id in self.committee.solved(self.scenario.frame.id)
            self.query_one(Sheet).lay(self._sheet_of(puzzle, solved=solved))

    def _sheet_of(self, puzzle: Puzzle, *, solved: bool) -> list[Block]:
        length = next(p for p in self.scenario.frame.presets if p.id == puzzle.preset)
        return [
            GAP,
            title(puzzle.title, "solved" if solved else "", "yes"),
            text(f"{self.names[puzzle.party]}. {length.title}.", "soft"),
            RULE,
            text(" ".join(puzzle.task.split())),
            GAP,
            head("Goal"),
            *(item(aim.text) for aim in puzzle.goal),
        ]

    def on_places_moved(self) -> None:
        """Another row in hand."""
        self._about()

    def on_canvas_pointed(self, event: Canvas.Pointed) -> None:
        """A puzzle was taken."""
        if event.canvas is self.query_one(Menu):
            self.press_next()

    def next_step(self) -> tuple[str, ...]:
        """Begin the one in hand."""
        if not self.found:
            return "This scenario has no puzzles.", ""
        done = len(self.committee.solved(self.scenario.frame.id) & set(self.found))
        return f"{done} of {len(self.found)} solved. Take one; it can be begun again.", "Begin"

    def press_next(self) -> None:
        """Begin the one in hand."""
        if chosen := self.query_one(Menu).in_hand:
            self.committee.try_puzzle(chosen)


class PuzzleSheet(Room):
    """The puzzle of the game in progress: its task, or its verdict."""

    place = "puzzle"
    heading = "Puzzle"
    BINDINGS = bindings("puzzle")

    def __init__(self) -> None:
        super().__init__()
        self.hinted = False

    def compose_body(self, view: View) -> ComposeResult:
        """A sheet on the table."""
        with Center(id="baize"), VerticalScroll(id="letter"):
            yield Sheet()

    def refresh_view(self, view: View) -> None:
        """The task while it is open, the verdict once it is decided."""
        tried = view.puzzle
        if tried is None:
            return
        told = verdict if tried.over else task
        blocks = told(tried, seat_name(view))
        if self.hinted or (tried.over and not tried.solved):
            blocks += hint(tried)
        self.query_one(Sheet).lay([*blocks, GAP])

    def next_of(self, view: View) -> tuple[str, ...]:
        """On to the game."""
        if view.puzzle is None or not view.puzzle.over:
            where = "Your sheet is under {go_party}, and this one under {goal}."
            return self.spelled(where), "To the hall"
        if view.aftermath is not None:
            return "Read how it ended, or begin again.", "The aftermath"
        return "It is decided. Begin again, or see what comes of it.", "Play on"

    def press_next(self) -> None:
        """On to the game, or to its end."""
        if self.play.seat is not None:
            self.play.briefed.add(self.play.seat)
        self.committee.go_on()

    def action_hint(self) -> None:
        """Show what may help."""
        self.hinted = True
        self.show()

    def action_retry(self) -> None:
        """Begin the same puzzle again."""
        if self.view.puzzle is not None:
            self.committee.try_puzzle(self.view.puzzle.id)

    def action_others(self) -> None:
        """To the list of puzzles."""
        self.committee.open_page("puzzles")

    def key_rows(self) -> list[Key]:
        """Those of the page, and help."""
        return [*rows("puzzle"), *(row for row in rows("everywhere") if row.id == "help")]
