"""What a newsroom's settings leave out of a report, and the words that say so: nothing vanishes unsaid."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from factcheck import globs
from factcheck.model import Claim, Source
from factcheck.settings import Settings

_SHOWN = 8  # lines of one article; a boilerplate that stands more often is counted


def claims(found: Sequence[Claim], sources: Sequence[Source], settings: Settings) -> list[Claim]:
    """Those whose passage touches nothing that `settings.passages` names."""
    if not settings.passages:
        return list(found)
    places = {source.id: [place for _, place in _places(source, settings)] for source in sources}
    return [claim for claim in found if not any(_touches(claim, *at) for at in places.get(claim.passage.source, ()))]


def _touches(claim: Claim, start: int, end: int) -> bool:
    return claim.passage.start < end and start < claim.passage.end


def _places(source: Source, settings: Settings) -> Iterator[tuple[str, tuple[int, int]]]:
    """(pattern, where) of each match; `^` and `$` are the ends of a line."""
    for pattern in settings.passages:
        for match in re.finditer(pattern, source.text, re.MULTILINE):
            if match[0].strip():
                yield pattern, match.span()


def asked(checker: str, settings: Settings, paths: Mapping[str, str]) -> set[str] | None:
    """The ids of the sources that `checker` is asked about, none for all; `paths` are those of all sources."""
    patterns = dict(settings.not_asked).get(checker)
    if patterns is None:
        return None
    return {name for name, path in paths.items() if globs.first(path, patterns) is None}


def told(sources: Sequence[Source], settings: Settings) -> Iterator[str]:
    """What the settings leave out, a line each."""
    for checker in settings.off:
        yield f"checker {checker}: switched off"
    for checker, patterns in settings.not_asked:
        for pattern in patterns:
            left = [source.path for source in sources if globs.first(source.path, [pattern]) is not None]
            if left:
                yield f"checker {checker}: not asked about {', '.join(left)} (ignore.checkers, “{pattern}”)"
    yield from passages(sources, settings)


def passages(sources: Sequence[Source], settings: Settings) -> Iterator[str]:
    """The lines with text from which the settings let no claim be taken, a line of words an article and pattern."""
    for source in sources:
        found: dict[str, list[int]] = {}
        for pattern, (start, _) in _places(source, settings):
            found.setdefault(pattern, []).append(start)
        for pattern, starts in found.items():
            lines = _lines(source.text, starts)
            more = f" and {len(lines) - _SHOWN} more" if len(lines) > _SHOWN else ""
            listed = ", ".join(map(str, lines[:_SHOWN]))
            noun = "line" if len(lines) == 1 else "lines"
            yield f"{source.path}: {noun} {listed}{more} (ignore.passages, “{pattern}”)"


def _lines(text: str, starts: Sequence[int]) -> list[int]:
    """The lines that the places stand on, each once."""
    number, lines = 1, []
    for before, start in pairwise((0, *starts)):
        number += text.count("\n", before, start)
        lines.append(number)
    return list(dict.fromkeys(lines))
