"""What is wrong with what the explorer was given."""


class ExplorerError(Exception):
    """It cannot be done; the message is one line: where, what is wrong, what is allowed."""
