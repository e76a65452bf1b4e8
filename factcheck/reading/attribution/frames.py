"""Reported speech inside sentences: each cue of the parse with its speaker and the stretches of text it answers for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.reading.attribution import cues, roles
from factcheck.reading.attribution.cues import Cue
from factcheck.reading.attribution.holders import Speakers
from factcheck.reading.attribution.speaker import SUBJECTS, Speaker, speaks
from factcheck.reading.attribution.subjects import is_irreal, is_passive, phrase_head, subject
from factcheck.reading.attribution.told import Stretch, around, stretch, told
from factcheck.reading.parse import Block

if TYPE_CHECKING:
    from spacy.tokens import Span, Token


_CLOSING = ("'", "’", '"', "”", "''")


@dataclass(frozen=True)
class Frame:
    """One act of telling: who, by which cue, which characters [start, end) of the source; `at` is the cue's place."""

    speaker: Speaker | None
    cue: Cue
    stretches: tuple[Stretch, ...]
    at: int
    quotation: bool = False
    tag: Stretch | None = None  # the words of the telling itself, where they may be long

    @property
    def length(self) -> int:
        """Characters told."""
        return sum(end - start for start, end in self.stretches)


def find(block: int, speakers: Speakers) -> Iterator[Frame]:
    """The frames of one block, in the order of their cues."""
    where = speakers.blocks[block]
    yield from _headline(where, block, speakers)
    for sentence in where.doc.sents:
        for token in sentence:
            found = cues.source(token.doc, token.i)
            if found is not None:
                yield from _prepositional(where, block, token, found, speakers)
            elif token.pos_ in ("VERB", "AUX") and cues.verbs(token):
                yield from _verbal(where, block, sentence, token, speakers)
            elif (
                token.tag_ == "NNS"
                and token.dep_ == "ROOT"
                and cues.verbs(token)
                and any(child.dep_ == "ccomp" for child in token.children)
            ):
                yield from _mistagged(where, block, token, speakers)
            elif token.pos_ == "NOUN" and cues.nouns(token):
                yield from _nominal(where, block, token, speakers)


def _verbal(where: Block, block: int, sentence: Span, verb: Token, speakers: Speakers) -> Iterator[Frame]:
    if is_irreal(verb) or verb.dep_ in ("amod", "compound"):
        return
    head = subject(verb)
    speaker = speakers.of(block, head) if head is not None else None
    inside = speakers.quoted(where.paragraph.start + verb.idx)
    if head is not None and not inside and speakers.quoted(where.paragraph.start + head.idx):
        return  # a word of the quotation, which the parser took for the subject of its tag
    if inside and (head is None or not _known_inside(head, verb)):
        return  # whom a speaker means by "they" or "the report" is not in the text
    if inside and head is not None and roles.kind(head.lower_) == "pronoun" and not _is_person(speaker, speakers):
        return
    if head is not None and speaker is None and roles.kind(head.lower_) != "pronoun" and not is_passive(verb):
        return
    for cue in cues.verbs(verb):
        if inside and not cue.inner:
            continue
        if cue.of == "voice" and (head is None or not speaks(head, speaker)) and not is_passive(verb):
            continue
        stretches = told(where, sentence, verb, head, cue)
        if stretches:
            yield Frame(speaker, cue, stretches, where.paragraph.start + verb.idx)
            return


def _is_person(speaker: Speaker | None, speakers: Speakers) -> bool:
    return speaker is not None and speakers.people.find(speaker.holder.name) is not None


def _known_inside(head: Token, verb: Token) -> bool:
    """Whether one who tells inside a quotation is named there: by a name, or as "my agent", "one of them", "she"."""
    if any(token.pos_ == "PROPN" for token in head.subtree if token.i <= head.i + 3):
        return True
    if not any(cue.mode in ("say", "ask") for cue in cues.verbs(verb)):
        return False
    if roles.kind(head.lower_) == "pronoun":
        return roles.gender(head.lower_) is not None and roles.number(head.lower_) is None
    belongs = any(child.dep_ == "poss" for child in head.children) or head.lower_ == "one"
    return belongs and roles.kind(head.lower_) not in ("body", "document") and head.pos_ in ("NOUN", "NUM", "PRON")


def _nominal(where: Block, block: int, noun: Token, speakers: Speakers) -> Iterator[Frame]:
    """The suggestion by X that …; X's claim that …; voiced fears that …"""
    content = _content_of(noun)
    if content is None or speakers.quoted(where.paragraph.start + noun.idx):
        return
    verb = _carrier(noun)
    owner = subject(verb) if verb is not None else _noun_owner(noun)
    speaker = speakers.of(block, owner) if owner is not None else None
    if speaker is None and _denied(block, noun, speakers):
        return  # Roe denied reports that …: it is what Roe denies
    cue = cues.verbs(verb)[0] if verb is not None else cues.nouns(noun)[0]
    yield Frame(speaker, cue, stretch(where, *content), where.paragraph.start + (verb or noun).idx)


def _denied(block: int, noun: Token, speakers: Speakers) -> bool:
    """Whether a noun for what is said, of nobody in particular, is the object of one who denies it."""
    verb = noun.head
    if noun.dep_ != "dobj" or not any(cue.certainty == "denied" for cue in cues.verbs(verb)) or is_irreal(verb):
        return False
    head = subject(verb)
    return head is not None and speaks(head, speakers.of(block, head))


def _carrier(noun: Token) -> Token | None:
    """Said in a statement that …: the parser hung the words on the statement; it is the verb that tells them."""
    if noun.dep_ != "pobj" or noun.head.lower_ not in ("in", "on", "through", "via", "during"):
        return None
    verb = noun.head.head
    return verb if verb.pos_ == "VERB" and cues.verbs(verb) and not is_irreal(verb) else None


def _content_of(noun: Token) -> tuple[int, int] | None:
    """Tokens of the clause that a noun announces: wherever the parser hung it, "that" follows the noun or its owner."""
    clauses = [
        child
        for child in noun.children
        if child.dep_ in ("acl", "ccomp", "relcl") and child.i > noun.i and _opens_with_that(child)
    ]
    if clauses:
        return min(clause.left_edge.i for clause in clauses), max(clause.right_edge.i + 1 for clause in clauses)
    for token in noun.doc[noun.i + 1 : min(noun.i + 10, noun.sent.end)]:
        if token.lower_ == "that" and token.dep_ == "mark":
            return token.i, token.head.right_edge.i + 1
        if (
            token.pos_ in ("VERB", "AUX")
            or (token.is_punct and token.text not in ("'", "-"))
            or (token.i == noun.i + 1 and token.lower_ not in ("by", "from", "of", "that"))
        ):
            return None
    return None


def _mistagged(where: Block, block: int, verb: Token, speakers: Speakers) -> Iterator[Frame]:
    """The parser took "states" in "the letter states that" for a plural: the noun compounded with it is the subject."""
    head = next((child for child in reversed(list(verb.lefts)) if child.dep_ in ("compound", "nmod", "nsubj")), None)
    speaker = speakers.of(block, head) if head is not None else None
    content = next(child for child in verb.children if child.dep_ == "ccomp")
    if speaker is not None and content.i > verb.i:
        yield Frame(
            speaker,
            cues.verbs(verb)[0],
            stretch(where, verb.i + 1, content.right_edge.i + 1),
            where.paragraph.start + verb.idx,
        )


def _opens_with_that(clause: Token) -> bool:
    """A content clause: "that" is its conjunction, not its subject or object."""
    return any(child.lower_ == "that" and child.dep_ == "mark" for child in clause.children)


def _noun_owner(noun: Token) -> Token | None:
    for child in noun.children:
        if child.dep_ == "poss":
            return child
    for child in noun.children:
        if child.dep_ in ("prep", "agent") and child.lower_ in ("by", "from", "of", "among"):
            return next((token for token in child.children if token.dep_ == "pobj"), None)
    if noun.dep_ in ("dobj", "nsubjpass") and noun.head.lemma_ in cues.words("light"):
        return subject(noun.head)
    return None


def _prepositional(
    where: Block, block: int, token: Token, found: tuple[Cue, int], speakers: Speakers
) -> Iterator[Frame]:
    """According to X, …; …, according to figures from X; …, citing X."""
    cue, after = found
    head = phrase_head(token, after)
    speaker = speakers.of(block, head) if head is not None else None
    if head is None or speaker is None or speakers.quoted(where.paragraph.start + token.idx):
        return
    owned = any(child.dep_ == "poss" and child.pos_ == "PRON" for child in head.children)
    if owned and not speaks(head, speaker):
        return  # according to their size
    if cue.mode != "say" and (not speaks(head, speaker) or token.head == token):
        return  # citing safety concerns
    phrase = token.doc[token.i : max(after, head.right_edge.i + 1)]
    governor = token.head
    while governor.head != governor and governor.pos_ not in ("VERB", "AUX"):
        governor = governor.head
    later = [
        child
        for child in governor.children
        if child.dep_ == "conj" and child.i > phrase.start and any(item.dep_ in SUBJECTS for item in child.children)
    ]
    left_out = [
        *phrase,
        *(item for child in later for item in child.subtree),
        *(item for child in governor.children if child.dep_ == "cc" and child.i > phrase.start for item in [child]),
    ]
    if cue.entry == "citing" and (passed_on := _passed_on(where, governor)):
        yield Frame(speaker, cue, passed_on, where.paragraph.start + token.idx)
        return
    earlier = governor.dep_ == "conj" and governor.left_edge.i > phrase.end
    whole = token.sent if governor.dep_ in ("ROOT", "conj") or earlier else governor.subtree
    stretches = around(where, whole, left_out if phrase.start > token.sent.start + 1 else [*phrase])
    if governor.dep_ == "conj" and phrase.start < governor.i and phrase.start > token.sent.start + 1:
        stretches = stretches[:1]
    if stretches:
        tag = where.stretch(token.doc[phrase.start : phrase.end])
        yield Frame(speaker, cue, stretches, where.paragraph.start + token.idx, tag=tag)


def _passed_on(where: Block, verb: Token) -> tuple[Stretch, ...]:
    """What a telling verb tells, which the one it cites has told before."""
    head = subject(verb)
    found = (told(where, verb.sent, verb, head, cue) for cue in cues.verbs(verb)) if verb.pos_ == "VERB" else ()
    return next((stretches for stretches in found if stretches), ())


def _headline(where: Block, block: int, speakers: Speakers) -> Iterator[Frame]:
    """X: words, and words - X, in a headline: only where X is a known person or body."""
    if where.paragraph.kind != "headline":
        return
    doc = where.doc
    marks = [token.i for token in doc if token.text in (":", "-", "--") and token.whitespace_]
    for mark in marks[:1]:
        if (
            doc[mark].text == ":"
            and 0 < mark <= 5
            and _one_name(doc[:mark])
            and (doc[mark - 1].ent_type_ in ("PERSON", "ORG") or roles.kind(doc[mark - 1].lower_) in ("role", "voice"))
        ):
            speaker = speakers.of(block, doc[:mark].root)
            yield Frame(speaker, Cue(":", "say", "asserted"), stretch(where, mark + 1, len(doc)), where.paragraph.start)
    for mark in marks[-1:]:
        tail = doc[mark + 1 :]
        longest = 6 if doc[mark].text == ":" and doc[mark - 1].text in _CLOSING else 3
        if (
            0 < len(tail) <= longest
            and mark > 3
            and (
                tail.root.ent_type_ in ("PERSON", "ORG")
                or roles.kind(tail.root.lower_) in ("body", "people", "document", "role")
            )
        ):
            speaker = speakers.of(block, tail.root)
            yield Frame(
                speaker,
                Cue(doc[mark].text, "say", "asserted"),
                stretch(where, 0, mark),
                where.paragraph.start + doc[mark].idx,
            )


def _one_name(span: Span) -> bool:
    return all(token.text[:1].isupper() or token.lower_ in ("of", "for", "and", "the") for token in span)
