"""Joins screenshots of one size into one moving picture: SVG with a clock of its own.

Lines of the screen that stay the same from one shot to the next are written once. Nothing is
fetched and no script is run; who asked for less motion sees the last shot.
"""

from __future__ import annotations

from itertools import groupby
from typing import NamedTuple
from xml.sax.saxutils import escape

from tests.ui.screenshot import LINE, Mark, marks, size


class Shot(NamedTuple):
    """A screenshot as Textual draws it, and how long it stands, in seconds."""

    svg: str
    seconds: float


Row = tuple[Mark, ...]  # all that stands on one line of a screen


def rows(svg: str) -> list[Row]:
    """The lines of a screenshot, from the top."""
    drawn = sorted(marks(svg), key=lambda mark: mark.line)
    return [tuple(row) for _, row in groupby(drawn, key=lambda mark: mark.line)]


def joined(shots: list[Shot], font: str, ground: str) -> str:
    """One moving picture of all shots, begun anew after the last."""
    width, height = size(shots[0].svg)
    seen = shown(shots)
    clocks = {when: f"c{n}" for n, when in enumerate(dict.fromkeys(seen.values()))}
    body = "\n".join(f'<g class="{clocks[when]}">{_row(row)}</g>' for row, when in seen.items())
    return (
        f'<svg viewBox="0 0 {width:g} {height:g}" xmlns="http://www.w3.org/2000/svg">\n'
        f"<style>\n{_style(shots, clocks, font)}</style>\n"
        f'<rect fill="{ground}" width="{width:g}" height="{height:g}"/>\n{body}\n</svg>\n'
    )


def shown(shots: list[Shot]) -> dict[Row, tuple[bool, ...]]:
    """Each different line of a screen, with the shots it stands in."""
    screens = [set(rows(shot.svg)) for shot in shots]
    every = sorted(set().union(*screens))
    return {row: tuple(row in screen for screen in screens) for row in every}


def _row(row: Row) -> str:
    return "".join(_text(mark) if mark.text else _ground(mark) for mark in row)


def _ground(mark: Mark) -> str:
    place = f'x="{mark.x:g}" y="{mark.y:g}" width="{mark.width:g}" height="{LINE + 0.25:g}"'
    return f'<rect fill="{mark.look}" {place} shape-rendering="crispEdges"/>'


def _text(mark: Mark) -> str:
    place = f'x="{mark.x:g}" y="{mark.y:g}" textLength="{mark.width:g}"'
    return f'<text {place} style="{mark.look}">{escape(mark.text)}</text>'


def _style(shots: list[Shot], clocks: dict[tuple[bool, ...], str], font: str) -> str:
    length = sum(shot.seconds for shot in shots)
    lines = [f"text {{ font: 20px {font}; white-space: pre }}"]
    lines += [
        f"@keyframes {name} {{ {_turns(shots, when, length)} }}\n"
        f".{name} {{ animation: {name} {length:g}s step-end infinite }}"
        for when, name in clocks.items()
    ]
    last = length - shots[-1].seconds / 2
    still = f"animation-delay: -{last:g}s; animation-play-state: paused"
    lines.append(f"@media (prefers-reduced-motion: reduce) {{ g {{ {still} }} }}")
    return "\n".join(lines) + "\n"


def _turns(shots: list[Shot], when: tuple[bool, ...], length: float) -> str:
    """When a line comes and goes, in per cent of the whole."""
    turns, now, before = [], 0.0, None
    for shot, seen in zip(shots, when, strict=True):
        if seen != before:
            turns.append(f"{100 * now / length:.3f}% {{ visibility: {STATE[seen]} }}")
        now, before = now + shot.seconds, seen
    return " ".join([*turns, f"100% {{ visibility: {STATE[when[-1]]} }}"])


STATE = {True: "visible", False: "hidden"}
