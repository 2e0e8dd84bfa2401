"""YAML as it is read: 1.2, with positions, within limits, with nothing hidden in it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.content.tree import MAX_FAULTS, position, read_tree


def read(text):
    tree, faults = read_tree("it.yaml", text)
    assert not faults
    return tree


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("no", "no"), ("on", "on"), ("yes", "yes"), ("true", True), ("False", False),
        ("~", None), ("null", None), ("", None), ("12", 12), ("-3", -3), ("007", 7), ("0o17", 15),
        ("0x1F", 31), ("1.5", 1.5), ("1_000", "1_000"), ("12:30:00", "12:30:00"),
        ("1964-12-15", "1964-12-15"), ("'12'", "12"), ('"true"', "true"), ("1e3", 1000.0),
    ],
)  # fmt: skip
def test_plain_words_are_read_by_yaml_1_2(text, value):
    assert read(f"a: {text}\n") == {"a": value}


def test_an_older_version_asked_for_changes_nothing():
    assert read("%YAML 1.1\n---\na: yes\n") == {"a": "yes"}


def test_positions_are_those_of_values_and_keys():
    tree = read("a:\n  - b: 1\n    c: [x, y]\n")
    assert position(tree, ("a", 0, "c", 1)) == (3, 12)
    assert position(tree, ("a", 0, "c"), key=True) == (3, 5)
    assert position(tree, ("a", 0, "missing")) == (2, 5)


BOMB = "a: &a [x, x]\n" + "".join(
    f"{chr(98 + n)}: &{chr(98 + n)} [*{chr(97 + n)}, *{chr(97 + n)}]\n" for n in range(20)
)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (BOMB, "has an anchor"),
        ("[" * 100_000, "goes too deep"),
        ("{a: " * 50_000, "goes too deep"),
        ("".join("  " * depth + "a:\n" for depth in range(60)), "goes too deep"),
        ("- x\n" * 200_001, "one value too many"),
        ("a: !!python/object/apply:os.system ['true']\n", "has a tag"),
        ("a: !!map {}\n", "has a tag"),
        ("a: *b\n", "uses an alias"),
        ("a: 1\n---\nb: 1\n", "second document"),
        ("a: \x07\n", "a character that YAML does not allow"),
    ],
    ids=lambda text: str(text)[:12],
)
def test_bombs_and_tricks_are_refused(text, said):
    tree, faults = read_tree("it.yaml", text)
    assert tree is None
    assert said in faults[0].text


def test_faults_of_one_file_have_an_end():
    tree, faults = read_tree("it.yaml", "a: 1\n" * 500)
    assert tree is None
    assert len(faults) == MAX_FAULTS + 1


def test_a_key_given_twice_names_the_first():
    _, faults = read_tree("it.yaml", "a: 1\nb: 2\na: 3\n")
    assert str(faults[0]) == (
        "it.yaml:3:1: error: this line gives the key `a` a second time; "
        "keep one; the first is in line 1"
    )


@given(st.text(st.characters(codec="utf-8"), max_size=60))
def test_any_text_is_read_or_told_about(text):
    _, faults = read_tree("it.yaml", text)
    assert all(fault.line >= 1 and fault.column >= 1 and fault.mend for fault in faults)
