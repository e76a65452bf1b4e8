"""Are two claims about the same thing? One entry a dimension, with the words of both sides that say so."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from factcheck import lexicons
from factcheck.model import NOT_STATED, Claim, Comparability, Dimension, Facet, Period
from factcheck.pairing import entities
from factcheck.reading import counted, events
from factcheck.settings import DEFAULT, Settings

_WORDS = re.compile(r"\W+")
LATELY = 31  # days before an article that a total without a beginning is taken to cover
LONG_AGO = 730  # days before an article that such a total is taken not to cover
ORDER = ("event", "counted", "agent", "place", "period", "incident")
FLIPPED = {"inside": "contains", "contains": "inside"}


def compare(a: Claim, b: Claim, settings: Settings = DEFAULT) -> Comparability:
    """How two claims stand to each other along every dimension, in the order of ORDER.

    Values: same, inside (a within b), contains (b within a), overlaps, leader, unknown or different.
    """
    return Comparability(
        (_event(a, b), _counted(a, b), _agent(a, b), _place(a, b), _period(a, b), _incident(a, b, settings))
    )


def apart(a: Claim, b: Claim) -> bool:
    """The agent, the place or the period of one claim excludes the other's."""
    return any(dimension(a, b).value == "different" for dimension in (_agent, _place, _period))


def two_counts(scope: Comparability) -> Comparability:
    """The scope of two figures that a source gives side by side: whatever else they share, they are two counts."""
    return Comparability(
        tuple(replace(item, value="different") if item.dimension == "incident" else item for item in scope.dimensions)
    )


def taken_as_same(scope: Comparability) -> Comparability:
    """The scope of two claims known to be about one scene: what is not told on one side is as the other has it."""
    return Comparability(
        tuple(replace(item, value="same") if item.value == "unknown" else item for item in scope.dimensions)
    )


def values(scope: Comparability) -> dict[str, str]:
    """The value of each dimension by its name."""
    return {item.dimension: item.value for item in scope.dimensions}


def flipped(scope: Comparability) -> Comparability:
    """The scope as seen from the other side."""
    return Comparability(
        tuple(replace(item, a=item.b, b=item.a, value=FLIPPED.get(item.value, item.value)) for item in scope.dimensions)
    )


def _event(a: Claim, b: Claim) -> Dimension:
    if a.counted == b.counted and a.counted in counted.VOTES:  # which are cast, whatever verb tells it
        return Dimension("event", "same", a.counted_words, b.counted_words)
    if a.event is None or b.event is None:
        if a.counted == b.counted and _is_sized(a) and _is_sized(b):
            return Dimension("event", "same", f"size of {a.counted_words}", f"size of {b.counted_words}")
        return Dimension("event", "unknown", _trigger(a), _trigger(b))
    line_a, line_b = events.ancestors(a.event.cls), events.ancestors(b.event.cls)
    if line_a[0] == line_b[0] or events.CROWD.issuperset((line_a[0], line_b[0])):
        value = "same"
    elif line_b[0] in line_a:
        value = "inside"
    elif line_a[0] in line_b:
        value = "contains"
    elif events.is_listed(line_a[0]) and events.is_listed(line_b[0]):
        value = "different"
    else:
        value = "unknown"  # two verbs of the plain vocabulary may or may not tell of one thing
    return Dimension("event", value, _trigger(a), _trigger(b))


def _is_sized(claim: Claim) -> bool:
    """True for the size of a thing that the text names: "turnout was 71 per cent"."""
    return bool(claim.quantities) and claim.quantities[0].unit not in (None, claim.counted)


def _trigger(claim: Claim) -> str:
    return claim.event.trigger if claim.event else NOT_STATED


def _counted(a: Claim, b: Claim) -> Dimension:
    if a.counted is None or b.counted is None:
        return Dimension("counted", "unknown", a.counted_words or NOT_STATED, b.counted_words or NOT_STATED)
    value = counted.relation(a.counted, b.counted)
    if value in ("inside", "contains") and "people" in (a.counted, b.counted) and _one_harm(a, b):
        value = "same"  # "twelve injured" beside "nineteen people were injured"
    return Dimension("counted", value, a.counted_words, b.counted_words)


def _one_harm(a: Claim, b: Claim) -> bool:
    """One side counts people by what befell them, and it befell both."""
    unnamed = any(claim.counted is not None and counted.is_unnamed(claim.counted) for claim in (a, b))
    return unnamed and a.event is not None and b.event is not None and a.event.cls == b.event.cls


def _origin(*how: str) -> str:
    return "context" if "context" in how else "stated"


def _words(facet: Facet) -> str:
    return facet.words or NOT_STATED


def _agent(a: Claim, b: Claim) -> Dimension:
    value = "unknown"
    if a.agent.entities and b.agent.entities:
        found = [entities.agent_relation(x, y) for x in a.agent.entities for y in b.agent.entities]
        value = next(
            (wanted for wanted in ("same", "leader", "inside", "contains", "unknown") if wanted in found), "different"
        )
    origin = _origin(a.agent.how, b.agent.how)
    if value == "different" and origin == "context":
        value = "unknown"  # an inherited actor is a guess: it may leave open, and not rule out
    return Dimension("agent", value, _words(a.agent), _words(b.agent), origin)


def _place(a: Claim, b: Claim) -> Dimension:
    if not (a.place.entities and b.place.entities):
        value = "same" if _names_place(a, b) or _names_place(b, a) else "unknown"
        return Dimension("place", value, _words(a.place), _words(b.place), "context" if value == "same" else "stated")
    value = entities.relation(a.place.entities, b.place.entities)
    return Dimension("place", value, _words(a.place), _words(b.place), _origin(a.place.how, b.place.how))


def _names_place(a: Claim, b: Claim) -> bool:
    """The clause of `a` names the one place of `b`, though nobody saw that it is one."""
    names = {re.escape(entity.name) for entity in b.place.entities}
    return b.place.how == "stated" and len(names) == 1 and bool(re.search(rf"\b{names.pop()}\b", a.clause))


def _period(a: Claim, b: Claim) -> Dimension:
    value = _period_value(a, b)
    return Dimension("period", value, _period_words(a), _period_words(b), _origin(a.period_how, b.period_how))


def _period_words(claim: Claim) -> str:
    if claim.period is not None and claim.period.text:
        return claim.period.text
    return "up to the day of the article" if claim.extent == "total" else NOT_STATED


def _period_value(a: Claim, b: Claim) -> str:
    if a.extent == "total" and b.extent == "total" and not (_closed(a.period) or _closed(b.period)):
        return "same"
    if a.period is None or b.period is None:
        if a.extent == "total" and a.period is None and b.period is not None:
            return _beside_total(b, "contains")
        if b.extent == "total" and b.period is None and a.period is not None:
            return _beside_total(a, "inside")
        return "unknown"
    return _interval_relation(a, b)


def _beside_total(claim: Claim, value: str) -> str:
    """How a claim's own period stands to a total whose beginning is not told: what is lately past lies in it.

    `value` where it does, different where the period ended long before, unknown in between.
    """
    period = claim.period
    if period is None or period.last is None or claim.published is None:
        return "unknown"
    gap = abs((claim.published - period.last).days)
    return value if gap <= LATELY else "different" if gap > LONG_AGO else "unknown"


def _closed(period: Period | None) -> bool:
    return period is not None and (period.last is not None or period.first is None)


def _interval_relation(a: Claim, b: Claim) -> str:
    assert a.period is not None
    assert b.period is not None
    if _unresolved(a.period) or _unresolved(b.period):
        same = a.period.text.casefold() == b.period.text.casefold() and a.period.text
        return "same" if same else "unknown"
    first_a, last_a = _ends(a)
    first_b, last_b = _ends(b)
    if last_a < first_b or last_b < first_a:
        earlier, later, gap = (a, b, first_b - last_a) if last_a < first_b else (b, a, first_a - last_b)
        return "overlaps" if gap.days == 1 and _one_night(earlier, later) else "different"
    if (first_a, last_a) == (first_b, last_b):
        return "same"
    if first_b <= first_a and last_a <= last_b:
        return "inside"
    if first_a <= first_b and last_b <= last_a:
        return "contains"
    return "overlaps"


def _one_night(earlier: Claim, later: Claim) -> bool:
    """Neighbouring days, and words for the night between them: one event may be told under either day."""
    late = set(_period_words(earlier).casefold().split()) & lexicons.words("stance", "late-hours")
    early = set(_period_words(later).casefold().split()) & lexicons.words("stance", "early-hours")
    return bool(late or early)


def _unresolved(period: Period) -> bool:
    return period.first is None and period.last is None


def _ends(claim: Claim) -> tuple[date, date]:
    period = claim.period
    assert period is not None
    last = period.last or claim.published or date.max - timedelta(days=1)
    return period.first or date.min, max(last, period.first or date.min)


def _incident(a: Claim, b: Claim, settings: Settings) -> Dimension:
    """One incident, a running total, or not told: two raids on one town on one day are two incidents."""
    words_a, words_b = _extent_words(a), _extent_words(b)
    if "additional" in (a.extent, b.extent) and a.extent != b.extent:
        return Dimension("incident", "different", words_a, words_b)
    if two_causes(a, b):
        value = "different" if _two_names(a, b) else "unknown"
        return Dimension("incident", value, f"{words_a}: {_causes(a)}", f"{words_b}: {_causes(b)}")
    if a.extent == b.extent == "total":
        return Dimension("incident", "same", words_a, words_b)
    if "total" in (a.extent, b.extent):
        return Dimension("incident", "contains" if a.extent == "total" else "inside", words_a, words_b)
    tied = len(shared_content(a, b)) >= settings.shared_content
    if a.extent == "part" or b.extent == "part":
        value = "same" if a.extent == b.extent and tied else "unknown"
        return Dimension("incident", value, words_a, words_b)
    across = a.passage.source != b.passage.source
    if (across and a.lead and b.lead) or tied or _one_scene(a, b):
        return Dimension("incident", "same", words_a, words_b)
    return Dimension("incident", "unknown", words_a, words_b)


def shared_content(a: Claim, b: Claim) -> set[str]:
    """The words that few sentences have and both claims do, beside those of what happened to whom."""
    return (set(a.content) & set(b.content)) - _own_words(a) - _own_words(b)


def two_causes(a: Claim, b: Claim) -> bool:
    """Both name what it came about by, or was for, and they share nothing: a crash here, a shooting there."""
    for kind in ("by", "to", ""):
        one, other = ({term for term in claim.matter if _kind(term) == kind} for claim in (a, b))
        if one and other and not one & other:
            return True
    return False


def _two_names(a: Claim, b: Claim) -> bool:
    """Both name who did it, or to whom, and the names have no word in common."""
    for kind in ("by-name:", "to-name:"):
        one, other = ([term.removeprefix(kind) for term in claim.matter if term.startswith(kind)] for claim in (a, b))
        words = [{word for name in names for word in _WORDS.split(name.rpartition("/")[2])} for names in (one, other)]
        if one and other and not words[0] & words[1]:
            return True
    return False


def _kind(term: str) -> str:
    """by (a doer), to (an undergoer) or empty (a cause or purpose)."""
    prefix = term.partition(":")[0].removesuffix("-name")
    return prefix if prefix in ("by", "to") else ""


def _causes(claim: Claim) -> str:
    return ", ".join(term.rpartition(":")[2] for term in claim.matter)


def _one_scene(a: Claim, b: Claim) -> bool:
    """The same day and the same place, one side of them a story's lead: its main matter."""
    where = entities.relation(a.place.entities, b.place.entities)
    across = a.passage.source != b.passage.source
    telling = (
        a.lead
        or b.lead
        or (across and any(entity.kind == "place" and ":" not in entity.key for entity in a.place.entities))
    )
    return telling and where == "same" and _period_value(a, b) == "same"


def _own_words(claim: Claim) -> set[str]:
    """The words that name what happened to whom: every incident of the kind shares them."""
    words = {claim.counted or "", claim.counted_words.casefold(), *claim.counted_words.casefold().split()}
    if claim.event is not None:
        words.update((claim.event.cls, claim.event.trigger.casefold()))
    for quantity in claim.quantities:
        words.update((quantity.of or "", *quantity.text.casefold().split()))
    return words | lexicons.words("scope", "common")


def _extent_words(claim: Claim) -> str:
    told = {"total": "a total", "part": "a part", "additional": "a further count", "incident": "one incident"}
    return told.get(claim.extent, NOT_STATED)
