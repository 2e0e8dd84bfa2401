"""A game that only pretends: views built by hand, so that pages can be tried without rules."""

from dataclasses import replace
from typing import Any

from game.session.field import Field
from game.session.follows import Follows
from game.session.orders import PollOrder
from game.session.views import (
    Aftermath,
    Compared,
    LegitimacyView,
    LetterView,
    Line,
    OwnView,
    Part,
    PartyView,
    Phase,
    Question,
    ScoreView,
    SheetView,
    Strip,
    View,
    WishView,
)

PARTIES = (
    ("australia", "Australia", "Australia", "AUS", "Communist Party of Australia", "Sydney"),
    ("albania", "Albania", "Albania", "ALB", "Party of Labour of Albania", "Tirana"),
    ("argentina", "Argentina", "Argentina", "ARG", "Communist Party of Argentina", "Buenos Aires"),
    ("bulgaria", "Bulgaria", "Bulgaria", "BUL", "Bulgarian Communist Party", "Sofia"),
    ("brazil", "Brazil", "Brazil", "BRA", "Brazilian Communist Party", "Rio de Janeiro"),
    ("great_britain", "Great Britain", "G. Britain", "GBR", "CP of Great Britain", "London"),
    ("hungary", "Hungary", "Hungary", "HUN", "Hungarian Socialist Workers' Party", "Budapest"),
    ("viet_nam", "Viet Nam", "Viet Nam", "VIE", "Viet Nam Workers' Party", "Hanoi"),
    ("gdr", "GDR", "GDR", "GDR", "Socialist Unity Party of Germany", "East Berlin"),
    ("west_germany", "West Germany", "W. Germany", "FRG", "Communist Party of Germany", "Berlin"),
    ("india", "India", "India", "IND", "Communist Party of India (CPI)", "New Delhi"),
    ("indonesia", "Indonesia", "Indonesia", "IDN", "Communist Party of Indonesia", "Jakarta"),
    ("italy", "Italy", "Italy", "ITA", "Italian Communist Party (PCI)", "Rome"),
    ("prc", "China", "China", "PRC", "Communist Party of China (CPC)", "Peking"),
    ("korea", "Korea", "Korea", "KOR", "Workers Party of Korea (WPK)", "Pyongyang"),
    ("cuba", "Cuba", "Cuba", "CUB", "United Party of the Socialist Revolution of Cuba", "Havana"),
    ("mongolia", "Mongolia", "Mongolia", "MON", "Mongolian People's Revolutionary Party (MPRP)",
     "Ulan Bator"),
    ("poland", "Poland", "Poland", "POL", "Polish United Workers Party (PZPR)", "Warsaw"),
    ("rumania", "Rumania", "Rumania", "RUM", "Rumanian Workers' Party", "Bucharest"),
    ("usa", "USA", "USA", "USA", "Communist Party, USA", "New York"),
    ("syria", "Syria", "Syria", "SYR", "Syrian Communist Party", "Damascus underground"),
    ("ussr", "USSR", "USSR", "USR", "Communist Party of the Soviet Union", "Moscow"),
    ("finland", "Finland", "Finland", "FIN", "Communist Party of Finland", "Helsinki"),
    ("france", "France", "France", "FRA", "French Communist Party", "Paris"),
    ("czechoslovakia", "Czechoslovakia", "Czechoslov.", "CZE", "CP of Czechoslovakia", "Prague"),
    ("japan", "Japan", "Japan", "JPN", "Japanese Communist Party", "Tokyo"),
)  # fmt: skip
STANCES: tuple[Any, ...] = tuple("+-+++o+.+++-o--o+o.++++++-")
PEOPLE = {"australia": "Ada", "bulgaria": "Ben, Bo", "mongolia": "Lena", "poland": "Mats",
          "rumania": "Nora", "ussr": "Omar", "italy": "Ida", "viet_nam": "Emre"}  # fmt: skip
WORDS = {"+": "comes", "o": "comes if", "-": "stays away", ".": "has not said"}


def party(number, row):
    """One party of the letter."""
    id_, name, short, code, full, _ = row
    stance = STANCES[number]
    return PartyView(
        id=id_,
        name=name,
        short=short,
        code=code,
        full_name=full,
        convener=id_ == "ussr",
        stance=stance,
        stance_words=WORDS[stance],
        player=PEOPLE.get(id_),
        sealed=id_ in ("australia", "bulgaria"),
        presence="to_come",
        reply=None,
        delegation=("Batbayar Dorjsuren", "Oyunchimeg Tseren"),
        standing=60 - number,
        rank=number + 1,
        influence=50,
        groups=("socialist",),
        positions=(("alignment", 60), ("convening", 50), ("unity_over_victory", 70)),
        affinity=90 - 7 * number if id_ != "mongolia" else 100,
        pledges_kept=2,
        breaches=1,
        last_said="It asked for March, and got December." if number % 2 else "",
    )


def calendar():
    """The stretches of a double lesson, the second round of letters being open."""
    titles = ("Brief", "Letters 1", "Letters 2", "Letters 3", "Invitation", "Opening", "Drafting",
              "Signing", "End")  # fmt: skip
    dates = ("30 July 1964", "15 September 1964", "31 October 1964", "30 November 1964", None, None,
             None, None, None)  # fmt: skip
    when: tuple[Any, ...] = ("past", "past", "now", *("to_come",) * 6)
    rows = zip(titles, when, dates, strict=True)
    return tuple(Phase(t.lower().replace(" ", "_"), t, w, d) for t, w, d in rows)


def question():
    """The second of the questions, put by letter."""
    ids = tuple(row[0] for row in PARTIES)
    return Question(
        title="If some stay away",
        text="If some parties stay away, may the rest begin?",
        item="absence_rule",
        passes="Needs 14 of 26 members. For 11. Against 6. Not said 9. "
        "Thirteen not in favour defeat it.",
        ballot="recorded",
        procedure="furthest_first",
        strip=Strip(ids[:11], ids[11:20], ids[20:], 14),
    )


def sheet():
    """The sheet of Mongolia."""
    wishes = (
        ("begins", "The committee begins, with 18 or more.", 30, True),
        ("no_word", "No word is said against a party that came.", 20, True),
        ("borders", "A clause on borders and equality stands in the document.", 20, False),
        ("signed", "You sign, without reservation.", 15, False),
        ("friends", "Bulgaria and Poland sign.", 15, False),
    )
    red = (WishView("counter", "You sit in a counter-meeting in Peking.", -20, False, 0),)
    return SheetView(
        party="mongolia",
        name="Mongolia",
        seat="Ulan Bator",
        hook="Between two giants, on one side",
        play_it_if="you like to be useful to the strong, and to be paid for it",
        public="You share 4,700 kilometres of border with China and a railway with Moscow. "
        "You say yes first and are asked last. Your trade, your coal and your tractors come from "
        "the north; your memory of the south is longer than any treaty.",
        instruction="Be worth the choice",
        text="You have chosen. Now be worth the choice. The date matters to you less than the "
        "number: a small table shows how small you are. Bring Poland and Bulgaria, for a text "
        "signed by three counts for more than a speech.\n\nNothing you say about borders is only "
        "about borders. Say it all the same, and say it as a principle.",
        objectives=tuple(WishView(i, t, p, h, p if h else 0) for i, t, p, h in wishes),
        red_lines=red,
        offers=("a certain vote", "a railway", "silence"),
        write_first=(
            ("poland", "It wants what you want, and more people listen to it."),
            ("bulgaria", "It answers by return of post."),
        ),
        leverage=(("ussr", "mongolia", 60),),
        sources=("letter of July 30, paragraph 8", "K, page 112"),
    )


def own(**changes):
    """What Mongolia has."""
    base = OwnView(
        party="mongolia",
        couriers=3,
        couriers_left=2,
        statement_left=True,
        standing=41,
        rank=14,
        tokens=3,
        leave=False,
        score_now=50,
        sealed=None,
        can_act=True,
        sheet=sheet(),
    )
    return replace(base, **changes)


def line(number, text, **changes):
    """A line of the minutes."""
    base = Line(
        number, "positions", "Positions", text, "", None, private=False, date="18 October 1964"
    )
    return replace(base, **changes)


def minutes():
    """A few lines."""
    return (
        line(11, "The letter of July 30 is read.", kind="event", title="The letter"),
        line(12, "Rumania asks for unanimity on question 6. Cuba seconds it.", seat="rumania"),
        line(13, "Poland wrote to you, and offers a pledge.", seat="poland", private=True,
             title="A letter", words="We too would rather be many than early."),
        line(14, "Hungary comes, if the date moves to March.", seat="hungary"),
        line(15, "In Moscow the leadership has changed. Nothing is said about the meeting.",
             kind="event", title="The press", date="14 October 1964"),
    )  # fmt: skip


def letter():
    """A letter to Mongolia."""
    return LetterView(
        id="13", entry=13, when="round 2", sender="poland", to="mongolia", kind="words",
        sentence="Only words.", words="We too would rather be many than early.", pledge=None,
        acceptable=False, accepted=False, sender_record="Of 4 pledges proven, Poland kept 4.",
        sent_by_me=False,
    )  # fmt: skip


def legitimacy(points=61):
    """Legitimacy and its parts."""
    parts = (("attendance", "Who sits", 28), ("breadth", "How broad", 10),
             ("manner", "How adopted", 23), ("overruled", "Terms overruled", -4))  # fmt: skip
    rows = tuple(Part(i, t, p) for i, t, p in parts)
    return LegitimacyView(points, rows, f"Legitimacy {points} as things stand.")


def view(**changes):
    """What Mongolia sees in the second round of letters."""
    base = View(
        scenario="july-1964",
        title="The drafting committee",
        preset="double90",
        seat="mongolia",
        point=6,
        kind="poll",
        phase="round 2 of 3",
        round=2,
        rounds=3,
        date="20 October 1964",
        calendar=calendar(),
        question=question(),
        next="Mark your sheet on four contested terms, then seal it.",
        waiting=("mongolia", "poland"),
        parties=tuple(party(number, row) for number, row in enumerate(PARTIES)),
        terms=(),
        letters=(letter(),),
        pledges=(),
        floor=None,
        documents=(),
        legitimacy=legitimacy(),
        own=own(),
        choices=None,
        roll=None,
        since=minutes()[1:],
        minutes=minutes(),
        last_entry=15,
        aftermath=None,
    )
    return replace(base, **changes)


def aftermath():
    """The end: the committee met, nineteen strong."""
    scores = tuple(
        ScoreView(id_, 40 + 3 * (n % 15), "Be worth the choice", sheet().objectives,
                  sheet().red_lines, 0, PEOPLE.get(id_))
        for n, (id_, *_) in enumerate(PARTIES)
    )  # fmt: skip
    compared = (
        Compared("Who came", "19 of 26", "18 of 26, and an observer"),
        Compared("When", "1 March 1965", "1 March 1965"),
        Compared("Began as", "a committee", "a consultative meeting"),
        Compared("A document", "signed, 1 bracket", "a communique only"),
        Compared("World meeting", "mid 1966", "June 1969"),
        Compared("Stayed away", "Albania, China, Indonesia, Japan, Korea, Rumania, Viet Nam",
                 "Albania, China, Indonesia, Japan, Korea, Rumania, Viet Nam"),
        Compared("Legitimacy", "58", "about 44"),
    )  # fmt: skip
    text = (
        "A text was agreed. What it says is less clear than who did not say it.\n\n"
        "Of ten clauses nine were settled, one was put in brackets, and two parties signed with a "
        "note in the margin. The rooms are cleared, the interpreters go home, and the seven "
        "chairs that stayed empty are carried back to the store."
    )
    outside = (("latin_america", 18, "accepts"), ("western", 14, "waits"), ("asia", 9, "rejects"))
    history = "On 1 March 1965 eighteen parties sit down in a guest house on the Lenin Hills."
    return Aftermath("narrow", "Nineteen sign, seven stay home", text, scores, compared, outside,
                     ("poland",), ("mongolia", "bulgaria"), history)  # fmt: skip


def ended(**changes):
    """What Mongolia sees when all is over."""
    past = tuple(replace(each, when="past") for each in calendar()[:-1])
    last = replace(calendar()[-1], when="now")
    return view(
        kind="aftermath",
        phase="the committee met, nineteen strong",
        date="1965",
        calendar=(*past, last),
        next="Talk it over: the one letter that would have changed most.",
        waiting=(),
        aftermath=aftermath(),
        parties=tuple(
            replace(each, reply="away" if each.stance in "-." else "attend")
            for each in view().parties
        ),
        own=own(can_act=False),
        **changes,
    )


class FakeGame:
    """A game that takes any order, and goes to the next point when all have sealed."""

    def __init__(self, people=("mongolia",), shown=None):
        self.people = people
        self.sealed = {}
        self.shown = shown or view()
        self.asked = []
        self.scores: tuple[int, ...] = ()
        self.foretold = {}
        self._point = 6

    @property
    def point(self):
        return self._point

    @property
    def waiting(self):
        return () if self.over else tuple(seat for seat in self.people if seat not in self.sealed)

    @property
    def over(self):
        return self.shown.kind == "aftermath"

    def view(self, seat, since=0):
        self.asked.append((seat, since))
        mine = self.shown.own and seat is not None
        return replace(
            self.shown,
            seat=seat,
            point=self._point,
            waiting=self.waiting,
            own=self._own(seat) if mine else None,
            **({} if seat else self._wall()),
        )

    def _own(self, seat):
        """What the seat has."""
        sealed, said = self.sealed.get(seat), self.foretold.get(seat)
        return replace(self.shown.own, party=seat, sealed=sealed, forecast=said)

    def _wall(self):
        """What is left out where nobody looks."""
        public = tuple(each for each in self.shown.minutes if not each.private)
        return {"minutes": public, "since": public, "letters": (), "pledges": ()}

    def choices(self, seat):
        return None

    def draft(self, seat):
        return PollOrder(point=self._point)

    def explain(self, seat):
        return ["The date matters less than the number."]

    def counsel(self, order, seat):
        return iter(())

    def follows(self, order, seat):
        return Follows()

    def points(self):
        return ()

    def reasons(self, point):
        return []

    def field(self, seat):
        return iter([Field(len(self.scores), tuple(self.scores))] if self.scores else ())

    def forecast(self, seat, comes):
        self.foretold[seat] = comes

    paced = thinking = False

    def look_ahead(self):
        return iter(())

    def resume(self):
        """Nobody looks ahead."""

    def submit(self, order, seat):
        self.sealed[seat] = order
        if not self.waiting:
            self._point += 1
            self.sealed = {}

    def unsubmit(self, seat):
        self.sealed.pop(seat, None)
