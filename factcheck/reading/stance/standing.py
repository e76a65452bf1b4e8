"""Is it said to be so? The negations and auxiliaries of a clause, and what the words that govern it make of it.

A governing word says one thing of its clause where it is affirmed and another where it is negated: who did not fail to
pay did pay, and what somebody did not know is so (lexicons/complements.toml). The clause is read from the outermost
governor inwards, and each step turns what the step above left standing: the signatures of implicative and factive verbs
of Nairn, Condoravdi and Karttunen, "Computing relative polarity for textual inference" (2006).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from factcheck import lexicons
from factcheck.reading import syntax
from factcheck.reading.stance import auxiliaries
from factcheck.reading.words import is_listed, runs

if TYPE_CHECKING:
    from spacy.tokens import Token

_CLAUSES = ("ccomp", "xcomp", "csubj", "csubjpass", "acl")
_HANDED_ON = ("unreal", "denied", "asked")  # what is denied as a whole is denied with all that is said in it


class Standing(NamedTuple):
    """`negative`: said not to be so. `certainty`: as in model.Claim."""

    negative: bool
    certainty: str


SO = Standing(negative=False, certainty="asserted")
_VALUES = {
    "so": SO,
    "not": Standing(negative=True, certainty="asserted"),
    "unlikely": Standing(negative=True, certainty="hedged"),
}
_DENIABLE = ("future", "hedged", "alleged")  # what is not expected, or not thought to be so, is thought not to be so
UNREAL = Standing(negative=False, certainty="unreal")


def standing(head: Token, *, quantified: bool = False) -> Standing:
    """How a clause stands by its own words and by what governs it.

    `quantified`: "nobody" and "never" count as negations, which for the clause's own polarity they do not: they are its
    quantifier.
    """
    known: dict[tuple[int, bool], Standing] = head.doc.user_data.setdefault("standings", {})
    key = (head.i, quantified)
    if key not in known:
        known[key] = _standing(head, quantified=quantified)
    return known[key]


def _standing(head: Token, *, quantified: bool) -> Standing:
    above = _above(head)
    negative = auxiliaries.negated(head, quantified=quantified) != above.negative
    own = auxiliaries.certainty(head)
    turned = above.certainty in ("denied", "asked") or (
        above == UNREAL and is_listed(head.head, "complements", "doubt")
    )
    if head.dep_ == "ccomp" and turned and own != "unreal":
        own = "asserted"  # who doubts that a bridge will open sees no opening to come
    return Standing(negative, own if own != "asserted" else above.certainty)


def of_noun(noun: Token) -> str:
    """The certainty of an event that a noun names: "an alleged theft", "the planned strike", "threats of arson"."""
    for item in noun.children:
        for name, value in (("allegation", "alleged"), ("doubtful", "hedged"), ("intended", "unreal")):
            if item.dep_ in ("amod", "compound") and item.i < noun.i and is_listed(item, "stance", name):
                return value
    if noun.dep_ == "pobj" and noun.head.lower_ in ("of", "for", "about", "against"):
        governor = noun.head.head
        if governor.pos_ == "NOUN" and is_listed(governor, "stance", "foreboding"):
            return "unreal"
    return "asserted"


def _above(head: Token) -> Standing:
    """What the governor of a clause says of it."""
    governor = head.head
    if governor == head:
        return SO
    if any(index + length == head.left_edge.i for index, length in runs(head.doc, "stance", "overdue").items()):
        return Standing(negative=False, certainty="wished")  # it is high time that they came
    if auxiliaries.instead(head):
        verb = governor.head if governor.pos_ == "ADP" else governor
        return Standing(not (verb.pos_ in ("VERB", "AUX") and standing(verb).negative), "asserted")
    if head.dep_ == "conj":
        return _joined(head, governor)
    if head.dep_ == "advcl":
        return _adverbial(head, governor)
    if head.dep_ == "pcomp" or (head.dep_ == "pobj" and head.pos_ in ("VERB", "AUX")):
        return _after_preposition(governor)
    if head.dep_ == "relcl":
        return _effect(governor, "to") if _link(head) == "to" else _of_relative(governor)
    if head.dep_ in _CLAUSES:
        if head.dep_ == "ccomp" and head.i < governor.i and _is_beside(head, governor):
            return _above(governor)
        if any(item.dep_ == "mark" and is_listed(item, "stance", "question") for item in head.children):
            return Standing(negative=False, certainty="asked")
        return _effect(governor, _link(head)) if head.dep_ != "acl" or _link(head) != "ing" else SO
    return SO


def _is_beside(head: Token, governor: Token) -> bool:
    """True where the parse hangs a sentence on the next, which tells no thought or word: "he left, she did not"."""
    if syntax.child(head, "mark") is not None:
        return False
    if auxiliaries.asks(governor) or any(token.text == ";" for token in head.doc[head.i : governor.i]):
        return True
    return not any("that" in entry["takes"] for entry in _entries_at(governor)) and not any(
        governor.i in runs(governor.doc, "cues", entry["id"]) for entry in lexicons.entries("cues") if "words" in entry
    )


def _link(head: Token) -> str:
    """How a clause hangs on its governor: to, ing or that."""
    if any(item.dep_ == "aux" and item.lower_ == "to" for item in head.children):
        return "to"
    finite = any(item.dep_ in ("aux", "auxpass") and item.tag_ != "VBG" for item in head.children)
    if head.tag_ in ("VBG", "VBN") and not finite:
        return "ing"
    return "to" if head.tag_ == "VB" and not finite and head.dep_ == "xcomp" else "that"


def _after_preposition(preposition: Token) -> Standing:
    """ "from spreading", "of stealing", "by selling"."""
    governor = preposition.head
    if governor == preposition:
        return SO
    said = _signature(governor, preposition.lower_)
    if said is not None:
        return said
    above = _of_governor(governor)
    if above.negative:
        return UNREAL if preposition.lower_ in ("by", "of", "about", "in") else SO
    return above if preposition.lower_ == "by" else SO


def _adverbial(head: Token, governor: Token) -> Standing:
    """Purposes are open; what comes along with an event ("…, killing 30") is as sure as the event."""
    link = _link(head)
    bare = not any(item.dep_ == "mark" for item in head.children)
    if link == "to":
        if _too(governor):
            return _VALUES["not"]
        return SO if is_listed(head, "stance", "outcome") else UNREAL
    if link == "ing" and bare and head.i > governor.i and governor.pos_ in ("VERB", "AUX"):
        above = standing(governor)
        return UNREAL if above.negative else above
    return SO


def _joined(head: Token, governor: Token) -> Standing:
    """A clause joined to another shares its governor, and its auxiliaries, where it has no subject of its own."""
    if governor.pos_ not in ("VERB", "AUX") or syntax.child(head, "nsubj", "nsubjpass") is not None:
        return SO
    shared = _above(governor)
    if any(item.dep_ in ("aux", "auxpass") for item in head.children):
        return shared
    if auxiliaries.alternative(head) and auxiliaries.negated(governor):
        shared = Standing(not shared.negative, shared.certainty)
    own = auxiliaries.certainty(governor)
    if head.tag_ in ("VB", "VBN", "VBG") and own != "asserted":
        return Standing(shared.negative, own)
    return shared


def _of_relative(noun: Token) -> Standing:
    """A relative clause tells of what is real, unless its noun is a plan, a film, a rumour."""
    return UNREAL if is_listed(noun, "stance", "unreal") and noun.pos_ == "NOUN" else SO


def _effect(governor: Token, link: str) -> Standing:
    """What a governor says of a clause that hangs on it as `link` says."""
    if link == "that" and governor.tag_ == "VBN" and is_listed(governor, "stance", "lets-know"):
        beside = {item.dep_ for item in governor.children}
        if "auxpass" in beside and not beside & {"agent", "neg"}:
            return Standing(negative=False, certainty="alleged")  # by somebody whom nobody names
    if link == "that" and any(is_listed(item, "stance", "falsely") for item in governor.children):
        return UNREAL
    if link == "to" and (
        _too(governor) or governor.lower_ == "nothing" or any(item.lower_ == "yet" for item in governor.children)
    ):
        return _VALUES["not"]
    said = _signature(governor, link)
    if said is not None:
        return said
    above = _of_governor(governor)
    if link == "that":
        return UNREAL if above.negative else above if above.certainty in _HANDED_ON else SO
    if link == "to":
        if governor.pos_ in ("NOUN", "PROPN") and not _extreme(governor):
            return UNREAL
        return Standing(negative=above.negative, certainty="unreal") if above.negative else above
    return above if not above.negative else UNREAL


def _signature(governor: Token, link: str) -> Standing | None:
    """What the lexicon says of a clause under this word; none if the word is not in it."""
    for entry in _entries_at(governor):
        if link not in entry["takes"]:
            continue
        if entry.get("passive") and governor.pos_ == "VERB" and not syntax.is_passive(governor):
            continue
        return _turned(entry, governor)
    return None


def _entries_at(word: Token) -> list[dict[str, Any]]:
    """The entries of the lexicon that a word, or a phrase that begins with it, stands in; found once a parse."""
    found: dict[int, list[dict[str, Any]]] | None = word.doc.user_data.get("complements")
    if found is None:
        found = word.doc.user_data["complements"] = {}
        for entry in lexicons.entries("complements"):
            for index in runs(word.doc, "complements", entry["id"]):
                found.setdefault(index, []).append(entry)
    return found.get(word.i, [])


def _turned(entry: dict[str, Any], governor: Token) -> Standing:
    above = _of_governor(governor)
    value = entry["past"] if "past" in entry and governor.tag_ in ("VBD", "VBN") else entry["value"]
    if value == entry.get("negated") == "so":
        return SO
    if above.certainty != "asserted":
        return Standing(negative=(value == "not") != above.negative, certainty=above.certainty)
    if above.negative and value in _DENIABLE and "negated" not in entry:
        return Standing(negative=True, certainty=value)
    said = entry.get("negated", "unreal") if above.negative else value
    return _VALUES.get(said, Standing(negative=False, certainty=said))


def _of_governor(governor: Token) -> Standing:
    """How a governing word stands itself: a noun and an adjective by the verb they belong to."""
    if governor.pos_ in ("VERB", "AUX") and governor.dep_ != "dobj":
        return standing(governor, quantified=True)
    turned = auxiliaries.negated(governor, quantified=True) or auxiliaries.without(governor)
    above = SO
    verb = governor.head
    if verb != governor and verb.pos_ in ("VERB", "AUX"):
        if governor.dep_ in ("acomp", "attr", "oprd", "advmod"):
            above = standing(verb, quantified=not turned)
        elif governor.dep_ in ("dobj", "nsubjpass", "nsubj"):
            above = _handed(governor, verb)
    return Standing(turned != above.negative, above.certainty)


def _handed(noun: Token, verb: Token) -> Standing:
    """What becomes of a claim, a report or a plan: rejected, dismissed, found false."""
    for item in verb.children:
        if noun.dep_ == "nsubj" and item.dep_ in ("acomp", "attr"):
            return _signature(item, "that") or SO
    if noun.dep_ == "nsubj":
        return SO
    said = _signature(verb, "object")
    if said is not None:
        return said
    above = standing(verb)
    return above if above.negative or above.certainty in _HANDED_ON else SO


def _too(governor: Token) -> bool:
    """ "too weak to travel"."""
    words = (governor, *(item for item in governor.children if item.dep_ in ("acomp", "advmod")))
    return any(item.dep_ == "advmod" and item.lower_ == "too" for word in words for item in word.children)


def _extreme(noun: Token) -> bool:
    """ "the first to arrive", "the only bank to fail": a noun that is picked out by what it did."""
    words = (noun, *noun.children)
    return any(item.tag_ in ("JJS", "RBS") or is_listed(item, "stance", "singled-out") for item in words)
