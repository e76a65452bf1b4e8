"""A source's text to paragraphs: headline, body, caption, dateline and what is no part of the story."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factcheck.reading import layout
from factcheck.reading.parse import Paragraph

LONGEST = 2000  # Characters; a longer paragraph is cut, so that one parse never holds a whole article.
_HEADLINE = 200  # Characters; a longer first line is the story itself.
_LINE = re.compile(r"[^\r\n]*\S[^\r\n]*")
_FULL_STOP = re.compile(r"(?:[.!?…][\"'”’»)\]]*)$")
_WRAP = range(50, 101)  # Line lengths at which typewritten text and e-mail break lines.

Span = tuple[int, int]


def split(text: str) -> list[Paragraph]:
    """The paragraphs of a text in order, none empty, no white space at their ends."""
    spans = list(_lines(text))
    kinds = _kinds([text[start:end] for start, end in spans])
    found: list[Paragraph] = []
    for (start, end), kind in zip(spans, kinds, strict=True):
        if kind != "body":
            found.append(Paragraph(start, end, kind))
            continue
        headline = text[found[0].start : found[0].end] if found and found[0].kind == "headline" else ""
        seen_body = any(paragraph.kind == "body" for paragraph in found)
        start, prelude = (start, []) if seen_body else _prelude(text, start, end, headline)
        found += prelude
        found += _story(text, start, end)
    return found


def title(text: str, paragraphs: Sequence[Paragraph]) -> str:
    """The first headline; without one the first sentence of the body; "" for an empty text. White space is folded."""
    for paragraph in paragraphs:
        if paragraph.kind == "headline":
            return " ".join(text[paragraph.start : paragraph.end].split())
    for paragraph in paragraphs:
        if paragraph.kind == "body":
            body = text[paragraph.start : paragraph.end]
            end = layout.SENTENCE_END.search(body)
            return " ".join(body[: end.end() if end else len(body)].split())
    return ""


def _lines(text: str) -> Iterator[Span]:
    """Lines without their margins; lines of a block that was wrapped at a fixed width are one."""
    block: list[Span] = []
    for match in _LINE.finditer(text):
        line = match.group()
        span = (match.start() + len(line) - len(line.lstrip()), match.end() - len(line) + len(line.rstrip()))
        if block and text.count("\n", block[-1][1], span[0]) > 1:
            yield from _unwrap(text, block)
            block = []
        block.append(span)
    yield from _unwrap(text, block)


def _unwrap(text: str, block: list[Span]) -> Iterator[Span]:
    lengths = [end - start for start, end in block[:-1]]
    open_ended = sum(not _FULL_STOP.search(text[start:end]) for start, end in block[:-1])
    goes_on = sum(text[start].islower() for start, _ in block[1:])
    wrapped = (
        len(block) > 2
        and all(length in _WRAP for length in lengths)
        and 2 * open_ended > len(lengths)
        and goes_on * 3 >= len(lengths)
    )
    if wrapped:
        yield block[0][0], block[-1][1]
    else:
        yield from block


def _kinds(lines: Sequence[str]) -> list[str]:
    """A kind for each line; what no rule names is headline before the first full sentence, body after it."""
    labels = [layout.label(line) for line in lines]
    kinds: list[str] = []
    for place, line in enumerate(lines):
        name, before = labels[place], labels[place - 1] if place else None
        if (
            name == "agency" and before not in ("credit-label", "caption-label") and _agency_is_credit(labels, place)
        ) or (before == "caption-label" and name is None):
            kinds.append("caption")
        elif name is not None:
            kinds.append(layout.kind_of(name))
        elif _is_caption(line, before, labels[place + 1] if place + 1 < len(lines) else None):
            kinds.append("caption")
        elif "body" in kinds or not _is_headline(line):
            kinds.append("body")
        else:
            kinds.append("boilerplate" if _folded(line) in map(_folded, lines[:place]) else "headline")
    return kinds if "body" in kinds or "headline" in kinds else ["body"] * len(lines)


def _agency_is_credit(labels: Sequence[str | None], place: int) -> bool:
    """An agency's name after a line that ends in a credit mark belongs to the picture."""
    return place > 0 and labels[place - 1] == "credit-end"


def _is_caption(line: str, before: str | None, after: str | None) -> bool:
    beside = "credit" in (before, after) or "credit-label" in (before, after) or before == "caption-label"
    return beside and len(line) < 500 and layout.describes_picture(line)


def _is_headline(line: str) -> bool:
    """Headlines and standfirsts are short and do not end like a sentence of the story."""
    return len(line) <= _HEADLINE and not line.rstrip().endswith((".", ".”", '."', ":"))


def _folded(line: str) -> str:
    return " ".join(re.findall(r"\w+", line.lower()))


def _prelude(text: str, start: int, end: int, headline: str) -> tuple[int, list[Paragraph]]:
    """A headline and a day that were run into the start of the body, and where the body really starts."""
    found: list[Paragraph] = []
    place = start
    if headline and text.startswith(headline, start) and end - start > 2 * len(headline):
        after = start + len(headline)
        stamps = list(layout.leading_stamps(text[after:end]))
        # Without a full stop, a day or an agency after it, the repeat is only how the first sentence starts.
        if stamps or headline.endswith((".", "!", "?")) or text[after : after + 1] in ".:|":
            found.append(Paragraph(start, after, "boilerplate"))
            place = after
    for first, last in layout.leading_stamps(text[place:end]):
        found.append(Paragraph(place + first, place + last, "dateline"))
    if headline and not any(item.kind == "boilerplate" for item in found) and found:
        place = _after_repeat(text, found[-1].end, end, headline, found)
    city = layout.leading_city(text[place:end].lstrip()) if not found or found[-1].end < end else 0
    if city:
        place += len(text[place:end]) - len(text[place:end].lstrip())
        found.append(Paragraph(place, place + len(text[place : place + city].rstrip(" -–—―")), "dateline"))
        place += city
    elif found:
        place = max(place, found[-1].end)
        rest = text[place:end]
        place += len(rest) - len(rest.lstrip(" \t.,:|-–—"))
    # A paragraph that is nothing but its prelude would leave an empty body.
    return (place, found) if place < end else (start, [])


def _after_repeat(text: str, start: int, end: int, headline: str, found: list[Paragraph]) -> int:
    """Behind a day and the headline told again as a sentence of its own; else where it was."""
    first = start + len(text[start:end]) - len(text[start:end].lstrip())
    last = first + len(headline)
    if (
        not text.startswith(headline, first)
        or end - last < len(headline)
        or not re.match(r"[.!?:|]|\s+[A-Z]", text[last:])
    ):
        return start
    found.append(Paragraph(first, last, "boilerplate"))
    return last


def _story(text: str, start: int, end: int) -> Iterator[Paragraph]:
    """A paragraph without the controls of its page that were run into it, the rest in pieces."""
    place = start
    for first, last in layout.run_in(text[start:end]):
        yield from _body(text, place, start + first)
        yield Paragraph(max(place, start + first), start + last, "boilerplate")
        place = start + last
    yield from _body(text, place, end)


def _body(text: str, start: int, end: int) -> Iterator[Paragraph]:
    piece = text[start:end]
    if piece.strip():
        start, end = start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip())
        yield from (Paragraph(*part) for part in _pieces(text, start, end))


def _pieces(text: str, start: int, end: int) -> Iterator[Span]:
    """A long paragraph cut at sentence ends, outside quotation marks where that is possible."""
    while end - start > LONGEST:
        ends = [match.end() for match in layout.SENTENCE_END.finditer(text, start, start + LONGEST)]
        late = [place for place in ends if place - start > LONGEST // 3]
        outside = [place for place in late if not _inside_marks(text[start:place])]
        if not late:
            break
        cut = (outside or late)[-1]
        yield start, cut
        start = cut + len(text[cut:end]) - len(text[cut:end].lstrip())
    yield start, end


def _inside_marks(piece: str) -> bool:
    return piece.count('"') % 2 == 1 or piece.count("“") > piece.count("”")
