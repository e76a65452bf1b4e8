"""Making any text fit to show: controls dropped, direction marks visible, lone surrogates replaced, length bounded."""

from __future__ import annotations

import re
import unicodedata

# Nothing that comes from outside is shown at any length: a single word of thousands of letters takes minutes to set.
QUOTATION_LIMIT = 600
SENTENCE_LIMIT = 240
PHRASE_LIMIT = 120

_DIRECTION = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_NO_WIDTH = frozenset("\u00ad\u200b\u200c\u200d\u2060\u2061\u2062\u2063\u2064\ufeff")
_SPACES = re.compile(r"\s+")
_LONG_WORD = re.compile(r"\b(?![0-9a-f]{64}\b)\w{26,}")
_PIECE = re.compile(r".{1,25}", re.DOTALL)
# What makes a spreadsheet take a cell for a formula, and run it.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
_REPLACEMENT = "\ufffd"


def visible(text: str) -> str:
    """`text` as it may be printed. Direction marks become [U+202E], so that they show and cannot turn a line round."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(_visible(character) for character in text)


def has_right_to_left(text: str) -> bool:
    """Whether any character of `text` runs from right to left, or makes numbers do so."""
    return any(unicodedata.bidirectional(character) in {"R", "AL", "AN"} for character in set(text))


def _visible(character: str) -> str:
    if character in _DIRECTION:
        return f"[U+{ord(character):04X}]"
    if character.isspace() and character not in "\u00a0\u202f\u2007":
        return " "
    if _is_tag(character):
        return ""
    category = unicodedata.category(character)
    if category == "Cc":
        return ""
    # Noncharacters (U+FFFE and its like) may not stand in XML, and so not in a PDF's metadata.
    if category == "Cs" or ord(character) & 0xFFFE == 0xFFFE or 0xFDD0 <= ord(character) <= 0xFDEF:
        return _REPLACEMENT
    return character


def _is_tag(character: str) -> bool:
    return 0xE0000 <= ord(character) <= 0xE007F


def one_line(text: str) -> str:
    """`text` visible, with every run of white space as one space."""
    return _SPACES.sub(" ", visible(text)).strip()


def cell(text: str) -> str:
    """`text` as a spreadsheet shows it and does not run it: with an apostrophe before what would be a formula."""
    return f"'{text}" if text.startswith(_FORMULA) else text


def breakable(text: str) -> str:
    """`text` with places to break, which show nothing, in words longer than a column is wide; hashes stay whole."""
    return _LONG_WORD.sub(lambda found: "\u200b".join(_PIECE.findall(found.group())), text)


def right_to_left(text: str) -> bool:
    """Whether `text` is written from the right: whether its first letter is."""
    letters = (unicodedata.bidirectional(character) for character in text)
    return next((kind for kind in letters if kind in {"L", "R", "AL"}), "L") != "L"


def count_without_width(text: str) -> int:
    """How many characters take no room: a reader cannot see them, and they hide differences between words."""
    return sum(character in _NO_WIDTH or _is_tag(character) for character in text)


def cut(text: str, limit: int) -> str:
    """`text` with at most `limit` characters, cut before a word where that loses little, with an ellipsis."""
    if len(text) <= limit:
        return text
    head = text[: limit - 1]
    space = head.rfind(" ")
    return (head[:space] if space > limit * 2 // 3 else head).rstrip() + "…"


def mark(text: str, value: str, limit: int = QUOTATION_LIMIT) -> tuple[str, str, str]:
    """`text` as (before, marked, after) round the first whole `value`; nothing is marked if there is none.

    Longer texts are cut with an ellipsis at one end or at both, so that the marked words always stay.
    """
    found = re.search(rf"(?<![\w.,]){re.escape(value)}(?!\w|[.,]\d)", text, re.IGNORECASE) if value else None
    if found is None or len(found.group()) > limit // 2:
        return cut(text, limit), "", ""
    start, end = found.span()
    room = limit - (end - start)
    before, after = text[:start], text[end:]
    if len(text) > limit:
        kept = max(room // 2, room - len(after))
        if len(before) > kept:
            before = "…" + before[len(before) - kept :].split(" ", 1)[-1]
        after = cut(after, max(room - len(before), 2)) if after else after
    return before, found.group(), after
