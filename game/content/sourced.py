"""What every part of a scenario is made of: ids, lines and texts, and where a thing comes from.

Every number carries where it comes from: `sources` are keys of the scenario's list of sources,
`confidence` is one of three grades, `why` states the judgement in words.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from game.content.conditions import Strict

Confidence = Literal["documented", "generally accepted", "inferred"]
Id = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{0,39}$")]
Percent = Annotated[int, Field(ge=0, le=100)]
Share = tuple[Annotated[int, Field(ge=0, le=1000)], Annotated[int, Field(ge=1, le=1000)]]
Part = tuple[Annotated[int, Field(ge=1, le=1000)], Annotated[int, Field(ge=1, le=1000)]]
Positions = dict[str, Percent]
Text = Annotated[str, Field(min_length=1, max_length=8000)]
Line = Annotated[str, Field(min_length=1, max_length=400)]


class Sourced(Strict):
    """Anything that says where it comes from."""

    sources: list[str] = []
    confidence: Confidence = "inferred"
    why: Text | None = None
