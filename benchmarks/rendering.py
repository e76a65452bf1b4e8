"""How fast a brief is made: HTML and PDF of 50 findings in CPU time, and what `factcheck --help` costs.

    python benchmarks/rendering.py

Every figure is the median of several runs; the PDF's is also given as a ratio to the time that WeasyPrint took of it.
"""

from __future__ import annotations

import gc
import io
import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any
from unittest import mock

import pypdf

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "tests" / "renderers")]

import sample  # the invented report of the renderers' tests

from factcheck.model import Report
from factcheck.renderers import typesetting
from factcheck.renderers.formats import html, pdf

FINDINGS, RUNS = 50, 5
PROBE = "import sys, factcheck.__main__ as m\ntry: m.run()\nexcept SystemExit: pass\n" \
    "print([name for name in ('spacy', 'weasyprint', 'jinja2') if name in sys.modules], file=sys.stderr)"  # fmt: skip


def fifty() -> Report:
    """A report of 50 findings of every relation, each under an id of its own."""
    first = sample.flood().findings
    findings = tuple(
        replace(first[place % len(first)], id=f"copy{place}", title=f"{first[place % len(first)].title} ({place})")
        for place in range(FINDINGS)
    )
    return replace(sample.flood(), findings=findings)


def cpu(work: Callable[[], object]) -> float:
    """Seconds of CPU that `work` takes in this process."""
    start = time.process_time()
    work()
    return time.process_time() - start


def page_and_paper() -> None:
    """HTML; PDF, beside WeasyPrint alone on the same markup."""
    report = fifty()
    html.render(report)
    seconds = statistics.median(cpu(lambda: html.render(report)) for _ in range(RUNS))
    print(f"HTML of {FINDINGS} findings: {seconds:.2f} s of CPU after import")
    pages = len(pypdf.PdfReader(io.BytesIO(pdf.render(report))).pages)
    real, inside = typesetting.typeset, []

    def timed(*given: Any, **more: Any) -> bytes:
        start = time.process_time()
        made = real(*given, **more)
        inside.append(time.process_time() - start)
        return made

    whole, bare = [], []
    with mock.patch.object(typesetting, "typeset", side_effect=timed):
        for _ in range(RUNS):
            inside.clear()
            gc.collect()  # the boxes of the run before are no cost of this one
            whole.append(cpu(lambda: pdf.render(report)))
            bare.append(inside[-1])
    ratios = sorted(ours / theirs for ours, theirs in zip(whole, bare, strict=True))
    print(
        f"PDF of {FINDINGS} findings: {pages} pages, {statistics.median(whole) / pages:.2f} s a page, "
        f"{statistics.median(ratios):.2f} times WeasyPrint's own time ({ratios[0]:.2f} to {ratios[-1]:.2f})"
    )


def start() -> None:
    """`factcheck --help`: CPU of the whole process, and which heavy libraries it loads."""
    command = [sys.executable, "-c", PROBE, "--help"]
    spent = []
    for _ in range(RUNS):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True, env=os.environ)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        spent.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    print(
        f"factcheck --help: {statistics.median(spent):.2f} s of CPU; loads of the heavy libraries {done.stderr.strip()}"
    )


if __name__ == "__main__":
    page_and_paper()
    start()
