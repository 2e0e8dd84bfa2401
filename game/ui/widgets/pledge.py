"""The sentence of a pledge. It is the contract: it is computed from the blanks, never typed."""

from __future__ import annotations

from dataclasses import dataclass

VERBS = {
    "vote_for": "vote for",
    "vote_against": "vote against",
    "abstain": "abstain on",
    "attend": "attend",
    "stay_away": "stay away",
    "sponsor": "sponsor",
    "silent": "keep silent on",
}
VISIBLE = {
    "private": "known to the two of you",
    "declared": "everybody sees it, and how it ends",
    "deposited": "known to the two of you, and carried out by itself",
}


@dataclass(frozen=True, slots=True)
class Deed:
    """An act that is promised or asked for, in words."""

    kind: str
    item: str = ""
    option: str = ""

    @property
    def words(self) -> str:
        """What is done, after `will`."""
        verb = VERBS[self.kind]
        if self.option and self.kind != "abstain":
            return f"{verb} {self.option} on {self.item}"
        return f"{verb} {self.item}".strip()

    @property
    def third(self) -> str:
        """What is done, after a name."""
        verb, _, rest = self.words.partition(" ")
        return f"{verb}s {rest}".strip()


def contract(by: str, to: str, act: Deed | None, ask: Deed | None) -> str:
    """The whole sentence: who will do what, if who does what."""
    if act is None:
        return f"{by} asks {to} to {ask.words}." if ask else ""
    if ask is None:
        return f"{by} will {act.words}, whatever {to} does."
    return f"{by} will {act.words} if {to} {ask.third}."
