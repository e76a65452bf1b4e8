"""`factcheck checkers`: which questions are asked, one a line; or the whole documentation of all, as Markdown."""

from __future__ import annotations

import click

from factcheck.cli import standard_output


@click.command(short_help="List the checkers.")
@click.option("--format", "form", type=click.Choice(["list", "markdown"]), default="list", show_default=True,
              help="Ids with what each finds; or docs/checkers.md, with reasons and examples.")  # fmt: skip
def checkers(form: str) -> int:
    """List the checkers and what each finds."""
    from factcheck.checkers import all_checkers
    from factcheck.renderers import documentation

    found = all_checkers()
    if form == "list":
        standard_output.put(documentation.first_lines(found))
    else:
        every = [documentation.of(name, checker) for name, checker in found.items()]
        standard_output.put(documentation.markdown(every))
    return 0
