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
_LABEL = (
    r"(?:date\s+of\s+publication|(?:publication|release)\s+date"
    r"|(?:last\s+|first\s+|originally\s+)?(?:updated?|published|posted|modified|created))(?:\s+(?:on|at))?:?"
)
_STAMP = (
    rf"\(?(?:{_LABEL}\s*)?(?:{_DAY})(?:\s*(?:[-|,–—at]+\s*)?(?:{_CLOCK}))?(?:\s*\(?(?:{_LABEL})\s*[\d:.\s]*\)?)?\)?"
)

_STAMP_LINE = re.compile(
    rf"(?:[^\W\d]+(?:\s[^\W\d]+){{0,2}}\s*[-|,–—]?\s*)?(?:{_STAMP}|{_CLOCK})(?:\s*[-|,–—]\s*{_STAMP})?[.\s]*",
    re.IGNORECASE,
)
SENTENCE_END = re.compile(r"(?<![A-Z])(?<!\b[A-Z][a-z])(?<!\b[A-Z][a-z]{2})[.!?…][\"”’')\]]*(?=\s+[\"“‘'(\[]*[A-Z0-9])")
_LONGEST_SCRAP = 300  # characters of an unfinished caption or credit
_LONGEST_LISTING = 30  # words of a list of tags
_ENDS_WITH_YEAR = re.compile(r"\b(?:19|20)\d\d\.?\)?$")
_BYLINE = re.compile(
    r"by\s+[A-Z][\w.'’-]+(?:\s+[A-Z][\w.'’-]+){1,3}(?:\s*(?:,|and|&|\|)\s*[A-Z][\w.'’-]+(?:\s+[A-Z][\w.'’-]+){0,3})*\s*",
    re.IGNORECASE,
)


# Four short entries or more in a row: "Home / City / Sports / Weather".
_NAVIGATION = re.compile(
    r"(?:\[?[A-Z][\w&'’]*\]?\s+)?[A-Z][\w&'’]*(?:\s[\w&'’]+)?(?:\s+[/|·•>]\s+[A-Z][\w&'’]*(?:\s[\w&'’]+)?){3,}"
)
_MARKS = " :.…»>|-–—•*[]()#"
_INSIDE = ("contains", "run-in", "run-in-list", "opener")


@functools.cache
def _rules() -> tuple[tuple[str, str, str, tuple[str, ...]], ...]:
    return tuple((entry["id"], entry["kind"], entry["match"], tuple(entry["words"])) for entry in entries("layout"))


def _matches(match: str, words: tuple[str, ...], line: str) -> bool:
    if match == "whole":
        return line.strip(_MARKS) in words
    if match == "starts":
        # "(c)" and "©" are words of their own.
        return line.startswith(words) or line.lstrip(_MARKS).startswith(words)
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
    if _is_stamped(line):
        return "dateline"
    if not re.search(r"\w", line) or _NAVIGATION.fullmatch(line.strip()):
        return "menu"
    if _STAMP_LINE.fullmatch(line.strip()) or (len(line) < 120 and _BYLINE.fullmatch(line.strip())):
        return "dateline"
    for name, _, match, words in _rules():
        if match not in _INSIDE and _matches(match, words, folded):
            return name
    return None


def _is_stamped(line: str) -> bool:
    """Whether a line is a row of marks such as "By A. Writer | 4 May 2021 | 3 min read"."""
    parts = [part.strip() for part in re.split(r"\s[|·•]\s", line.strip())]
    stamps = [part for part in parts if _STAMP_LINE.fullmatch(part)]
    return len(parts) > 1 and bool(stamps) and all(len(part.split()) <= 6 for part in parts if part not in stamps)


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


@functools.cache
def _run_in() -> re.Pattern[str]:
    """Controls of a page inside running text, with the words behind them that are no sentence either.

    A list of tags ends before a word that opens a sentence, else before the capital that a small word follows.
    """
    words = {
        match: "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(listed, key=len, reverse=True))
        for _, _, match, listed in _rules()
    }
    opener = rf"(?:{'|'.join(word.capitalize() for word in words['opener'].split('|'))})\b"
    listed = rf"(?:\s+(?!{opener})[^\s.!?]+){{0,{_LONGEST_LISTING}}}(?=\s+{opener})|(?:\s+[A-Z]\S*(?=\s+[A-Z\d]))*"
    return re.compile(
        rf"(?<![^\W\d])(?=[A-Z])(?:(?i:{words['run-in-list']}):?(?:{listed})|(?i:{words['run-in']}):?(?:\s+\d[\d.,]*)*)"
        r"(?=\s*$|\s+[^a-z\s])"
    )


def run_in(text: str) -> Iterator[tuple[int, int]]:
    """The ranges of a paragraph that are controls of its page ("Get short URL 32"), with the scrap before them."""
    for found in _run_in().finditer(text):
        ends = [end.end() for end in SENTENCE_END.finditer(text) if end.end() <= found.start()]
        ended = ends[-1] if ends else 0
        ended += len(text[ended:]) - len(text[ended:].lstrip())
        yield ended if found.start() - ended <= _LONGEST_SCRAP else found.start(), found.end()


# The day of a date line mostly has no year: "PORT ELLIS, Aug 7 (Agency) -".
_WIRED = rf"(?:,?\s+(?:(?:{_MONTHS})\.?\s+\d{{1,2}}|\d{{1,2}}\s+(?:{_MONTHS})\.?)(?:,?\s+\d{{4}})?(?!\d))?"
_CITY = re.compile(
    rf"[A-Z][A-Z.'’-]+(?:[ ,]+[A-Z][A-Z.'’-]*(?![\w]))*(?:,\s+(?!(?:{_MONTHS})\b)(?:[A-Z][\w.]*\s?){{1,3}}?)?{_WIRED}"
    r"\s*(?:\([A-Z][\w .]*\))?\s*(?:—|–|―|--| -|(?<=\)) ?-)\s*"
    r"|[A-Z][\w.'’-]+(?:[ ,]+[A-Z][\w.'’-]+){0,3}\s*\([A-Z][\w .]*\)\s*(?:—|–|―|--|-)\s*"
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
