"""Kill the process at any moment: nothing it acknowledged is lost, and the game goes on."""

import os
import random
import subprocess
import sys
import time

from game.saves import shelf
from game.saves.store import SaveFile

KILLS = int(os.environ.get("KILLS", "20"))

WRITER = """
import sys
from game.saves.store import SaveFile
with SaveFile.open(sys.argv[1]) as game:
    while True:
        number = game.count + 1
        if number % 5:
            numbers = [game.append({"n": number})]
        else:
            numbers = game.append_many({"n": number + more} for more in range(3))
        for number in numbers:
            print(number, flush=True)
        if number % 7 == 0:
            game.adjourn({"n": number})
"""


def killed_after(path, seconds):
    """Write until killed; return the last entry acknowledged."""
    process = subprocess.Popen([sys.executable, "-c", WRITER, str(path)], stdout=subprocess.PIPE)
    assert process.stdout is not None
    first = process.stdout.readline()
    time.sleep(seconds)
    process.kill()
    rest, _ = process.communicate()
    whole_lines = (first + rest).split(b"\n")[:-1]
    return int(whole_lines[-1])


def test_nothing_acknowledged_is_lost_however_often_the_process_is_killed(path, header):
    SaveFile.create(path, header).close()
    chance = random.Random(1964)
    for _ in range(KILLS):
        acknowledged = killed_after(path, chance.uniform(0, 0.05))
        verdict = shelf.verify(path)
        assert verdict.ok
        assert verdict.entries >= acknowledged
        with SaveFile.open(path) as game:
            assert [each["n"] for each in game.entries()] == list(range(1, game.count + 1))
