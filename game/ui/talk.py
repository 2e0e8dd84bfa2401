"""Lines out, answers in: a question at a time, and Enter keeps what is there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any


class Talk:
    """Lines out, answers in."""

    def __init__(self, say: Callable[[str], object], ask: Callable[[str], str]) -> None:
        self.say = say
        self.ask = ask

    def choose(
        self, question: str, choices: Sequence[tuple[str, str]], default: str | None = None
    ) -> str:
        """One of several, by its number; Enter takes the default, the first if none is named."""
        ids = [id_ for id_, _ in choices]
        usual = ids.index(default) if default in ids else 0
        self.say(question)
        for number, (_, said) in enumerate(choices, start=1):
            self.say(f"  {number} {said}{' (Enter)' if number - 1 == usual else ''}")
        while True:
            answer = self.ask("Number:").strip()
            if not answer:
                return ids[usual]
            if is_number(answer) and 1 <= int(answer) <= len(ids):
                return ids[int(answer) - 1]
            self.say(f"A number from 1 to {len(ids)}, or Enter.")

    def yes(self, question: str, *, default: bool = False) -> bool:
        """Yes or no."""
        usual = "yes" if default else "no"
        answer = self.ask(f"{question} (yes or no, Enter is {usual})").strip().lower()
        return answer.startswith("y") if answer else default

    def number(self, question: str, default: int | None = None) -> int | None:
        """A number, or none; Enter takes the default."""
        answer = self.ask(question).strip()
        if not answer:
            return default
        return (int(answer) or None) if is_number(answer) else None

    def order(self, ids: Sequence[str], called: Callable[[str], str]) -> list[Any]:
        """An order of preference by numbers, the best first; nothing leaves it to the marks."""
        if len(ids) < 2:
            return []
        self.say("Your order of preference:")
        for number, each in enumerate(ids, start=1):
            self.say(f"  {number} {called(each)}")
        while True:
            answer = self.ask("Numbers, the best first, = between equals, as in 2 1=3; or Enter:")
            groups = [group.split("=") for group in answer.replace(" = ", "=").split()]
            given = [number for group in groups for number in group]
            if not given:
                return []
            if sorted(given) == [str(number) for number in range(1, len(ids) + 1)]:
                named = [[ids[int(number) - 1] for number in group] for group in groups]
                return [group if len(group) > 1 else group[0] for group in named]
            self.say(f"Each number from 1 to {len(ids)} once.")


def is_number(text: str) -> bool:
    """Whether it is written in plain digits; `²`, which some keyboards have, is a digit too."""
    return text.isascii() and text.isdecimal()
