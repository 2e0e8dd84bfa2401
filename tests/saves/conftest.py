import pytest

from game.saves.store import SaveFile


@pytest.fixture
def header():
    """What a game fixes when it begins."""
    return {
        "rules_version": 3,
        "seed": 1964,
        "scenario": "id: moscow\ntitle: The drafting committee\n",
        "seating": {"italy": "person", "romania": "machine"},
        "names": {"italy": ["Aldo Ferri", "Rosa Conti"]},
    }


@pytest.fixture
def path(tmp_path):
    """Where the game is kept."""
    return tmp_path / "game.save"


@pytest.fixture(params=["memory", "disk"])
def save(request, path, header):
    """An open game, once in memory and once on disk: both have the same manners."""
    opened = SaveFile.in_memory(header) if request.param == "memory" else None
    with opened or SaveFile.create(path, header) as game:
        yield game


@pytest.fixture
def play(path, header):
    """Play a game of so many entries, adjourn after the third, and leave the file behind."""

    def played(entries, dest=path):
        with SaveFile.create(dest, header) as game:
            for number in range(1, entries + 1):
                game.append(entry(number))
                if number == 3:
                    game.adjourn({"sha": "c0ffee"})
        return dest

    return played


@pytest.fixture
def entry_of():
    """The entry that `play` writes under a number."""
    return entry


def entry(number):
    return {"seat": "italy", "order": {"vote": "for"}, "said": f"Point {number}: détente, мир."}
