"""Saving: one entry of the minutes, safe on the disk before it is acknowledged."""

from __future__ import annotations

import tempfile
from pathlib import Path
from time import perf_counter

from game.saves.store import SaveFile

ENTRIES = 1000
HEADER = {"rules_version": 1, "seed": 1964, "scenario": "{}", "seating": {}, "names": {}}
ENTRY = {
    "number": 1,
    "point": 3,
    "kind": "order",
    "seat": "italy",
    "audience": ["italy"],
    "payload": {"kind": "poll", "sheets": {"date": {"marks": {"march_1965": "for"}}}},
    "text": "Italy returns its sheet on the date of the meeting and on the absence rule.",
}


def told() -> str:
    """What an append takes, in the folder for temporary files."""
    took = []
    with (
        tempfile.TemporaryDirectory() as folder,
        SaveFile.create(Path(folder) / "bench.save", HEADER) as save,
    ):
        for number in range(ENTRIES):
            start = perf_counter()
            save.append(ENTRY | {"number": number + 1})
            took.append((perf_counter() - start) * 1000)
    took.sort()
    return (
        f"fsynced append   {took[ENTRIES // 2]:8.3f} ms median of {ENTRIES}, "
        f"p99 {took[ENTRIES * 99 // 100]:.3f} ms, longest {took[-1]:.3f} ms (budget: 0.3 ms)"
    )
