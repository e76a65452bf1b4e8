"""A noun phrase that speaks to the holder it means: names in full, pronouns, spokesmen, documents and their issuers."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from factcheck.model import Holder
from factcheck.reading.attribution import roles
from factcheck.reading.attribution.memory import Memory
from factcheck.reading.attribution.people import People, Person
from factcheck.reading.attribution.salience import salient
from factcheck.reading.attribution.speaker import SPEAKING, SUBJECTS, Speaker, as_speaker, number_of, phrase_of, whom
from factcheck.reading.parse import Block

if TYPE_CHECKING:
    from spacy.tokens import Token

# Pronouns that name nobody whom a third person could be credited for.
_NEVER = frozenset(
    [
        "i",
        "we",
        "you",
        "one",
        "this",
        "these",
        "those",
        "there",
        "what",
        "that",
        "me",
        "us",
        "myself",
        "ourselves",
        "mine",
        "ours",
    ],
)


@dataclass
class Speakers:
    """Every subject of a document that may speak, in order, so that a later pronoun can point at it.

    `quoted` tells whether a place of the source lies inside a quotation: nobody outside speaks of those in it.
    """

    blocks: Sequence[Block]
    people: People
    quoted: Callable[[int], bool]
    _memory: Memory = field(default_factory=Memory)
    _documents: dict[str, tuple[int, int, Speaker]] = field(default_factory=dict)
    _bodies: dict[str, dict[str, None]] = field(default_factory=dict)  # noun -> names of bodies that hold it, so far
    _known: dict[tuple[int, int], Speaker | None] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for number, block in enumerate(self.blocks):
            if block.paragraph.kind == "body":
                for mentioned in salient(number, block, self.people, self.quoted, self.of):
                    self._memory.add(mentioned)

    def of(self, block: int, head: Token) -> Speaker | None:
        """Whom the noun phrase with this head means; none where that stays open."""
        key = (block, head.i)
        if key not in self._known:
            self._known[key] = None  # a phrase that leads back to itself stays open
            self._known[key] = self._coordinated(block, head)
        return self._known[key]

    def _coordinated(self, block: int, head: Token) -> Speaker | None:
        others = [
            token
            for token in head.conjuncts
            if token.i > head.i and token.pos_ in ("NOUN", "PROPN") and token.dep_ == "conj"
        ]
        first = self._single(block, head)
        if first is None or not others or self._appositive(head):
            return first
        rest = [self._single(block, token) for token in others]
        names = list(dict.fromkeys([first.holder.name, *(speaker.holder.name for speaker in rest if speaker)]))
        return Speaker(
            Holder(" and ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else names[0]), None, "plural"
        )

    @staticmethod
    def _appositive(head: Token) -> bool:
        return any(child.dep_ == "appos" for child in head.children)

    def _single(self, block: int, head: Token) -> Speaker | None:
        if head.lower_ in _NEVER and head.dep_ not in SUBJECTS:
            return None
        if (
            roles.kind(head.lower_) == "relative"
            and head.head.dep_ in ("relcl", "ccomp", "acl")
            and head.head.head != head.head
        ):
            return self.of(block, head.head.head) if head.head.dep_ != "ccomp" else None
        if roles.kind(head.lower_) == "pronoun":
            return self._pronoun(block, head)
        if head.pos_ == "PRON" or head.lower_ in _NEVER:
            return self._loose(head) if roles.kind(head.lower_) == "people" else None
        return (
            self._person(head)
            or self._voice(block, head)
            or self._office(head)
            or self._document(block, head)
            or self._named(block, head)
        )

    # -- pronouns ---------------------------------------------------------------------------------------------------

    def _pronoun(self, block: int, head: Token) -> Speaker | None:
        gender, number = roles.gender(head.lower_), roles.number(head.lower_)
        for speaker in [*self._in_clause_before(block, head), *self._memory.before(block, head.i, head.sent.start)]:
            if speaker.fits(gender, number):
                return Speaker(speaker.holder, gender or speaker.gender, speaker.number)
        return None

    def _in_clause_before(self, block: int, head: Token) -> Iterator[Speaker]:
        """The subjects that govern a pronoun's clause (others said they …); then whom an opening clause names, if one
        person (after the complaints against Roe had been heard, he …)."""
        for verb in head.head.ancestors:
            for child in verb.children:
                if (
                    child.dep_ in SUBJECTS
                    and child.i < head.i
                    and head not in child.subtree
                    and (speaker := self.of(block, child))
                ):
                    yield speaker
        clauses = [child for child in head.head.children if child.dep_ == "advcl" and child.i < head.i]
        named = {
            person.name: person
            for clause in clauses
            for token in clause.subtree
            if token.ent_type_ == "PERSON" and (person := whom(self.people, token))
        }
        if len(named) == 1:
            yield from (as_speaker(person) for person in named.values())

    def last(self, block: int, place: int) -> Speaker | None:
        """The subject that was spoken of last before a token of a block."""
        return next(self._memory.before(block, place, place), None)

    # -- persons, spokesmen, offices --------------------------------------------------------------------------------

    def _person(self, head: Token) -> Speaker | None:
        person = whom(self.people, head)
        if person is None:
            person = next(
                (
                    found
                    for child in head.children
                    if child.dep_ == "appos" and roles.kind(head.lower_) and (found := whom(self.people, child))
                ),
                None,
            )
        if person is None and roles.kind(head.lower_) == "role":
            person = self._introduced(head)
        return as_speaker(person) if person else None

    def _introduced(self, head: Token) -> Person | None:
        """Jane Roe head of the union: without a comma the parser takes the name for a part of the office."""
        phrase = phrase_of(head)
        names = [token for token in phrase if token.ent_type_ == "PERSON" and token.i < head.i]
        leads = len(names) > 1 and names[0].i == phrase.start and names[-1].i == phrase.start + len(names) - 1
        return self.people.find(head.doc[names[0].i : names[-1].i + 1].text) if leads else None

    def _voice(self, block: int, head: Token) -> Speaker | None:
        """A spokeswoman for X, X's spokesman, the X spokesman: all "X's spokesman"."""
        role = head.lower_ if roles.kind(head.lower_) == "voice" else None
        if role is None:
            return None
        owner = self._owner(block, head, ("for", "of", "to", "with", "at"))
        if owner is None:
            person = self.people.bearing(role) if any(child.lower_ == "the" for child in head.children) else None
            return as_speaker(person) if person else self._loose(head)
        name = owner if isinstance(owner, str) else owner.holder.name
        return Speaker(
            Holder(f"{name}'s {role}", role, name),
            roles.gender(role),
            "plural" if roles.singular(role) != role else "one",
        )

    def _owner(self, block: int, head: Token, joints: tuple[str, ...]) -> Speaker | str | None:
        """Whose a noun is: a possessive, the object of for, by, of …, or the names compounded with it."""
        for child in head.children:
            if child.dep_ == "poss":
                return self.of(block, child)
        for child in head.children:
            if child.dep_ in ("prep", "agent") and child.lower_ in joints:
                owner = next(
                    (self.of(block, grandchild) for grandchild in child.children if grandchild.dep_ == "pobj"), None
                )
                if owner is not None:
                    return owner
        names = [
            token
            for token in phrase_of(head)
            if token.i < head.i
            and token.text[:1].isupper()
            and token.dep_ in ("compound", "amod", "nmod", "poss")
            and token.lower_ != "the"
        ]
        if names and names[-1].i + 1 >= head.i - 1:
            return self.people.body(head.doc[names[0].i : names[-1].i + 1].text)
        return None

    def _office(self, head: Token) -> Speaker | None:
        """The minister, the mayor: the only one of the document."""
        determiner = any(child.dep_ == "det" and child.lower_ in ("the", "this", "that") for child in head.children)
        if (
            roles.kind(head.lower_) != "role"
            or (roles.singular(head.lower_) != head.lower_ and head.tag_ == "NNS")
            or not determiner
        ):
            return None
        words = [token for token in phrase_of(head) if token.i <= head.i and token.dep_ != "det"]
        person = self.people.bearing(" ".join(token.lower_ for token in words))
        return as_speaker(person) if person else None

    # -- documents, bodies, the rest --------------------------------------------------------------------------------

    def _document(self, block: int, head: Token) -> Speaker | None:
        """The report by X, X's figures, figures released by X: X. "The report" alone: whose it was before."""
        if roles.kind(head.lower_) != "document":
            return None
        owner = self._owner(block, head, ("by", "from", "of")) or self._issuer(block, head)
        if isinstance(owner, str):
            owner = Speaker(Holder(owner), None, "body")
        if owner is not None:
            self._documents[head.lemma_] = (block, head.i, owner)
            return owner
        definite = any(child.lower_ in ("the", "this", "that") for child in head.children)
        known = self._documents.get(head.lemma_)
        if definite and known is not None and known[:2] < (block, head.i):
            return known[2]
        if definite and head.lower_ == "statement" and (teller := self._memory.last_teller(block, head.i)):
            return teller
        loose = self._loose(head)
        if loose is not None and not definite:
            self._documents[head.lemma_] = (block, head.i, loose)
        return loose

    def _issuer(self, block: int, head: Token) -> Speaker | None:
        """By whom a document was made: "released by the ministry"."""
        for child in head.children:
            if child.dep_ in ("acl", "relcl"):
                for agent in child.children:
                    if agent.dep_ in ("agent", "prep") and agent.lower_ == "by":
                        return next((self.of(block, token) for token in agent.children if token.dep_ == "pobj"), None)
        return None

    def _named(self, block: int, head: Token) -> Speaker | None:
        owner = next((child for child in head.children if child.dep_ == "poss"), None)
        speaker = self.of(block, owner) if owner is not None and roles.kind(owner.lower_) == "pronoun" else None
        if speaker is None or owner is None:
            return self._loose(head)
        rest = " ".join(token.text for token in phrase_of(head) if token.i > owner.i)
        return Speaker(Holder(f"{speaker.holder.name}'s {rest}"), roles.gender(head.lower_), number_of(head))

    def _loose(self, head: Token) -> Speaker | None:
        """A phrase that is its own name: its words without the article."""
        phrase = phrase_of(head)
        if head.pos_ == "VERB" and head.ent_type_ not in SPEAKING:
            return None
        words = (
            phrase[1:]
            if len(phrase) > 1 and phrase[0].lower_ in ("the", "a", "an", "this", "these", "those", "that")
            else phrase
        )
        name = " ".join(words.text.split("(")[0].split()).replace(" 's", "'s").strip(" '\"-,")
        if not any(character.isalpha() for character in name):
            return None
        definite = len(phrase) == 2 and phrase[0].lower_ == "the" and roles.kind(name.lower()) == "body"
        if definite and len(self._bodies.get(name.lower(), ())) == 1:
            return Speaker(Holder(next(iter(self._bodies[name.lower()]))), None, "body")
        if any(token.pos_ == "PROPN" for token in words) and len(words) > 1:
            for token in words:
                if roles.kind(token.lower_) == "body":
                    self._bodies.setdefault(token.lower_, {})[self.people.body(name)] = None
        return Speaker(Holder(self.people.body(name)), roles.gender(head.lower_), number_of(head))
