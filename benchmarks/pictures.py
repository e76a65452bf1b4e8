"""Pictures of the sample brief for the README: the first pages of the PDF, and the page on a wide and a narrow screen.

    python benchmarks/pictures.py [FOLDER]

Needs Chromium and poppler's pdftoppm, which `make readers` installs.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parent.parent
PAGES, DAY = 4, "2026-01-01"
SCREENS = (("wide-light", 1280, 900, "light"), ("narrow-dark", 390, 844, "dark"))


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs" / "pictures"
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as place:
        brief = Path(place)
        command = [sys.executable, "-m", "factcheck", "report", "seeds", "-o", place, "--as-of", DAY]
        subprocess.run([*command, "--format", "html", "--format", "pdf"], cwd=ROOT, check=True, capture_output=True)
        pages(brief / "brief.pdf", folder)
        screens(brief / "brief.html", folder)
    print(*sorted(folder.glob("*.png")), sep="\n")


def pages(pdf: Path, folder: Path) -> None:
    """The first pages, side by side in one picture."""
    with tempfile.TemporaryDirectory() as place:
        subprocess.run(["pdftoppm", "-r", "60", "-l", str(PAGES), "-png", str(pdf), f"{place}/page"], check=True)
        drawn = [Image.open(path).convert("RGB") for path in sorted(Path(place).glob("page*.png"))]
    gap = 12
    wide = sum(page.width + gap for page in drawn) + gap
    sheet = Image.new("RGB", (wide, max(page.height for page in drawn) + 2 * gap), "#8a8a8a")
    left = gap
    for page in drawn:
        sheet.paste(page, (left, gap))
        left += page.width + gap
    sheet.quantize(256).save(folder / "pages.png", optimize=True)


def screens(html: Path, folder: Path) -> None:
    """What fits on the screen, wide and light, narrow and dark."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        for name, width, height, scheme in SCREENS:
            page = browser.new_page(viewport={"width": width, "height": height}, color_scheme=scheme)
            page.goto(html.as_uri())
            page.screenshot(path=folder / f"{name}.png")
            Image.open(folder / f"{name}.png").convert("RGB").quantize(256).save(folder / f"{name}.png", optimize=True)
        browser.close()


if __name__ == "__main__":
    main()
