"""What can be found by name: the keys of the page, settings, parties, terms, clauses, words."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from textual.app import SystemCommand
from textual.screen import Screen

from game.ui.glossary import GLOSSARY
from game.ui.keys import rows
from game.ui.remap import in_use
from game.ui.settings import KNOBS

if TYPE_CHECKING:
    from game.session.views import View
    from game.ui.manners import Manners
    from game.ui.widgets.sheet import Block


def commands(
    app: Manners, screen: Screen[Any], wheres: tuple[str, ...], view: View | None
) -> Iterator[SystemCommand]:
    """All commands of a page: the keys of its places, then what the seat may see by name."""
    for row in in_use(rows(*wheres), app.settings.keys):
        if row.key and row.id != "find":
            yield SystemCommand(row.verb, f"{row.help} ({row.cap})", _runner(screen, row.does))
    if view is not None:
        yield from _of_the_game(app, view)
    yield SystemCommand("explorer", "Thousands of model games, and dials to turn.",
                        _runner(screen, "app.explore"))  # fmt: skip
    yield from _settings(app)
    for word, said in GLOSSARY:
        yield SystemCommand(f"word: {word}", said, _card(app, _word_blocks, word, said))


def _settings(app: Manners) -> Iterator[SystemCommand]:
    """Each value of each setting."""
    for knob in KNOBS:
        for value, word in knob.values:
            yield SystemCommand(
                f"{knob.title.lower()}: {word.lower()}", knob.help, _setter(app, knob.id, value)
            )


def _of_the_game(app: Manners, view: View) -> Iterator[SystemCommand]:
    """What lies on the table: a card for each, as on the page it belongs to."""
    for party in view.parties:
        yield SystemCommand(party.name, f"{party.full_name}: who it is, and where it stands.",
                            _card(app, _party_blocks, view, party.id))  # fmt: skip
    for term in view.terms:
        yield SystemCommand(f"term: {term.title}", "A rule of the meeting, and who wants what.",
                            _card(app, _term_blocks, view, term.id))  # fmt: skip
    for document in view.documents:
        for clause in document.clauses:
            yield SystemCommand(f"clause: {clause.topic}", f"A clause of: {document.title}",
                                _card(app, _clause_blocks, view, clause.id))  # fmt: skip


def _card(app: Manners, blocks: Callable[..., list[Block]], *about: Any) -> Any:
    def show() -> None:
        from game.ui.screens.card import Card

        app.push_screen(Card(blocks(*about)))

    return show


def _word_blocks(word: str, said: str) -> list[Block]:
    from game.ui.widgets.sheet import RULE, text, title

    return [title(word), RULE, text(said)]


def _party_blocks(view: View, party: str) -> list[Block]:
    from game.ui.screens.hall import party_card

    return party_card(next(each for each in view.parties if each.id == party))


def _term_blocks(view: View, term: str) -> list[Block]:
    from game.ui.pages.why import term_card

    return term_card(view, next(each for each in view.terms if each.id == term))


def _clause_blocks(view: View, clause: str) -> list[Block]:
    from game.ui.pages.why import clause_card

    return clause_card(view, next(c for d in view.documents for c in d.clauses if c.id == clause))


def _setter(app: Manners, name: str, value: Any) -> Any:
    return lambda: app.keep(**{name: value})


def _runner(screen: Screen[Any], action: str) -> Any:
    async def run() -> None:
        await screen.run_action(action)

    return run
