"""Lexicons: subject packs are merged after the general words, unless a measurement leaves them out."""

from __future__ import annotations

import subprocess
import sys

import pytest

from factcheck import lexicons

MEASURED = """
from factcheck import lexicons
lexicons.choose(lexicons.Choice(subjects=()))
print(len(lexicons.entries("events")))
"""


def test_packs_add_to_the_general_words_and_can_be_left_out() -> None:
    done = subprocess.run([sys.executable, "-c", MEASURED], capture_output=True, text=True, check=True)
    assert 0 < int(done.stdout) < len(lexicons.entries("events"))


def test_packs_are_not_changed_in_the_middle_of_a_run() -> None:
    lexicons.entries("events")
    with pytest.raises(RuntimeError, match="before anything else is loaded"):
        lexicons.choose(lexicons.Choice(subjects=()))
