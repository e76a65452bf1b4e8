"""`python -m factcheck`, and what the installed `factcheck` calls."""

from __future__ import annotations

import os

# The parser's matrices are small: threads only get into each other's way (a fifth of the time on a busy machine).
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from factcheck.cli import main


def run() -> None:
    """The command line under the name people type, however it was started."""
    main(prog_name="factcheck")


if __name__ == "__main__":
    run()
