"""How fast it is, measured where it runs; nothing here passes or fails."""
