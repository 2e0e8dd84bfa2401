"""Where scenarios and saves lie."""

from pathlib import Path

from game.content import places

TOP = Path(__file__).parents[2]


def test_a_checkout_keeps_scenarios_and_saves_at_its_top():
    assert places.scenario_folder() == TOP / "scenarios"
    assert places.saves_folder() == TOP / "saves"


def test_an_installed_copy_keeps_scenarios_in_the_package_and_saves_with_the_user(monkeypatch):
    monkeypatch.setattr(places, "checkout", lambda: None)
    assert places.scenario_folder() == TOP / "game" / "_scenarios"
    assert not places.saves_folder().is_relative_to(TOP)
