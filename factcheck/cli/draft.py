"""`factcheck draft`: a story that is not out yet, against an archive of what was printed.

The archive's own quarrels are left aside: evidence counts if the story has a side in it. Comments by line go to
standard output in the form that editors and pre-commit show: file:line: what.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from factcheck import renderers
from factcheck.cli import options, standard_output
from factcheck.cli.closing import closing_line, unread
from factcheck.cli.report import Known, exit_code, rendered

if TYPE_CHECKING:
    from factcheck.cli.settings.configuration import Configuration
    from factcheck.corpus import Corpus
    from factcheck.model import Report
    from factcheck.problems import Problem

STDIN = Path("-")
OWN = "the draft"


@click.command(short_help="Check an unpublished story against an archive.")
@click.argument("story", metavar="STORY", type=click.Path(path_type=Path, allow_dash=True))
@click.option("--against", "archive", metavar="CORPUS", multiple=True, required=True,
              type=click.Path(path_type=Path), help="What was printed before; may be repeated.")  # fmt: skip
@click.option("--name", metavar="FILE", type=click.Path(path_type=Path), default="stdin.txt", show_default=True,
              help="What comments call a story that comes from standard input (-).")  # fmt: skip
@click.option("-o", "--output", "folder", metavar="DIR", type=click.Path(file_okay=False, path_type=Path),
              help="Folder to write to.  [default: reports/draft-NAME, numbered if there is one]")  # fmt: skip
@click.option("--brief/--no-brief", "brief", default=True, show_default=True,
              help="Write a brief, or only say the comments, as an editor wants them on each save.")  # fmt: skip
@click.option("--format", "formats", multiple=True, default=("html", "pdf"), show_default=True,
              type=click.Choice(list(renderers.FORMATS)), help="Format to write; may be repeated.")  # fmt: skip
@options.paper
@click.option("--attach/--no-attach", default=False, show_default=True, help="Carry report.json inside the PDF.")
@options.templates
@click.option("--as-of", type=options.Day(), metavar="DAY",
              help="Day of the check, for an undated story too.  [default: SOURCE_DATE_EPOCH's or today]")  # fmt: skip
@click.option("--baseline", metavar="FILE", type=click.Path(path_type=Path),
              help="Dismissals: what they cover is marked in the brief, and is no comment.")  # fmt: skip
@click.option("--since", metavar="REPORT.json", type=click.Path(path_type=Path),
              help="An earlier check of the story: what is new beside it comes first, and is marked.")  # fmt: skip
@options.fail_on
@click.option("-q", "--quiet", is_flag=True, help="Only the comments, and errors.")
@click.option("--strict", is_flag=True, help="What could not be checked counts before what was found: exit 3, not 1.")
@click.pass_obj
def draft(
    found: Configuration,
    story: Path,
    archive: Sequence[Path],
    name: Path,
    folder: Path | None,
    brief: bool,
    formats: Sequence[str],
    paper: str,
    attach: bool,
    templates: Path | None,
    as_of: date | None,
    baseline: Path | None,
    since: Path | None,
    fail_on: Sequence[str],
    quiet: bool,
    strict: bool,
) -> int:
    """Check STORY (- for standard input) against the archive: what of it the archive contradicts, tells again, or does
    not know.

    Each is a line on standard output, by the story's line; the brief goes into a folder of its own.
    """
    from factcheck import corpus, output

    as_of = as_of or options.today()
    known = Known.read(baseline, since)
    printed = corpus.load(archive, found.ignore)
    own = _from_standard_input(name) if story == STDIN else corpus.load([story])
    called = name if story == STDIN else story
    options.require(len(own.sources), [story], own.faults)
    if not quiet:
        options.tell_strangers(found, printed.sources)
    made, texts = _checked(own, printed, archive, as_of, found)
    made = known.marked(made)
    missing: Sequence[Problem] = ()
    if brief:
        folder = folder or _unused(Path("reports") / f"draft-{called.stem}")
        with output.locked(folder):
            # What is not out yet goes no further than it must: the report inside a PDF would travel unseen.
            choices = renderers.Choices(
                texts, paper, attach, templates, options.from_here({**printed.places, **own.places})
            )
            files, missing = rendered(made, formats, choices, lambda left: exit_code(made, left, fail_on, strict))
            output.write(folder, files)
    options.tell(made.faults, missing)
    standard_output.put(comments(called, made))
    if not quiet:
        click.echo(_told(made), err=True)
        click.echo(closing_line(made, folder if brief else None, more=unread(made)), err=True)
    return exit_code(made, bool(missing), fail_on, strict)


def _checked(
    own: Corpus, printed: Corpus, archive: Sequence[Path], as_of: date, found: Configuration
) -> tuple[Report, dict[str, str]]:
    """The report of a story against what was printed, and the texts of both by source id."""
    from factcheck import engine

    (mine,) = own.sources
    # The story may lie in the archive's folder: it is no witness to itself.
    others = [source for source in printed.sources if source.sha256 != mine.sha256]
    options.require(len(others), archive, printed.faults, printed.left_out)
    if mine.id in {source.id for source in others}:
        mine = replace(mine, id=f"draft/{mine.id}")
    mine = replace(mine, publisher=mine.publisher or OWN)  # "according to the draft itself", not to its headline
    if mine.published is None:
        mine = replace(mine, published=as_of, published_from="check")
    made = engine.report(
        [mine, *others],
        title=f"Draft: {mine.title}",
        as_of=as_of,
        faults=(*own.faults, *printed.faults),
        ignored=printed.ignored,
        left_out=printed.left_out,
        settings=found.settings,
        about=mine.id,
    )
    unread_story = [fault for fault in made.faults if fault.source == mine.id]
    options.require(not unread_story, [Path(mine.path)], unread_story)
    return made, {source.id: source.text for source in (mine, *others)}


def _from_standard_input(name: Path) -> Corpus:
    """The story that standard input holds, under `name`: read by the same rules as a file."""
    from factcheck import corpus

    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / (name.name if name.suffix else f"{name.name}.txt")
        with place.open("wb") as file:
            shutil.copyfileobj(sys.stdin.buffer, file)
        return corpus.load([place])


def comments(path: Path, report: Report) -> Iterator[str]:
    """What is told of the story, in the order of its lines; what is not known of a line is one comment; what
    somebody dismissed is left out.
    """
    from factcheck.renderers.characters import one_line

    assert report.story is not None
    dismissed = {finding.id for finding in report.findings if finding.dismissed == "dismissed"}
    told: dict[int, dict[str, str]] = {}  # by line: what is said, and the evidence that says so first
    unknown: dict[int, list[str]] = {}
    for sentence in report.story.sentences:
        for note in sentence.notes:
            if note.kind == "unknown":
                unknown.setdefault(note.line, []).append(one_line(note.words).rstrip("."))
            elif note.finding not in dismissed:
                words = f"{note.relation or note.kind}: {one_line(note.words)}"
                told.setdefault(note.line, {}).setdefault(words, f" [{note.evidence}]" if note.evidence else "")
    for line in sorted({*told, *unknown}):
        yield from (f"{path}:{line}: {words}{name}" for words, name in told.get(line, {}).items())
        if line in unknown:
            yield f"{path}:{line}: not known: {'; '.join(_joined(unknown[line]))}."


def _joined(said: Sequence[str]) -> Iterator[str]:
    """Each once; the figures that a line has and the archive has not are one list."""
    from factcheck.drafts.lines import NO_FIGURE

    bare = [words.removeprefix(NO_FIGURE) for words in dict.fromkeys(said) if words.startswith(NO_FIGURE)]
    yield from [NO_FIGURE + ", ".join(bare)] if bare else []
    yield from (words for words in dict.fromkeys(said) if not words.startswith(NO_FIGURE))


def _told(report: Report) -> str:
    """How many sentences of the story stand how."""
    from factcheck.renderers.view.draft import outcome

    assert report.story is not None
    return outcome(report.story)


def _unused(folder: Path) -> Path:
    """`folder`, or the first of folder-2, folder-3 … that is not there: an earlier check stays as it is."""
    number = 1
    place = folder
    while place.exists():
        number += 1
        place = folder.with_name(f"{folder.name}-{number}")
    return place
