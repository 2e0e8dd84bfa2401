"""One game of the explorer under both settings: its minutes, and where the two part."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll

from game.session.minutes import Entry
from game.session.session import Session
from game.ui import begin
from game.ui.counting import count, stop
from game.ui.keys import bindings
from game.ui.pages.explorer_setting import SIDES, Runs, Setting
from game.ui.request import PlayRequest
from game.ui.screens.page import Page
from game.ui.screens.pick import Pick
from game.ui.screens.pick import Row as Choice
from game.ui.widgets.minutes import MinuteSheet, Note

WAIT = "The game is being played."
PLAY = "Play this game yourself, with the draws and the setting of {}."
BESIDE = 112  # columns from which both stand side by side
ABOVE = 3  # lines in sight above the parting


@dataclass(frozen=True, slots=True)
class Told:
    """A game under one setting: what everybody may read of it, and its ending."""

    side: int
    entries: tuple[Entry, ...]
    ending: str


class ExplorerGame(Page):
    """The minutes of both; where there is room side by side."""

    place = "explorer_game"
    heading = "Changed game"
    BINDINGS = bindings("explorer_game")

    def __init__(self, setting: Setting, number: int) -> None:
        super().__init__()
        self.setting, self.number = setting, number
        self.told: dict[int, Told] = {}
        self.at = 0

    def body(self) -> ComposeResult:
        """Two sheets."""
        with Horizontal():
            for side in range(len(self.setting.sides)):
                with VerticalScroll(classes="sheet", id=f"side{side}"):
                    yield MinuteSheet()

    def on_mount(self) -> None:
        """The first side has the cursor."""
        self.query_one("#side0").focus()

    def on_screen_resume(self) -> None:
        """Play what is not played yet; under another page nothing is played."""
        super().on_screen_resume()
        left = [side for side in self.sides if side not in self.told]
        if left:
            count(self.app, played(self.setting, self.number, left), self._hear)

    def on_screen_suspend(self) -> None:
        """Nobody waits."""
        stop(self.app)

    def _hear(self, told: Told) -> None:
        """One of the two is played."""
        self.told[told.side] = told
        self.show()
        self.call_after_refresh(self.to_parting)

    @property
    def sides(self) -> range:
        """A, or A and B."""
        return range(len(self.setting.sides))

    @property
    def beside(self) -> bool:
        """Whether both can be read at once."""
        return self.app.size.width >= BESIDE

    def parting(self) -> int | None:
        """The number of the first entry that is not the same in both; None as long as both are."""
        if len(self.told) < 2:
            return None
        pairs = zip(self.told[0].entries, self.told[1].entries, strict=False)
        return next((one.number for one, other in pairs if one.text != other.text), None)

    def show(self) -> None:
        """Lay the minutes."""
        super().show()
        for side in self.sides:
            shown = self.beside or side == self.at
            self.query_one(f"#side{side}").display = shown
            if shown and side in self.told:
                sheet = self.query_one(f"#side{side} MinuteSheet", MinuteSheet)
                sheet.lay(self._notes(side), self.parting(), self._parted(side))

    def _notes(self, side: int) -> list[Note]:
        names = {party.id: party.name for party in self.setting.scenario.parties}
        head = f"{SIDES[side]}: {', '.join(self._changes(side)) or 'as it comes'}."
        return [
            Note(0, "", head, opens=True),
            *(
                Note(each.number, names.get(each.seat or "", ""), each.text,
                     opens=each.kind == "reveal")
                for each in self.told[side].entries
            ),
        ]  # fmt: skip

    def _parted(self, side: int) -> str:
        """What stands where the two part."""
        return f"{SIDES[side]} from here on: {', '.join(self._changes(side))}"

    def _changes(self, side: int) -> list[str]:
        """What a side has otherwise than the other, in words."""
        return [f"{d.title.lower()}, {self.setting.word(d, side)}" for d in self.setting.different]

    def to_parting(self) -> None:
        """Turn both sheets to where they part."""
        number = self.parting()
        for side in self.sides:
            sheet = self.query_one(f"#side{side} MinuteSheet", MinuteSheet)
            line = sheet.lines.get(number or 0, 0)
            self.query_one(f"#side{side}", VerticalScroll).scroll_to(
                y=max(0, line - ABOVE), animate=False
            )

    def on_resize(self) -> None:
        """There may be room for both."""
        super().on_resize()
        self.show_if_laid()

    def head(self) -> tuple[str, str, str, str]:
        """Which game, and what became of it."""
        ends = [f"{SIDES[side]}: {told.ending}" for side, told in sorted(self.told.items())]
        stage = "   ".join(ends) if self.told else WAIT
        return f"Game {self.number}", stage, "", f"seed {self.setting.seed}"

    def next_step(self) -> tuple[str, ...]:
        """Play it."""
        said = WAIT if len(self.told) < len(self.sides) else PLAY.format(SIDES[self.at])
        return said, "" if said == WAIT else "Choose a party"

    def press_next(self) -> None:
        """Choose a party to play this game as."""
        if len(self.told) < len(self.sides):
            return
        rows = [Choice(party.id, "", party.name) for party in self.setting.scenario.parties]
        question = "As which party do you play this game?"
        self.app.push_screen(Pick(question, rows, rows[0].id), self._play)

    def _play(self, party: str | None) -> None:
        if party is None:
            return
        scenario = Runs().run(self.setting, self.at).scenario
        request = PlayRequest(
            scenario=scenario.frame.id,
            preset=self.setting.preset(self.at).id,
            seed=self.setting.seed,
            game=self.number,
        )
        with self.committee.telling():
            self.committee.opened(begin.new_game(request, scenario, (party,)))

    def action_other(self) -> None:
        """The other side."""
        self.at = (self.at + 1) % len(self.sides)
        self.show()
        self.query_one(f"#side{self.at}").focus()
        self.call_after_refresh(self.to_parting)


def played(setting: Setting, number: int, sides: Sequence[int]) -> Iterator[Told]:
    """A game under the settings of these sides, played to its end by machine delegates."""
    runs = Runs()
    for side in sides:
        scenario = runs.run(setting, side).scenario
        session = Session.start(scenario, None, setting.seed, game=number)
        session.play_out()
        titles = {ending.id: ending.title for ending in scenario.endings}
        entries = tuple(each for each in session.entries if each.readable_by(None))
        yield Told(side, entries, titles[session.outcome()["ending"] or ""])
