"""What every test can count on: a fixed day, and one thread for the parser's small matrices."""

from __future__ import annotations

import os

# 1 January 2026. `make` sets the same; a day that the program took from the clock would change the reports.
os.environ.setdefault("SOURCE_DATE_EPOCH", "1767225600")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
