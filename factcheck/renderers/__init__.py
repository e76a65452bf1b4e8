"""Turning a report into bytes: one module a format, one signature, loaded only when asked for."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from typing import NamedTuple

from factcheck.model import Report
from factcheck.renderers.choices import DEFAULT, PAPERS, Choices

__all__ = ["Choices", "FORMATS", "Format", "PAPERS", "render"]


class Format(NamedTuple):
    """A format's file in the output folder, and the module of `formats` that makes it."""

    file: str
    module: str


FORMATS: dict[str, Format] = {
    "html": Format("brief.html", "html"),
    "pdf": Format("brief.pdf", "pdf"),
    "json": Format("report.json", "report_json"),
    "findings": Format("findings.txt", "findings"),
    "sarif": Format("report.sarif", "sarif"),
    "junit": Format("junit.xml", "junit"),
    "markdown": Format("brief.md", "markdown"),
    "csv": Format("findings.csv", "findings_csv"),
}


def render(name: str, report: Report, choices: Choices = DEFAULT) -> bytes:
    """`report` in the format called `name`. KeyError if there is no such format; what the module raises otherwise."""
    module = importlib.import_module(f"{__name__}.formats.{FORMATS[name].module}")
    make: Callable[[Report, Choices], bytes] = module.render
    return make(report, choices)
