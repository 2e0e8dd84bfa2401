"""The one table of keys: it feeds the bindings, the line of keys, the command palette and help.

A row says what a key does, where, and with which action. `where` is a room, `seat` (every page of
a seat in a game) or `everywhere`. A row without `cap` is not shown in the line of keys.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from textual.binding import Binding, BindingType

# A row without a key of its own stands for what a widget does; a click on it presses this.
CLICKED = {"↑↓←→": "right", "↑↓": "down", "←→": "right", "Enter": "enter", "Tab": "tab", "1-9": "1"}


@dataclass(frozen=True, slots=True)
class Key:
    """A key, what it does, and where."""

    id: str
    key: str  # as Textual names it; several with commas
    cap: str  # as it is printed
    verb: str
    where: tuple[str, ...]
    help: str
    action: str = ""  # empty: the action named like the id
    line: bool = True  # shown in the line of keys

    @property
    def does(self) -> str:
        """The action to run."""
        return self.action or (self.id if self.key else f"app.press('{CLICKED[self.cap]}')")

    @property
    def place_id(self) -> str:
        """Its name among all actions of all pages, by which another key is put on it."""
        return f"{self.where[0]}.{self.id}"


def _room(key: str, room: str, verb: str, text: str, *, line: bool = True) -> Key:
    return Key(f"go_{room}", key, key, verb, ("seat",), text, f"app.go('{room}')", line)


EVERYWHERE = ("everywhere",)
FORMS = ("letters", "compose", "ballot", "roll", "sign", "pen", "opening", "table", "terms")

TABLE: tuple[Key, ...] = (
    # Rooms: no page uses these letters for anything else.
    _room("h", "hall", "hall", "The hall: who sits where, and what is before the committee."),
    _room("t", "terms", "terms", "The terms board: the rules of the meeting, and who wants what."),
    _room("l", "letters", "letters", "Letters received and sent, pledges, and a sheet to write."),
    _room("b", "ballot", "ballot", "What is to be decided now, and your sheet for it."),
    _room("d", "document", "document", "The documents as they stand, clause by clause."),
    _room("m", "minutes", "minutes", "The minutes: all that happened, in order."),
    _room("p", "party", "party", "Your own sheet: what you want, what you must not do."),
    Key("go_explorer", "e", "e", "explorer", ("seat",),
        "Thousands of model games in your setting, and dials to turn.", "app.explore", line=False),
    # What a page does; the room that owns a row answers to its action.
    Key("move", "", "↑↓←→", "move", ("hall", "choose"), "Move between places."),
    Key("take", "enter", "Enter", "take", ("choose",), "Take the seat in hand."),
    Key("rows", "", "↑↓", "move", ("title", "scenarios", "saves"), "Move between the rows."),
    Key("take_row", "", "Enter", "take", ("title", "scenarios", "saves"), "Take the row in hand."),
    Key("surprise", "u", "u", "surprise me", ("choose",), "Go to a seat that is undecided."),
    Key("more", "r", "r", "read on", ("choose",), "Show more of the party in hand."),
    Key("difficulty", "x", "x", "other delegates", ("scenarios",),
        "How the machine delegates play: cautious, loyal or bold."),
    Key("scroll", "", "↑↓", "scroll", ("brief", "party"), "Read on."),
    Key("answer", "", "↑↓", "answer", ("brief",), "Move between answers."),
    Key("give_answer", "", "Enter", "take it", ("brief",), "Give the answer in hand."),
    Key("guess", "", "↑↓←→", "move", ("brief",), "Move between parties in the forecast."),
    Key("turn_mark", "", "Enter", "turn the mark", ("brief",),
        "In the forecast, turn the mark of the party in hand."),
    Key("to_next", "", "Tab", "Next", ("brief",), "To the strip at the foot, to go on."),
    Key("option", "", "↑↓", "option", ("ballot", "opening"), "Move along the options."),
    Key("mark_for", "plus", "+", "for", ("ballot", "opening"), "Mark the option in hand: for.",
        "mark('for')"),
    Key("mark_reserve", "r", "r", "reserve", ("ballot", "opening"),
        "Mark the option in hand: no objection, dissent on record.", "mark('reserve')"),
    Key("mark_abstain", "o", "o", "abstain", ("ballot", "opening"),
        "Mark the option in hand: abstain.", "mark('abstain')"),
    Key("mark_against", "minus", "-", "against", ("ballot", "opening"),
        "Mark the option in hand: against.", "mark('against')"),
    Key("papers", "", "←→", "term", ("ballot", "opening"), "Turn to the next paper that is put."),
    Key("places", "", "1-9", "order", ("ballot", "opening"),
        "The place of the option in hand in your order of preference."),
    Key("tie", "equals_sign", "=", "tie", ("ballot", "opening"),
        "Prefer the option in hand as much as the one above it.", line=False),
    Key("walk_out", "x", "x", "walk out", ("ballot",), "Leave the hall before the vote, or stay."),
    Key("put_sign", "plus", "+", "sign", ("sign",), "Sign, or accede.", "put('sign')"),
    Key("put_reserved", "r", "r", "reserve", ("sign",), "Sign with a reservation.",
        "put('sign_reserved')"),
    Key("put_not", "minus", "-", "do not", ("sign",), "Do not sign.", "put('not_sign')"),
    Key("back", "", "Enter", "back an option", ("terms",), "Back the option in hand."),
    Key("blank", "", "Tab", "next blank", ("compose", "letters", "table", "sign", "pen", "roll"),
        "To the next blank in the sentence."),
    Key("turn", "", "←→", "choose", ("compose", "letters", "table", "sign", "pen", "roll", "terms"),
        "Turn the blank in hand to its next value."),
    Key("firmness", "f", "f", "firmness", ("terms",),
        "Flexible, firm, or a condition for coming."),
    Key("new", "n", "n", "new", ("letters", "table"), "A new letter."),
    Key("accept", "a", "a", "accept", ("letters",), "Accept the pledge in hand."),
    Key("decline", "x", "x", "decline", ("letters",), "Leave the offer in hand unaccepted."),
    Key("say", "y", "y", "say in public", ("letters",), "Make your one public statement."),
    Key("put_away", "space", "Space", "put away", ("press",), "Put the newspapers away.", "next",
        line=False),
    Key("earlier", "left", "←→", "another round", ("press",), "The newspapers of another round.",
        "turn(-1)"),
    Key("later", "right", "→", "later", ("press",), "The newspapers of a later round.", "turn(1)",
        line=False),
    Key("next_envelope", "space", "Space", "next envelope", ("roll",), "Open the next envelope."),
    Key("open_all", "end", "End", "open all", ("roll",), "Open all that are left."),
    Key("amend", "a", "a", "amend", ("document", "table"), "Put an amendment on the table."),
    Key("cosponsor", "c", "c", "co-sponsor", ("document", "table"), "Second an amendment."),
    Key("bracket", "left_square_bracket", "[", "bracket", ("document", "table"),
        "Move to put the clause in brackets."),
    Key("divide", "v", "v", "divide", ("table",), "Move to vote on the parts one by one."),
    Key("vote", "v", "v", "vote", ("document",), "To the ballot on what is on the floor."),
    Key("compare", "equals_sign", "=", "compare", ("document",),
        "As it stands, against the draft, or against the letter's line."),
    Key("votes", "i", "i", "how they voted", ("hall", "minutes", "document", "aftermath"),
        "The votes that were taken, and who voted how."),
    Key("turn_votes", "", "←→", "vote", ("votes",), "Turn to another vote that was taken."),
    Key("objectives", "o", "o", "objectives", ("aftermath",), "What you wanted, and what you got."),
    Key("paper", "n", "n", "papers", ("aftermath",), "The two front pages."),
    Key("reasons", "y", "y", "why they did", ("aftermath",),
        "Why every delegate decided as it did, point by point."),
    Key("branches", "f", "f", "branches", ("hall", "minutes", "aftermath", "saves"),
        "The tree of this game: go on from any point, as any party."),
    Key("what_if", "x", "x", "what if", ("aftermath", "votes"),
        "To this vote in the tree of the game, to decide it otherwise."),
    Key("points", "", "↑↓", "point", ("reasons",), "Another decision point."),
    # The tree of a game.
    Key("nodes", "", "↑↓←→", "move", ("branches",),
        "Along the game, and to another branch. A full ring was decided otherwise."),
    Key("another", "a", "a", "play as", ("branches",),
        "Play on from here alone, as any party."),
    Key("set_beside", "equals_sign", "=", "compare", ("branches",),
        "Mark the point in hand; at another, compare the two."),
    Key("note", "n", "n", "note", ("branches",), "Put a note on the point in hand."),
    Key("rename", "r", "r", "name", ("branches",), "Give the game in hand a name."),
    Key("cut", "x", "x", "delete", ("branches",), "Delete the branch in hand; it is asked twice."),
    Key("take_up", "o", "o", "take up", ("branches",), "Go on where the game in hand stands."),
    Key("to_trunk", "g", "g", "to the trunk", ("branches",), "Go on where the trunk stands."),
    Key("leave_tree", "escape", "Esc", "back", ("branches",), "Back to the page before."),
    Key("back_there", "escape", "Esc", "back", ("reasons",), "Back to the aftermath.", "app.back"),
    Key("again", "g", "g", "new game", ("aftermath",), "Back to the first page.", "app.again"),
    Key("why", "w", "w", "who, why", ("hall", "terms", "letters", "ballot", "roll", "document",
        "aftermath", "explorer"), "Explain what is in hand, with its sources."),
    Key("seal", "s", "s", "seal", FORMS, "Seal, or send, what you have filled in."),
    Key("undo", "u", "u", "open again", FORMS, "Open a sealed sheet again, before the reveal."),
    Key("take_back", "z,ctrl+z", "z", "take back", FORMS, "Take back your last change.",
        line=False),
    Key("counsel", "k", "k", "adviser", FORMS,
        "What your delegate weighs, and what your order may lead to in model games."),
    Key("send", "ctrl+s", "Ctrl+S", "send", FORMS, "The same from inside a field.", "seal",
        line=False),
    Key("change", "", "Enter", "change", ("settings",), "Change the setting in hand, or its key."),
    Key("as_it_comes", "r", "r", "put back", ("settings", "explorer"),
        "Put the row in hand back as it was at first."),
    Key("all_as_they_come", "x", "x", "put all keys back", ("settings",),
        "Put all keys back as they were at first."),
    Key("dial", "", "↑↓", "dial", ("explorer",), "Take another dial in hand."),
    Key("turn_dial", "", "←→", "turn", ("explorer",), "Turn the dial in hand; Enter lists it."),
    Key("next_chart", "n", "n", "next charts", ("explorer",), "Turn to the next charts."),
    Key("last_chart", "N", "N", "charts before", ("explorer",), "Turn to the charts before.",
        line=False),
    Key("side", "x", "x", "A or B", ("explorer",),
        "Set a second setting, B, beside this one; then turn from one to the other."),
    Key("alone", "u", "u", "this one alone", ("explorer",),
        "Keep the setting in hand alone.", line=False),
    Key("games", "g", "g", "games", ("explorer",), "The games that come out otherwise under B."),
    Key("code", "c", "c", "share code", ("explorer",),
        "A short code for this setting; or type one that you were given."),
    Key("export", "s", "s", "export", ("explorer",), "Write numbers or charts to a file."),
    Key("other", "x", "x", "A or B", ("explorer_game",), "The same game under the other setting."),
    Key("share", "c", "c", "share", ("aftermath",), "The result in a few lines, to be passed on.",
        line=False),
    Key("goal", "g", "g", "puzzle", ("hall",), "The puzzle: its goal, and what is left to you.",
        line=False),
    Key("hint", "x", "x", "a hint", ("puzzle",), "What may help."),
    Key("retry", "r", "r", "begin again", ("puzzle",), "Begin the same puzzle again."),
    Key("others", "o", "o", "other puzzles", ("puzzle",), "The list of puzzles."),
    # Everywhere.
    Key("next", "enter", "Enter", "go on", ("page",), "Do what the strip says.", line=False),
    Key("home", "escape", "Esc", "hall", ("seat",), "Back to the hall. Drafts are kept.",
        "app.home"),
    Key("leave_page", "escape", "Esc", "back", ("choose", "scenarios", "saves", "help", "card",
        "settings", "puzzles", "explorer", "explorer_game", "branch_compare"),
        "Back to the page before.", "app.back"),
    Key("find", "slash", "/", "find", EVERYWHERE, "Find a party, a page or a command by name.",
        "app.command_palette"),
    Key("help", "question_mark,f1", "?", "help", EVERYWHERE, "Help for this page.", "app.help"),
    Key("lamp", "f2", "F2", "lamp", EVERYWHERE, "Night, morning or high contrast.", "app.lamp",
        line=False),
    Key("settings", "f3", "F3", "settings", EVERYWHERE, "Lamp, motion, characters, and keys.",
        "app.settings", line=False),
    Key("leave", "ctrl+q", "Ctrl+Q", "leave", EVERYWHERE, "Leave. All is saved.", "app.leave",
        line=False),
)  # fmt: skip


def rows(*where: str) -> list[Key]:
    """The rows that hold at any of the places named, in the order of the table."""
    return [row for row in TABLE if set(where) & set(row.where)]


def bindings(*where: str) -> list[BindingType]:
    """What Textual binds for the places named."""
    return [_binding(row) for row in rows(*where) if row.key]


def _binding(row: Key) -> Binding:
    return Binding(row.key, row.does, row.verb, show=False, id=row.place_id)


def shown(rows_of: Iterable[Key], *, without: str = "") -> list[tuple[str, str, str]]:
    """Cap, verb and action of the rows for the line of keys; the room one stands in is left out."""
    return [
        (row.cap, row.verb, row.does) for row in rows_of if row.line and row.id != f"go_{without}"
    ]
