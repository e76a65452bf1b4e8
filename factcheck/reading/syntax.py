"""Questions to a parse that several readers ask: who does it, to whom, where does the clause begin and end."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factcheck.reading.words import is_listed

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

CLAUSE_DEPENDENCIES = frozenset({"ROOT", "ccomp", "advcl", "relcl", "parataxis", "acl", "xcomp", "pcomp", "csubj"})
_SUBJECTS = ("nsubj", "nsubjpass", "csubj")


def child(token: Token, *dependencies: str) -> Token | None:
    """The first child with one of these dependencies."""
    return next((item for item in token.children if item.dep_ in dependencies), None)


def is_passive(verb: Token) -> bool:
    """True for "was hit", "were being hit" and for a bare participle after its noun ("people hit by …")."""
    if child(verb, "nsubjpass", "auxpass") is not None:
        return True
    return verb.tag_ == "VBN" and verb.dep_ in ("acl", "relcl") and child(verb, "nsubj", "aux") is None


def is_finite(verb: Token) -> bool:
    """True for a verb with a tense of its own or of its auxiliaries, and somebody or something that it is said of."""
    forms = {verb.tag_, *(item.tag_ for item in verb.children if item.dep_ in ("aux", "auxpass"))}
    return bool(forms & {"VBD", "VBZ", "VBP", "MD"}) and subject(verb) is not None


def subject(verb: Token) -> Token | None:
    """Who or what the verb is said of: its own subject, the noun that a relative clause hangs on, or a shared one."""
    for _ in range(4):
        verb = _perfect(verb)
        own = child(verb, *_SUBJECTS)
        if own is not None:
            relative = own.tag_ in ("WDT", "WP") or own.lower_ == "that"
            return verb.head if relative and verb.dep_ == "relcl" else _before_participle(own)
        controller = _controller(verb)
        if controller is not None:
            return controller
        if verb.dep_ == "acl" or (verb.dep_ == "relcl" and verb.head.pos_ in ("NOUN", "PROPN")):
            return verb.head
        if verb.dep_ in ("conj", "xcomp", "advcl") and verb.head.pos_ in ("VERB", "AUX"):
            verb = verb.head
            continue
        if verb.dep_ in ("prep", "pcomp") and verb.head.head.pos_ in ("VERB", "AUX"):
            verb = verb.head.head if verb.dep_ == "pcomp" else verb.head
            continue
        return None
    return None


def _controller(verb: Token) -> Token | None:
    """Who is charged with it or told to do it: "accused the army of shelling", "ordered the guards to leave"."""
    governor, dependency = verb.head, verb.dep_
    if dependency == "pcomp" and governor.dep_ == "prep":
        charged = governor.head
        if charged.dep_ in ("dobj", "nsubjpass") and is_listed(charged.head, "scope", "charging"):
            return charged
        return child(charged, "dobj", "nsubjpass") if is_listed(charged, "scope", "charging") else None
    told = (
        dependency in ("xcomp", "ccomp", "advcl")
        and governor.pos_ == "VERB"
        and is_listed(governor, "scope", "bidding")
    )
    return child(governor, "dobj") if told and any(item.lower_ == "to" for item in verb.lefts) else None


def _before_participle(noun: Token) -> Token:
    """The firm of "the firm suing Orbit Bank lost", where the parser hangs "firm suing" on the name."""
    for item in noun.lefts:
        before = noun.doc[item.i - 1] if item.i else item
        if item.tag_ == "VBG" and noun.pos_ == "PROPN" and before.pos_ == "NOUN" and before.i >= noun.left_edge.i:
            return before
    return noun


def _perfect(verb: Token) -> Token:
    """The "have" of "seem to have harmed bees", where the parser takes the participle for the noun's adjective."""
    before = verb.doc[verb.i - 1] if verb.i else verb
    taken = verb.dep_ == "amod" and verb.tag_ == "VBN" and before.lemma_ == "have" and verb.head.head == before
    return before if taken else verb


def joined_subject(verb: Token) -> Token | None:
    """The subject of the clause that one with a pronoun is joined to: "the bank lost money, and yet it pays"."""
    return subject(verb.head) if verb.dep_ == "conj" and verb.head.pos_ in ("VERB", "AUX") else None


def logical_subject(verb: Token) -> Token | None:
    """The doer: the by-phrase of a passive, else the subject of an active verb."""
    if is_passive(verb):
        by = child(verb, "agent") or next(
            (item for item in verb.children if item.dep_ == "prep" and item.lower_ == "by"), None
        )
        return child(by, "pobj") if by is not None else None
    return subject(verb)


def logical_object(verb: Token) -> Token | None:
    """The undergoer: the subject of a passive, else the direct object; for "whom" the noun that its clause hangs on."""
    if is_passive(verb):
        return subject(verb)
    if _perfect(verb) != verb:
        return verb.head
    found = child(verb, "dobj", "dative", "attr")
    relative = found is not None and found.tag_ in ("WDT", "WP") and found.lower_ != "that"  # "the days that I served"
    return verb.head if relative and verb.dep_ == "relcl" else found


def conjuncts(token: Token) -> Iterator[Token]:
    """A token and all that is joined to it by "and", commas or "or"."""
    yield token
    for item in token.children:
        if item.dep_ in ("conj", "appos"):
            yield from conjuncts(item)


def preposition_objects(token: Token, words: frozenset[str]) -> Iterator[Token]:
    """The objects of the prepositions `words` that hang on a token, with their conjuncts."""
    for item in token.children:
        if item.dep_ in ("prep", "agent") and item.lower_ in words:
            for thing in item.children:
                if thing.dep_ in ("pobj", "pcomp"):
                    yield from conjuncts(thing)
                elif thing.dep_ == "prep":
                    yield from (x for inner in thing.children if inner.dep_ == "pobj" for x in conjuncts(inner))


def clause_head(token: Token) -> Token:
    """The verb, or other head, of the smallest clause that a token stands in."""
    while token.dep_ not in CLAUSE_DEPENDENCIES and token.head != token:
        if token.dep_ == "conj" and token.pos_ in ("VERB", "AUX") and token.head.pos_ in ("VERB", "AUX"):
            break
        token = token.head
    return token


def clause_span(head: Token) -> tuple[int, int]:
    """Tokens [first, last) of a clause without the clauses joined to it by "and" and without a clause it reports."""
    doc: Doc = head.doc
    inside = set(_clause_tokens(head))
    first = last = head.i
    while first - 1 in inside:
        first -= 1
    while last + 1 in inside:
        last += 1
    while first < head.i and (doc[first].is_punct or doc[first].dep_ == "cc"):
        first += 1
    while last > head.i and (doc[last].is_punct or doc[last].dep_ == "cc"):
        last -= 1
    return first, last + 1


def _clause_tokens(head: Token) -> Iterator[int]:
    yield head.i
    for item in head.children:
        joined = item.dep_ == "conj" and item.pos_ in ("VERB", "AUX")
        if not joined and item.dep_ not in ("parataxis",):
            yield from (token.i for token in item.subtree)


def under(token: Token, dependency: str, first: int, last: int) -> bool:
    """True if a token hangs, inside tokens [first, last), on something with this dependency."""
    while first <= token.i < last and token.head != token:
        if token.dep_ == dependency and first <= token.head.i < last:
            return True
        token = token.head
    return False


def is_named_among(token: Token) -> bool:
    """True for one of several that are counted: "40 in Ruritania, including the town of Roe"."""
    while token.dep_ in ("pobj", "prep", "conj", "compound", "appos") and token.head != token:
        token = token.head
        if token.lower_ == "including":
            return any(item.pos_ == "NUM" for item in token.doc[token.sent.start : token.i])
    return False
