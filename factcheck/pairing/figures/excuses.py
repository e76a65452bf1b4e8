"""Why two figures that differ may stand side by side: vague words, an update, another hour, one voice, two events."""

from __future__ import annotations

from factcheck import intervals, lexicons
from factcheck.model import Claim, Comparability
from factcheck.pairing import comparability, contrasts
from factcheck.reading import counted, rivals
from factcheck.settings import Settings


def forgiven(a: Claim, b: Claim, scope: Comparability, settings: Settings) -> bool:
    """True where two figures may stand side by side whatever they say."""
    return (
        vague(a, b, settings)
        or _one_voice(a, b)
        or size_of_what(a, b)
        or _two_events(a, b, scope)
        or comparability.two_causes(a, b)
        or _is_past_level(a) != _is_past_level(b)
        or _smaller_part(a, b)
        or _smaller_part(b, a)
        or _found_so_far(a, b)
        or _found_so_far(b, a)
        or contrasts.on_one_side(a, b, "forecast")
    )


def vague(a: Claim, b: Claim, settings: Settings) -> bool:
    """A vague figure clashes only with one that is many times larger or smaller."""
    qa, qb = a.quantities[0], b.quantities[0]
    return (qa.vague or qb.vague) and (intervals.meet(qa, qb) or intervals.ratio(qa, qb) < settings.vague_gap)


def grown(a: Claim, b: Claim) -> bool:
    """Words on one side say that the count of people has changed; a count told to be the later one is the larger."""
    cues = [
        (claim, other) for claim, other in ((a, b), (b, a)) if "growth" in claim.notes and not _is_shrunk(claim, other)
    ]
    return bool(cues) and a.counted is not None and counted.is_people(a.counted)


def _is_shrunk(claim: Claim, other: Claim) -> bool:
    return "grown" in claim.notes and intervals.below(claim.quantities[0], other.quantities[0])


def _is_past_level(claim: Claim) -> bool:
    """The 305 of "fell from 305 to 112", which is what there was before."""
    before = claim.passage.text[: claim.quantities[0].start - claim.passage.start].split()
    return bool(before) and before[-1].casefold() in lexicons.words("scope", "past-level")


def _smaller_part(a: Claim, b: Claim) -> bool:
    """A part of what nobody names may be one of the other side's count."""
    one, other = a.quantities[0], b.quantities[0]
    return one.part and not other.part and intervals.stated_bound(one) < intervals.stated_bound(other)


def _found_so_far(a: Claim, b: Claim) -> bool:
    """Bodies that were found may be fewer than the dead."""
    bodies = lexicons.words("scope", "bodies")
    found = a.quantities[0].of in bodies and b.quantities[0].of not in bodies
    return found and intervals.stated_bound(a.quantities[0]) < intervals.stated_bound(b.quantities[0])


def _two_events(a: Claim, b: Claim, scope: Comparability) -> bool:
    """Two verbs that may or may not tell of one thing: "opened 40" beside "closed 15"."""
    return a.event is not None and b.event is not None and comparability.values(scope)["event"] == "unknown"


def size_of_what(a: Claim, b: Claim) -> bool:
    """Two sums of money or percentages of which one does not say what it is the size of."""
    unit = a.quantities[0].unit
    return unit is not None and unit in (a.counted, b.counted) and None in (a.event, b.event)


def overtaken(a: Claim, b: Claim) -> bool:
    """The larger figure stands in the article of a later day: the count may have grown."""
    if a.published is None or b.published is None or a.published == b.published:
        return False
    earlier, later = (a, b) if a.published < b.published else (b, a)
    return intervals.stated_bound(earlier.quantities[0]) < intervals.stated_bound(later.quantities[0])


def other_hour(a: Claim, b: Claim) -> bool:
    """Both say at what time of the day; or one says at what time so large a share was reached."""
    shares = a.quantities[0].unit == "%" and contrasts.on_one_side(a, b, "hour")
    return shares or contrasts.apart(a, b, "hour")


def _one_voice(a: Claim, b: Claim) -> bool:
    """Two figures of one article are two counts, or a count and its part, unless it credits two holders or tells of a
    change.
    """
    if a.passage.source != b.passage.source:
        return False
    if a.holder == b.holder or a.extent == b.extent == "part":
        return True
    if rivals.NOTE in (*a.notes, *b.notes):
        return False
    return None in (a.holder, b.holder) and "growth" not in (*a.notes, *b.notes)
