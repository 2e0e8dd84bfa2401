"""The minutes: all that happened and that this seat may read, in order."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import VerticalScroll

from game.session.views import View
from game.ui.keys import bindings
from game.ui.screens.room import Room
from game.ui.widgets.minutes import MinuteSheet, Note


class Minutes(Room):
    """One long sheet; the newest stands last."""

    place = "minutes"
    heading = "Minutes"
    BINDINGS = bindings("minutes")

    def compose_body(self, view: View) -> ComposeResult:
        """The sheet."""
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

    def stage(self, view: View) -> str:
        """How many."""
        return f"{len(view.minutes)} entries you may read"
