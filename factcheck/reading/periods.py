"""Reads the times that a paragraph names as intervals of days; one file because its resolvers share one signature.

A phrase of lexicons/periods.toml is resolved against a day (the source's, or the other end of a stretch) and gives
[first, last], or nothing where the text leaves it open. Conventions: weeks run from Monday to Sunday; seasons are those
of the northern hemisphere, each three whole months, and the winter of a year begins in its December and spans new year;
"early", "late" and "mid" are the halves and the middle half of a unit. Fiscal years, whose months the text does not
tell, stay unresolved, as do "the next day" and "two years earlier", which hang on the sentences before them.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from factcheck.lexicons import load
from factcheck.model import Period

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

    from factcheck.reading.parse import Block

Days = tuple[date | None, date | None]
Groups = dict[str, str]
Resolver = Callable[[Groups, date, int], tuple[date, date] | Days | None]

# How a verb places its time: behind, ahead, one or the other, or without a cue (then behind, if not far).
PAST, AHEAD, UNCLEAR, LOOSE = 0, 1, 2, 3
_FAR = timedelta(days=270)
_DAY = timedelta(days=1)
_GRAINS = {0: "day", 1: "day", 2: "week", 3: "month", 4: "span", 5: "year", 6: "span"}
_PLAIN = {
    "y": r"(?P<y>(?:1[5-9]|20)\d\d)(?!\d|[.,:]\d|\s?%)",
    "yy": r"(?P<yy>\d\d)",
    "mm": r"(?P<mm>0?[1-9]|1[0-2])",
    "dd": r"(?P<dd>0?[1-9]|[12]\d|3[01])",
    "d": r"(?P<d>0?[1-9]|[12]\d|3[01])(?![\d:]|[.,]\d)",
    "d2": r"(?P<d2>0?[1-9]|[12]\d|3[01])(?![\d:]|[.,]\d)",
}


@dataclass(frozen=True)
class Mention:
    """A time that the text names, and its tokens [first, last) in block.doc."""

    period: Period
    first: int
    last: int


@dataclass(frozen=True)
class _Phrase:
    """A match of a rule at characters [start, end), not yet resolved."""

    start: int
    end: int
    groups: Groups
    means: str
    grain: str
    bare: bool
    days: Days | None = None
    settled: bool = False

    @property
    def dated(self) -> bool:
        return any(self.groups.get(key) for key in ("y", "yy", "decade"))


def read(block: Block, published: date | None) -> list[Mention]:
    """The times of a paragraph in order; what cannot be resolved without `published` has neither first nor last day."""
    doc, found = block.doc, []
    phrases = [phrase for phrase in _phrases(block.doc.text) if _stands(phrase, doc)]
    for phrase in _join(_resolve_all(phrases, doc, published), doc, published):
        widened = _operate(_widen(phrase, doc.text), doc)
        span = doc.char_span(widened.start, widened.end, alignment_mode="expand")
        if span is not None:
            first, last = widened.days or (None, None)
            text = doc.text[widened.start : widened.end]
            found.append(Mention(Period(first, last, widened.grain, text), span.start, span.end))
    return found


def dates(text: str) -> Iterator[tuple[int, int, date]]:
    """Every full date of a text (day, month and year) with its characters [start, end); needs no parse."""
    for phrase in _phrases(text):
        if phrase.grain == "day" and phrase.dated:
            days = _resolve(phrase, None, PAST)
            if days and days[0]:
                yield phrase.start, phrase.end, days[0]


# The grammar ---------------------------------------------------------------------------------------------------------


@functools.cache
def _rules() -> tuple[tuple[re.Pattern[str], dict[str, Any]], ...]:
    lexicon = load("periods")
    classes = _PLAIN | {name: _alternatives(name, entry) for name, entry in lexicon["class"].items()}
    compiled = []
    for rule in lexicon["rule"]:
        pattern = re.sub(r"\{(\w+)\}", lambda place: classes[place[1]], rule["pattern"].replace(" ", r"\s+"))
        compiled.append((re.compile(rf"(?<![\w$£€#])(?<!\d[.,])(?i:{_number(pattern)})(?![\w%]|[.,:/]\d)"), rule))
    return tuple(compiled)


def _number(pattern: str) -> str:
    """Numbers the groups of placeholders that stand in several alternatives of a rule: names must differ."""
    seen: dict[str, int] = {}

    def name(group: re.Match[str]) -> str:
        seen[group[1]] = seen.get(group[1], 0) + 1
        return f"(?P<{group[1]}>" if seen[group[1]] == 1 else f"(?P<{group[1]}__{seen[group[1]]}>"

    return re.sub(r"\(\?P<(\w+)>", name, pattern)


def _alternatives(name: str, entry: dict[str, Any]) -> str:
    words = sorted(entry["words"], key=lambda word: (-len(word), word))
    whole = {word for word in words if not any(other != word and other.startswith(word) for other in words)}
    dots = {word: r"\.?" if entry.get("dotted") and word not in whole else "" for word in words}
    choice = "|".join(re.escape(word).replace(r"\ ", r"\s+") + dots[word] for word in words)
    if entry.get("capital"):
        choice = f"(?-i:{choice}|{'|'.join(word.upper() + dots[word] for word in words)})"
    if entry.get("digits"):
        choice += r"|\d{1,3}"
    return rf"(?P<{name}>{choice})"


def _value(name: str, groups: Groups) -> int | None:
    """What a word of a class counts for; none if the phrase has no such word."""
    word = groups.get(name)
    if not word:
        return None
    if word.isdigit():
        return int(word)
    return _values(name).get(" ".join(word.lower().rstrip(".").split()))


@functools.cache
def _values(name: str) -> dict[str, int]:
    return {word.lower(): value for word, value in load("periods")["class"][name]["words"].items()}


def _phrases(text: str) -> list[_Phrase]:
    """The longest phrases that do not overlap, in order of the text."""
    found: list[_Phrase] = []
    for pattern, rule in _rules():
        for match in pattern.finditer(text):
            groups: Groups = {}
            for name, word in match.groupdict().items():
                if word is not None:
                    groups.setdefault(name.partition("__")[0], word)
            grain = _grain(rule["grain"], groups)
            found.append(_Phrase(match.start(), match.end(), groups, rule["means"], grain, rule.get("bare", False)))
    taken: list[_Phrase] = []
    for phrase in sorted(found, key=lambda each: (each.start - each.end, each.start)):
        if all(phrase.end <= other.start or phrase.start >= other.end for other in taken):
            taken.append(phrase)
    return sorted((each for each in taken if _valid(each)), key=lambda each: each.start)


def _grain(grain: str, groups: Groups) -> str:
    return _GRAINS[_value(grain, groups) or 0] if grain in ("frame", "unit", "stretch") else grain


def _valid(phrase: _Phrase) -> bool:
    """False for days that no calendar has (30 February) and all-digit dates whose order is open (4/5/2016)."""
    try:
        # From either end of the years that sources come from: what can be reckoned there can be from between.
        for at in (date(1600, 6, 15), date(2100, 6, 15)):
            _resolve(phrase, at, PAST)
    except ValueError:
        return False
    return True


# The calendar --------------------------------------------------------------------------------------------------------


def _resolve(phrase: _Phrase, at: date | None, tense: int) -> Days | None:
    """[first, last] of a phrase as of a day. None: the text, or the missing day, leaves it open."""
    groups = phrase.groups
    if at is None and not phrase.dated:
        return None
    days = _RESOLVERS[phrase.means](groups, at or date(2000, 1, 1), tense)
    part = _value("part", groups)
    return days if days is None or part is None else _part(part, days, at)


def _part(part: int, days: Days, at: date | None) -> Days:
    """Halves, or the middle half, of an interval: wider than most writers mean, so never too narrow."""
    first, last = days
    if first is None or last is None:
        return days
    if part >= 3:
        inside = at is not None and first <= at <= last
        return days if not inside else ((first, at) if part == 3 else (at, last))
    if (last - first).days > 360:
        months = (last.year - first.year + 1) * 12
        ends = {0: (0, months // 2), 1: (months // 4, months * 3 // 4), 2: (months // 2, months)}[part]
        return _shift(first, ends[0]), _shift(first, ends[1]) - _DAY
    count = (last - first).days + 1
    low, high = {0: (0, (count + 1) // 2), 1: (count // 4, count - count // 4), 2: (count // 2, count)}[part]
    return first + timedelta(days=low), first + timedelta(days=high - 1)


def _shift(day: date, months: int) -> date:
    """A day so many months on, or the month's last day where it is shorter."""
    index = day.year * 12 + day.month - 1 + months
    year, month = index // 12, index % 12 + 1
    return date(year, month, min(day.day, _length(year, month)))


def _length(year: int, month: int) -> int:
    return (date(year + month // 12, month % 12 + 1, 1) - _DAY).day


def _months(year: int, month: int, count: int) -> tuple[date, date]:
    first = date(year, month, 1)
    return first, _shift(first, count) - _DAY


def _year(groups: Groups, at: date) -> int | None:
    """The year that a phrase states, outright or as last, this or next year."""
    if groups.get("yy"):
        return 2000 + int(groups["yy"])
    if groups.get("y"):
        return int(groups["y"])
    direction = _value("dir2", groups)
    return None if direction is None else at.year + direction


def _near(make: Callable[[int], tuple[date, date]], at: date, tense: int) -> tuple[date, date] | None:
    """Of something yearly, the latest that has begun, or the next that has not ended where the text looks ahead."""
    years = [make(year) for year in range(at.year - 1, at.year + 2)]
    if tense == AHEAD:
        return next(each for each in years if each[1] >= at)
    latest = next(each for each in reversed(years) if each[0] <= at)
    return None if tense == UNCLEAR or (tense == LOOSE and _far(latest[1], at)) else latest


def _far(day: date, at: date) -> bool:
    """Writers leave the year out within the running year; a day of last year's spring may be the coming one instead."""
    return day.year < at.year and at - day > _FAR


def _numeric(groups: Groups, at: date, tense: int) -> Days:
    day, month = int(groups["dd"]), int(groups["mm"])
    if groups.get("mark") in ("/", "-") and day <= 12 and day != month:
        raise ValueError("day and month could be either")
    found = date(int(groups["y"]), month, day)
    return found, found


def _date(groups: Groups, at: date, tense: int) -> Days | None:
    return _days(groups | {"d2": groups["d"]}, at, tense)


def _days(groups: Groups, at: date, tense: int) -> Days | None:
    month, low, high = _value("month", groups) or 1, int(groups["d"]), int(groups["d2"])
    if low > high:
        raise ValueError("the second day is the earlier one")
    year = _year(groups, at)
    if year is not None:
        return date(year, month, low), date(year, month, high)
    # A leap year stands for validity; 29 February of another year is clipped.
    date(2000, month, high)
    dated = [y for y in range(at.year - 8, at.year + 9) if high <= _length(y, month)]
    weekday = _value("shortday", groups)
    if weekday is not None:
        dated = [y for y in dated if date(y, month, low).weekday() == weekday and abs(y - at.year) <= 1] or dated
    spans = [(date(y, month, low), date(y, month, high)) for y in dated]
    ahead = [each for each in spans if each[1] >= at]
    begun = [each for each in spans if each[0] <= at]
    if tense == AHEAD or not begun:
        return ahead[0] if ahead and (tense == AHEAD or weekday is not None) else None
    doubtful = tense == LOOSE and weekday is None and _far(begun[-1][1], at)
    return None if tense == UNCLEAR or doubtful else begun[-1]


def _weekday(groups: Groups, at: date, tense: int) -> Days | None:
    weekday, direction, week = _value("weekday", groups) or 0, _value("dir", groups), _value("dir2", groups)
    if week is not None:
        day = at + timedelta(days=weekday - at.weekday() + 7 * week)
        return day, day
    back, on = timedelta(days=(at.weekday() - weekday) % 7), timedelta(days=(weekday - at.weekday()) % 7)
    if direction == -1:
        day = at - (back or 7 * _DAY)
    elif direction == 1:
        day = at + (on or 7 * _DAY)
    elif tense == UNCLEAR and back:
        return None
    else:
        day = at + on if tense == AHEAD else at - back
    return day, day


def _deictic(groups: Groups, at: date, tense: int) -> Days:
    day = at + timedelta(days=_value("deictic", groups) or 0)
    return day, day


def _overnight(groups: Groups, at: date, tense: int) -> Days:
    return at - _DAY, at


def _month(groups: Groups, at: date, tense: int) -> Days | None:
    month = _value("month", groups) or _value("fullmonth", groups) or 1
    year, direction = _year(groups, at), _value("dir", groups)

    def make(which: int) -> tuple[date, date]:
        return _months(which, month, 1)

    if year is not None:
        return make(year)
    return _near(make, at, tense) if direction is None else _directed(make, direction, at)


def _directed(make: Callable[[int], tuple[date, date]], direction: int, at: date) -> tuple[date, date]:
    """Last: the latest that has ended; next: the first that has not begun; this: that of the running year."""
    years = [make(year) for year in range(at.year - 2, at.year + 3)]
    if direction < 0:
        return next(each for each in reversed(years) if each[1] < at)
    return next(each for each in years if each[0] > at) if direction else years[2]


def _whole_year(groups: Groups, at: date, tense: int) -> Days:
    return _months(int(groups["y"]), 1, 12)


def _years(groups: Groups, at: date, tense: int) -> Days:
    first, tail = int(groups["y"]), groups["y2"]
    last = int(tail) if len(tail) == 4 else first // 100 * 100 + int(tail)
    if not first < last <= first + 60:
        raise ValueError("no stretch of years")
    return date(first, 1, 1), date(last, 12, 31)


def _unit(groups: Groups, at: date, tense: int) -> Days:
    direction, unit = _value("dir", groups) or 0, _value("frame", groups)
    if unit == 2:
        monday = at - timedelta(days=at.weekday()) + timedelta(days=7 * direction)
        return monday, monday + timedelta(days=6)
    size = {3: 1, 4: 3}.get(unit or 5, 12)
    start = _shift(date(at.year, (at.month - 1) // size * size + 1, 1), size * direction)
    return start, _shift(start, size) - _DAY


def _back(unit: int, count: int, at: date) -> date:
    """The day so many units before (a negative count: after) another."""
    if unit >= 3:
        return _shift(at, -count * {3: 1, 5: 12, 6: 120}[unit])
    days = -(-abs(count) // 24) * (1 if count > 0 else -1) if unit == 0 else count * (7 if unit == 2 else 1)
    return at - timedelta(days=days)


def _ago(groups: Groups, at: date, tense: int) -> Days | None:
    count, unit = _value("n", groups), _value("stretch", groups) or 0
    if not count:
        return None
    day = _back(unit, count, at)
    if groups.get("more"):
        return None, day
    if unit <= 1:
        return day, day
    name = {2: "week", 3: "month"}.get(unit, "year")
    return _unit({"dir": "this", "frame": name}, day, tense)


def _rolling(groups: Groups, at: date, tense: int) -> Days | None:
    count = _value("n", groups) if groups.get("n") else 1
    if not count:
        return None
    ahead = (_value("rolling", groups) or -1) > 0
    other = _back(_value("stretch", groups) or 0, -count if ahead else count, at)
    return (at, other) if ahead else (other, at)


def _vague(groups: Groups, at: date, tense: int) -> None:
    return None


def _season(groups: Groups, at: date, tense: int) -> Days | None:
    month, year = _value("season", groups) or 6, _year(groups, at)

    def make(which: int) -> tuple[date, date]:
        return _months(which, month, 3)

    if year is not None:
        return make(year)
    direction = _value("dir", groups)
    if direction is None or direction == 0:
        # "This winter" in January is the one that began in December.
        running = _near(make, at, PAST)
        return running if running and at <= running[1] else make(at.year) if direction == 0 else _near(make, at, tense)
    return _directed(make, direction, at)


def _quarter(groups: Groups, at: date, tense: int) -> Days:
    year = _year(groups, at) or at.year
    return _months(year, 3 * (_value("nth", groups) or 1) - 2, 3)


def _span_of_months(groups: Groups, at: date, tense: int) -> Days | None:
    year, count = _year(groups, at) or at.year, _value("n", groups)
    if not count or count > 12:
        return None
    return _months(year, 1 if _value("ends", groups) == 1 else 13 - count, count)


def _decade(groups: Groups, at: date, tense: int) -> Days:
    year = int(groups["decade"])
    return date(year, 1, 1), date(year + 9, 12, 31)


def _weekend(groups: Groups, at: date, tense: int) -> Days | None:
    direction, saturday = _value("dir", groups), at - timedelta(days=(at.weekday() - 5) % 7)
    if direction == -1 and saturday + _DAY >= at:
        saturday -= 7 * _DAY
    elif direction == 1 or (tense == AHEAD and saturday + _DAY < at):
        saturday += 7 * _DAY
    elif tense == UNCLEAR and saturday + _DAY < at:
        return None
    return saturday, saturday + _DAY


_RESOLVERS: dict[str, Resolver] = {
    "numeric": _numeric, "date": _date, "days": _days, "weekday": _weekday, "deictic": _deictic,
    "overnight": _overnight, "month": _month, "year": _whole_year, "years": _years, "unit": _unit, "ago": _ago,
    "rolling": _rolling, "vague": _vague, "season": _season, "quarter": _quarter, "months": _span_of_months,
    "decade": _decade, "weekend": _weekend,
}  # fmt: skip


# The sentence --------------------------------------------------------------------------------------------------------


def _span(phrase: _Phrase, doc: Doc) -> Span | None:
    return doc.char_span(phrase.start, phrase.end, alignment_mode="expand")


def _ends_with(text: str, words: list[str]) -> str | None:
    """Of words or phrases, the longest that a text ends with."""
    tail = text.rstrip().lower()
    for word in sorted(words, key=lambda each: (-len(each), each)):
        if tail.endswith(word) and (len(tail) == len(word) or not tail[-len(word) - 1].isalnum()):
            return word
    return None


def _begins_with(text: str, words: list[str]) -> str | None:
    head = text.lstrip().lower()
    for word in sorted(words, key=lambda each: (-len(each), each)):
        if head.startswith(word) and not head[len(word) : len(word) + 1].isalnum():
            return word
    return None


def _stands(phrase: _Phrase, doc: Doc) -> bool:
    """False where the words are a name, a verb or a number of something else."""
    lexicon, span = load("periods"), _span(phrase, doc)
    if span is None:
        return False
    before, after = doc.text[: phrase.start], doc.text[phrase.end :]
    if phrase.means in ("weekday", "year") and _ends_with(before, lexicon["names"]["before"]):
        return False
    if phrase.means == "weekday" and _begins_with(after, lexicon["names"]["after"]):
        return False
    if phrase.means == "year" and _begins_with(after, lexicon["clock"]["zones"]):
        return False
    if phrase.means == "deictic" and span[0].is_title and not span[0].is_sent_start:
        return False
    if not phrase.bare:
        month = phrase.groups.get("month")
        return phrase.dated or not month or not any(token.tag_ in ("MD", "VB") for token in span)
    last = span[-1]
    previous = doc[span.start - 1] if span.start else None
    if phrase.means == "month" and previous is not None and previous.tag_ in ("POS", "NNP"):
        return False
    if last.ent_type_ in ("PERSON", "CARDINAL", "MONEY", "QUANTITY") or last.tag_.startswith(("MD", "VB")):
        return False
    preposed = _ends_with(before, list(lexicon["class"]["prep"]["words"])) is not None
    counts = phrase.means == "year" and last.dep_ == "nummod" and last.head.tag_ == "NNS" and last.head.i > last.i
    named = last.ent_type_ == "DATE" and not (counts and all(child.i >= last.i for child in last.head.lefts))
    return named or "part" in phrase.groups or (preposed and not counts)


def _tense(phrase: _Phrase, doc: Doc) -> int:
    """Whether the verb that a time belongs to looks ahead. A time inside a noun phrase ("will investigate the fire on
    Monday") may belong to either, so that the verb settles nothing."""
    future, span = load("periods")["future"], _span(phrase, doc)
    verb, inside, hours = span.root if span is not None else None, False, load("periods")["clock"]["after"]
    while verb is not None and verb.pos_ not in ("VERB", "AUX"):
        if verb.pos_ == "ADJ" and verb.lemma_ in future["scheduled"]:
            break
        verb = verb.head if verb.head.i != verb.i else None
        inside = inside or (verb is not None and verb.pos_ in ("NOUN", "PROPN", "PRON") and verb.lower_ not in hours)
    if verb is None:
        return LOOSE
    if span is not None and span.root.dep_ == "nsubj" and verb.lemma_ == "be" and verb.tag_ in ("VBZ", "VBP"):
        return UNCLEAR
    deadline = _ends_with(doc.text[: phrase.start], future["deadline"]) is not None
    tense = _verb_tense(verb, deadline)
    return {AHEAD: UNCLEAR, PAST: LOOSE}.get(tense, tense) if inside and not deadline else tense


def _verb_tense(verb: Token, deadline: bool) -> int:
    """By its auxiliary, its governor, a participle of plans, or the present of timetables and deadlines."""
    future = load("periods")["future"]
    helpers = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    words, governor = {child.lower_ for child in helpers}, verb.head
    perfect = any(child.lemma_ == "have" for child in helpers)
    predicate = {child.lemma_ for child in verb.children if child.dep_ in ("acomp", "attr", "prep")}
    if verb.lemma_ == "be" and verb.tag_ in ("VBZ", "VBP") and predicate & set(future["scheduled"]):
        return AHEAD
    if words & set(future["auxiliary"]) or (verb.lemma_ in future["scheduled"] and verb.tag_ in ("VBN", "JJ")):
        return AHEAD
    if any(child.tag_ == "TO" for child in helpers) and not perfect:
        if governor.lemma_ in future["accomplished"] and governor.tag_ in ("VBD", "VBN"):
            return PAST
        if governor.lemma_ in future["raising"]:
            return LOOSE
        return AHEAD if governor.lemma_ in future["governor"] and governor.i != verb.i else UNCLEAR
    if verb.tag_ == "VBG" and words & set(future["progressive"]):
        return AHEAD
    if verb.tag_ in ("VBZ", "VBP") and (deadline or verb.lemma_ in future["timetable"]) and not perfect:
        return AHEAD
    if words & set(future["unclear"]) and not perfect:
        return UNCLEAR
    return PAST if perfect or verb.tag_ in ("VBD", "VBN") else LOOSE


def _resolve_all(phrases: list[_Phrase], doc: Doc, at: date | None) -> list[_Phrase]:
    """From right to left, so that "July and August 2015" gives July its year."""
    share: list[str] = load("periods")["join"]["share"]
    done: list[_Phrase] = []
    for phrase in reversed(phrases):
        anchor, tense = at, _tense(phrase, doc)
        if done and not phrase.dated and phrase.means in ("month", "date", "days") and done[-1].dated:
            gap = doc.text[phrase.end : done[-1].start].strip().lower()
            days = done[-1].days
            if gap in share and days and done[-1].means == phrase.means:
                anchor, tense = days[1], PAST
        done.append(replace(phrase, days=_resolve(phrase, anchor, tense)))
    return done[::-1]


def _join(phrases: list[_Phrase], doc: Doc, at: date | None) -> list[_Phrase]:
    """Two ends of a stretch, or a time and its apposition, as one phrase."""
    done: list[_Phrase] = []
    for phrase in phrases:
        joined = done and (_stretch(done[-1], phrase, doc, at) or _apposition(done[-1], phrase, doc.text))
        if joined:
            done[-1] = joined
        else:
            done.append(phrase)
    return done


def _stretch(a: _Phrase, b: _Phrase, doc: Doc, at: date | None) -> _Phrase | None:
    join, gap = load("periods")["join"], doc.text[a.end : b.start].strip().lower()
    before = doc.text[: a.start]
    between = _ends_with(before, join["between"])
    if a.settled or a.means == "vague" or not (gap in join["to"] or (between and gap in join["and"])):
        return None
    start = a.start
    opening = between or _ends_with(before, join["from"])
    if opening:
        start = len(before.rstrip()) - len(opening)
    elif a.grain != b.grain:
        return None
    last = b.days[1] if b.days else None
    # The first end is read as of the last: it lies before it, whichever year or week that is.
    days = a.days if a.dated or last is None else _resolve(a, last, PAST)
    first = days[0] if days else None
    ordered = first is not None and last is not None and first <= last
    return _Phrase(start, b.end, b.groups, "stretch", "span", False, (first, last) if ordered else None, True)


def _apposition(a: _Phrase, b: _Phrase, text: str) -> _Phrase | None:
    gap = text[a.end : b.start].strip().lower()
    if gap in load("periods")["join"]["apposition"] and a.means == "vague" and (a.grain, b.grain) == ("day", "day"):
        return replace(b, start=a.start)
    if gap not in load("periods")["join"]["apposition"] or not a.days or not b.days or a.settled:
        return None
    if gap.startswith(",") and a.dated == b.dated and "date" not in (a.means, b.means):
        return None
    outer, inner = (a, b) if _inside(b.days, a.days) else (b, a)
    if not _inside(inner.days, outer.days):
        return None
    return replace(inner, start=a.start, end=b.end)


def _inside(a: Days | None, b: Days | None) -> bool:
    if not a or not b or a[0] is None or a[1] is None or b[0] is None or b[1] is None:
        return False
    return b[0] <= a[0] and a[1] <= b[1]


def _widen(phrase: _Phrase, text: str) -> _Phrase:
    """A day with the time of day around it; a night may belong to the day before or after."""
    clock = load("periods")["clock"]
    if phrase.grain != "day":
        return phrase
    before, after = text[: phrase.start], text[phrase.end :]
    night = _ends_with(before, clock["night"])
    early = night or _ends_with(before, clock["before"])
    start = len(before.rstrip()) - len(early) if early else phrase.start
    late = _begins_with(after, clock["after"])
    end = phrase.end + len(after) - len(after.lstrip()) + len(late) if late else phrase.end
    if not night or not phrase.days or phrase.days[0] is None or phrase.days[1] is None:
        return replace(phrase, start=start, end=end)
    return replace(phrase, start=start, end=end, grain="span", days=(phrase.days[0] - _DAY, phrase.days[1] + _DAY))


def _operate(phrase: _Phrase, doc: Doc) -> _Phrase:
    """Opens an interval after "since", "until" and their like, unless the time only names an event."""
    before = doc.text[: phrase.start].rstrip()
    if _ends_with(before, load("periods")["join"]["article"]):
        before = before[:-3].rstrip()
    words = {word: entry["id"] for entry in load("periods")["operator"] for word in entry["words"]}
    found, span = _ends_with(before, list(words)), _span(phrase, doc)
    if not found or span is None or phrase.means == "stretch" or _modifies(span):
        return phrase
    first, last = phrase.days or (None, None)
    start = len(before) - len(found)
    if first is None or last is None:
        return replace(phrase, start=start, days=None)
    opened: dict[str, Days] = {
        "since": (first, None),
        "after": (last + _DAY, None),
        "until": (None, last),
        "before": (None, first - _DAY),
    }
    return replace(phrase, start=start, days=opened[words[found]])


def _modifies(span: Span) -> bool:
    """Whether a time stands as the attribute of a noun that follows it."""
    after = span.doc[span.end] if span.end < len(span.doc) else None
    if after is not None and after.tag_ == "POS":
        return True
    root = span.root
    return root.dep_ in ("compound", "nmod", "poss", "nummod", "amod") and root.head.i >= span.end
