"""Quotation marks of a document paired to quotations: curly, straight, single, German, French, nested, continued."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from factcheck.reading.parse import Paragraph

_OPENS = {"“": "double", "„": "german", "«": "french", "‹": "french"}
_CLOSES = {"”": "double", "»": "french", "›": "french"}
_MARK = re.compile('[“”"„«»‹›]')
_SINGLE = re.compile("[‘’'‚]")
_BEFORE_OPENING = frozenset(' \t\n\r\u00a0([{-–—/:“"„«')
_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_FRAGMENT = 3  # Words: up to three words may be a scare quotation, a nickname or a title.
_LONGEST_OPEN = 900  # Characters; where more follow an opening mark without its partner, the mark is a slip.
_REACH = 600  # Characters within which a single mark must find its partner.


@dataclass(frozen=True)
class Quotation:
    """Characters [start, end) of the source with their marks; [inner_start, inner_end) without.

    Quotations of one `chain` are one utterance that runs over paragraphs. `kind`: double, single, german or french.
    `closed` is false where the mark is missing: then the quotation ends with its paragraph. `fragment`: one to three
    words that make no sentence.
    """

    start: int
    end: int
    kind: str
    chain: int
    inner_start: int
    inner_end: int
    closed: bool = True
    fragment: bool = False


def find(text: str, paragraphs: Sequence[Paragraph]) -> list[Quotation]:
    """The quotations of a text in order of their opening marks; a nested one follows the one around it."""
    found: list[Quotation] = []
    open_before: Quotation | None = None
    chain = 0
    for first, last in _runs(text, paragraphs):
        here: list[Quotation] = []
        doubles = list(_doubles(text, first, last))
        for quotation in sorted(
            [*doubles, *_singles(text, first, last, doubles)], key=lambda item: (item.start, -item.end)
        ):
            continues = open_before is not None and quotation.start == first and quotation.kind == open_before.kind
            chain = chain if continues and open_before is not None and not here else chain + 1
            number = open_before.chain if continues and open_before is not None else chain
            here.append(replace(quotation, chain=number, fragment=_is_fragment(text, quotation)))
        found += here
        open_before = next((item for item in reversed(here) if not item.closed), None)
    return found


def _runs(text: str, paragraphs: Sequence[Paragraph]) -> Iterator[tuple[int, int]]:
    """Paragraphs of the story; pieces of one long paragraph are put together again."""
    run: tuple[int, int] | None = None
    for paragraph in paragraphs:
        if paragraph.kind in ("boilerplate", "dateline"):
            continue
        if run is not None and "\n" not in text[run[1] : paragraph.start] and text[run[1] : paragraph.start].isspace():
            run = (run[0], paragraph.end)
            continue
        if run is not None:
            yield run
        run = (paragraph.start, paragraph.end)
    if run is not None:
        yield run


def _doubles(text: str, first: int, last: int) -> Iterator[Quotation]:
    """Double, German and French quotations of one paragraph, by a stack of open marks."""
    stack: list[tuple[int, str, bool]] = []  # place, kind, whether a quotation stands inside
    for match in _MARK.finditer(text, first, last):
        place, mark = match.start(), match.group()
        kind = stack[-1][1] if stack else None
        if _closes(text, place, mark, kind, first, last):
            if stack:
                opening, opened, _ = stack.pop()
                if stack:
                    stack[-1] = (stack[-1][0], stack[-1][1], True)
                yield Quotation(opening, place + 1, opened, 0, opening + 1, place)
        elif _opens(text, place, mark, first, last):
            stack.append((place, _OPENS.get(mark, "double"), False))
    if len(stack) == 1 and not stack[0][2] and last - stack[0][0] <= _LONGEST_OPEN:
        # An opening mark whose partner is missing. One with others after it is unclear, and yields nothing.
        opening, opened, _ = stack[0]
        yield Quotation(opening, last, opened, 0, opening + 1, last, closed=False)


def _closes(text: str, place: int, mark: str, kind: str | None, first: int, last: int) -> bool:
    if mark == "“" and kind == "german":
        return True
    if mark in _CLOSES:
        return kind is not None or not _faces_right(text, place, first, last)
    if mark != '"':
        return False
    return kind is not None and not _faces_right(text, place, first, last)


def _opens(text: str, place: int, mark: str, first: int, last: int) -> bool:
    return (
        mark in _OPENS
        or _faces_right(text, place, first, last)
        or (mark == '"' and not _faces_left(text, place, first, last))
    )


def _faces_right(text: str, place: int, first: int, last: int) -> bool:
    """Space or a bracket before it, a word after it."""
    before = text[place - 1] if place > first else " "
    after = text[place + 1] if place + 1 < last else " "
    return before in _BEFORE_OPENING and not after.isspace() and after not in ",.;:!?)"


def _faces_left(text: str, place: int, first: int, last: int) -> bool:
    before = text[place - 1] if place > first else " "
    after = text[place + 1] if place + 1 < last else " "
    return not before.isspace() and not after.isalnum()


def _singles(text: str, first: int, last: int, doubles: Sequence[Quotation]) -> Iterator[Quotation]:
    """Single quotations: an apostrophe opens nothing, and a quotation never crosses the marks around it."""
    free = first
    for match in _SINGLE.finditer(text, first, last):
        place = match.start()
        if place < free or not _opens_single(text, place, first, last):
            continue
        limit = min([last, place + _REACH, *(item.end for item in doubles if item.start < place < item.end)])
        end = _single_end(text, place, limit)
        if end is not None and not any(item.start < end < item.end and not item.start < place for item in doubles):
            yield Quotation(place, end + 1, "single", 0, place + 1, end)
            free = end + 1
        elif place == first and text[place] == "‘" and end is None:
            yield Quotation(place, last, "single", 0, place + 1, last, closed=False)


def _opens_single(text: str, place: int, first: int, last: int) -> bool:
    before = text[place - 1] if place > first else " "
    after = text[place + 1] if place + 1 < last else " "
    # A digit after it is a year ('98); a closing curly mark before a word is an elision (’em).
    return before in _BEFORE_OPENING and after.isalpha() and text[place] != "’"


def _single_end(text: str, place: int, limit: int) -> int | None:
    """The closing partner: with punctuation beside it, else not after an s (a plural's possessive), else the last."""
    candidates: list[int] = []
    for match in _SINGLE.finditer(text, place + 1, limit):
        spot = match.start()
        after = text[spot + 1 : spot + 2]
        if not text[spot - 1].isspace() and not after.isalnum() and text[spot] != "‘":
            candidates.append(spot)
    if not candidates:
        return None
    for spot in candidates:
        if text[spot - 1] in ",.!?…" or text[spot + 1 : spot + 2] in tuple(',.;:!?)"”') or spot + 1 >= limit:
            return spot
        if text[spot - 1] != "s":
            return spot
    return candidates[-1]


def _is_fragment(text: str, quotation: Quotation) -> bool:
    inner = text[quotation.inner_start : quotation.inner_end].strip()
    words = _WORD.findall(inner)
    sentence = inner[:1].isupper() and inner.endswith((",", ".", "!", "?", "…"))
    return len(words) <= _FRAGMENT and not sentence
