"""The part of the application that knows of branches: opens their page, plays on from them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from game.ui import begin
from game.ui.games import Games
from game.ui.index import page

if TYPE_CHECKING:
    from game.saves.store import SaveFile


class Branching(Games):
    """The part of the application that knows of branches."""

    game: begin.Opened | None
    NOT_KEPT = "This game is kept in no file, so nothing can branch from it."
    WHAT_IF = "This is a what-if. The game it grew from stays as it is, and you can go back to it."

    def open_branches(self, path: Path | None = None, entry: int = 0) -> None:
        """Open the tree of a save, by default that of the game in progress."""
        path = path or (self.game.file.path if self.game else None)
        if path is None:
            self.notify(self.NOT_KEPT, title="No branches", markup=False)
        else:
            self.push_screen(page("branches", path, entry))

    def resume(self, path: Path) -> None:
        """Take up a game that was kept; the one in progress is gone back to."""
        if self.is_open(path):
            self.sit_down(new=False)
            return
        with self.telling():
            self.opened(begin.kept_game(path))

    def branch_off(
        self, source: Path, at: int, seats: tuple[str, ...], name: str, root: Path
    ) -> None:
        """Play on from an entry of a save, in these seats; the file is named after the trunk."""
        with self.telling("Not branched"):
            game = begin.branched_game(source, at, seats, name, root)
            self.opened(replace(game, new=False))
            if game.new:
                self.go("party")  # amid a game a new player reads the sheet, and forecasts nothing
            if name:
                self.notify(self.WHAT_IF, title=name, markup=False, timeout=12)

    def is_open(self, path: Path) -> bool:
        """Whether a save is the game in progress here."""
        return self.game is not None and self.game.file.path.resolve() == path.resolve()

    def played_elsewhere(self, path: Path, *, over: bool) -> bool:
        """Whether a game that is not over is being played in another window."""
        from game.saves.writing import in_use

        return not over and not self.is_open(path) and in_use(path)

    @contextmanager
    def file_of(self, path: Path) -> Iterator[SaveFile]:
        """A save open for writing: that of the game in progress stays open."""
        from game.saves.store import SaveFile

        if self.game is not None and self.is_open(path):
            yield self.game.file
        else:
            with SaveFile.open(path) as file:
                yield file
