"""The lamp: colours by name, in three lights, and how a name becomes a style."""

from __future__ import annotations

from functools import lru_cache

from rich.style import Style
from textual.theme import Theme

NAMES = (
    "desk", "sheet", "lift", "ink", "soft", "faint", "brass", "yes", "no", "blue", "strong",
    "rule", "band", "bandtext", "bandsoft", "place", "placetext", "baize",
)  # fmt: skip

LIGHTS: dict[str, str] = {
    "night": "101814 1f2b25 2d3e35 ece5d3 b9baa6 a2ac9c e0b65e 8fce9b f2937f 97bbe4 7d9086"
    " 41514a 24443a f3ecd8 b9cdbf ece5d3 14201a 1d3a30",
    "morning": "ece4cf fbf7ea dccfa9 211d15 4c4535 5a523d 784f00 1d5c34 99210f 1b4a80 857755"
    " c3b68f 24483a fbf4df bcd2c4 24483a fdf8ea 4a7461",
    "contrast": "000000 000000 262626 ffffff ffffff e0e0e0 ffd75f 87ffaf ff9f87 9fcfff ffffff"
    " 9a9a9a 003a28 ffffff ffffff ffffff 000000 003020",
}
LAMPS = {"night": "Night", "morning": "Morning", "contrast": "High contrast"}
ATTRIBUTES = {"bold": "bold", "under": "underline", "strike": "strike", "italic": "italic"}


def colours(light: str) -> dict[str, str]:
    """The colours of a light, by name."""
    return {name: f"#{code}" for name, code in zip(NAMES, LIGHTS[light].split(), strict=True)}


def themes() -> list[Theme]:
    """The three lights as Textual knows them."""
    return [_theme(light) for light in LIGHTS]


def _theme(light: str) -> Theme:
    named = colours(light)
    return Theme(
        name=light,
        dark=light != "morning",
        primary=named["brass"],
        secondary=named["blue"],
        accent=named["brass"],
        success=named["yes"],
        warning=named["brass"],
        error=named["no"],
        foreground=named["ink"],
        background=named["desk"],
        surface=named["sheet"],
        panel=named["lift"],
        variables=named | _textuals_own(named),
    )


def _textuals_own(named: dict[str, str]) -> dict[str, str]:
    """The variables Textual reads for its own parts: scrollbars, fields, the command palette."""
    return {
        "scrollbar": named["strong"],
        "scrollbar-hover": named["brass"],
        "scrollbar-active": named["brass"],
        "scrollbar-background": named["desk"],
        "scrollbar-background-hover": named["desk"],
        "scrollbar-background-active": named["desk"],
        "scrollbar-corner-color": named["desk"],
        "border": named["strong"],
        "border-blurred": named["rule"],
        "block-cursor-foreground": named["placetext"],
        "block-cursor-background": named["place"],
        "block-cursor-text-style": "bold",
        "input-cursor-background": named["ink"],
        "input-cursor-foreground": named["desk"],
        "input-selection-background": f"{named['brass']} 40%",
    }


@lru_cache(maxsize=4096)
def style(light: str, token: str, ground: str = "desk") -> Style:
    """The style of a token such as `bold yes` or `placetext on place`, on a ground of its own."""
    named = colours(light)
    front, back, attributes = "ink", ground, dict[str, bool]()
    words = iter(token.split())
    for word in words:
        if word == "on":
            back = next(words)
        elif word in ATTRIBUTES:
            attributes[ATTRIBUTES[word]] = True
        else:
            front = word
    return Style(
        color=named[front],
        bgcolor=named[back],
        bold=attributes.get("bold"),
        underline=attributes.get("underline"),
        strike=attributes.get("strike"),
        italic=attributes.get("italic"),
    )
