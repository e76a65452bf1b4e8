"""Denials: who sets himself against what, and the sentence before that a pronoun or "the allegations" points at."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.model import Claim, Entity, Event, Facet, Holder
from factcheck.reading import events, scope, syntax, topic
from factcheck.reading.article import Article, Sentence
from factcheck.reading.words import is_listed, run_at

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

LOOK_BACK = 5  # sentences before a denial in which what it answers is sought
ENOUGH = 3  # signs that a sentence is what is denied
LONGEST_ROLE = 4  # words of a denier that has no name ("local residents")


@dataclass(frozen=True)
class _Denial:
    """A denial as the parse has it: its verb, the denier's head word, and the head of what is denied."""

    verb: Token
    denier: Token | None
    content: Token | None
    points: bool


def of_sentence(article: Article, sentence: Sentence) -> Iterator[Claim]:
    """A claim for each denial of a sentence; what it denies stands in `event`, `topic` and `answers`."""
    for token in sentence.span:
        found = _denial(token)
        if found is not None:
            claim = _claim(article, sentence, found)
            if claim is not None:
                yield claim


def _denial(token: Token) -> _Denial | None:
    if token.pos_ not in ("VERB", "AUX") or _is_undone(token):
        return None
    doc = token.doc
    if is_listed(token, "denials", "deny"):
        content = _content(token)
        if content is None or not (_says(content) or _is_pointer(content) or _happens(content)):
            return None
        return _Denial(token, _denier(token), content, _is_pointer(content) or _says(content))
    if run_at(doc, token.i, "denials", "refuse"):
        content = _content(token)
        if content is not None and (_is_pointer(content) or _says(content)):
            return _Denial(token, _denier(token), content, True)
    if is_listed(token, "denials", "call") and _verdict(token):
        content = _content(token)
        if content is not None and (_is_pointer(content) or _says(content)):
            return _Denial(token, _denier(token), content, True)
    return None


def _is_undone(verb: Token) -> bool:
    """Negated, wished for, conditional, or a refusal to say: "did not deny", "neither confirm nor deny"."""
    if verb.dep_ == "conj" and is_listed(verb.head, "denials", "silence"):
        return True
    return any(
        item.dep_ == "neg"
        or is_listed(item, "denials", "silence")
        or (item.dep_ == "aux" and (is_listed(item, "stance", "future") or is_listed(item, "stance", "condition")))
        for item in verb.children
    )


def _denier(verb: Token) -> Token | None:
    doer = syntax.logical_subject(verb)
    if doer is not None and doer.pos_ == "PRON" and doer.tag_ in ("WDT", "WP"):
        return verb.head
    return doer


def _content(verb: Token) -> Token | None:
    """What is denied: the object or clause, and for "which he denied" the noun that the relative clause hangs on."""
    if syntax.is_passive(verb):
        return syntax.child(verb, "nsubjpass")
    found = syntax.child(verb, "ccomp", "xcomp", "dobj", "pcomp", "advcl")
    if found is None:
        preposition = syntax.child(verb, "prep")
        found = syntax.child(preposition, "pobj", "pcomp") if preposition is not None else None
    if found is not None and found.tag_ in ("WDT", "WP"):
        return verb.head if verb.dep_ == "relcl" else found
    return found


def _is_pointer(token: Token) -> bool:
    return token.pos_ in ("PRON", "DET") and is_listed(token, "denials", "pointer")


def _says(token: Token) -> bool:
    return token.pos_ == "NOUN" and is_listed(token, "denials", "said")


def _happens(token: Token) -> bool:
    """A clause, a gerund (which the parser may hang on its object), a share in what happened, or an event noun."""
    gerund = any(item.tag_ == "VBG" and item.dep_ == "amod" and item.i < token.i for item in token.children)
    if token.pos_ in ("VERB", "AUX") or gerund or is_listed(token, "denials", "part"):
        return True
    return token.pos_ == "NOUN" and ("noun", token.lemma_.lower()) in events.vocabulary().words


def _verdict(verb: Token) -> bool:
    last = max((item.i for item in verb.subtree), default=verb.i) + 1
    return any(is_listed(verb.doc[index], "denials", "verdict") for index in range(verb.i, last))


def _claim(article: Article, sentence: Sentence, found: _Denial) -> Claim | None:
    doc = sentence.span.doc
    assert found.content is not None
    first, last = syntax.clause_span(syntax.clause_head(found.verb))
    clause = article.passage(sentence, min(first, found.verb.i), max(last, found.verb.i + 1))
    own = {token.i for token in found.verb.subtree} if found.content == found.verb.head else set()
    inside = sorted({token.i for token in found.content.subtree} - own)
    told = article.passage(sentence, inside[0], inside[-1] + 1)
    holder, entity = _who(article, sentence, found, told.start, told.end)
    if holder is None:
        return None
    mention = next((m for m in sentence.events if m.head in inside and not _says(doc[m.head])), None)
    answered = _answered(article, sentence, found, entity, holder) if mention is None else None
    content = set(topic.content(sentence)) | (set(topic.content(answered)) if answered is not None else set())
    doer = entity if mention is None else _doer(article, sentence, mention, entity)
    return Claim(
        id="",
        passage=article.passage(sentence, sentence.span.start, sentence.span.end),
        clause=clause.text,
        kind="denial",
        outlet=article.outlet,
        holder=holder,
        cue=found.verb.lemma_.lower(),
        event=_event(doc, mention, found.content),
        certainty="denied",
        agent=Facet((doer,), doer.name, "stated") if doer is not None else Facet(),
        place=scope.place(article, sentence, first, last, mention, "unknown"),
        lead=sentence.lead,
        headline=sentence.headline,
        topic=tuple(sorted({doc[index].lemma_.lower() for index in inside if doc[index].pos_ == "NOUN"})),
        content=tuple(sorted(content)),
        answers=article.passage(answered, answered.span.start, answered.span.end) if answered is not None else None,
        published=article.source.published,
        notes=_notes(found.content, mention),
    )


def _notes(content: Token, mention: events.Mention | None) -> tuple[str, ...]:
    """charge: all that is laid at the denier's door; share: a part in what happened."""
    if mention is None and _says(content):
        return ("charge",)
    shares = is_listed(content, "denials", "part") or any(
        is_listed(item, "denials", "part") for item in content.children
    )
    return ("share",) if shares else ()


def _event(doc: Doc, mention: events.Mention | None, content: Token) -> Event | None:
    """What is denied: a listed event, else a verb of its own class; none where the denial only points."""
    if mention is not None:
        return Event(mention.cls, doc[mention.first : mention.last + 1].text)
    gerunds = [item for item in content.children if item.tag_ == "VBG" and item.dep_ == "amod"]
    verb = content if content.pos_ == "VERB" else gerunds[0] if gerunds else None
    return Event(verb.lemma_.lower(), verb.text) if verb is not None else None


def _who(
    article: Article, sentence: Sentence, found: _Denial, start: int, end: int
) -> tuple[Holder | None, Entity | None]:
    """The denier as a holder and as an entity; a pronoun is whom the text means by it, if that is known."""
    named = article.entity(sentence, found.denier) if found.denier is not None else None
    credit = article.attribution.of(start, end)
    if credit.holder is not None and credit.cue == found.verb.lemma_.lower():
        return credit.holder, named.entity if named is not None else article.named(credit.holder.name)
    if named is not None:
        return Holder(named.entity.name), named.entity
    if found.denier is None:
        return None, None
    if found.denier.pos_ == "PRON":
        outer = article.attribution.of(*_place(article, sentence, found.verb)).holder
        return (outer, article.named(outer.name)) if outer is not None else (None, None)
    words = found.denier.doc[found.denier.left_edge.i : found.denier.i + 1].text
    return (Holder(words), None) if len(words.split()) <= LONGEST_ROLE else (None, None)


def _place(article: Article, sentence: Sentence, token: Token) -> tuple[int, int]:
    passage = article.passage(sentence, token.i, token.i + 1)
    return passage.start, passage.end


def _doer(article: Article, sentence: Sentence, mention: events.Mention, denier: Entity | None) -> Entity | None:
    """Whose doing is denied: the subject inside the denied clause, else the denier's own."""
    head = sentence.span.doc[mention.head]
    inner = syntax.child(head, "nsubj", "nsubjpass")
    named = article.entity(sentence, inner) if inner is not None else None
    return named.entity if named is not None else denier


def _answered(
    article: Article, sentence: Sentence, found: _Denial, denier: Entity | None, holder: Holder
) -> Sentence | None:
    """The sentence before that a denial answers: "this" points at the last one, "the claims" at the nearest that
    accuses the denier, or that the one whose claims they are is credited with.
    """
    before = [item for item in article.before(sentence)[:LOOK_BACK] if not item.headline]
    assert found.content is not None
    if _is_pointer(found.content):
        return before[0] if before else None
    accuser = _accuser(article, sentence, found.content)
    rated = [(_answers(article, nearby, accuser, denier, holder), -place) for place, nearby in enumerate(before)]
    best = max(rated, default=(0, 0))
    return before[-best[1]] if best[0] >= ENOUGH else None


def _accuser(article: Article, sentence: Sentence, content: Token) -> Entity | None:
    """Whose claim it is: "Labour's claim", "a report by the ministry"."""
    for item in content.children:
        inner = syntax.child(item, "pobj") if item.dep_ in ("prep", "agent") else item
        if item.dep_ in ("poss", "prep", "agent", "compound") and inner is not None:
            named = article.entity(sentence, inner)
            if named is not None:
                return named.entity
    return None


def _answers(article: Article, nearby: Sentence, accuser: Entity | None, denier: Entity | None, holder: Holder) -> int:
    """How well a sentence fits as what is denied; 0 if it is the denier's own or names neither side."""
    passage = article.passage(nearby, nearby.span.start, nearby.span.end)
    credit = article.attribution.of(passage.start, passage.end)
    if credit.holder == holder:
        return 0
    last = holder.name.split()[-1].casefold()
    named = any(_same(mention.entity, denier, holder) for mention in nearby.names)
    against = named or any(token.lower_ == last for token in nearby.span)
    by = accuser is not None and any(_same(mention.entity, accuser, None) for mention in nearby.names)
    if not (against or by):
        return 0
    accuses = any(is_listed(token, "denials", "accuse") for token in nearby.span)
    harm = any({"harm", "act"} & set(events.ancestors(mention.cls)) for mention in nearby.events)
    return against + by + 2 * accuses + harm + 2 * (credit.certainty == "alleged")


def _same(entity: Entity, other: Entity | None, holder: Holder | None) -> bool:
    if other is not None and (entity.key == other.key or other.key in entity.within or entity.key in other.within):
        return True
    return holder is not None and holder.name.split()[-1].casefold() in entity.name.casefold().split()
