"""The parts of a checked draft, put together as a scenario."""

from __future__ import annotations

from game.content.draft import Draft
from game.content.models import Frame, Scenario


def assembled(draft: Draft, frame: Frame) -> Scenario:
    """The scenario of a draft without errors; parties and documents in the order of the frame."""
    parties = {piece.model.id: piece.model for piece in draft.parties}
    documents = {piece.model.id: piece.model for piece in draft.documents}
    return Scenario(
        frame=frame,
        parties=[parties[name] for name in frame.parties],
        documents=[documents[name] for name in frame.documents or sorted(documents)],
        terms=[piece.model for piece in draft.terms],
        events=[piece.model for piece in draft.events],
        endings=[piece.model for piece in draft.endings],
        blocs=[piece.model for piece in draft.blocs],
        history=draft.history.model if draft.history else None,
        proposals=[piece.model for piece in draft.proposals],
        sources=[piece.model for piece in draft.sources],
        puzzles=[piece.model for piece in draft.puzzles],
        notes=draft.folder.texts.get("notes.md", ""),
        voices=draft.voices.model if draft.voices else None,
        press=draft.press.model if draft.press else None,
    )
