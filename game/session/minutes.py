"""The minutes: what everyone ordered, what was said, what followed, and who may read it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any, Literal

Audience = Literal["all"] | tuple[str, ...]
Payload = dict[str, Any]

# Kinds of entry that people and machine delegates cause; all others follow from a reveal.
CAUSES = frozenset({"order", "undo", "seat", "leave", "reveal", "forecast"})


@dataclass(frozen=True, slots=True)
class Draft:
    """An entry that has no number yet."""

    kind: str
    text: str
    audience: Audience = "all"
    seat: str | None = None
    payload: Payload | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of the minutes. Its audience is settled when it is born and never widens."""

    number: int
    point: int
    kind: str
    seat: str | None
    audience: Audience
    payload: Payload
    text: str

    def readable_by(self, seat: str | None) -> bool:
        """Whether a seat may read it; None is the wall."""
        return self.audience == "all" or (seat is not None and seat in self.audience)

    def to_json(self) -> Payload:
        """The entry as a save keeps it."""
        made = asdict(self)
        made["audience"] = "all" if self.audience == "all" else list(self.audience)
        return made

    @classmethod
    def from_json(cls, given: Payload) -> Entry:
        """The entry a save holds."""
        audience = given["audience"]
        chosen: Audience = "all" if audience == "all" else tuple(audience)
        return cls(**{**given, "audience": chosen})


def readable(entries: Iterable[Entry], seat: str | None) -> list[Entry]:
    """The entries a seat may read."""
    return [entry for entry in entries if entry.readable_by(seat)]
