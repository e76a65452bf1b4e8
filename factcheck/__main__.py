"""`python -m factcheck`, and what the installed `factcheck` calls."""

from __future__ import annotations

import os
import sys

# The parser's matrices are small: threads only get into each other's way (a fifth of the time on a busy machine).
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")


def run() -> None:
    """The command line under the name people type, however it was started."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:  # closed by whoever started it: to nowhere, lest a file of ours take its place
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: PTH123, SIM115
    try:
        # Not before: an interruption while the rest is loaded ends as one that comes later does.
        from factcheck.cli import main

        main(prog_name="factcheck")
    except KeyboardInterrupt:
        sys.stderr.write("factcheck: interrupted\n")
        sys.exit(130)


if __name__ == "__main__":
    run()
