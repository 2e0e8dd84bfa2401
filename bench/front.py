"""The terminal: from the command to the first picture, in a terminal of our own."""

from __future__ import annotations

import os
import re
import select
import struct
import subprocess
import sys
import time

RUNS = 5
LIMIT = 30.0
ROWS, COLUMNS = 24, 80
A_PICTURE = 120  # letters on the screen
CONTROL = re.compile(
    rb"\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b[PX^_].*?\x1b\\|\x1b\[[0-?]*[ -/]*[@-~]"
)


def told(scenario: str) -> str:
    """How long `committee play` takes to show its title, and a scenario's choice of a party."""
    if os.name != "posix":
        return "first frame      not measured: this system has no pseudo-terminals"
    return "\n".join(_starts(words) for words in (["play"], ["play", scenario]))


def _starts(words: list[str]) -> str:
    """A line about several starts of one command."""
    said = f"`committee {' '.join(words)}`"
    took = []
    for _ in range(RUNS):
        seconds = _first_frame([sys.executable, "-m", "game", *words])
        if seconds is None:
            return f"first frame      not measured: {said} showed nothing"
        took.append(seconds * 1000)
    took.sort()
    return (
        f"first frame      {took[RUNS // 2]:8.0f} ms median of {RUNS} starts of {said}, "
        f"{took[0]:.0f} to {took[-1]:.0f} ms"
    )


def _first_frame(command: list[str]) -> float | None:
    """Seconds until letters stand on the screen; None if they never do."""
    import fcntl
    import pty
    import termios

    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
    environment = os.environ | {"TERM": "xterm-256color", "COLORTERM": "truecolor"}
    start = time.perf_counter()
    process = subprocess.Popen(
        command, stdin=theirs, stdout=theirs, stderr=theirs, env=environment, close_fds=True
    )
    os.close(theirs)
    try:
        return _until_letters(ours, start)
    finally:
        process.kill()
        process.wait()
        os.close(ours)


def _until_letters(terminal: int, start: float) -> float | None:
    """Read what is drawn until it is a picture."""
    drawn = b""
    while (passed := time.perf_counter() - start) < LIMIT:
        if not select.select([terminal], [], [], LIMIT - passed)[0]:
            return None
        try:
            drawn += os.read(terminal, 65536)
        except OSError:  # the other end is gone
            return None
        entered = drawn.partition(b"\x1b[?1049h")[2]
        if len(re.findall(rb"[A-Za-z]", CONTROL.sub(b"", entered))) >= A_PICTURE:
            return time.perf_counter() - start
    return None
