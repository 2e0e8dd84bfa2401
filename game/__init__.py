"""The drafting committee: a game about the meeting that 26 parties were asked to prepare."""

__version__ = "0.1.0"
