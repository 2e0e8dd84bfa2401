"""A page as text that can be reviewed: what stands in each cell, and below it how each cell looks.

A letter of the second part names a look in every lamp at once, so a change of a colour shows as a
change of the legend alone, and a change of the page as a change of its text.
"""

from __future__ import annotations

import string

from tests.ui.screenshot import marks

LETTERS = string.ascii_lowercase + string.ascii_uppercase + string.digits
Cell = tuple[str, str, str]  # what stands in it, its look, its ground


def described(by_lamp: dict[str, str], size: tuple[int, int]) -> str:
    """Screenshots of one page in several lamps, as text."""
    grids = [cells(svg, size) for svg in by_lamp.values()]
    texts = {"\n".join("".join(c[0] for c in row).rstrip() for row in grid) for grid in grids}
    if len(texts) > 1:
        raise AssertionError("the lamps do not show the same words")
    rows = [[tuple(c[1:] for c in cell) for cell in zip(*row, strict=True)]
            for row in zip(*grids, strict=True)]  # fmt: skip
    seen = dict.fromkeys(look for row in rows for look in row)
    letters = dict(zip(seen, LETTERS, strict=False))
    looks = ["".join(letters[look] for look in row) for row in rows]
    legend = [f"{letter}  {_told(by_lamp, look)}" for look, letter in letters.items()]
    return "\n".join([texts.pop(), "", *looks, "", *legend, ""])


def cells(svg: str, size: tuple[int, int]) -> list[list[Cell]]:
    """Every cell of a screenshot of so many columns and lines."""
    grid: list[list[Cell]] = [[(" ", "", "")] * size[0] for _ in range(size[1])]
    for mark in marks(svg):
        for place, column in enumerate(mark.columns):
            if column >= size[0]:
                continue  # the line feed that ends each row
            _, _, ground = grid[mark.line][column]
            written = mark.text[place : place + 1].replace("\xa0", " ")
            cell = (written, mark.look, ground) if mark.text else (" ", "", mark.look)
            grid[mark.line][column] = cell
    return grid


def _told(lamps: dict[str, str], look: tuple[tuple[str, str], ...]) -> str:
    """A look in words: per lamp its text and its ground."""
    return " | ".join(
        f"{lamp}: {text.removeprefix('fill: ') or 'nothing'} on {ground or 'nothing'}"
        for lamp, (text, ground) in zip(lamps, look, strict=True)
    )
