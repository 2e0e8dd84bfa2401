"""Help: what the page is for, its keys, the marks, the words."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll

from game.ui.glossary import GLOSSARY, MARKS, PLACES, WORDS_OF
from game.ui.keys import TABLE, Key, bindings, rows
from game.ui.remap import in_use
from game.ui.screens.page import Page
from game.ui.widgets.sheet import GAP, RULE, Block, Sheet, head, pair, text, title

GLOSSED = dict(GLOSSARY)


class Help(Page):
    """From the table of keys and the glossary; the page one came from comes first."""

    place = "help"
    heading = "Help"
    BINDINGS = bindings("help")

    def __init__(self, about: str = "") -> None:
        super().__init__()
        self.about = about

    def body(self) -> ComposeResult:
        """One sheet; where there is room the words stand on a second, then on two."""
        words = self._words()
        half = -(-len(words) // 2)
        with Horizontal():
            with VerticalScroll(classes="sheet", id="keys"):
                yield Sheet([GAP, *self._keys()])
                yield Sheet(words, classes="only-narrow")
            with VerticalScroll(classes="only-medium sheet", id="words"):
                yield Sheet(words[:half])
                yield Sheet(words[half:], classes="not-wide")
            with VerticalScroll(classes="only-wide sheet", id="more"):
                yield Sheet([GAP, *words[half:]])

    def on_mount(self) -> None:
        """Arrows scroll at once."""
        self.query_one("#keys").focus()

    def next_step(self) -> tuple[str, ...]:
        """How to leave."""
        return "Back to where you were.", "Back"

    def press_next(self) -> None:
        """Back."""
        self.committee.pop_screen()

    def _keys(self) -> list[Block]:
        blocks: list[Block] = []
        if self.about in PLACES:
            blocks += [title(f"The page: {self.about}"), text(PLACES[self.about]), RULE]
            blocks += self._rows(rows(self.about))
            blocks.append(GAP)
        if own := WORDS_OF.get(self.about):
            blocks += [head("Words of this page"), *(pair(w, GLOSSED[w]) for w in own), GAP]
        blocks += [head("Rooms"), *self._rows(_rooms()), GAP]
        blocks += [head("Everywhere"), *self._rows(rows("everywhere", "page")), GAP]
        blocks.append(
            text(
                "No letter is needed: Tab and Enter reach everything, and so does the mouse.",
                "soft",
            )
        )
        return blocks

    def _rows(self, which: list[Key]) -> list[Block]:
        """The keys as the player has them."""
        return [_key(row) for row in in_use(which, self.committee.settings.keys)]

    @staticmethod
    def _words() -> list[Block]:
        blocks = [GAP, head("Marks"), *(pair(mark, said) for mark, said in MARKS), GAP]
        blocks += [head("Words"), *(pair(word, said) for word, said in GLOSSARY)]
        return [*blocks, GAP]


def _rooms() -> list[Key]:
    return [row for row in TABLE if row.where == ("seat",)]


def _key(row: Key) -> Block:
    return pair(row.cap, row.help, label_token="bold brass")
