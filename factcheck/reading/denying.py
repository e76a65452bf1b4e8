"""The ways of denying: which verb of a sentence sets somebody against something, and what that is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.reading import events, syntax
from factcheck.reading.words import is_listed, run_at

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(frozen=True)
class Denying:
    """A denial as the parse has it: its verb, the denier's head word and the head of what is denied.

    Without a denier it is the word of whoever is credited with the clause. `about`: the thing of which it is denied,
    where it stands beside the verb ("the law was misread as a ban").
    """

    verb: Token
    denier: Token | None
    content: Token
    about: Token | None = None


def read(token: Token) -> Denying | None:
    """The denial that a verb states, if it states one."""
    if token.pos_ not in ("VERB", "AUX") or _is_undone(token):
        return None
    if token.lemma_ == "be":
        content = _found_untrue(token)
        return Denying(token, None, content) if content is not None else None
    if is_listed(token, "denials", "deny"):
        content = _clause(token) or _content(token)
        if content is None or not (says(content) or is_pointer(content) or happens(content)):
            return None
        return Denying(token, _denier(token), content)
    if (plea := _plea(token)) is not None:
        return Denying(token, _denier(token), plea)
    if run_at(token.doc, token.i, "denials", "misread"):
        content, about = _read_into(token), syntax.logical_object(token)
        return Denying(token, None, content, about) if content is not None and about is not None else None
    if run_at(token.doc, token.i, "denials", "refuse"):
        content = _content(token)
    elif is_listed(token, "denials", "call") and _verdict(token):
        content = _judged(token)
    elif run_at(token.doc, token.i, "denials", "protest"):
        content = _complained_of(token)
    else:
        return None
    pointed = content is not None and is_pointer(content) and content.lower_ in ("this", "that")
    if content is None or not (says(content) or pointed or _lays_charge(content) or _wrongs(content)):
        return None
    return Denying(token, _denier(token), content)


def is_pointer(token: Token) -> bool:
    """ "this", "it": what was said just before."""
    return token.pos_ in ("PRON", "DET") and is_listed(token, "denials", "pointer")


def says(token: Token) -> bool:
    """A noun for what somebody says of somebody; "the union's pay claim" asks for something."""
    asks = any(item.dep_ == "compound" and item.pos_ == "NOUN" for item in token.children)
    return token.pos_ == "NOUN" and is_listed(token, "denials", "said") and not (asks and token.lemma_ == "claim")


def happens(token: Token) -> bool:
    """A clause, a gerund (which the parser may hang on its object), a share in what happened, or an event noun."""
    if token.pos_ in ("VERB", "AUX") or gerund(token) is not None or is_listed(token, "denials", "part"):
        return True
    return token.pos_ == "NOUN" and ("noun", token.lemma_.lower()) in events.vocabulary().words


def gerund(token: Token) -> Token | None:
    """The gerund that the parser took for a part of its object: "denied bombing schools"."""
    return next(
        (
            item
            for item in token.lefts
            if item.dep_ in ("amod", "compound") and item.lower_.endswith("ing") and item.i == token.left_edge.i
        ),
        None,
    )


def clause(content: Token) -> Token | None:
    """The verb of what is denied: the clause itself, or the one under a noun ("claims that it closed", "a tool to
    jail …").
    """
    if content.pos_ in ("VERB", "AUX"):
        return content
    return next(
        (x for x in content.rights if x.pos_ in ("VERB", "AUX") and (x.dep_ in ("acl", "ccomp") or _is_infinitive(x))),
        None,
    )


def _is_infinitive(verb: Token) -> bool:
    return any(item.lower_ == "to" and item.dep_ == "aux" for item in verb.children)


def _is_undone(verb: Token) -> bool:
    """Negated, wished for, conditional, or a refusal to say: "did not deny", "neither confirm nor deny"."""
    if verb.dep_ == "conj" and is_listed(verb.head, "denials", "silence"):
        return True
    if verb.lemma_ == "be":
        return False
    before = verb.head if verb.dep_ == "xcomp" else None
    return (before is not None and not is_listed(before, "denials", "carry")) or any(
        item.dep_ == "neg"
        or is_listed(item, "denials", "silence")
        or (item.dep_ == "aux" and (item.tag_ == "MD" or is_listed(item, "stance", "future")))
        for item in verb.children
    )


def _denier(verb: Token) -> Token | None:
    doer = syntax.logical_subject(verb)
    if doer is not None and doer.pos_ == "PRON" and doer.tag_ in ("WDT", "WP"):
        return verb.head
    return doer


def _clause(verb: Token) -> Token | None:
    """What a verb of denying says is not so, in a clause of its own: the parser may make its subject an object."""
    return syntax.child(verb, "ccomp") if not syntax.is_passive(verb) else None


def _content(verb: Token) -> Token | None:
    """What is denied: the object or clause, and for "which he denied" the noun that the relative clause hangs on."""
    if syntax.is_passive(verb):
        return syntax.child(verb, "nsubjpass")
    found = syntax.child(verb, "dobj") or syntax.child(verb, "ccomp", "xcomp", "pcomp", "advcl")
    if found is None or found.dep_ == "advcl":
        objects = (syntax.child(item, "pobj", "pcomp") for item in verb.children if item.dep_ == "prep")
        spoken = next((item for item in objects if item is not None and (says(item) or happens(item))), None)
        found = spoken or found
    if found is not None and found.tag_ in ("WDT", "WP"):
        return verb.head if verb.dep_ == "relcl" else found
    return found


def _plea(verb: Token) -> Token | None:
    """What somebody pleads not guilty to, or the innocence that he maintains."""
    length = run_at(verb.doc, verb.i, "denials", "plead")
    if length:
        objects = (syntax.child(item, "pobj") for item in verb.subtree if item.dep_ == "prep" and item.lower_ == "to")
        return next((item for item in objects if item is not None), verb.doc[verb.i + length - 1])
    if not run_at(verb.doc, verb.i, "denials", "uphold"):
        return None
    things = (*verb.children, *(syntax.child(item, "pobj") for item in verb.children if item.dep_ == "prep"))
    return next((x for x in things if x is not None and is_listed(x, "denials", "innocence")), None)


def _read_into(verb: Token) -> Token | None:
    """What somebody says was wrongly read into a thing: "was misconstrued as a ban"."""
    as_what = next((item for item in verb.children if item.dep_ == "prep" and item.lower_ == "as"), None)
    return syntax.child(as_what, "pobj", "pcomp") if as_what is not None else None


def _verdict(verb: Token) -> bool:
    last = max((item.i for item in verb.subtree), default=verb.i) + 1
    return any(is_listed(verb.doc[index], "denials", "verdict") for index in range(verb.i, last))


def _judged(verb: Token) -> Token | None:
    """What is given a name: the object, or the subject of the small clause in "calling the story misleading"."""
    if syntax.is_passive(verb):
        return syntax.child(verb, "nsubjpass")
    thing = _content(verb)
    inner = syntax.child(thing, "nsubj") if thing is not None and thing.dep_ in ("ccomp", "xcomp", "advcl") else None
    return inner or thing


def _complained_of(verb: Token) -> Token | None:
    """The charge that somebody hits out at another for: "for accusing it of fraud"."""
    purposes = [item for item in verb.subtree if item.dep_ == "prep" and item.lower_ in ("for", "over")]
    return next((inner for item in purposes for inner in item.children if inner.dep_ in ("pcomp", "pobj")), None)


def _lays_charge(token: Token) -> bool:
    return token.pos_ == "VERB" and is_listed(token, "denials", "accuse")


def _wrongs(token: Token) -> bool:
    """A wrong in the gerund, which nobody turns down as a plan: "disputes cheating its tenants"."""
    return token.tag_ == "VBG" and any(is_listed(token, "denials", x) for x in ("wrong-group", "wrong-in-kind"))


def _found_untrue(verb: Token) -> Token | None:
    """What a clause says to be untrue: "that is not true", "the report is false", "there is no truth in the claim"."""
    said = syntax.child(verb, "nsubj")
    negated = syntax.child(verb, "neg") is not None
    what = syntax.child(verb, "acomp", "attr")
    if what is None:
        return None
    if said is None or said.dep_ == "expl":
        pass
    elif says(said) or (is_pointer(said) and said.lower_ not in ("which", "so", "it", "them")):
        untrue = is_listed(what, "denials", "verdict") and is_listed(what, "denials", "false")
        return said if (negated and is_listed(what, "denials", "true")) or (not negated and untrue) else None
    if syntax.child(verb, "expl") is None or not is_listed(what, "denials", "truth"):
        return None
    none = negated or any(item.lower_ == "no" for item in what.children)
    about = [item for item in what.children if item.dep_ == "prep" and item.lower_ in ("in", "to", "for", "behind")]
    return next((x for item in about for x in item.children if none and (says(x) or is_pointer(x))), None)
