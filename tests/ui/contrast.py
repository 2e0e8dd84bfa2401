"""Contrast, as WCAG counts it, and the text of a page that has too little of it."""

from textual.color import Color

from game.ui.theme import colours
from tests.ui.pilots import painted

# Lines, frames, shares and scrollbars: no text, and what they say stands beside them in words.
DRAWN = frozenset("─│┄┊═║╔╗╚╝┛┬┼┴┌┐└┘▁▂▃▄▅▆▇█▀▌▐▒░▔▎▍▏▊▋▉╺╸━┃┏┓┗┣┫┳┻╋■□▼▲●◆🔎")
FIGURES = frozenset("■□●┃▌▄█")  # graphs: three to one, as WCAG asks of graphics
TEXT, GRAPHIC, HIGH = 4.5, 3.0, 7.0


def luminance(colour):
    """Relative luminance of red, green and blue from 0 to 255."""
    parts = [each / 255 for each in colour]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    """From 1 to 21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def triplet(code):
    return tuple(bytes.fromhex(code.removeprefix("#")))


def on_top(app):
    """What is painted; of what lies under a sheet laid over the page, nothing: it is out of use."""
    if not app.screen.is_modal:
        return painted(app)
    region = app.screen.children[-1].region
    lines = painted(app)[region.y : region.bottom]
    return [line.crop(region.x, region.right) for line in lines]


def faint(app, light):
    """What is painted with too little contrast: contrast, needed, text, and both colours."""
    rule = Color(*triplet(colours(light)["rule"]))
    leaders = (rule.rgb, rule.monochrome.rgb)  # dots that lead the eye along a line
    text = HIGH if light == "contrast" else TEXT
    found = set()
    for segment in (each for line in on_top(app) for each in line):
        written = {each for each in segment.text if not each.isspace()}
        if segment.control or segment.style is None or not written:
            continue
        front, ground = lit(segment)
        if tuple(front) in leaders and written == {"."}:
            continue
        is_ = contrast(front, ground)
        if (written - DRAWN and is_ < text) or (written & FIGURES and is_ < GRAPHIC):
            found.add((round(is_, 2), text, segment.text.strip(), front.hex, ground.hex))
    return sorted(found)


def lit(segment):
    """The colours of a text and of its ground, as the terminal shows them."""
    style = segment.style
    assert not style.dim, segment.text
    pair = style.color.triplet, style.bgcolor.triplet
    return reversed(pair) if style.reverse else pair
