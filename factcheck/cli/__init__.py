"""The command line: one command a file, each of which parses, calls, writes and exits."""

from __future__ import annotations

import click

from factcheck.cli import summary, version
from factcheck.cli.baseline import baseline
from factcheck.cli.checkers import checkers
from factcheck.cli.claims import claims
from factcheck.cli.compare import compare
from factcheck.cli.completion import completion
from factcheck.cli.config import config
from factcheck.cli.diff import diff
from factcheck.cli.draft import draft
from factcheck.cli.explain import explain
from factcheck.cli.leaving import Commands
from factcheck.cli.lexicon import lexicon
from factcheck.cli.report import report
from factcheck.cli.review import review
from factcheck.cli.settings import config_option

__all__ = ["main"]


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--version", is_flag=True, expose_value=False, is_eager=True, callback=version.show,
              help="Show the versions of program, model and checkers, and exit.")  # fmt: skip
@click.pass_context
def main(context: click.Context) -> None:
    """Says where a folder of news articles about one story conflicts, disputes, misquotes or agrees."""
    context.color = summary.colour()


for command in (
    report, claims, draft, compare, diff, review, baseline, explain, checkers, config, lexicon, completion,
):  # fmt: skip
    main.add_command(command)
config_option.add(main)
