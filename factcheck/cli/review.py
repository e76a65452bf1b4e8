"""`factcheck review`: a report's findings one by one at the terminal; what is dismissed goes into the baseline."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from factcheck.cli import keys, options
from factcheck.cli.baseline import FILE, by_whom
from factcheck.problems import NoTerminal

if TYPE_CHECKING:
    from factcheck.baseline.dismissals import Baseline
    from factcheck.model import Dismissal, Finding, Report
    from factcheck.renderers.terminal import TextOf

KEYS = "[k]eep [d]ismiss [s]kip [u]ndo [b]ack [m]ore [q]uit"
SHORT_KEYS = "k d s u b m q, ? says what"
HELP = (
    ("k", "keep: it stands; it is not asked again until evidence is added"),
    ("d", "dismiss, with a reason and an expiry (Ctrl-D at either goes back)"),
    ("s", "skip: to the next, nothing decided (Enter and space do too)"),
    ("u", "undo the last decision, and go to it"),
    ("b", "back to the one before, whose decision stays"),
    ("m", "more: every reason and every passage whole"),
    ("q", "quit (Ctrl-D too): what was decided is saved, and the next review goes on there"),
)
STYLES: dict[str, dict[str, Any]] = {
    "title": {"bold": True}, "label": {"fg": "cyan"}, "context": {"dim": True}, "note": {"fg": "yellow"},
}  # fmt: skip
WIDEST = 100
MOST_FRESH = 2


@click.command(short_help="Go through a report's findings at the terminal.")
@click.argument("file", metavar="REPORT.json", type=click.Path(path_type=Path))
@click.option("--baseline", "kept_in", metavar="FILE", default=FILE, show_default=True,
              type=click.Path(path_type=Path), help="Where decisions are written, each as it is made.")  # fmt: skip
@click.option("--corpus", "folders", metavar="DIR", multiple=True, type=click.Path(path_type=Path),
              help="Folder of the articles; may be repeated.  [default: looked for near the report]")  # fmt: skip
@click.option("--who", help="Who decides.  [default: the user's name on this machine]")
@click.option("--as-of", type=options.Day(), metavar="DAY",
              help="Day of the review.  [default: SOURCE_DATE_EPOCH's, else today]")  # fmt: skip
def review(file: Path, kept_in: Path, folders: Sequence[Path], who: str | None, as_of: date | None) -> int:
    """Show each finding of REPORT.json that nobody has decided on: keep it, or dismiss it with a reason and an expiry.

    What was decided is left out the next time, so that a review may be quit and taken up again.
    """
    from factcheck.baseline import dismissals, saved
    from factcheck.corpus import again

    made = saved.report(file)
    dismissals.require_same_corpus(kept_in, dismissals.load_or_begin(kept_in), made)
    if not keys.are_there():
        raise NoTerminal
    texts = again.Texts(made.sources, folders or again.beside(file))
    sitting = Sitting(made, kept_in, by_whom(who), as_of or options.today(), texts.of)
    try:
        with keys.by_one():
            sitting.run()
    except KeyboardInterrupt:
        click.echo()
        raise
    finally:
        sitting.end()
    return 0


class Sitting:
    """One review: the findings that were open when it began, where it stands, and what it decided, for undo.

    Every decision is applied to the file as it is on disk at that moment: somebody else may be at it too.
    """

    def __init__(self, report: Report, file: Path, who: str, today: date, text_of: TextOf) -> None:
        from factcheck.baseline import dismissals

        self.report, self.file, self.who, self.today, self.text_of = report, file, who, today, text_of
        self.baseline = dismissals.load_or_begin(file)
        asked = [finding for finding in report.findings if finding.relation != "agree"]
        self.open = [finding for finding in asked if self._decision(finding) is None]
        self.before = len(asked) - len(self.open)
        self.place = 0
        # Where a decision was taken, and what stood of that finding's evidence before it.
        self.taken: list[tuple[int, list[Dismissal], frozenset[str]]] = []
        self.last_why = self.last_until = ""

    def run(self) -> None:
        """Ask about each open finding until none is left, the reader quits, or the input ends."""
        if self.before:
            click.echo(f"{self.before} of {self.before + len(self.open)} decided before ({self.file})")
        whole = False
        while self.place < len(self.open):
            self._show(self.open[self.place], whole)
            answer = self._answer()
            if answer == "q":
                return
            whole = answer == "m"

    def end(self) -> None:
        """The line that says what came of it."""
        decided = [self._decision(finding) for finding in self.open]
        counts = [f"{decided.count(word)} {word}" for word in ("kept", "dismissed") if word in decided]
        left = f"{decided.count(None)} left"
        click.echo(f"{', '.join([*counts, left])} · {self.file}")

    def _decision(self, finding: Finding) -> str | None:
        """kept, dismissed, or none where something of it is still to be decided."""
        from factcheck.baseline import dismissals

        if {item.id for item in finding.evidence} <= self.baseline.kept:
            return "kept"
        return "dismissed" if dismissals.marked(finding, self.baseline, self.today).dismissed == "dismissed" else None

    def _show(self, finding: Finding, whole: bool) -> None:
        from factcheck.renderers import terminal

        size = keys.window()
        width = max(20, min(size.columns, WIDEST))
        notes = [line for note in self._notes(finding) for line in textwrap.wrap(note, width)]
        rows = size.lines - len(notes) - 3
        lines = terminal.whole(self.report, finding, self.text_of, width) if whole else (
            terminal.screen(self.report, finding, self.text_of, width, rows)
        )  # fmt: skip
        click.echo(f"\n{f'── {self.place + 1} of {len(self.open)} '.ljust(width, '─')}")
        bold = False
        for line in lines:
            told, bold = _brackets(line.words, bold)
            click.echo(click.style(told, **STYLES[line.kind]) if line.kind in STYLES else told)
        for note in notes:
            click.secho(note, fg="yellow")

    def _notes(self, finding: Finding) -> list[str]:
        """What was decided on this finding before, and what has come since."""
        from factcheck.baseline import dismissals
        from factcheck.renderers import terminal
        from factcheck.renderers.characters import one_line

        marked = dismissals.marked(finding, self.baseline, self.today)
        told: dict[str, None] = {}
        for entry in marked.dismissals:
            past = entry.until is not None and entry.until < self.today
            until = f" (until {entry.until}{', expired' if past else ''})" if entry.until else ""
            told[f"dismissed on {entry.on} by {entry.who}: {entry.why}{until}"] = None
        notes = [one_line(words) for words in told]
        if self._decision(finding) == "kept":
            return ["you kept this"]
        decided = {entry.evidence for entry in marked.dismissals} | self.baseline.kept
        fresh = [item for item in finding.evidence if item.id not in decided]
        if len(fresh) == len(finding.evidence):
            return notes
        if not marked.dismissals:
            notes.append("kept before")
        pairs = terminal.against(finding)
        if len(fresh) > MOST_FRESH:  # which ones is told; why, by `more`
            told_pairs = ", ".join(dict.fromkeys(pairs[item.id] for item in fresh))
            return [*notes, f"new since then: {len(fresh)} pieces of evidence ({told_pairs})"]
        return notes + [f"new since then: {pairs[item.id]}, {one_line(item.because)}" for item in fresh]

    def _answer(self) -> str:
        """Take one key that leads somewhere, and go there: the key."""
        finding = self.open[self.place]
        width = keys.window().columns
        moves: dict[str, Callable[[Finding], bool]] = {
            "k": self._keep, "d": self._dismiss, "s": self._skip, "\n": self._skip, "\r": self._skip, " ": self._skip,
            "u": self._undo, "b": self._back, "m": lambda finding: True, "q": lambda finding: True,
        }  # fmt: skip
        while True:
            click.secho(f"{KEYS if width > len(KEYS) + 4 else SHORT_KEYS} > ", bold=True, nl=False)
            try:
                key = keys.one()
            except EOFError:
                click.echo()
                return "q"
            click.echo(key if key.isprintable() else "")
            if key not in moves:
                for name, meaning in HELP:
                    click.echo(textwrap.fill(meaning, width, initial_indent=f"  {name}  ", subsequent_indent=" " * 5))
            elif moves[key](finding):
                return key

    def _keep(self, finding: Finding) -> bool:
        return self._decide(finding, lambda known: known.keeping(item.id for item in finding.evidence))

    def _dismiss(self, finding: Finding) -> bool:
        """Ask why and until when; Ctrl-D takes it back."""
        from factcheck.baseline import dismissals

        try:
            why = self._why()
            last = self._until()
        except EOFError:
            click.echo("\nnot dismissed")
            return False
        entries = [dismissals.of(item, who=self.who, why=why, on=self.today, until=last) for item in finding.evidence]
        return self._decide(finding, lambda known: known.with_(entries))

    def _why(self) -> str:
        while True:
            said = keys.line(f"why [{self.last_why}]: " if self.last_why else "why: ") or self.last_why
            if said:
                self.last_why = said
                return said
            click.echo("say why, in a few words")

    def _until(self) -> date | None:
        while True:
            default = f" [{self.last_until}; never]" if self.last_until else " (day, 30d, 6w, 3m; empty: for good)"
            said = keys.line(f"until{default}: ") or self.last_until
            try:
                last = keys.until(said, self.today)
            except ValueError as error:
                click.echo(str(error))
                continue
            self.last_until = "" if said == "never" else said
            return last

    def _skip(self, finding: Finding) -> bool:
        self.place += 1
        return True

    def _back(self, finding: Finding) -> bool:
        if not self.place:
            click.echo("this is the first")
            return False
        self.place -= 1
        return True

    def _undo(self, finding: Finding) -> bool:
        if not self.taken:
            click.echo("nothing to undo")
            return False
        self.place, entries, kept = self.taken.pop()
        ids = [item.id for item in self.open[self.place].evidence]
        self._write(lambda known: known.without(ids).with_(entries).keeping(kept))
        return True

    def _decide(self, finding: Finding, change: Callable[[Baseline], Baseline]) -> bool:
        ids = {item.id for item in finding.evidence}
        known = self._write(change)
        self.taken.append((self.place, [e for e in known.dismissals if e.evidence in ids], known.kept & ids))
        self.place += 1
        return True

    def _write(self, change: Callable[[Baseline], Baseline]) -> Baseline:
        """Write the file changed, at once: a review that is cut off loses nothing. The file as it was before."""
        from factcheck import output
        from factcheck.baseline import dismissals

        known = dismissals.load_or_begin(self.file)
        changed = change(known)
        if changed != known:
            output.rewrite(self.file, dismissals.render(changed))
        self.baseline = changed
        return known


def _brackets(words: str, bold: bool) -> tuple[str, bool]:
    """Telling words between brackets and bold, also where they go on in the next line; whether they do."""
    from factcheck.renderers.terminal import CLOSE, OPEN

    told, piece = "", ""
    for letter in [*words, ""]:
        if letter and letter not in (OPEN, CLOSE):
            piece += letter
            continue
        told += click.style(f"{piece}]" if letter == CLOSE else piece, bold=True) if bold else piece
        bold = letter == OPEN or (bold and letter != CLOSE)
        piece = "[" if letter == OPEN else ""
    return told, bold
