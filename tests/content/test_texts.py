"""Texts are written for themselves: no two share a long run of words."""

import re
from itertools import combinations

import pytest
from ruamel.yaml import YAML

from game.content.places import scenario_folder

LONGEST = 8
FOLDER = scenario_folder() / "july-1964"


def read(path):
    return YAML(typ="safe", pure=True).load(path.read_text(encoding="utf-8"))


def instructions():
    """Every instruction, by party and id."""
    for path in sorted((FOLDER / "parties").glob("*.yaml")):
        sheet = read(path)
        for instruction in sheet["instructions"]:
            yield f"{sheet['id']}.{instruction['id']}", instruction["text"]


def endings():
    """Every ending."""
    path = FOLDER / "endings.yaml"
    for ending in read(path) if path.is_file() else ():
        yield f"ending {ending['id']}", ending["text"]


def runs(text, length):
    """All runs of so many words."""
    words = re.findall(r"[\w'\u2019-]+", text.lower())
    return {tuple(words[start : start + length]) for start in range(len(words) - length + 1)}


def shared(texts):
    """The pairs of texts that share a run of more than the longest, with one such run."""
    found = {name: runs(text, LONGEST + 1) for name, text in texts.items()}
    for one, other in combinations(found, 2):
        if both := found[one] & found[other]:
            yield f"{one} and {other} share: {' '.join(min(both))}"


@pytest.mark.parametrize("kind", [instructions, endings])
def test_no_two_texts_share_more_than_eight_words(kind):
    texts = dict(kind())
    assert list(shared(texts)) == []


def test_instructions_and_endings_share_no_more_either():
    assert list(shared(dict(instructions()) | dict(endings()))) == []


def test_a_shared_run_is_reported_with_its_pair():
    text = "one two three four five six seven eight nine ten"
    assert list(shared({"a": text, "b": "And " + text})) == [
        "a and b share: one two three four five six seven eight nine"
    ]
    assert list(shared({"a": text, "b": "one two three four five six seven eight"})) == []
