"""What people install: a wheel and an editable install, each in a clean environment, each run from another folder."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parent.parent

ARTICLES = {
    "herald.txt": """Landslide closes Vello road

The landslide in Vello in Italy on 3 May 2021 killed 12 people, the mayor said.
""",
    "post.txt": """Vello counts its dead

The landslide in Vello in Italy on 3 May 2021 killed 31 people, rescue workers said.
""",
}

# What a wheel must carry besides code: without it an installed factcheck reads nothing, or prints an ugly page.
CARRIED = (
    "factcheck/templates/brief.html.j2",
    "factcheck/templates/brief.css",
    "factcheck/cases/figures.yaml",
    "factcheck/report.schema.json",
    "factcheck/lexicons/events.toml",
    "factcheck/lexicons/tables/countries.tsv",
)


def run(*command: str | Path, folder: Path) -> subprocess.CompletedProcess[str]:
    known = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "COVERAGE"))}
    return subprocess.run(list(map(str, command)), cwd=folder, env=known, capture_output=True, text=True, check=False)


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel that the repository builds, with the build tools that are installed: nothing is fetched."""
    folder = tmp_path_factory.mktemp("wheel")
    building = "import hatchling.build, sys; print(hatchling.build.build_wheel(sys.argv[1]))"
    built = run(sys.executable, "-c", building, folder, folder=REPOSITORY)
    assert built.returncode == 0, built.stderr
    return next(folder.glob("*.whl"))


@pytest.fixture
def environment(tmp_path: Path) -> Path:
    """A clean environment's interpreter, which sees what factcheck depends on but not factcheck itself."""
    folder = tmp_path / "environment"
    venv.create(folder, with_pip=False)
    python = folder / "bin" / "python"
    asked = run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", folder=tmp_path)
    # A line of a .pth file adds a folder, but not the .pth files in it: an editable factcheck stays unseen.
    (Path(asked.stdout.strip()) / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n")
    absent = run(python, "-c", "import factcheck", folder=tmp_path)
    assert "No module named 'factcheck'" in absent.stderr
    return python


def install(python: Path, *what: str | Path) -> None:
    options = ("--quiet", "--disable-pip-version-check", "--no-deps", "--no-index", "--no-build-isolation")
    # `--ignore-installed`: the environment that lends its packages may hold an editable factcheck of its own.
    pip = (sys.executable, "-m", "pip", "--python", python)
    done = run(*pip, "install", *options, "--ignore-installed", *what, folder=python.parent)
    assert done.returncode == 0, done.stderr


def assert_works(python: Path, folder: Path) -> None:
    """`factcheck report` over two articles, from a folder that is neither the repository nor the environment."""
    corpus = folder / "elsewhere" / "vello"
    corpus.mkdir(parents=True)
    for name, text in ARTICLES.items():
        (corpus / name).write_text(text, encoding="utf-8")
    done = run(python.parent / "factcheck", "report", "vello", "--as-of", "2026-01-01", folder=corpus.parent)
    assert done.returncode == 0, done.stderr
    made = corpus.parent / "reports"
    assert sorted(path.name for path in made.iterdir()) == ["brief.html", "brief.pdf", "manifest.json", "report.json"]
    assert (made / "brief.pdf").read_bytes().startswith(b"%PDF-")
    assert "Vello" in (made / "brief.html").read_text(encoding="utf-8")
    report = json.loads((made / "report.json").read_bytes())
    assert [source["id"] for source in report["sources"]] == ["herald", "post"]
    assert len(report["findings"]) == 1
    assert " · 2 sources · reports/brief.pdf (" in done.stderr


def test_a_wheel_carries_its_data(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert [name for name in CARRIED if name not in names] == []
    assert any(name.endswith(".ttf") for name in names)
    assert [name for name in names if not name.startswith(("factcheck/", "factcheck-"))] == []


def test_a_wheel_in_a_clean_environment(wheel: Path, environment: Path, tmp_path: Path) -> None:
    install(environment, wheel)
    assert_works(environment, tmp_path)


def test_an_editable_install(environment: Path, tmp_path: Path) -> None:
    install(environment, "--editable", REPOSITORY)
    assert_works(environment, tmp_path)
