"""Opens a game from what was asked: a new one kept in a new file, or one that was kept."""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from game.content import DEFAULT_SCENARIO
from game.ui.request import PlayRequest

if TYPE_CHECKING:
    from game.content.models import Scenario
    from game.content.puzzles import Puzzle
    from game.saves.store import SaveFile
    from game.session.daily import Daily
    from game.session.progress import OnEntry
    from game.session.session import Session
    from game.ui.play import Play

NAMELESS = "you"


@dataclass
class Opened:
    """A game that is open, and the file it is kept in."""

    play: Play
    file: SaveFile
    new: bool

    def close(self) -> None:
        """Note where the game stands, and let go of the file."""
        from game.session.replay import adjournment
        from game.ui.local import LocalGame

        if isinstance(self.play.game, LocalGame) and self.play.game.session.entries:
            self.file.adjourn(adjournment(self.play.game.session))
        self.file.close()


def scenario_of(name: str | None) -> Scenario:
    """The scenario asked for, or the one that is shipped."""
    from game.content.loader import find, load

    return load(find(name or DEFAULT_SCENARIO))


def scenario_asked(request: PlayRequest) -> Scenario:
    """The scenario asked for, with everything set that was asked for."""
    from game.content.settings import apply, parse

    return apply(scenario_of(request.scenario), parse(request.settings))


def new_game(request: PlayRequest, scenario: Scenario, seats: tuple[str, ...]) -> Opened:
    """Begin a game for these seats, in a file of its own."""
    from game.content.names import delegations
    from game.delegates.difficulty import at_difficulty
    from game.saves.store import SaveFile
    from game.session.session import Session
    from game.session.setting import Setting

    seed = request.seed if request.seed is not None else random.SystemRandom().randrange(10**9)
    setting = Setting(
        at_difficulty(scenario, request.difficulty),
        request.preset or scenario.frame.default_preset,
        seed,
        people=dict.fromkeys(seats, NAMELESS),
        names=delegations(scenario, seed),
        difficulty=request.difficulty,
        game=request.game,
        day=request.day,
    )
    with _held(SaveFile.create(_free(scenario.frame.id, seats), setting.header())) as file:
        session = Session(setting, _keeper(file))
        session.go()
        return Opened(_play(session, seats), file, new=True)


def puzzle_game(scenario: Scenario, puzzle: Puzzle) -> Opened:
    """Begin a puzzle, in a file of its own: its game is brought to where it begins."""
    from game.content.names import delegations
    from game.saves.store import SaveFile
    from game.session.puzzles import setting_for
    from game.session.session import Session
    from game.session.trying import seated

    setting = setting_for(scenario, puzzle, delegations(scenario, puzzle.seed))
    name = f"{scenario.frame.id}-puzzle"
    with _held(SaveFile.create(_free(name, (puzzle.party,)), setting.header())) as file:
        session = seated(Session(setting, _keeper(file)))
        return Opened(_play(session, (puzzle.party,)), file, new=True)


def request_of(request: PlayRequest, today: Daily) -> PlayRequest:
    """What is asked for when the game of a day is."""
    return replace(
        request,
        scenario=DEFAULT_SCENARIO,
        preset=today.preset,
        party=today.party,
        seed=today.seed,
        day=today.day,
        settings=(),
        difficulty="loyal",
        hot_seat=(),
        game=0,
    )


def kept_game(path: Path, seats: tuple[str, ...] = ()) -> Opened:
    """Take up a game where it was left; with `seats`, people sit in these and in no others.

    It is new if one of them has just sat down.
    """
    from game.saves.errors import SaveError
    from game.saves.store import SaveFile
    from game.session.replay import Differs, replay

    with _held(SaveFile.open(path)) as file:
        try:
            session = replay(file.header, file.entries(), _keeper(file))
        except Differs as fault:
            raise SaveError(f"{path.name} was not taken up. {fault}") from fault
        except (ValueError, LookupError, TypeError) as fault:
            raise SaveError(
                f"{path.name} was kept by another version of the game and cannot be read by this "
                "one. Nothing in it was changed."
            ) from fault
        new = bool(set(seats) - set(session.people))
        if seats:
            _seat(session, seats)
        if session.people:
            session.go()
        return Opened(_play(session, tuple(session.people)), file, new)


def branched_game(
    source: Path, at: int, seats: tuple[str, ...], name: str = "", free: Path | None = None
) -> Opened:
    """Play on from an entry of a kept game, in a file of its own that leans on it.

    Machine delegates take every seat but these, whoever sat there before. `free` is the save whose
    name the new one's begins with.
    """
    from game.saves.errors import SaveError
    from game.saves.shelf import branch, delete

    dest = branch(source, at, _beside(free or source))
    try:
        opened = kept_game(dest, seats)
    except SaveError:
        delete(dest)
        raise
    if name:
        opened.file.call(name)
    return opened


def _seat(session: Session, seats: tuple[str, ...]) -> None:
    """Put people in these seats, and machine delegates in all others."""
    for party in seats:
        if party not in session.people:
            session.take_seat(party, NAMELESS)
    for party in list(session.people):
        if party not in seats:
            session.leave_seat(party)


def _beside(trunk: Path) -> Path:
    """A name for a branch that no save beside its trunk has yet."""
    number = 1
    while (path := trunk.with_name(f"{trunk.stem}-branch-{number}{trunk.suffix}")).exists():
        number += 1
    return path


def _play(session: Session, seats: tuple[str, ...]) -> Play:
    from game.ui.local import LocalGame
    from game.ui.play import Play

    return Play(LocalGame(session), seats)


def _keeper(file: SaveFile) -> OnEntry:
    """Makes each entry durable in a file before it takes effect."""
    return lambda entry: file.append(entry.to_json())


@contextmanager
def _held(file: SaveFile) -> Iterator[SaveFile]:
    """A file that stays open, unless its game cannot be opened."""
    try:
        yield file
    except BaseException:
        file.close()
        raise


def _free(scenario: str, seats: tuple[str, ...]) -> Path:
    """A name no save has yet: the scenario, who plays, a number."""
    from game.content.places import saves_folder
    from game.saves.store import SUFFIX

    folder = saves_folder()
    folder.mkdir(parents=True, exist_ok=True)
    who = seats[0] if len(seats) == 1 else f"{len(seats)}-seats"
    number = 1
    while (path := folder / f"{scenario}-{who}-{number}{SUFFIX}").exists():
        number += 1
    return path
