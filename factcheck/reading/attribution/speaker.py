"""One who speaks: the holder, what a pronoun must agree with, and the noun phrase that names it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.model import Holder
from factcheck.reading.attribution import roles
from factcheck.reading.attribution.people import People, Person

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

SUBJECTS = ("nsubj", "nsubjpass", "csubj")
SPEAKING = frozenset(["PERSON", "ORG", "NORP", "GPE"])
_VOICES = ("courtesy", "voice", "role", "document", "person", "body", "people", "relative")
_DETERMINERS = ("the", "a", "an", "this", "these", "those", "that", "my", "our")
_AFTER_HEAD = frozenset(["of", "for", "from", "in", "at", "on", "with"])


@dataclass(frozen=True)
class Speaker:
    """A holder and what a pronoun must agree with: gender (f, m, none), number (one, body, plural)."""

    holder: Holder
    gender: str | None = None
    number: str = "one"

    def fits(self, gender: str | None, number: str | None) -> bool:
        """Whether he, she, it or they may mean this speaker."""
        if gender is not None:
            return self.number == "one" and self.gender in (None, gender)
        return self.number == "body" if number == "body" else self.number in ("plural", "body")


def speaks(head: Token, speaker: Speaker | None) -> bool:
    """Whether a noun phrase is one that can speak: a person, body, people or document. Things and events cannot."""
    if speaker is not None and speaker.holder.role:
        return True
    if roles.kind(head.lower_) in ("pronoun", "relative"):
        return speaker is not None
    human = head.lower_.rstrip("s").endswith(
        ("ist", "ian", "man", "men", "woman", "women", "ant", "yer", "cher", "ger", "ker")
    )
    return (
        head.ent_type_ in SPEAKING
        or head.pos_ == "PROPN"
        or roles.kind(head.lower_) in _VOICES
        or human
        or bool({token.ent_type_ for token in head.subtree if token.dep_ == "appos"} & {"PERSON"})
    )


def as_speaker(person: Person) -> Speaker:
    role, affiliation = person.roles[0] if person.roles else (None, None)
    return Speaker(Holder(person.name, role, affiliation), person.gender, "one")


def number_of(head: Token) -> str:
    if head.ent_type_ == "ORG":
        return "body"
    if roles.kind(head.lower_) == "people" or (head.tag_ in ("NNS", "NNPS") and roles.kind(head.lower_) != "document"):
        return "plural"
    human = roles.kind(head.lower_) in ("person", "role", "voice", "courtesy") or head.ent_type_ == "PERSON"
    return "one" if human else "body"


def phrase_of(head: Token) -> Span:
    """The words of a noun phrase up to its first comma, clause or apposition; "of", "for" … after it belong to it."""
    doc, start, end = head.doc, head.i, head.i + 1
    while (
        start > head.left_edge.i
        and not (
            doc[start - 1].is_punct and doc[start - 1].text not in ("-", "/", "&", ".") and doc[start - 1].tag_ != "POS"
        )
        and (doc[start - 1].dep_ not in ("cc", "prep", "preconj", "advmod") or _joins_inside(doc[start - 1]))
    ):
        start -= 1
    for child in head.rights:
        # A person familiar with the matter, sources close to the club.
        trait = child.dep_ == "amod" and roles.kind(head.lower_) in ("person", "people")
        if child.i != end or not (trait or _names_on(head, child)):
            break
        inside = [token.i for token in child.subtree if not token.is_punct and token.dep_ not in ("relcl", "acl")]
        clause = [
            token.left_edge.i
            for token in child.subtree
            if token.dep_ in ("relcl", "acl", "appos", "conj", "cc", "advcl") or token.text == ","
        ]
        end = min([max(inside, default=end - 1) + 1, *(place for place in clause if place >= end)])
    return doc[start:end]


def without_determiner(phrase: Span) -> Span:
    """A noun phrase without its article; "my agent" is an agent to whoever reads it."""
    return phrase[1:] if len(phrase) > 1 and phrase[0].lower_ in _DETERMINERS else phrase


def _joins_inside(token: Token) -> bool:
    """Police and hospital officials: an "and" between two words in front of one head."""
    return token.dep_ == "cc" and token.head.i < token.i and token.head.dep_ in ("nmod", "compound", "amod")


def _names_on(head: Token, child: Token) -> bool:
    """Whether a preposition goes on with a name: not "on July 20", "of hiding it", nor "Jane Roe in the journal"."""
    named = next((token for token in child.children if token.dep_ == "pobj"), None)
    if child.dep_ != "prep" or child.lower_ not in _AFTER_HEAD or named is None or named.ent_type_ in ("DATE", "TIME"):
        return False
    if named.left_edge.tag_ == "VBG":
        return False
    return not (child.lower_ in ("in", "at", "on") and head.pos_ == "PROPN" and named.pos_ == "NOUN")


def whom(people: People, head: Token) -> Person | None:
    """The person whom a noun phrase with this head names."""
    if head.pos_ not in ("PROPN", "NOUN", "ADJ", "X", "VERB") or not head.text[:1].isupper():
        return None
    doc, start = head.doc, head.i
    inside = ("compound", "flat", "amod", "nmod", "punct", "poss")
    while (
        start > 0
        and doc[start - 1].dep_ in inside
        and start - 1 >= head.left_edge.i
        and (doc[start - 1].pos_ != "PUNCT" or doc[start - 1].text == "-")
    ):
        start -= 1
    following = doc[head.i + 1 : head.i + 3]
    later = [
        token
        for token in following
        if token.text[:1].isupper() and token.dep_ in ("flat", "compound") and token.head == head
    ]
    names = [doc[start : later[-1].i + 1].text] if later else []
    names += [doc[place : head.i + 1].text for place in range(start, head.i + 1)]
    return next((person for name in names if (person := people.find(name))), None)


def whole(token: Token) -> Token:
    """The head of the body's name in which a token stands: what follows "the Board of Trade, which" is the board's."""
    return next((ent.root for ent in token.doc.ents if ent.label_ == "ORG" and ent.start <= token.i < ent.end), token)


def antecedent(relative: Token) -> Token:
    """The noun that a relative pronoun stands for: the parser's, unless "who" follows a nearer person or "which" a
    nearer body (the anger of Jane Roe, who; Jane Roe of the union, which).
    """
    head = relative.head.head
    place = relative.i - 1
    while place > head.i and relative.doc[place].is_punct:
        bracket = relative.doc[place].text == ")"
        place -= 1
        while bracket and place > head.i and relative.doc[place + 1].text != "(":
            place -= 1
    nearer = relative.doc[place]
    inside = nearer != head and head in nearer.ancestors and nearer.pos_ in ("NOUN", "PROPN") and nearer.dep_ == "pobj"
    human = roles.kind(head.lower_) in ("person", "role", "voice", "courtesy", "people") or head.ent_type_ == "PERSON"
    if human and head.dep_ == "appos" and head.head.pos_ == "PROPN" and relative.lower_ == "who":
        return head.head  # Jane Roe, a student, who
    if inside and relative.lower_ == "who" and not human and nearer.ent_type_ == "PERSON":
        return nearer
    if inside and relative.lower_ == "which" and human and nearer.ent_type_ != "PERSON":
        return nearer
    return head


def joined(names: Sequence[str]) -> str:
    """Several holders as one name: "A, B and C"."""
    return " and ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else names[0]
