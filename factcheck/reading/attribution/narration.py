"""The words around a quotation, outside its marks: where they end, and whether those after it are its tag."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from factcheck.reading.attribution import cues
from factcheck.reading.attribution.quotations import Quotation
from factcheck.reading.parse import Block

if TYPE_CHECKING:
    from spacy.tokens import Span

_STOPS = frozenset([".", "!", "?", ";"])
_GOES_ON = (",", "?", "!", "…", "-", "--", "—")
_SMALL = 3  # Letters of words that a title may write small: the, of, and.
_LONGEST_TITLE = 8  # Words.
_REACH = 30  # Tokens between a quotation and the cue that answers for it.


def around(quotation: Quotation, quotations: Sequence[Quotation], where: Block) -> tuple[Span | None, Span | None]:
    """The narration right before and after a quotation of a block, up to a full stop or to one of `quotations`."""
    doc, start = where.doc, where.paragraph.start
    first = next((token.i for token in doc if start + token.idx >= quotation.start), len(doc))
    last = next((token.i for token in doc if start + token.idx >= quotation.end), len(doc))

    def goes_on(place: int) -> bool:
        spot = start + doc[place].idx
        return doc[place].text not in _STOPS and not any(item.start <= spot < item.end for item in quotations)

    left = first
    while left > 0 and first - left < _REACH and goes_on(left - 1):
        left -= 1
    right = last
    while right < len(doc) and right - last < _REACH and goes_on(right):
        right += 1
    return (doc[left:first] if left < first else None), (doc[last:right] if last < right else None)


def is_title(inner: str, before: Span | None, after: Span | None) -> bool:
    """Whether a quotation names a programme, film or book: the "Evening Hour" show; a video called "A Day Out"."""
    words = inner.split()
    if not words or not words[0][:1].isupper() or any(word.islower() for word in words if len(word) > _SMALL):
        return False
    if inner.rstrip()[-1:] in (".", "!", "?") or len(words) > _LONGEST_TITLE:
        return False
    left = [token for token in before if token.text not in ('"', "'")] if before is not None else []
    right = [token for token in after if token.text not in ('"', "'", ",")] if after is not None else []
    if right and right[0].lower_ in cues.words("works"):
        return True
    owned = len(left) > 1 and left[-1].tag_ == "POS" and left[-2].ent_type_ == "ORG"
    named = len(left) > 1 and left[-1].lower_ in ("called", "titled", "entitled") and left[-2].tag_ in ("NN", "NNS")
    return bool(left) and (left[-1].lower_ in cues.words("works") or owned or named)


def is_tag(text: str, quotation: Quotation, after: Span | None, *, alone: bool) -> bool:
    """Whether what follows a quotation is its tag and not a new sentence. `alone`: nothing stands before it in its own
    sentence, so that even without a comma the next noun speaks.
    """
    if after is None:
        return False
    inner = text[quotation.inner_start : quotation.inner_end].rstrip(" '’")
    if inner.endswith((".", "…")) and not after[0].text[:1].islower() and after[0].text != ",":
        return False
    if inner.endswith(_GOES_ON) or after[0].text in (",", "-", "--"):
        return True
    speakers = ("VERB", "PROPN", "PRON", *(("NOUN", "DET", "ADJ") if alone else ()))
    return not quotation.fragment and (inner.endswith(".") or after[0].pos_ in speakers)
