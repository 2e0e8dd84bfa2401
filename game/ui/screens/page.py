"""What every page has: the band, a body, the Next strip and the line of keys."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar, cast

from textual.app import ComposeResult
from textual.containers import Container
from textual.screen import Screen

from game.ui.coach import tip_for
from game.ui.keys import Key, bindings, rows, shown
from game.ui.remap import in_use
from game.ui.screens.small import Small, too_small
from game.ui.widgets.band import Band
from game.ui.widgets.canvas import Canvas
from game.ui.widgets.coach import Coach
from game.ui.widgets.footer import KeyLine
from game.ui.widgets.next_strip import NextStrip

if TYPE_CHECKING:
    from game.ui.app import CommitteeApp


class Page(Screen[None]):
    """A page. Subclasses name their place, compose a body and say what to do next."""

    place: ClassVar[str] = "page"  # names its rows in the table of keys
    heading: ClassVar[str] = ""
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (112, "-medium"), (144, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (36, "-tall")]
    AUTO_FOCUS = ""
    BINDINGS = bindings("page")

    @property
    def committee(self) -> CommitteeApp:
        """The application, by its own type."""
        return cast("CommitteeApp", self.app)

    def compose(self) -> ComposeResult:
        """Band, body, strip, keys."""
        yield Band()
        with Container(id="body"):
            yield from self.body()
        yield Coach()
        yield NextStrip()
        yield KeyLine()

    def body(self) -> ComposeResult:
        """What lies between the band and the strip."""
        yield from ()

    def on_screen_resume(self) -> None:
        """Show what is true now."""
        self.show_if_laid()
        self.call_after_refresh(self.mind_size)

    def on_resize(self) -> None:
        """The window has another size."""
        self.mind_size()

    def mind_size(self) -> None:
        """A page without the room it needs is covered; nothing under the cover changes."""
        if self.is_current and too_small(*self.app.size):
            self.app.push_screen(Small())

    def show_if_laid(self) -> None:
        """Show what is true now, unless the page is not laid out yet."""
        if self.query(KeyLine):
            self.show()

    def show(self) -> None:
        """Fill the band, the strip and the line of keys; tell the next coach mark."""
        self.coach()
        self.query_one(Band).show(*self.head())
        self.query_one(NextStrip).show(*self.next_step())
        own = in_use(self.key_rows(), self.committee.settings.keys)
        self.query_one(KeyLine).show(shown(own, without=self.place), self.remark())

    # Coach marks: without a file nothing is remembered, and each would be told again every game.

    _told = ""  # the name of the coach mark that is told now

    def coach(self) -> None:
        """Tell the first coach mark of this page that was not seen."""
        app = self.committee
        found = None
        if app.kept and app.settings.coach:
            found = tip_for(self.place, self.kind_of_decision(), app.settings.seen)
        self._told = found[0] if found else ""
        tip = found and replace(found[1], text=self.spelled(found[1].text))
        self.query_one(Coach).show(tip)

    def kind_of_decision(self) -> str:
        """What is decided on this page now, if that makes another coach mark."""
        return ""

    def put_away(self) -> bool:
        """Put the coach mark away that is told now; whether there was one."""
        if not self._told:
            return False
        self._remember()
        self.query_one(Coach).show(None)
        return True

    def _remember(self) -> None:
        self.committee.keep(seen=(*self.committee.settings.seen, self._told))
        self._told = ""

    def on_coach_dismissed(self) -> None:
        """A click on it."""
        self.put_away()

    def on_unmount(self) -> None:
        """The page is left: what was told here was read."""
        if self._told:
            self._remember()

    def spelled(self, text: str) -> str:
        """A sentence with the keys in use in the place of actions such as `{seal}`."""
        return self.committee.spelled(text)

    def head(self) -> tuple[str, str, str, str]:
        """Place, stage, seat and date for the band."""
        return self.heading, "", "", ""

    def next_step(self) -> tuple[str, ...]:
        """The sentence of the strip, and the name of its button."""
        return ("", "")

    def key_rows(self) -> list[Key]:
        """The rows of the table shown at the foot."""
        return [*rows(self.place), *(row for row in rows("everywhere") if row.id == "help")]

    def remark(self) -> str:
        """A remark at the right end of the line of keys."""
        return ""

    def press_next(self) -> None:
        """Do what the strip says."""

    def on_next_strip_pressed(self) -> None:
        """The button of the strip."""
        self.put_away()
        self.press_next()

    def action_next(self) -> None:
        """Enter, where nothing else takes it."""
        self.put_away()
        self.press_next()

    def plain(self) -> str:
        """The page as sentences in reading order."""
        drawn = [each for each in self.query(Canvas) if isinstance(each, Canvas) and each.display]
        parts = [each.plain() for each in drawn]
        return "\n\n".join(part for part in parts if part)
