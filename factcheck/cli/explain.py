"""`factcheck explain`: a checker, or the whole reasoning behind a finding, from report.json alone."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from factcheck.cli import documentation, standard_output
from factcheck.problems import UnknownChecker, UnknownFinding

if TYPE_CHECKING:
    from factcheck.model import Finding, Report


@click.command(short_help="Explain a checker or a finding.")
@click.argument("name", metavar="CHECKER|FINDING-ID")
@click.option("--report", "file", metavar="FILE", type=click.Path(path_type=Path), help="report.json of the finding.")
def explain(name: str, file: Path | None) -> int:
    """Print what CHECKER finds, why, what it forgives, and examples; or, with --report, how a finding came about."""
    if file is None:
        return _explain_checker(name)
    from factcheck.baseline import saved
    from factcheck.renderers import reasoning

    report = saved.report(file)
    standard_output.put(reasoning.lines(report, _finding(report, name, file)))
    return 0


def _explain_checker(name: str) -> int:
    from factcheck.checkers import all_checkers

    found = all_checkers()
    if name not in found:
        raise UnknownChecker(name, _nearest(name, found) or ", ".join(found))
    standard_output.put(documentation.plain(documentation.of(name, found[name])))
    return 0


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
