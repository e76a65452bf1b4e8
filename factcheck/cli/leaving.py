"""How every command ends: a user's error is one line and a code, an interruption a code, a closed pipe silence."""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from types import FrameType
from typing import Any, NoReturn

import click
from click.exceptions import NoArgsIsHelpError

from factcheck.problems import Problem, StreamFailed

INTERRUPTED = 128 + signal.SIGINT
TERMINATED = 128 + signal.SIGTERM


class Terminated(BaseException):
    """SIGTERM arrived. No Exception: nothing that catches faults may swallow it."""


class Commands(click.Group):
    """The group of commands: they return an exit code or none, and what they raise becomes a line and a code."""

    def make_context(self, *args: Any, **more: Any) -> click.Context:
        with _endings():
            return super().make_context(*args, **more)

    def invoke(self, ctx: click.Context) -> Any:
        with _endings(), _signals_raised():
            code = super().invoke(ctx)
            sys.stdout.flush()
        ctx.exit(code or 0)


@contextmanager
def _endings() -> Iterator[None]:
    """Whatever a run may end by, as one line on standard error and an exit."""
    try:
        yield
    except NoArgsIsHelpError:
        raise
    except click.UsageError as error:
        command = error.ctx.command_path if error.ctx else "factcheck"
        _leave(f"{error.format_message().rstrip('.')} (see `{command} --help`)", error.exit_code)
    except Problem as problem:
        _leave(str(problem), problem.exit_code)
    except KeyboardInterrupt:
        _leave("interrupted", INTERRUPTED)
    except Terminated:
        _leave("terminated", TERMINATED)
    except BrokenPipeError:
        _drop_output()
        raise click.exceptions.Exit(0) from None
    except OSError as error:
        # Opening a file names it; what names none is a stream that was open already: one of the three standard ones.
        if error.filename is not None:
            raise
        _drop_output()
        _leave(str(StreamFailed(error.strerror or str(error))), StreamFailed.exit_code)


def _leave(line: str, code: int) -> NoReturn:
    with suppress(OSError):  # a full disk may hold standard error too
        click.echo(f"factcheck: {line}", err=True)
    raise click.exceptions.Exit(code)


@contextmanager
def _signals_raised() -> Iterator[None]:
    """SIGTERM and SIGINT as exceptions, so that locks are given back and temporary files removed."""

    def stop(signum: int, frame: FrameType | None) -> NoReturn:
        raise Terminated

    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = {number: signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGINT)}
    signal.signal(signal.SIGTERM, stop)
    if before[signal.SIGINT] is not signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _drop_output() -> None:
    """Standard output to nowhere: nobody takes it, and the interpreter would complain when it flushes last."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
