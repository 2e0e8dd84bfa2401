"""The documents say what the code does: fields, words, numbers, commands, examples, links."""

import re
import shlex
import shutil
import textwrap
from importlib import import_module
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

import click
import pytest
from click.testing import CliRunner
from pydantic import BaseModel, TypeAdapter

from game.cli import main
from game.content import cache, models, places, puzzles, sourced
from game.content.conditions import KINDS, Condition, Measure
from game.content.faults import did_you_mean
from game.content.folder import NEEDED, OPTIONAL
from game.content.loader import load
from game.content.numbers import Numbers
from game.content.references import RESERVED
from game.content.settings import DIALS, Settings, apply
from game.content.tree import read_tree
from game.ui import keys

TOP = Path(__file__).parents[1]
SCHOOL = TOP / "tests" / "scenarios" / "school"
PAGES = sorted([*(TOP / "docs").glob("*.md"), *TOP.glob("*.md")])
OPENS_A_SCREEN = ("play", "host", "join")
DELEGATES = ("lines", "sheets", "bargains", "policy")


def page(name):
    return (TOP / "docs" / name).read_text(encoding="utf-8")


def section(name, heading):
    """The text under a heading, without examples, down to the next one of its rank or higher."""
    rank = len(heading) - len(heading.lstrip("#"))
    prose = re.sub(r"^```.*?^```$", "", page(name), flags=re.MULTILINE | re.DOTALL)
    after = prose.split(f"\n{heading}\n", 1)[1]
    return re.split(rf"^#{{1,{rank}}} ", after, maxsplit=1, flags=re.MULTILINE)[0]


def in_backticks(text):
    return set(re.findall(r"`([^`\n]+)`", text))


def table(text):
    """The cells of every row of the tables in a text, without backticks and headings."""
    rows = [line for line in text.splitlines() if line.startswith("|")]
    cells = [[cell.strip() for cell in re.split(r"(?<!\\)\|", row)[1:-1]] for row in rows]
    return [row for row in cells if row[0].startswith("`")]


def bare(cell):
    return cell.strip("`").replace("\\|", "|")


# --- the format of scenarios ---------------------------------------------------

# Where docs/scenarios.md tells the fields of each kind of record.
TOLD_IN = {
    "Sourced": "### Where a thing comes from",
    "Number": "## Parties",
    "Leverage": "## Parties",
    "Advice": "## Parties",
    "Party": "## Parties",
    "Instruction": "### An instruction",
    "Objective": "### An instruction",
    "RedLine": "### An instruction",
    "Term": "## Terms",
    "TermOption": "## Terms",
    "Effects": "## Effects",
    "Begin": "## Effects",
    "Circulate": "## Effects",
    "Rule": "### A decision rule",
    "Criterion": "### A decision rule",
    "Document": "## Documents",
    "Clause": "## Documents",
    "Formulation": "## Documents",
    "Event": "## Events",
    "Shift": "## Events",
    "Ending": "## Endings",
    "Bloc": "## The outside",
    "Reality": "## History, proposals, sources, notes",
    "Proposal": "## History, proposals, sources, notes",
    "Source": "## History, proposals, sources, notes",
    "Frame": "## scenario.yaml",
    "Axis": "### An axis",
    "Group": "### A group",
    "Preset": "### A preset",
    "Spot": "## Puzzles",
    "Limits": "## Puzzles",
    "Aim": "## Puzzles",
    "Puzzle": "## Puzzles",
}
RECORDS: dict[str, type[BaseModel]] = {
    name: kind
    for module in (sourced, models, puzzles)
    for name, kind in vars(module).items()
    if isinstance(kind, type)
    and issubclass(kind, BaseModel)
    and kind.__module__ == module.__name__
    and name != "Scenario"
}


CONFIDENCE = set(get_args(sourced.Confidence))


def own_fields(kind):
    """The fields of a record as an author writes them, without those of where it comes from."""
    shared = set(sourced.Sourced.model_fields) if kind is not sourced.Sourced else set()
    return {info.alias or name for name, info in kind.model_fields.items()} - shared


def words_of(annotation):
    """Every word a field may have."""
    if get_origin(annotation) is Literal:
        return {word for word in get_args(annotation) if isinstance(word, str)}
    parts = [words_of(part) for part in get_args(annotation)]
    return set().union(*parts)


@pytest.mark.parametrize("name", RECORDS)
def test_every_field_of_a_scenario_is_told_where_its_record_is(name):
    told = in_backticks(section("scenarios.md", TOLD_IN[name]))
    assert own_fields(RECORDS[name]) - told == set()


@pytest.mark.parametrize("name", RECORDS)
def test_every_word_a_field_may_have_is_told(name):
    told = in_backticks(section("scenarios.md", TOLD_IN[name]))
    for field in RECORDS[name].model_fields.values():
        words = words_of(field.annotation) - CONFIDENCE
        assert words - told == set()


def test_every_grade_of_confidence_is_told():
    assert in_backticks(section("scenarios.md", TOLD_IN["Sourced"])) >= CONFIDENCE


def test_every_file_of_a_scenario_is_told():
    told = in_backticks(section("scenarios.md", "## The folder"))
    assert {*NEEDED, *OPTIONAL, "parties/ID.yaml", "documents/ID.yaml"} - told == set()


def test_every_reserved_word_is_told():
    assert in_backticks(section("scenarios.md", "## How the files are written")) >= RESERVED


def test_every_effect_stands_in_the_table_of_effects():
    told = {bare(row[0]) for row in table(section("scenarios.md", "## Effects"))}
    assert set(models.Effects.model_fields) - told == set()


def test_every_kind_of_condition_and_every_word_of_it_is_told():
    text = section("scenarios.md", "## Conditions")
    assert set(KINDS) - {bare(row[0]) for row in table(text)} == set()
    kinds: dict[str, Any] = KINDS  # mypy takes them for their metaclass
    for kind in kinds.values():
        fields = {info.alias or name for name, info in kind.model_fields.items()}
        words = [words_of(info.annotation) for info in kind.model_fields.values()]
        assert set().union(fields, *words) - in_backticks(text) == set()


def test_every_measure_is_told():
    first_cells = [row[0] for row in table(section("scenarios.md", "### Measures"))]
    assert set(get_args(Measure)) - in_backticks(" ".join(first_cells)) == set()


def test_every_number_of_the_rules_is_told():
    first_cells = [row[0] for row in table(section("scenarios.md", "## Numbers"))]
    assert in_backticks(" ".join(first_cells)) == set(Numbers.model_fields)


def blocks(name, kind):
    """The examples of a kind in a page, each with its first line, which says what it is."""
    found = re.findall(rf"^```{kind}\n(.*?)^```", page(name), flags=re.MULTILINE | re.DOTALL)
    return [tuple(block.split("\n", 1)) for block in found]


def test_examples_of_files_stand_in_the_school():
    for first, text in blocks("scenarios.md", "yaml"):
        file = SCHOOL / first.removeprefix("# ")
        if file.suffix == ".yaml":
            flat = "\n".join(line.strip() for line in file.read_text("utf-8").splitlines())
            assert "\n".join(line.strip() for line in text.strip().splitlines()) in flat


def test_other_examples_are_sound():
    seen = set()
    for first, text in blocks("scenarios.md", "yaml"):
        data, faults = read_tree("example", textwrap.dedent(text))
        kind = first.removeprefix("# ")
        seen.add(kind)
        assert faults == []
        if kind == "condition":
            TypeAdapter(Condition).validate_python(data)
        elif kind == "numbers":
            Numbers.model_validate(data["numbers"])
        elif kind == "patch":
            settings = Settings()
            for key, value in data.items():
                settings.put(key, str(value), "patch")
            assert apply(load(SCHOOL), settings) != load(SCHOOL)
    assert seen >= {"condition", "numbers", "patch"}


# --- the numbers of the delegates ------------------------------------------------


def test_the_dials_have_the_values_of_the_table():
    told = {bare(row[0]): row[1] for row in table(section("model.md", "### Dials"))}
    assert told == {name: str(getattr(Numbers(), name)) for name in DIALS}


def test_the_constants_have_the_values_of_the_table():
    rows = table(section("model.md", "### Constants"))
    told = {(bare(file), bare(name)): int(value) for file, name, value, _ in rows}
    for (file, name), value in told.items():
        module = import_module(file.removesuffix(".py").replace("/", "."))
        assert (name, getattr(module, name)) == (name, value)


def test_every_number_in_the_equations_stands_in_the_code():
    rows = table(section("model.md", "### Numbers inside the equations"))
    assert rows
    for file, code, _ in rows:
        text = " ".join((TOP / bare(file)).read_text(encoding="utf-8").split())
        assert bare(code) in text


def test_a_number_of_the_rules_that_a_page_quotes_is_the_default():
    texts = [path.read_text(encoding="utf-8") for path in PAGES]
    quoted = [found for text in texts for found in re.findall(r"`(\w+)` = (-?\d+)", text)]
    assert quoted
    for name, value in quoted:
        assert (name, getattr(Numbers(), name)) == (name, int(value))


# --- commands --------------------------------------------------------------------


def commands(group=main, before=()):
    """Every command, by the words that call it."""
    found: dict[tuple[str, ...], click.Command] = {}
    for name, command in group.commands.items():
        words = (*before, name)
        found |= commands(command, words) if isinstance(command, click.Group) else {words: command}
    return found


def quoted_commands():
    """Every `committee ...` in a code span or block of any page, as its words."""
    for path in PAGES:
        text = path.read_text(encoding="utf-8")
        spans = re.findall(r"`(committee [^`\n]+)`", text)
        lines = re.findall(r"^(?: {4}|)(committee .+)$", text, flags=re.MULTILINE)
        for said in [*spans, *lines]:
            yield path.name, shlex.split(said, comments=True)[1:]


def test_every_command_is_named_in_the_documents():
    said = [" ".join(words) for _, words in quoted_commands()]
    missing = [
        " ".join(words)
        for words in commands()
        if not any(f"{line} ".startswith(" ".join(words) + " ") for line in said)
    ]
    assert missing == []


def test_every_command_in_the_documents_exists_with_its_options():
    known = commands()
    for where, words in quoted_commands():
        if words[0].startswith("-"):
            continue
        name = next((tuple(words[:n]) for n in (2, 1) if tuple(words[:n]) in known), None)
        if name is None and isinstance(main.commands.get(words[0]), click.Group):
            continue
        assert name is not None, f"{where}: committee {' '.join(words)}"
        options = {option for each in known[name].params for option in each.opts}
        given = {word.split("=")[0] for word in words if word.startswith("--")} - {"--help"}
        assert given - options == set(), f"{where}: {' '.join(words)}"


def test_the_examples_of_commands_run(tmp_path, monkeypatch):
    shutil.copytree(SCHOOL, tmp_path / "tests" / "scenarios" / "school")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(cache, "cache_folder", lambda: tmp_path / "kept")
    monkeypatch.setattr(places, "saves_folder", lambda: tmp_path / "saves")
    ran = 0
    for path in PAGES:
        for block in re.findall(r"^```sh\n(.*?)^```", path.read_text("utf-8"), re.M | re.S):
            for line in block.splitlines():
                words = shlex.split(line, comments=True)
                if words[:1] != ["committee"] or words[1] in OPENS_A_SCREEN:
                    continue
                done = CliRunner().invoke(main, words[1:])
                assert done.exit_code == 0, f"{path.name}: {line}\n{done.output}"
                ran += 1
    assert ran


# --- the other pages ---------------------------------------------------------------

# Words the house is built on; whatever else the glossary has, it has these.
WORDS = {
    *("party", "seat", "player", "machine delegate", "chair", "convener", "term", "option"),
    *("document", "clause", "formulation", "amendment", "motion", "second", "ballot", "tally"),
    *("quorum", "carried", "lost", "reservation", "pledge", "order", "decision point", "event"),
    *("minutes", "session", "view"),
}


def glossary():
    """Each word of the glossary and what is said of it."""
    parts = re.split(r"^## (.+)$", page("glossary.md"), flags=re.MULTILINE)[1:]
    return dict(zip(parts[::2], (part.strip() for part in parts[1::2]), strict=True))


def test_the_glossary_has_the_words_of_the_house_in_order():
    words = list(glossary())
    assert WORDS - {word.lower() for word in words} == set()
    assert words == sorted(words, key=str.lower)


def test_the_glossary_says_one_or_two_things_of_each_word():
    for word, said in glossary().items():
        sentences = re.findall(r"[.?!](?=\s|$)", said)
        assert 1 <= len(sentences) <= 2, word
        assert "\n\n" not in said, word


def test_every_decision_says_why_what_it_costs_and_what_would_change_it():
    log = page("decisions.md").split("\n## Figures\n")[0]
    entries = re.split(r"^## (.+)$", log, flags=re.MULTILINE)[1:]
    assert len(entries) > 30
    for title, said in zip(entries[::2], entries[1::2], strict=True):
        labels = re.findall(r"^\*\*(.+?)\*\*", said, flags=re.MULTILINE)
        assert labels == ["Decided.", "Because.", "Costs.", "Would change our mind."], title
        assert len(said.strip().splitlines()) <= 8, title


def test_the_picture_of_the_house_names_every_room():
    rooms = {path.parent.name for path in (TOP / "game").glob("*/__init__.py")}
    assert rooms - in_backticks(page("architecture.md")) == set()


def test_the_keys_of_rooms_and_of_every_page_are_told():
    told = {bare(cell) for row in table(page("play.md")) for cell in row[:1]}
    rooms = {row.cap for row in keys.TABLE if row.where == ("seat",)}
    everywhere = {row.cap for row in keys.TABLE if row.where == keys.EVERYWHERE}
    assert (rooms | everywhere) - told == set()


def test_links_lead_somewhere():
    for path in PAGES:
        text = path.read_text(encoding="utf-8")
        for link in re.findall(r"\]\((?!https?:)([^)#\s]*)(?:#[^)\s]*)?\)", text):
            if link and not link.startswith("docs/pictures/"):
                assert (path.parent / link).exists(), f"{path.name}: {link}"


def test_links_within_a_page_lead_to_a_heading():
    for path in PAGES:
        text = path.read_text(encoding="utf-8")
        heads = re.findall(r"^#+ (.+)$", text, flags=re.MULTILINE)
        anchors = {re.sub(r"[^a-z0-9 _-]", "", head.lower()).replace(" ", "-") for head in heads}
        for anchor in re.findall(r"\]\(#([^)\s]+)\)", text):
            assert anchor in anchors, f"{path.name}: {did_you_mean(anchor, anchors)}"


def test_files_and_names_of_the_code_that_are_quoted_exist():
    for path in PAGES:
        for span in in_backticks(path.read_text(encoding="utf-8")):
            if re.fullmatch(r"(game|scenarios|tests|docs)/[\w./-]+", span):
                assert (TOP / span).exists(), f"{path.name}: {span}"


def test_the_readme_is_short_and_names_the_two_commands():
    lines = (TOP / "README.md").read_text(encoding="utf-8").splitlines()
    assert len(lines) < 90
    assert {"    make play", "    make test"} <= {line.split("  #")[0].rstrip() for line in lines}
