"""Who and why: what stands behind the thing in hand, for a card over the page."""

from __future__ import annotations

from collections.abc import Iterable

from game.session.views import ClauseView, FormulationView, OptionView, TermView, View
from game.ui.pages.names import Names
from game.ui.widgets.sheet import GAP, RULE, Block, head, item, pair, text, title


def term_card(view: View, term: TermView) -> list[Block]:
    """A term: the question, and each option with those who back it."""
    made = [title(term.title, f"paragraph {term.paragraph}", "soft"), text(term.question), RULE]
    made.append(text(term.sentence, "soft"))
    for option in term.options:
        made += [GAP, *_option(Names(view), option)]
    if term.silent:
        made += [GAP, text(f"Not said: {Names(view).several(term.silent)}.", "soft")]
    return made


def option_card(view: View, term: TermView, option: OptionView) -> list[Block]:
    """One option of a term."""
    return [title(term.title), text(term.question, "soft"), RULE, *_option(Names(view), option)]


def _option(names: Names, option: OptionView) -> Iterable[Block]:
    yield head(f"{option.letter}  {option.title}", ", ".join(_marks(option)))
    yield text(option.text)
    firmness = {"flexible": "", "firm": " (firm)", "condition": " (comes only if)"}
    who = [f"{names.party(each.party)}{firmness[each.firmness]}" for each in option.backers]
    if who:
        yield text(f"Backed by {', '.join(who)}.", "soft")
    if option.held_by:
        yield text(f"Known to hold it: {names.several(option.held_by)}.", "soft")
    if option.poll_for is not None:
        yield text(
            f"In the last poll {option.poll_for} for, {option.poll_against or 0} against.", "soft"
        )
    if option.distance is not None:
        yield text(f"{option.distance} of 100 from your line.", "soft")


def _marks(option: OptionView) -> Iterable[str]:
    said = {
        "in the draft": option.in_draft,
        "the letter": option.by_letter and not option.in_draft,
        "not on the list": not option.listed,
        "a red line of yours": option.red,
    }
    return (words for words, holds in said.items() if holds)


def wording_card(view: View, form: FormulationView) -> list[Block]:
    """A wording of the clause on the floor."""
    names, floor = Names(view), view.floor
    made = [
        title(floor.topic if floor else "", f"wording {form.letter}", "soft"),
        text(form.text),
        RULE,
    ]
    if form.line_of:
        made.append(text(f"The line of {names.several(form.line_of)}."))
    if form.tabled_by:
        made.append(text(f"Tabled by {names.several(form.tabled_by)}."))
    if form.distance is not None:
        near = " It is the nearest." if form.nearest else ""
        made.append(text(f"{form.distance} of 100 from your line.{near}", "soft"))
    said = {
        "It is the text as it stands.": form.is_text,
        "The letter takes this line.": form.is_letter_line,
        "It is barred by the terms.": form.barred,
        "It touches a red line of yours.": form.red,
    }
    return made + [item(words) for words, holds in said.items() if holds]


def clause_card(view: View, clause: ClauseView) -> list[Block]:
    """A clause of a document."""
    names = Names(view)
    made = [title(clause.topic, f"clause {clause.number}", "soft"), text(clause.text), RULE]
    if clause.before not in ("", clause.text):
        made.append(pair("Before", clause.before))
    if clause.how:
        made.append(text(clause.how, "soft"))
    if clause.sponsors:
        made.append(text(f"Sponsored by {names.several(clause.sponsors)}."))
    if clause.reservations:
        made.append(text(f"Reserved: {names.several(clause.reservations)}."))
    return made


def passing_card(view: View) -> list[Block]:
    """What is before the committee, and what passes it."""
    question = view.question
    return [title(question.title), text(question.text), RULE, text(question.passes)]
