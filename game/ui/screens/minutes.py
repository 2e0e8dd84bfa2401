"""The minutes: all that happened and that this seat may read, in order."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll

from game.session.views import View
from game.ui.keys import bindings
from game.ui.screens.room import Room
from game.ui.widgets.canvas import Canvas
from game.ui.widgets.menu import Menu, Row
from game.ui.widgets.minutes import MinuteSheet, Note


class Minutes(Room):
    """One long sheet; the newest stands last."""

    place = "minutes"
    heading = "Minutes"
    BINDINGS = bindings("minutes")

    def compose_body(self, view: View) -> ComposeResult:
        """The sheet; beside it, where there is room, what was opened when."""
        with Horizontal():
            with VerticalScroll(id="index", classes="only-wide", can_focus=False):
                yield Menu()
            with VerticalScroll(id="minutes", classes="sheet"):
                yield MinuteSheet()

    def on_mount(self) -> None:
        """At the end, and arrows scroll."""
        scroll = self.query_one("#minutes", VerticalScroll)
        scroll.focus()
        scroll.anchor()

    def refresh_view(self, view: View) -> None:
        """Lay the minutes anew."""
        names = {party.id: party.name for party in view.parties}
        notes = [
            Note(line.number, names.get(line.seat or "", ""), line.text, line.words,
                 line.private, line.kind == "reveal")
            for line in view.minutes
        ]  # fmt: skip
        self.query_one(MinuteSheet).lay(notes, view.since[0].number if view.since else None)
        opened = [note for note in notes if note.opens]
        index = self.query_one(Menu)
        index.offer(Row(str(note.number), _opened(note)) for note in opened)
        if not index.has_focus and opened:
            index.in_hand = str(opened[-1].number)

    def on_canvas_pointed(self, event: Canvas.Pointed) -> None:
        """Turn to what was opened then."""
        if isinstance(event.canvas, Menu):
            line = self.query_one(MinuteSheet).lines.get(int(event.spot), 0)
            scroll = self.query_one("#minutes", VerticalScroll)
            scroll.release_anchor()
            scroll.scroll_to(y=line, animate=False)

    def stage(self, view: View) -> str:
        """How many."""
        return f"{len(view.minutes)} entries you may read"


def _opened(note: Note) -> str:
    """What was opened, without the word: `Opened: the roll.` is `The roll`."""
    said = note.text.removeprefix("Opened: ").rstrip(".")
    return said[:1].upper() + said[1:]
