"""A game with branches, kept in a folder: the fixed game of the documentation, and what-ifs."""

import shutil
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from game.saves.store import SaveFile
from game.saves.tree import grow
from game.ui import begin
from tests.ui.pictures import SEAT, begun, until

NAMES = ("the-game", "the-game-branch-1", "the-game-branch-2", "the-game-branch-3")


def grown(folder):
    """The folder's trunk; its branches lie beside it."""
    for path in _made().iterdir():
        shutil.copy(path, folder / path.name)
    return folder / f"{NAMES[0]}.save"


def play_out(play, most=1000):
    """Do as the machine delegate would, so often or to the end."""
    for _ in range(most):
        if play.game.over:
            return
        play.submit(play.draft())


@cache
def _made():
    folder = Path(mkdtemp())
    session = until(begun(), "none").game.session
    trunk = folder / f"{NAMES[0]}.save"
    with SaveFile.create(trunk, session.header) as file:
        file.append_many(entry.to_json() for entry in session.entries)
    nodes = {node.title: node for node in grow(trunk).branches[0].nodes}
    _branch(trunk, nodes["Invitation, roll"], (SEAT,), "Poland stays away", reply="away")
    _branch(trunk, nodes["4. Mention of absentees, ballot"], (SEAT,), "")
    second = folder / f"{NAMES[1]}.save"
    late = next(n for n in grow(second).branches[1].own if n.kind == "ballot")
    _branch(second, late, ("italy",), "Italy takes over", most=4)
    with SaveFile.open(trunk) as file:
        file.annotate(nodes["Round 1, poll"].entry, "Here the draft was lost.")
    return folder


def _branch(source, node, seats, name, most=1000, **changed):
    """A branch before a node, decided otherwise there, and played on so far."""
    made = begin.branched_game(source, node.before, seats, name, source.with_stem(NAMES[0]))
    draft = made.play.draft()
    assert draft
    made.play.submit(draft.model_copy(update=changed))
    play_out(made.play, most - 1)
    made.close()
