"""Every key of the settings: what it must hold, what it does, and its default; docs/settings.md is made from this."""

from __future__ import annotations

import importlib.metadata
import importlib.util
import pkgutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from decimal import Decimal
from typing import Any

from factcheck import lexicons, renderers
from factcheck.model import RELATIONS, SEVERITIES
from factcheck.settings import DEFAULT, Settings

_CHECKERS = "factcheck.checkers"  # the package, and the group of entry points
PATHS = ("output", "baseline", "since", "template")  # of [report]; meant from where the file lies


def text(value: Any) -> bool:
    """A string that says something."""
    return isinstance(value, str) and bool(value.strip())


def texts(value: Any) -> bool:
    """A list of such strings."""
    return isinstance(value, list) and all(map(text, value))


def switch(value: Any) -> bool:
    """true or false."""
    return isinstance(value, bool)


def rows(value: Any) -> bool:
    """Lists of two strings or more."""
    return isinstance(value, list) and all(texts(row) and len(row) > 1 for row in value)


def tables(value: Any) -> bool:
    """A list of tables, as [[section.key]] makes it."""
    return isinstance(value, list) and all(isinstance(row, dict) for row in value)


def table(value: Any) -> bool:
    """A table, as [section.key] makes it."""
    return isinstance(value, dict)


@dataclass(frozen=True)
class Key:
    """What a key must hold (in words, and how to tell), its default and its effect; `names`: the words it may list."""

    wanted: str
    fits: Callable[[Any], bool]
    effect: str
    default: Any = None
    names: Callable[[], tuple[str, ...]] | None = None


def _words(effect: str, names: Callable[[], tuple[str, ...]], default: Any = None) -> Key:
    return Key("a list of strings", texts, effect, default, names)


REPORT: Mapping[str, Key] = {
    "output": Key("a string", text, "Folder that `report` writes to; `{date}` in its name is the day.", "reports"),
    "format": _words("Formats that `report` writes.", lambda: tuple(renderers.FORMATS), ["html", "pdf", "json"]),
    "title": Key("a string", text, "Title of the brief; else that of corpus.toml or the folder's name."),
    "baseline": Key("a string", text, "baseline.json: what it dismisses is marked, and counts for no `fail_on`."),
    "since": Key("a string", text, "An earlier report.json: what is new beside it is marked and comes first."),
    "fail_on": _words("Relations of which a finding makes `report` exit with 1.", lambda: RELATIONS, []),
    "strict": Key("true or false", switch, "What could not be checked counts before what was found: exit 3, not 1.",
                  False),
    "paper": Key("a string", text, "Paper of the PDF.", renderers.PAPERS[0], lambda: renderers.PAPERS),
    "attach": Key("true or false", switch, "report.json is carried inside the PDF.", True),
    "template": Key("a string", text, "Folder of your own templates (docs/templates.md)."),
}  # fmt: skip

LEXICONS: Mapping[str, Key] = {
    "packs": _words("Subjects of which the program's own packs of words are read.", lexicons.subjects, "all"),
    "own": Key("a list of strings", texts, "Folders with packs of your own words (docs/lexicons.md).", []),
}

PUBLISHERS: Mapping[str, Key] = {
    "group": Key("a list of tables, each [[publishers.group]] with `name` and `members`", tables,
                 "Publishers that speak with one voice, such as papers of one owner: what two of them tell in their "
                 "own voice has one origin, and a clash between two weighs a step less.", []),
    "independent": Key("a list of rows, each a list of two publishers or more", rows,
                       "Publishers none of which rests on another: their articles are taken neither for copies nor for "
                       "one origin.", []),
}  # fmt: skip

IGNORE: Mapping[str, Key] = {
    "files": Key("a list of strings", texts,
                 "Patterns of files that are not read, by the path below the corpus folder: `*-live.txt` in any "
                 "folder, `wire/*`, `archive/` with all below. A file that the command line names is read.", []),
    "passages": Key("a list of strings", texts,
                    "Regular expressions (Python's; `^` and `$` are the ends of a line) of text from which no claim is "
                    "taken: the sentence that a match touches is left out.", []),
    "checkers": Key("a table of lists, as in certainty = [\"*-live.txt\"]", table,
                    "Checkers that are not asked about the sources whose path fits a pattern.", {}),
}  # fmt: skip

# Each threshold: above which number it must be, the most it may be (none: no end), and what it does.
THRESHOLDS: Mapping[str, tuple[Decimal, Decimal | None, str]] = {
    "close": (Decimal(0), Decimal(1), "Figures whose bounds differ by no more than this share of the larger agree."),
    "apart": (Decimal(1), None, "Where something is left open, figures must differ by this factor to be reported."),
    "vague_gap": (Decimal(1), None, "A vague figure (“dozens”) clashes only from this factor on."),
    "shared_content": (Decimal(0), None, "Words that two clauses must share to be of one incident, where nothing else "
                                         "says so."),
    "rare_sentences": (Decimal(0), None, "A word tells incidents apart if no more sentences than this have it…"),
    "rare_share": (Decimal(0), Decimal(100), "…or no more than this many sentences in a hundred."),
    "block": (Decimal(0), None, "Most claims compared with one another under one key before the key is refined; a "
                                "lower number is faster and may miss pairs."),
}  # fmt: skip


def checkers() -> tuple[str, ...]:
    """The ids of all checkers. None is imported: that reads lexicons, and which are read is not settled yet."""
    spec = importlib.util.find_spec(_CHECKERS)
    own = [item.name for item in pkgutil.iter_modules(spec.submodule_search_locations if spec else None)]
    more = [point.name for point in importlib.metadata.entry_points(group=_CHECKERS)]
    return tuple(dict.fromkeys((*sorted(own), *sorted(more))))


def thresholds() -> tuple[str, ...]:
    """The names of all thresholds."""
    return tuple(one.name for one in fields(Settings) if isinstance(getattr(DEFAULT, one.name), (int, Decimal)))


def is_whole(threshold: str) -> bool:
    """A number of things, not a share or a factor."""
    return isinstance(getattr(DEFAULT, threshold), int)


def _threshold(name: str) -> Key:
    above, most, effect = THRESHOLDS[name]
    kind = "a whole number" if is_whole(name) else "a number"
    wanted = f"{kind} above {above}" + (f", {most} at most" if most is not None else "")

    def fits(value: Any) -> bool:
        if isinstance(value, bool) or not isinstance(value, int if is_whole(name) else (int, float)):
            return False
        number = Decimal(str(value))
        return number.is_finite() and above < number <= (most if most is not None else number)

    return Key(wanted, fits, effect, getattr(DEFAULT, name))


def sections() -> dict[str, dict[str, Key]]:
    """Every section with its keys, in the order in which they are printed."""
    off = Key("true or false", switch, "", True)
    weight = Key(f"one of {', '.join(SEVERITIES)}", lambda value: value in SEVERITIES, "")
    return {
        "report": dict(REPORT),
        "checkers": dict.fromkeys(checkers(), off),
        "severity": dict.fromkeys(checkers(), weight),
        "thresholds": {name: _threshold(name) for name in thresholds()},
        "lexicons": dict(LEXICONS),
        "publishers": dict(PUBLISHERS),
        "ignore": dict(IGNORE),
    }
