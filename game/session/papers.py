"""The papers a view holds: document, legitimacy, the role sheet, the aftermath, a puzzle."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Wording:
    """A wording of a clause, on the floor or not."""

    id: str
    letter: str
    text: str


@dataclass(frozen=True, slots=True)
class FormulationView:
    """A wording on the scale of the clause on the floor."""

    id: str
    letter: str
    text: str
    place: float  # on the scale; between wordings stand at a half
    between: bool
    barred: bool
    is_text: bool
    is_letter_line: bool
    on_table: bool
    first_sponsor: str | None
    sponsors: tuple[str, ...]
    tabled_by: tuple[str, ...]
    line_of: tuple[str, ...]
    put: int | None  # in which order it will be put, from 1
    distance: int | None  # from the seat that looks
    nearest: bool
    red: bool
    at: int = 0  # points from the first wording, along the scale
    poles: tuple[Wording, ...] = ()  # the two it lies between
    near: tuple[str, ...] = ()  # parties nearest to it by their known positions
    nearer: tuple[str, ...] = ()  # those seated who are nearer to it than to the text
    farther: tuple[str, ...] = ()  # those seated who are farther from it
    promised: tuple[str, ...] = ()  # pledged to vote for it, as far as this seat may know
    refused: tuple[str, ...] = ()  # pledged to vote against it
    owed: tuple[str, ...] = ()  # marks this seat has pledged: for, against, abstain
    asks: str = ""  # what a mark for it asks of the mandate: crossing, token


@dataclass(frozen=True, slots=True)
class PaperView:
    """What a newspaper prints of a round; masthead and town are invented."""

    title: str
    town: str
    headline: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PressView:
    """The newspapers of a round, the same for everybody."""

    entry: int
    when: str  # round 2, or the short round
    date: str
    papers: tuple[PaperView, ...]


@dataclass(frozen=True, slots=True)
class FloorView:
    """The clause on the floor."""

    document: str
    clause: str
    number: int
    topic: str
    dispute: str
    stage: str  # table, second, ballot
    scale: tuple[FormulationView, ...]
    text: str | None  # id of the formulation
    to_bracket: tuple[str, ...]
    to_divide: tuple[str, ...]
    divided: bool
    order_of_putting: str
    passes: str
    needed: int | None = None  # fewest heads for that can carry
    seated: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ClauseView:
    """A clause as it stands."""

    id: str
    number: int
    topic: str
    status: str  # not_opened, on_floor, carried, bracketed, not_put
    margin: str  # the margin mark: = + - .
    formulation: str | None
    text: str
    before: str  # the opening draft's wording, for insertions and deletions
    rivals: tuple[str, ...]  # what stands in the brackets
    how: str
    sponsors: tuple[str, ...]
    reservations: tuple[str, ...]
    scale: tuple[Wording, ...] = ()  # in the order of the scale
    letter_line: str = ""  # the wording the letter's line asks for
    poles: tuple[Wording, ...] = ()  # the two wordings it lies between


@dataclass(frozen=True, slots=True)
class DocumentView:
    """A document as it stands."""

    id: str
    title: str
    what: str
    on_agenda: bool
    status: str  # not_put, open, noted, lost, signed
    clauses: tuple[ClauseView, ...]
    signatures: tuple[tuple[str, str], ...]  # party, signed / reserved / refused / acceded ...
    sentence: str
    red: bool


@dataclass(frozen=True, slots=True)
class Part:
    """One part of legitimacy; what is taken off is below zero."""

    id: str
    title: str
    points: int


@dataclass(frozen=True, slots=True)
class LegitimacyView:
    """Legitimacy as things stand, and what it is made of."""

    points: int
    parts: tuple[Part, ...]
    sentence: str


@dataclass(frozen=True, slots=True)
class WishView:
    """An objective or a red line, and whether it holds as things stand."""

    id: str
    text: str
    points: int
    holds: bool
    counts: int  # points as things stand


@dataclass(frozen=True, slots=True)
class SheetView:
    """The role sheet: for the eyes of its seat."""

    party: str
    name: str
    seat: str
    hook: str
    play_it_if: str
    public: str
    instruction: str
    text: str
    objectives: tuple[WishView, ...]
    red_lines: tuple[WishView, ...]
    offers: tuple[str, ...]
    write_first: tuple[tuple[str, str], ...]
    leverage: tuple[tuple[str, str, int], ...]  # patron, client, weight: those of this party
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the minutes this seat may read."""

    number: int
    kind: str
    title: str
    text: str
    words: str
    seat: str | None
    private: bool
    date: str


@dataclass(frozen=True, slots=True)
class Compared:
    """A row of the aftermath: here, and in fact."""

    title: str
    here: str
    in_fact: str


@dataclass(frozen=True, slots=True)
class ScoreView:
    """What one party made of it; laid open when the game is over."""

    party: str
    score: int
    instruction: str
    objectives: tuple[WishView, ...]
    red_lines: tuple[WishView, ...]
    crossings: int
    player: str | None


@dataclass(frozen=True, slots=True)
class Aftermath:
    """The end of the game."""

    ending: str
    title: str
    text: str
    scores: tuple[ScoreView, ...]
    compared: tuple[Compared, ...]
    outside: tuple[tuple[str, int, str], ...]  # bloc, size, accepts / rejects / waits
    bridge: tuple[str, ...]
    word: tuple[str, ...]
    history: str


@dataclass(frozen=True, slots=True)
class AimView:
    """A part of the goal, and whether it holds as things stand."""

    text: str
    holds: bool


@dataclass(frozen=True, slots=True)
class PuzzleView:
    """A puzzle as its player sees it."""

    id: str
    title: str
    task: str
    hint: str
    difficulty: int
    aims: tuple[AimView, ...]
    limits: tuple[str, ...]  # what is left of each, in a phrase
    left: str  # the same in figures
    over: bool  # its end is reached: the goal stands as it is

    @property
    def solved(self) -> bool:
        """Whether the end is reached with the whole goal holding."""
        return self.over and all(aim.holds for aim in self.aims)

    @property
    def verdict(self) -> str:
        """Solved, or what is lacking, in a sentence or two."""
        if self.solved:
            return "Solved. All that was asked for holds."
        lacking = " ".join(f"Lacking: {aim.text}" for aim in self.aims if not aim.holds)
        return f"Not solved. {lacking}" if self.over else lacking
