"""One file a game, safe against a crash at any moment."""
