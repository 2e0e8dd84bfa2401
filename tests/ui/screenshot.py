"""Reads back a screenshot that Textual drew as SVG: what stands in which cell, and how it looks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple
from xml.etree import ElementTree

LINE, COLUMN = 24.4, 12.2  # a cell of the screenshot, in its own units
TOP = 1.5  # where the first line begins
SPACE = "{http://www.w3.org/2000/svg}"


class Mark(NamedTuple):
    """Written text, or the ground under it if `text` is empty."""

    line: int
    x: float
    y: float
    width: float
    look: str  # CSS of a text, colour of a ground
    text: str = ""

    @property
    def columns(self) -> range:
        """The cells it covers."""
        first = round(self.x / COLUMN)
        return range(first, first + round(self.width / COLUMN))


def marks(svg: str) -> Iterator[Mark]:
    """All that is drawn on the screen, grounds first."""
    looks = dict(re.findall(r"\.terminal-\d+-(r\d+) \{ (.*?) \}", svg))
    for each in ElementTree.fromstring(svg).iter():
        x, y = float(each.get("x", 0)), float(each.get("y", 0))
        if each.tag == f"{SPACE}rect" and each.get("shape-rendering"):
            line = round((y - TOP) / LINE)
            yield Mark(line, x, y, float(each.get("width", 0)), each.get("fill", ""))
        elif each.tag == f"{SPACE}text" and each.get("clip-path") and (each.text or "").strip("\n"):
            line = int((y - TOP) // LINE)  # text stands on its base line
            look = looks[each.get("class", "").rsplit("-", 1)[-1]]
            yield Mark(line, x, y, float(each.get("textLength", 0)), look, each.text or "")


def size(svg: str) -> tuple[float, float]:
    """Width and height of the screen, without the frame of a window round it."""
    found = re.search(r'clip-terminal">\s*<rect x="0" y="0" width="(\S+)" height="(\S+)"', svg)
    if found is None:
        raise ValueError("no screenshot by Textual")
    return float(found[1]), float(found[2])
