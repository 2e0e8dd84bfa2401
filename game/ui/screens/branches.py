"""The branches of a game: to name and note, to compare, and to play on from anywhere."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from game.saves.shelf import delete
from game.saves.store import SaveFile
from game.saves.tree import Branch
from game.ui.keys import Key, bindings
from game.ui.pages import branch_words as words
from game.ui.pages.branches import Place
from game.ui.screens.branch_ask import BranchAsk
from game.ui.screens.branch_page import BranchPage
from game.ui.screens.pick import Pick, Row
from game.ui.widgets.canvas import Places

NAME, NOTE = 48, 160  # the most characters


class Branches(BranchPage):
    """What can be done with a node, and with the game it stands in."""

    BINDINGS = bindings("branches")

    def __init__(self, path: Path, entry: int = 0) -> None:
        super().__init__(path, entry)
        self.sure = 0  # how often it was asked whether to delete

    def on_places_moved(self, event: Places.Moved) -> None:
        """Another node is in hand, so nothing is deleted."""
        self.sure = 0
        super().on_places_moved(event)

    def next_step(self) -> tuple[str, ...]:
        """What Enter does with the node in hand."""
        if self.grown is None:
            return "The saves of this game are read.", ""
        if self.sure:
            label = self.grown.label(self.branch)
            count = words.points(len(self.branch.own))
            asked = words.SURE[self.sure - 1].format(label=label, count=count)
            return f"{asked} Esc keeps it.", "Delete", "Sure?"
        if self.drawing.marked:
            return "Marked. Go to another node and press = to compare the two.", "Compare"
        if self.node is None:
            return "Nothing was decided in this game yet.", ""
        return words.asked(self.grown, self.story, self.branch, self.node)

    def key_rows(self) -> list[Key]:
        """Those that mean something here."""
        rows = super().key_rows()
        grown = self.grown is not None and self.branch.grows_from is not None
        return [row for row in rows if grown or row.id not in ("cut", "to_trunk")]

    # What can be done.

    def press_next(self) -> None:
        """Decide the node in hand anew, or go on where a game stands."""
        if self.grown is None or self.node is None:
            return
        if self.sure:
            self.action_cut()
        elif self.drawing.marked:
            self.action_set_beside()
        elif self.node.open or not self.node.anew:
            self.action_take_up()
        elif self.story.people:
            self.play_on(self.story.people)
        else:
            self.action_another()

    def play_on(self, seats: tuple[str, ...]) -> None:
        """Branch before the node in hand, and sit down there in these seats."""
        if self.grown is None or self.node is None:
            return
        source = self.grown.source(self.branch, self.node)
        name = words.what_if(self.grown, self.story, self.node, seats)
        self.committee.branch_off(
            source.kept.path, self.node.before, seats, name, self.grown.branches[0].kept.path
        )

    def action_another(self) -> None:
        """Play on from here alone, as any party."""
        if self.grown is None or self.node is None or not self.node.anew:
            return
        if self.committee.played_elsewhere(self.story.kept.path, over=self.story.over):
            self.notify(words.ELSEWHERE, title="Not branched", markup=False)
            return
        parties = self.grown.world.scenario.parties
        rows = [Row(each.id, "", each.name) for each in parties]
        question = words.as_whom(self.grown, self.story, self.node)
        self.app.push_screen(Pick(question, rows, next(iter(self.story.people), "")), self._as)

    def _as(self, party: str | None) -> None:
        if party:
            self.play_on((party,))

    def action_take_up(self) -> None:
        """Go on where the game in hand stands."""
        if self.grown:
            self.committee.resume(self.story.kept.path)

    def action_to_trunk(self) -> None:
        """Go on where the trunk stands."""
        if self.grown:
            self.committee.resume(self.grown.branches[0].kept.path)

    def action_set_beside(self) -> None:
        """Mark the node in hand; from another, compare the two."""
        if self.grown is None or self.node is None:
            return
        place, marked = self.drawing.place, self.drawing.marked
        if marked is None:
            self.drawing.marked = place
        elif marked == place:
            self.drawing.marked = None
        else:
            self.drawing.marked = None
            self._compare(marked, place)
        self.drawing.redraw()
        self.show()

    def _compare(self, one: Place, other: Place) -> None:
        if self.layout_of:
            self.committee.open_page("branch_compare", self.layout_of, one, other, self._seat)

    # Names and notes.

    def action_rename(self) -> None:
        """Give the branch in hand another name."""
        if self.grown:
            asking = BranchAsk("What is this game called?", self.story.kept.name or "", NAME)
            self.app.push_screen(asking, self._rename)

    def _rename(self, name: str | None) -> None:
        if name is not None:
            with self._writing(self.story) as file:
                file.call(name)

    def action_note(self) -> None:
        """Put a note on the node in hand."""
        if self.grown and self.node and self.node.entry:
            asking = BranchAsk(f"A note at {self.node.title}", self.branch.note(self.node), NOTE)
            self.app.push_screen(asking, self._note)

    def _note(self, text: str | None) -> None:
        if text is not None and self.node:
            with self._writing(self.branch) as file:
                file.annotate(self.node.entry, text)

    @contextmanager
    def _writing(self, branch: Branch) -> Iterator[SaveFile]:
        """The file of a branch, open for writing; then the tree is read anew."""
        entry = self.node.entry if self.node else 0
        with self.committee.telling("Not kept"), self.committee.file_of(branch.kept.path) as file:
            yield file
        self.read(self.story.kept.path, entry)

    def action_cut(self) -> None:
        """Delete the branch in hand; it is asked twice."""
        if self.grown is None or self.branch.grows_from is None:
            return
        if self.committee.is_open(self.branch.kept.path):
            self.notify(words.PLAYING, title="Not deleted", markup=False)
            return
        if self.sure < len(words.SURE):
            self.sure += 1
            self.show()
            return
        self.sure = 0
        trunk = self.grown.branches[self.branch.grows_from].kept.path
        with self.committee.telling("Not deleted"):
            delete(self.branch.kept.path)
            self.drawing.marked = None
            self.read(trunk, self.branch.kept.at)
        self.show()

    async def action_leave_tree(self) -> None:
        """Keep what was to be deleted, unmark what was marked, else back to the page before."""
        if self.sure or self.drawing.marked:
            self.sure, self.drawing.marked = 0, None
            self.drawing.redraw()
            self.show()
        else:
            await self.committee.action_back()
