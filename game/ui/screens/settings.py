"""The settings: how the screen behaves, and which key does what."""

from __future__ import annotations

from typing import Any

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.message import Message
from textual.screen import ModalScreen

from game.ui.keys import Key, bindings
from game.ui.remap import in_use, misplaced, movable, normal
from game.ui.screens.page import Page
from game.ui.settings import KNOBS, Knob, Settings
from game.ui.widgets.canvas import Canvas
from game.ui.widgets.menu import Menu, Row
from game.ui.widgets.sheet import GAP, RULE, Block, Sheet, head, item, pair, text, title

KNOB = {knob.id: knob for knob in KNOBS}
PAGES = {"seat": "in a game", "everywhere": "everywhere", "page": "everywhere"}


class Knobs(Menu):
    """The list; left and right turn the value of the row in hand."""

    class Turned(Message):
        """Left or right was pressed on a row."""

        def __init__(self, id_: str, step: int) -> None:
            super().__init__()
            self.id = id_
            self.step = step

    def action_step(self, across: int, down: int) -> None:
        """Up and down move, left and right turn."""
        if across and self.in_hand:
            self.post_message(self.Turned(self.in_hand, across))
        super().action_step(0, down)


class SettingsPage(Page):
    """A row a setting, then a row an action with its key."""

    place = "settings"
    heading = "Settings"
    BINDINGS = bindings("settings")

    def body(self) -> ComposeResult:
        """The list; beside it what the row in hand is about."""
        with Horizontal():
            with VerticalScroll(id="knobs", can_focus=False):
                yield Knobs(self._rows(), label=26)
            with VerticalScroll(classes="only-medium sheet", id="about", can_focus=False):
                yield Sheet()

    def on_mount(self) -> None:
        """The list has the cursor."""
        self.knobs.focus()

    @property
    def knobs(self) -> Knobs:
        """The rows."""
        return self.query_one(Knobs)

    @property
    def settings(self) -> Settings:
        """As they are kept."""
        return self.committee.settings

    def show(self) -> None:
        """Say what holds now."""
        super().show()
        self.knobs.offer(self._rows())
        self.query_one(Sheet).lay(self._about())

    def next_step(self) -> tuple[str, ...]:
        """What the row in hand is about, where no sheet stands beside it."""
        if knob := KNOB.get(self.in_hand):
            return knob.help, "Enter", knob.title
        row = self._row()
        return (row.help, "Enter", "Key") if row else ("Back to where you were.", "Enter")

    @property
    def in_hand(self) -> str:
        """The row in hand."""
        return self.knobs.in_hand or ""

    def _rows(self) -> list[Row]:
        keymap = self.settings.keys
        rows = [Row("", "The screen"), *(self._knob(knob) for knob in KNOBS), Row("", "")]
        rows.append(Row("", "Keys"))
        for row in in_use(movable(), keymap):
            own = ", your own" if row.place_id in keymap else ""
            rows.append(Row(row.place_id, row.verb, f"{row.cap:8}{_where(row)}{own}"))
        return rows

    def _knob(self, knob: Knob) -> Row:
        value = getattr(self.settings, knob.id)
        return Row(knob.id, knob.title, next(word for each, word in knob.values if each == value))

    def _row(self) -> Key | None:
        rows = in_use(movable(), self.settings.keys)
        return next((row for row in rows if row.place_id == self.in_hand), None)

    def _about(self) -> list[Block]:
        if knob := KNOB.get(self.in_hand):
            now = getattr(self.settings, knob.id)
            values = [
                item(word, "now" if value == now else "", "●" if value == now else "·")
                for value, word in knob.values
            ]
            return [GAP, title(knob.title), RULE, *values, GAP, text(knob.help), *self._file()]
        row = self._row()
        if row is None:
            return []
        default = next(each for each in movable() if each.place_id == self.in_hand)
        return [
            GAP, title(row.verb), RULE, text(row.help), GAP,
            pair("Key", row.cap), pair("As it comes", default.cap), pair("Where", _where(row)),
            pair("In the file", row.place_id), *self._file(),
        ]  # fmt: skip

    def _file(self) -> list[Block]:
        kept = self.committee.kept
        where = str(kept.path) if kept else "Nowhere: these settings hold until you leave."
        return [GAP, head("Kept in"), text(where, "soft")]

    def on_places_moved(self) -> None:
        """Another row in hand."""
        super().show()
        self.query_one(Sheet).lay(self._about())

    def on_canvas_pointed(self, event: Canvas.Pointed) -> None:
        """A row was taken."""
        if event.canvas is self.knobs:
            self.change(event.spot)

    def on_knobs_turned(self, event: Knobs.Turned) -> None:
        """A value is turned with the arrows."""
        if event.id in KNOB:
            self.turn(KNOB[event.id], event.step)

    def press_next(self) -> None:
        """Change the row in hand."""
        self.change(self.in_hand)

    def change(self, id_: str) -> None:
        """The next value of a setting, or another key for an action."""
        if id_ in KNOB:
            self.turn(KNOB[id_], 1)
        elif row := self._row():
            asking = AskKey(row, self.settings.keys)
            self.app.push_screen(asking, lambda key: self.put(row, key))

    def turn(self, knob: Knob, step: int) -> None:
        """The next value, round and round."""
        values = [value for value, _ in knob.values]
        at = values.index(getattr(self.settings, knob.id))
        self.set(knob.id, values[(at + step) % len(values)])

    def set(self, name: str, value: Any) -> None:
        """Keep a value; coach marks that are shown again begin from the first."""
        again = {"seen": ()} if name == "coach" and value else {}
        self.committee.keep(**{name: value}, **again)
        self.show()

    def put(self, row: Key, key: str | None) -> None:
        """Put a key on an action."""
        if key:
            self.committee.keep(keys=dict(self.settings.keys) | {row.place_id: key})
            self.show()

    def action_as_it_comes(self) -> None:
        """Put the row in hand back; a key only if nothing else has taken it."""
        if self.in_hand in KNOB:
            self.set(self.in_hand, getattr(Settings(), self.in_hand))
            return
        others = {id_: key for id_, key in self.settings.keys.items() if id_ != self.in_hand}
        default = next(each for each in movable() if each.place_id == self.in_hand)
        for key in default.key.split(","):
            if wrong := misplaced(self.in_hand, key, others):
                self.notify(f"{wrong}.".capitalize(), title="Not put back", markup=False)
                return
        self.committee.keep(keys=others)
        self.show()

    def action_all_as_they_come(self) -> None:
        """Put back all keys."""
        self.committee.keep(keys={})
        self.show()


class AskKey(ModalScreen[str]):
    """Waits for the key that is to stand for an action; Esc leaves it as it is."""

    place = "card"
    FIRST = "Press the key that is to do it from now on. Esc leaves it as it is."

    def __init__(self, row: Key, keymap: Any) -> None:
        super().__init__()
        self.row, self.keymap = row, keymap

    def compose(self) -> ComposeResult:
        """A small sheet."""
        with VerticalScroll(can_focus=False):
            yield Sheet(self._blocks(self.FIRST))

    def _blocks(self, said: str) -> list[Block]:
        return [title(self.row.verb, self.row.cap, "brass"), text(self.row.help, "soft"), RULE,
                text(said)]  # fmt: skip

    def on_key(self, event: events.Key) -> None:
        """Take the key, or say why it cannot be."""
        event.stop()
        if event.key == "escape":
            self.dismiss(None)
        elif wrong := misplaced(self.row.place_id, event.key, self.keymap):
            said = f"{wrong[0].upper()}{wrong[1:]}. {self.FIRST}"
            self.query_one(Sheet).lay(self._blocks(said))
        else:
            self.dismiss(normal(event.key))

    def on_click(self) -> None:
        """A click leaves it as it is."""
        self.dismiss(None)


def _where(row: Key) -> str:
    """Where an action is at hand."""
    return PAGES.get(row.where[0]) or ", ".join(row.where[:3])
