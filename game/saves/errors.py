"""What can go wrong with a saved game, told to the person whose game it is.

    SaveError
    +-- SaveNotFound    there is no such file
    +-- NotASave        the file is something else
    +-- DamagedSave     a record in the file cannot be trusted
    +-- TrunkAtFault    a branch's trunk is missing or is not the game it was
    +-- NewerSave       a newer version of the game wrote the file
    +-- SaveInUse       another window is writing the file
    +-- SaveNotWritten  the disk, or the folder, did not take the write
    +-- NoSuchEntry     a branch was asked to grow where nothing stands
    +-- HasBranches     the file cannot go while branches lean on it

Each message says what was kept and what to do.
"""


class SaveError(Exception):
    """Something is wrong with a saved game."""


class SaveNotFound(SaveError):
    """There is no such file."""


class NotASave(SaveError):
    """The file holds something other than a saved game."""


class DamagedSave(SaveError):
    """A record cannot be trusted; `line` is where, `kept` how many entries stand before it."""

    def __init__(self, message: str, *, line: int | None = None, kept: int = 0) -> None:
        super().__init__(message)
        self.line = line
        self.kept = kept

    @property
    def entry(self) -> int:
        """The number of the first entry that is not known to stand."""
        return self.kept + 1


class TrunkAtFault(DamagedSave):
    """A branch's trunk is missing, or is no longer the game the branch grew from."""


class NewerSave(SaveError):
    """A newer version of the game wrote the file."""


class SaveInUse(SaveError):
    """Another window has the game open and may be writing to it."""


class SaveNotWritten(SaveError):
    """The write did not reach the disk; what was acknowledged before it is kept."""


class NoSuchEntry(SaveError):
    """The game has no entry of that number."""


class HasBranches(SaveError):
    """Other saves read their first entries from this one; `branches` are their names."""

    def __init__(self, message: str, branches: list[str]) -> None:
        super().__init__(message)
        self.branches = branches
