"""Whose a noun is, as the parse and the commas show it: X's report, a spokesman for X, a study that X published."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.reading.attribution import cues, roles
from factcheck.reading.attribution.speaker import phrase_of
from factcheck.reading.attribution.subjects import subject

if TYPE_CHECKING:
    from spacy.tokens import Span, Token


def owners(head: Token, joints: tuple[str, ...]) -> list[Token]:
    """The possessor of a noun, else the objects of the joints (for, by, of …) that follow it."""
    possessors = [child for child in head.children if child.dep_ == "poss"]
    return possessors[:1] or [
        token
        for child in head.children
        if child.dep_ in ("prep", "agent") and child.lower_ in joints
        for item in [item for item in child.children if item.dep_ == "pobj"][:1]
        # A draft of its own: whose "its" is.
        for token in ([owner for owner in item.children if owner.dep_ == "poss"] if item.lower_ == "own" else [item])
    ]


def compounded(head: Token) -> Span | None:
    """The names right before a noun that belong to it: the | Norland Police | spokesman."""
    names = [
        token
        for token in phrase_of(head)
        if token.i < head.i
        and token.text[:1].isupper()
        and token.dep_ in ("compound", "amod", "nmod", "poss")
        and token.lower_ != "the"
        and token.ent_type_ not in ("DATE", "TIME")
    ]
    return head.doc[names[0].i : names[-1].i + 1] if names and names[-1].i + 1 >= head.i - 1 else None


def issuer(document: Token) -> Token | None:
    """By whom a document was made: released by the ministry; the ministry released it, or said so in it."""
    for child in document.children:
        if child.dep_ in ("acl", "relcl") and child.lemma_ not in cues.words("seen"):
            for agent in child.children:
                if agent.dep_ in ("agent", "prep") and agent.lower_ == "by":
                    return next((token for token in agent.children if token.dep_ == "pobj"), None)
    verb = document.head
    if document.dep_ == "pobj" and verb.lower_ == "in" and cues.verbs(verb.head) and verb.head.pos_ == "VERB":
        return subject(verb.head)  # in a statement, the ministry said
    issued = document.dep_ == "dobj" and any(cue.entry == "publish" for cue in cues.verbs(verb))
    return subject(verb) if issued and document.lemma_ in cues.words("authored") else None


def named_after(head: Token) -> Span | None:
    """A lawyer for Jane Roe, Ann Poe, said: the name in commas, which the parser hangs on the nearer noun."""
    doc, end = head.doc, phrase_of(head).end
    if end + 1 >= len(doc) or doc[end].text != "," or roles.kind(head.lower_) not in ("role", "voice"):
        return None
    name = next((ent for ent in doc.ents if ent.start == end + 1 and ent.label_ in ("PERSON", "ORG")), None)
    if name is None or (name.label_ == "ORG" and len(name) == 1):
        return None
    closed = name.end == len(doc) or doc[name.end].text in (",", ".")
    return name if closed and name.root.dep_ == "appos" else None


def apposed(head: Token) -> list[Token]:
    """The names that stand in commas after a noun for one person: its director, Jane Roe. Beside an office, a name is
    a person's whatever the parser takes it for.
    """
    office = roles.kind(head.lower_) in ("role", "voice", "person")
    names = [child for child in head.children if child.dep_ == "appos"]
    names = [child for child in names if child.ent_type_ == "PERSON" or (office and child.pos_ == "PROPN")]
    after = named_after(head) if office and not names else None
    return names if after is None else [after.root]
