"""Puzzles proven: a line for each, found by search, kept as data and replayed."""
