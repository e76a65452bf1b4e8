"""What was said word for word: for each speaker of a sentence a claim that holds the quoted words and nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from factcheck.model import Claim, Passage
from factcheck.reading.article import Article, Sentence
from factcheck.reading.attribution.quotations import Quotation

GAP = " … "  # between two quotations of one sentence: what was left out is not known
_FEWEST = 2  # words; a single word in quotation marks is a title or a distance kept
_SHORT = 6  # words that tell little without the next sentence: where one paper sets a stop another has a comma
_LONGEST = 400  # characters of a sentence that can stand as a passage
_TITLE = re.compile(r"[A-Z][\w'’-]*(?: (?:[A-Z][\w'’-]*|of|the|an?|in|on|for|and|to|with))*[.,]?")
_MID_SENTENCE = re.compile(r"\w $")


def of_sentence(article: Article, sentence: Sentence) -> Iterator[Claim]:
    """The utterances of one sentence, in order; a short one also together with the next of its quotation."""
    passage = article.passage(sentence, sentence.span.start, sentence.span.end)
    yield from _of_passage(article, sentence, passage, article.outer_quotations)
    after = article.sentences[article.position(sentence) + 1 :][:1]
    if after and after[0].block == sentence.block:
        longer = article.passage(sentence, sentence.span.start, after[0].span.end)
        for item in article.outer_quotations:
            told = article.source.text[max(item.inner_start, passage.start) : passage.end]
            if item.inner_start < passage.end < item.inner_end and len(told.split()) <= _SHORT:
                yield from _of_passage(article, sentence, longer, [item])


def _of_passage(
    article: Article, sentence: Sentence, whole: Passage, quotations: Sequence[Quotation]
) -> Iterator[Claim]:
    places = [
        (start, end)
        for item in quotations
        if (start := max(item.inner_start, whole.start)) < (end := min(item.inner_end, whole.end))
    ]
    pieces = [
        (article.attribution.of(start, end), start, end) for start, end in _without_titles(places, article.source.text)
    ]
    for _, group in groupby(pieces, key=lambda piece: piece[0].holder):
        told = list(group)
        credit, places = told[0][0], [(start, end) for _, start, end in told]
        words = GAP.join(article.source.text[start:end].strip() for start, end in places)
        if len(words.split()) < _FEWEST:
            continue
        yield Claim(
            id="",
            passage=whole if len(whole.text) <= _LONGEST else _part(article, whole, places[0][0], places[-1][1]),
            clause=words,
            kind="utterance",
            outlet=article.outlet,
            quotation=True,
            holder=credit.holder,
            relayed_by=credit.relayed_by,
            cue=credit.cue,
            headline=sentence.headline,
            lead=sentence.lead,
            published=article.source.published,
        )


def _without_titles(places: Sequence[tuple[int, int]], text: str) -> Sequence[tuple[int, int]]:
    """The quoted stretches but for the programme or book that is named beside them: told "Good Evening" that "…"."""
    spoken = [
        (start, end)
        for start, end in places
        if not (_TITLE.fullmatch(text[start:end]) and _MID_SENTENCE.search(text[start - 3 : start - 1]))
    ]
    return spoken or places


def _part(article: Article, whole: Passage, start: int, end: int) -> Passage:
    line = whole.line + whole.text.count("\n", 0, start - whole.start)
    return Passage(whole.source, start, end, line, article.source.text[start:end])
