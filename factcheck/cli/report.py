"""`factcheck report`: the brief of a corpus, written into a folder."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from factcheck import renderers
from factcheck.cli import github, options, summary
from factcheck.cli.closing import closing_line, page_count, unread
from factcheck.problems import FormatFailed, Problem

if TYPE_CHECKING:
    from factcheck.baseline.dismissals import Baseline
    from factcheck.cli.settings.configuration import Configuration
    from factcheck.corpus import Corpus
    from factcheck.model import Report


@click.command(short_help="Write the brief of a corpus.")
@options.corpus_argument
@click.option("-o", "--output", "folder", metavar="DIR", default="reports", show_default=True,
              type=click.Path(file_okay=False, path_type=Path),
              help="Folder to write to; {date} in its name is the day.")  # fmt: skip
@click.option("--keep", metavar="N", type=click.IntRange(min=1),
              help="Of the folders that -o …{date}… made, keep the newest N.")  # fmt: skip
@click.option("--format", "formats", multiple=True, default=("html", "pdf", "json"), show_default=True,
              type=click.Choice([*renderers.FORMATS, github.FORMAT]),
              help="Format to write; may be repeated. github prints annotations, and adds to the summary.")  # fmt: skip
@click.option("--title", help="Title of the story.  [default: corpus.toml's, else the folder's name]")
@click.option("--as-of", type=options.Day(), metavar="DAY",
              help="Day of the report.  [default: SOURCE_DATE_EPOCH's, else today]")  # fmt: skip
@click.option("--baseline", metavar="FILE", type=click.Path(path_type=Path),
              help="Dismissals: what they cover is marked, and counts for no --fail-on.")  # fmt: skip
@click.option("--since", metavar="REPORT.json", type=click.Path(path_type=Path),
              help="An earlier report: what is new beside it comes first, and is marked.")  # fmt: skip
@options.fail_on
@options.paper
@click.option("--attach/--no-attach", default=True, show_default=True, help="Carry report.json inside the PDF.")
@options.templates
@click.option("-q", "--quiet", is_flag=True, help="Say nothing but errors.")
@click.option("-v", "--verbose", is_flag=True, help="Name the findings even where no one watches.")
@click.option("--strict/--no-strict", help="What could not be checked counts before what was found: exit 3, not 1.")
@click.pass_obj
def report(
    found: Configuration,
    corpora: Sequence[Path],
    folder: Path,
    keep: int | None,
    formats: Sequence[str],
    title: str | None,
    as_of: date | None,
    baseline: Path | None,
    since: Path | None,
    fail_on: Sequence[str],
    paper: str,
    attach: bool,
    templates: Path | None,
    quiet: bool,
    verbose: bool,
    strict: bool,
) -> int:
    """Compare the sources in CORPUS (folders of articles, or files) and write the brief."""
    from factcheck import corpus, output

    as_of = as_of or options.today()
    if keep is not None and output.DATE not in folder.name:
        raise click.UsageError("--keep needs {date} in the name of the folder: -o reports/{date}")
    pattern, folder = folder, output.dated(folder, as_of)
    known = Known.read(baseline, since)
    loaded = corpus.load(corpora, found.ignore)
    if not quiet:
        options.tell_strangers(found, loaded.sources)
    with output.locked(folder):
        watch = {"watch": summary.watched} if summary.people_watch(quiet) else {}
        made = known.marked(_checked(loaded, corpora, title, as_of, settings=found.settings, **watch))
        texts = {source.id: source.text for source in loaded.sources}
        choices = renderers.Choices(texts, paper, attach, templates, options.from_here(loaded.places))
        files, missing = rendered(made, formats, choices, lambda left: exit_code(made, left, fail_on, strict))
        if files:
            output.write(folder, files)
    if github.FORMAT in formats:
        github.tell(made, choices)
    if keep is not None:
        output.keep(pattern, keep)
    options.tell(made.faults, missing)
    if verbose or summary.people_watch(quiet):
        for line in summary.lines(made):
            click.echo(line, err=True)
    if not quiet:
        click.echo(_ending(made, folder, files, missing), err=True)
    return exit_code(made, bool(missing), fail_on, strict)


class Known(NamedTuple):
    """What is known from before, read ahead of the work, so that a bad file is told at once."""

    dismissals: tuple[Path, Baseline] | None
    earlier: Report | None

    @classmethod
    def read(cls, baseline: Path | None, since: Path | None) -> Known:
        if baseline is None and since is None:
            return cls(None, None)
        from factcheck.baseline import dismissals, saved

        return cls(
            None if baseline is None else (baseline, dismissals.load(baseline)),
            None if since is None else saved.report(since),
        )

    def marked(self, made: Report) -> Report:
        """`made`, its findings marked as dismissed and as new. Raises BadBaseline and OtherCorpus."""
        if self.dismissals is not None:
            from factcheck.baseline import dismissals

            dismissals.require_same_corpus(*self.dismissals, made)
            made = dismissals.mark(made, self.dismissals[1])
        if self.earlier is not None:
            from factcheck.baseline import changes

            made = changes.between(self.earlier, made).marked(made)
        if self == Known(None, None):
            return made
        from factcheck.baseline import order

        return replace(made, findings=order.ordered(made.findings))


def _checked(corpus: Corpus, places: Sequence[Path], title: str | None, as_of: date, **more: Any) -> Report:
    """The report of `corpus`; `more` is the engine's. NothingToCheck when no source could be read."""
    from factcheck import engine

    options.require(len(corpus.sources), places, corpus.faults, corpus.left_out)
    made = engine.report(
        corpus.sources,
        title=title or corpus.title,
        titled=bool(title) or corpus.titled,
        as_of=as_of,
        faults=corpus.faults,
        ignored=corpus.ignored,
        left_out=corpus.left_out,
        **more,
    )
    options.require(made.coverage.sources_read, places, made.faults)
    return made


def rendered(
    made: Report, formats: Sequence[str], choices: renderers.Choices, code: Callable[[bool], int]
) -> tuple[dict[str, bytes], list[Problem]]:
    """Each format's file once, and what kept a format from being made: the others go out all the same.

    SARIF comes last, since it tells of those too; `code` is the run's exit code, with a format missing or without.
    """
    files: dict[str, bytes] = {}
    missing: list[Problem] = []
    wanted = [name for name in dict.fromkeys(formats) if name in renderers.FORMATS]
    for name in sorted(wanted, key="sarif".__eq__):
        file = renderers.FORMATS[name].file
        choices = replace(choices, exit_code=code(bool(missing)), unmade=tuple(map(str, missing)))
        try:
            files[file] = renderers.render(name, made, choices)
        except Problem as problem:
            missing.append(problem)
        except Exception as error:
            missing.append(FormatFailed(file, f"{type(error).__name__}: {error}"))
    if missing and not files:
        raise missing[0]
    return files, missing


def _ending(made: Report, folder: Path, files: Mapping[str, bytes], missing: Sequence[Problem]) -> str:
    names = [renderers.FORMATS[name].file for name in ("pdf", "html")]
    first = next((name for name in (*names, *files) if name in files), None)
    pages = page_count(files[first]) if first == names[0] else None
    more = [*unread(made), *([f"{len(missing)} of {len(missing) + len(files)} formats not made"] if missing else [])]
    return closing_line(made, folder / first if first else None, pages, more)


def exit_code(made: Report, incomplete: bool, fail_on: Sequence[str], strict: bool) -> int:
    """The first that applies; --strict puts what could not be checked before what was found."""
    failing = (finding for finding in made.findings if finding.relation in fail_on and finding.dismissed != "dismissed")
    found = options.FOUND if any(failing) else 0
    left = options.INCOMPLETE if incomplete or made.faults else 0
    return (left or found) if strict else (found or left)
