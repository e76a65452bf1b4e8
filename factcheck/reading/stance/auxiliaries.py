"""The words inside a clause that say whether it is so: negations, auxiliaries, adverbs, conjunctions, marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.reading import syntax
from factcheck.reading.words import is_listed, run_at, runs

if TYPE_CHECKING:
    from spacy.tokens import Token


def negated(head: Token, *, quantified: bool = False) -> bool:
    """True if the clause's own words deny it: not, no longer, hardly, neither; with `quantified` also never, nobody."""
    turns = 0
    for item in head.children:
        if item.dep_ == "neg" and item.lower_ != "never":
            turns += not _void(head, item)
        elif item.dep_ in ("advmod", "preconj", "cc", "det") and item.i < head.i:
            turns += is_listed(item, "stance", "negative-adverb") or (item.dep_ != "cc" and item.lower_ == "neither")
            turns += item.lower_ in ("longer", "more") and any(inner.dep_ == "neg" for inner in item.children)
        elif quantified:
            turns += item.lower_ == "never" or (item.dep_ in ("nsubj", "nsubjpass") and _none(item))
    if quantified and head.pos_ in ("NOUN", "PROPN") and not turns:
        turns += _none(head)
    return turns % 2 == 1


def _void(head: Token, negation: Token) -> bool:
    """A negation that denies nothing: "not only", "not until Monday", "could not but", "not one hour too soon"."""
    after = head.doc[negation.i + 1 : negation.i + 2].text.lower()
    if after in ("but", "least") or (negation.i < head.i and is_listed(head.doc[negation.i + 1], "stance", "merely")):
        return True
    if head.tag_ == "VBG" or is_listed(head, "stance", "lasting"):
        return False  # who is not waiting until Friday does not wait
    return any(
        item.i > negation.i
        and (item.lower_ == "until" or any(mark.lower_ == "until" for mark in item.children if mark.dep_ == "mark"))
        for item in head.children
    )


def _none(noun: Token) -> bool:
    """ "nobody", "no evidence", "none of the clerks", "neither side"."""
    doc = noun.doc
    if run_at(doc, noun.i, "stance", "none"):
        return True
    return any(
        item.dep_ in ("det", "preconj", "neg") and run_at(doc, item.i, "stance", "none") for item in noun.children
    )


def without(noun: Token) -> bool:
    """ "without proof that"."""
    return noun.dep_ == "pobj" and noun.head.lower_ == "without"


def alternative(head: Token) -> bool:
    """ "did not pay or apologise": a negation before "or" and "nor" holds for both."""
    return any(item.dep_ == "cc" and item.lower_ in ("or", "nor") for item in head.head.children)


def instead(head: Token) -> bool:
    """True after "without", "instead of", "rather than": what was not done."""
    doc, start = head.doc, head.left_edge.i
    found = runs(doc, "stance", "in-place-of")
    return any(start - 2 <= index and start <= index + length <= head.i for index, length in found.items()) and (
        head.dep_ in ("pcomp", "advcl", "conj", "xcomp", "prep")
    )


def certainty(head: Token) -> str:
    """As in model.Claim, by the clause's own words; asserted where they say nothing."""
    for item in head.children:
        if item.dep_ == "mark" and is_listed(item, "stance", "condition") and head.dep_ != "ccomp":
            return "unreal" if _as_if(item) or _is_counterfactual(head) else "conditional"
        if item.dep_ == "mark" and _as_if(item):
            return "unreal"
    inverted = _inverted(head)
    if inverted is not None:
        return inverted
    modal = _modal(head)
    if modal is not None:
        return modal
    if _is_question(head):
        return "asked"
    if _is_imperative(head):
        return "wished"
    return _adverb(head)


def _is_counterfactual(clause: Token) -> bool:
    """ "if they had looked, they would have seen": it was not so."""
    perfect = any(item.dep_ == "aux" and item.lower_ in ("had", "'d") for item in clause.children)
    return perfect and clause.dep_ == "advcl" and _modal(clause.head) in ("unreal", "conditional")


def _as_if(mark: Token) -> bool:
    """ "as if he owned it", "as though the war had ended"."""
    return mark.i > 0 and mark.lower_ in ("if", "though") and mark.nbor(-1).lower_ == "as"


def _inverted(head: Token) -> str | None:
    """ "Should the rains fail", "Had the alarm sounded": a condition without a conjunction."""
    first = next((item for item in head.children if not item.is_punct), None)
    if first is None or first.dep_ != "aux" or head.dep_ not in ("advcl", "ccomp") or first != head.left_edge:
        return None
    doer = syntax.child(head, "nsubj", "nsubjpass")
    if doer is None or doer.left_edge.i != first.i + 1:
        return None
    return "unreal" if first.lower_ == "had" else "conditional" if first.lower_ in ("should", "were") else None


def _modal(head: Token) -> str | None:
    for item in head.children:
        if item.dep_ not in ("aux", "auxpass") and not (item.dep_ == "advmod" and item.tag_ == "MD"):
            continue
        perfect = any(
            other.lower_ in ("have", "'ve") and other.i > item.i for other in head.children if other.dep_ == "aux"
        )
        if perfect and is_listed(item, "stance", "irrealis"):
            return "unreal"
        if item.lower_ == "must" and perfect:
            return "hedged"
        if item.lower_ == "could" and any(other.dep_ == "neg" for part in (head, item) for other in part.children):
            return None
        if item.lower_ in ("would", "'d", "will", "shall", "'ll", "wo"):
            return _future(head, item)
        for name, value in (("wish", "wished"), ("hedge", "hedged")):
            if item.tag_ == "MD" and is_listed(item, "stance", name):
                return value
    return None


def _future(head: Token, modal: Token) -> str | None:
    """Will and would: what is to come, or what would come if something else did."""
    if modal.lower_ == "'d" and modal.lemma_ != "would":
        return None
    if any(_conditional(item) for item in head.children):
        return "conditional"
    if is_listed(head, "cues", "say") and any(item.dep_ == "neg" for item in head.children):
        return None  # "would not say who paid": he was asked, and refused
    return "future" if modal.lower_ not in ("would", "'d") or _is_told(head) else "conditional"


def _is_told(head: Token) -> bool:
    """True for would under a past: "said that it would open, and that she would come", not in the speaker's own words
    ("It would be wrong", he said).
    """
    clause = head
    while clause.dep_ == "conj" and clause.head.pos_ in ("VERB", "AUX"):
        clause = clause.head
    above = clause.head
    if clause.dep_ not in ("ccomp", "acl") or above == clause:
        return False
    between = head.doc[head.i : above.i] if head.i < above.i else head.doc[above.i : clause.left_edge.i]
    if any(token.is_quote for token in between):
        return False
    past = above.tag_ in ("VBD", "VBN") or any(item.dep_ == "aux" and item.tag_ == "VBD" for item in above.children)
    return past or (above.pos_ == "NOUN" and syntax.child(clause, "mark") is not None)


def _conditional(clause: Token) -> bool:
    """True for "if the levee breaks" and "unless …", not for "even if"."""
    if clause.dep_ not in ("advcl", "ccomp"):
        return False
    marks = [item for item in clause.children if item.dep_ == "mark" and is_listed(item, "stance", "condition")]
    return any(mark.i == 0 or mark.nbor(-1).lower_ not in ("even", "as") for mark in marks)


def _is_question(head: Token) -> bool:
    """True in a sentence that ends with a question mark, outside its relative clauses and what is told before it: "the
    bank paid, but did it say so?".
    """
    sentence = head.sent
    if not any(token.text == "?" for token in sentence[-2:]):
        return False
    if not asks(head) and any(item.i > head.i and asks(item) for item in _joined(head)):
        return False
    node = head
    while node.head != node:
        if node.dep_ in ("relcl", "acl"):
            return False
        node = node.head
    return True


def asks(verb: Token) -> bool:
    """True for a verb whose auxiliary, or a word of asking, stands before its subject."""
    doer = syntax.child(verb, "nsubj", "nsubjpass", "expl")
    if doer is None:
        return False
    asking = (item for item in verb.children if item.dep_ in ("aux", "auxpass") or item.tag_ in ("WRB", "WP"))
    return (verb.pos_ == "AUX" and verb.i < doer.i) or any(item.i < doer.i for item in asking)


def _joined(verb: Token) -> list[Token]:
    """The verbs that a verb is joined to as an equal: by "and", or side by side without a word between."""
    found = [item for item in verb.children if item.dep_ in ("conj", "parataxis")]
    free = verb.dep_ in ("conj", "parataxis") or (verb.dep_ == "ccomp" and syntax.child(verb, "mark") is None)
    return [*found, verb.head] if free and verb.i < verb.head.i else found


def _is_imperative(head: Token) -> bool:
    """ "Freeze your card", "Do not feed the bears"."""
    if head.tag_ != "VB" or head.dep_ != "ROOT" or syntax.child(head, "nsubj", "nsubjpass", "expl") is not None:
        return False
    if head.text.isupper() or any(item.tag_ in ("VBD", "VBZ") for item in head.children):
        return False  # a name that the parser took for a verb
    first = next(token for token in head.sent if token.is_alpha or token == head)
    return first == head or (first.lemma_.lower() in ("do", "please", "never") and first.head == head)


def _adverb(head: Token) -> str:
    """Adverbs on the verb, and a doubtful source or deed beside it: "reportedly", "an alleged theft led to …"."""
    for name, value in (("allegation", "alleged"), ("hedge", "hedged")):
        for index in runs(head.doc, "stance", name):
            token = head.doc[index]
            if token.head == head and token.dep_ in ("advmod", "prep", "npadvmod"):
                return value
            noun = token.head
            if name == "allegation" and token.dep_ == "amod" and noun.head == head and noun.dep_ == "nsubj":
                return value
    return "asserted"
