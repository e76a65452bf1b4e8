"""`factcheck report`: the brief of a corpus, written into a folder."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from factcheck import renderers
from factcheck.cli import options
from factcheck.cli.closing import RELATIONS, closing_line, page_count, unread
from factcheck.problems import FormatFailed, PangoMissing, Problem

if TYPE_CHECKING:
    from factcheck.corpus import Corpus
    from factcheck.model import Report


@click.command(short_help="Write the brief of a corpus.")
@options.corpus_argument
@click.option("-o", "--output", "folder", metavar="DIR", default="reports", show_default=True,
              type=click.Path(file_okay=False, path_type=Path), help="Folder to write to.")  # fmt: skip
@click.option("--format", "formats", multiple=True, default=("html", "pdf", "json"), show_default=True,
              type=click.Choice(list(renderers.FORMATS)), help="Format to write; may be repeated.")  # fmt: skip
@click.option("--title", help="Title of the story.  [default: corpus.toml's, else the folder's name]")
@click.option("--as-of", type=options.Day(), metavar="DAY",
              help="Day of the report.  [default: SOURCE_DATE_EPOCH's, else today]")  # fmt: skip
@click.option("--fail-on", multiple=True, type=click.Choice(list(RELATIONS)), metavar="RELATION",
              help=f"Exit 1 when there is such a finding ({', '.join(RELATIONS)}); may be repeated.")  # fmt: skip
@click.option("--strict", is_flag=True, help="What could not be checked counts before what was found: exit 3, not 1.")
def report(
    corpora: Sequence[Path],
    folder: Path,
    formats: Sequence[str],
    title: str | None,
    as_of: date | None,
    fail_on: Sequence[str],
    strict: bool,
) -> int:
    """Compare the sources in CORPUS (folders of articles, or files) and write the brief."""
    from factcheck import corpus, output

    as_of = as_of or options.today()
    loaded = corpus.load(corpora)
    with output.locked(folder):
        made = _checked(loaded, corpora, title, as_of)
        files, missing = _rendered(made, formats)
        output.write(folder, files)
    options.tell(made.faults)
    for problem in missing:
        click.echo(f"factcheck: {problem}", err=True)
    click.echo(_ending(made, folder, files, missing), err=True)
    return _exit_code(made, bool(missing), fail_on, strict)


def _checked(corpus: Corpus, places: Sequence[Path], title: str | None, as_of: date) -> Report:
    """The report of `corpus`. NothingToCheck when no source could be read."""
    from factcheck import engine

    options.require(len(corpus.sources), places, corpus.faults)
    made = engine.report(
        corpus.sources, title=title or corpus.title, as_of=as_of, faults=corpus.faults, ignored=corpus.ignored
    )
    options.require(made.coverage.sources_read, places, made.faults)
    return made


def _rendered(made: Report, formats: Sequence[str]) -> tuple[dict[str, bytes], list[Problem]]:
    """Each format's file once, and what kept a format from being made: the others go out all the same."""
    files: dict[str, bytes] = {}
    missing: list[Problem] = []
    for name in dict.fromkeys(formats):
        file = renderers.FORMATS[name].file
        try:
            files[file] = renderers.render(name, made)
        except PangoMissing as problem:
            missing.append(problem)
        except Exception as error:
            missing.append(FormatFailed(file, f"{type(error).__name__}: {error}"))
    if not files:
        raise missing[0]
    return files, missing


def _ending(made: Report, folder: Path, files: Mapping[str, bytes], missing: Sequence[Problem]) -> str:
    names = [renderers.FORMATS[name].file for name in ("pdf", "html")]
    first = next((name for name in (*names, *files) if name in files), None)
    pages = page_count(files[first]) if first == names[0] else None
    more = [*unread(made), *([f"{len(missing)} of {len(missing) + len(files)} formats not made"] if missing else [])]
    return closing_line(made, folder / first if first else None, pages, more)


def _exit_code(made: Report, incomplete: bool, fail_on: Sequence[str], strict: bool) -> int:
    """The first that applies; --strict puts what could not be checked before what was found."""
    found = options.FOUND if any(finding.relation in fail_on for finding in made.findings) else 0
    left = options.INCOMPLETE if incomplete or made.faults else 0
    return (left or found) if strict else (found or left)
