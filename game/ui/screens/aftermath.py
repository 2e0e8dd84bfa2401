"""The aftermath: two front pages, what became of it beside what happened, and the score."""

from __future__ import annotations

from dataclasses import replace

from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll

from game.session.daily import shared
from game.session.field import Field
from game.session.refusals import listing
from game.session.views import Aftermath, ScoreView, View
from game.ui.coach_counsel import counted
from game.ui.counting import FieldCounted, count_field, stop
from game.ui.keys import Key, bindings, rows
from game.ui.papers import papers
from game.ui.picture import ordinal
from game.ui.screens.card import Card
from game.ui.screens.room import Room
from game.ui.widgets.compared import Both, SideBySide
from game.ui.widgets.front_page import FrontPage
from game.ui.widgets.histogram import Histogram
from game.ui.widgets.sheet import GAP, RULE, Block, Desk, head, item, pair, text, title

COUNTING = "Machine games of your party are being counted, to set yours among them."
COPIED = "Copied, where the terminal lets a program copy. It says nothing of what was done."
FEW = 4  # at most so many winners of an award are named
AWARDS = {
    "Bridge": "Most texts sponsored together with an opponent, and carried.",
    "Word": "Most pledges kept, less those broken.",
}


class AftermathRoom(Room):
    """The end of a game."""

    place = "aftermath"
    heading = "Aftermath"
    BINDINGS = bindings("aftermath")

    def compose_body(self, view: View) -> ComposeResult:
        """Papers above; below them the score and the comparison."""
        with VerticalScroll(id="all"):
            with Horizontal(id="papers"):
                yield FrontPage()
                yield FrontPage()
            with Horizontal(id="below"):
                with VerticalScroll(id="mine", can_focus=False):
                    yield Desk(id="score")
                    yield Histogram()
                    yield Desk(id="wishes")
                yield SideBySide()

    def on_mount(self) -> None:
        """Arrows scroll at once."""
        self.query_one("#all").focus()

    def on_screen_resume(self) -> None:
        """Count on; under another page nothing is counted."""
        count_field(self.app, self.play)

    def on_screen_suspend(self) -> None:
        """Stop counting; what was counted stays."""
        stop(self.app)

    def on_field_counted(self, message: FieldCounted) -> None:
        """Say how far the count is, and then set yours among them."""
        self.show_if_laid()

    def refresh_view(self, view: View) -> None:
        """Print and count."""
        after = view.aftermath
        if after is None:
            return
        self.committee.tell_verdict(view)
        for page_, paper in zip(self.query(FrontPage), papers(view, after), strict=True):
            page_.show(paper)
        first, second = self.query(FrontPage)
        first.twin, second.twin = second, first
        self.query_one(SideBySide).show(
            Both(r.title, r.here, r.in_fact, _alike(self.play.field.share(r.title, r.here)))
            for r in after.compared
        )
        mine = _mine(view, after)
        self.query_one("#score", Desk).lay(self._score(view, after, mine))
        histogram = self.query_one(Histogram)
        histogram.display = bool(self.play.field.whole and mine)
        self.query_one("#wishes", Desk).lay(
            [*_wishes(mine), *_awards(view, after), *_outside(after)]
        )
        if mine:
            histogram.show(self.play.field.scores, mine.score)
            self._keep_day(view, after, mine)

    def _keep_day(self, view: View, after: Aftermath, mine: ScoreView) -> None:
        """A day's game that is counted is remembered."""
        record = self.committee.record
        if view.day and record and self.play.field.whole:
            record.keep_day(view.day, share(view, after, self.play.field.below(mine.score)))

    def _score(self, view: View, after: Aftermath, mine: ScoreView | None) -> list[Block]:
        if mine is None:
            return [text(after.title, "bold ink")]
        blocks: list[Block] = [text(better(mine.score, self.play.field, view), "bold ink")]
        if not self.play.field.whole:
            blocks.append(text(COUNTING, "brass"))
            if self.play.field.asked:
                blocks.append(text(counted(self.play.field), "soft"))
        kept = sum(wish.holds for wish in mine.objectives)
        crossed = sum(line.holds for line in mine.red_lines)
        blocks += [
            pair("Objectives", f"{kept} of {len(mine.objectives)} kept", label_token="soft"),
            pair("Red lines", _crossings(crossed), label_token="soft"),
        ]
        forecast = view.own.forecast if view.own else None
        if forecast is not None:
            blocks.append(pair("Forecast", _forecast(forecast, view), label_token="soft"))
        return [*blocks, GAP]

    def stage(self, view: View) -> str:
        """The ending in a line."""
        return view.aftermath.title if view.aftermath else view.phase

    def next_of(self, view: View) -> tuple[str, ...]:
        """To the ending in full."""
        return view.next or "Read how it ended, then what you made of it.", "The ending"

    def press_next(self) -> None:
        """The ending in full."""
        after = self.view.aftermath
        if after is not None:
            self.app.push_screen(Card(ending(after)))

    def action_why(self) -> None:
        """What legitimacy is made of."""
        total = self.view.legitimacy
        blocks = [title("Legitimacy", str(total.points), "brass"), RULE]
        blocks += [item(part.title, f"{part.points:+d}") for part in total.parts]
        self.app.push_screen(Card([*blocks, text(total.sentence, "soft")]))

    def action_reasons(self) -> None:
        """Why every delegate decided as it did."""
        self.committee.open_page("reasons")

    def action_what_if(self) -> None:
        """To the last vote in the tree, to decide it otherwise."""
        taken = self.view.votes
        self.committee.open_branches(entry=taken[-1].entry if taken else 0)

    def action_share(self) -> None:
        """The result in a few lines, to be passed on."""
        after = self.view.aftermath
        mine = _mine(self.view, after) if after else None
        if after and mine and self.play.field.whole:
            said = share(self.view, after, self.play.field.below(mine.score))
            self.app.copy_to_clipboard(said)
            self.app.push_screen(Card([*map(text, said.splitlines()), GAP, text(COPIED, "soft")]))
        else:
            self.notify(COUNTING, markup=False)

    def action_objectives(self) -> None:
        """What you wanted, and what you got."""
        after = self.view.aftermath
        mine = _mine(self.view, after) if after else None
        if after and mine:
            self.app.push_screen(Card(objectives(mine, after, self.view)))

    def action_paper(self) -> None:
        """To the top."""
        self.query_one("#all", VerticalScroll).scroll_home()

    def key_rows(self) -> list[Key]:
        """Those of the page, and the rooms one may still look into."""
        kept = {"go_minutes", "go_document", "go_explorer", "help", "home"}
        others = [row for row in rows("seat", "everywhere") if row.id in kept]
        others += [row for row in rows("aftermath") if row.id == "share" and self.view.day]
        return [*rows("aftermath"), *(replace(row, line=True) for row in others)]


def share(view: View, after: Aftermath, below: int) -> str:
    """The result to be passed on."""
    name = next((party.name for party in view.parties if party.id == view.seat), "")
    return shared(view.title, view.day, name, below, after.title)


def _mine(view: View, after: Aftermath) -> ScoreView | None:
    return next((score for score in after.scores if score.party == view.seat), None)


def _alike(share: int | None) -> str:
    return "" if share is None else f"{share} of 100"


def better(score: int, field: Field, view: View) -> str:
    """The score, first as a share of machine games, else by itself."""
    name = next((party.name for party in view.parties if party.id == view.seat), "you")
    if not field.whole:
        return f"{score} points for {name}."
    below = field.below(score)
    return f"You did better than {below} of 100 machine games of {name} in this setting."


def _crossings(crossed: int) -> str:
    return "none crossed" if not crossed else f"{crossed} crossed"


def _forecast(forecast: tuple[str, ...], view: View) -> str:
    came = {party.id for party in view.parties if party.reply in ("attend", "attend_reserved")}
    right = sum((party.id in forecast) == (party.id in came) for party in view.parties)
    return f"you said {len(forecast)}, {len(came)} came; right on {right} of {len(view.parties)}"


def _beside_forecast(view: View) -> list[Block]:
    """Party by party where the forecast of the brief and the roll differ."""
    said = view.own.forecast if view.own else None
    if said is None:
        return []
    blocks = [GAP, head("Your forecast"), text(f"{_forecast(said, view)}.", "soft")]
    for party in view.parties:
        came = party.reply in ("attend", "attend_reserved")
        if came != (party.id in said):
            words = "came, you said it would not" if came else "did not come, you said it would"
            blocks.append(item(f"{party.name} {words}"))
    return blocks


def _wishes(mine: ScoreView | None) -> list[Block]:
    """What this seat wanted, kept or not, and the red lines it crossed."""
    if mine is None:
        return []
    blocks = [head("What you wanted", f"{mine.score} points")]
    blocks += [item(w.text, str(w.counts), "+" if w.holds else ".") for w in mine.objectives]
    crossed = [item(w.text, str(w.counts), "-") for w in mine.red_lines if w.holds]
    return [*blocks, *crossed, GAP]


def _awards(view: View, after: Aftermath) -> list[Block]:
    """Who was the bridge between opponents, and who kept its word best."""
    given = [(each, who) for each, who in (("Bridge", after.bridge), ("Word", after.word)) if who]
    blocks = [
        pair(award, f"{_winners(view, who)}. {AWARDS[award]}", label_token="soft")
        for award, who in given
    ]
    return [head("Awards"), *blocks, GAP] if blocks else []


def _winners(view: View, who: tuple[str, ...]) -> str:
    """The names of a few; of more their number."""
    mine = view.seat in who
    if len(who) > FEW:
        return f"{len(who)} parties{', you among them' if mine else ''}"
    names = {party.id: party.name for party in view.parties}
    return listing([f"{names[each]}{' (you)' if each == view.seat else ''}" for each in who], "and")


def _outside(after: Aftermath) -> list[Block]:
    """What those who were not called made of it."""
    if not after.outside:
        return []
    blocks = [item(f"{bloc}: {answer}", str(size)) for bloc, size, answer in after.outside]
    return [head("Outside", "parties"), *blocks, GAP]


def ending(after: Aftermath) -> list[Block]:
    """The ending in full, the outside, and what happened in fact."""
    blocks = [title(after.title), RULE]
    for paragraph in after.text.split("\n\n"):
        blocks += [text(" ".join(paragraph.split())), GAP]
    blocks += _outside(after)
    if after.history:
        blocks += [head("In fact"), text(" ".join(after.history.split()), "soft")]
    return blocks


def objectives(mine: ScoreView, after: Aftermath, view: View) -> list[Block]:
    """The objectives one by one, and the points of all."""
    names = {party.id: party.name for party in view.parties}
    blocks = [title("What you wanted", f"{mine.score} points", "brass"), RULE]
    blocks += [item(w.text, str(w.counts), "+" if w.holds else ".") for w in mine.objectives]
    blocks += [item(w.text, str(w.counts), "-" if w.holds else ".") for w in mine.red_lines]
    blocks += _beside_forecast(view)
    ranked = sorted(after.scores, key=lambda score: -score.score)
    blocks += [GAP, head("Everybody", "points")]
    blocks += [
        item(f"{names.get(each.party, each.party)}, {ordinal(n)}", str(each.score))
        for n, each in enumerate(ranked, start=1)
    ]
    return blocks
