"""One utterance of one speaker in other words, cut so that it says something else, or credited to somebody else.

Why an editor should care: quotation marks promise the speaker's own words, and two papers that print different ones
cannot both keep that promise. It forgives what editing of speech allows: an ellipsis, brackets, a shorter quotation
that keeps the sense, case, marks, spelling, fillers, a fragment fitted into the grammar of a sentence, words outside
the marks; and two utterances of one speaker that only resemble each other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck import evidence, lexicons
from factcheck.model import Claim, Comparability, Dimension, Evidence, Rule
from factcheck.pairing import forms, index, speakers
from factcheck.pairing.index import Pairs
from factcheck.pairing.restatements import Statement
from factcheck.pairing.utterances import alignment, qualifiers, renderings
from factcheck.pairing.utterances.alignment import Alignment, Difference, Word
from factcheck.settings import Settings

ID = "quotes"
FEWEST = 5  # words that must be the same before two renderings are taken as one utterance
SURE = 0.8  # share of the same words that makes up for a speaker who is not named
MORE = 2  # words that carry meaning: so many more must be the same than are not, unless all but one place is
DENSE = 0.6  # share of the words between the first and the last same one that must be the same
TRANSLATED = 0.5  # that share where many words that carry meaning are the same: two translations of one statement
LONG = 8  # from here on the same words are hardly chance, whoever is credited


def pairs(statements: Sequence[Statement], settings: Settings) -> tuple[Pairs, int]:
    """Utterances that share a few words in a row, and of which no other of the same source fits better."""
    met, left = index.pairs(statements, _keys, settings)
    return renderings.best(met), left


def _keys(claim: Claim) -> list[str]:
    if claim.kind != "utterance":
        return []
    around = alignment.shingles(claim.passage.text) if qualifiers.is_sprinkled(claim) else set()
    return sorted(alignment.shingles(claim.clause) | around)


def compare(a: Claim, b: Claim, scope: Comparability, settings: Settings) -> Iterator[Evidence]:
    """Evidence where two utterances are one: in the same words (agree), in others, or another's (drift)."""
    del scope, settings
    if a.kind != "utterance" or b.kind != "utterance" or not _may_repeat(a, b):
        return
    who = speakers.relation(a, b)
    verdict = _qualified(a, b) or _qualified(b, a) or _said_again(a, b, who)
    if verdict is None:
        return
    relation, because, rule = verdict
    about = Dimension("speaker", "same" if who == "same" else "unknown", evidence.who(a), evidence.who(b))
    yield evidence.make(ID, relation, evidence.sentence(because), a, b, Comparability((about,)), [rule])


def _said_again(a: Claim, b: Claim, who: str) -> tuple[str, str, Rule] | None:
    """What two renderings of one utterance amount to; none where they are two."""
    words_a, words_b = alignment.words(a.clause), alignment.words(b.clause)
    shared = alignment.align(words_a, words_b)
    if shared is None or not _one_utterance(shared, words_a, words_b):
        return None
    differences = [item for item in shared.differences if not _fitted(item, a, b)]
    return _verdict(a, b, who, shared, differences)


def _qualified(a: Claim, b: Claim) -> tuple[str, str, Rule] | None:
    """One side quotes a word alone that the whole quotation qualifies."""
    one = a.holder is not None and b.holder is not None and speakers.one_voice(a.holder, b.holder)
    left_out = qualifiers.left_out(a, b) if one else None
    if left_out is None:
        return None
    before, word = left_out
    because = f"{evidence.who(a)} is quoted with “{word}” alone, but the words were “{before} {word}”"
    return "drift", because, Rule("quotes.qualifier-left-out", f"“{before}” stands before “{word}”")


def _may_repeat(a: Claim, b: Claim) -> bool:
    """Two sources, or a headline or lead and the body it sums up: elsewhere a speaker repeats himself."""
    across = a.passage.source != b.passage.source
    return across or (a.lead != b.lead and _is_fragment((a if a.lead else b).clause))


def _one_utterance(shared: Alignment, words_a: Sequence[Word], words_b: Sequence[Word]) -> bool:
    """Enough of the same words in the same order, and most of the shorter rendering among them."""
    pieces = alignment.piece(words_a, shared.a), alignment.piece(words_b, shared.b)
    shorter = min(pieces)
    if shared.same == shorter:
        return shared.telling >= 2 or (shared.telling == 1 and shared.same > FEWEST)
    dense = shared.density >= DENSE or (shared.telling >= FEWEST and shared.density >= TRANSLATED)
    most = shared.same >= DENSE * shorter or shared.same >= LONG
    whole = pieces == (shared.a[1] - shared.a[0], shared.b[1] - shared.b[0])
    more = 1 if whole and len(shared.differences) == 1 else MORE
    return shared.same >= FEWEST and shared.telling >= max(2, shared.strange + more) and dense and most


def _verdict(
    a: Claim, b: Claim, who: str, shared: Alignment, differences: Sequence[Difference]
) -> tuple[str, str, Rule] | None:
    named = [claim for claim in (a, b) if _is_named(claim)] if who == "different" else [a if a.holder else b]
    if who == "different" and (shared.same < LONG or differences or shared.density < 1):
        return None  # a few words may be a slogan that both use
    if len(named) > 1:
        return _another_speaker(a, b, shared)
    if who == "unknown" and not _hardly_chance(shared, differences):
        return None
    speaker = evidence.who(named[0]) if named else "a speaker"
    if differences:
        if alignment.parts_ways(alignment.words(a.clause), alignment.words(b.clause), shared):
            return None
        told = "; ".join(_told(item) for item in differences[:3])
        because = f"{speaker} is quoted as “{evidence.cut(a.clause)}” and as “{evidence.cut(b.clause)}”: {told}"
        return "drift", because, Rule("quotes.other-words", told)
    if a.passage.source == b.passage.source:
        return None
    because = f"both quote {speaker} in the same words: “{evidence.cut(min(a.clause, b.clause, key=len))}”"
    return "agree", because, Rule("quotes.same-words", f"{shared.same} words in a row are the same")


def _hardly_chance(shared: Alignment, differences: Sequence[Difference]) -> bool:
    """So many words in one order that it need not be told whose they are."""
    if not differences:
        return shared.same > FEWEST
    return shared.same >= LONG and shared.density >= SURE


def _another_speaker(a: Claim, b: Claim, shared: Alignment) -> tuple[str, str, Rule]:
    """The same long run of words in two mouths, both named beside it."""
    because = (
        f"“{evidence.cut(min(a.clause, b.clause, key=len))}” is credited to {evidence.who(a)} and to {evidence.who(b)}"
    )
    return "drift", because, Rule("quotes.other-speaker", f"{shared.same} words in a row are the same")


def _is_named(claim: Claim) -> bool:
    """The speaker's name stands in the sentence itself: no pronoun or paragraph before it to mistake."""
    return claim.holder is not None and claim.holder.name.split()[-1] in claim.passage.text


def _told(item: Difference) -> str:
    one, other = (" ".join(dict.fromkeys(word.text for word in side)) for side in (item.a, item.b))
    if one and other:
        return f"“{one}” against “{other}”"
    return f"“{one or other}” is in one and not in the other"


def _fitted(item: Difference, a: Claim, b: Claim) -> bool:
    """A fragment fitted into the grammar of another sentence: another form of one verb, another person's pronoun."""
    if not (_is_fragment(a.clause) or _is_fragment(b.clause)) or len(item.a) != len(item.b):
        return False
    pronouns = lexicons.words("quoting", "person")
    return all(
        (x.norm in pronouns and y.norm in pronouns) or forms.stem(x.norm) == forms.stem(y.norm)
        for x, y in zip(item.a, item.b, strict=True)
    )


def _is_fragment(words: str) -> bool:
    """True for quoted words that are no sentence of their own."""
    return not words[:1].isupper() or words.rstrip("”\"' ")[-1:] not in ".!?,"
