"""What two sources tell of one time: of another year ("since 1909", "dating back to 1909"), or of one day."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from factcheck import lexicons
from factcheck.model import Claim, Comparability
from factcheck.pairing import comparability, forms, propositions
from factcheck.pairing.denials import namings
from factcheck.pairing.times import happenings
from factcheck.settings import Settings

_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b(?![.,]\d|[%-])")
_WORD = re.compile(r"[^\W\d_]+")
_NUMBER = re.compile(r"\d[\d.,]*\d|\d")
_ABOUT = 8  # words before and after a year that say what was then
_WEEK = 7
_WEEKEND = 3  # days of the longest time that is as good as a day


def keys(claim: Claim) -> Sequence[str]:
    """The years of a clause that are not the article's own, its time where it is given with a year, and its days."""
    if claim.kind != "statement" or claim.published is None:
        return []
    then = years(claim)
    found = [f"year {year}" for year in sorted(then) if int(year) != claim.published.year]
    period = claim.period
    if then and period is not None and claim.period_how == "stated" and period.first is not None:
        near = abs((claim.published - period.first).days) <= _WEEK
        found += [] if near else [f"time {period.first} {period.last}"]
    return [*found, *(f"day {day}" for day in _days(claim))]


def _days(claim: Claim) -> list[date]:
    """The days of a time of a day or a weekend that the clause gives, where the year is the article's own."""
    period = claim.period
    if period is None or claim.period_how != "stated" or not (period.first and period.last) or years(claim):
        return []
    length = (period.last - period.first).days + 1
    return [period.first + timedelta(days=step) for step in range(length)] if length <= _WEEKEND else []


def years(claim: Claim) -> set[str]:
    """The years in which a clause says that something was; "the 2016 race" has a name with a year."""
    found = (match for match in _YEAR.finditer(claim.clause) if _dates(claim.clause[: match.start()]))
    return {match.group() for match in found}


def words(claim: Claim) -> str:
    """The time of a clause as it gives it, where that has the year; else the years."""
    period = claim.period.text if claim.period is not None else ""
    return period if _YEAR.search(period) else " and ".join(sorted(years(claim)))


def _dates(before: str) -> bool:
    """True for words that end in a month, a day, or one that a time stands after."""
    last = before.replace(",", " ").replace("-", " ").split()[-1:]
    classes = lexicons.load("periods")["class"]
    return any(
        word.isdigit() or word.lower() in classes["prep"]["words"] or word.rstrip(".") in classes["month"]["words"]
        for word in last
    )


def one_matter(a: Claim, b: Claim, scope: Comparability, settings: Settings) -> bool:
    """True if both tell, in words that few sentences share, of what was or will be then, and give no two times, doers
    or figures for it.
    """
    value = comparability.values(scope)
    placed = a.place.how == b.place.how == "stated"
    if "different" in (value["event"], value["agent"], value["place"] if placed else "") or a.polarity != b.polarity:
        return False
    if not set(keys(a)) & set(keys(b)) or years(a) != years(b) or not _meet(a, b):
        return False
    if _two_sorts(a, b) or propositions.event_relation(a, b) == "opposite":
        return False
    doers = namings.named(a, "by-name:"), namings.named(b, "by-name:")
    if all(doers) and not namings.meet(*doers):
        return False
    one, other = _figures(a), _figures(b)
    needed = settings.shared_content + (0 if years(a) else 1)  # much may happen on one day
    return not (one and other and one != other) and shared(a, b) >= needed


def _two_sorts(a: Claim, b: Claim) -> bool:
    """The thing goes by one noun, and each clause has a word or an "of" of its own for which: the jazz festival and the
    film festival, the sale of rice and the sale of tea.
    """
    one, other = happenings.subject(a), happenings.subject(b)
    if one is None or other is None or one.split()[-1].casefold() != other.split()[-1].casefold():
        return False
    about = [_which(claim, one.split()[-1]) for claim in (a, b)]
    known = [_stems(claim.clause) for claim in (a, b)]
    return any(
        mine and theirs and not (mine & known[1] or theirs & known[0]) for mine, theirs in zip(*about, strict=True)
    )


def _which(claim: Claim, noun: str) -> tuple[set[str], set[str]]:
    """The stems of the word before a noun, and of those that an "of" puts behind it."""
    found = re.search(rf"(?:(\w+) )?\b{re.escape(noun)}\b(?: of ((?:\w+ ?){{1,3}}))?", claim.clause, re.IGNORECASE)
    told = [found.group(1) or "", found.group(2) or ""] if found else ["", ""]
    idle = forms.stems(lexicons.words("quoting", "function")) | {forms.stem(claim.event.trigger) if claim.event else ""}
    before, behind = (_stems(text) - idle for text in told)
    return before, behind


def shared(a: Claim, b: Claim) -> int:
    """How much both clauses say alike about what happened then: words that few sentences have, a thing that both say
    began then, one event; or, one less, the words about the year. Of two years in common the second counts as one more.
    """
    things = _things(a) & _things(b)
    begun = bool(things) and _is_begun(a) and _is_begun(b)
    one_event = a.event is not None and b.event is not None and a.event.cls == b.event.cls
    rare = (happenings.told(a) & happenings.told(b)) | things
    near = {word for word in rare if forms.stem(word) in _stems(a.clause) & _stems(b.clause)}
    beside = len(_beside(a) & _beside(b)) - 1
    more = max(len(years(a) & years(b)) - 1, 0)
    return max(len(near) + begun + one_event, beside + bool(more)) + more


def _is_begun(claim: Claim) -> bool:
    """The year is the one from which on it has been so."""
    since = next(item["words"] for item in lexicons.load("periods")["operator"] if item["id"] == "since")
    before = [claim.clause[: match.start()].lower().rstrip() for match in _YEAR.finditer(claim.clause)]
    return any(text.endswith(f" {word}") for text in before for word in since)


def _beside(claim: Claim) -> set[str]:
    """The stems of the words about a year."""
    found: set[str] = set()
    for match in _YEAR.finditer(claim.clause):
        about = [
            *_WORD.findall(claim.clause[: match.start()])[-_ABOUT:],
            *_WORD.findall(claim.clause[match.end() :])[:_ABOUT],
        ]
        found |= forms.stems(about)
    return found - forms.stems(lexicons.words("quoting", "function"))


def _things(claim: Claim) -> set[str]:
    """The content words of what did it, or what it was done to; a name is in many sentences of a story."""
    event = claim.event
    labels = f"{event.agent or ''} {event.patient or ''}" if event is not None and claim.agent.how != "context" else ""
    stems = _stems(" ".join(word for word in labels.split() if word.islower()))
    return {word for word in claim.content if forms.stem(word) in stems}


def _stems(text: str) -> set[str]:
    return forms.stems(_WORD.findall(text))


def _meet(a: Claim, b: Claim) -> bool:
    """Neither clause gives a time that the other one's excludes; "by 2036" meets "in 2036"."""
    one, other = a.period, b.period
    if one is None or other is None or a.period_how != "stated" or b.period_how != "stated":
        return True
    before = one.last is not None and other.first is not None and one.last < other.first
    after = other.last is not None and one.first is not None and other.last < one.first
    return not (before or after)


def _figures(claim: Claim) -> set[str]:
    """The numbers of a clause beside those of its times."""
    period = claim.period.text if claim.period is not None else ""
    return set(_NUMBER.findall(claim.clause)) - set(_NUMBER.findall(period)) - years(claim)
