"""`python -m factcheck`, and what the installed `factcheck` calls."""

from __future__ import annotations

from factcheck.cli import main


def run() -> None:
    """The command line under the name people type, however it was started."""
    main(prog_name="factcheck")


if __name__ == "__main__":
    run()
