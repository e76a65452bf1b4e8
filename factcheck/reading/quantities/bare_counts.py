"""What a number without a noun behind it counts: by a toll or verb beside it, or as a part of what was told before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.reading.quantities import counted_noun, parts, rivals, tolls
from factcheck.reading.quantities.contests import AGAINST
from factcheck.reading.quantities.count_context import Counted, Number
from factcheck.reading.quantities.counted_noun import Noun
from factcheck.reading.quantities.quantity_phrases import starting, words

if TYPE_CHECKING:
    from spacy.tokens import Token

_NAMED = ("NOUN", "PROPN", "ADJ", "NUM")
_MAIN = ("ROOT", "conj", "ccomp", "advcl", "relcl", "parataxis")
_PHRASE_ENDS = ("ADP", "PUNCT", "CCONJ", "SCONJ", "ADV", "DET", "PRON", "AUX", "VERB", "PART", "SPACE")


def bare(number: Number) -> Counted | None:
    """A toll before it, a verb of harm before it, a verb behind it, or the amount told before."""
    found, doc, last = number.found, number.doc, number.last
    if found.amount.kind == "ratio":
        return Counted(None, last, part=True)
    toll = _toll(number)
    if toll is not None:
        return Counted(toll, last, number.additional)
    ends = _ends_phrase(number)
    if ends and _is_other_side(number):
        noun = number.whole.noun if number.whole else None
        return Counted(noun and Noun(noun.index, noun.lemma + AGAINST), last)
    if ends and _whole_before(number):
        noun = counted_noun.predicate(doc, number.token(last)) or (number.whole.noun if number.whole else None)
        return Counted(noun, last, part=True)
    if ends and parts.has_cue(number.pieces, found) and number.whole is not None:
        return Counted(number.whole.noun, last, part=True)
    first = number.pieces[found.first].token
    verb = doc[first - 1] if first else None
    further = number.additional or (found.additional and number.word(found.number - 1) not in words("definite_other"))
    if ends and (further or (verb is not None and _takes_number(verb))):
        return number.closed(None, last)
    if _splits(number):
        return split(number)
    if _is_subject(number, first):
        return number.closed(counted_noun.predicate(doc, number.token(last)), last)
    if ends and found.amount.kind == "number" and rivals.told(doc, first, number.token(last), bare=True):
        return Counted(None, last, number.additional)
    vague_object = found.amount.kind == "vague" and verb is not None and verb.pos_ == "VERB"
    return Counted(None, last, number.additional) if vague_object and ends else None


def _is_other_side(number: Number) -> bool:
    """52 votes to 48: what was counted before the joiner is counted behind it too."""
    at = number.found.first - 1
    if number.whole is None or number.whole.noun.lemma not in words("contested"):
        return False
    return number.word(at) in ("to", "against") and number.pieces[at].token == number.whole.noun.index + 1


def _whole_before(number: Number) -> bool:
    """Of the 12, five were children: what is told is a part of the number that opens the clause."""
    doc, first = number.doc, number.pieces[number.found.first].token
    after = doc[number.token(number.last)].pos_ if number.token(number.last) < len(doc) else ""
    if first < 3 or doc[first - 1].text != "," or after not in ("VERB", "AUX"):
        return False
    for index in range(first - 2, doc[first].sent.start - 1, -1):
        opens = index == doc[first].sent.start or doc[index - 1].pos_ in ("CCONJ", "SCONJ")
        if doc[index].lower_ == "of" and opens:
            return True
        described = (
            doc[index].tag_ in ("VBN", "VBG") or doc[index].dep_ == "relcl" or doc[index].lower_ in words("saying")
        )
        if doc[index].pos_ in ("VERB", "AUX") and not described:
            return False
    return False


def split(number: Number) -> Counted | None:
    """265 in the north: of what was counted before."""
    if number.whole is None:
        return None
    opened = number.word(number.found.first - 1) in words("opens_split")
    return Counted(number.whole.noun, number.found.last, part=opened or number.whole.part)


def _toll(number: Number) -> Noun | None:
    """The number of deaths … at 90; to 45 the number of deaths."""
    if number.word(number.found.first - 1) not in words("to_number"):
        return None
    first = number.pieces[number.found.first].token
    before = tolls.before_toll(number.doc, first, number.doc[first].sent.start)
    return before or tolls.toll_after(number.doc, number.token(number.last))


def _takes_number(verb: Token) -> bool:
    """By its form: verbs may be tagged as names ("Kills", "Injures") or as adjectives ("and injured dozens")."""
    forms = {verb.lemma_.lower(), verb.lower_, verb.lower_.removesuffix("s")}
    if verb.pos_ == "ADJ" and verb.i and verb.nbor(-1).pos_ == "CCONJ":
        forms |= {verb.lower_.removesuffix("d"), verb.lower_.removesuffix("ed")}
    return not forms.isdisjoint(words("bare_object"))


def _ends_phrase(number: Number) -> bool:
    if number.last >= len(number.pieces):
        return True
    token = number.doc[number.pieces[number.last].token]
    return token.pos_ in _PHRASE_ENDS or (token.text[0].isupper() and _takes_number(token))


def _is_subject(number: Number, first: int) -> bool:
    """At least 12 died; of whom 30 were hurt; 60,000 took part; five, including a baby, were saved."""
    if number.last >= len(number.pieces) or number.pieces[number.last].glued or number.found.is_one:
        return _opens_list(number)
    token = number.doc[number.pieces[number.last].token]
    listed = token.pos_ in ("VERB", "AUX") and token.lemma_.lower() in words("bare_subject")
    finite = token.pos_ == "VERB" and token.tag_ in ("VBD", "VBP") and token.dep_ in _MAIN
    if not (listed or finite):
        return False
    if number.word(number.found.first - 1) == "in":
        return False  # "one child in four is absent"
    before = number.doc[first - 1].pos_ if first else ""
    bounded = bool(number.found.bounds) and number.found.first < number.found.number
    return bounded or (before not in _NAMED if listed else before not in (*_NAMED, "ADP", "DET", "PRON"))


def _opens_list(number: Number) -> bool:
    """Five, including a baby, were saved: the sentence opens with the number."""
    first = number.pieces[number.found.first].token
    opens = bool(number.doc[first].is_sent_start) and number.word(number.last) == "," and not number.found.is_one
    return opens and starting(number.pieces, number.last + 1, "part", id="before") is not None


def _splits(number: Number) -> bool:
    """nearly 500 trains, 265 in the north and 228 in the south: the noun was told just before."""
    if number.whole is None or number.found.amount.kind != "number" or number.found.is_one:
        return False
    return number.word(number.found.first - 1) in words("splits") and number.word(number.last) in words("where")
