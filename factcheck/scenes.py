"""Evidence between two texts of one scene: each sentence of the one beside that of the other that tells it again.

What a report would leave open (is it one matter?) the reader has answered; what is left is whether both can hold.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck import evidence, identity
from factcheck.model import Claim, Comparability, Evidence, Passage, Rule, Source
from factcheck.pairing.scene import differences, retelling, sentences, slots
from factcheck.pairing.scene.kinds import Clash
from factcheck.pairing.scene.sentences import Sentence

CONTEXT = 3  # sentences from which on a text is an article, which tells a statement in other words
TOLD_AGAIN = 0.8  # likeness from which on a sentence of an article is the statement, and says all that it says
_KINDS = {
    "number": "other figures in one sentence",
    "rank": "another place in a row",
    "measure": "one of two parts of a sum",
    "sum": "one total, made up of more or of fewer",
    "contraries": "contraries in one place",
    "negation": "one negates what the other says",
    "exception": "an exception in one alone",
    "only": "one alone, beside several",
    "roles": "who did it and whom it befell have changed places",
    "name": "another name in one place",
}


def compare(a: Source, b: Source) -> Iterator[tuple[str, Evidence]]:
    """(checker id, evidence) for each sentence of `b` that excludes what `a` says in its place."""
    article = sentences.read(a)
    for statement in sentences.read(b):
        seen = set()
        for sentence, clash in _clashes(article, statement):
            key = clash.checker, clash.a, clash.b
            if key not in seen:
                seen.add(key)
                yield clash.checker, _evidence(sentence, statement, clash)


def settle(found: Sequence[tuple[str, Evidence]], scene: Sequence[tuple[str, Evidence]]) -> list[tuple[str, Evidence]]:
    """What the checkers found and what the scene shows: where a sentence leaves it open, its checker claims no more;
    what the checker said already is not said again.
    """
    kept = [pair for pair in found if not any(other[1].relation == "tension" and _of(pair, other) for other in scene)]
    new = [
        other for other in scene if not any(pair[1].relation == other[1].relation and _of(pair, other) for pair in kept)
    ]
    return [*kept, *new]


def _of(pair: tuple[str, Evidence], wider: tuple[str, Evidence]) -> bool:
    """True for one checker's evidence on passages of the two sentences."""
    return pair[0] == wider[0] and _inside(pair[1], wider[1])


def _inside(item: Evidence, wider: Evidence) -> bool:
    """True if both passages lie in the two sentences of the other evidence."""
    sides = {side.source: side for side in (wider.a, wider.b)}
    return all(
        sides[side.source].start <= side.start and side.end <= sides[side.source].end for side in (item.a, item.b)
    )


def _clashes(article: tuple[Sentence, ...], statement: Sentence) -> Iterator[tuple[Sentence, Clash]]:
    rated = [(differences.alike(sentence, statement), sentence) for sentence in article]
    best, nearest = max(rated, key=lambda pair: pair[0], default=(0.0, None))
    met = [(nearest, clash) for clash in retelling.clashes(nearest, statement)] if best and nearest is not None else []
    if met or best >= TOLD_AGAIN or len(article) < CONTEXT:
        yield from met
    else:
        yield from slots.clashes(article, statement)


def _evidence(a: Sentence, b: Sentence, clash: Clash) -> Evidence:
    one, other = _claim(a), _claim(b)
    rule = Rule(f"same-scene.{clash.kind}", _KINDS.get(clash.kind, f"another {clash.kind}"))
    link = "but" if clash.relation == "conflict" else "while"
    because = evidence.sentence(
        f"“{evidence.cut(one.clause)}”, according to {evidence.who(one)}, {link} “{evidence.cut(other.clause)}”, "
        f"according to {evidence.who(other)}: “{clash.a}” against “{clash.b}”"
    )
    return evidence.make(clash.checker, clash.relation, because, one, other, Comparability(()), [rule])


def _claim(sentence: Sentence) -> Claim:
    """The sentence as a claim of its source."""
    start, end = sentence.place
    source = sentence.source
    text = source.text[start:end]
    passage = Passage(source.id, start, end, source.text.count("\n", 0, start) + 1, text)
    outlet = source.publisher or source.title or source.id
    return Claim(
        id=identity.claim_id(source.id, text),
        passage=passage,
        sentence=start,
        clause=text,
        outlet=outlet,
        published=source.published,
    )
