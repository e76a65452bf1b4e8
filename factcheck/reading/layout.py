"""What a line of a page is by its words alone: menu, credit, caption, dateline, agency or story (layout.toml)."""

from __future__ import annotations

import calendar
import functools
import re
from collections.abc import Iterator

from factcheck.lexicons import entries

_MONTHS = "|".join(
    name for number in range(1, 13) for name in (calendar.month_name[number], calendar.month_abbr[number])
)
_DAYS = "|".join(name for number in range(7) for name in (calendar.day_name[number], calendar.day_abbr[number]))
_CLOCK = (
    r"\d{1,2}[:.]\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?)?\s*(?:[A-Z]{2,4}\b|[+-]\d{2}:?\d{2}|local time)?"
    r"|\d{4}\s*(?:GMT|UTC)"
)
_DAY = (
    rf"(?:(?:{_DAYS})\.?,?\s+)?(?:\d{{1,2}}(?:st|nd|rd|th)?\s+(?:{_MONTHS})\.?,?\s+\d{{4}}"
    rf"|(?:{_MONTHS})\.?\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}}"
    r"|\d{4}-\d{2}-\d{2}|\d{1,2}[./]\d{1,2}[./]\d{2,4})"
)
_LABEL = r"(?:last\s+)?(?:updated|published|posted|modified|created)(?:\s+(?:on|at))?:?"
_STAMP = (
    rf"\(?(?:{_LABEL}\s*)?(?:{_DAY})(?:\s*(?:[-|,–—at]+\s*)?(?:{_CLOCK}))?(?:\s*\(?(?:{_LABEL})\s*[\d:.\s]*\)?)?\)?"
)

_STAMP_LINE = re.compile(
    rf"(?:[^\W\d]+(?:\s[^\W\d]+){{0,2}}\s*[-|,–—]?\s*)?(?:{_STAMP}|{_CLOCK})(?:\s*[-|,–—]\s*{_STAMP})?[.\s]*",
    re.IGNORECASE,
)
_ENDS_WITH_YEAR = re.compile(r"\b(?:19|20)\d\d\.?\)?$")
_BYLINE = re.compile(
    r"by\s+[A-Z][\w.'’-]+(?:\s+[A-Z][\w.'’-]+){1,3}(?:\s*(?:,|and|&|\|)\s*[A-Z][\w.'’-]+(?:\s+[A-Z][\w.'’-]+){0,3})*\s*",
    re.IGNORECASE,
)


@functools.cache
def _rules() -> tuple[tuple[str, str, str, tuple[str, ...]], ...]:
    return tuple((entry["id"], entry["kind"], entry["match"], tuple(entry["words"])) for entry in entries("layout"))


def _matches(match: str, words: tuple[str, ...], line: str) -> bool:
    if match == "whole":
        return line.strip(" :.…»>|") in words
    if match == "starts":
        return line.startswith(words)
    if match == "ends":
        return line.rstrip(" .").endswith(words)
    if match == "repeats":
        tokens = line.split()
        hits = sum(any(word in token for word in words) for token in tokens)
        return hits >= 4 and hits * 4 >= len(tokens)
    if match == "contains":
        return any(re.search(rf"(?<!\w){re.escape(word)}(?!\w)", line) for word in words)
    return is_agency(line)


def label(line: str) -> str | None:
    """The id of the layout entry that a line answers to ("menu", "credit", …), "dateline", or none: it may be story.

    A "picture" entry is never returned: those words count only beside a credit (see `describes_picture`).
    """
    folded = " ".join(line.replace("’", "'").lower().split())
    if _STAMP_LINE.fullmatch(line.strip()) or (len(line) < 120 and _BYLINE.fullmatch(line.strip())):
        return "dateline"
    for name, _, match, words in _rules():
        if match != "contains" and _matches(match, words, folded):
            return name
    return None


def kind_of(name: str) -> str:
    """The kind of paragraph that a label stands for."""
    if name == "dateline":
        return "dateline"
    return next(kind for rule, kind, _, _ in _rules() if rule == name)


def describes_picture(line: str) -> bool:
    """Whether a line reads like a caption: it describes a picture, or ends with the day it was taken."""
    folded = " ".join(line.lower().split())
    pictured = any(_matches(match, words, folded) for _, _, match, words in _rules() if match == "contains")
    return pictured or _ENDS_WITH_YEAR.search(line.strip()) is not None


@functools.cache
def agencies() -> tuple[str, ...]:
    """Names of news agencies, longest first."""
    return tuple(
        sorted(
            (word for _, _, match, words in _rules() if match == "agency" for word in words),
            key=lambda word: (-len(word), word),
        )
    )


def is_agency(line: str) -> bool:
    """Whether a line holds nothing but names of agencies and at most one other name ("Coast Herald and agencies")."""
    parts = [part for part in re.split(r"\s*(?:,|/|&|\band\b|\bwith\b|\||;|-)\s*", line.strip(" .()").lower()) if part]
    known = [part for part in parts if part in agencies()]
    others = [part for part in parts if part not in agencies()]
    return bool(known) and len(others) <= 1 and all(len(part.split()) <= 3 for part in others)


_CITY = re.compile(
    r"[A-Z][A-Z.'’-]+(?:[ ,]+[A-Z][A-Z.'’-]*)*(?:,\s+(?:[A-Z][\w.]*\s?){1,3})?"
    r"\s*(?:\([A-Z][\w .]*\))?\s*(?:—|–|--| -)\s*"
    r"|[A-Z][\w.'’-]+(?:[ ,]+[A-Z][\w.'’-]+){0,3}\s*\([A-Z][\w .]*\)\s*(?:—|–|--|-)\s*"
    r"|[A-Z][A-Z.'’-]+(?:[ ,]+[A-Z][A-Z.'’-]*)*\s*\([A-Z][\w .]*\)\s+"
)


def leading_city(text: str) -> int:
    """Length of the city and agency that a report starts with ("PORT ELLIS (Agency) — "), 0 without one."""
    found = _CITY.match(text)
    return found.end() if found and found.end() < 80 and text[found.end() : found.end() + 1].strip() else 0


def leading_stamps(text: str) -> Iterator[tuple[int, int]]:
    """The ranges of agency names and days that stand, one after the other, at the start of a text."""
    place = 0
    names = "|".join(re.escape(name) for name in agencies())
    one = re.compile(rf"\s*[-|,–—]*\s*(\(?(?:{names})\)?(?!\w)|{_STAMP}(?!\w))", re.IGNORECASE)
    while found := one.match(text, place):
        if found.group(1)[0].islower():
            return
        yield found.start(1), found.end(1)
        place = found.end(1)
