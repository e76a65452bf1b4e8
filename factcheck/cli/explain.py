"""`factcheck explain`: a checker, or the whole reasoning behind a finding, from report.json alone."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from factcheck.cli import standard_output
from factcheck.cli.completion import explained
from factcheck.problems import UnknownChecker, UnknownFinding

if TYPE_CHECKING:
    from factcheck.cli.settings.configuration import Configuration
    from factcheck.model import Finding, Report


@click.command(short_help="Explain a checker or a finding.")
@click.argument("name", metavar="CHECKER|FINDING-ID", shell_complete=explained)
@click.option("--report", "file", metavar="FILE", type=click.Path(path_type=Path), help="report.json of the finding.")
@click.pass_obj
def explain(found: Configuration, name: str, file: Path | None) -> int:
    """Print what CHECKER finds, why, what it forgives, and examples; or, with --report, how a finding came about."""
    if file is None:
        return _explain_checker(name, found)
    from factcheck.baseline import saved
    from factcheck.renderers import reasoning

    report = saved.report(file)
    standard_output.put(reasoning.lines(report, _finding(report, name, file)))
    return 0


def _explain_checker(name: str, settled: Configuration) -> int:
    from factcheck.checkers import all_checkers
    from factcheck.renderers import documentation

    found = all_checkers()
    if name not in found:
        raise UnknownChecker(name, _nearest(name, found) or ", ".join(found))
    standard_output.put(documentation.plain(documentation.of(name, found[name])))
    standard_output.put(_settled(name, settled))
    return 0


def _settled(checker: str, settled: Configuration) -> Iterator[str]:
    """What the settings in force do to a checker."""
    said = []
    if checker in settled.settings.off:
        said.append(f"Switched off ({settled.origin('checkers', checker)}).")
    severity = dict(settled.settings.severities).get(checker)
    if severity:
        said.append(f"Its findings weigh {severity} ({settled.origin('severity', checker)}).")
    patterns = dict(settled.settings.not_asked).get(checker)
    if patterns:
        said.append(f"Not asked about {', '.join(patterns)} ({settled.origin('ignore', 'checkers')}).")
    yield from ("", "Here:", *(f"  {line}" for line in said)) if said else ()


def _finding(report: Report, name: str, file: Path) -> Finding:
    """The finding of that id, or the one that holds evidence of that id; a beginning that only one has will do."""
    holding = {item.id: finding for finding in reversed(report.findings) for item in finding.evidence}
    holding |= {finding.id: finding for finding in report.findings}
    fitting = {holding[known].id: holding[known] for known in holding if known.startswith(name)}
    if name in holding or len(fitting) == 1:
        return holding.get(name) or next(iter(fitting.values()))
    raise UnknownFinding(name, file, _nearest(name, holding) or ", ".join([*holding][:3]))


def _nearest(name: str, known: Iterable[str]) -> str:
    """What was probably meant, if anything was."""
    return next(iter(difflib.get_close_matches(name, list(known), n=1)), "")
