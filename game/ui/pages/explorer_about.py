"""What a dial is: its values, what was so in fact, and how often each came about."""

from __future__ import annotations

from game.content.models import Scenario, Term
from game.explorer.sharing import encoded
from game.explorer.telling import CAVEAT, Explored
from game.ui.pages.explorer import in_fact
from game.ui.pages.explorer_dials import Dial
from game.ui.pages.explorer_setting import SIDES, Setting
from game.ui.widgets.chart_bars import points
from game.ui.widgets.sheet import GAP, RULE, Block, head, item, pair, text, title


def blocks(dial: Dial, setting: Setting, found: Explored | None) -> list[Block]:
    """A sheet on a dial."""
    made = [title(dial.title), text(dial.about), RULE]
    made += [
        pair(SIDES[side] if len(setting.sides) > 1 else "Now", setting.word(dial, side))
        for side in range(len(setting.sides))
    ]
    term = _term(setting.scenario, dial)
    if term is None:
        usual = dial.word(dial.usual)
        return [*made, pair("As it comes", usual)] if usual else made
    history = setting.scenario.history
    if history and dial.fact:
        made.append(pair("In fact", f"{dial.word(dial.fact)} ({history.confidence})"))
    return [*made, GAP, *_options(term, found), text(CAVEAT, "faint")]


def record(setting: Setting) -> list[Block]:
    """The code of the setting, and what happened in fact."""
    scenario = setting.scenario
    made = [head("Share code"), text(encoded(setting.shared(), scenario)), GAP]
    if scenario.history:
        made += [head("In fact", scenario.history.confidence), text(in_fact(scenario), "soft")]
    return made


def _term(scenario: Scenario, dial: Dial) -> Term | None:
    return next((term for term in scenario.terms if dial.key == f"term.{term.id}"), None)


def _options(term: Term, found: Explored | None) -> list[Block]:
    """Every option, and in how many games of a hundred it is agreed."""
    made = [head("Options", "agreed, of 100")]
    for option in term.options:
        made.append(item(option.title, _often(term, option.id, found)))
        made.append(text(option.text, "soft"))
    return made


def _often(term: Term, option: str, found: Explored | None) -> str:
    if found is None:
        return ""
    sides = [found.counted, *([found.other] if found.other else [])]
    return ", ".join(points(side.shares("terms")[term.id][option]) for side in sides)
