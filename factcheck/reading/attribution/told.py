"""What a telling verb tells: the stretches of text before, after or around it, if they are something it takes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from factcheck.reading.attribution import cues, roles
from factcheck.reading.attribution.cues import Cue
from factcheck.reading.attribution.speaker import SUBJECTS
from factcheck.reading.attribution.subjects import TAIL, is_passive
from factcheck.reading.parse import Block

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

# Modes whose quotation stands next to the verb; others judge, and may have words between.
_UTTERING = frozenset(["say", "report", "publish", "show", "estimate", "believe", "suggest", "announce"])

_ABOUT = frozenset(["of", "for", "about", "on", "over", "with", "against"])

Stretch = tuple[int, int]


def told(where: Block, sentence: Span, verb: Token, head: Token | None, cue: Cue) -> tuple[Stretch, ...]:
    """The stretches that a verb answers for, or none where what follows does not make it speech."""
    first, last = _clause(verb, head)
    if any(child.dep_ == "mark" and child.lower_ == "as" for child in verb.children):
        if is_passive(verb) or cue.entry == "publish":
            return ()  # as the figures were published: when, and not who says so
        return around(where, verb.head.subtree if verb.head != verb else sentence, list(verb.subtree))
    # "Was told", "was briefed" utter nothing themselves: only what follows a passive is told.
    left = _content_left(sentence, verb, first) if head is not None or not is_passive(verb) else None
    if left is not None and "clause" in cue.takes:
        own = any(child.dep_ == "ccomp" and child.i < verb.i for child in verb.children)
        if verb.dep_ == "parataxis" and not own and verb.head.right_edge.i > verb.right_edge.i:
            return around(where, sentence, list(verb.subtree))
        return stretch(where, left, first)
    end = _right_edge(sentence, verb)
    if end <= verb.i + 1 or not _complement(where, verb, cue, end):
        return ()
    return stretch(where, max(verb.i + 1, last), end)


def _clause(verb: Token, head: Token | None) -> tuple[int, int]:
    """Tokens [first, last) of the telling itself: subject, auxiliaries, verb, particle and whom it is told to."""
    mine = [
        token
        for token in verb.children
        if token.dep_ in ("aux", "auxpass", "advmod", "nsubj", "nsubjpass") and token.i < verb.i
    ]
    first = min(
        [
            verb.i,
            *(token.left_edge.i for token in mine),
            *(
                [head.left_edge.i]
                if head is not None and head.i < verb.i and head.sent == verb.sent and head.head == verb
                else []
            ),
        ]
    )
    inverted = head is not None and head.i > verb.i and head.head == verb
    told_to = [
        child.right_edge.i + 1 for child in verb.children if child.dep_ in ("prt", "dative") and child.i > verb.i
    ]
    told_to += [token.i + 1 for token in _agents(verb)]
    told_to += [
        child.right_edge.i + 1
        for token in _agents(verb)
        for child in token.children
        if child.dep_ in ("relcl", "appos")
    ]
    last = max([verb.i + 1, *told_to, *([head.right_edge.i + 1] if inverted and head is not None else [])])
    return first, last


def _agents(verb: Token) -> list[Token]:
    """By whom, of a passive."""
    return [token for child in verb.children if child.dep_ == "agent" for token in child.children]


def _continues(clause: Token) -> bool:
    """A second content clause: said forty homes were lost and that nine people were hurt."""
    return clause.dep_ == "conj" and any(mark.lower_ == "that" and mark.dep_ == "mark" for mark in clause.lefts)


def _content_left(sentence: Span, verb: Token, first: int) -> int | None:
    """Where the told words begin when they stand before their cue; none if they do not."""
    stop = next((token.i for token in sentence if token.i > verb.i and token.text == ";"), sentence.end)
    contents = [child for child in verb.children if child.dep_ == "ccomp" and child.i < stop]
    if any(child.i > verb.i for child in contents) or _utters_next(verb):
        return None
    if contents:
        return min(child.left_edge.i for child in contents)
    if (tagging := closing_tag(verb)) is not None and tagging.i < verb.i:
        return sentence.start
    if verb.dep_ == "parataxis":
        return verb.head.left_edge.i
    besides = {
        token.i for child in verb.children if child.dep_ == "advcl" and child.tag_ == "VBG" for token in child.subtree
    }
    words_after = [
        token for token in sentence if verb.i < token.i < stop and not token.is_punct and token.i not in besides
    ]
    content_after = any(token.pos_ in ("VERB", "AUX") for token in words_after)
    before = [token for token in sentence if token.i < first]
    told = any(token.pos_ in ("VERB", "AUX") for token in before) and verb.dep_ in ("ROOT", "conj", "ccomp")
    if (
        not content_after
        and len(words_after) <= TAIL
        and told
        and not any(child.dep_ in ("dobj", "xcomp") for child in verb.children)
    ):
        return sentence.start
    return None


def _utters_next(verb: Token) -> bool:
    """Whether a quotation starts right after a verb, or after an article: what it tells stands there."""
    following = verb.doc[verb.i + 1 : min(verb.i + 3, verb.sent.end)]
    marks = [token.i for token in following if token.text == '"']
    return bool(marks) and all(token.pos_ == "DET" for token in verb.doc[verb.i + 1 : marks[0]])


def _right_edge(sentence: Span, verb: Token) -> int:
    """The token after the last one that a verb governs, short of a second verb of the same speaker."""
    end = sentence.end if verb.dep_ == "ROOT" else verb.right_edge.i + 1
    for child in verb.children:
        if child.dep_ == "conj" and child.i > verb.i and child.pos_ in ("VERB", "AUX") and not _continues(child):
            joints = [
                token.i for token in verb.children if token.dep_ in ("cc", "punct") and verb.i < token.i < child.i
            ]
            end = min([end, child.left_edge.i, *joints[-1:]])
    end = min([end, *_broken_off(sentence, verb, end)])
    while end > verb.i + 1 and sentence.doc[end - 1].is_space:
        end -= 1
    return end


def _broken_off(sentence: Span, verb: Token, end: int) -> Iterator[int]:
    """Where what follows a verb is told no more: a semicolon before a new subject, or another's tag at the end."""
    quoted = False
    for token in sentence.doc[verb.i + 1 : end]:
        quoted = quoted != (token.text == '"')
        after = sentence.doc[token.i + 1 : end]
        new = next((item for item in after if item.dep_ in SUBJECTS or item.text in (",", ";")), None)
        if token.text == ";" and not quoted and new is not None and new.dep_ in SUBJECTS and not _is_that(after):
            yield token.i
        if token.dep_ == "relcl" and token.i > verb.i and (head := closing_tag(token)) is not None:
            yield head.left_edge.i


def _is_that(after: Span) -> bool:
    return len(after) > 0 and after[0].lower_ in ("that", "and")


def closing_tag(verb: Token) -> Token | None:
    """The subject of a tag at the end that the parser took for a relative clause: …, a document seen by us shows."""
    head = next((child for child in verb.children if child.dep_ == "nsubj" and child.i < verb.i), None)
    if verb.dep_ != "relcl" or head is None or head.pos_ not in ("NOUN", "PROPN") or not cues.verbs(verb):
        return None
    opens = head.left_edge.i > 0 and verb.doc[head.left_edge.i - 1].text in (",", '"')
    besides = {token.i for child in verb.children if child.dep_ in ("advcl", "prep") for token in child.subtree}
    closes = all(token.is_punct or token.i in besides for token in verb.doc[verb.i + 1 : verb.sent.end])
    return head if opens and closes and not any(child.dep_ in ("dobj", "dative") for child in verb.children) else None


def _complement(where: Block, verb: Token, cue: Cue, end: int) -> bool:
    """Whether what stands between a verb and `end` is something that this cue takes."""
    following = verb.doc[verb.i + 1 : end]
    children = [child for child in verb.children if child.i > verb.i]
    content = [child for child in children if child.dep_ == "ccomp"]
    gerund = any(
        child.dep_ in ("xcomp", "ccomp") and child.tag_ == "VBG" and not any(item.dep_ == "aux" for item in child.lefts)
        for child in children
    )
    infinitive = any(
        child.dep_ in ("xcomp", "ccomp", "advcl") and any(mark.lower_ == "to" for mark in child.lefts)
        for child in children
    )
    objects = [child for child in children if child.dep_ in ("dobj", "oprd")]
    prepositions = [child for child in children if child.dep_ == "prep"]
    # Accused the owners of hiding it: the parser may hang what they did on them.
    prepositions += [
        child
        for item in objects
        for child in item.children
        if child.lower_ == "of" and any(inner.dep_ == "pcomp" for inner in child.children)
    ]
    prepositions += [child for agent in _agents(verb) for child in agent.children if child.dep_ == "prep"]
    holds = {
        "clause": (bool(content) and not (gerund and "gerund" not in cue.takes))
        or _finite_after(verb, following, objects)
        or any(_continues(child) for child in children)
        or (where.paragraph.kind == "headline" and len(following) > 1),
        "quote": _quotes(following, cue),
        "gerund": gerund,
        "infinitive": infinitive,
        "object": bool(objects) and objects[0].pos_ != "PRON" and not _is_human(objects[0]),
        "about": any(child.lower_ in _ABOUT and not _is_timed(child) for child in prepositions),
        "as": any(child.lower_ == "as" for child in prepositions) or any(child.dep_ == "oprd" for child in children),
        "at": any(child.lower_ == "at" for child in prepositions)
        or (any(token.lower_ == "at" for token in following) and verb.lemma_ == "put"),
    }
    supposed = is_passive(verb) and infinitive and cue.certainty != "wished"  # is said to have fled
    return supposed or any(holds.get(kind, False) for kind in cue.takes)


def _is_human(thing: Token) -> bool:
    """Whom one questions, records or dismisses: nothing is said of them yet."""
    return thing.ent_type_ == "PERSON" or roles.kind(thing.lower_) in ("person", "role")


def _is_timed(preposition: Token) -> bool:
    """Alerted the guards on Monday: when, and not about what."""
    return any(child.ent_type_ in ("DATE", "TIME") for child in preposition.children)


def _quotes(following: Span, cue: Cue) -> bool:
    """Whether a verb is followed by the quotation that it utters; verbs that judge may have words between."""
    marks = [token for token in following if token.text == '"']
    if cue.mode not in _UTTERING:
        return bool(marks)
    return any(
        mark.i - following.start <= 2 or following.doc[mark.i - 1].text in (",", ":", "that") for mark in marks[:1]
    )


def _finite_after(verb: Token, following: Span, objects: Sequence[Token]) -> bool:
    """A clause that the parser hung elsewhere: a verb with its own subject after a main cue that has no object."""
    if objects and verb.dep_ == "ROOT" and objects[0].right_edge.i < following.end - 1:
        objects = [item for item in objects if not any(token.dep_ in ("relcl", "acl") for token in item.subtree)]
    subjects = [
        token
        for token in following
        if token.dep_ in SUBJECTS and token.head.i > token.i and token.head.dep_ not in ("relcl", "acl")
    ]
    return verb.dep_ == "ROOT" and bool(subjects) and not objects


def stretch(where: Block, first: int, last: int) -> tuple[Stretch, ...]:
    """Tokens [first, last) as characters, without punctuation at the ends."""
    doc = where.doc
    while first < last and doc[first].is_punct and doc[first].text not in ('"', "'", "(", "$"):
        first += 1
    while first < last and (doc[last - 1].is_space or doc[last - 1].text in (",", ";", ":", "-")):
        last -= 1
    return (where.stretch(doc[first:last]),) if first < last else ()


def around(where: Block, whole: Iterable[Token], without: Sequence[Token]) -> tuple[Stretch, ...]:
    """A clause without the words of the telling in its middle: one stretch or two."""
    left_out = {token.i for token in without}
    runs: list[list[int]] = []
    for place in sorted(token.i for token in whole):
        if place in left_out:
            continue
        if runs and place == runs[-1][-1] + 1:
            runs[-1].append(place)
        else:
            runs.append([place])
    return tuple(
        piece
        for run in runs
        for piece in stretch(where, run[0], run[-1] + 1)
        if any(where.doc[place].is_alpha for place in run)
    )
