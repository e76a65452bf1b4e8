"""The claims of a corpus as a table for a terminal: under each source a line a claim, cut to the terminal's width."""

from __future__ import annotations

import shutil
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from factcheck.renderers import characters

if TYPE_CHECKING:
    from factcheck.model import Claim, Source

COLUMNS = (
    "source",
    "line",
    "kind",
    "holder",
    "cue",
    "mode",
    "event",
    "quantities",
    "period",
    "polarity",
    "certainty",
    "text",
    "passage",
)

# The columns of the table, and how wide each may be; the text takes what is left.
_WIDEST = {"line": 6, "holder": 18, "event": 11, "quantities": 18, "period": 22}
# On a narrow terminal these are left out, one after the other, until there is room for that much text.
_SPARE = ("period", "event", "quantities", "holder")
_NARROWEST_TEXT = 20
_GAP = "  "
# Where nothing says how wide the output is: a file, or a pipe.
_WIDTH = 120


def lines(sources: Sequence[Source], claims: Iterable[Claim]) -> Iterator[str]:
    """The table's lines. A source's own line says how its day is known: without it "on Wednesday" is no day."""
    rows: dict[str, list[dict[str, str]]] = {source.id: [] for source in sources}
    for claim in claims:
        row = cells(claim)
        if claim.kind != "statement":
            row["event"] = row["event"] or f"({claim.kind})"
        rows[claim.passage.source].append(row)
    from factcheck.renderers import wording  # not above: every command would load it, to say --help too

    every = [dict(zip(COLUMNS, COLUMNS, strict=True)), *(row for found in rows.values() for row in found)]
    full = shutil.get_terminal_size((_WIDTH, 0)).columns
    widths = {name: min(widest, max(_width(row[name]) for row in every)) for name, widest in _WIDEST.items()}
    spare = iter(_SPARE)
    while (room := full - sum(widths.values()) - len(_GAP) * len(widths)) < _NARROWEST_TEXT and len(widths) > 1:
        del widths[next(spare)]
    widths["text"] = max(room, 1)
    yield _row(every[0], widths)
    for source in sources:
        known = wording.dated(source.published, source.published_from)
        yield _cut(f"{characters.one_line(source.id)}: {known}", full)
        yield from (_row(row, widths) for row in rows[source.id])


def cells(claim: Claim) -> dict[str, str]:
    """A claim as one line of text a column, in the order of COLUMNS; nothing where there is nothing."""
    found = {
        "source": claim.passage.source,
        "line": str(claim.passage.line),
        "kind": claim.kind,
        "holder": claim.holder.name if claim.holder else "",
        "cue": claim.cue or "",
        "mode": claim.mode or "",
        "event": claim.event.cls if claim.event else "",
        "quantities": "; ".join(quantity.text for quantity in claim.quantities),
        "period": _days(claim.period.first, claim.period.last) if claim.period else "",
        "polarity": claim.polarity,
        "certainty": claim.certainty,
        "text": claim.clause or claim.passage.text,
        "passage": claim.passage.text,
    }
    return {name: characters.one_line(cell) for name, cell in found.items()}


def _days(first: date | None, last: date | None) -> str:
    if first == last:
        return str(first) if first else ""
    return f"{first or ''}..{last or ''}"


def _row(row: dict[str, str], widths: dict[str, int]) -> str:
    parts = (_cut(row[name], width) for name, width in widths.items())
    return _GAP.join(
        part + " " * (width - _width(part)) for part, width in zip(parts, widths.values(), strict=True)
    ).rstrip()


def _cut(words: str, width: int) -> str:
    """Words that fill at most `width` columns, with an ellipsis where something is left out."""
    if _width(words) <= width:
        return words
    kept = 0
    for place, letter in enumerate(words):
        kept += _width(letter)
        if kept > width - 1:
            return words[:place].rstrip() + "…"
    return words


def _width(words: str) -> int:
    """The columns that a terminal gives to words: two for a wide letter, none for a mark set on another."""
    if words.isascii():
        return len(words)
    wide = sum(unicodedata.east_asian_width(letter) in "WF" for letter in words)
    return len(words) + wide - sum(unicodedata.combining(letter) > 0 for letter in words)
