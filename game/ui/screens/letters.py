"""Letters: received, sent, and to be sent; offers are answered here."""

from __future__ import annotations

from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Input

from game.session import orders as o
from game.session.views import LetterView, View
from game.session.words import LENGTH
from game.ui.keys import bindings
from game.ui.pages import letter_form, letters, threads, writing
from game.ui.pages.letters import NEW, PRESS, SLOT, STATEMENT, TELEGRAM
from game.ui.pages.threads import READ
from game.ui.screens.giving import cycle
from game.ui.screens.hall import party_card
from game.ui.screens.pick import Pick, Row
from game.ui.screens.speaking import Speaking
from game.ui.widgets.form import Paper, Remark
from game.ui.widgets.lines import EMPTY, Page, flow, soft
from game.ui.widgets.sheet import Block


class Letters(Speaking):
    """A list at the left; at the right a letter to read, or one to write."""

    place = "letters"
    heading = "Letters"
    kinds: ClassVar[tuple[str, ...]] = ("letters",)
    verb = "Send"
    BINDINGS = bindings("letters")

    def __init__(self) -> None:
        super().__init__()
        self.read: LetterView | None = None

    def compose_body(self, view: View) -> ComposeResult:
        """List and sheet."""
        with Horizontal(id="leaves"):
            with VerticalScroll(id="list", can_focus=False):
                yield Paper(self.listing, ground="desk", id="index")
            with VerticalScroll(id="main", classes="sheet", can_focus=False):
                yield Paper(self.sheet, id="sheet")
                yield Input(placeholder="Words, if you like", max_length=LENGTH, id="words")
            with VerticalScroll(id="read", classes="sheet", can_focus=False):
                yield Paper(self.side, id="beside")
        yield Remark(self._remark, ground="lift", id="remark")

    def stage(self, view: View) -> str:
        """Couriers left."""
        if self.order is not None and self.may:
            left = self.choices.letters - len(letters.written(self.order))
            return f"{left} of {self.choices.letters} couriers left"
        return view.phase

    @property
    def slot(self) -> int:
        """The number of the letter in hand that is being written; -1 for none."""
        number = int(self.at.removeprefix(SLOT)) if self.at.startswith(SLOT) else -1
        return number if self.letter_at(number) is not None else -1

    def letter_at(self, number: int) -> o.LetterOrder | None:
        """The letter being written under a number."""
        written = self.order.letters if self.order is not None else []
        return written[number] if 0 <= number < len(written) else None

    @property
    def letter(self) -> o.LetterOrder | None:
        """The letter in hand that is being written."""
        return self.letter_at(self.slot) if self.writing else None

    @property
    def writing(self) -> bool:
        """Whether there is a draft of letters that can be changed."""
        return self.order is not None and self.answers

    # Pages.

    def listing(self, width: int) -> Page:
        """The list."""
        order = self.order if self.writing else None
        rows = letters.Rows(self.at, width, spaced=self.size.height >= 40)
        return letters.listing(self.desk, order, rows)

    def sheet(self, width: int) -> Page:
        """What is in hand."""
        order = self.order if self.writing else None
        if self.letter is not None:
            return letter_form.page(self.desk, self.letter, width, spaced=self.size.height >= 30)
        if order is not None and self.at == STATEMENT:
            return letters.statement(self.desk, order.statement, width)
        if order is not None and self.at == TELEGRAM:
            return letters.telegram(sent=order.telegram, width=width)
        if self.reading is not None:
            return [
                *letters.reading(self.desk, self.reading, width),
                *letters.answering(self.desk, self.reading, self.accepted, width),
                *self._before(self.reading, width),
            ]
        if self.at.startswith(PRESS):
            return flow([soft("Enter opens the newspapers of that round.")], width)
        return flow([soft("Enter begins a new letter." if order else _NOTHING)], width)

    def _before(self, letter: LetterView, width: int) -> Page:
        """What passed before, where it does not stand beside the letter."""
        party = threads.other(letter)
        if self.beside or len(threads.between(self.desk, party)) < 2:
            return []
        return [EMPTY, *threads.thread(self.desk, party, width, letter.id)]

    @property
    def beside(self) -> bool:
        """Whether there is room for a third page."""
        return self.size.width >= WIDE

    def side(self, width: int) -> Page:
        """Who is written to or was read: what is known, the letter answered, what passed before."""
        reading, writing = self.reading, self.letter
        if reading is None and writing is None:
            return []
        about = threads.other(reading) if reading else writing.to if writing else ""
        page: Page = []
        if writing and self.read and about == self.read.sender:
            page = [*letters.reading(self.desk, self.read, width), EMPTY]
        elif about in self.names.parties:
            page = threads.known(self.names.parties[about], width)
        here = reading.id if reading else ""
        return [*page, *threads.thread(self.desk, about, width, here)]

    def consequence(self, order: o.LettersOrder) -> str:
        """What sending would mean."""
        return letters.consequence(self.desk, order)

    def ready(self) -> str:
        """What is ready to go."""
        made = len(letters.written(self.order)) if self.order else 0
        return f"Letters written: {made} of {self.choices.letters}. All go together."

    def moved(self, field: str) -> None:
        """The sheet shows what is in hand."""
        words = self.query_one("#words", Input)
        letter = self.letter
        words.display = letter is not None and self.may
        if letter is not None and words.value != letter.words:
            words.value = letter.words
        self.read = self.reading or self.read
        shown = self.reading is not None or letter is not None
        self.query_one("#read").display = self.beside and shown
        self.query_one("#beside", Paper).refresh_page()
        self.query_one("#sheet", Paper).refresh_page()
        self.main.redraw()

    def after_change(self) -> None:
        """The band counts couriers too."""
        super().after_change()
        self.show()

    # Writing.

    def change_letter(self, letter: o.LetterOrder) -> None:
        """Put a letter in its place again."""
        if self.order is not None and self.slot >= 0:
            made = list(self.order.letters)
            made[self.slot] = letter
            self.change(letters=made)

    def action_new(self, to: str = "") -> None:
        """A new letter, if a courier is left; to whom a letter is read from, an answer."""
        reading = self.reading
        answered = reading.sender if reading and not reading.sent_by_me else ""
        letter = writing.fresh(self.desk, to or answered)
        if self.order is None or not self.may or letter is None:
            return
        made = list(self.order.letters)
        free = made.index(None) if None in made else len(made)
        if free < self.choices.letters:
            made[free : free + 1] = [letter]
            self.change(letters=made)
            self.main.at = f"{SLOT}{free}"
            self.query_one("#sheet", Paper).focus()

    def _take_out(self) -> None:
        if self.order is not None and self.slot >= 0:
            made = list(self.order.letters)
            made[self.slot] = None
            while made and made[-1] is None:
                made.pop()
            self.change(letters=made)
            self.main.focus()

    def action_say(self) -> None:
        """To the public statement."""
        if self.writing:
            self.main.at = STATEMENT
            self.query_one("#sheet", Paper).focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Words are kept as they are typed."""
        letter = self.letter
        if letter is not None and letter.words != event.value:
            self.change_letter(letter.model_copy(update={"words": event.value}))

    def on_input_submitted(self) -> None:
        """Back to the list."""
        self.main.focus()

    def explained(self) -> list[Block]:
        """The party one writes to, or was written by."""
        letter = self.letter
        about = letter.to if letter else self.reading.sender if self.reading else ""
        party = self.names.parties.get(about)
        return party_card(party) if party else []

    # Blanks.

    def turned(self, field: str, step: int) -> None:
        """The next value of the blank in hand."""
        if field.startswith("st."):
            self._turn_statement(field, step)
        elif self.letter is not None and self.may:
            letter = self.letter
            among = [id_ for id_, _, _ in writing.values(self.desk, letter, field)]
            if among:
                value = cycle(writing.value_of(letter, field), among, step)
                self.change_letter(writing.put(self.desk, letter, field, value))

    def pressed(self, field: str) -> None:
        """On the list: take up; on the sheet: choose from all values."""
        doing: dict[str, Any] = {
            NEW: self.action_new, "out": self._take_out, "accept": self.action_accept,
            "decline": self.action_decline, "st.off": self._no_statement, "st.on": self._speak,
            "tg": self._telegram,
        }  # fmt: skip
        if field in doing:
            doing[field]()
        elif field == "answer" and self.reading:
            self.action_new(self.reading.sender)
        elif field.startswith(PRESS):
            self.committee.open_page("press", int(field.removeprefix(PRESS)))
        elif field.startswith(READ) and field != self.at:
            self.main.at = field
        elif field.startswith((SLOT, READ)) or field in (STATEMENT, TELEGRAM):
            self.query_one("#sheet", Paper).focus()
        elif field.startswith("kind="):
            self._put("kind", field.removeprefix("kind="))
        elif field.startswith("st."):
            self._turn_statement(field, 1)
        else:
            self._pick(field)

    def _put(self, field: str, value: str) -> None:
        if self.letter is not None and self.may:
            self.change_letter(writing.put(self.desk, self.letter, field, value))

    def _pick(self, field: str) -> None:
        letter = self.letter
        if letter is None or not self.may:
            return
        marks = {id_: party.stance for id_, party in self.names.parties.items()}
        rows = [
            Row(id_, marks[id_] if field == "to" else "", name, words)
            for id_, name, words in writing.values(self.desk, letter, field)
        ]

        def took(value: str | None) -> None:
            if value is not None:
                self._put(field, value)

        if rows:
            self.app.push_screen(
                Pick(
                    _ASKED.get(field.rpartition(".")[2], "Which?"),
                    rows,
                    writing.value_of(letter, field),
                ),
                took,
            )


WIDE = 144  # cells of a screen that holds three pages
_STANCES = "To whom? + comes, o comes if, - stays away, . has not said"
_NOTHING = "No letters yet. Somebody has to write first."
_ASKED = {
    "to": _STANCES,
    "kind": "What kind of letter?",
    "come": "What do you ask for?",
    "item": "On what?",
    "option": "Which option?",
    "due": "Until when?",
    "visibility": "Who may know of it?",
}
