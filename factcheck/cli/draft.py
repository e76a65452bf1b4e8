"""`factcheck draft`: a story that is not out yet, against an archive of what was printed.

The archive's own quarrels are left aside: evidence counts if the story has a side in it. Comments by line go to
standard output in the form that editors and pre-commit show: file:line: what.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from factcheck import renderers
from factcheck.cli import options, standard_output
from factcheck.cli.closing import RELATIONS, closing_line, unread

if TYPE_CHECKING:
    from factcheck.cli.configuration import Configuration
    from factcheck.model import Claim, Report, Source


@click.command(short_help="Check an unpublished story against an archive.")
@click.argument("story", metavar="STORY", type=click.Path(path_type=Path))
@click.option("--against", "archive", metavar="CORPUS", multiple=True, required=True,
              type=click.Path(path_type=Path), help="What was printed before; may be repeated.")  # fmt: skip
@click.option("-o", "--output", "folder", metavar="DIR", type=click.Path(file_okay=False, path_type=Path),
              help="Folder to write to.  [default: reports/draft-NAME, numbered if there is one]")  # fmt: skip
@click.option("--format", "formats", multiple=True, default=("html", "pdf"), show_default=True,
              type=click.Choice(list(renderers.FORMATS)), help="Format to write; may be repeated.")  # fmt: skip
@click.option("--attach/--no-attach", default=False, show_default=True, help="Carry report.json inside the PDF.")
@click.option("--as-of", type=options.Day(), metavar="DAY",
              help="Day of the check.  [default: SOURCE_DATE_EPOCH's, else today]")  # fmt: skip
@click.option("--fail-on", multiple=True, type=click.Choice(list(RELATIONS)), metavar="RELATION",
              help="Exit 1 when there is such a finding; may be repeated.")  # fmt: skip
@click.pass_obj
def draft(
    found: Configuration,
    story: Path,
    archive: Sequence[Path],
    folder: Path | None,
    formats: Sequence[str],
    attach: bool,
    as_of: date | None,
    fail_on: Sequence[str],
) -> int:
    """Check STORY against the archive: what of it the archive contradicts, tells again, or does not know.

    Each is a line on standard output, by the story's line; the brief goes into a folder of its own.
    """
    from factcheck import corpus, engine, output
    from factcheck.cli.report import rendered

    own, printed = corpus.load([story]), corpus.load(archive)
    options.require(len(own.sources), [story], own.faults)
    mine = own.sources[0]
    # The story may lie in the archive's folder: it is no witness to itself.
    others = [source for source in printed.sources if source.sha256 != mine.sha256]
    options.require(len(others), archive, printed.faults)
    if mine.id in {source.id for source in others}:
        mine = replace(mine, id=f"draft/{mine.id}")
    made = engine.report(
        [mine, *others],
        title=f"Draft: {mine.title}",
        as_of=as_of or options.today(),
        faults=(*own.faults, *printed.faults),
        ignored=printed.ignored,
        settings=found.settings,
        about=mine.id,
    )
    folder = folder or _unused(Path("reports") / f"draft-{story.stem}")
    with output.locked(folder):
        texts = {source.id: source.text for source in (mine, *others)}
        # What is not out yet goes no further than it must: the report inside a PDF would travel unseen.
        files, missing = rendered(made, formats, renderers.Choices(texts, attach=attach))
        output.write(folder, files)
    options.tell(made.faults, missing)
    claims, _ = engine.read_all([mine])
    standard_output.put(comments(story, mine, claims, made))
    click.echo(closing_line(made, folder, more=unread(made)), err=True)
    if any(finding.relation in fail_on for finding in made.findings):
        return options.FOUND
    return options.INCOMPLETE if made.faults or missing else 0


def comments(path: Path, story: Source, claims: Sequence[Claim], report: Report) -> Iterator[str]:
    """A line a piece of evidence, and one for each figure and quotation of which the archive knows nothing."""
    told: dict[int, list[str]] = {}
    known: set[str] = set()
    for finding in report.findings:
        for item in finding.evidence:
            for side in (side for side in (item.a, item.b, *item.others) if side.source == story.id):
                told.setdefault(side.line, []).append(f"{item.relation}: {item.because} [{item.id}]")
                known.add(side.claim)
    for claim in claims:
        if claim.id not in known and (claim.quantities or claim.kind == "utterance"):
            told.setdefault(claim.passage.line, []).append(f"not known: “{_short(claim.passage.text)}”")
    for line in sorted(told):
        yield from (f"{path}:{line}: {words}" for words in dict.fromkeys(told[line]))


def _short(text: str) -> str:
    from factcheck.renderers.characters import PHRASE_LIMIT, cut, one_line

    return cut(one_line(text), PHRASE_LIMIT)


def _unused(folder: Path) -> Path:
    """`folder`, or the first of folder-2, folder-3 … that is not there: an earlier check stays as it is."""
    number = 1
    place = folder
    while place.exists():
        number += 1
        place = folder.with_name(f"{folder.name}-{number}")
    return place
