"""`committee saves`: the games in the drawer."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from game.cli.options import FILE, format_option, whole
from game.cli.status import Group

if TYPE_CHECKING:
    from game.saves.shelf import Listing

SAVE = click.argument("save", metavar="SAVE", type=FILE)
FOLDER = click.option("--folder", type=FILE, help="Another folder than that of your saves.")


@click.group(name="saves", cls=Group)
def group() -> None:
    """List, check, branch and move saved games.

    SAVE is a file, or the name of a game in the folder of your saves.
    """


def _drawer() -> Path:
    from game.content.places import saves_folder

    return saves_folder()


def _path(save: Path) -> Path:
    """The file that is meant: one that is there, or else one in the drawer."""
    from game.saves.contents import SUFFIX

    here = [save, _drawer() / save, _drawer() / f"{save}{SUFFIX}"]
    return next((path for path in here if path.exists()), save)


def _row(found: Listing) -> dict[str, Any]:
    """A save as a list shows it."""
    names = (
        "name",
        "called",
        "entries",
        "title",
        "seat",
        "point",
        "branch_of",
        "branch_at",
        "fault",
    )
    row = {name: getattr(found, name) for name in names}
    scenario = found.header.get("scenario")
    if isinstance(scenario, dict):
        row["title"] = scenario.get("frame", {}).get("title")
    return row | {key: found.header.get(key) for key in ("preset", "seed", "rules_version")}


@group.command(name="list")
@FOLDER
@format_option("text", "json")
def list_(folder: Path | None, form: str) -> None:
    """List the saved games."""
    from game.saves.shelf import list_saves

    rows = [_row(found) for found in list_saves(folder or _drawer())]
    if form == "json":
        click.echo(json.dumps(rows, indent=1))
        return
    for row in rows:
        told = row["fault"] or f"{row['entries']} entries  {row['title'] or ''}"
        branch = f"  branch of {row['branch_of']}" if row["branch_of"] else ""
        called = f": {row['called']}" if row["called"] else ""
        click.echo(f"{row['name']:<24} {told}{branch}{called}")
    if not rows:
        click.echo(f"No saved games in {folder or _drawer()}.")


@group.command()
@SAVE
@format_option("text", "json")
def show(save: Path, form: str) -> None:
    """Say what a save holds: its game, its seats, the tree it is of, its minutes."""
    from game.saves.shelf import show as shown
    from game.saves.store import SaveFile

    path = _path(save)
    found = shown(path)
    row = _row(found)
    with SaveFile.open(path, write=False) as file:
        minutes, notes = list(file.entries()), file.notes()
    if form == "json":
        click.echo(json.dumps(row | {"notes": notes, "minutes": minutes}))
        return
    for name, value in row.items():
        if value is not None:
            click.echo(f"{name:<14} {value}")
    for line in _tree(path):
        click.echo(line)
    for number, entry in enumerate(minutes, start=1):
        click.echo(f"{number} {' '.join(str(entry.get('text') or '').split())}")


@group.command()
@SAVE
@format_option("text", "json")
@click.pass_context
def verify(ctx: click.Context, save: Path, form: str) -> None:
    """Check every record of a save, and play the game again beside it."""
    from game.saves.shelf import verify as verified

    path = _path(save)
    found = verified(path, _played_again(path))
    if form == "json":
        said = {"ok": found.ok, "entries": found.entries, "fault": found.fault}
        click.echo(json.dumps(said))
    elif found.ok:
        torn = " The last record was never finished and does not count." if found.torn else ""
        click.echo(f"{save.name} is sound: {found.entries} entries.{torn}")
    else:
        click.echo(found.fault)
    ctx.exit(0 if found.ok else 1)


def _played_again(path: Path) -> Callable[[dict[str, Any], list[dict[str, Any]]], str | None]:
    """What plays the game of a save again, and says where it comes out otherwise."""

    def fault(header: dict[str, Any], entries: list[dict[str, Any]]) -> str | None:
        from game.rules.play import RULES_VERSION
        from game.saves.shelf import show as shown
        from game.session.replay import Differs
        from game.session.replay import verify as replayed

        if header["rules_version"] != RULES_VERSION:
            return None  # other rules: the records are sound, and only their program can play it
        try:
            replayed(header, entries, shown(path).digests)
        except Differs as differs:
            return str(differs)
        except (ValueError, LookupError, TypeError) as error:
            what = " ".join(str(error).split())[:200]
            return f"The game cannot be played again from these entries: {what}"
        return None

    return fault


@group.command()
@SAVE
@click.option("--at", type=whole, required=True, metavar="N", help="The last entry kept.")
@click.option("--out", type=FILE, help="The new save; without it, a free name beside the old.")
def branch(save: Path, at: int, out: Path | None) -> None:
    """Begin a new save that continues another from one of its entries."""
    from game.saves.shelf import branch as branched

    path = _path(save)
    dest = out or _free(path, f"-at-{at}", path.suffix)
    click.echo(branched(path, at, dest))


@group.command()
@SAVE
@click.argument("called", metavar="NAME")
def name(save: Path, called: str) -> None:
    """Give a save a name; an empty one takes it back."""
    from game.saves.store import SaveFile

    with SaveFile.open(_path(save)) as file:
        file.call(called)
        click.echo(f"{file.path} is called {file.name}." if file.name else f"{file.path}: no name.")


@group.command()
@SAVE
@click.option("--at", type=whole, required=True, metavar="N", help="The entry.")
@click.argument("text", metavar="TEXT")
def annotate(save: Path, at: int, text: str) -> None:
    """Put a note on an entry of a save; an empty one takes it back."""
    from game.saves.store import SaveFile

    with SaveFile.open(_path(save)) as file:
        file.annotate(at, text)
        click.echo(f"{file.path}, entry {at}: {file.notes().get(at, 'no note')}")


@group.command()
@SAVE
@click.option("--at", type=whole, metavar="N", help="The last entry told; without it, its end.")
@click.option("--with", "other", type=FILE, help="Another save of the same game; or itself.")
@click.option("--with-at", type=whole, metavar="N", help="The last entry told of the other.")
@format_option("text", "json")
def compare(save: Path, at: int | None, other: Path | None, with_at: int | None, form: str) -> None:
    """Set two moments of a game and its branches side by side."""
    from dataclasses import asdict

    from game.saves.moments import side_by_side
    from game.session.beside import told

    one, second = _path(save), _path(other or save)
    found = side_by_side((one, at), (second, with_at))
    if form == "json":
        click.echo(json.dumps(asdict(found)))
        return
    for line in told(found):
        click.echo(line)


@group.command()
@SAVE
def detach(save: Path) -> None:
    """Make a branch whole, so that it needs no other save."""
    from game.saves.shelf import detach as detached

    path = _path(save)
    detached(path)
    click.echo(f"{path} stands alone.")


@group.command()
@SAVE
@click.option("--out", type=FILE, help="The new file; without it, a free name beside the save.")
@click.option("--rescue", is_flag=True, help="Write what stands before the damage to a new save.")
def export(save: Path, out: Path | None, *, rescue: bool) -> None:
    """Write a game to one file that any TinyDB opens."""
    from game.saves import shelf

    path = _path(save)
    if rescue:
        dest = out or _free(path, "-rescued", path.suffix)
        kept = shelf.rescue(path, dest)
        click.echo(f"{dest}: {kept} entries")
    else:
        click.echo(shelf.export(path, out or _free(path, "", ".json")))


@group.command(name="import")
@click.argument("file", metavar="FILE", type=FILE)
@FOLDER
def import_(file: Path, folder: Path | None) -> None:
    """Take a save, or an exported game, into the folder of your saves."""
    from game.saves.shelf import import_ as taken

    click.echo(taken(file, folder or _drawer()))


@group.command()
@SAVE
@click.option("--yes", is_flag=True, help="Do not ask.")
def delete(save: Path, *, yes: bool) -> None:
    """Delete a save; refused while branches lean on it."""
    from game.saves.shelf import delete as deleted

    path = _path(save)
    if not yes:
        click.confirm(f"Delete {path}?", abort=True)
    deleted(path)
    click.echo(f"{path} is deleted.")


def _tree(path: Path) -> list[str]:
    """The tree a save is of, in lines; of a game that cannot be played here, why not."""
    from game.saves.errors import SaveError
    from game.saves.spelled import spelled
    from game.saves.tree import grow

    try:
        return list(spelled(grow(path)))
    except SaveError as fault:
        return [str(fault)]


def _free(path: Path, ending: str, suffix: str) -> Path:
    """A name beside a save that nothing has yet."""
    names = (f"{path.stem}{ending}{n}{suffix}" for n in ("", *(f"-{k}" for k in range(2, 1000))))
    return next(path.with_name(name) for name in names if not path.with_name(name).exists())
