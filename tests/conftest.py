"""What every test can count on: a fixed day, and the measuring corpora where they lie beside the repository."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parent.parent

# 1 January 2026. `make` sets the same; a day that the program took from the clock would change the reports.
os.environ.setdefault("SOURCE_DATE_EPOCH", "1767225600")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")


@pytest.fixture
def shared() -> Path:
    """The folder of corpora, pairs and gold files, which does not travel with the repository."""
    folder = Path(os.environ.get("FACTCHECK_SHARED", REPOSITORY.parent / "shared"))
    if not folder.is_dir():
        pytest.skip("../shared missing")
    return folder
