"""What two invented newspapers print about one ending: one is pleased with it, the other is not."""

from __future__ import annotations

from game.session.views import Aftermath, View
from game.ui.widgets.front_page import Paper

# Numbers at the head of a line are written out, as newspapers do.
MOST_NAMED = 8
WORDS = (
    "No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven",
    "Twelve", "Thirteen", "Fourteen", "Fifteen", "Sixteen", "Seventeen", "Eighteen", "Nineteen",
    "Twenty",
)  # fmt: skip


def papers(view: View, after: Aftermath) -> tuple[Paper, Paper]:
    """Two front pages over the same facts."""
    came = [party for party in view.parties if party.reply in ("attend", "attend_reserved")]
    absent = [party for party in view.parties if party not in came]
    signed = next((document for document in view.documents if document.status == "signed"), None)
    first, *rest = (" ".join(each.split()) for each in after.text.split("\n\n"))
    pleased = Paper(
        masthead="The Morning Line",
        town="London",
        date=view.date,
        headline=after.title,
        story=first,
        column="By telephone",
        aside=_shortest(rest),
    )
    other = Paper(
        masthead="People's Tribune",
        town="By courier",
        date=view.date,
        headline=_headline(len(came), len(absent), signed=signed is not None),
        story=_story([party.name for party in absent], view),
        column="To be continued",
        aside="It will be long. Readers are asked to keep this number.",
    )
    return pleased, other


def _shortest(paragraphs: list[str]) -> str:
    """The shortest of the first sentences of the rest."""
    firsts = [paragraph.split(". ")[0].rstrip(".") + "." for paragraph in paragraphs]
    return min(firsts, key=len, default="")


def word(number: int) -> str:
    """A number in words, as far as twenty."""
    return WORDS[number] if 0 <= number < len(WORDS) else str(number)


def _headline(came: int, absent: int, *, signed: bool) -> str:
    if not came:
        return "Nobody came, nothing is lost"
    if not absent:
        return "All came. What for?"
    chairs = f"{word(absent)} empty chair{'s' if absent > 1 else ''}"
    return f"{chairs}, one paper" if signed else f"{chairs}, no paper"


def _story(absent: list[str], view: View) -> str:
    total = len(view.parties)
    if not absent:
        return f"All {total} were there, and now all {total} must explain the text at home."
    listed = ", ".join(absent[:-1]) + (" and " if len(absent) > 1 else "") + absent[-1]
    verb = "was" if len(absent) == 1 else "were"
    said = (
        f"{listed} {verb} not in the room. Those who were speak for it all the same. "
        f"By the committee's own count its work has {view.legitimacy.points} of 100 points of "
        "legitimacy, and the rest is an empty chair."
    )
    return said if len(absent) <= MOST_NAMED else f"{len(absent)} of {total} were not in the room."
