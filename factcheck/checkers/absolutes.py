"""Every, always, all, no and never beside a case that is not so: a handful, some, none, one that did not happen.

Why an editor should care: one reported exception undoes a universal, and universals are what spokesmen are quoted for.
It forgives another actor or matter, wishes, questions and promises; a universal with a guard ("when found credible, we
…") and a hedged exception ("may") give at most a tension.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from factcheck import evidence, titles
from factcheck.model import Claim, Comparability, Evidence, Rule
from factcheck.pairing import comparability, contrasts, index, speakers
from factcheck.pairing.index import Pairs
from factcheck.pairing.restatements import Statement
from factcheck.reading import events
from factcheck.settings import Settings

ID = "absolutes"
ONE_NEWS_CYCLE = 7  # days
_POSITIVE = ("every", "always", "all")
_NEGATIVE = ("never", "no")
_SMALL = ("few", "no", "never")
_SAYS = {
    "every": "every time",
    "always": "every time",
    "all": "all",
    "never": "never",
    "no": "none",
    "few": "only a few",
}


def pairs(statements: Sequence[Statement], settings: Settings) -> tuple[Pairs, int]:
    """Statements about one kind of event, or one kind of thing counted."""
    return index.pairs(statements, index.by_matter, settings)


def compare(a: Claim, b: Claim, scope: Comparability, settings: Settings) -> Iterator[Evidence]:
    """Evidence where one claim is a universal and the other a counter-instance of it."""
    del settings
    for universal, other in ((a, b), (b, a)):
        if not (_is_universal(universal) and _contradicts(universal, other) and _one_matter(universal, other, scope)):
            continue
        scope = _over_all_times(universal, scope, flipped=universal is b)
        relation, rules = _relation(universal, other, scope)
        if relation is not None:
            yield evidence.make(ID, relation, _because(universal, other, relation), universal, other, scope, rules)
            return


def _is_universal(claim: Claim) -> bool:
    named = claim.event is not None and (events.is_listed(claim.event.cls) or claim.counted is not None)
    return (
        named
        and claim.quantifier in (*_POSITIVE, *_NEGATIVE)
        and claim.certainty == "asserted"
        and not claim.quantities
    )


def _contradicts(universal: Claim, other: Claim) -> bool:
    if other.certainty not in ("asserted", "hedged", "alleged") or other.event is None or universal.event is None:
        return False
    says_not = other.polarity == "negative" or other.quantifier in _SMALL
    if universal.quantifier in _POSITIVE and universal.polarity == "positive":
        return says_not
    if universal.quantifier in _NEGATIVE and universal.polarity == "positive":
        return not says_not and other.quantifier not in _POSITIVE
    return False


def _one_matter(universal: Claim, other: Claim, scope: Comparability) -> bool:
    """The same consequence, a compatible actor, and a shared subject; one speaker at odds with himself on one day is no
    counter-instance.
    """
    value = comparability.values(scope)
    if (
        value["event"] not in ("same", "inside", "contains")
        or value["agent"] == "different"
        or value["place"] == "different"
        or contrasts.apart(universal, other, "order")
    ):
        return False
    if universal.passage.source == other.passage.source and universal.holder == other.holder:
        return False
    if speakers.surely_one(universal.holder, other.holder) and not evidence.other_days(universal, other):
        return False
    if universal.counted is not None and universal.counted not in (*other.topic, *other.content, other.counted):
        return False
    return bool(set(universal.topic) & set(other.topic))


def _over_all_times(universal: Claim, scope: Comparability, *, flipped: bool) -> Comparability:
    """The scope from the universal's side: what it says of every occasion holds at any time and, unless it says
    where, anywhere.
    """
    dimensions = []
    for item in scope.dimensions:
        if flipped:
            item = replace(item, a=item.b, b=item.a, value=comparability.FLIPPED.get(item.value, item.value))
        timeless = item.dimension == "period" and universal.period is None and universal.quantifier in _POSITIVE
        anywhere = item.dimension == "place" and universal.place.how != "stated"
        if timeless or anywhere:
            item = replace(item, value="contains", a="every occasion")
        if item.dimension in ("counted", "incident"):
            continue  # an exception is one incident; a universal is none
        dimensions.append(item)
    return Comparability(tuple(dimensions))


def _since_then(universal: Claim, other: Claim, period: str) -> bool:
    """What had not happened by the day of one article may have happened since, unless the two are of about one day."""
    if universal.passage.source == other.passage.source or period in ("same", "inside", "contains"):
        return period == "different"
    if period == "different" or universal.published is None or other.published is None:
        return True
    return abs((universal.published - other.published).days) > ONE_NEWS_CYCLE


def _relation(universal: Claim, other: Claim, scope: Comparability) -> tuple[str | None, list[Rule]]:
    value = comparability.values(scope)
    rules = [Rule("absolutes.counter-instance", f"“{universal.quantifier}” beside a case that is not so")]
    if universal.quantifier in _NEGATIVE and _since_then(universal, other, value["period"]):
        return None, rules
    agent = next(item for item in scope.dimensions if item.dimension == "agent")
    if evidence.is_open(agent) and agent.value == "unknown" and universal.quantifier in _POSITIVE:
        rules.append(Rule("absolutes.open-agent", "whose doing is not told on one side"))
        return ("tension" if universal.passage.source == other.passage.source else None), rules
    if universal.guard or other.guard:
        rules.append(Rule("absolutes.guard", f"holds only under a condition: {universal.guard or other.guard}"))
        return "tension", rules
    if universal.place.how == "stated" and other.place.how == "unknown" and universal.quantifier in _POSITIVE:
        rules.append(Rule("absolutes.open-place", "where the exception was is not told"))
        return "tension", rules
    if other.certainty != "asserted":
        rules.append(Rule("absolutes.hedge", "the exception is hedged"))
        return "tension", rules
    return "conflict", rules


def _because(universal: Claim, other: Claim, relation: str) -> str:
    link = "but" if relation == "conflict" else "while"
    return evidence.sentence(
        f"{titles.quoted(universal)}, according to {evidence.who(universal)}, {link} "
        f"{titles.quoted(other)}, according to {evidence.who(other)}: "
        f"{_SAYS[universal.quantifier or '']}, against {_exception(other)}"
    )


def _exception(claim: Claim) -> str:
    if claim.quantifier in _SMALL:
        return _SAYS[claim.quantifier]
    return "a case that was not so" if claim.polarity == "negative" else "a case that was so"
