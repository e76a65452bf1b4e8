"""Not, neither, all but, only, both: words by which a sentence that is otherwise the same says something else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck import lexicons
from factcheck.pairing.scene import kinds
from factcheck.pairing.scene.differences import Difference
from factcheck.pairing.scene.kinds import Clash
from factcheck.pairing.scene.sentences import Sentence, Word

FEWEST = 3  # words in which two things have changed places about another


def of_sentences(found: Sequence[Difference], a: Sentence, b: Sentence) -> Iterator[Clash]:
    """What follows from words of negation, exception and totality that one sentence has and the other not."""
    yield from _negation(found, a, b)
    yield from _exception(found, a, b)
    yield from _measure(found)
    yield from _whole(found, a, b)


def swapped(a: Sentence, b: Sentence) -> Clash | None:
    """Two names or nouns have changed places: from A to B, from B to A."""
    start, end = 0, 0
    while start < min(len(a.norms), len(b.norms)) and a.norms[start] == b.norms[start]:
        start += 1
    while end < min(len(a.norms), len(b.norms)) - start and a.norms[-1 - end] == b.norms[-1 - end]:
        end += 1
    mine, theirs = a.words[start : len(a.words) - end], b.words[start : len(b.words) - end]
    norms, others = [word.norm for word in mine], [word.norm for word in theirs]
    if len(mine) < FEWEST or sorted(norms) != sorted(others):
        return None
    for i in range(1, len(mine) - 1):
        for j in range(i + 1, len(mine)):
            if [*norms[j:], *norms[i:j], *norms[:i]] == others and _can_change(mine[i - 1], mine[-1]):
                return Clash("identities", "roles", _text(mine), _text(theirs))
    return None


def _can_change(first: Word, last: Word) -> bool:
    """Two things in two roles; in a row, the order of the two says nothing."""
    one, other = first.token, last.token
    things = {one.pos_, other.pos_} <= {"NOUN", "PROPN", "NUM"}
    mutual = one.head == other.head and one.head.lemma_ in lexicons.words("contraries", "mutual")
    return things and not mutual and one not in other.conjuncts and one.dep_ not in ("compound", "amod")


def _text(words: Sequence[Word]) -> str:
    return " ".join(word.text for word in words)


def negations(words: Sequence[Word]) -> list[Word]:
    """The words of negation; "not only", "whether or not" and the like are none."""
    negating, hollow = lexicons.words("contraries", "negations"), lexicons.words("contraries", "no-negation")
    found = []
    for word in words:
        before, after = _beside(word, -1), _beside(word, 1)
        if word.norm in negating and f"{word.norm} {after}" not in hollow and f"{before} {word.norm}" not in hollow:
            found.append(word)
    return found


def _beside(word: Word, step: int) -> str:
    at = word.token.i + step
    return word.token.doc[at].lower_ if 0 <= at < len(word.token.doc) else ""


def _negation(found: Sequence[Difference], a: Sentence, b: Sentence) -> Iterator[Clash]:
    """One sentence negates what the other says without a negation."""
    for item in found:
        for with_it, without, rich, poor in ((item.a, item.b, a, b), (item.b, item.a, b, a)):
            words = negations(with_it)
            others = poor.words if not any(word.norm == "neither" for word in words) else _words_of(found, poor is b)
            if words and not negations(others) and _keeps(with_it, words, without, rich):
                yield Clash("polarity", "negation", _text(item.a) or "it is so", _text(item.b) or "it is so")
                return


def _words_of(found: Sequence[Difference], of_b: bool) -> list[Word]:
    """All words in which a sentence differs from the other."""
    return [word for item in found for word in (item.b if of_b else item.a)]


def _keeps(with_it: Sequence[Word], words: Sequence[Word], without: Sequence[Word], rich: Sentence) -> bool:
    """What is negated stands in the other sentence too: only words of grammar go with the negation."""
    norms = {word.norm for word in with_it}
    if "neither" in norms:
        return True
    if "nor" in norms or ({word.norm for word in rich.words} & {"but", "although", "though"} and len(with_it) > 2):
        return False
    light = lexicons.words("contraries", "light")
    rest = [word for word in with_it if word not in words and word.norm not in light]
    other = [word for word in without if word.norm not in light]
    return (not rest and not other) or ({word.norm for word in rest} == {word.norm for word in other} and bool(rest))


def _exception(found: Sequence[Difference], a: Sentence, b: Sentence) -> Iterator[Clash]:
    """All but three, beside three or all; only one, beside both."""
    del a, b
    for item in found:
        for more, less in ((item.a, item.b), (item.b, item.a)):
            norms = [word.norm for word in more]
            if "but" in norms and _is_exceptive(more[norms.index("but")]) and "but" not in [w.norm for w in less]:
                yield Clash("absolutes", "exception", _text(item.a) or "no exception", _text(item.b) or "no exception")
                return
            both = {word.norm for word in less} & {"both", "all", "every"}
            if "only" in norms and both:
                yield Clash("absolutes", "only", _text(item.a), _text(item.b))
                return


def _is_exceptive(word: Word) -> bool:
    before = word.token.doc[word.token.i - 1].lower_ if word.token.i else ""
    return before in lexicons.words("contraries", "takes-exception")


def _measure(found: Sequence[Difference]) -> Iterator[Clash]:
    """A length told as two parts, of which the other sentence has one: 2 hours and 5 minutes, 2 hours."""
    for item in found:
        for more, less in ((item.a, item.b), (item.b, item.a)):
            units = [word for word in more if {"time-unit", "size-unit"} & set(kinds.kinds([word]))]
            numbers = [word for word in more if word.number]
            rest = [word for word in more if word not in units and word not in numbers and word.norm != "and"]
            if less or rest or len(units) != 1 or len(numbers) != 1 or not _beside_measure(more):
                continue
            yield Clash("figures", "measure", _text(item.a) or "without it", _text(item.b) or "without it")
            return


def _beside_measure(words: Sequence[Word]) -> bool:
    """True where the parts before or behind are of one sum."""
    first, last = words[0].token, words[-1].token
    doc = first.doc
    around = [doc[at] for at in range(max(0, first.i - 3), min(len(doc), last.i + 4)) if not first.i <= at <= last.i]
    units = [token for token in around if _is_unit(token.lemma_.casefold())]
    return bool(units)


def _is_unit(lemma: str) -> bool:
    return any(
        lemma in entry["words"] for entry in lexicons.entries("kinds") if entry["id"] in ("time-unit", "size-unit")
    )


def _whole(found: Sequence[Difference], a: Sentence, b: Sentence) -> Iterator[Clash]:
    """One total of more or of fewer: the two towns together have 900 pupils, the one town has 900 pupils."""
    sums = lexicons.words("contraries", "sums")
    if not all(
        {word.norm for word in side.words} & sums and any(word.number for word in side.words) for side in (a, b)
    ):
        return
    if any(
        f" {phrase} " in f" {side.span.text.casefold()} "
        for side in (a, b)
        for phrase in lexicons.words("contraries", "bounds")
    ):
        return
    for item in found:
        more, less = (item.a, item.b) if item.a else (item.b, item.a)
        if less or not more or any(word.number for word in more):
            continue
        if "and" in (more[0].norm, more[-1].norm) and any(word.token.pos_ in ("NOUN", "PROPN") for word in more):
            yield Clash("figures", "sum", _text(item.a) or "without it", _text(item.b) or "without it")
            return
