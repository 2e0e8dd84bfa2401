"""Laid over everything while the window is too small for a page."""

from __future__ import annotations

from textual import events
from textual.app import ComposeResult
from textual.screen import ModalScreen
from textual.widgets import Static

LEAST = (80, 24)  # columns and lines a page needs


def too_small(width: int, height: int) -> bool:
    """Whether a page has not the room it needs."""
    return width < LEAST[0] or height < LEAST[1]


class Small(ModalScreen[None]):
    """Says what is missing; goes by itself once there is room."""

    place = "small"

    def compose(self) -> ComposeResult:
        """One sentence."""
        yield Static(id="said", markup=False)

    def on_resize(self, event: events.Resize) -> None:
        """Say how much is there, or give the page back."""
        self.mind(event.size.width, event.size.height)

    def on_screen_resume(self) -> None:
        """What lay over this may have gone after the window grew."""
        self.mind(*self.app.size)

    def mind(self, width: int, height: int) -> None:
        """Look whether there is room."""
        if not too_small(width, height):
            if self.is_current:
                self.dismiss()
            return
        for said in self.query("#said").results(Static):
            said.update(self.sentence(width, height))

    @staticmethod
    def sentence(width: int, height: int) -> str:
        """What is there, what is needed, and that nothing is lost."""
        return (
            f"A page needs {LEAST[0]} columns and {LEAST[1]} lines; here are {width} and {height}. "
            "Make the window larger, or the letters smaller. Nothing is lost."
        )

    def plain(self) -> str:
        """The sentence."""
        return self.sentence(*self.app.size)
