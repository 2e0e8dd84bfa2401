"""The words of the house, each in a sentence or two, for the help pages."""

from __future__ import annotations

GLOSSARY: tuple[tuple[str, str], ...] = (
    ("Term", "A rule of the meeting: who calls it, when, where, with whom, how it decides. The "
     "terms agreed are the rules that are then played by."),
    ("Draft", "What the convener has written for each term so far, beginning with the letter."),
    ("On the list", "Two parties that back an option at the same reveal put it on the list. A term "
     "with two options on its list is contested and goes to the poll."),
    ("Poll", "The vote by letter at the end of a round. It is published with names. It does not "
     "bind the convener, but overruling it costs standing and legitimacy."),
    ("Will", "The option that more than half of the members rank above the draft."),
    ("Firmness", "Flexible, firm, or a condition: \"we come only if\". At most two conditions."),
    ("Convener", "The party that calls the meeting and holds the pen."),
    ("Courier", "A letter you may still send this round: three, and one public statement."),
    ("Standing", "0 to 100, public. It rises with pledges kept and text adopted, and falls with "
     "breaches that are proven. It gives letters their weight and settles ties between sponsors; "
     "it buys no votes."),
    ("Mandate", "Tokens, secret. Each lets you go once beyond your instructions."),
    ("Telegram", "Asks leave at home. Granted, it holds for the next vote, roll or signature."),
    ("Red line", "What you must not let happen. It costs points when it does."),
    ("Pledge", "I will do this, if you do that. Private, declared, or deposited: a deposited one "
     "is carried out by itself."),
    ("Seated", "Attends with a vote, and has not walked out."),
    ("Base", "Out of whom the share is counted: all members, those present, or those present and "
     "voting."),
    ("Amendment", "Another wording, put on the table by two sponsors."),
    ("Furthest first", "Amendments are put in order of their distance from the text, the furthest "
     "first; then the text."),
    ("Reserve", "Neither for nor against: you do not object, and your dissent is printed under the "
     "text."),
    ("Bracketed", "Not agreed: it stays in the text in brackets, with its rivals."),
    ("Noted", "A document that was not signed by enough, or of which half stayed in brackets."),
    ("Legitimacy", "0 to 100, public: who came, how broad, how it was adopted, who signed. It "
     "scales what a text is worth to everyone."),
    ("Dial", "One of the few numbers that hold for all machine delegates, and in the explorer "
     "whatever can be turned."),
    ("Machine delegate", "Plays a seat in which no person sits. It knows what a person there may "
     "know, and gives the same orders."),
)  # fmt: skip

MARKS: tuple[tuple[str, str], ...] = (
    ("+ o - .", "comes, comes if or observes, stays away, has not said"),
    ("+ r o -", "on a ballot: for, reserve, abstain, against"),
    ("●", "a person sits here; no lamp, a machine delegate"),
    ("A a", "a firm position, a flexible one"),
    ("═ ± ┄ ·", "a clause: carried, on the floor, bracketed, not opened"),
    ("■ □ ┃", "for or against, not said, the number that is needed"),
)
PLACES: dict[str, str] = {
    "title": "Begin a game, or take one up. Every game is kept from its first order on.",
    "scenarios": "Choose how long the game is and how the machine delegates play.",
    "settings": "How the screen behaves, and which key does what. It is kept for the next game.",
    "loading": "The papers of the game are laid out.",
    "saves": "Games that were kept. Take one up where it was left.",
    "choose": "Every party can win: the score is measured against machine games of the same "
    "party. Parties that are torn decide the game.",
    "brief": "Read your sheet. Two questions see whether it was read. Then say who will come.",
    "hall": "Everybody's place, what is before the committee, what passes it and who can stop it. "
    "The strip at the foot says what to do now.",
    "party": "Your sheet, for your eyes. The right side says what holds as things stand.",
    "minutes": "All that happened and that you may read, in order.",
    "terms": "Back an option of each term, or keep silent. Sponsors bring options on the list.",
    "press": "Two newspapers on the round that is over. They print only what everybody knows; each "
    "sees it from its own side.",
    "letters": "Three letters a round. A pledge is a sentence with blanks; the sentence below the "
    "blanks is the contract.",
    "ballot": "One sheet over the whole scale. Sealed sheets are opened together.",
    "votes": "How they voted: with names where the ballot shows names, else in numbers.",
    "roll": "Attend, observe, stay away: the envelopes are opened in the order of the letter.",
    "document": "The text as it stands. Struck out and inserted words show what was changed.",
    "pen": "The convener fixes the draft, and may follow the poll or overrule it.",
    "opening": "Those who came settle the rule of decision and the terms still open.",
    "table": "Before the vote on a clause: amendments, seconds, motions, one letter.",
    "sign": "What is put under each document.",
    "cover": "The screen changes hands. Nothing of the last player's secrets is on it.",
    "reasons": "Every delegate's decisions laid open, with the numbers it decided by.",
    "aftermath": "What became of it, beside what happened in fact.",
    "puzzles": "Puzzles by how hard they are; those you have solved are ticked.",
    "puzzle": "What is to hold at the end, what you may use for it, and how a try stands.",
    "branches": "The tree of a game: a row a decision, a lane a branch. Name it, note it, play on "
    "from any point as any party.",
    "branch_compare": "Two moments of a game side by side: terms, who is there, texts, points.",
    "explorer": "Thousands of games by machine delegates alone. Turn a dial and see what moves; "
    "set a second setting beside the first, on the same draws. All shares are of model games.",
    "explorer_game": "One game under both settings, from its first entry, and where the two part.",
}

# The words a page speaks in: help tells these first.
WORDS_OF: dict[str, tuple[str, ...]] = {
    "hall": ("Seated", "Base", "Legitimacy", "Courier", "Standing", "Mandate"),
    "terms": ("Term", "Draft", "On the list", "Firmness", "Poll", "Will"),
    "letters": ("Courier", "Pledge", "Standing", "Telegram"),
    "ballot": ("Poll", "Will", "Reserve", "Red line", "Mandate", "Furthest first"),
    "opening": ("Base", "Seated", "Red line", "Mandate"),
    "pen": ("Draft", "Convener", "Poll", "Will"),
    "roll": ("Seated", "Convener", "Mandate"),
    "table": ("Amendment", "Furthest first", "Bracketed", "Telegram"),
    "document": ("Bracketed", "Reserve", "Amendment", "Noted"),
    "sign": ("Noted", "Red line", "Mandate", "Legitimacy"),
    "party": ("Red line", "Mandate", "Standing"),
    "aftermath": ("Legitimacy", "Noted", "Machine delegate"),
    "reasons": ("Machine delegate", "Red line", "Mandate"),
    "explorer": ("Dial", "Term", "Seated", "Legitimacy", "Bracketed", "Machine delegate"),
}
