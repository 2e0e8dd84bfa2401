"""The command, run in this process or as one of its own."""

import subprocess
import sys
from pathlib import Path

from click.testing import CliRunner

from game.cli import main

TOP = Path(__file__).parents[1]
SCHOOL = TOP / "tests" / "scenarios" / "school"


def committee(*words, status=0, **options):
    """Run the command in this process, and return what it printed."""
    result = CliRunner().invoke(main, [str(word) for word in words], **options)
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    assert result.exit_code == status, result.output
    return result.output


def apart(*words, status=0, **options):
    """Run the command as a process, and return what it printed on both streams."""
    done = subprocess.run(
        [sys.executable, "-m", "game", *map(str, words)],
        cwd=TOP,
        capture_output=True,
        text=True,
        check=False,
        **options,
    )
    assert done.returncode == status, done.stderr
    return done.stdout, done.stderr
