"""Golden games: the same rules version plays these games to the letter.

After a change that is meant, `python -m tests.games --write` writes them anew; the diff is to be
read, and a change of the rules takes a new rules version with it.
"""

import pytest

from tests.games.transcript import FOLDER, GAMES, file_of, transcript

WRITTEN = any(FOLDER.glob("*.txt"))


@pytest.mark.skipif(not WRITTEN, reason="the games are written once the delegates stand")
@pytest.mark.parametrize(("preset", "seed"), GAMES)
def test_a_golden_game_is_played_to_the_letter(preset, seed):
    kept = file_of(preset, seed).read_text(encoding="utf-8")
    assert transcript(preset, seed).splitlines() == kept.splitlines()


@pytest.mark.parametrize(("preset", "seed"), GAMES)
def test_a_transcript_is_short_enough_to_read(preset, seed):
    lines = transcript(preset, seed).splitlines()
    assert len(lines) < 500
    assert max(map(len, lines)) <= 100
