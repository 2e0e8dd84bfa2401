"""The first pages: a new game, one that was kept, the scenarios."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from textual.app import ComposeResult
from textual.containers import Center, Horizontal, VerticalScroll

from game.delegates.difficulty import DIFFICULTIES
from game.ui import begin
from game.ui.keys import bindings
from game.ui.screens.page import Page
from game.ui.widgets.canvas import Canvas
from game.ui.widgets.menu import Menu, Row
from game.ui.widgets.sheet import GAP, RULE, Block, Desk, Sheet, head, item, text, title

MENU = (
    Row("new", "New game", "choose a party of 26"),
    Row("resume", "Resume", "a game that was kept"),
    Row("scenarios", "Scenarios", "other committees, other lengths"),
    Row("puzzles", "Puzzles", "a position, a goal, a few letters"),
    Row("today", "Today's game", "the same deal for everybody today"),
    Row("explorer", "Explorer", "could it have gone otherwise?"),
    Row("settings", "Settings", "lamp, motion, characters, keys"),
    Row("help", "Help", "what this is, and the keys"),
    Row("quit", "Leave", ""),
)
LETTER = (
    "Twenty-six parties are called to Moscow by 15 December, to draft papers for a world meeting. "
    "If some stay away, says paragraph 10, the others are to start without them."
)


class Title(Page):
    """The green table, and a letter on it."""

    place = "title"
    heading = "The drafting committee"
    BINDINGS = bindings("title")

    def body(self) -> ComposeResult:
        """A sheet with the first choice on it."""
        with Center(id="baize"), Center(id="letter"):
            yield Sheet(
                [
                    title("The drafting committee"),
                    text("A letter, Moscow, 30 July 1964", "soft"),
                    RULE,
                    text(LETTER, "ink"),
                    GAP,
                    text("What if seven do not come?", "bold ink"),
                    GAP,
                ]
            )
            yield Menu(MENU, ground="sheet", label=16, airy=True)

    def on_mount(self) -> None:
        """The list has the cursor."""
        self.query_one(Menu).focus()

    def head(self) -> tuple[str, str, str, str]:
        """No seat yet."""
        return self.heading, "", "", ""

    def next_step(self) -> tuple[str, ...]:
        """What one can do here."""
        return "Choose a party, read its sheet, answer the letter.", "New game"

    def press_next(self) -> None:
        """A new game."""
        self.take("new")

    def on_canvas_pointed(self, event: Canvas.Pointed) -> None:
        """A row was taken."""
        if event.canvas is self.query_one(Menu):
            self.take(event.spot)

    def take(self, row: str) -> None:
        """Go where a row leads."""
        app = self.committee
        ways: dict[str, Callable[[], object]] = {
            "new": lambda: app.choose(app.request),
            "resume": lambda: app.open_page("saves"),
            "scenarios": lambda: app.open_page("scenarios"),
            "puzzles": lambda: app.open_page("puzzles"),
            "today": app.play_today,
            "explorer": app.action_explore,
            "settings": app.action_settings,
            "help": app.action_help,
        }
        ways.get(row, app.action_leave)()


class Scenarios(Page):
    """Which committee, how long, and how the machine delegates play."""

    place = "scenarios"
    heading = "Scenarios"
    BINDINGS = bindings("scenarios")

    def __init__(self) -> None:
        super().__init__()
        from game.content.loader import scenario_names

        self.found = {name: begin.scenario_of(name) for name in scenario_names()}
        self.difficulty = "loyal"

    def body(self) -> ComposeResult:
        """A row a length; the sheet says what it is about."""
        with Horizontal():
            with VerticalScroll(id="lengths", can_focus=False):
                yield Menu(self._rows(), airy=True)
            with VerticalScroll(classes="sheet", id="about"):
                yield Sheet()

    def on_mount(self) -> None:
        """The first row in hand."""
        self.difficulty = self.committee.request.difficulty
        self.query_one(Menu).focus()
        self._about()

    def _rows(self) -> list[Row]:
        rows = []
        for name, scenario in self.found.items():
            rows.append(Row("", scenario.frame.title))
            for preset in scenario.frame.presets:
                id_ = f"{name}/{preset.id}"
                rows.append(Row(id_, preset.title, f"{preset.minutes} min"))
            rows.append(Row("", ""))
        return rows

    def _chosen(self) -> tuple[str, str]:
        name, _, preset = (self.query_one(Menu).in_hand or "").partition("/")
        return name, preset

    def _about(self) -> None:
        name, chosen = self._chosen()
        if name not in self.found:
            return
        frame = self.found[name].frame
        preset = next(each for each in frame.presets if each.id == chosen)
        rounds = len(preset.rounds)
        terms = "all terms" if preset.terms == "all" else f"{len(preset.terms)} terms"
        clauses = "all clauses" if preset.clauses == "all" else f"{len(preset.clauses)} clauses"
        self.query_one(Sheet).lay(
            [
                GAP,
                title(frame.title),
                text(frame.subtitle, "soft"),
                RULE,
                head(preset.title, f"{preset.minutes} min"),
                item(f"{rounds} round{'s' if rounds > 1 else ''} of letters"),
                item(terms),
                item(clauses),
                item(self.spelled(f"delegates: {self.difficulty}, {{difficulty}} for others")),
                GAP,
                text(" ".join(frame.summary.split())),
            ]
        )

    def on_places_moved(self) -> None:
        """Another row in hand."""
        self._about()

    def action_difficulty(self) -> None:
        """Another way for the machine delegates to play."""
        ways = DIFFICULTIES
        self.difficulty = ways[(ways.index(self.difficulty) + 1) % len(ways)]
        self._about()

    def on_canvas_pointed(self, event: Canvas.Pointed) -> None:
        """A length was taken: choose a party for it."""
        if event.canvas is self.query_one(Menu):
            self.press_next()

    def next_step(self) -> tuple[str, ...]:
        """On to the parties."""
        return "Choose how long, then a party.", "Choose a party"

    def press_next(self) -> None:
        """On to the parties."""
        name, preset = self._chosen()
        request = replace(
            self.committee.request, scenario=name, preset=preset, difficulty=self.difficulty
        )
        self.committee.choose(request)


class Saves(Page):
    """Games that were kept."""

    place = "saves"
    heading = "Resume"
    BINDINGS = bindings("saves")

    def __init__(self) -> None:
        super().__init__()
        from game.ui.kept import kept

        self.found = kept()

    def body(self) -> ComposeResult:
        """A row a save, the newest first."""
        from game.ui.kept import called, when

        rows = [Row(str(each.path), called(each), when(each.path)) for each in self.found]
        with VerticalScroll(can_focus=False, classes="page"):
            yield Menu(rows) if rows else Desk(_nothing())

    def on_mount(self) -> None:
        """The newest in hand."""
        if self.found:
            self.query_one(Menu).focus()

    def on_canvas_pointed(self, event: Canvas.Pointed) -> None:
        """A save was taken."""
        if isinstance(event.canvas, Menu):
            self.committee.resume(Path(event.spot))

    def action_branches(self) -> None:
        """To the tree of the one in hand."""
        if self.found and (chosen := self.query_one(Menu).in_hand):
            self.committee.open_branches(Path(chosen))

    def next_step(self) -> tuple[str, ...]:
        """Take one up."""
        if not self.found:
            return "Begin a new game: it is kept from its first order on.", ""
        return "Take up a game where it was left.", "Enter"

    def press_next(self) -> None:
        """Take up the one in hand."""
        if self.found and (chosen := self.query_one(Menu).in_hand):
            self.committee.resume(Path(chosen))


def _nothing() -> list[Block]:
    return [text("No game is kept here yet.", "soft")]
