"""A finding as a reviewer sees it at a terminal: the reason, then each side once, in the text that stands round it."""

from __future__ import annotations

import itertools
import re
import textwrap
from collections.abc import Callable, Iterator
from typing import NamedTuple

from factcheck.model import Finding, Report, Side
from factcheck.renderers import wording
from factcheck.renderers.characters import QUOTATION_LIMIT, cut, mark, one_line, visible
from factcheck.renderers.view import statements

# Round the telling words of a passage, one column each: what prints the line turns them into brackets.
OPEN, CLOSE = "\ue000", "\ue001"

_INDENT = 4
_LINES_OF_CONTEXT = 2
_REASON_LIMIT = 320
_RAGGED = 10  # columns that a line broken between words leaves empty
_PARAGRAPH = re.compile(r"\s*\n\s*")
_ELLIPSIS = re.compile(r"\s*(?:…|\.\.\.)\s*")

TextOf = Callable[[str], tuple[str | None, str]]


class Line(NamedTuple):
    """A line to print; `kind` says how it is set: title, label, passage, context, note or plain."""

    kind: str
    words: str


def lettered(finding: Finding) -> dict[tuple[str, int, int], tuple[str, Side]]:
    """Each passage of `finding` once, in the order of its evidence, with the letter it is called by."""
    sides: dict[tuple[str, int, int], Side] = {}
    for item in finding.evidence:
        for side in item.sides:
            sides.setdefault(_key(side), side)
    return {key: (_letter(number), side) for number, (key, side) in enumerate(sides.items())}


def _key(side: Side) -> tuple[str, int, int]:
    return side.source, side.start, side.end


def _letter(number: int) -> str:
    return chr(ord("A") + number) if number < 26 else f"{_letter(number // 26 - 1)}{_letter(number % 26)}"


def against(finding: Finding) -> dict[str, str]:
    """Of each piece of evidence, by its id, which sides it sets against each other: "A–B"."""
    letters = lettered(finding)
    return {item.id: "–".join(sorted({letters[_key(side)][0] for side in item.sides})) for item in finding.evidence}


def screen(report: Report, finding: Finding, text_of: TextOf, width: int, rows: int) -> list[Line]:
    """Lines of at most `width` columns, as much as `rows` hold: less context first, then the further evidence in short.

    `whole` has it all.
    """
    lead, *rest = finding.evidence
    sides, told = lettered(finding), _told(finding)
    first = {_key(side) for side in lead.sides}
    reason = [*_head(finding, width), *_wrapped("title", cut(one_line(lead.because), _REASON_LIMIT), width, 0)]
    further = [
        *(Line("plain", cut(f"{letter:<3} {one_line(f'{wording.who(side.holder)}: {side.text}')}", width))
          for key, (letter, side) in sides.items() if key not in first),
        *(Line("plain", cut(f"{against(finding)[item.id]:<3} {one_line(f'{item.relation}: {item.because}')}", width))
          for item in rest),
    ]  # fmt: skip
    short = [Line("note", cut(f"and {wording.amount(len(rest), 'more piece')} of evidence: m shows", width))]
    made: list[Line] = []
    for lines_of_context, more in ((_LINES_OF_CONTEXT, further), (1, further), (1, short), (0, short)):
        shown = (
            _side(report, *sides[key], told[key], text_of, width, lines_of_context) for key in sides if key in first
        )
        made = [*reason, *itertools.chain.from_iterable(shown), *(more if rest else [])]
        if len(made) <= rows:
            break
    return made


def whole(report: Report, finding: Finding, text_of: TextOf, width: int) -> Iterator[Line]:
    """All of it: the title, every side in its context, every reason, however many lines that takes."""
    yield from _head(finding, width)
    yield from _wrapped("title", finding.title, width, 0)
    told = _told(finding)
    for key, (letter, side) in lettered(finding).items():
        yield from _side(report, letter, side, told[key], text_of, width, _LINES_OF_CONTEXT)
    pairs = against(finding)
    for item in finding.evidence:
        yield from _wrapped("plain", f"{item.relation}: {item.because}", width, _INDENT, first=f"{pairs[item.id]:<4}")


def _head(finding: Finding, width: int) -> Iterator[Line]:
    relation = wording.RELATIONS[finding.relation].name
    return _wrapped("label", f"{relation} · {finding.severity} · {finding.checker} · {finding.id}", width, 0)


def _side(
    report: Report, letter: str, side: Side, told: str, text_of: TextOf, width: int, context: int
) -> Iterator[Line]:
    source = next((one for one in report.sources if one.id == side.source), None)
    name = source.publisher or source.path if source else side.source
    day = wording.published(source.published, source.published_from) if source else "not in the list of sources"
    yield from _wrapped(
        "label", f"{wording.who(side.holder)} · {name}, line {side.line} · {day}", width, _INDENT, first=f"{letter:<4}"
    )
    text, why = text_of(side.source)
    if text is not None and text[side.start : side.end] != side.text:
        text, why = None, "does not hold the passage where the report has it"
    room = (width - _INDENT) * context - (context - 1) * _RAGGED
    if text is None:
        yield from _wrapped(
            "note", f"the passage alone: {source.path if source else side.source} {why}", width, _INDENT
        )
    elif context:
        yield from _wrapped("context", _end_of(text[: side.start], room), width, _INDENT)
    yield from _wrapped("passage", told, width, _INDENT, first="  > ")
    if text is not None and context:
        yield from _wrapped("context", _beginning_of(text[side.end :], room), width, _INDENT)
    if side.also:
        lines = wording.listed([f"line {again.line}" for again in side.also])
        yield from _wrapped("context", f"told again in {lines}", width, _INDENT)


def _told(finding: Finding) -> dict[tuple[str, int, int], str]:
    """Each passage with its telling words marked: of one utterance in two ways those that only this version has."""
    told: dict[tuple[str, int, int], str] = {}
    for item in finding.evidence:
        versions = statements.versions(item) or ((), ())
        for side, parts in zip((item.a, item.b), versions, strict=True):
            if parts:
                pieces = ((OPEN, CLOSE) if part.style else ("", "") for part in parts)
                words = (_bare(part.text).join(ends) for part, ends in zip(parts, pieces, strict=True))
                told.setdefault(_key(side), "".join(words))
        for side in item.sides:
            told.setdefault(_key(side), _marked(side))
    return told


def _bare(text: str) -> str:
    return visible(text).replace(OPEN, "").replace(CLOSE, "")


def _marked(side: Side) -> str:
    """The passage, its telling words between OPEN and CLOSE; where the value is no words of it, followed by that."""
    text = one_line(side.text).replace(OPEN, "").replace(CLOSE, "")
    if len(text) > QUOTATION_LIMIT:
        text = "".join(mark(text, side.value))
    at, found = 0, 0
    for piece in filter(None, _ELLIPSIS.split(one_line(side.value))):
        match = re.compile(rf"(?<!\w){re.escape(piece)}(?!\w)", re.IGNORECASE).search(text, at)
        if match is None:
            break
        found += 1
        text = f"{text[: match.start()]}{OPEN}{match.group()}{CLOSE}{text[match.end() :]}"
        at = match.end() + 2
    return text if found else f"{text} (read as: {side.value})"


def _end_of(text: str, room: int) -> str:
    """The last words of `text`; a paragraph's end shows."""
    flat = one_line(_PARAGRAPH.sub(" ¶ ", text[-4 * room :]))
    return flat if len(flat) <= room else "…" + flat[len(flat) - room + 1 :].partition(" ")[2].removeprefix("¶ ")


def _beginning_of(text: str, room: int) -> str:
    return cut(one_line(_PARAGRAPH.sub(" ¶ ", text[: 4 * room])), room)


def _wrapped(kind: str, words: str, width: int, indent: int, first: str | None = None) -> Iterator[Line]:
    start = " " * indent if first is None else first
    for line in textwrap.wrap(one_line(words), width, initial_indent=start, subsequent_indent=" " * indent,
                              break_on_hyphens=False):  # fmt: skip
        yield Line(kind, line)
