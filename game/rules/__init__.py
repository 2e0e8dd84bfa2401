"""The rules of play, as pure functions on whole numbers."""
