"""Free text of people: short, and without characters that could disturb a screen."""

from __future__ import annotations

import unicodedata
from typing import Annotated

from pydantic import BeforeValidator, Field

LENGTH = 400
# Marks that turn the direction of what follows, so that a screen shows another text than it holds.
_TURNING = {chr(code) for code in (*range(0x202A, 0x202F), *range(0x2066, 0x206A))}


def clean(text: object) -> object:
    """The text without control characters; line ends stay."""
    if not isinstance(text, str):
        return text
    return "".join(each for each in text.replace("\r\n", "\n") if _stays(each)).strip()


def _stays(character: str) -> bool:
    if character == "\n":
        return True
    return character not in _TURNING and unicodedata.category(character) not in {"Cc", "Cs"}


Words = Annotated[str, BeforeValidator(clean), Field(max_length=LENGTH)]
