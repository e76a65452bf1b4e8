"""All figures that the archive gives for a count of the story, in order of day; which of them is right nobody says."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from factcheck import evidence, intervals, titles
from factcheck.drafts.places import Places
from factcheck.model import Claim, Note, Quantity
from factcheck.pairing import comparability, index
from factcheck.pairing.restatements import Statement
from factcheck.settings import Settings

SHOWN = 8
_GIVEN = ("asserted", "hedged", "alleged")
_ALIKE = ("same", "inside", "contains")


class Counts:
    """The counts of an archive by what they count, so that each figure of a story asks only its like."""

    def __init__(self, statements: Sequence[Statement], settings: Settings) -> None:
        self._settings = settings
        self._by_key: dict[str, list[Claim]] = {}
        for item in statements:
            if _is_count(item.claim):
                for key in index.by_matter(item.claim):
                    self._by_key.setdefault(key, []).append(item.claim)

    def given(self, claim: Claim) -> tuple[list[Claim], bool]:
        """The counts of one matter with `claim`, each value of a voice once, by day; True if none is of its place and
        time, and they are those of others.
        """
        alike = {other.id: other for key in index.by_matter(claim) for other in self._by_key.get(key, ())}
        near: list[Claim] = []
        far: list[Claim] = []
        for other in alike.values():
            standing = self._standing(claim, other)
            if standing is not None:
                (near if standing else far).append(other)
        return _once(near or far), not near

    def _standing(self, claim: Claim, other: Claim) -> bool | None:
        """True for a count that may be the same one, False for one of another day, none for one of something else."""
        a, b = claim.quantities[0], other.quantities[0]
        if a.unit != b.unit or (a.share is None) != (b.share is None) or a.share_of != b.share_of:
            return None
        scope = comparability.compare(claim, other, self._settings)
        value = comparability.values(scope)
        if value["event"] not in _ALIKE or value["counted"] not in _ALIKE:
            return None
        different = {name for name, how in value.items() if how == "different"}
        tied = value["incident"] == "same" or value["place"] in _ALIKE or value["period"] == "same"
        if different - {"period", "incident"} or not tied:
            return None
        # The day that a clause has from its article alone may be that of the article.
        loose = any(item.dimension == "period" and item.origin == "context" for item in scope.dimensions)
        return not different or (different == {"period"} and loose and value["incident"] == "same")


def _is_count(claim: Claim) -> bool:
    """A count that is given for a whole: no part, no further one, and no word such as "several"."""
    if not claim.quantities or claim.certainty not in _GIVEN or claim.polarity != "positive":
        return False
    quantity = claim.quantities[0]
    return not (quantity.part or quantity.additional or quantity.vague) and claim.extent not in ("part", "additional")


def _once(claims: Sequence[Claim]) -> list[Claim]:
    """Each value of one voice in one article once, earliest day first, undated last."""
    seen: dict[tuple[str, str, str], Claim] = {}
    for claim in sorted(claims, key=_order):
        seen.setdefault((claim.passage.source, evidence.value(claim), evidence.who(claim)), claim)
    return list(seen.values())


def _order(claim: Claim) -> tuple[date, str, int]:
    return claim.published or date.max, claim.passage.source, claim.passage.start


def note(claim: Claim, counts: Counts, places: Places) -> Note | None:
    """What the archive gives for the count of `claim`; none if it has none of that kind."""
    given, elsewhen = counts.given(claim)
    if not given:
        return None
    return Note(
        "figures",
        f"{titles.matter(claim, *given)}: {_opening(given, elsewhen)}{_listed(given, places)}{_stands(claim, given)}.",
        claim.passage.line,
        sides=tuple(evidence.side(other) for other in given),
    )


def _opening(given: Sequence[Claim], elsewhen: bool) -> str:
    """The lowest and the highest of several."""
    said = "the archive, of another day or occasion, gives" if elsewhen else "the archive gives"
    if len(given) == 1:
        return f"{said} "
    bounds = sorted(given, key=lambda other: intervals.stated_bound(other.quantities[0]))
    ends = list(dict.fromkeys(evidence.value(bounds[place]) for place in (0, -1)))
    return f"{said} {' to '.join(ends)}: "


def _listed(given: Sequence[Claim], places: Places) -> str:
    """The first, the latest and what lies between, each with who says it, where, and on which day."""
    days = {claim.published for claim in given if claim.published}
    last = max(days) if len(days) > 1 else None
    kept = [*given[: SHOWN - 1], given[-1]] if len(given) > SHOWN else given
    said = [
        f"{'latest ' if claim.published is not None and claim.published == last else ''}{evidence.value(claim)}, "
        f"{evidence.called(claim.holder.name) if claim.holder else 'in its own voice'} ({places.told(claim)})"
        for claim in kept
    ]
    left = f"; {len(given) - len(kept)} more" if len(given) > len(kept) else ""
    return "; ".join(said) + left


def _stands(claim: Claim, given: Sequence[Claim]) -> str:
    """How the story's figure stands to all of them, where that can be said."""
    own, others = claim.quantities[0], [other.quantities[0] for other in given]
    if any(_fits(own, other) for other in others):
        return ""
    shown, them = intervals.shown(own), "all of these" if len(given) > 1 else "that"
    if all(intervals.below(other, own) for other in others):
        return f"; the story’s {shown} is above {them}"
    if all(intervals.below(own, other) for other in others):
        return f"; the story’s {shown} is below {them}"
    return f"; the story’s {shown} is none of these" if len(given) > 1 else ""


def _fits(own: Quantity, other: Quantity) -> bool:
    """The same figure, or one that meets it; almost any meets a figure without an end, such as "at least 12"."""
    open_ended = None in (own.low, own.high, other.low, other.high)
    if open_ended:
        return intervals.stated_bound(own) == intervals.stated_bound(other)
    return intervals.meet(*intervals.rounded(own, other))
