"""A page that gives an order: it begins from a draft, seals it on one question, takes it back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Generic, TypeVar, cast

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Input

from game.session.choices import Choices
from game.session.orders import ORDER, Order
from game.session.views import View
from game.ui.coach_counsel import headline
from game.ui.keys import Key
from game.ui.pages import why
from game.ui.pages.names import Names
from game.ui.screens.card import Card
from game.ui.screens.room import waiting
from game.ui.screens.sealing import Sealing
from game.ui.widgets.adviser import Adviser
from game.ui.widgets.form import Paper, Remark
from game.ui.widgets.lines import Page
from game.ui.widgets.sheet import Block

O = TypeVar("O", bound=Order)  # noqa: E741
_SUGGESTED = "Your delegate's draft: seal it, or change it; {counsel} advises."
NOTHING_HERE = Choices(point=0, kind="", can_act=False, why_not="Nothing is asked of you here.")


class Giving(Sealing, Generic[O]):
    """Subclasses name the kinds they answer, build their pages and change `order`."""

    CSS_PATH = "../actions.tcss"
    kinds: ClassVar[tuple[str, ...]] = ()
    verb: ClassVar[str] = "Seal"
    BINDINGS = [Binding("escape", "not_yet", show=False)]

    def __init__(self) -> None:
        super().__init__()
        self.order: O | None = None
        self.suggested = False
        self._for: tuple[str | None, int] | None = None

    # What a subclass gives.

    def sheet(self, width: int) -> Page:
        """The main page."""
        return []

    def side(self, width: int) -> Page:
        """What stands beside it where there is room; nothing leaves the sheet alone."""
        return []

    def consequence(self, order: O) -> str:
        """What sealing would mean, in one sentence."""
        return ""

    # What it may lean on.

    @property
    def choices(self) -> Choices:
        """What the seat may do at the open point, if this page answers it."""
        given = self.view.choices if self.answers else None
        return given or NOTHING_HERE

    @property
    def answers(self) -> bool:
        """Whether this page answers the open point."""
        return self.view.kind in self.kinds

    @property
    def names(self) -> Names:
        """How the page calls things."""
        return Names(self.view)

    @property
    def sealed(self) -> bool:
        """Whether the seat has sealed its order here."""
        own = self.view.own
        return bool(own and own.sealed and own.sealed.kind in self.kinds)

    @property
    def may(self) -> bool:
        """Whether the seat can act here, and has not yet."""
        return self.answers and not self.sealed and self.choices.can_act

    @property
    def main(self) -> Paper:
        """The main sheet."""
        return self.query_one("#sheet", Paper)

    def compose_body(self, view: View) -> ComposeResult:
        """The sheet, and what stands beside it."""
        with Horizontal(id="leaves"):
            with VerticalScroll(id="side", can_focus=False):
                yield Paper(self.side, ground="desk", id="beside")
            with VerticalScroll(id="main", classes="sheet", can_focus=False):
                yield Paper(self.sheet, id="sheet")
        yield Remark(self._remark, ground="lift", id="remark")

    def body(self) -> ComposeResult:
        """The page, and under it the slot of the adviser."""
        yield from super().body()
        yield Adviser()

    def advised(self) -> tuple[str, str]:
        """The adviser's word, what it found of this order or what the delegate weighs; and more."""
        if self.order is None or not self.may:
            return "", ""
        found = self.play.counselled(self.order)
        if found is not None and found.asked:
            return headline(found), ""
        said = self.play.explain() if self.suggested else []
        return " ".join(said[:1]), self.spelled("{counsel} tells more.")

    def on_adviser_asked(self) -> None:
        """A click on the slot."""
        self.action_counsel()

    def refresh_view(self, view: View) -> None:
        """Draw, and let the page be used from the keyboard."""
        self.redraw()
        if self.focused is None:
            self.main.focus()

    def show(self) -> None:
        """Take up the draft of this point, then show it."""
        if self._take_up(self.view):
            self.main.at = ""
        super().show()

    def redraw(self) -> None:
        """Draw all pages anew."""
        remark = self.query_one(Remark)
        remark.display = bool(self.asking or self.refused)
        self.query_one(Adviser).show(*self.advised())
        for paper in self.query(Paper):
            paper.refresh_page()

    # The draft.

    def _take_up(self, view: View) -> bool:
        """Whether another point is open than before."""
        here = (view.seat, view.point)
        if self.sealed and view.own:
            self.order, self.suggested = cast("O", view.own.sealed), False
        elif self._for != here or self.order is None:
            kept = self.play.kept(view.kind) if self.answers else None
            self.order = kept or self._suggestion(view)
            self.suggested = kept is None
            self.asking, self.refused = False, ""
        fresh, self._for = self._for != here, here
        return fresh

    def _suggestion(self, view: View) -> O | None:
        if not self.may:
            return None
        drafted = self.play.draft(view.kind)
        return self.fitted(cast("O", drafted if drafted is not None else self.empty(view)))

    def fitted(self, order: O) -> O:
        """The suggestion, without what is not put here."""
        return order

    def empty(self, view: View) -> Order:
        """An order with nothing in it, where there is no draft to begin from."""
        return ORDER.validate_python({"kind": view.kind, "point": view.point})

    def change(self, **fields: Any) -> None:
        """Change the draft, and keep it."""
        if self.order is None or not self.may:
            return
        made = self.order.model_copy(update=fields)
        self.order = cast("O", made)
        self.suggested, self.asking, self.refused = False, False, ""
        typed = self.focused.id or "" if isinstance(self.focused, Input) else ""
        self.play.keep(self.view.kind, made, part=typed)
        if self.put_away():
            self.coach()  # the next one
        self.after_change()

    def action_take_back(self) -> None:
        """Take back the last change of a draft that is not sealed."""
        if self.may and self.play.take_back(self.view.kind):
            kept = self.play.kept(self.view.kind)
            self.order = kept or self._suggestion(self.view)
            self.suggested, self.asking, self.refused = kept is None, False, ""
            self.after_change()

    def after_change(self) -> None:
        """Draw what has changed."""
        self.redraw()
        self.show_strip()

    def action_why(self) -> None:
        """Lay a card over the page: who, why, and what passes it."""
        self.app.push_screen(Card(self.explained() or why.passing_card(self.view)))

    def explained(self) -> list[Block]:
        """What stands behind the thing in hand."""
        return []

    def press_next(self) -> None:
        """Seal, or take back; where nothing can be done here, go where it can."""
        if self.sealed:
            self.action_undo()
        elif self.may:
            self.action_seal()
        else:
            super().press_next()

    def key_rows(self) -> list[Key]:
        """What can be done now: a sealed sheet is opened again, an open one is sealed."""
        left = {"seal", "counsel", "take_back"} if self.sealed else {"undo"}
        return [row for row in super().key_rows() if row.id not in left]

    # The strip.

    def next_of(self, view: View) -> tuple[str, ...]:
        """What `s` would do now."""
        if self.sealed:
            waits = self.play.looking or waiting(view)
            return f"Sealed. {waits}", self.spelled("{undo} open it again")
        if not self.answers:
            return super().next_of(view)
        return self._now() if self.choices.can_act else (self.choices.why_not, "")

    def _now(self) -> tuple[str, ...]:
        """What the strip says while the draft can be changed."""
        seal = self.spelled(f"{{seal}} {self.verb.lower()}")
        if self.refused:
            again = self.spelled("{seal} try again")
            return "Nothing was sealed, nothing is lost.", again, "Refused"
        if self.asking:
            return "Enter again to seal; Esc goes back to the sheet.", seal, "Sure"
        return (self.spelled(_SUGGESTED) if self.suggested else self.ready()), seal

    def ready(self) -> str:
        """What the strip says of a draft that was changed."""
        return "Your own draft. It opens with all the others."

    # Blanks: by name, so that a page and its screen agree.

    def on_paper_pressed(self, event: Paper.Pressed) -> None:
        """A blank was pressed."""
        self.pressed(event.field)

    def on_paper_turned(self, event: Paper.Turned) -> None:
        """A blank was turned."""
        self.turned(event.field, event.step)

    def on_paper_moved(self, event: Paper.Moved) -> None:
        """Another blank is in hand."""
        self.moved(event.field)

    def pressed(self, field: str) -> None:
        """Enter or a click on a blank."""

    def turned(self, field: str, step: int) -> None:
        """Left or right on a blank."""

    def moved(self, field: str) -> None:
        """Another blank is in hand."""


def cycle(now: str, among: Mapping[str, Any] | tuple[str, ...] | list[str], step: int) -> str:
    """The next of several, in a ring."""
    names = list(among)
    if not names:
        return now
    return names[(names.index(now) + step) % len(names)] if now in names else names[0]
