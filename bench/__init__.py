"""How fast it is, measured where it runs; nothing here passes or fails."""

import game  # noqa: F401 - it settles numpy's threads, which is done before numpy is loaded
