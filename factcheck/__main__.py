"""`python -m factcheck`, and what the installed `factcheck` calls."""

from __future__ import annotations

import os
import sys

# The parser's matrices are small: threads only get into each other's way (a fifth of the time on a busy machine).
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")


def run() -> None:
    """The command line under the name people type, however it was started."""
    try:
        _ready()
        # Not before: an interruption while the rest is loaded ends as one that comes later does.
        from factcheck.cli import main

        main(prog_name="factcheck")
    except KeyboardInterrupt:
        _leave(2)
    except SystemExit as ended:
        # By hand: an interruption inside code that Python made of a string has it end by the signal, whoever caught it.
        if ended.code == 130:
            for stream in (sys.stdout, sys.stderr):
                try:  # noqa: SIM105 - contextlib would have to be loaded first
                    stream.flush()
                except OSError:
                    pass
            os._exit(130)
        raise


def _ready() -> None:
    """Signals and streams as every command needs them; a command at work takes the signals as exceptions instead."""
    import signal

    for number in (signal.SIGINT, signal.SIGTERM):
        if signal.getsignal(number) in (signal.SIG_DFL, signal.default_int_handler):  # who ignores them, wants that
            signal.signal(number, _leave)
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:  # closed by whoever started it: to nowhere, lest a file of ours take its place
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: PTH123, SIM115


def _leave(number: int, frame: object = None) -> None:
    """One line and the code of a signal, at once: nothing is begun, or all is done."""
    try:  # noqa: SIM105
        os.write(2, b"factcheck: interrupted\n" if number == 2 else b"factcheck: terminated\n")
    except OSError:
        pass
    os._exit(128 + number)


if __name__ == "__main__":
    run()
