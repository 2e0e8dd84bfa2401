"""Two sheets over the explorer: a share code, given and taken, and the file to write to."""

from __future__ import annotations

from pathlib import Path
from typing import Generic, TypeVar

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Input

from game.content.faults import ScenarioError
from game.explorer.export import export, judge
from game.explorer.faults import ExplorerError
from game.explorer.sharing import Shared, decoded, encoded, scenario_of
from game.explorer.telling import Explored
from game.ui import begin
from game.ui.pages.explorer_setting import Setting
from game.ui.widgets.sheet import RULE, Block, Sheet, text, title

R = TypeVar("R")
FAULTS = (ExplorerError, ScenarioError, OSError)


class Asking(ModalScreen[R], Generic[R]):
    """A sheet with a line to write on; what is wrong with it is said, and it can be mended."""

    place = "card"
    BINDINGS = [Binding("escape", "leave", show=False)]

    def compose(self) -> ComposeResult:
        """The sheet and the line."""
        with VerticalScroll(can_focus=False):
            yield Sheet(self.blocks(""))
            field = Input(self.begin_with(), compact=True)
            field.cursor_blink = False  # nothing on our pages blinks
            yield field

    def blocks(self, wrong: str) -> list[Block]:
        """What is asked, and what was wrong with the answer."""
        return []

    def begin_with(self) -> str:
        """What stands on the line."""
        return ""

    def take(self, answer: str) -> None:
        """Do as was answered; raises what stands in the way."""

    def on_mount(self) -> None:
        """Write at once."""
        self.query_one(Input).focus()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Take it, or say what is wrong."""
        try:
            self.take(event.value.strip())
        except FAULTS as fault:
            self.query_one(Sheet).lay(self.blocks(str(fault)))

    def action_leave(self) -> None:
        """Nothing happens."""
        self.dismiss(None)

    def plain(self) -> str:
        """What stands on it."""
        return self.query_one(Sheet).plain()


class ShareCode(Asking[Shared]):
    """The code of a setting, and a line for another."""

    def __init__(self, setting: Setting) -> None:
        super().__init__()
        self.setting = setting
        self.code = encoded(setting.shared(), setting.scenario)

    def blocks(self, wrong: str) -> list[Block]:
        """The code and what it holds."""
        return [
            title("Share code"),
            text(self.code, "bold ink"),
            text(
                "Scenario, length, seed and all that was set, on A and on B. It is in the "
                "clipboard, where the terminal allows it.",
                "soft",
            ),
            RULE,
            text(
                f"{wrong[:1].upper()}{wrong[1:]}." if wrong else ASK_CODE, "no" if wrong else "ink"
            ),
        ]

    def on_mount(self) -> None:
        """The code can be pasted elsewhere at once."""
        super().on_mount()
        self.app.copy_to_clipboard(self.code)

    def take(self, answer: str) -> None:
        """Open the setting of another code."""
        if not answer:
            self.dismiss(None)
            return
        scenario = self.setting.scenario
        if scenario_of(answer) != scenario.frame.id:
            scenario = begin.scenario_of(scenario_of(answer))
        self.dismiss(decoded(answer, scenario))


ASK_CODE = "Type or paste a code to open it. Esc leaves all as it is."
ASK_FILE = "In which file? Its ending says what it is: .csv, .json, .svg, .png or .pdf."


class ExportTo(Asking[None]):
    """The name of a file; it is written while the page can be used."""

    def __init__(self, found: Explored) -> None:
        super().__init__()
        self.found = found

    def blocks(self, wrong: str) -> list[Block]:
        """What is written."""
        games = f"{self.found.counted.games:,} games are counted so far."
        return [
            title("Export"),
            text(f"Numbers or charts. {games}", "soft"),
            RULE,
            text(
                f"{wrong[:1].upper()}{wrong[1:]}." if wrong else ASK_FILE, "no" if wrong else "ink"
            ),
        ]

    def begin_with(self) -> str:
        """A name that says what is in it."""
        return f"{self.found.scenario.frame.id}-explored.pdf"

    def take(self, answer: str) -> None:
        """Write it, in a thread of its own."""
        path = Path(answer).expanduser()
        judge(path)
        app, found = self.app, self.found

        def write() -> None:
            try:
                export(found, path)
            except FAULTS as fault:
                app.call_from_thread(app.notify, str(fault), title="Not written", severity="error",
                                     markup=False)  # fmt: skip
            else:
                app.call_from_thread(app.notify, str(path), title="Written", markup=False)

        app.run_worker(write, thread=True, group="export")
        self.dismiss(None)
