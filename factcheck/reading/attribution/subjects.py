"""Who tells, for a telling verb: its own subject, its governor's, or the name beside it that the parser lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.reading.attribution import cues, roles

if TYPE_CHECKING:
    from spacy.tokens import Token

TAIL = 7  # Tokens that may follow a cue at the end of its sentence: "said on Monday in a statement".
_INSERTED = 30  # Tokens that may stand in commas between a name and its verb.
_OFFICES = ("role", "voice", "person", "body")
_TIMES = frozenset(["DATE", "TIME", "CARDINAL", "ORDINAL", "MONEY", "PERCENT", "QUANTITY"])


def is_irreal(verb: Token) -> bool:
    """Whether nothing was really said: would say, did not say, if she says, declined to say."""
    if any(
        child.dep_ == "neg" or (child.lower_ in cues.words("irreal") and child.dep_ in ("aux", "mark"))
        for child in verb.children
    ):
        return True
    if verb.dep_ == "pcomp" and {verb.head.lower_, verb.head.head.lower_} & cues.words("irreal"):
        return True  # without saying, short of saying
    infinitive = any(child.dep_ == "aux" and child.lower_ == "to" for child in verb.children)
    return infinitive and verb.head.lemma_ not in cues.words("carriers")


def is_foretold(verb: Token) -> bool:
    """Whether somebody is about to say it (is expected to say): unsaid as yet, but the words are theirs."""
    infinitive = any(child.dep_ == "aux" and child.lower_ == "to" for child in verb.children)
    return infinitive and verb.head.lemma_ in cues.words("foretold")


def is_passive(verb: Token) -> bool:
    """Whether the one who is told of is the subject: "was accused of"."""
    found = {child.dep_ for child in verb.children}
    if "auxpass" in found or ("nsubjpass" in found and "nsubj" not in found) or _stranded(verb):
        return True
    bare = not any(child.dep_ == "nsubj" or child.dep_ == "aux" for child in verb.children)
    return verb.tag_ == "VBN" and verb.dep_ in ("acl", "advcl", "relcl", "amod") and bare


def _stranded(verb: Token) -> bool:
    """Referred to as: the preposition has lost its object to the passive."""
    return verb.tag_ in ("VBN", "VBD") and any(
        child.dep_ == "prep" and not any(child.children) and child.nbor().lower_ == "as"
        for child in verb.children
        if child.i + 1 < len(verb.doc)
    )


def subject(verb: Token, depth: int = 0) -> Token | None:
    """The head of the phrase that speaks; a participle, infinitive or second verb has its governor's."""
    if is_passive(verb):
        agents = [child for child in verb.children if child.dep_ == "agent"]
        return next((token for agent in agents for token in agent.children if token.dep_ == "pobj"), None)
    mine = [child for child in verb.children if child.dep_ in ("nsubj", "csubj") and not _is_amount(child)]
    before = [child for child in mine if child.i < verb.i]
    # Of two, the nearer: the other stands in a quotation that the parser did not see.
    own = before[-1] if before else next(iter(mine), None)
    if own is None:
        own = _name_before(verb) or across_commas(verb)
    if own is None or _misread(own, verb):
        own = _closing(verb) or own
    if own is not None:
        return own
    if depth > 4 or verb.head == verb:
        return _beside(verb)
    shares = verb.dep_ in ("conj", "advcl", "xcomp", "parataxis", "dep") or (
        verb.dep_ == "ccomp" and verb.tag_ == "VBG"
    )
    if shares and verb.head.pos_ in ("VERB", "AUX"):
        return _active(_further(verb) or verb.head, depth)
    if verb.dep_ == "acl" and verb.tag_ == "VBG":
        return verb.head
    if verb.dep_ == "pcomp":
        return _controller(verb.head, depth)
    return _beside(verb)


def _is_amount(token: Token) -> bool:
    """An amount or a time; "one of her lawyers" is neither."""
    partitive = any(child.dep_ in ("prep", "appos") for child in token.children) and token.ent_type_ == "CARDINAL"
    return token.ent_type_ in _TIMES and not partitive


def _name_before(verb: Token) -> Token | None:
    """A person before a finite verb, whom the parser joined to an earlier noun ("for schools and Jane Roe said")."""
    token = verb.doc[verb.i - 1] if verb.i else verb
    joined = token.dep_ in ("conj", "appos") and token.ent_type_ == "PERSON"
    return token if joined and verb.tag_ in ("VBD", "VBZ", "VBP") else None


def across_commas(verb: Token) -> Token | None:
    """Jane Roe, head of the union, said; Ms Poe, reading the draft, complained: the name before what the commas close,
    where the parser lost it.
    """
    doc, end, opens = verb.doc, verb.i - 1, ("det", "poss")
    if end <= verb.sent.start or doc[end].text != "," or verb.tag_ not in ("VBD", "VBZ", "VBP", "VBN"):
        return None
    name = doc[end - 1]
    office = doc[_first_of_name(name) - 2] if _first_of_name(name) > 1 else name
    if name.pos_ == "PROPN" and doc[office.i + 1].text == "," and roles.kind(office.lower_) in _OFFICES:
        return name  # …, its spokeswoman, Jane Roe, said
    for place in range(end - 1, max(verb.sent.start, end - _INSERTED), -1):
        if doc[place].text in ('"', ";", ":"):
            return None
        if doc[place].text != ",":
            continue
        name, first = doc[place - 1], doc[place + 1]
        start = _first_of_name(name)
        free = start == verb.sent.start or doc[start - 1].is_punct
        inserted = first.tag_ in ("WP", "WDT", "VBG", "VBN") or first.dep_ in opens or first.like_num
        if name.pos_ == "PROPN" and free and inserted:
            return name
    return None


def _first_of_name(name: Token) -> int:
    place = name.i
    while place > name.sent.start and name.doc[place - 1].pos_ == "PROPN":
        place -= 1
    return place


def _further(verb: Token) -> Token | None:
    """Roe said the bank does not lend, adding that …: it is Roe who adds, not what Roe told of."""
    past = next((item for item in verb.ancestors if item.tag_ == "VBD" and cues.verbs(item) and item.i < verb.i), None)
    if past is not None and verb.dep_ == "conj" and verb.tag_ == "VBD" and _tense(verb.head) in ("VBZ", "VBP"):
        return past  # Roe said that prices rise and urged members to wait
    mute = verb.head.dep_ == "ccomp" and not cues.verbs(verb.head) and verb.lemma_ == "say"
    second = verb.tag_ == "VBG" or (mute and verb.dep_ == "conj")
    if not second or not (mute or any(cue.entry == "add" for cue in cues.verbs(verb))):
        return None
    teller = next(
        (item for item in verb.ancestors if item.pos_ == "VERB" and cues.verbs(item) and item.i < verb.i), None
    )
    persons = [child for child in verb.head.children if child.dep_ == "nsubj" and child.ent_type_ == "PERSON"]
    return None if mute and persons else teller


def _tense(verb: Token) -> str:
    return next((child.tag_ for child in verb.children if child.dep_ in ("aux", "auxpass")), verb.tag_)


def _misread(own: Token, verb: Token) -> bool:
    """Whether a subject is another verb's, or ran into the name that follows it (… were miners the Coal Board said)."""
    between = verb.doc[own.i + 1 : verb.i]
    verbs = any(
        token.pos_ in ("VERB", "AUX") and token.dep_ not in ("aux", "auxpass") and token.dep_ not in ("relcl", "acl")
        for token in between
    )
    return own.i < verb.i and (
        (verbs and not any(token.text == "," for token in between))
        or (len(between) > 0 and between[0].lower_ in ("the", "a", "an"))
    )


def _active(verb: Token, depth: int) -> Token | None:
    """The grammatical subject of a governing verb, be it active or passive."""
    passive = next((child for child in verb.children if child.dep_ == "nsubjpass"), None)
    return passive or subject(verb, depth + 1)


def _controller(preposition: Token, depth: int) -> Token | None:
    """Who does what follows a preposition: attacked her for saying, quoted her as saying (she said), left after
    saying (the leaver said)."""
    governor = preposition.head
    if preposition.lower_ in ("for", "of", "as"):
        objects = [
            child for child in governor.children if child.dep_ in ("dobj", "nsubjpass") and child.i < preposition.i
        ]
        if objects:
            return objects[0]
        if preposition.lower_ == "for" and governor.pos_ in ("NOUN", "PROPN"):
            return governor
    return _active(governor, depth) if governor.pos_ in ("VERB", "AUX") else None


def _closing(verb: Token) -> Token | None:
    """The noun phrase right before a cue that closes its sentence: without commas the parser takes it for anything."""
    doc, place = verb.doc, verb.i - 1
    rest = [token for token in doc[verb.i + 1 : verb.sent.end] if not token.is_punct]
    if (
        len(rest) > TAIL
        or any(token.pos_ in ("VERB", "AUX") for token in rest)
        or verb.tag_ not in ("VBD", "VBZ", "VBP", "VBN")
    ):
        return None
    while place > verb.sent.start and doc[place].pos_ in ("ADV", "AUX"):
        place -= 1
    head = doc[place]
    if place < verb.sent.start or head.pos_ not in ("NOUN", "PROPN", "PRON"):
        return None
    if head.ent_type_ in ("ORG", "PERSON"):
        inside = [ent for ent in doc.ents if ent.start <= place < ent.end]
        return inside[0].root if inside else head
    while (
        head.dep_ == "pobj"
        and head.head.lower_ in ("of", "for")
        and head.head.head.i < head.i
        and head.head.head.pos_ in ("NOUN", "PROPN")
    ):
        head = head.head.head
    return head


def _beside(verb: Token) -> Token | None:
    """Where the parser lost the subject: a name right before the verb, or right after it in "…, said Jane Roe"."""
    doc, place = verb.doc, verb.i
    if verb.tag_ not in ("VBD", "VBZ", "VBP"):
        return None
    before = place - 1
    while before > verb.sent.start and (doc[before].pos_ in ("ADV", "AUX") or doc[before].text == ")"):
        before -= 1
        while doc[before + 1].text == ")" and before > verb.sent.start and doc[before].text != "(":
            before -= 1
        before -= doc[before].text == "("
    if (
        before >= verb.sent.start
        and doc[before].pos_ in ("PROPN", "PRON", "NOUN")
        and doc[before].dep_ not in ("pobj", "dobj")
    ):
        return doc[before]
    if verb.lemma_ == "tell":
        return None  # told reporters: whom it was told to
    after = place + 1
    while (after < verb.sent.end and (doc[after].pos_ in ("DET", "ADJ", "ADV") or doc[after].tag_ == "PRP$")) or (
        after + 1 < verb.sent.end and doc[after].dep_ == "compound"
    ):
        after += 1
    if (
        after < verb.sent.end
        and doc[after].pos_ in ("PROPN", "PRON", "NOUN")
        and doc[place - 1 if place else 0].is_punct
    ):
        return doc[after]
    return None


def phrase_head(token: Token, after: int) -> Token | None:
    """The head of the noun phrase that starts at a token."""
    if after >= len(token.doc):
        return None
    head = token.doc[after]
    while (
        head.head.i >= after
        and head.head != head
        and head.head.sent == token.sent
        and head.dep_ in ("det", "compound", "amod", "poss", "nummod", "nmod", "quantmod", "case", "advmod", "punct")
    ):
        head = head.head
    return head if head.pos_ in ("NOUN", "PROPN", "PRON", "ADJ", "VERB", "X") else None
