"""The house rules that a machine can check: who may import whom, what every checker, lexicon and snapshot must have."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from factcheck import lexicons
from factcheck.cli import main

REPOSITORY = Path(__file__).resolve().parent.parent
PACKAGE = REPOSITORY / "factcheck"
TESTS = REPOSITORY / "tests"

# From the bottom up: a part may import what stands on a line below its own, never beside it.
LEVELS = (
    ("model", "problems"),
    ("identity", "intervals", "lexicons", "settings", "globs"),
    ("reading",),
    ("pairing",),
    ("evidence",),
    ("titles",),
    ("checkers", "findings", "questions", "scenes", "leaving_out"),
    ("drafts",),
    ("engine",),
    ("baseline",),
    ("renderers", "corpus", "output"),
    ("cli",),
    ("__main__",),
)
LEVEL = {part: height for height, parts in enumerate(LEVELS) for part in parts}

# Who alone may use a library.
OWNERS = {"click": "cli", "jinja2": "renderers", "weasyprint": "renderers", "spacy": "reading", "thinc": "reading"}

# What would make a result depend on more than its arguments; reading/parse.py finds the language model on disk.
IMPURE = re.compile(r"\b(date\.today|datetime\.now|utcnow|time\.time|os\.environ|getenv|random\.|uuid\d|open\()")
MAY_TOUCH_FILES = ("factcheck/reading/parse.py",)

# Lexicons of closed classes: numerals, units, function words, titles and kinds of places have no synonyms to ask for.
CLOSED = ("institutions", "periods", "places", "quantities", "roles", "scope")

# Run by hand, to make a table anew; not part of the program.
SCRIPTS = ("factcheck/lexicons/tables/make.py",)

LONGEST = 300

MODULES = [
    pytest.param(path, id=str(path.relative_to(REPOSITORY)))
    for path in sorted(PACKAGE.rglob("*.py"))
    if str(path.relative_to(REPOSITORY)) not in SCRIPTS
]
LEXICONS = sorted(PACKAGE.joinpath("lexicons").rglob("*.toml"))
CHECKERS = sorted(path for path in PACKAGE.joinpath("checkers").glob("*.py") if not path.name.startswith("_"))


def part_of(path: Path) -> str:
    inside = path.relative_to(PACKAGE)
    return inside.parts[0] if len(inside.parts) > 1 else inside.stem


def imports(path: Path) -> Iterator[tuple[int, str]]:
    """(line, dotted name) of all that a module imports, at its top or inside a function."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno}: imports are absolute"
            yield from ((node.lineno, f"{node.module}.{alias.name}") for alias in node.names)


@pytest.mark.parametrize("path", MODULES)
def test_imports_point_inwards(path: Path) -> None:
    part = part_of(path)
    offenders = []
    for line, name in imports(path):
        top, _, rest = name.partition(".")
        other = rest.partition(".")[0]
        if top != "factcheck" or other in (part, "__version__"):
            continue
        assert other in LEVEL, f"{path.name}:{line}: {name} stands on no level: put it on one in LEVELS"
        if LEVEL[other] >= LEVEL.get(part, -1):
            offenders.append(f"line {line}: {part} may not import {name}")
    assert offenders == []


@pytest.mark.parametrize("path", MODULES)
def test_libraries_stay_where_they_belong(path: Path) -> None:
    part = part_of(path)
    found = [(line, name.partition(".")[0]) for line, name in imports(path)]
    assert [f"line {line}: {library}" for line, library in found if OWNERS.get(library, part) != part] == []


def test_every_import_is_a_declared_dependency() -> None:
    declared = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]
    names = {re.split(r"[<>=!~ \[]", line)[0].lower().replace("_", "-") for line in declared}
    # Parts of spaCy, of WeasyPrint and of Jinja2, which bring them.
    names |= {"thinc", "fonttools", "markupsafe"}
    homes = packages_distributions()
    missing = [
        f"{path.relative_to(REPOSITORY)}:{line}: {name}"
        for path in (parameter.values[0] for parameter in MODULES)
        for line, name in imports(path)
        if (top := name.partition(".")[0]) not in sys.stdlib_module_names and top != "factcheck"
        if not {home.lower().replace("_", "-") for home in homes.get(top, [top])} & names
    ]
    assert missing == []


@pytest.mark.parametrize("path", MODULES)
def test_from_the_engine_inwards_nothing_asks_the_world(path: Path) -> None:
    if LEVEL.get(part_of(path), 0) > LEVEL["engine"] or str(path.relative_to(REPOSITORY)) in MAY_TOUCH_FILES:
        return
    lines = enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
    assert [f"line {number}: {line.strip()}" for number, line in lines if IMPURE.search(line)] == []


@pytest.mark.parametrize("path", MODULES)
def test_the_first_line_says_what_a_module_is_for(path: Path) -> None:
    first = (ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or "").partition("\n")[0]
    assert first.endswith((".", "?")), "the first docstring line is one whole sentence"


@pytest.mark.parametrize("path", MODULES)
def test_a_file_has_one_job(path: Path) -> None:
    lines = len(path.read_text(encoding="utf-8").splitlines())
    assert lines <= LONGEST


@pytest.mark.parametrize("path", CHECKERS, ids=lambda path: path.stem)
def test_a_checker_has_its_documentation_and_its_cases(path: Path) -> None:
    documented = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
    assert len(documented.split("\n\n")) >= 2, "first line: what it finds; then why an editor cares, what it forgives"
    assert (TESTS / "checkers" / f"{path.stem}.yaml").is_file()


def test_every_case_file_has_its_checker() -> None:
    names = [path.stem for path in CHECKERS]
    assert [path.name for path in sorted((TESTS / "checkers").glob("*.yaml")) if path.stem not in names] == []


@pytest.mark.parametrize("path", LEXICONS, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_lexicon_entry_has_a_sense_and_its_synonyms(path: Path) -> None:
    fewest = 1 if path.stem in CLOSED else 3
    for entry in lexicons.entries(path.stem):
        assert entry.get("id"), entry
        assert entry.get("sense"), entry["id"]
        words = entry.get("words", [])
        assert len(words) >= fewest, f"{entry['id']}: a sense has {fewest} or more words"
        assert len(words) == len(set(words)), f"{entry['id']}: a word stands twice"


def test_every_snapshot_has_its_test() -> None:
    """pytest-regressions keeps a module's snapshots in a folder of its name, and never says which nobody asks for."""
    orphans = []
    for folder in sorted(path for path in TESTS.rglob("test_*") if path.is_dir()):
        module = folder.with_suffix(".py")
        beside = [module, *sorted(folder.parent.glob("*.yaml"))]
        named = " ".join(slug(path.read_text(encoding="utf-8")) for path in beside if path.is_file())
        files = [path for path in sorted(folder.rglob("*")) if path.is_file() and "__pycache__" not in path.parts]
        orphans += [str(path.relative_to(TESTS)) for path in files if slug(path.stem) not in named]
    assert orphans == []


def slug(words: str) -> str:
    return "-".join(re.findall(r"[a-z0-9]+", words.lower()))


@pytest.mark.parametrize("name", sorted(main.commands))
def test_every_command_is_documented(name: str) -> None:
    assert main.commands[name].help
    assert f"factcheck {name}" in (REPOSITORY / "README.md").read_text(encoding="utf-8")


def test_nothing_names_the_machine_it_was_written_on() -> None:
    paths = re.compile(r"(?<![\w.~-])/(home|Users|root|work|opt)/\w")
    texts = [
        path for path in REPOSITORY.glob("*") if path.suffix in (".md", ".toml", ".lock") or path.name == "Makefile"
    ]
    texts += [path for folder in (PACKAGE, TESTS) for path in sorted(folder.rglob("*.py"))]
    assert [str(path) for path in texts if paths.search(path.read_text(encoding="utf-8"))] == []
