"""What the adviser says: reasons, where one stands, and what an order may lead to."""

from __future__ import annotations

from collections.abc import Sequence

from game.explorer.intervals import paired_shares
from game.session.counsel import Counsel, Wished
from game.session.field import Field
from game.session.views import View
from game.ui.widgets.sheet import GAP, RULE, Block, head, item, text, title

HONEST = "Shares of model games, in which machine delegates play on: not a forecast."
ALIKE = 2  # of a hundred games: nearer than that is no difference


def standing(view: View, field: Field, found: Counsel | None = None) -> str:
    """Where the seat stands among machine games of its party, or how far they are counted."""
    if not field.asked or view.own is None:
        return ""
    if not field.whole:
        return counted(field)
    return (
        f"As things stand you have {view.own.score_now} points, more than "
        f"{field.below(view.own.score_now)} of 100 machine games of your party had at their end. "
        f"{_would_stand(field, found)}A share of model games, not a forecast."
    )


def _would_stand(field: Field, found: Counsel | None) -> str:
    """Where the order asked about would bring it, and the one set beside it."""
    if found is None or not found.asked:
        return ""
    other = found.own or found.best
    said = f"With this order it would be more than {field.below(found.mean(0))}"
    if not other:
        return f"{said}. "
    whose = "your delegate's" if found.own else "the best other"
    return f"{said}, with {whose} more than {field.below(found.mean(other))}. "


def counted(field: Field) -> str:
    """How far the machine games are counted."""
    return f"Counted {field.asked} of {field.of} machine games."


def headline(found: Counsel) -> str:
    """What the order asked about leads to, beside another one, in a sentence."""
    other = found.own or found.best
    whose = "your delegate's order" if found.own else "the best other order tried"
    if not other:
        return f"Of {_tried(found)} orders tried over {found.asked} model games none does better."
    wish = max(found.wishes, key=lambda each: _apart(found, each, other))
    yours, theirs = found.share(wish, 0), found.share(wish, other)
    if abs(yours - theirs) < ALIKE:
        return (
            f"If you seal this: {found.mean(0)} points in the mean of {found.asked} model games, "
            f"{found.mean(other)} with {whose}. No wish of yours hangs on it."
        )
    return (
        f"If you seal this: in {yours} % of {found.asked} model games it comes true that "
        f"{_within(wish.text)}, against {theirs} % with {whose} "
        f"(the difference lies between {_between(found, wish, other)})."
    )


def _tried(found: Counsel) -> int:
    return sum(games > 0 for games in found.games)


def _between(found: Counsel, wish: Wished, other: int) -> str:
    """The interval of 95 % of the difference, over the forks that both were played on in."""
    apart = paired_shares(wish.gained[other], wish.lost[other], found.games[other])
    return f"{round(100 * apart.low):+d} and {round(100 * apart.high):+d}"


def _apart(found: Counsel, wish: Wished, other: int) -> int:
    return abs(wish.points) * abs(found.share(wish, 0) - found.share(wish, other))


def _within(words: str) -> str:
    """A wish within a sentence."""
    plain = words.rstrip(".")
    return plain[:1].lower() + plain[1:] if plain[1:2].islower() else plain


def card(reasons: Sequence[str], stands: str, found: Counsel | None) -> list[Block]:
    """The whole sheet of the adviser."""
    asked = found is not None and found.asked > 0
    blocks = [title("The adviser", "", "soft"), RULE]
    blocks += [*_found(found), GAP] if found and asked else []
    if reasons:
        blocks += [head("What your delegate weighs here"), *map(text, reasons), GAP]
    if stands:
        blocks += [text(stands, "soft"), GAP]
    return blocks if asked else [*blocks, text(OFFER, "soft")]


OFFER = (
    "It can play this order on in model games, beside what your delegate would do and a few other "
    "orders, and tell what became of your wishes."
)


def _found(found: Counsel) -> list[Block]:
    """Shares of model games, wish by wish: yours, and the other order it is set beside."""
    other = found.own or found.best
    blocks = [head("If you seal this"), text(headline(found), "bold ink"), GAP]
    columns = "yours | delegate's" if found.own else "yours | best other"
    blocks.append(head("Of 100 model games", columns if other else "yours"))
    for wish in found.wishes:
        shares = [f"{found.share(wish, number):3}" for number in ((0, other) if other else (0,))]
        blocks.append(item(wish.text, " | ".join(shares), "-" if wish.points < 0 else "+"))
    means = [str(found.mean(number)) for number in ((0, other) if other else (0,))]
    blocks += [item("points in the mean", " | ".join(means)), GAP]
    if found.best not in (0, found.own) and found.mean(found.best) > found.mean(0):
        blocks += [
            head("Of all that were tried, this did best", f"{found.mean(found.best)} points"),
            text(found.orders[found.best]),
            GAP,
        ]
    return [*blocks, text(HONEST, "soft")]


def progress(found: Counsel) -> str:
    """How far the asking is."""
    return f"Asked {found.done} of {found.of} games."
