"""The line of keys, drawn from the one table; each can be clicked."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len

from game.ui.widgets.canvas import Canvas
from game.ui.widgets.cells import Cells, margin


class KeyLine(Canvas):
    """Caps and verbs; what does not fit is left out whole, help stays."""

    DEFAULT_CSS = "KeyLine { height: 1; }"

    def __init__(self) -> None:
        super().__init__()
        self.keys: Sequence[tuple[str, str, str]] = ()
        self.remark = ""

    def show(self, keys: Sequence[tuple[str, str, str]], remark: str = "") -> None:
        """Give cap, verb and action of each key, and a remark for the right end."""
        self.keys, self.remark = keys, remark
        self.redraw()

    def draw(self, cells: Cells) -> None:
        """One line."""
        x, gap = margin(cells.width), 3 if cells.width >= 112 else 2
        end = cells.width - x
        kept = self._that_fit(end - x, gap)
        for cap, verb, action in kept:
            begin = x
            x = cells.parts(x, 0, (cap, "bold brass"), (f" {verb}", "soft"))
            if action:
                cells.spot(action, begin, 0, x - begin)
            x += gap
        if self.remark and x + cell_len(self.remark) <= end:
            cells.right(end, 0, self.remark, "faint")

    def _that_fit(self, room: int, gap: int) -> list[tuple[str, str, str]]:
        kept = list(self.keys)
        while kept and sum(_size(key) + gap for key in kept) - gap > room:
            kept.pop(max(0, len(kept) - 3))
        return kept

    def plain(self) -> str:
        """The keys, one a line."""
        return "\n".join(f"{cap}: {verb}" for cap, verb, _ in self.keys)

    async def on_canvas_pointed(self, event: Canvas.Pointed) -> None:
        """Do what was clicked."""
        event.stop()
        await self.screen.run_action(event.spot)


def _size(key: tuple[str, str, str]) -> int:
    return cell_len(key[0]) + 1 + cell_len(key[1])
