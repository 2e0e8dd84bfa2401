"""The drafting committee: a game about the meeting that 26 parties were asked to prepare."""

import os

__version__ = "0.1.0"

# One core is all a batch of games wants: numpy's own threads slow it by a fifth, and more where
# others wait for the core. Numpy reads these when it is loaded, so they are set before it is.
for _name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(_name, "1")
