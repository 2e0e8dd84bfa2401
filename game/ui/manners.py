"""How the screen behaves: settings as they hold now, and what each of them does to it."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any

from rich.segment import Segment
from textual import constants
from textual.app import App
from textual.color import Color
from textual.filter import LineFilter, Monochrome

from game.ui.remap import caps
from game.ui.settings import Settings
from game.ui.widgets.cells import ASCII

if TYPE_CHECKING:
    from game.ui.request import PlayRequest
    from game.ui.settings_file import SettingsFile


class StandIns(LineFilter):
    """Paints other characters in the place of some, on every line of the screen."""

    def __init__(self, table: dict[int, str]) -> None:
        super().__init__()
        self.table = table

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """A line with its stand-ins."""
        return [
            Segment(text.translate(self.table), style, control) for text, style, control in segments
        ]


class Grey(Monochrome):
    """Greys in the place of colours; empty pieces without a style are left out."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """A line in greys."""
        return super().apply([each for each in segments if each.style is not None], background)


ASCII_ONLY = StandIns(ASCII)
IN_HAND = StandIns({ord("▌"): ">"})  # without colour the row in hand needs a mark that is seen
GREY = Grey()


class Manners(App[None]):
    """The part of the application that keeps the settings."""

    settings: Settings
    still: bool  # nothing moves by itself

    def begin_manners(self, request: PlayRequest, kept: SettingsFile | None) -> None:
        """Take the settings from the file, if there is one; what the command said goes first."""
        self.kept = kept
        self.settings = kept.load() if kept else Settings()
        self.told_no_color = self.no_color
        said = {"lamp": request.lamp, "glyphs": request.glyphs, "mono": request.mono,
                "still": request.still}  # fmt: skip
        asked: dict[str, Any] = {name: value for name, value in said.items() if value is not None}
        self._obey(replace(self.settings, **asked), [each.name for each in fields(Settings)])

    def on_mount(self) -> None:
        """Say what was wrong with the file."""
        self._tell()

    def keep(self, **changes: Any) -> None:
        """Change settings, obey them at once, and keep them."""
        self.settings = replace(self.settings, **changes)
        self._obey(self.settings, list(changes))
        if self.kept:
            self.kept.keep(self.settings)
            self._tell()

    def spelled(self, text: str) -> str:
        """A sentence that names keys by their actions, such as `{seal}`, with the keys in use."""
        return text.format_map(caps(self.settings.keys))

    def _tell(self) -> None:
        while self.kept and self.kept.told:
            self.notify(self.kept.told.pop(0), title="Settings", markup=False, timeout=20)

    def _obey(self, settings: Settings, names: list[str]) -> None:
        """Do what these settings say."""
        obeyed = [_OBEYED[name] for name in names if name in _OBEYED]
        for obey in obeyed:
            obey(self, settings)
        if self.is_running and obeyed:
            self._paint_anew()

    def _lamp(self, settings: Settings) -> None:
        self.theme = settings.lamp

    def _motion(self, settings: Settings) -> None:
        self.still = settings.still or constants.TEXTUAL_ANIMATIONS == "none"
        self.animation_level = "none" if self.still else constants.TEXTUAL_ANIMATIONS

    def _characters(self, settings: Settings) -> None:
        self.no_color = self.told_no_color or settings.mono
        self.set_class(self.no_color, "-mono")
        wanted = {GREY: self.no_color, IN_HAND: self.no_color,
                  ASCII_ONLY: settings.glyphs == "ascii"}  # fmt: skip
        own = (Monochrome, StandIns)
        self._filters = [each for each in self._filters if not isinstance(each, own)]
        self._filters += [each for each, on in wanted.items() if on]

    def _keys(self, settings: Settings) -> None:
        self.set_keymap(dict(settings.keys))

    def _paint_anew(self) -> None:
        """A page that was painted in another light is painted again."""
        for screen in self.screen_stack:
            for widget in screen.walk_children(with_self=True):
                widget.notify_style_update()
                widget.refresh(layout=True)
        if hasattr(self.screen, "show_if_laid"):
            self.screen.show_if_laid()


_OBEYED = {
    "lamp": Manners._lamp,
    "still": Manners._motion,
    "glyphs": Manners._characters,
    "mono": Manners._characters,
    "keys": Manners._keys,
}
