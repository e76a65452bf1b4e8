"""A noun phrase that speaks to the holder it means: names in full, pronouns, spokesmen, documents and their issuers."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from factcheck.model import Holder
from factcheck.reading.attribution import owners, roles
from factcheck.reading.attribution.memory import Memory
from factcheck.reading.attribution.people import People, Person
from factcheck.reading.attribution.salience import salient
from factcheck.reading.attribution.speaker import (
    SPEAKING,
    SUBJECTS,
    Speaker,
    antecedent,
    as_speaker,
    joined,
    number_of,
    phrase_of,
    whole,
    whom,
    without_determiner,
)
from factcheck.reading.parse import Block

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass
class Speakers:
    """Every subject of a document that may speak, in order, so that a later pronoun can point at it.

    `quoted` tells whether a place of the source lies inside a quotation: nobody outside speaks of those in it.
    """

    blocks: Sequence[Block]
    people: People
    quoted: Callable[[int], bool]
    _memory: Memory = field(default_factory=Memory)
    _voices: dict[str, dict[tuple[int, int], Speaker]] = field(default_factory=dict)  # role -> place -> who
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
            return self._introduced_together(block, head, first) or first
        rest = [self._single(block, token) for token in others]
        names = list(dict.fromkeys([first.holder.name, *(speaker.holder.name for speaker in rest if speaker)]))
        return Speaker(Holder(joined(names)), None, "plural")

    def _introduced_together(self, block: int, head: Token, first: Speaker | None) -> Speaker | None:
        """The mayor, Jane Roe, and the sheriff, Ann Poe: the parser joins the second office to the first name."""
        name = next((child for child in head.children if child.dep_ == "appos" and child.ent_type_ == "PERSON"), None)
        if name is None or first is None:
            return None
        office = next((token for token in head.children if token.dep_ == "conj" and token.i < name.i), None)
        if office is not None and office.i + 1 == name.left_edge.i and (second := self._person(name)):
            return Speaker(Holder(joined([first.holder.name, second.holder.name])), None, "plural")
        if roles.kind(head.lower_) != "role":
            return None
        others = [self._person(token) for token in name.conjuncts if token.i > name.i and self._appositive(token)]
        names = [first.holder.name, *(other.holder.name for other in others if other)]
        return Speaker(Holder(joined(names)), None, "plural") if len(names) > 1 else None

    @staticmethod
    def _appositive(head: Token) -> bool:
        return any(child.dep_ == "appos" for child in head.children)

    def _single(self, block: int, head: Token) -> Speaker | None:
        if len(head) > 1 and head.is_upper:
            return self._person(head) or self._named(block, head)  # WHO, US: no pronouns
        if roles.is_unnamed(head.lower_) and head.dep_ not in SUBJECTS:
            return None
        if (
            roles.kind(head.lower_) == "relative"
            and head.head.dep_ in ("relcl", "ccomp", "acl")
            and head.head.head != head.head
        ):
            return self.of(block, whole(antecedent(head))) if head.head.dep_ != "ccomp" else None
        if roles.kind(head.lower_) == "pronoun":
            return self._pronoun(block, head)
        if head.lower_ == "one" and (person := self._person(head)):
            return person  # one of her lawyers, Jane Roe
        if head.pos_ == "PRON" or roles.is_unnamed(head.lower_):
            return self._loose(head) if roles.kind(head.lower_) == "people" else None
        return (
            self._person(head)
            or self._voice(block, head)
            or self._office(head)
            or self._document(block, head)
            or self._named(block, head)
        )

    def _pronoun(self, block: int, head: Token) -> Speaker | None:
        gender, number = roles.gender(head.lower_), roles.number(head.lower_)
        # He asked the mayor: he is not the mayor.
        met = [child for child in head.head.children if child.dep_ in ("dobj", "dative") and head.dep_ in SUBJECTS]
        others = [found.holder for child in met if child.pos_ != "PRON" and (found := self.of(block, child))]
        earlier = self._memory.before(block, head.i, head.sent.start, number)
        for speaker in [*self._in_clause_before(block, head), *earlier]:
            if speaker.fits(gender, number) and speaker.holder not in others:
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
        clauses = [
            child
            for child in head.head.children
            if child.dep_ == "advcl" and child.i < head.i and any(token.dep_ in SUBJECTS for token in child.children)
        ]
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

    def _person(self, head: Token) -> Speaker | None:
        person = whom(self.people, head)
        several = head.tag_ in ("NNS", "NNPS") or roles.kind(head.lower_) in ("body", "people", "document")
        if person is None and not several and head.ent_type_ not in ("ORG", "GPE"):
            names = owners.apposed(head)
            person = next((found for name in names if (found := whom(self.people, name))), None)
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
            definite = any(child.lower_ == "the" for child in head.children)
            person = self.people.bearing(role) if definite else None
            if person is None and definite and (known := self._spoke_before(role, block, head)):
                return known
            return as_speaker(person) if person else self._loose(head)
        name = owner.holder.name
        own_name = owners.named_after(head)
        found = Speaker(
            Holder(own_name.text, role, name) if own_name is not None else Holder(f"{name}'s {role}", role, name),
            roles.gender(role),
            "plural" if roles.singular(role) != role else "one",
        )
        self._voices.setdefault(role, {})[block, head.i] = found
        return found

    def _spoke_before(self, role: str, block: int, head: Token) -> Speaker | None:
        """The spokesman: the one who was introduced as somebody's before, the last of several."""
        earlier = {place: who for place, who in self._voices.get(role, {}).items() if place < (block, head.i)}
        return earlier[max(earlier)] if earlier else None

    def _owner(self, block: int, head: Token, joints: tuple[str, ...]) -> Speaker | None:
        """Whose a noun is: a possessive, the object of for, by, of …, or the names compounded with it."""
        found = [speaker for token in owners.owners(head, joints) if (speaker := self.of(block, token))]
        if found or any(child.dep_ == "poss" for child in head.children):
            return next(iter(found), None)
        names = owners.compounded(head)
        return Speaker(Holder(self.people.body(names.text)), None, "body") if names is not None else None

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
        belonging = ("part", "lesser", "role")
        if person is None and not any(token.is_title or roles.kind(token.lower_) in belonging for token in words[:-1]):
            person = self.people.bearing(head.lower_)  # the four-term mayor
        return as_speaker(person) if person else None

    def _document(self, block: int, head: Token) -> Speaker | None:
        """The report by X, X's figures, figures released by X: X. "The report" alone: whose it was before."""
        if roles.kind(head.lower_) != "document":
            return None
        author = self._author(block, head)
        if author is not None:
            return author
        definite = any(child.lower_ in ("the", "this", "that") for child in head.children)
        if definite and (known := self._introduced_before(block, head)):
            return known
        if definite and head.lower_ == "statement" and (teller := self._memory.last_teller(block, head.i)):
            return teller
        return self._loose(head)

    def _author(self, block: int, head: Token) -> Speaker | None:
        """Whom the words around a document name as its author."""
        issuer = owners.issuer(head)
        if issuer is not None and self._misread(block, issuer, head):
            issuer = None
        return self._owner(block, head, ("by", "from", "of")) or (self.of(block, issuer) if issuer else None)

    def _misread(self, block: int, inside: Token, outside: Token) -> bool:
        """Whether one token lies in a quotation that the other does not: then the parser joined them wrongly."""
        start = self.blocks[block].paragraph.start
        return self.quoted(start + inside.idx) and not self.quoted(start + outside.idx)

    def _introduced_before(self, block: int, head: Token) -> Speaker | None:
        """The author, else the first words for it, of the document that a text called so last."""
        for number in range(block, -1, -1):
            for token in reversed(self.blocks[number].doc):
                if (number, token.i) >= (block, head.i) or token.lemma_ != head.lemma_ or token.pos_ != "NOUN":
                    continue
                indefinite = any(child.lower_ in ("a", "an", "another") for child in token.children)
                found = self._author(number, token) or (self._loose(token) if indefinite else None)
                if found is not None:
                    return found
        return None

    def _named(self, block: int, head: Token) -> Speaker | None:
        title = next(
            (child for child in head.children if child.dep_ == "appos" and child.left_edge.i == head.i + 1), None
        )
        if title is not None and title.pos_ == "PROPN" and roles.kind(head.lower_) in ("body", "document"):
            return self._loose(title)  # the agency Norpress
        owner = next((child for child in head.children if child.dep_ == "poss"), None)
        speaker = self.of(block, owner) if owner is not None and roles.kind(owner.lower_) == "pronoun" else None
        if speaker is None or owner is None:
            return self._loose(head)
        rest = " ".join(token.text for token in phrase_of(head) if token.i > owner.i)
        if head.dep_ == "conj":
            return Speaker(Holder(rest), roles.gender(head.lower_), number_of(head))  # Roe and her allies
        return Speaker(Holder(f"{speaker.holder.name}'s {rest}"), roles.gender(head.lower_), number_of(head))

    def _loose(self, head: Token) -> Speaker | None:
        """A phrase that is its own name: its words without the article. "No group" is nobody."""
        phrase = phrase_of(head)
        if phrase[0].lower_ in ("no", "neither"):
            return None
        if (head.pos_ == "VERB" and head.ent_type_ not in SPEAKING) or head.ent_type_ in ("DATE", "TIME"):
            return None
        words = without_determiner(phrase)
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
