"""The tag of a quotation, such as "said Jane Roe": which of its verbs tells the words, and who does it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from factcheck.reading.attribution import cues, roles, subjects

if TYPE_CHECKING:
    from spacy.tokens import Span, Token


def after_other_verb(verb: Token, span: Span) -> bool:
    """Whether a verb that is no cue comes first: the quotation is its subject, and the cue tells something else."""
    own = {
        token.i
        for child in verb.children
        if child.dep_ in ("nsubj", "nsubjpass", "aux", "auxpass", "csubj")
        for token in child.subtree
    }
    between = [token for token in verb.doc[span.start : verb.i] if token.pos_ in ("VERB", "AUX") and token.i not in own]
    return any(
        not cues.verbs(token) and token.dep_ not in ("aux", "auxpass", "amod", "advcl", "relcl", "acl", "prep")
        for token in between
    )


def innermost(verb: Token, span: Span) -> Token:
    """Aides said Roe told them: the quotation is what Roe told."""
    for child in verb.children:
        nested = (
            child.dep_ == "ccomp"
            and verb.i < child.i < span.end
            and any("quote" in cue.takes for cue in cues.verbs(child))
        )
        if nested and any(token.dep_ == "nsubj" for token in child.children):
            return innermost(child, span)
    return verb


def teller(verb: Token, span: Span, quoted: Callable[[Token], bool], *, last: bool) -> Token | None:
    """The subject of a tag; the parser often loses it, so a noun after the verb will do, where it opens the tag.

    `quoted` tells whether a token lies in a quotation: then it is no subject of its tag. `last`: the tag comes first.
    """
    head = subjects.subject(verb)
    if head is not None and quoted(head):
        head = None
    if head is not None and (
        span.start <= head.i < span.end or roles.kind(head.lower_) == "relative" or head.sent == verb.sent
    ):
        return head
    named = subjects.across_commas(verb)
    if named is not None and named.i >= span.start:
        return named
    before = verb.doc[verb.i - 1] if verb.i > span.start else None
    if before is not None and before.pos_ in ("NOUN", "PROPN") and not quoted(before):
        return before  # “…” the agency Norpress said: the parser ran the quotation into it
    # Told comes after its speaker: told reporters names whom it was told to.
    names = [token for token in verb.doc[span.start : verb.i] if token.pos_ in ("PROPN", "NOUN") and not quoted(token)]
    names = [token for token in names if token.dep_ not in ("pobj", "compound", "poss", "nmod")]
    if names and verb.lemma_ == "tell":
        return names[0]
    if last and any(token.pos_ in ("NOUN", "PROPN", "PRON") for token in verb.doc[span.start : verb.i]):
        return None
    doc = verb.doc
    nouns = [
        token
        for token in doc[verb.i + 1 : span.end]
        if token.pos_ in ("PROPN", "NOUN", "PRON") and token.dep_ not in ("pobj", "compound", "poss")
    ]
    return nouns[0] if nouns and nouns[0].i - verb.i <= 6 else None
