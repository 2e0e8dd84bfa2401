"""The explorer: dials at the left, and beside them what thousands of model games make of them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll

from game.content.models import Scenario
from game.explorer.explore import Exploration
from game.explorer.sharing import Shared
from game.explorer.shown import CAVEAT
from game.explorer.telling import Explored
from game.ui import begin
from game.ui.counting import busy, count, stop
from game.ui.keys import Key, bindings
from game.ui.pages import explorer as charts
from game.ui.pages import explorer_about as about
from game.ui.pages.explorer_dials import SEED, Dial, groups
from game.ui.pages.explorer_games import Games
from game.ui.pages.explorer_setting import SIDES, Setting
from game.ui.screens.card import Card
from game.ui.screens.explorer_ask import ExportTo, ShareCode
from game.ui.screens.explorer_charts import SHEETS, TALL, WIDE, Charts, Sheet
from game.ui.screens.page import Page
from game.ui.screens.pick import Pick
from game.ui.screens.pick import Row as Choice
from game.ui.widgets.canvas import Canvas
from game.ui.widgets.chart_games import Changed
from game.ui.widgets.chart_tabs import Tabs
from game.ui.widgets.dials import DialRow, Dials
from game.ui.widgets.menu import Menu, Row
from game.ui.widgets.sheet import Desk

NO_VALUE = "-"  # stands for an unset dial in a list of values


class Explorer(Page):
    """A setting and its model games; another setting beside it on the same draws."""

    place = "explorer"
    heading = "Explorer"
    BINDINGS = bindings("explorer")
    GAMES = 10_000

    def __init__(self, scenario: Scenario, shared: Shared | None = None) -> None:
        super().__init__()
        self.setting = Setting(scenario)
        if shared is not None:
            self.setting = self.setting.taken(shared)
        self.games, self.step = Games(), 1
        self.plan: Exploration | None = None
        self.found: Explored | None = None
        self.sheet = 0
        self.groups = groups(scenario)
        self.dials = {dial.key: dial for group in self.groups for dial in group.dials}

    # --- what lies on the page ---

    def body(self) -> ComposeResult:
        """The names of the charts, and below them dials and charts."""
        yield Tabs()
        with Horizontal(id="explored"):
            with VerticalScroll(id="dials", can_focus=False):
                yield Dials()
                yield Desk(id="record")
            yield Charts()

    def on_mount(self) -> None:
        """The dials have the cursor."""
        self.query_one(Dials).focus()

    def on_screen_resume(self) -> None:
        """Count on; under another page nothing is counted."""
        super().on_screen_resume()
        self.begin()

    def on_screen_suspend(self) -> None:
        """Stop counting; what was counted stays."""
        self.plan = None
        stop(self.app)

    def on_resize(self) -> None:
        """Other charts may stand together."""
        super().on_resize()
        self.sheet = min(self.sheet, len(self.sheets) - 1)
        self.show_if_laid()

    # --- counting ---

    def begin(self) -> None:
        """Play the setting anew; what was played of it before is at hand at once."""
        self.plan = self.games.plan(self.setting, self.GAMES)
        self._expect()
        self._count(self.plan)

    def _count(self, plan: Exploration) -> None:
        count(self.app, self.games.pictures(plan), partial(self._hear, plan))

    def _expect(self) -> None:
        """Whoever turns the dial in hand turns it on, or back."""
        if self.dial is not None:
            ways = (self.step, -self.step)
            self.games.expect((self.setting.turned(self.dial, way) for way in ways), self.GAMES)

    def _hear(self, plan: Exploration, found: Explored) -> None:
        """Another picture; one of a setting that was turned away from is not shown."""
        if plan is self.plan:
            self.found = found
            self.draw_charts()

    def change(self, setting: Setting) -> None:
        """Another setting."""
        self.setting = setting
        self.begin()
        self.show()

    # --- showing ---

    @property
    def sheets(self) -> tuple[Sheet, ...]:
        """The charts that stand together at this size."""
        width, height = self.app.size
        return SHEETS[width >= WIDE, height >= TALL]

    def show(self) -> None:
        """Dials, charts, strip."""
        super().show()
        dials = self.query_one(Dials)
        dials.set(list(self._rows()), self.setting.at)
        self.query_one("#record", Desk).lay(about.record(self.setting))
        self.draw_charts()

    def _rows(self) -> Iterator[Row]:
        for group in self.groups:
            yield Row("", group.title)
            yield from (self._row(dial) for dial in group.dials)

    def _row(self, dial: Dial) -> DialRow:
        setting = self.setting
        other = setting.word(dial, 1) if setting.other is not None else ""
        moved = setting.value(dial, setting.at) != dial.usual and dial.key != SEED
        return DialRow(dial.key, dial.title, setting.word(dial, 0), other=other, moved=moved)

    def draw_charts(self) -> None:
        """How far the count is, and the charts of the sheet in hand."""
        names = [title for title, _ in self.sheets]
        said = charts.progress(self.found, self.GAMES)
        self.query_one(Tabs).show(names, self.sheet, said, CAVEAT)
        self.query_one(Charts).show(self.sheets[self.sheet][1], self.found)

    def head(self) -> tuple[str, str, str, str]:
        """The scenario, the length of the game, and the seed."""
        frame = self.setting.scenario.frame
        return self.heading, frame.title, self.setting.preset(0).title, f"seed {self.setting.seed}"

    def next_step(self) -> tuple[str, ...]:
        """What the dial in hand is about, and what to do with the two settings."""
        return self._about(), "Set B beside A" if self.setting.other is None else "Changed games"

    def _about(self) -> str:
        """Where the dial in hand stands, in full, what it is about, and how it was in fact."""
        dial = self.dial
        if dial is None:
            return "Turn a dial."
        fact = f" In fact: {dial.word(dial.fact)}." if dial.fact else ""
        return f"{self.setting.word(dial, self.setting.at)}. {dial.about}{fact}"

    def press_next(self) -> None:
        """Set another setting beside this one; then to the games that change."""
        if self.setting.other is None:
            self.action_side()
        else:
            self.action_games()

    def key_rows(self) -> list[Key]:
        """Its own keys first."""
        return sorted(super().key_rows(), key=lambda row: row.where[0] != self.place)

    def remark(self) -> str:
        """Which side the dials turn."""
        return "" if self.setting.other is None else f"the dials turn {SIDES[self.setting.at]}"

    # --- dials ---

    @property
    def dial(self) -> Dial | None:
        """The dial in hand."""
        return self.dials.get(self.query_one(Dials).in_hand or "")

    def on_dials_turned(self, event: Dials.Turned) -> None:
        """A dial is turned."""
        self.step = event.step
        self.change(self.setting.turned(self.dials[event.id], event.step))

    def on_places_moved(self) -> None:
        """Another dial in hand: the strip says what it is about, and it may be turned next."""
        super().show()
        self._expect()
        if self.plan is not None and not busy(self.app):
            self._count(self.plan)

    def on_canvas_pointed(self, event: Canvas.Pointed) -> None:
        """A dial, a chart or a game was taken."""
        if isinstance(event.canvas, Tabs):
            self.turn_to(int(event.spot))
        elif isinstance(event.canvas, Dials):
            self._choose(self.dials[event.spot])
        elif isinstance(event.canvas, Menu):
            self.open_game(int(event.spot))

    def _choose(self, dial: Dial) -> None:
        """Choose a value from the list of all."""
        if dial.key == SEED:
            return
        held = self.setting.value(dial, self.setting.at)

        def took(value: str | None) -> None:
            if value is not None:
                self.change(self.setting.put(dial, value.removeprefix(NO_VALUE)))

        choices = [
            Choice(
                value or NO_VALUE,
                "●" if value == held else "",
                dial.word(value),
                _fact(dial, value),
            )
            for value in dial.values
        ]
        self.app.push_screen(Pick(dial.about, choices, held or NO_VALUE), took)

    # --- keys ---

    def turn_to(self, sheet: int) -> None:
        """Other charts."""
        self.sheet = sheet % len(self.sheets)
        self.show()

    def action_next_chart(self) -> None:
        """The next charts."""
        self.turn_to(self.sheet + 1)

    def action_last_chart(self) -> None:
        """The charts before."""
        self.turn_to(self.sheet - 1)

    def action_side(self) -> None:
        """Set B beside A, then turn from one to the other."""
        self.change(self.setting.beside())

    def action_alone(self) -> None:
        """The side in hand alone."""
        self.change(self.setting.alone())

    def action_as_it_comes(self) -> None:
        """The dial in hand as it comes."""
        if self.dial is not None:
            self.change(self.setting.put(self.dial, self.dial.usual or self._usual(self.dial)))

    @staticmethod
    def _usual(dial: Dial) -> str:
        return "1" if dial.key == SEED else ""

    def action_games(self) -> None:
        """To the games that change."""
        self.turn_to(next(n for n, (_, shown) in enumerate(self.sheets) if "games" in shown))
        self.query_one(Changed).focus_list()

    def action_why(self) -> None:
        """What the dial in hand is, and how often each of its values came about."""
        if self.dial is not None:
            self.app.push_screen(Card(about.blocks(self.dial, self.setting, self.found)))

    def action_code(self) -> None:
        """The share code of this, and a line to type another."""
        self.app.push_screen(ShareCode(self.setting), self._open)

    def _open(self, shared: Shared | None) -> None:
        if shared is None:
            return
        if shared.scenario == self.setting.scenario.frame.id:
            self.change(self.setting.taken(shared))
        else:
            self.app.switch_screen(Explorer(begin.scenario_of(shared.scenario), shared))

    def action_export(self) -> None:
        """Write what was found to a file."""
        if self.found is not None:
            self.app.push_screen(ExportTo(self.found))

    def open_game(self, number: int) -> None:
        """One game under both settings."""
        self.committee.open_page("explorer_game", self.setting, number)


def _fact(dial: Dial, value: str) -> str:
    return "So it was in fact." if value and value == dial.fact else ""
