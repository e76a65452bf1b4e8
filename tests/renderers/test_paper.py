"""brief.pdf as tools of other makers read it: qpdf finds no fault, poppler draws every page with something on it."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
import sample
from PIL import Image, ImageChops

from factcheck.model import Report
from factcheck.renderers.formats import pdf


@pytest.fixture(
    params=[sample.flood(), sample.undated(), sample.empty(), sample.many(12)],
    ids=["flood", "undated", "empty", "many"],
)
def made(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    report: Report = request.param
    path = tmp_path / "brief.pdf"
    path.write_bytes(pdf.render(report))
    return path


def test_qpdf_finds_no_fault(made: Path) -> None:
    done = subprocess.run(["qpdf", "--check", str(made)], capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
    assert "No syntax or stream encoding errors found" in done.stdout


def test_every_page_has_something_on_it(made: Path) -> None:
    subprocess.run(["pdftoppm", "-r", "20", "-gray", "-png", str(made), str(made.parent / "page")], check=True)
    pages = sorted(made.parent.glob("page*.png"))
    assert pages
    for path in pages:
        drawn = Image.open(path).convert("L")
        box = ImageChops.invert(drawn).getbbox()
        assert box is not None, path.name
        assert box[3] - box[1] > drawn.height / 8, path.name
