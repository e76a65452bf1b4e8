"""`factcheck --version`: what decides a result, so that two machines can be compared; nothing heavy is loaded."""

from __future__ import annotations

import platform
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck import __version__
from factcheck.cli import standard_output

if TYPE_CHECKING:
    import click

PACKAGE = Path(__file__).resolve().parent.parent
LIBRARIES = ("spacy", "weasyprint")
NOT_INSTALLED = "not installed"


def show(context: click.Context, parameter: click.Parameter, wanted: bool) -> None:
    """The option's callback: print and leave."""
    if wanted and not context.resilient_parsing:
        standard_output.put(lines())
        context.exit()


def lines() -> Iterator[str]:
    """Program, report, model, libraries, the rules that all checkers share, and each checker.

    Rules have no numbers of their own: a digest of their files says whether two machines have the same.
    """
    from factcheck.checkers import all_checkers
    from factcheck.engine import SCHEMA

    yield f"factcheck {__version__}"
    yield f"report.json  {SCHEMA}"
    yield f"model        {_model()}"
    libraries = (f"{name} {_installed(name) or NOT_INSTALLED}" for name in LIBRARIES)
    yield f"with         {', '.join([f'Python {platform.python_version()}', *libraries])}"
    for part, kinds in (("reading", ("*.py",)), ("pairing", ("*.py",)), ("lexicons", ("*.toml", "*.tsv"))):
        folder = PACKAGE / part
        yield f"{part:<12} {_digest(path for kind in kinds for path in folder.rglob(kind))}"
    for name, checker in all_checkers().items():
        file = getattr(checker, "__file__", None)
        own = getattr(checker, "__version__", None) or (_digest([Path(file)]) if file else "no version told")
        yield f"checker      {name} {own}"


def _model() -> str:
    from factcheck.reading.parse import PACKAGES

    for package in PACKAGES:
        name = package.replace("_", "-")
        version = _installed(name)
        if version:
            return f"{name} {version}"
    return NOT_INSTALLED


def _installed(package: str) -> str | None:
    import importlib.metadata  # not above: every command would load it

    try:
        return importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError:
        return None


def _digest(files: Iterable[Path]) -> str:
    """Twelve characters of a hash over names and contents, in an order that no file system decides."""
    from factcheck.identity import sha256

    told = (f"{path.name}:{sha256(path.read_bytes())}" for path in sorted(files))
    return sha256("\n".join(told).encode("utf-8", "surrogateescape"))[:12]
