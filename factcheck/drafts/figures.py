"""All figures that the archive gives for a count of the story, in order of day; which of them is right nobody says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from factcheck import evidence, intervals, titles
from factcheck.checkers import figures as checker
from factcheck.drafts.places import Places, order
from factcheck.drafts.stories import Stories
from factcheck.model import Claim, Comparability, Note, Quantity
from factcheck.pairing import comparability, index
from factcheck.pairing.restatements import Statement
from factcheck.settings import Settings

SHOWN = 8
_GIVEN = ("asserted", "hedged", "alleged")
_APART = 100  # figures so many times apart count two things
_ALIKE = ("same", "inside", "contains")
_WIDTHS = ("counted", "place", "period", "incident")


class Counts:
    """The counts of an archive by what they count, so that each figure of a story asks only its like."""

    def __init__(self, statements: Sequence[Statement], stories: Stories, settings: Settings) -> None:
        self._settings = settings
        self._stories = stories
        self._by_key: dict[str, list[Claim]] = {}
        self._every: dict[str, list[Claim]] = {}
        for claim in (item.claim for item in statements if item.claim.quantities):
            for key in index.by_matter(claim):
                self._every.setdefault(key, []).append(claim)
                if _is_count(claim):
                    self._by_key.setdefault(key, []).append(claim)

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
        scope = comparability.compare(claim, other, self._settings)
        days = next(item for item in scope.dimensions if item.dimension == "period")
        one_story = self._stories.tells(other)
        elsewhen = days.value == "different"
        counting = "growth" in (*claim.notes, *other.notes)  # of "rose to 12 on Friday" the day is that of the counting
        if elsewhen:
            # The day that a clause has from its article alone may be that of the article.
            guessed = days.origin == "context" or counting
            if not one_story or not (guessed or self._shares(claim, other)):
                return None
            scope = Comparability(
                tuple(replace(item, value="unknown") if item is days else item for item in scope.dimensions)
            )
        if not checker.comparable(claim, other, scope) or not self._is_one_matter(claim, other, scope, one_story):
            return None
        return not elsewhen or counting

    def _is_one_matter(self, claim: Claim, other: Claim, scope: Comparability, one_story: bool) -> bool:
        """Two figures of one story; else of one incident or two totals, which more than the town ties: words that few
        sentences have, or the day.
        """
        value = comparability.values(scope)
        # A part beside its whole, such as one town's beside a war's, is another count, unless the figure is the same.
        # In one incident of one story the quarter is that of the town, and the hour that of the day.
        widths = ("counted",) if one_story and value["incident"] == "same" else _WIDTHS
        contained = value["event"] not in _ALIKE or any(value[name] in ("inside", "contains") for name in widths)
        if contained and (claim.quotation or not _is_one_figure(claim, other)):
            return False
        if intervals.ratio(claim.quantities[0], other.quantities[0]) >= _APART:
            return False
        tied = self._shares(claim, other) or value["place"] == value["period"] == "same"
        return one_story or (value["incident"] == "same" and tied)

    def _shares(self, claim: Claim, other: Claim) -> bool:
        return len(comparability.shared_content(claim, other)) >= self._settings.shared_content

    def printed(self, claim: Claim) -> Claim | None:
        """The first place with the figure of `claim`, of one kind of thing, though no count may be told beside it: of
        what is to come, or of another matter.
        """
        alike = [other for key in index.by_matter(claim) for other in self._every.get(key, ())]
        found = [other for other in alike if other.counted == claim.counted and _is_one_figure(claim, other)]
        return min(found, key=lambda other: (not self._stories.tells(other), *order(other)), default=None)

    def is_tied(self, claim: Claim, other: Claim) -> bool:
        """True if an article of the story's matter has the one figure, of a sum or a share or beside one more word."""
        unit = claim.quantities[0].unit is not None
        return self._stories.tells(other) and (unit or bool(comparability.shared_content(claim, other)))


def _is_count(claim: Claim) -> bool:
    """A count that is given for a whole: no part, no further one, and no word such as "several"."""
    if not claim.quantities or claim.certainty not in _GIVEN or claim.polarity != "positive":
        return False
    quantity = claim.quantities[0]
    return not (quantity.part or quantity.additional or quantity.vague) and claim.extent not in ("part", "additional")


def _once(claims: Sequence[Claim]) -> list[Claim]:
    """Each value of one voice in one article once, earliest day first, undated last."""
    seen: dict[tuple[str, str, str], Claim] = {}
    for claim in sorted(claims, key=order):
        seen.setdefault((claim.passage.source, evidence.value(claim), evidence.who(claim)), claim)
    return list(seen.values())


def note(claim: Claim, counts: Counts, places: Places) -> Note | None:
    """What the archive gives for the count of `claim`; none if it has none of that kind."""
    given, elsewhen = counts.given(claim)
    if not given:
        return None
    return Note(
        "figures",
        f"{_matter(claim, given)}: {_opening(given, elsewhen)}{_listed(given, places)}{_stands(claim, given)}.",
        claim.passage.line,
        sides=tuple(evidence.side(other) for other in given),
    )


def same(claim: Claim, counts: Counts, places: Places) -> Note | None:
    """Where an article of the story's matter has the figure of `claim`; none if none has it."""
    other = counts.printed(claim)
    if other is None or claim.quantities[0].vague or not counts.is_tied(claim, other):
        return None
    words = f"“{claim.quantities[0].text}”: the same figure is in {places.told(other)}."
    return Note("figures", words, claim.passage.line, sides=(evidence.side(other),))


def _matter(claim: Claim, given: Sequence[Claim]) -> str:
    """What is counted; of a sum, a share or a time its own words, since "accepted" says little of "4 percent"."""
    quantity = claim.quantities[0]
    return f"“{quantity.text}”" if claim.counted == quantity.unit else titles.matter(claim, *given)


def _opening(given: Sequence[Claim], elsewhen: bool) -> str:
    """The lowest and the highest of several."""
    said = "the archive, of another day or occasion, gives" if elsewhen else "the archive gives"
    if len(given) == 1:
        return f"{said} "
    bounds = sorted(given, key=lambda other: intervals.stated_bound(other.quantities[0]))
    low, high = (intervals.stated_bound(bounds[place].quantities[0]) for place in (0, -1))
    ends = [evidence.value(bounds[place]) for place in ((0, -1) if low != high else (-1,))]
    if len(ends) > 1 and not all(end.replace(",", "").isdigit() for end in ends):
        return f"{said} {ends[0]} at the lowest and {ends[1]} at the highest: "  # "at least 3 to 6 to 10" reads as none
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


def _is_one_figure(claim: Claim, other: Claim) -> bool:
    a, b = claim.quantities[0], other.quantities[0]
    return a.unit == b.unit and intervals.stated_bound(a) == intervals.stated_bound(b)


def _fits(own: Quantity, other: Quantity) -> bool:
    """The same figure, or one that meets it; almost any meets a figure without an end, such as "at least 12"."""
    open_ended = None in (own.low, own.high, other.low, other.high)
    if open_ended:
        return intervals.stated_bound(own) == intervals.stated_bound(other)
    return intervals.meet(*intervals.rounded(own, other))
