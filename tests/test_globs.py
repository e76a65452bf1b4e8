"""Patterns of file names: without a slash in any folder, with one from the corpus folder down."""

from __future__ import annotations

import pytest

from factcheck import globs


@pytest.mark.parametrize(
    ("pattern", "fits", "lets_pass"),
    [
        ("*-live.txt", ["a-live.txt", "wire/b-live.txt"], ["a-live.txt.md", "live.txt"]),
        ("wire/*", ["wire/a.txt"], ["wire/old/a.txt", "desk/wire/a.txt"]),
        ("wire/**", ["wire/a.txt", "wire/old/a.txt"], ["wires/a.txt"]),
        ("**/old/*", ["old/a.txt", "wire/2030/old/a.txt"], ["bold/a.txt"]),
        ("archive/", ["archive/a.txt", "wire/archive/b/a.txt"], ["archive.txt", "archives/a.txt"]),
        ("wire/old/", ["wire/old/a.txt"], ["desk/wire/old/a.txt"]),
        ("day-?.txt", ["day-1.txt"], ["day-10.txt", "day-/.txt"]),
        ("a+(b).txt", ["a+(b).txt"], ["aab.txt"]),
    ],
)
def test_what_a_pattern_fits(pattern: str, fits: list[str], lets_pass: list[str]) -> None:
    assert [path for path in fits + lets_pass if globs.first(path, ["nothing", pattern]) == pattern] == fits
