"""The digest of a state: equal games have equal digests, in every process (1.9)."""

from __future__ import annotations

import hashlib
from typing import Protocol

import numpy as np

from game.rules.state import DERIVED, State


class Hash(Protocol):
    """What `hashlib.sha256()` gives."""

    def update(self, data: bytes, /) -> None:
        """Take in more bytes."""


def state_digest(state: State) -> bytes:
    """SHA-256 over the little-endian bytes of every field but the derived ones."""
    digest = hashlib.sha256()
    add_to_digest(digest, state)
    return digest.digest()


def add_to_digest(digest: Hash, state: State) -> None:
    """Adds a state to the digest of a game: one after each decision point, entered or passed."""
    for name, field in zip(State._fields, state, strict=True):
        if name not in DERIVED:
            little = field.astype(field.dtype.newbyteorder("<"), copy=False)
            digest.update(np.ascontiguousarray(little).tobytes())
