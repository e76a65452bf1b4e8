"""What every test can count on: a fixed day, one thread for the parser's small matrices, a corpus with one conflict."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

# 1 January 2026. `make` sets the same; a day that the program took from the clock would change the reports.
os.environ.setdefault("SOURCE_DATE_EPOCH", "1767225600")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

# A busy machine is slow, and no test has a time limit.
settings.register_profile("house", deadline=None)
settings.load_profile("house")


@pytest.fixture
def two_tolls(tmp_path: Path) -> Path:
    """A folder of two articles that give two tolls of one flood: one conflict of figures."""
    folder = tmp_path / "corpus"
    folder.mkdir()
    for name, toll, who in (("harbour.txt", 14, "mayor"), ("valley.txt", 31, "rescue service")):
        text = f"The flood in Korrin killed {toll} people on Monday, the {who} said.\n"
        (folder / name).write_text(text, encoding="utf-8")
    return folder
