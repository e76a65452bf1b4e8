"""One event on different days, and a weekday that is not that date; or the same day told by two sources.

Why an editor should care: a wrong day is the commonest slip of all, and the reader's first test of a paper. It forgives
a month beside a day in it, neighbouring days about a night, the day on which it was said, about and since, what may
happen any day, and two days of which one source tells both; neighbouring days of places not told are a tension, since a
time zone may lie between, and so are "last week" beside "last month".
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from factcheck import evidence, lexicons, titles
from factcheck.model import Claim, Comparability, Evidence, Period, Rule
from factcheck.pairing import comparability, index
from factcheck.pairing.index import Pairs
from factcheck.pairing.restatements import Statement
from factcheck.pairing.times import happenings, recalled
from factcheck.settings import Settings

ID = "dates"
ONE_NEWS_STORY = 31  # days; what lies farther apart may have happened twice
_TOLD = ("event", "place", "period")
_WEEK = 7
_WEEKEND = 3  # days of the longest stretch that is as good as a day
_SETTLED = 3  # shared words that are enough to choose a pair by
_RULES = {
    "conflict": "both tell of one happening: it can have had one day only",
    "tension": "both tell of one happening, and it is open whether their days are two",
    "agree": "both tell of one happening, and give one time for it",
}
_WORD = re.compile(r"\w+")
_YEAR = re.compile(r"\b\d{4}\b")


def pairs(statements: Sequence[Statement], settings: Settings) -> tuple[Pairs, int]:
    """Statements of one happening with their days, save where a source tells of both days; and each day with a weekday
    once, beside itself.
    """
    dated = [item for item in statements if _is_dated(item.claim)]
    met, left = index.pairs(dated, happenings.keys, settings)
    then, more = index.pairs(statements, recalled.keys, settings)
    days: dict[tuple[str, str], list[Period]] = defaultdict(list)
    for item in dated:
        for key in happenings.keys(item.claim):
            days[item.claim.passage.source, key].append(_period(item.claim))
    alone = {
        (item.claim.passage.source, _period(item.claim).text): (item, item)
        for item in reversed(dated)
        if _wrong_weekday(item.claim)
    }
    told = [pair for pair in met if not _knows_both(*pair, days)]
    return [*alone.values(), *told, *_closest(then, met, settings)], left + more


def _closest(then: Pairs, met: Pairs, settings: Settings) -> Pairs:
    """Of what two sources tell of one year or day, the two statements that have most in common."""
    best: dict[tuple[frozenset[str], str], tuple[Statement, Statement]] = {}
    for a, b in then:
        sources = frozenset((a.claim.passage.source, b.claim.passage.source))
        scope = comparability.compare(a.claim, b.claim, settings)
        if len(sources) == 1 or not recalled.one_matter(a.claim, b.claim, scope, settings):
            continue
        key = sources, max(set(recalled.keys(a.claim)) & set(recalled.keys(b.claim)))
        if key not in best or _in_common(a, b) > _in_common(*best[key]):
            best[key] = a, b
    return [pair for pair in best.values() if pair not in met]


def _in_common(a: Statement, b: Statement) -> tuple[int, int]:
    """More shared words, up to what settles it; of two as good the shorter."""
    return min(recalled.shared(a.claim, b.claim), _SETTLED), -len(a.claim.clause) - len(b.claim.clause)


def compare(a: Claim, b: Claim, scope: Comparability, settings: Settings) -> Iterator[Evidence]:
    """Evidence where two days of one happening do not meet or are the same, or a weekday does not fit its date."""
    if a.id == b.id:
        yield _misnamed(a)
        return
    how = happenings.tie(a, b, scope) if _is_dated(a) and _is_dated(b) else None
    relation = _relation(a, b, comparability.values(scope)) if how else None
    if relation is None and a.passage.source != b.passage.source and recalled.one_matter(a, b, scope, settings):
        how, relation = "recalled", "agree"
    if relation is not None:
        told = Comparability(tuple(item for item in scope.dimensions if item.dimension in _TOLD))
        rules = [Rule(f"dates.{how}", _RULES[relation])]
        yield evidence.make(ID, relation, _because(a, b, relation, how), a, b, told, rules)


def _relation(a: Claim, b: Claim, value: dict[str, str]) -> str | None:
    first, second = _period(a), _period(b)
    across = a.passage.source != b.passage.source
    if value["period"] == "same":
        return "agree" if across and first.grain == second.grain == "day" else None
    if value["period"] in ("inside", "contains"):
        return "agree" if across and max(_length(first), _length(second)) <= _WEEK else None
    ever = happenings.nature(a) == happenings.EVER
    gap = _gap(first, second)
    if (
        value["period"] != "different"
        or happenings.nature(a) is None
        or not (across or ever)
        or (gap > ONE_NEWS_STORY and not ever)
    ):
        return None
    if (_is_loose(first) or _is_loose(second)) and gap % _WEEK == 0:
        return None  # the same weekday of another week
    if any(_is_loose(item) and item.grain != "day" for item in (first, second)):
        return "tension"
    return "tension" if gap == 1 and value["place"] == "unknown" else "conflict"


def _is_dated(claim: Claim) -> bool:
    """A day, week, month or year that the clause itself states, with both its ends."""
    period = claim.period
    if period is None or claim.period_how != "stated" or not (period.first and period.last):
        return False
    if period.grain == "span" and (period.last - period.first).days >= _WEEKEND:
        return False
    before, _, after = claim.clause.partition(period.text)
    near = [*_WORD.findall(before)[-1:], *(_WORD.findall(period.text)[:1] if period.grain != "day" else ())]
    if {word.casefold() for word in near} & lexicons.words("happenings", "about-then"):
        return False
    return not set(_WORD.findall(f"{before} {after}")) & _calendar()


def _weekdays() -> dict[str, int]:
    """The days of the week in lower case, and which they are: Monday is 0."""
    return {name.casefold(): number for name, number in lexicons.load("periods")["class"]["weekday"]["words"].items()}


def _calendar() -> set[str]:
    """The days and months by name: a clause with a second one ("resigned on Monday, effective Friday") has two days."""
    named = lexicons.load("periods")["class"]
    return {*named["weekday"]["words"], *named["fullmonth"]["words"]}


def _knows_both(a: Statement, b: Statement, days: dict[tuple[str, str], list[Period]]) -> bool:
    """True if the source of one side tells of the other side's day too: it happened twice."""
    sides = (a.claim, b.claim)
    if a.claim.passage.source == b.claim.passage.source or _gap(*map(_period, sides)) == 0:
        return False
    return any(
        _gap(_period(other), period) == 0
        for mine, other in (sides, sides[::-1])
        for key in happenings.keys(mine)
        for period in days[mine.passage.source, key]
    )


def _gap(a: Period, b: Period) -> int:
    """The days from the end of the earlier to the beginning of the later; 0 where they meet."""
    if a.first is None or a.last is None or b.first is None or b.last is None:
        return 0
    return max((b.first - a.last).days, (a.first - b.last).days, 0)


def _length(period: Period) -> int:
    """The days of a time, both ends included."""
    return (period.last - period.first).days + 1 if period.first and period.last else _WEEK + 1


def _is_loose(period: Period) -> bool:
    """True for a time told from the day of writing: a weekday, last month."""
    words = {word.casefold() for word in _WORD.findall(period.text)}
    return not any(word.isdigit() for word in words) and bool(
        words & lexicons.words("happenings", "loose-frame") or words & set(_weekdays())
    )


def _period(claim: Claim) -> Period:
    assert claim.period is not None
    return claim.period


def _wrong_weekday(claim: Claim) -> bool:
    """True for a date, near the article's own where it has no year, with a weekday that it was not."""
    period = _period(claim)
    words = [word.casefold() for word in _WORD.findall(period.text)]
    weekdays = _weekdays()
    named = [weekdays[word] for word in words if word in weekdays]
    if len(named) != 1 or period.first is None or period.first != period.last or not any(map(str.isdigit, words)):
        return False
    near = claim.published is not None and abs((claim.published - period.first).days) <= ONE_NEWS_STORY
    return period.first.weekday() != named[0] and (near or has_year(period))


def has_year(period: Period) -> bool:
    return _YEAR.search(period.text) is not None


def _misnamed(claim: Claim) -> Evidence:
    day = _period(claim).first
    assert day is not None
    because = f"“{_period(claim).text}”, writes {claim.outlet}, but {evidence.day(day)} was a {day:%A}"
    rules = [Rule("dates.weekday", "the weekday is not that of the date")]
    relation = "conflict" if has_year(_period(claim)) else "tension"  # the year may be another one
    return evidence.make(ID, relation, evidence.sentence(because), claim, claim, Comparability(()), rules)


def _because(a: Claim, b: Claim, relation: str, how: str | None) -> str:
    link = {"conflict": ", but", "tension": ", while"}.get(relation, ", and")
    sides = [f"{titles.quoted(claim)}, according to {evidence.who(claim)}" for claim in (a, b)]
    if how == "recalled":
        days = [recalled.words(claim) or _words(_period(claim)) for claim in (a, b)]
    else:
        days = [_words(_period(claim)) for claim in (a, b)]
    told = f"both give {min(days, key=len)}" if relation == "agree" else f"{days[0]} against {days[1]}"
    return evidence.sentence(f"{sides[0]}{link} {sides[1]}: {told}")


def _words(period: Period) -> str:
    """The words of a time, and the days that they mean."""
    if period.first is None or period.last is None or period.grain != "day":
        return period.text
    days = evidence.day(period.first)
    if period.last != period.first:
        days = f"{days} to {evidence.day(period.last)}"
    return days if period.text == days else f"{period.text} ({days})"
