"""Every word the brief says of its own: names of relations and dimensions, days, how a day is known, what to ask."""

from __future__ import annotations

import unicodedata
from datetime import date
from typing import NamedTuple

from factcheck.evidence import MONTHS as MONTHS
from factcheck.evidence import day as day
from factcheck.model import NOT_STATED as NOT_STATED
from factcheck.model import Dismissal, Finding, Holder
from factcheck.questions import OPEN
from factcheck.renderers.characters import PHRASE_LIMIT, cut


class Relation(NamedTuple):
    """How a relation is named, its plural for counts, the style it is set in, and what it means."""

    name: str
    many: str
    tone: str
    meaning: str


RELATIONS: dict[str, Relation] = {
    "conflict": Relation("Conflict", "Conflicts", "clash", "the two statements cannot both hold as they are worded"),
    "dispute": Relation("Dispute", "Disputes", "denied", "one side denies or rejects what another side asserts"),
    "drift": Relation(
        "Quotation differs", "Quotations differ", "drift", "the same words of one speaker are given in different ways"
    ),
    "tension": Relation(
        "Take care", "Take care", "care", "both statements can hold, but not comfortably, or something is left open"
    ),
    "agree": Relation(
        "Consistent", "Consistent", "ok", "the statements go together; that is no proof that they are right"
    ),
}

# What the checkers of this version compare, and what none of them does.
COMPARED = (
    "This version compares figures and their sums, absolute statements (every, always, no, never), quotations, "
    "denials, opposite statements, days, ages and offices, headlines with their text, and who knew of what."
)
NOT_COMPARED = "What is only implied is not compared."

DIMENSIONS: dict[str, str] = {
    "event": "What happened",
    "counted": "What is counted",
    "agent": "Who did it",
    "patient": "Whom it concerns",
    "place": "Where",
    "period": "When",
    "extent": "Whole or part",
    "incident": "Total, or which incident",
    "unit": "Unit",
    "speaker": "Who says it",
}

STANDINGS: dict[str, str] = {
    "same": "the same",
    "inside": "the left lies inside the right",
    "contains": "the right lies inside the left",
    "overlaps": "they overlap",
    "leader": "one leads the other",
    "different": "different",
}

# What an open dimension asks, inside a sentence; what a finding asks of somebody (questions.py) is a question itself.
QUESTIONS: dict[str, str] = {
    **OPEN,
    "period": "from which day to which day",
    "extent": "whether this is the whole or a part",
    "incident": "whether both mean the same incident",
    "unit": "in which unit",
    "speaker": "who said it",
}

KNOWN_FROM: dict[str, str] = {
    "manifest": "as listed with the corpus",
    "metadata": "from the file’s own data",
    "dateline": "from the dateline",
    "caption": "from a picture’s caption",
    "body": "from the text",
    "check": "the day of the check",
}

# How the two sides of a comparison stand where a table names no left and right.
BETWEEN: dict[str, str] = {
    "inside": "one lies inside the other",
    "contains": "one lies inside the other",
    "overlaps": "they overlap",
    "leader": "one leads the other",
    "different": "different",
    "unknown": "open",
}

# What settles a finding of a checker, beside what its open dimensions ask.
SETTLED_BY: dict[str, str] = {
    "absolutes": "Put the exception to whoever says that there is none.",
    "awareness": "Find out who was told what, and at what hour.",
    "certainty": "Keep the bound or the doubt that the text itself gives.",
    "dates": "Check the day with a calendar, and with each desk.",
    "denials": "Print the denial beside what it answers.",
    "figures": "Ask each side what its figure rests on, and which day it is of.",
    "identities": "Check the age, office or place in a register or gazetteer.",
    "polarity": "Find out whether both speak of one occasion.",
    "quotes": "Check the words against a recording or a transcript, or say whose version is quoted.",
    "sums": "Add the parts up again with whoever counted them.",
}

# What kind of problem a checker finds, in a few words.
PROBLEMS: dict[str, str] = {
    "absolutes": "Every or never, and an exception",
    "awareness": "Who knew of it?",
    "certainty": "A bound or a doubt is dropped",
    "dates": "Which day?",
    "denials": "A denial",
    "figures": "Two figures",
    "identities": "Age, office or place of one and the same",
    "polarity": "Done, or not done?",
    "quotes": "One quotation, two versions",
    "sums": "Parts and their whole",
}

# What each shape of a chart stands for.
KINDS: dict[str, str] = {
    "named": "a person or body that is named",
    "unnamed": "a source without a name",
    "own": "the article in its own voice",
}

EXTENTS: dict[str, str] = {
    "a total": "Totals",
    "a part": "Parts of a total",
    "a further count": "Further counts",
    "one incident": "One incident",
}

# What an earlier dismissal makes of a finding.
_INITIALS = {"mp", "mep", "ceo", "cfo", "pm"}  # offices that are always written so
_SHORT_NAME = 3  # words
ONE_ORIGIN = "a step down, since both sides rest on one text, person or body"
OWN_VOICE = "In the article’s own voice"


def published(value: date | None, known_from: str | None) -> str:
    """The day of an article and how it is known."""
    if value is None:
        return "date not stated"
    said = bounded(value, known_from)
    return f"{said}, {KNOWN_FROM[known_from]}" if known_from in KNOWN_FROM else said


def bounded(value: date, known_from: str | None) -> str:
    """A day; a caption's is the picture's, which may be older than its article."""
    return f"not before {day(value)}" if known_from == "caption" else day(value)


def dated(value: date | None, known_from: str | None) -> str:
    """As `published`; where no day is known, also what follows from it."""
    return published(value, known_from) if value else "day not known: relative dates left open"


def standing(value: str, origin: str, a: str, b: str) -> str:
    """How two sides, in the words `a` and `b`, stand along a dimension; what was inherited rather than said is told."""
    if value == "unknown":
        a, b = (words.replace(NOT_STATED, "") for words in (a, b))
        return "open" if a and b else "open: stated on one side only" if a or b else "open: stated on neither side"
    return STANDINGS.get(value, value) + (" (from context)" if origin == "context" else "")


def amount(number: int, one: str, many: str = "") -> str:
    """A number with its noun: 1 article, 1,204 articles."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def standing_behind(sources: int, origins: int) -> str:
    """How many sources stand behind a finding, and how many independent origins: what one voice tells many papers is
    told once.
    """
    return f"{amount(sources, 'source')}, {amount(origins, 'origin')}"


def copied(first: str) -> str:
    """What the list of sources says of an article that is largely another's text."""
    return f"largely the same text as {first}: the two count as one source"


def listed(words: tuple[str, ...] | list[str]) -> str:
    """a; a and b; a, b and c."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"


def kind(holder: Holder | None) -> str:
    """named, unnamed ("officials") or own (the article's own voice): a key of KINDS.

    A script without capitals stands in English for nothing but a name.
    """
    if holder is None:
        return "own"
    is_name = any(word[:1].isupper() or unicodedata.category(word[0]) == "Lo" for word in holder.name.split())
    return "named" if is_name or holder.affiliation else "unnamed"


def position(holder: Holder | None) -> str:
    """Role and affiliation, as far as they are known and not already in the name: "Orme Institute chemist"; a body with
    a long name stands behind.
    """
    if holder is None:
        return ""
    role, body = (part if part and part not in holder.name else "" for part in (holder.role, holder.affiliation))
    role = " ".join(word.upper() if word in _INITIALS else word for word in role.split())
    behind = " of " in body or " for " in body or len(body.split()) > _SHORT_NAME
    told = (role, body) if behind or not role else (f"{body.removeprefix('the ')} {role}".strip(),)
    return cut(", ".join(part for part in told if part), PHRASE_LIMIT)


def who(holder: Holder | None) -> str:
    """The holder with the position, where it is known; else that it is the article's own voice."""
    return ", ".join(filter(None, (holder.name, position(holder)))) if holder else OWN_VOICE


def days_between(first: date, last: date) -> str:
    """How far two days are apart: 1 day, 12 days, 14 months, 3 years."""
    days = (last - first).days
    if days <= 60:
        return amount(days, "day")
    return amount(round(days / 30.4), "month") if days <= 730 else amount(round(days / 365.25), "year")


def marks(finding: Finding) -> tuple[str, ...]:
    """How a finding stands to an earlier report and to what was dismissed, as far as a run was given them."""
    said = [f"{finding.since} since the last report"] if finding.since in ("new", "changed") else []
    return (*said, *dismissal(finding))


def dismissal(finding: Finding) -> tuple[str, ...]:
    """What was dismissed, why and by whom, and whether that still holds; nothing where nothing was."""
    told = tuple(dict.fromkeys(f"{entry.why} ({entry.who}{_term(entry)})" for entry in finding.dismissals))
    if finding.dismissed == "dismissed":
        return tuple(f"dismissed: {words}" for words in told) or ("dismissed",)
    why = f": {'; '.join(told)}" if told else ""
    if finding.dismissed == "reopened":
        covered = {entry.evidence for entry in finding.dismissals}
        new = sum(item.id not in covered for item in finding.evidence)
        return (f"dismissed before, but of {len(finding.evidence)} pieces of evidence {new:,} are new{why}",)
    return (f"its dismissal has expired{why}",) if finding.dismissed == "expired" else ()


def _term(entry: Dismissal) -> str:
    return f", until {day(entry.until)}" if entry.until else ""
