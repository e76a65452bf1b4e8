"""Finds the day on which a text says it was published: a standing date line, a picture's caption, or its own words.

A day that the story merely tells of is never taken. The day of a picture only says that the text is not older.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from factcheck.lexicons import load
from factcheck.reading.parse import Paragraph
from factcheck.reading.periods.periods import dates

# How far from either end of a text a standing date line is looked for, in paragraphs, and how far in its opening one.
_NEAR, _OPENING, _LINE = 8, 500, 160
_REVISED = timedelta(days=31)
_CLOCK = r"\d{1,2}[:.]\d\d(?:\s*[ap]\.?m\.?)?(?:\s*[A-Z]{2,4}\b)?"
_DASHES = ("-", "–", "—")
_YEARLESS = re.compile(
    r"[A-Z][A-Z .,'/-]{2,60}?,?\s+(?P<date>[A-Z][a-z]{2,8}\.? \d{1,2})\s*(?:\([^)]{2,40}\)\s*)?(?:[-–—―:]|$)"
)


@dataclass(frozen=True)
class Publication:
    """The day, where it was read (dateline, caption or body; none = nowhere), and why, in plain words."""

    day: date | None
    origin: str | None
    reason: str


def find(text: str, paragraphs: Sequence[Paragraph]) -> Publication:
    """The day a text gives itself: the firmest place first."""
    lines = [(item, text[item.start : item.end].strip()) for item in paragraphs if text[item.start : item.end].strip()]
    title = lines[0][1] if lines else ""
    # Many pages tell the headline again at the head of the text, run together with the date line.
    body = [line.removeprefix(title).strip() or line for item, line in lines if item.kind != "headline"]
    heads = [line for item, line in lines if item.kind == "headline"]
    day = _written([*heads, *body], heads, body)
    if day is not None:
        return Publication(day, "dateline", f"the date line says {day.isoformat()}")
    pictured = _captions(lines)
    located = _yearless(body, pictured)
    if located is not None:
        return Publication(located, "dateline", f"a date line without a year, a caption with: {located.isoformat()}")
    if pictured is not None:
        return Publication(pictured, "caption", f"a caption dates its picture: not before {pictured.isoformat()}")
    stated = _stated(body)
    if stated is not None:
        return Publication(stated, "body", f"the text calls {stated.isoformat()} today")
    return Publication(None, None, "no date in the text" if not any(dates(text)) else "no date of its own in the text")


def _written(page: Sequence[str], heads: Sequence[str], body: Sequence[str]) -> date | None:
    """The day of a date line; that of an update only where none of the month before it stands above the story."""
    published = _cued("published", page)
    if published is not None:
        return published
    updated = _cued("updated", page)
    stands = _standing(heads, _plain_label) or _standing(body, _label) or _datelined(body)
    if updated is None or (stands is not None and timedelta(0) <= updated - stands <= _REVISED):
        return stands
    return updated


def _words(name: str) -> str:
    words = sorted(load("periods")["publication"][name], key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in words)


def _edges(body: Sequence[str]) -> list[str]:
    """The paragraphs near the top, then those near the bottom."""
    return [*body[:_NEAR], *body[max(_NEAR, len(body) - _NEAR) :]]


def _cued(name: str, page: Sequence[str]) -> date | None:
    """A date right after "Published", or "Updated", or the like; a date before "(updated …" is that of publication."""
    words = rf"(?<![\w-])(?:{_words(name)})\s*(?:{_words('link')})?\s*[:|,-]?\s*"
    cue = re.compile(rf"{words}(?:{_CLOCK}\s*(?:{_words('link')}\b)?)?[\s,|-]*$", re.I)
    renewed = re.compile(rf"[\s,|]*\(?(?:{_words('updated')})\b", re.I)
    for line in _edges(page):
        found = list(dates(line))
        for start, end, day in found:
            if cue.search(line[:start]) and _opens(line, start, cue) and _closes(line[end:]):
                return day
            alone = not re.search(rf"(?<!\w)(?:{_words('updated')})\b", line[:start], re.I)
            if name == "published" and len(found) > 1 and alone and renewed.match(line[end:]):
                return day
    return None


def _opens(line: str, start: int, cue: re.Pattern[str]) -> bool:
    """Whether the cue begins its line or a sentence: "a study published 3 May 2019" is part of the story."""
    found = cue.search(line[:start])
    before = line[: found.start()].rstrip() if found else line
    own = re.search(rf"(?:^|[.:|]\s*)(?:{_words('self')})$", before, re.I) is not None
    return not before or own or before[-1] in ".:|•)-–—" or (found is not None and found[0][:1].isupper())


def _closes(after: str) -> bool:
    """Whether a date line ends here: nothing, a clock time, a byline or a new sentence may follow, not a clause."""
    rest = after.lstrip(" ,|.:;•-–—\t\n)")
    return not rest or not rest[0].islower() or re.match(rf"(?:{_words('byline')})\b", rest, re.I) is not None


def _standing(lines: Sequence[str], is_label: Callable[[str], bool]) -> date | None:
    """A line near the top that is one date and hardly more: a time, a place, an author, an agency."""
    renewed = re.compile(rf"(?<!\w)(?:{_words('updated')})(?!\w)", re.I)
    for line in lines[:_NEAR]:
        found = list(dates(line))
        if len({day for _, _, day in found}) > 1 or renewed.search(line):
            continue
        for start, end, day in found:
            rest = f"{line[:start]} {line[end:]}".strip()
            short = len(line) <= _LINE and len(rest.split()) <= 6 and (line[-1] not in ".!?" or len(rest) <= 1)
            if short and is_label(line[:start]) and _closes(line[end:]):
                return day
    return None


def _label(before: str) -> bool:
    """Whether words before a date are names or nothing, no clause: each begins with a capital or is a mark."""
    words = re.findall(r"[^\W\d_][\w'’.-]*", before)
    return all(word[0].isupper() or re.fullmatch(_words("byline"), word, re.I) for word in words)


def _plain_label(before: str) -> bool:
    """Whether nothing but a clock time or a byline stands before the date of a line that may be a headline."""
    return not re.search(r"[^\W\d_]", before) or re.match(rf"\W*(?:{_words('byline')})\b", before, re.I) is not None


def _datelined(body: Sequence[str]) -> date | None:
    """A date that opens the first paragraphs, alone or after a place, an agency or the headline told again."""
    agency = re.compile(rf"(?:^|[\s(])(?:{_words('agency')})\)?[\s,:|-]*$", re.I)
    for line in body[:3]:
        found = list(dates(line[:_OPENING]))
        for start, end, day in found:
            if any(not line[end:other].strip(" -–—") for other, _, _ in found if other > end):
                continue
            before, after = line[:start].strip(), line[end:]
            placed = len(before) <= 60 and before.upper() == before and bool(re.match(r"\s*(?:[-–—―(]|$)", after))
            placed = placed or (
                before.endswith(",") and len(before) <= 40 and _label(before) and after[:3].strip() in _DASHES
            )
            if (not before or placed or agency.search(line[:start])) and _closes(after) and not after.startswith(","):
                return day
    return None


def _captions(lines: Sequence[tuple[Paragraph, str]]) -> date | None:
    """The latest day that a caption ends with or gives; pictures from the archive are left out."""
    found: list[date] = []
    photo = re.compile(rf"(?<!\w)(?:{_words('photo')})(?!\w)", re.I)
    for index, (item, line) in enumerate(lines):
        beside = [lines[place][1] for place in (index - 1, index + 1) if 0 <= place < len(lines)]
        credited = any(len(other) < 60 and photo.search(other) for other in beside)
        if re.search(rf"(?<!\w)(?:{_words('archive')})(?!\w)", line, re.I):
            continue
        for _, end, day in dates(line):
            closing = len(line[end:].split()) <= 6 and len(line) < 400
            if item.kind == "caption" or (closing and (credited or photo.search(line[end:]))):
                found.append(day)
    return max(found, default=None)


def _yearless(body: Sequence[str], pictured: date | None) -> date | None:
    """A line such as "WASHINGTON, March 3 (Agency) -" takes the year in which it lies next to the day of a caption."""
    if pictured is None:
        return None
    for line in body[:3]:
        match = _YEARLESS.match(line)
        if match:
            near = [day for year in (-1, 0, 1) for _, _, day in dates(f"{match['date']}, {pictured.year + year}")]
            return next((day for day in near if abs(day - pictured) <= timedelta(days=31)), None)
    return None


def _stated(body: Sequence[str]) -> date | None:
    """A day such as "today, 5 July 2016": the text names its own day, outside quotation marks."""
    today = re.compile(rf"(?<!\w)(?:{_words('today')})[\s,(]*$", re.I)
    return next((day for line in body for start, day in _unquoted(line) if today.search(line[:start])), None)


def _unquoted(line: str) -> Iterator[tuple[int, date]]:
    for start, _, day in dates(line):
        if len(re.findall(r"[\"“”]", line[:start])) % 2 == 0:
            yield start, day
