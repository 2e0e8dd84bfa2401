"""The opening, and the terms of the world meeting: sheets on what is still open."""

from __future__ import annotations

from game.session.views import View
from game.ui.keys import bindings
from game.ui.screens.ballot import Ballot


class Opening(Ballot):
    """The same sheets, on terms, with a binding vote."""

    place = "opening"
    heading = "Opening"
    kinds = ("opening", "meeting")
    BINDINGS = bindings("opening")

    def stage(self, view: View) -> str:
        """Which terms are put."""
        return "the world meeting" if view.kind == "meeting" else "credentials and rules"
