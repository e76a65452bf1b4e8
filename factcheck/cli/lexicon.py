"""`factcheck lexicon`: a newsroom's own words, checked before they are used, and what they change over a corpus."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from factcheck import lexicons
from factcheck.cli import options, standard_output
from factcheck.problems import PackFailed

if TYPE_CHECKING:
    from factcheck.cli.settings.configuration import Configuration
    from factcheck.model import Report

_READ = ("kind", "event", "counted", "holder", "mode", "certainty", "polarity", "extent", "quantifier")
# One command line after the other, in one process; the first that fails is the last.
_EACH = f"""
import json, sys
import factcheck.__main__
from factcheck.cli import main
for arguments in json.loads(sys.argv[1]):
    try:
        main(arguments, prog_name="factcheck")
    except SystemExit as left:
        if left.code not in (0, None, {options.INCOMPLETE}):
            raise
"""
# Enough to make every lexicon be asked.
_STORY = """Flood in the north, 3 May 2031

Two people died and at least 40 were hurt on Monday, the mayor said. “We did not know,” said Jane Roe, a minister.
The government denied that half of the 200 houses in the United Kingdom were never checked in the past two weeks.
"""


@click.group(short_help="Check a newsroom's own words.")
def lexicon() -> None:
    """Check packs of words that extend the lexicons (`own` under [lexicons] in factcheck.toml)."""


@lexicon.command(short_help="Check a pack, and what it changes.")
@click.argument("pack", metavar="PACK", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--over", "corpora", metavar="CORPUS", multiple=True, type=click.Path(path_type=Path),
              help="Say what the pack changes in the report of this corpus; may be repeated.")  # fmt: skip
@click.option("--as-of", type=options.Day(), metavar="DAY",
              help="Day of the reports.  [default: SOURCE_DATE_EPOCH's, else today]")  # fmt: skip
@click.pass_obj
def check(found: Configuration, pack: Path, corpora: Sequence[Path], as_of: date | None) -> int:
    """Check the folder PACK: each file has the name and shape of a lexicon, and words that clash are shown.

    Words that clash fail nothing: both senses are read. Exits 1 when the pack cannot be used.
    """
    from factcheck.lexicons import pack as packs

    faults = list(packs.faults(pack)) or ([] if corpora else list(_tried(found, pack)))
    standard_output.put(faults)
    if faults:
        return options.FOUND
    standard_output.put(packs.clashes(pack))
    if corpora:
        standard_output.put(_changed(found, pack, corpora, as_of or options.today()))
    return 0


@lexicon.command(short_help="List the senses that the lexicons know.")
@click.argument("name", metavar="[LEXICON]", required=False, type=click.Choice(lexicons.names()))
@click.option("--format", "form", type=click.Choice(["list", "markdown"]), default="list", show_default=True,
              help="Entries and their senses; or docs/lexicons.md.")  # fmt: skip
def senses(name: str | None, form: str) -> int:
    """List the entries of LEXICON, or of all, each with its sense: before you write one, look whether it is there."""
    from factcheck.cli import lexicon_page

    lines = lexicon_page.markdown() if form == "markdown" else lexicon_page.plain([name] if name else lexicons.names())
    standard_output.put(lines)
    return 0


def _changed(found: Configuration, pack: Path, corpora: Sequence[Path], day: date) -> Iterator[str]:
    """What changes between the reports without the pack and with it, by the settings in force. A lexicon is read once,
    so each side has a process, both at once.
    """
    from factcheck.baseline import changes
    from factcheck.renderers import changes as rendered

    others = tuple(folder.resolve() for folder in found.packs.own if folder.resolve() != pack.resolve())
    settled = (replace(found, packs=replace(found.packs, own=own)) for own in (others, (*others, pack.resolve())))
    with ThreadPoolExecutor() as side_by_side:
        (before, old), (after, new) = side_by_side.map(lambda one: _read(corpora, day, one), settled)
    yield "Claims"
    yield from list(_read_anew(before, after)) or ["nothing changed"]
    yield from ("", "Findings")
    yield from rendered.text(rendered.Compared(old, new, changes.between(old, new))).splitlines()


def _tried(found: Configuration, pack: Path) -> Iterator[str]:
    """What the reading trips over with the pack, though its shape is sound."""
    with tempfile.TemporaryDirectory() as place:
        story = Path(place, "story.txt")
        story.write_text(_STORY, encoding="utf-8")
        try:
            _run(replace(found, packs=replace(found.packs, own=(pack.resolve(),))), ("claims", str(story)))
        except PackFailed as failed:
            reason = str(failed).rpartition(f"{story.name}: ")[2].removesuffix(")")
            yield f"{pack}: its shape is sound, but no article can be read with it ({reason})"


def _run(settled: Configuration, *commands: Sequence[str]) -> str:
    """What commands print under some settings, in a process of their own. Raises PackFailed."""
    from factcheck.cli.settings import in_force

    with tempfile.TemporaryDirectory() as place:
        settings = Path(place, "factcheck.toml")
        settings.write_text("\n".join(in_force.lines(settled)), encoding="utf-8")
        each = json.dumps([[*arguments, "--config", str(settings)] for arguments in commands])
        command = [sys.executable, "-c", _EACH, each]
        done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8")
        if done.returncode not in (0, options.INCOMPLETE):
            raise PackFailed(done.stderr.strip().splitlines()[-1] if done.stderr.strip() else "no reason given")
        return done.stdout


def _read(
    corpora: Sequence[Path], day: date, settled: Configuration
) -> tuple[dict[tuple[str, int, str], dict[str, Any]], Report]:
    """The claims of corpora and the report about them, by one process: what takes the time is to load the parser."""
    from factcheck.baseline import saved

    places = [*map(str, corpora)]
    with tempfile.TemporaryDirectory() as place:
        more = ("-o", place, "--format", "json", "--as-of", day.isoformat(), "--quiet")
        claims = _run(settled, ("claims", *places, "--format", "jsonl"), ("report", *places, *more))
        return _claims(claims), saved.report(Path(place, "report.json"))


def _claims(lines: str) -> dict[tuple[str, int, str], dict[str, Any]]:
    """Each claim by where it stands and its words: those that one clause makes are told apart by their order."""
    found: dict[tuple[str, int, str], dict[str, Any]] = {}
    for claim in map(json.loads, lines.splitlines()):
        passage = claim["passage"]
        key = passage["source"], passage["start"], claim["clause"]
        while key in found:
            key = (*key[:2], f"{key[2]} ")
        found[key] = claim
    return found


def _read_anew(old: Mapping[Any, dict[str, Any]], new: Mapping[Any, dict[str, Any]]) -> Iterator[str]:
    """The claims that the pack makes read in another way, a line each, with what changed."""
    from factcheck.renderers.characters import PHRASE_LIMIT, cut, one_line

    for key in sorted({*old, *new}):
        before, after = old.get(key), new.get(key)
        claim = after or before or {}
        said = cut(one_line(claim["clause"]), PHRASE_LIMIT)
        where = f"{claim['passage']['source']}:{claim['passage']['line']}: “{said}”"
        if before is None or after is None:
            yield f"{where}: {'a claim only with the pack' if after else 'no claim any more'}"
            continue
        changed = [
            f"{name} {_value(before, name)} → {_value(after, name)}"
            for name in _READ
            if _value(before, name) != _value(after, name)
        ]
        if changed:
            yield f"{where}: {', '.join(changed)}"


def _value(claim: Mapping[str, Any], name: str) -> str:
    value = claim["event"] and claim["event"]["class"] if name == "event" else claim[name]
    value = value["name"] if isinstance(value, dict) else value
    return str(value) if value is not None else "none"
