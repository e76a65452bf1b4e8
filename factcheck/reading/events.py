"""Which events a paragraph speaks of: verbs, nouns, states and idioms of the event lexicon, as tokens of the parse."""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck import lexicons
from factcheck.reading import counted, syntax

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

MAX_GAP = 3  # words that may stand where a phrase of the lexicon has "*"
SOMEBODY = frozenset({"he", "him", "she", "her", "who", "whom", "i", "me", "we", "us", "you", "somebody", "someone"})
PARTICLES = frozenset({"in", "out", "up", "down", "off", "on", "for", "to", "into", "over", "through", "away", "back"})
CROWD = frozenset({"participate", "attend", "protest"})  # of one gathering, whichever word is used
ANYTHING = frozenset({"they", "them", "those", "these", "which", "that", "some", "all", "many", "others", "none"})


@dataclass(frozen=True)
class Mention:
    """An event of class `cls` named by the token at `head`; `form`: verb, subject_verb, noun, state, phrase or
    subject_phrase.

    A phrase covers tokens [first, last] around its head; elsewhere all three are one. `nominal` events are named by a
    noun or a state.
    """

    cls: str
    head: int
    first: int
    last: int
    form: str

    @property
    def suffered(self) -> bool:
        """True if the subject is the one to whom it happens: "nine died", "nine lost their lives"."""
        return self.form in ("subject_verb", "subject_phrase", "state")

    @property
    def nominal(self) -> bool:
        return self.form in ("noun", "state")


Phrase = tuple[tuple[str, ...], str, str]  # lemmas, class, form


@dataclass(frozen=True)
class _Vocabulary:
    words: dict[tuple[str, str], str]  # (form, lemma) -> class
    phrases: dict[str, tuple[Phrase, ...]]  # by first lemma, longest first
    parents: dict[str, str]
    classes: frozenset[str]
    befalls: frozenset[str]  # classes that happen to people
    caused: frozenset[str]  # classes that floods and bombs bring about, as well as people
    over_events: frozenset[str]  # classes of what is done to events
    of_kinds: dict[tuple[str, str], tuple[tuple[str, str], ...]]  # (verbs_of or verbs_by, lemma) -> (kind, class)s
    near: dict[str, tuple[str, frozenset[str]]]  # noun -> class, and words of which one must stand near
    kinds: dict[str, frozenset[str]]  # noun -> kinds of things it names


@functools.cache
def vocabulary() -> _Vocabulary:
    """The event lexicon by form and lemma; the first entry that lists a word wins."""
    words: dict[tuple[str, str], str] = {}
    phrases: dict[str, list[Phrase]] = defaultdict(list)
    of_kinds: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    near: dict[str, tuple[str, frozenset[str]]] = {}
    entries = lexicons.entries("events")
    for entry in entries:
        for form in ("verbs", "subject_verbs", "nouns", "states", "phrases", "subject_phrases"):
            for word in entry.get(form, ()):
                lemmas = tuple(word.split())
                if len(lemmas) == 1:
                    words.setdefault((form.removesuffix("s"), word), entry["id"])
                else:
                    phrases[lemmas[0]].append((lemmas, entry["id"], form.removesuffix("s")))
        for side in ("verbs_of", "verbs_by"):
            for kind, verbs in entry.get(side, {}).items():
                for verb in verbs:
                    of_kinds[side, verb].append((kind, entry["id"]))
        for noun, beside in entry.get("nouns_near", {}).items():
            near[noun] = entry["id"], frozenset(beside)
    kinds: dict[str, set[str]] = defaultdict(set)
    for role in lexicons.entries("roles"):
        if role["kind"] in ("role", "person"):
            for word in role["words"]:
                kinds[word].add("person")
    for kind in lexicons.load("events")["kind"]:
        for word in kind["words"]:
            kinds[word].add(kind["id"])
    return _Vocabulary(
        words=words,
        phrases={first: tuple(sorted(some, key=lambda item: (-len(item[0]), item))) for first, some in phrases.items()},
        parents={entry["id"]: entry["parent"] for entry in entries if "parent" in entry},
        classes=frozenset(entry["id"] for entry in entries),
        befalls=frozenset(entry["id"] for entry in entries if entry.get("befalls") == "people"),
        caused=frozenset(entry["id"] for entry in entries if entry.get("caused")),
        over_events=frozenset(entry["id"] for entry in entries if entry.get("over_events")),
        of_kinds={key: tuple(found) for key, found in of_kinds.items()},
        near=near,
        kinds={word: frozenset(found) for word, found in kinds.items()},
    )


def is_listed(cls: str) -> bool:
    """False for the class of a verb that no lexicon lists, which is its lemma."""
    return cls in vocabulary().classes


def ancestors(cls: str) -> tuple[str, ...]:
    """A class and all that it is a kind of, nearest first."""
    line = [cls]
    while line[-1] in vocabulary().parents:
        line.append(vocabulary().parents[line[-1]])
    return tuple(line)


def read(doc: Doc) -> list[Mention]:
    """Every event mention of a parse, in order of its words; a token belongs to one mention at most."""
    found: list[Mention] = []
    taken: set[int] = set()
    for token in doc:
        if token.i in taken:
            continue
        mention = _phrase(doc, token.i) or _word(token)
        if mention:
            found.append(mention)
            taken.update((mention.first, mention.head, mention.last))
    return found


def lemma(token: Token) -> str:
    """The lower-case lemma; where the parser took a plural noun for another part of speech, the word itself."""
    return str(token.lemma_).lower()


def _lemmas(token: Token) -> Sequence[str]:
    """The lemma, and where the ending tells it the verb that the parser cut too short ("fined" is no "fin")."""
    found = lemma(token)
    if token.tag_ in ("VBD", "VBN") and token.lower_.endswith("ed"):
        return found, token.lower_[:-1]
    if token.tag_ == "VBG":
        return found, f"{token.lower_.removesuffix('ing')}e"
    return (found,)


def _word(token: Token) -> Mention | None:
    words = vocabulary().words
    told = _of_kind(token) if token.pos_ == "VERB" else None
    if told is not None:
        return told
    for form in _forms(token):
        for word in (*_lemmas(token), *((token.lower_,) if form == "state" else ())):
            cls = (_sense_near(token, word) if form == "noun" else None) or words.get((form, word))
            if cls:
                return Mention(cls, token.i, token.i, token.i, form)
    return None


def _forms(token: Token) -> Sequence[str]:
    if token.pos_ in ("NOUN", "PROPN"):
        return ("noun", "state") if token.tag_ != "NNP" else ("noun",)
    if token.pos_ == "ADJ":
        return ("state",)
    if token.pos_ in ("VERB", "AUX"):
        verbs = ("verb", "subject_verb") if _has_object(token) else ("subject_verb", "verb")
        if token.dep_ in ("amod", "acomp", "oprd"):
            return ("state", *verbs)
        return (*verbs, "state") if token.tag_ in ("VBN", "VBG") else verbs
    return ()


def _has_object(verb: Token) -> bool:
    return syntax.is_passive(verb) or syntax.child(verb, "dobj") is not None


def _sense_near(token: Token, word: str) -> str | None:
    """The class of a noun of several senses, where a word of the paragraph tells which one is meant."""
    cls, beside = vocabulary().near.get(word, ("", frozenset()))
    return cls if beside and any(lemma(other) in beside for other in token.doc if other != token) else None


def _of_kind(verb: Token) -> Mention | None:
    """A verb of several senses, told by what it is done to: people are charged with theft, and guests ten euros."""
    vocabulary_ = vocabulary()
    options = [item for word in _lemmas(verb) for item in vocabulary_.of_kinds.get(("verbs_of", word), ())]
    if options and (_has_object(verb) or _range(verb) is not None):
        kinds = _kinds(_range(verb) or syntax.logical_object(verb))
        cls = next((cls for kind, cls in options if kind in kinds), None)
        return Mention(cls, verb.i, verb.i, verb.i, "verb") if cls else None
    if options and verb.dep_ == "amod" and verb.tag_ == "VBN":
        kinds = _kinds(verb.head)
        cls = next((cls for kind, cls in options if kind in kinds), None)
        return Mention(cls, verb.i, verb.i, verb.i, "state") if cls else None
    options = [item for word in _lemmas(verb) for item in vocabulary_.of_kinds.get(("verbs_by", word), ())]
    if options and syntax.child(verb, "dobj") is None:
        kinds = _kinds(syntax.subject(verb))
        cls = next((cls for kind, cls in options if kind in kinds), None)
        return Mention(cls, verb.i, verb.i, verb.i, "subject_verb") if cls else None
    return None


def _range(verb: Token) -> Token | None:
    """The object of "ate between 40 and 50 acres"."""
    between = next((item for item in verb.children if item.dep_ == "prep" and item.lower_ == "between"), None)
    things = [*between.subtree] if between is not None else []
    return next((item for item in things if item.pos_ == "NOUN"), None)


def _kinds(thing: Token | None) -> frozenset[str]:
    """The kinds of what a noun names: person, money, thing, or kinds of the lexicon; a bare number may be anything."""
    if thing is None:
        return frozenset()
    word = lemma(thing)
    named = vocabulary().kinds.get(word, frozenset())
    if any(item.text in "$€£" for item in thing.lefts):
        return named | {"money"}
    if "person" in named or thing.lower_ in SOMEBODY or counted.is_people(counted.classify(word)):
        return named | {"person"}
    if thing.pos_ in ("PROPN", "NUM") or thing.lower_ in ANYTHING:
        return named | {"person", "thing"}
    return named | ({"thing"} if "money" not in named else set())


def _phrase(doc: Doc, first: int) -> Mention | None:
    for lemmas, cls, form in vocabulary().phrases.get(lemma(doc[first]), ()):
        last = _match(doc, first, lemmas)
        if last is not None and not _is_noun_beside(doc, first, lemmas):
            head = doc[first : last + 1].root
            return Mention(cls, head.i, first, last, _phrase_form(head, last, form))
    return None


def _is_noun_beside(doc: Doc, first: int, lemmas: tuple[str, ...]) -> bool:
    """True for "votes in the committee", a noun and a preposition where the phrase is a verb and its particle."""
    return lemmas[1] in PARTICLES and doc[first].pos_ == "NOUN"


def _phrase_form(head: Token, last: int, form: str) -> str:
    """A phrase that shuts or burns something down is done to it, and one that shuts down suffers it."""
    if form == "state" or head.pos_ not in ("VERB", "AUX"):
        return "state" if form == "state" else "noun"
    thing = syntax.child(head, "dobj")
    return "phrase" if form == "subject_phrase" and thing is not None and thing.i > last else form


def _match(doc: Doc, first: int, lemmas: tuple[str, ...]) -> int | None:
    """The index of the phrase's last token, if the phrase stands at `first`."""
    position, gap_allowed = first, False
    for wanted in lemmas[1:]:
        if wanted == "*":
            gap_allowed = True
            continue
        reach = range(position + 1, min(position + 2 + (MAX_GAP if gap_allowed else 0), len(doc)))
        hit = next((i for i in reach if wanted in (lemma(doc[i]), doc[i].lower_)), None)
        if hit is None or doc[hit].sent.start != doc[first].sent.start:
            return None
        position, gap_allowed = hit, False
    return position
