"""A result in a file: data as the command prints it, charts that are the same bytes each time."""

import io
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest
from click.testing import CliRunner

from game.cli import main
from game.content.settings import apply, parse
from game.explorer import page
from game.explorer.executors import Serial
from game.explorer.explore import Exploration
from game.explorer.export import KINDS, PICTURES, export
from game.explorer.faults import ExplorerError
from game.explorer.intervals import Interval
from game.explorer.paper import HIGH, MARGIN, WIDE, printed
from game.explorer.runs import Run
from game.explorer.shown import along, clauses, endings, legitimacy, letters, parties, seated
from game.explorer.telling import as_csv, as_json

SCHOOL = Path(__file__).parents[1] / "scenarios" / "school"
CAVEAT = "share of model games, not a forecast"


def played(scenario, games=80, rival=()):
    other = Run(apply(scenario, parse(rival)), 3) if rival else None
    found = Exploration(Run(scenario, 3), games, other).play(Serial())
    found.versus = tuple(rival)
    return found


@pytest.fixture(scope="module")
def alone(letter):
    return played(letter)


@pytest.fixture(scope="module")
def compared(letter):
    return played(letter, rival=("term.decision_rule=unanimity",))


# --- files -----------------------------------------------------------------------------------


def test_data_is_what_the_command_prints(compared, tmp_path):
    export(compared, tmp_path / "r.csv")
    export(compared, tmp_path / "r.json")
    assert (tmp_path / "r.csv").read_text("utf-8") == as_csv(compared) + "\n"
    assert json.loads((tmp_path / "r.json").read_text("utf-8")) == as_json(compared)


@pytest.mark.parametrize("kind", PICTURES)
def test_the_same_result_is_the_same_picture(alone, compared, tmp_path, kind):
    pytest.importorskip("matplotlib")
    for name, found in (("a", alone), ("b", compared)):
        for time in "12":
            export(found, tmp_path / f"{name}{time}{kind}")
    read = {path.stem: path.read_bytes() for path in tmp_path.iterdir()}
    assert read["a1"] == read["a2"] != read["b1"] == read["b2"]
    assert read["a1"].startswith({".svg": b"<?xml", ".png": b"\x89PNG", ".pdf": b"%PDF"}[kind])


def test_a_picture_is_the_same_in_another_process_whatever_a_person_likes(tmp_path):
    """Neither the order of sets, nor the clock, nor a person's own style is in it."""
    pytest.importorskip("matplotlib")
    (tmp_path / "matplotlibrc").write_text("figure.facecolor: red\nfont.size: 30\n")
    words = [sys.executable, "-m", "game", "explore", str(SCHOOL), "--games", "20", "--seed", "1"]
    for number in "12":
        own = {"PYTHONHASHSEED": number}
        if number == "2":
            own["MATPLOTLIBRC"] = str(tmp_path)
        chart = ["--chart", str(tmp_path / f"{number}.svg")]
        subprocess.run(
            [*words, *chart], check=True, env=os.environ | own, stdout=subprocess.DEVNULL
        )
    assert (tmp_path / "1.svg").read_bytes() == (tmp_path / "2.svg").read_bytes()


def test_a_pdf_is_one_page_and_a_png_a_sheet(alone, tmp_path):
    pytest.importorskip("matplotlib")
    from PIL import Image

    export(alone, tmp_path / "r.pdf")
    export(alone, tmp_path / "r.png")
    assert len(re.findall(rb"/Type /Page\b", (tmp_path / "r.pdf").read_bytes())) == 1
    wide, high = Image.open(io.BytesIO((tmp_path / "r.png").read_bytes())).size
    assert high / wide == pytest.approx(297 / 210, rel=0.005)


def test_a_name_that_says_no_kind_is_refused(alone, tmp_path):
    with pytest.raises(ExplorerError, match=r"end it in \.csv, \.json, \.svg, \.png or \.pdf"):
        export(alone, tmp_path / "r.gif")
    with pytest.raises(ExplorerError, match="there is no such folder"):
        export(alone, tmp_path / "nowhere" / "r.csv")
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("kind", ["csv", "svg"])
def test_a_file_that_cannot_be_written_is_told_by_its_name(alone, tmp_path, kind):
    (tmp_path / f"result.{kind}").mkdir()
    with pytest.raises(ExplorerError, match=rf"result\.{kind}: .*; make room or name another"):
        export(alone, tmp_path / f"result.{kind}")


def test_without_the_library_pictures_are_refused_in_one_line_and_data_are_not(
    alone, tmp_path, monkeypatch
):
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    with pytest.raises(ExplorerError, match=r"drafting-committee\[charts\]"):
        export(alone, tmp_path / "r.png")
    export(alone, tmp_path / "r.csv")
    assert [path.name for path in tmp_path.iterdir()] == ["r.csv"]


# --- what is on the page ---------------------------------------------------------------------


@pytest.fixture
def words(monkeypatch):
    """Gives every text that is drawn, with its place in inches, none of it beyond the edge."""
    pytest.importorskip("matplotlib")
    from matplotlib.text import Text

    drawn = []
    draw = Text.draw

    def noted(text, renderer):
        draw(text, renderer)
        if text.get_text().strip() and text.get_visible():
            drawn.append(text)

    monkeypatch.setattr(Text, "draw", noted)
    return lambda found: _words(found, drawn)


def _words(found, drawn):
    made = []

    def fill(paper):
        page._fill(paper, found)
        drawn.clear()
        paper.figure.draw_without_rendering()
        inches = paper.figure.dpi_scale_trans.inverted()
        for text in drawn:
            made.append((text.get_text(), text.get_window_extent().transformed(inches)))

    printed("svg", "", "", fill)
    for text, box in made:
        assert MARGIN - 0.3 < box.x0 < box.x1 < WIDE - 0.3, text
        assert 0.3 < box.y0 < box.y1 < HIGH - 0.3, text
    return made


@pytest.mark.parametrize("which", ["alone", "compared"])
def test_every_chart_says_what_it_is_and_the_foot_how_to_make_it_again(words, which, request):
    found = request.getfixturevalue(which)
    said = [text for text, _ in words(found)]
    charts = ["Who comes", "How many sit down", "Legitimacy", "How it ends"]
    charts.append("What becomes of the clauses")
    assert set(charts) <= set(said)
    assert sum(text.startswith(CAVEAT) for text in said) == len(charts)
    foot = said[-1] if "digest" in said[-1] else next(text for text in said if "digest" in text)
    for part in ("july-1964", "preset first", "seed 3", "games 80", "rules version"):
        assert part in foot
    assert found.counted.digest.hex() in foot
    if found.other is not None:
        assert found.other.digest.hex() in foot
        assert any(f"{found.compared.changed} of 80 games changed" in text for text in said)
        assert any("term.decision_rule=unanimity" in text for text in said)
    for party in found.scenario.parties:
        assert party.name in said


@pytest.mark.parametrize("which", ["alone", "compared"])
def test_no_words_lie_over_others(words, which, request):
    made = words(request.getfixturevalue(which))
    for n, (one, box) in enumerate(made):
        for other, place in made[n + 1 :]:
            wide = min(box.x1, place.x1) - max(box.x0, place.x0)
            high = min(box.y1, place.y1) - max(box.y0, place.y0)
            assert not (wide > 0.02 and high > 0.03), (one, other)


def test_an_svg_is_sound_and_names_itself(alone, tmp_path):
    pytest.importorskip("matplotlib")
    export(alone, tmp_path / "r.svg")
    text = (tmp_path / "r.svg").read_text("utf-8")
    named = ElementTree.fromstring(text).findtext("{http://www.w3.org/2000/svg}title")
    assert named is not None
    assert named.startswith("The drafting committee")
    assert CAVEAT in text
    assert "<dc:date>" not in text


# --- rows ------------------------------------------------------------------------------------


def test_rows_are_the_shares_of_the_data(compared):
    told = as_json(compared)
    names = {party.name: party.id for party in compared.scenario.parties}
    rows = parties(compared).rows
    assert len(rows) == 26
    for row in rows:
        mine, theirs = (each["attendance"][names[row.label]] for each in (told, told["vs"]))
        assert row.mine == pytest.approx(tuple(mine.values()))
        assert row.theirs == pytest.approx(tuple(theirs.values()))
        moved = told["difference"]["attendance"][names[row.label]]["attend"]
        assert row.moved == Interval(**moved)
    facts = {row.label: row.fact for row in rows}
    assert (facts["Poland"], facts["USA"], facts["Rumania"]) == ("attend", "observe", "refuse")
    titles = {each.title: each.id for each in compared.scenario.endings}
    for row in endings(compared).rows:
        assert row.mine[0] == told["endings"][titles[row.label]]
        assert row.moved == Interval(**told["difference"]["endings"][titles[row.label]])


def test_a_clause_is_told_along_its_scale(alone, compared):
    assert letters(3) == ("a", "a-b", "b", "b-c", "c", "bracketed", "not put")
    assert along(3) == [0, 3, 1, 4, 2, 5, 6]
    shares = list(as_json(alone)["clauses"].values())
    rows = clauses(alone).rows
    for row in rows:
        assert sum(row.mine) == pytest.approx(1)
        assert any(
            row.mine == pytest.approx(tuple(list(each.values())[n] for n in along(len(each) // 2)))
            for each in shares
        )
    for row in clauses(compared).rows:
        assert row.moved is not None
        assert row.theirs is not None
        at = row.words.index(row.which)
        assert row.moved.mean == pytest.approx(row.theirs[at] - row.mine[at])
        gaps = [abs(b - a) for a, b in zip(row.mine, row.theirs, strict=True)]
        assert abs(row.moved.mean) == pytest.approx(max(gaps))


def test_spreads_sum_to_one_and_bear_history(alone):
    some = seated(alone)
    assert sum(some.mine) == pytest.approx(1)
    assert len(some.mine) == 27
    assert some.fact == alone.scenario.history.attendance
    worth = legitimacy(alone)
    assert sum(worth.mine) == pytest.approx(1)
    assert (len(worth.mine), worth.width, worth.fact) == (20, 5, None)


# --- the command -----------------------------------------------------------------------------


def test_the_command_draws(tmp_path):
    pytest.importorskip("matplotlib")
    chart = tmp_path / "r.pdf"
    words = ["explore", str(SCHOOL), "--games", "20", "--seed", "1", "--chart", str(chart)]
    done = CliRunner().invoke(main, [*words, "--set", "dial.noise=30", "--format", "json"])
    assert done.exit_code == 0, done.output
    assert b"dial.noise=30" in chart.read_bytes()
    assert json.loads(done.stdout)["games"] == 20


@pytest.mark.parametrize("name", ["r.txt", "r.csv", "nowhere/r.svg"])
def test_a_chart_that_cannot_be_drawn_is_refused_before_any_game(tmp_path, name, monkeypatch):
    monkeypatch.setattr("game.explorer.explore.Exploration.play", None)
    words = ["explore", str(SCHOOL), "--games", "20", "--seed", "1"]
    done = CliRunner().invoke(main, [*words, "--chart", str(tmp_path / name)])
    assert done.exit_code == 1
    assert done.output.startswith("committee: --chart: ")
    assert done.output.count("\n") == 1


def test_every_kind_is_tried():
    assert set(KINDS) == {".csv", ".json", *PICTURES}
