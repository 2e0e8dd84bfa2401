"""Where numbers and judgements come from: a source, or a reason in words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from game.content.dangling import missing
from game.content.faults import Finding, Path, warning
from game.content.known import Known
from game.content.models import Instruction
from game.content.sourced import Sourced

Found = Iterator[Finding]


def in_piece(model: BaseModel, known: Known) -> Found:
    """Sources that are not listed, and things that give neither source nor reason."""
    yield from _walk(model, (), known, grounded=False)


def _walk(value: Any, path: Path, known: Known, *, grounded: bool) -> Found:
    """A model and what stands in it; a part rests on the grounds of the whole."""
    if isinstance(value, Sourced):
        yield from _sources(value, path, known)
        yield from _grade(value, path, grounded=grounded)
        grounded = grounded or bool(value.sources or value.why)
    for key, part in _parts(value):
        yield from _walk(part, (*path, key), known, grounded=grounded)


def _parts(value: Any) -> Iterator[tuple[str | int, Any]]:
    """What stands in a model, a list or a mapping, if it may rest on sources."""
    if isinstance(value, Sourced):
        yield from ((name, getattr(value, name)) for name in type(value).model_fields)
    elif isinstance(value, dict):
        yield from value.items()
    elif isinstance(value, list):
        yield from enumerate(value)


def _sources(value: Sourced, path: Path, known: Known) -> Found:
    """Keys that the list of sources does not have."""
    yield from missing((*path, "sources"), value.sources, known.sources, "in `sources.yaml`")


def _grade(value: Sourced, path: Path, *, grounded: bool) -> Found:
    """A grade that nothing stands for."""
    if value.confidence != "inferred" and not value.sources:
        said = f"is `{value.confidence}` without a source"
        yield warning((*path, "confidence"), said, "name its `sources`, or call it `inferred`")
    elif not (grounded or value.sources or value.why):
        what = "an instruction" if isinstance(value, Instruction) else "it"
        mend = f"say where {what} comes from: add `sources`, or the judgement as `why`"
        yield warning(path, "gives neither source nor reason", mend)
