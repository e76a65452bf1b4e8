"""The command line: one command a file, each of which parses, calls, writes and exits."""

from __future__ import annotations

import click

from factcheck import __version__
from factcheck.cli.checkers import checkers
from factcheck.cli.claims import claims
from factcheck.cli.compare import compare
from factcheck.cli.explain import explain
from factcheck.cli.leaving import Commands
from factcheck.cli.report import report

__all__ = ["main"]


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="factcheck")
def main() -> None:
    """Says where a folder of news articles about one story conflicts, disputes, misquotes or agrees."""


for command in (report, claims, compare, explain, checkers):
    main.add_command(command)
