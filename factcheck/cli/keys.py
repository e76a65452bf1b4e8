"""One key at a time from a terminal, and a day as somebody types it who has forty findings to look at."""

from __future__ import annotations

import contextlib
import os
import re
import sys
import termios
import tty
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

_SPAN = re.compile(r"(\d{1,4})\s*([dwm])", re.IGNORECASE)
_DAYS = {"d": 1, "w": 7, "m": 30}


def are_there() -> bool:
    """Whether somebody sits at a terminal, to read and to type."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def window() -> os.terminal_size:
    """Columns and lines as they are now: COLUMNS, which a shell may have exported, knows of no resizing."""
    try:
        found = os.get_terminal_size(sys.stdout.fileno())
    except OSError:
        return os.terminal_size((80, 24))
    return found if found.columns and found.lines else os.terminal_size((80, 24))


@contextlib.contextmanager
def by_one() -> Iterator[None]:
    """Keys come one by one and are not shown, until the end; Ctrl-C and Ctrl-Z do what they always do."""
    handle = sys.stdin.fileno()
    before = termios.tcgetattr(handle)
    try:
        # What was typed ahead is kept: the default would drop it.
        tty.setcbreak(handle, termios.TCSADRAIN)
        yield
    finally:
        _restore(before)


def _restore(before: list[Any]) -> None:
    with contextlib.suppress(termios.error):  # the window is closed
        termios.tcsetattr(sys.stdin.fileno(), termios.TCSADRAIN, before)


def one() -> str:
    """The next key, small, inside `by_one`. Raises EOFError for Ctrl-D and where the terminal is gone."""
    sys.stdout.flush()
    handle = sys.stdin.fileno()
    try:
        key = os.read(handle, 1)
        if key == b"\x1b":  # an arrow is three letters, and none of them was meant
            termios.tcflush(handle, termios.TCIFLUSH)
    except OSError as error:
        raise EOFError from error
    if key in (b"", b"\x04"):
        raise EOFError
    return key.decode("ascii", "replace").lower()


def line(prompt: str) -> str:
    """A line of text, on which arrows and editing work. Raises EOFError for Ctrl-D, KeyboardInterrupt for Ctrl-C."""
    with contextlib.suppress(ImportError):
        import readline  # noqa: F401  (input() uses it once it is loaded)
    handle = sys.stdin.fileno()
    before = termios.tcgetattr(handle)
    lines = termios.tcgetattr(handle)
    lines[3] |= termios.ICANON | termios.ECHO
    try:
        termios.tcsetattr(handle, termios.TCSADRAIN, lines)
        # In UTF-8 or not: what no encoding can write may not reach the file.
        return " ".join(input(prompt).encode("utf-8", "replace").decode("utf-8").split())
    finally:
        _restore(before)


def until(words: str, today: date) -> date | None:
    """The last day of a dismissal: 2024-05-31, 30d, 6w or 3m from `today`; none for good. ValueError says why not."""
    if words in ("", "never"):
        return None
    if span := _SPAN.fullmatch(words):
        try:
            return today + timedelta(days=int(span[1]) * _DAYS[span[2].lower()])
        except OverflowError:
            raise ValueError(f"{words} from now is too far") from None
    try:
        last = date.fromisoformat(words)
    except ValueError:
        raise ValueError(f"{words!r} is not a day such as 2024-05-31, nor a time such as 30d, 6w or 3m") from None
    if last < today:
        raise ValueError(f"{last} is past already")
    return last
