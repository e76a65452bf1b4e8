"""What a change does to the sample brief, for its reviewer: relations and severities first, wording after, and pictures
of the pages that changed, the old one beside the new one.

    python benchmarks/snapshot_diff.py [BASE] [--out DIR]

BASE is any commit; it is checked out beside the working tree and run with the same environment. Needs git, and
poppler's pdftoppm for the pictures.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from PIL import Image, ImageChops

from factcheck.model import Evidence, Finding, Report

ROOT = Path(__file__).resolve().parent.parent
DAY = "2026-01-01"


def brief_of(tree: Path, folder: Path) -> Report:
    """Runs the report of `tree` on its own sample corpus into `folder`."""
    command = [sys.executable, "-m", "factcheck", "report", "seeds", "-o", str(folder), "--as-of", DAY]
    formats = ("--format", "pdf", "--format", "json")
    environment = {**os.environ, "PYTHONPATH": str(tree)}
    subprocess.run([*command, *formats], cwd=tree, env=environment, check=True, capture_output=True)
    return Report.from_json((folder / "report.json").read_text(encoding="utf-8"))


def evidence_of(report: Report) -> dict[str, tuple[Finding, Evidence]]:
    """Every piece of evidence and its finding, by the evidence's id."""
    return {piece.id: (finding, piece) for finding in report.findings for piece in finding.evidence}


def judgements(old: Report, new: Report) -> Iterator[str]:
    """What is new, gone, or of another relation or severity."""
    before, after = evidence_of(old), evidence_of(new)
    for key in [*before, *(key for key in after if key not in before)]:
        if key not in after:
            yield f"gone     {_line(*before[key])}"
        elif key not in before:
            yield f"new      {_line(*after[key])}"
        elif _judged(*before[key]) != _judged(*after[key]):
            yield f"changed  {_line(*before[key])}\n      to {_line(*after[key])}"


def wording(old: Report, new: Report) -> Iterator[str]:
    """Titles, reasons and values that read otherwise, of evidence that both have."""
    before, after = evidence_of(old), evidence_of(new)
    for key in (key for key in before if key in after):
        for name, was, now in zip(("title", "reason", "values"), _said(*before[key]), _said(*after[key]), strict=True):
            if was != now:
                yield f"{key} {name}\n  - {was}\n  + {now}"


def _judged(finding: Finding, piece: Evidence) -> tuple[str, str, str]:
    return finding.checker, piece.relation, finding.severity


def _line(finding: Finding, piece: Evidence) -> str:
    return f"{piece.id} {piece.relation} ({finding.checker}, {finding.severity}): {piece.because}"


def _said(finding: Finding, piece: Evidence) -> tuple[str, str, str]:
    return finding.title, piece.because, f"{piece.a.value} | {piece.b.value}"


def pictures(old: Path, new: Path, folder: Path) -> list[Path]:
    """One picture a page that is not the same in both PDFs, old left and new right; a page that is only in one too."""
    pages = []
    for name, pdf in (("old", old), ("new", new)):
        subprocess.run(["pdftoppm", "-r", "60", "-png", str(pdf), str(folder / name)], check=True)
        pages.append([Image.open(path).convert("RGB") for path in sorted(folder.glob(f"{name}-*.png"))])
    made = []
    for place in range(max(map(len, pages))):
        here = [some[place] if place < len(some) else Image.new("RGB", some[0].size, "white") for some in pages]
        left, right = here
        if left.size == right.size and ImageChops.difference(left, right).getbbox() is None:
            continue
        sheet = Image.new("RGB", (left.width + right.width + 8, max(left.height, right.height)), "grey")
        sheet.paste(left, (0, 0))
        sheet.paste(right, (left.width + 8, 0))
        made.append(folder / f"page-{place + 1:02}.png")
        sheet.save(made[-1])
    for path in (*folder.glob("old-*.png"), *folder.glob("new-*.png")):
        path.unlink()
    return made


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("base", nargs="?", default="HEAD")
    parser.add_argument("--out", type=Path, default=ROOT / "reports" / "snapshot-diff")
    chosen = parser.parse_args()
    chosen.out.mkdir(parents=True, exist_ok=True)
    for stale in chosen.out.glob("page-*.png"):
        stale.unlink()
    with tempfile.TemporaryDirectory() as place:
        base = Path(place) / "base"
        added = subprocess.run(["git", "worktree", "add", "--quiet", "--detach", str(base), chosen.base], cwd=ROOT)
        if added.returncode:
            sys.exit(f"{chosen.base} names no commit that can be checked out")
        try:
            old, new = (brief_of(tree, Path(place) / name) for tree, name in ((base, "old"), (ROOT, "new")))
        finally:
            subprocess.run(["git", "worktree", "remove", "--force", str(base)], cwd=ROOT, check=True)
        for heading, lines in (
            ("Relations and severities", list(judgements(old, new))),
            ("Wording", list(wording(old, new))),
        ):
            print(f"{heading}: {len(lines) or 'the same'}", *lines, sep="\n")
        changed = pictures(Path(place) / "old" / "brief.pdf", Path(place) / "new" / "brief.pdf", chosen.out)
    print(f"Pages that changed: {len(changed)}", *changed, sep="\n")


if __name__ == "__main__":
    main()
