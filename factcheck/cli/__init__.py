"""The command line: one command a file, each of which parses, calls, writes and exits."""

from __future__ import annotations

from pathlib import Path

import click

from factcheck import __version__, lexicons
from factcheck.cli import configuration, summary
from factcheck.cli.baseline import baseline
from factcheck.cli.checkers import checkers
from factcheck.cli.claims import claims
from factcheck.cli.compare import compare
from factcheck.cli.config import config
from factcheck.cli.diff import diff
from factcheck.cli.draft import draft
from factcheck.cli.explain import explain
from factcheck.cli.leaving import Commands
from factcheck.cli.lexicon import lexicon
from factcheck.cli.report import report
from factcheck.cli.review import review

__all__ = ["main"]


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="factcheck")
@click.option("--config", "file", metavar="FILE", type=click.Path(path_type=Path),
              help="File of settings.  [default: factcheck.toml, else [tool.factcheck] in pyproject.toml]")  # fmt: skip
@click.pass_context
def main(context: click.Context, file: Path | None) -> None:
    """Says where a folder of news articles about one story conflicts, disputes, misquotes or agrees."""
    found = configuration.find(file, Path())
    context.obj, context.default_map = found, found.defaults()
    context.color = summary.colour()
    lexicons.choose(found.packs)


for command in (report, claims, draft, compare, diff, review, baseline, explain, checkers, config, lexicon):
    main.add_command(command)
