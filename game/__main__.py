"""`python -m game` is the command `committee`."""

from game.cli import main

if __name__ == "__main__":
    main(prog_name="committee")
