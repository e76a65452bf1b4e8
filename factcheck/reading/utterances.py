"""What was said word for word: for each speaker of a sentence a claim that holds the quoted words and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from factcheck.model import Claim, Passage
from factcheck.reading.article import Article, Sentence

GAP = " … "  # between two quotations of one sentence: what was left out is not known
_FEWEST = 2  # words; a single word in quotation marks is a title or a distance kept
_LONGEST = 400  # characters of a sentence that can stand as a passage


def of_sentence(article: Article, sentence: Sentence) -> Iterator[Claim]:
    """The utterances of one sentence, in order."""
    whole = article.passage(sentence, sentence.span.start, sentence.span.end)
    pieces = [
        (article.attribution.of(start, end), start, end)
        for item in article.outer_quotations
        if (start := max(item.inner_start, whole.start)) < (end := min(item.inner_end, whole.end))
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


def _part(article: Article, whole: Passage, start: int, end: int) -> Passage:
    line = whole.line + whole.text.count("\n", 0, start - whole.start)
    return Passage(whole.source, start, end, line, article.source.text[start:end])
