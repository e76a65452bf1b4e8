"""Whether a claim asserts what another denies, by what both say of the doer, the deed and what else is spoken of.

Names are sure and nouns are less so: the less that names the doer, the more words of the matter must be shared.
"""

from __future__ import annotations

import itertools
import re

from factcheck import lexicons
from factcheck.model import Claim
from factcheck.pairing import comparability, entities, forms, speakers
from factcheck.pairing.denials import namings
from factcheck.reading import events
from factcheck.reading.words import listed

NEEDED = {"named": 1, "noun": 1, "within": 1, "open": 2}  # words of the matter that must be shared, by the doer
SHARE = 3  # how many times the shared words of the matter a denial may have
_POINTED = re.compile(r"\b(?:this|that|these|those|such) \w+", re.IGNORECASE)
_OWN = re.compile(r"\b(?:its|his|her|their|our|my)\b", re.IGNORECASE)
_OF = re.compile(r"\b(?:of|from) (?:the )?((?:[A-Z][\w'’-]* ?)+)|((?:[A-Z][\w-]* ?)+[a-z]*)['’]s?(?!\w)")
_FULL = 2  # words of a name that tells one human being from his family
_ALIKE = ("change", "let")  # verbs of which one is as good as the next
_TOPS = ("act", "harm")  # an attack, and the harm that it does


def is_asserted(denial: Claim, other: Claim) -> bool:
    """True where a claim says that it happened: the same deed, of the same doer, of a thing that the denial names."""
    if denial.event is None or other.event is None or not one_deed(denial, other):
        return False
    known = one_doer(denial, other)
    if known is None or _is_turned(denial, other) or is_elsewhere(denial, other):
        return False
    mine = matter(denial)
    if not mine:
        if denial.kind != "denial" and denial.quantifier is None and stated(denial) is None:
            return False
        return known in ("named", "noun") and bool(deed(denial) & namings.told(other))
    told = namings.told(other)
    views = forms.stems(listed("denials", "view"))
    shared = mine & told - of_two_sorts(denial, other)
    enough = len(shared) >= NEEDED[known] and SHARE * len(shared) >= len(mine)
    of_view = views & namings.told(denial) and views & told
    return enough or (known == "named" and bool(of_view))


def of_two_sorts(denial: Claim, other: Claim) -> set[str]:
    """The stems of words that each clause puts beside another one: spoiled fish, frozen fish; cheap tin, cheap zinc."""
    one, two = (_narrowed(claim) for claim in (denial, other))
    return {noun.removesuffix(" …") for noun in one.keys() & two.keys() if one[noun] != two[noun]}


def _narrowed(claim: Claim) -> dict[str, str]:
    """The stem of each word with that of the word before it, where both carry meaning and are no deed; with … behind
    it, that of the word after it.
    """
    assert claim.event is not None
    words = re.findall(r"[^\W\d_]+", claim.clause.casefold())
    idle = lexicons.words("quoting", "function") | {word.casefold() for word in namings.capitals(claim.clause)}
    deeds = deed(claim)
    found: dict[str, str] = {}
    for before, word in itertools.pairwise(words):
        stem, noun = (next(iter(forms.stems((item,))), "") for item in (before, word))
        if not (stem and noun) or {before, word} & idle or {stem, noun} & deeds or before.endswith("ing"):
            continue
        found[noun] = stem
        found.setdefault(f"{stem} …", noun)
    return found


def one_deed(denial: Claim, other: Claim) -> bool:
    """One class of events, or one inside the other, an attack and its harm, or the verb of one in the words of the
    other.
    """
    assert denial.event is not None
    assert other.event is not None
    mine, theirs = (events.ancestors(claim.event.cls.removeprefix("to ")) for claim in (denial, other) if claim.event)
    if mine[0] in listed("denials", "no-act"):
        return False
    if mine[0] in theirs or theirs[0] in mine or {mine[-1], theirs[-1]} == set(_TOPS):
        return True
    if mine[-1] in _TOPS and does_harm(other):
        return True
    told = set() if _negates(other) else namings.told(other)  # "assured us that it had not": the word is not the deed
    return bool(deed(denial) & told) or any(
        deed(denial) & verbs and told & verbs for verbs in (forms.stems(listed("denials", x)) for x in _ALIKE)
    )


def _negates(other: Claim) -> bool:
    return bool(set(re.findall(r"n['’]t\b|\w+", other.clause.casefold())) & listed("denials", "negation"))


def one_doer(denial: Claim, other: Claim) -> str | None:
    """How far the doer is the same: named, noun (one common noun), within (spoken of in the clause), open (not told);
    none where another does it.
    """
    names, nouns = doers(denial)
    doer = accused(other) if lays_charge(other) else stated(other)
    if _is_namesake(denial, doer or "") or _is_of_others(denial, other, nouns) or _is_ones_own(denial, other):
        return None
    label = frozenset(namings.capitals(doer or ""))
    named = namings.named(other, "to-name:" if lays_charge(other) else "by-name:")
    if label and namings.meet(_stemmed(names), _stemmed({label})):
        return "named"
    if len(label) > 1 and names:
        named = {label}
    if namings.meet(names, named) or (not lays_charge(other) and _one_actor(denial, other)):
        return "named"
    if names and named:
        return None  # two who are named
    theirs = forms.stems(namings.words(doer or ""))
    mine = nouns | forms.stems(word for name in names for word in name)
    law = forms.stems(listed("denials", "law"))
    if mine & theirs or (mine & law and theirs & law):
        return "noun"
    if mine & namings.told(other):
        return "within"
    told = bool(theirs) and (doer or "") not in listed("denials", "somebody")
    return None if told or names else "open"


def _is_namesake(denial: Claim, doer: str) -> bool:
    """True where a denier who speaks for himself has the surname of the doer alone in common with him."""
    label, holder = stated(denial), denial.holder.name if denial.holder is not None else ""
    if label is not None and label.casefold() not in listed("denials", "somebody") | listed("denials", "speaker"):
        holder = label
    one, two = (holder.split(), doer.split())
    if min(len(one), len(two)) < _FULL or one[-1] != two[-1] or not one[-1][:1].isupper():
        return False
    given = {word.casefold() for word in (one[-2], two[-2])}
    return not (one[-2] in two or two[-2] in one or speakers.one_person(holder, doer) or given & _titles())


def _titles() -> set[str]:
    """Words before a surname that are no given name: "Mr", "coach", "minister"."""
    return {
        word
        for entry in lexicons.entries("roles")
        if entry.get("kind") in ("courtesy", "role")
        for word in entry["words"]
    }


def _is_of_others(denial: Claim, other: Claim, nouns: set[str]) -> bool:
    """True where a body denies what its own did, and the claim tells it of those of another that it names."""
    if denial.holder is None or not nouns or not _OWN.search(denial.clause):
        return False
    before = other.clause.partition(other.event.trigger)[0] if other.event is not None else ""
    theirs = namings.capitals(" ".join(word for pair in _OF.findall(before) for word in pair))
    return bool(theirs) and not theirs & (namings.words_of(denial.holder) | namings.capitals(denial.clause))


def _is_ones_own(denial: Claim, other: Claim) -> bool:
    """True where the claim tells it of somebody of the denier's, and the denier is a person: "a pupil of Jane Roe"."""
    doer = stated(other) or ""
    head = doer.split()[-1:]
    if lays_charge(other) or not head or head[0][:1].isupper() or head[0] in listed("denials", "somebody"):
        return False
    if not any(entity.kind == "person" for entity in denial.agent.entities):
        return False
    after = other.clause.partition(doer)[2] if doer in other.clause else ""
    of = re.match(r" of (?:the )?(?:[\w'’-]+ ){0,2}[A-Z]", after)
    return of is not None and bool(namings.capitals(after) & namings.words_of(denial.holder))


def _one_actor(denial: Claim, other: Claim) -> bool:
    """One body or state, or one that leads or holds the other, that the claim itself names as the doer."""
    return any(
        entities.agent_relation(x, y) in ("same", "inside", "contains", "leader")
        for x in denial.agent.entities
        for y in other.agent.entities
        if other.agent.how == "stated" or other.agent.words.endswith("same sentence)")
    )


def stated(claim: Claim) -> str | None:
    """The doer as the clause has it; what it takes from elsewhere in the text is no word of its own."""
    if claim.event is None or (claim.agent.how == "context" and claim.event.agent == claim.agent.words):
        return None
    return claim.event.agent


def _stemmed(names: set[frozenset[str]]) -> set[frozenset[str]]:
    return {frozenset(forms.stems(name)) for name in names}


def accused(other: Claim) -> str | None:
    """Whom a claim tells to be accused of something, where it says so: "pointed the finger" names nobody."""
    if not lays_charge(other) or other.event is None or other.event.patient is None:
        return None
    unsaid = listed("denials", "blame") | listed("denials", "somebody")
    return None if other.event.patient.casefold() in unsaid else other.event.patient


def lays_charge(other: Claim) -> bool:
    """True for a claim that tells that somebody is accused."""
    cls = other.event.cls.removeprefix("to ") if other.event is not None else ""
    return bool(cls) and ("accuse" in events.ancestors(cls) or cls in listed("denials", "lay-charge"))


def doers(denial: Claim) -> tuple[set[frozenset[str]], set[str]]:
    """Whose doing is denied: by name, and the stems of a common noun."""
    label = stated(denial)
    own = label is None or label.casefold() in listed("denials", "somebody") | listed("denials", "speaker")
    if _is_ours(denial):
        return namings.deniers(denial), set()
    holder = denial.holder.name if denial.holder is not None else ""
    if own and denial.kind != "denial" and denial.event is not None:
        before = denial.clause.split(denial.event.trigger)[0]
        nouns = forms.stems(namings.words(before)) & forms.stems(denial.content)
        return namings.deniers(denial), nouns or forms.stems(namings.words(holder))
    if own:
        return namings.deniers(denial), forms.stems(namings.words(holder))
    names = namings.deniers(denial) if denial.agent.entities else set()
    return names, forms.stems(namings.words(label or "")[-1:])


def _is_ours(denial: Claim) -> bool:
    """True where a thing of the speaker's own is spoken of: our view has not changed."""
    before = denial.clause.partition(denial.event.trigger)[0] if denial.event is not None else ""
    return bool({word.casefold() for word in before.split()} & listed("denials", "ours"))


def matter(denial: Claim) -> set[str]:
    """What a denial speaks of beside the deed and its doer: stems of content words."""
    names, nouns = doers(denial)
    words = forms.stems(denial.topic)
    if denial.kind != "denial":
        told = _POINTED.sub("", denial.clause)  # "in that area" names nothing
        words = forms.stems(namings.words(told)) & forms.stems(denial.content)
    doer = "" if _is_ours(denial) else stated(denial) or ""
    holder = forms.stems((*namings.words_of(denial.holder), *namings.words(doer)))
    words -= forms.stems(listed("denials", "let")) | forms.stems(namings.times())
    return words - deed(denial) - nouns - forms.stems(word for name in names for word in name) - holder


def deed(claim: Claim) -> set[str]:
    """The stems of the words for what was done."""
    assert claim.event is not None
    return forms.stems((*namings.words(claim.event.trigger), claim.event.cls.removeprefix("to ")))


def _is_turned(denial: Claim, other: Claim) -> bool:
    """True where the doer of the one is the undergoer of the other: the boat hit the ferry, the ferry hit the boat."""
    assert other.event is not None
    if lays_charge(other):
        return False  # who is accused suffers the accusing alone
    names, nouns = doers(denial)
    mine = nouns | forms.stems(word for name in names for word in name)
    suffers, does = (forms.stems(namings.words(x or "")) for x in (other.event.patient, stated(other)))
    return bool(mine & suffers) and not mine & does


def is_elsewhere(denial: Claim, other: Claim) -> bool:
    """True where both name what it was done to, or where, and no name is common to both."""
    names, _ = doers(denial)
    own = {word for name in (*names, *namings.named(other, "by-name:")) for word in name}
    own |= namings.words_of(denial.holder) | namings.words_of(other.holder)
    own |= {word for x in (denial, other) if x.period is not None for word in namings.capitals(x.period.text)}
    mine, theirs = (
        namings.capitals(claim.clause.partition(claim.event.trigger if claim.event else claim.clause)[2]) - own
        for claim in (denial, other)
    )
    if not mine or not theirs or mine & theirs:
        return False
    return comparability.values(comparability.compare(denial, other))["place"] not in ("same", "inside", "contains")


def does_harm(other: Claim) -> bool:
    """True for an attack or the harm it does, also where a raid or a plane does it: "Roman jets hit the port"."""
    if other.event is not None and is_harm(other.event.cls):
        return True
    means = {term.removeprefix("by:") for term in other.matter if term.startswith("by:")}
    return bool(means & listed("scope", "act-carrier")) or any(is_harm(cls) for cls in means_of(other))


def means_of(other: Claim) -> set[str]:
    """The classes of the events by which something is done: "the raids hit a village"."""
    nouns = (term.removeprefix("by:") for term in other.matter if term.startswith("by:"))
    found = (events.vocabulary().words.get(("noun", noun)) for noun in nouns)
    return {cls for cls in found if cls is not None}


def is_harm(cls: str) -> bool:
    """True for a class of acts or of harm."""
    return bool(set(_TOPS) & set(events.ancestors(cls)))
