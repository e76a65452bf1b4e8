"""The names of a sentence, and whether one may stand for another: Mr Roe for Jane Roe, the UK for British."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck import lexicons
from factcheck.pairing.scene.sentences import Word
from factcheck.reading.attribution import roles
from factcheck.reading.names import gazetteer, name_spans

_LABELS = ("PERSON", "ORG", "GPE", "LOC", "NORP", "FAC", "PRODUCT", "EVENT", "WORK_OF_ART")
SHORTENED = 4  # letters of a word that is cut off
_TITLES = ("courtesy", "role", "voice", "part", "suffix")


def is_name(words: Sequence[Word]) -> bool:
    """True where each word is part of a name, and one is more than a title."""
    return bool(core(words)) and all(_is_part(word) for word in words)


def _is_part(word: Word) -> bool:
    token = word.token
    if not word.text[:1].isupper() or word.number or word.rank or _is_day(word):
        return False
    return token.pos_ == "PROPN" or (token.pos_ in ("ADJ", "NOUN") and (token.ent_type_ in _LABELS or is_nation(word)))


def _is_day(word: Word) -> bool:
    return any(
        word.norm in entry["words"] for entry in lexicons.entries("kinds") if entry["id"] in ("weekday", "month")
    )


def is_nation(word: Word) -> bool:
    """True for a nationality: Danish, Danes."""
    folded = gazetteer.fold(word.text)
    return folded in gazetteer.nationalities() or folded in gazetteer.nationals()


def core(words: Sequence[Word]) -> tuple[str, ...]:
    """The words of a name without titles and stops, folded."""
    titles = name_spans.titles("words") | name_spans.titles("suffixes")
    kept = [word for word in words if word.text.casefold() not in titles and roles.kind(word.text) not in _TITLES]
    return tuple(filter(None, (gazetteer.fold(word.text) for word in kept)))


def may_be_one(a: Sequence[Word], b: Sequence[Word]) -> bool:
    """One name may stand for the other: they share a word, however it is spelt in our letters, or a country, or one is
    the other's initials.
    """
    one, other = core(a), core(b)
    if not (one and other):
        return True
    lands = _country(one), _country(other)
    if all(lands):
        return lands[0] == lands[1]
    if _spellings(one) & _spellings(other) or any(_is_short(x, y) or _is_short(y, x) for x in one for y in other):
        return True
    return any(len(short) == 1 and short[0] in _initials(full) for short, full in ((one, other), (other, one)))


def _spellings(name: Sequence[str]) -> set[str]:
    """The words of a name, and what is left of them however they are written in our letters."""
    return {form for word in name for form in (word, gazetteer.squeezed(word), gazetteer.consonants(word)) if form}


def _initials(name: Sequence[str]) -> str:
    """The first letters of a long name; of a short one nothing, which stands for too much."""
    return "".join(word[0] for word in name) if len(name) > 1 else ""


def _country(name: Sequence[str]) -> str | None:
    folded = " ".join(name)
    for table in (gazetteer.countries(), gazetteer.nationalities(), gazetteer.nationals()):
        if folded in table:
            return table[folded].key[:2]
    return gazetteer.capitals().get(folded)


def variant(a: Sequence[Word], b: Sequence[Word]) -> bool:
    """True for names of two words or more that differ in one, which is not shortened either."""
    one, other = core(a), core(b)
    if len(one) != len(other) or len(one) < 2:
        return False
    differ = [pair for pair in zip(one, other, strict=True) if pair[0] != pair[1]]
    return len(differ) == 1 and not _is_short(*differ[0]) and not _is_short(*reversed(differ[0]))


def _is_short(word: str, other: str) -> bool:
    """True for a word cut off: Wash. for Washington, Bavaria for Bavarian."""
    return len(word) >= SHORTENED and other.startswith(word)


def runs(words: Sequence[Word]) -> Iterator[tuple[Word, ...]]:
    """The names of a sentence, each a row of words; a nationality stands for itself, and a title for nobody."""
    run: list[Word] = []
    for word in words:
        alone = _is_part(word) and (is_nation(word) or bool(run and is_nation(run[-1])))
        if run and (alone or not _is_part(word) or word.token.i != run[-1].token.i + 1):
            if core(run):
                yield tuple(run)
            run = []
        if _is_part(word):
            run.append(word)
    if core(run):
        yield tuple(run)
