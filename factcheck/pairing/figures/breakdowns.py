"""A whole and its parts as one sentence gives them: "60 held: 40 men and 20 women", "12 of 30, or 40 percent"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, pairwise

from factcheck import intervals, lexicons
from factcheck.model import Claim, Quantity
from factcheck.pairing import entities
from factcheck.reading import counted, events

LONGEST_GAP = 40  # characters between two figures of one list
_EXHAUSTIVE = ({"man", "woman"}, {"adult", "child"}, {"man", "woman", "child"})
_LISTED = re.compile(r"[^.;:]*?(,|\band\b|\bplus\b|\bas well as\b)[^.;:0-9]*", re.IGNORECASE)
_OPENS_LIST = re.compile(r"[^,;.:]{0,30}(:|,| [-–—])\s*", re.IGNORECASE)
_OF = re.compile(r"\s*(out )?of (the |its |his |her |their |all |those |some )*", re.IGNORECASE)
_OR = re.compile(r"[^,;.()]{0,25}(,? or |,? ?\(|, |[ –—-]+)(or |about |some |nearly |just )*", re.IGNORECASE)
_WHERE = re.compile(r"\s+(?:[a-z]+ )?(?:in|from|at) (?:the )?(?P<place>[A-Z]\w+|north|south|east|west)\b")
_BEFORE_OF = re.compile(r"\bof (the|those|these|its|all|their)( the)?\s*$", re.IGNORECASE)


@dataclass(frozen=True)
class Breakdown:
    """A whole and parts of it that do not overlap; `complete`: together they are said to be all of it."""

    whole: Claim
    parts: tuple[Claim, ...]
    complete: bool


@dataclass(frozen=True)
class Proportion:
    """A share, the count that it is of, and the count that it comes to."""

    part: Claim
    whole: Claim
    share: Claim


def sentences(claims: Sequence[Claim]) -> list[list[Claim]]:
    """The figures of each sentence in the order of its words, each once."""
    found: dict[tuple[str, int], dict[tuple[int, int], Claim]] = defaultdict(dict)
    for claim in claims:
        if claim.kind == "statement" and claim.quantities and claim.polarity == "positive":
            quantity = claim.quantities[0]
            place = claim.passage.source, claim.sentence
            found[place].setdefault((quantity.start, quantity.end), claim)
    return [[figures[key] for key in sorted(figures)] for figures in found.values()]


def breakdowns(figures: Sequence[Claim]) -> Iterator[Breakdown]:
    """Every whole of a sentence beside those of its figures that are told as its parts."""
    for index, whole in enumerate(figures):
        if not _can_be_whole(whole) or _amount(whole).part:
            continue
        rest = [claim for claim in figures[index + 1 :] if _is_part_of(claim, whole)]
        if _BEFORE_OF.search(_before(whole)):
            yield from _parts(whole, rest)
        elif marked := [claim for claim in rest if _amount(claim).part]:
            if _is_last_whole(whole, figures[index + 1 :], marked[0]) and not _of_another(
                marked[0], whole, figures[:index]
            ):
                yield from _parts(whole, marked)
        elif rest and rest[0] == figures[index + 1] and _OPENS_LIST.fullmatch(_between(whole, rest[0])):
            run = _run(rest)
            if ":" in _between(whole, rest[0]) or all(_narrower(part, whole) for part in run):
                yield from _parts(whole, run)
        yield from _summed_up(figures[:index], whole)


def lists(figures: Sequence[Claim]) -> Iterator[tuple[Claim, ...]]:
    """Figures that one sentence joins by "and" as counts of one kind of event that do not overlap."""
    plain = [claim for claim in figures if _can_be_whole(claim) and claim.event is not None]
    for index, first in enumerate(plain):
        run = [first]
        for claim in plain[index + 1 :]:
            if _root(claim) != _root(first) or not _LISTED.fullmatch(_between(run[-1], claim)):
                break
            run.append(claim)
        if len(run) > 1 and _apart(run) and (index == 0 or not _LISTED.fullmatch(_between(plain[index - 1], first))):
            yield tuple(run)


def proportions(figures: Sequence[Claim]) -> Iterator[Proportion]:
    """ "12 of the 30, or 40 percent"; "more than half of the 30, 12"."""
    for first, second, third in zip(figures, figures[1:], figures[2:], strict=False):
        if not _OF.fullmatch(_between(first, second)) or not _OR.fullmatch(_between(second, third)):
            continue
        one, two, three = (_amount(claim) for claim in (first, second, third))
        if two.share is not None or two.unit is not None or two.vague:
            continue
        if _is_count(one) and three.share is not None and three.share_of in (None, one.of, two.of):
            yield Proportion(first, second, third)
        elif one.share is not None and _is_count(three) and not three.part and not _own_noun(third, second):
            yield Proportion(third, second, first)


def apart(a: Claim, b: Claim) -> bool:
    """True if nothing can be counted in both: men and women, here and there."""
    if a.counted is None or b.counted is None:
        return False
    if counted.relation(a.counted, b.counted) == "different" or {a.counted, b.counted} == {"woman", "child"}:
        return True
    where = a.place.how == b.place.how == "stated" and entities.relation(a.place.entities, b.place.entities)
    return where == "different" or _here_and_there(a, b)


def _here_and_there(a: Claim, b: Claim) -> bool:
    """ "300 in Spain and 200 in Italy": each figure has its own place right behind it."""
    one, other = (_WHERE.match(claim.passage.text[_amount(claim).end - claim.passage.start :]) for claim in (a, b))
    return one is not None and other is not None and one.group("place") != other.group("place")


def _apart(parts: Sequence[Claim]) -> bool:
    return all(apart(a, b) for a, b in combinations(parts, 2))


def _parts(whole: Claim, parts: Sequence[Claim], complete: bool = False) -> Iterator[Breakdown]:
    """One breakdown where the parts do not overlap; else each part alone beside the whole."""
    if len(parts) > 1 and (complete or _apart(parts)):
        kinds = {part.counted for part in parts}
        marked = any(_amount(part).part for part in parts) and not _BEFORE_OF.search(_before(whole))
        yield Breakdown(whole, tuple(parts), complete or (kinds in _EXHAUSTIVE and not marked))
    else:
        yield from (Breakdown(whole, (part,), False) for part in parts)


def _summed_up(before: Sequence[Claim], whole: Claim) -> Iterator[Breakdown]:
    """The figures before a grand total: "40 in the north and 20 in the south, 60 in all"."""
    tail = whole.passage.text[_amount(whole).end - whole.passage.start :].lower()
    head = _before(whole).lower()
    words = lexicons.words("quantities", "grand-total")
    after = any(re.match(rf"\s*([a-z]+ )?{re.escape(word)}\b", tail) for word in words)
    ahead = next((hit for word in words if (hit := re.search(rf"\b{re.escape(word)}( of)?\s*$", head))), None)
    if ahead:
        head = head[: ahead.start()]
    if _amount(whole).text.replace(",", "").isdecimal():
        whole = replace(whole, counted=_kind_of_all(before, whole), counted_words="in all")
    parts = [claim for claim in before if _is_part_of(claim, whole) and not _amount(claim).part]
    close = parts and all(b == whole or _LISTED.fullmatch(_between(a, b)) for a, b in pairwise([*parts, whole]))
    if (after or ahead) and close and len(parts) > 1 and re.search(r"[,(–—-]\s*$", head):
        yield from _parts(whole, parts, complete=True)


def _kind_of_all(before: Sequence[Claim], whole: Claim) -> str | None:
    """What a bare total counts: people, where men and women stand before it."""
    return "people" if before and all(counted.is_people(claim.counted or "") for claim in before) else whole.counted


def _is_last_whole(whole: Claim, rest: Sequence[Claim], marked: Claim) -> bool:
    """True if no other figure that may be the whole stands between: "five dead and 20 hurt, including seven boys"."""
    between = rest[: rest.index(marked)]
    return not any((_can_be_whole(claim) or claim.counted is None) and not _amount(claim).part for claim in between)


def _of_another(part: Claim, whole: Claim, before: Sequence[Claim]) -> bool:
    """A part too large for one figure and not for an earlier one: "900 births in two wards, 600 of them here"."""
    return intervals.below(_amount(whole), _amount(part)) and any(
        _can_be_whole(claim) and not intervals.below(_amount(claim), _amount(part)) for claim in before
    )


def _run(rest: Sequence[Claim]) -> list[Claim]:
    run = [rest[0]]
    for claim in rest[1:]:
        if not _LISTED.fullmatch(_between(run[-1], claim)):
            break
        run.append(claim)
    return run


def _can_be_whole(claim: Claim) -> bool:
    quantity = _amount(claim)
    return (
        quantity.share is None
        and intervals.stated_bound(quantity) > 1  # one has no parts
        and not quantity.vague
        and not quantity.additional
        and claim.counted is not None
        and claim.certainty in ("asserted", "alleged")
        and quantity.unit in (None, "USD", "EUR", "GBP")
    )


def _is_part_of(part: Claim, whole: Claim) -> bool:
    one, all_ = _amount(part), _amount(whole)
    return (
        part.counted is not None
        and whole.counted is not None
        and one.share is None
        and one.unit == all_.unit
        and not one.vague
        and counted.relation(part.counted, whole.counted) != "different"
        and (part.event is None or whole.event is None or _root(part) == _root(whole) or one.part)
    )


def _narrower(part: Claim, whole: Claim) -> bool:
    return counted.relation(part.counted or "", whole.counted or "") == "inside"


def _own_noun(claim: Claim, other: Claim) -> bool:
    """True if a count says itself what it counts, and that is another thing."""
    return claim.counted != other.counted and counted.relation(claim.counted or "", other.counted or "") == "different"


def _is_count(quantity: Quantity) -> bool:
    return quantity.share is None and quantity.unit is None and not quantity.vague and not quantity.additional


def _root(claim: Claim) -> str:
    return events.ancestors(claim.event.cls)[-1] if claim.event else ""


def _amount(claim: Claim) -> Quantity:
    return claim.quantities[0]


def _before(claim: Claim) -> str:
    return claim.passage.text[: _amount(claim).start - claim.passage.start]


def _between(a: Claim, b: Claim) -> str:
    """The words between two figures of one sentence; dots where they are too far apart for a list."""
    start = a.passage.start
    words = a.passage.text[_amount(a).end - start : _amount(b).start - start]
    return words if len(words) <= LONGEST_GAP else "…;"
