"""What all tests share: one way to draw examples, the same on every machine."""

import os

from hypothesis import settings

# No deadline: a slow machine is not a failing test. In CI the examples are always the same ones.
settings.register_profile("here", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True, print_blob=True)
settings.load_profile("ci" if os.environ.get("CI") else "here")
