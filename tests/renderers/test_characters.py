"""What is shown of characters that cannot be shown as they are, and where long texts are cut."""

from __future__ import annotations

import pytest

from factcheck.renderers.characters import breakable, count_without_width, cut, mark, one_line, visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain", "plain"),
        ("naïve “quote” — 5 ≥ 3", "naïve “quote” — 5 ≥ 3"),
        ("\u202egpj.exe\u202c", "[U+202E]gpj.exe[U+202C]"),
        ("a\u2066b\u200fc\u061cd", "a[U+2066]b[U+200F]c[U+061C]d"),
        ("nul\x00 bell\x07 csi\x9b", "nul bell csi"),
        ("one\r\ntwo\tthree\u2028four", "one  two three four"),
        ("half \ud83d pair", "half \ufffd pair"),
        ("\ufffe\U0001ffff\ufdd0", "\ufffd\ufffd\ufffd"),
        ("hid\U000e0041den", "hidden"),
        ("مرحبا 漢字 👩‍🚒", "مرحبا 漢字 👩‍🚒"),
    ],
)
def test_visible(text: str, shown: str) -> None:
    assert visible(text) == shown


def test_one_line() -> None:
    assert one_line("  a\n\tb  \x0b c ") == "a b c"


@pytest.mark.parametrize(
    ("text", "number"), [("abc", 0), ("a\u200bb\ufeffc", 2), ("x\U000e0041", 1), ("so\u00adft", 1)]
)
def test_count_without_width(text: str, number: int) -> None:
    assert count_without_width(text) == number


@pytest.mark.parametrize(
    ("text", "limit", "shown"),
    [
        ("short", 10, "short"),
        ("exactly ten", 11, "exactly ten"),
        ("the river rose again", 15, "the river rose…"),
        ("w" * 30, 10, "w" * 9 + "…"),
        ("", 5, ""),
    ],
)
def test_cut(text: str, limit: int, shown: str) -> None:
    assert cut(text, limit) == shown


@pytest.mark.parametrize(
    ("text", "value", "parts"),
    [
        ("It cost 14 crowns.", "14", ("It cost ", "14", " crowns.")),
        ("It cost 1,140 crowns, 14 in tax.", "14", ("It cost 1,140 crowns, ", "14", " in tax.")),
        ("It cost 14.5 crowns.", "14", ("It cost 14.5 crowns.", "", "")),
        ("It cost 14.", "14", ("It cost ", "14", ".")),
        ("Nearly Half voted.", "nearly half", ("", "Nearly Half", " voted.")),
        ("No figure here.", "14", ("No figure here.", "", "")),
        ("Nothing asked.", "", ("Nothing asked.", "", "")),
        ("a (b) c", "(b)", ("a ", "(b)", " c")),
    ],
)
def test_mark(text: str, value: str, parts: tuple[str, str, str]) -> None:
    assert mark(text, value) == parts


@pytest.mark.parametrize("place", [0, 40, 400, 900, 1590])
def test_marked_words_stay_when_a_long_text_is_cut(place: int) -> None:
    words = ("word " * 320)[:place] + " 77 " + ("more " * 320)[place:]
    before, marked, after = mark(words, "77", limit=200)
    assert marked == "77"
    assert len(before + marked + after) <= 204
    assert before.startswith("…") == (place > 200)


def test_a_value_as_long_as_the_quotation_is_not_marked() -> None:
    before, marked, after = mark("x" * 500 + " end", "x" * 500, limit=600)
    assert (marked, after) == ("", "")
    assert before.startswith("xxx")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Donaudampfschifffahrt ends", "Donaudampfschifffahrt ends"),
        ("x" * 25, "x" * 25),
        ("a " + "x" * 60 + " b", "a " + "x" * 25 + "\u200b" + "x" * 25 + "\u200b" + "x" * 10 + " b"),
        ("sha256 " + "0f" * 32, "sha256 " + "0f" * 32),
    ],
)
def test_a_word_too_long_for_a_column_may_be_broken(text: str, shown: str) -> None:
    assert breakable(text) == shown
