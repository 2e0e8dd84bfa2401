"""`python -m tests.games --write`: write the golden games anew, to be read as a diff."""

import argparse
import sys

from tests.games.transcript import GAMES, file_of, transcript


def main() -> None:
    """Write the games, if that is what was asked for; else say which have changed."""
    parser = argparse.ArgumentParser(prog="python -m tests.games", description=__doc__)
    parser.add_argument("--write", action="store_true", help="replace the files")
    asked = parser.parse_args()
    for preset, seed in GAMES:
        file, text = file_of(preset, seed), transcript(preset, seed)
        same = file.is_file() and file.read_text(encoding="utf-8") == text
        if asked.write and not same:
            file.write_text(text, encoding="utf-8", newline="\n")
        what = "as it was" if same else "written" if asked.write else "changed"
        sys.stdout.write(f"{file.name}: {what}\n")


if __name__ == "__main__":
    main()
