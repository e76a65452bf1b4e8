"""Who a source says somebody is: for each person named in full an age and the offices, for each place its region."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from factcheck.model import Claim, Entity, Facet, Passage, Quantity
from factcheck.reading import regions
from factcheck.reading.article import Article, Sentence
from factcheck.reading.attribution.people import Person

KIND = "identity"
OLDEST = 110  # years
GROWN = 18  # years; a child is called by its first name, and "Roe, 7," may be a mark
_FULL = 2  # words of a name that tells one human being from his family
_LONGEST = 400  # characters of a sentence that can stand as a passage
_BESIDE = frozenset({"NOUN", "PROPN", "ADJ", "PUNCT"})  # what may stand between an age and a name: "plumber", "Dutch"


def read(article: Article) -> Iterator[Claim]:
    """One claim for each age given to a person, for a person's offices, and for each place said to lie in a region."""
    full = [person for person in article.people.persons if len(person.name.split()) >= _FULL]
    named = tuple(sorted(person.name for person in full))
    for person in full:
        yield from _ages(article, person, named)
        yield from _offices(article, person, named)
    yield from _places(article)


def _ages(article: Article, person: Person, named: tuple[str, ...]) -> Iterator[Claim]:
    name = _written(person.name)
    after = re.compile(rf"\b{name}, (?:aged |who is )?(?P<age>\d{{1,3}})(?=[,.;)])")
    before = re.compile(rf"\b(?P<age>\d{{1,3}})-year-old (?P<beside>(?:[\w’'-]+ ){{0,3}}){name}\b")
    surname = _surname(person, named)
    alone = re.compile(rf"(?<![\w’'-]){_written(surname)}, (?:aged |who is )?(?P<age>\d\d)(?=,)")
    told: set[str] = set()
    for sentence, passage in _whole(article, surname):
        text = passage.text
        found = after.search(text) or before.search(text) or _by_itself(alone.search(text))
        if found is None or found["age"] in told or not 0 < int(found["age"]) <= OLDEST:
            continue
        if "beside" in found.groupdict() and not _names_nobody_else(article, sentence, passage, found):
            continue
        start, end = (passage.start + place for place in found.span("age"))
        age = Quantity(Decimal(found["age"]), Decimal(found["age"]), start, end, found["age"], unit="year", of="age")
        told.add(found["age"])
        yield _claim(article, sentence, passage, _person(person), quantities=(age,), named=named)


def _surname(person: Person, named: tuple[str, ...]) -> str:
    """The surname where nobody else in the article has it, else the whole name."""
    last = person.name.split()[-1]
    return last if sum(name.split()[-1] == last for name in named) == 1 else person.name


def _by_itself(found: re.Match[str] | None) -> re.Match[str] | None:
    """A grown-up called by his surname: "Roe, 61," and not "Mrs Roe, 61,"."""
    if found is None or int(found["age"]) < GROWN:
        return None
    words = found.string[: found.start()].split()
    return found if not words or words[-1].islower() or (not words[-1][-1].isalnum() and words[-1][-1] != ".") else None


def _names_nobody_else(article: Article, sentence: Sentence, passage: Passage, found: re.Match[str]) -> bool:
    """False for "the 4-year-old daughter of Jane Roe" and "the 40-year-old thanked Jane Roe"."""
    block = article.blocks[sentence.block]
    start, end = (passage.start + place for place in found.span("beside"))
    return all(token.pos_ in _BESIDE for token in sentence.span if start <= block.place(token)[0] < end)


def _offices(article: Article, person: Person, named: tuple[str, ...]) -> Iterator[Claim]:
    if not person.roles:
        return
    role, body = person.roles[0]
    last = role.split()[-1]
    told = next((item for item in _whole(article, person.name) if last in item[1].text.casefold()), None)
    if told is None:
        return
    where = article.named(body) if body else None
    placed = where is not None and where.kind in ("place", "region", "country") and where.name.casefold() in _fold(body)
    yield _claim(
        article,
        *told,
        _person(person),
        place=Facet((where,), where.name, "stated") if where is not None and placed else None,
        topic=tuple(f"{role}:{body or ''}" for role, body in person.roles),
        named=named,
    )


def _places(article: Article) -> Iterator[Claim]:
    """Each place that the tables do not list, with each region that a sentence puts it in."""
    done: set[tuple[str, str]] = set()
    for sentence in article.sentences:
        for place, region in regions.read(sentence):
            passage = article.passage(sentence, sentence.span.start, sentence.span.end)
            if (place.key, region.key) not in done and len(passage.text) <= _LONGEST and not sentence.headline:
                done.add((place.key, region.key))
                facet = Facet((place,), f"{place.name} in {region.name}", "stated")
                yield _claim(article, sentence, passage, Facet(), place=facet)


def _whole(article: Article, name: str) -> Iterator[tuple[Sentence, Passage]]:
    """The sentences that have a name, with their passages."""
    for sentence in article.sentences:
        passage = article.passage(sentence, sentence.span.start, sentence.span.end)
        if (name in passage.text or name.upper() in passage.text) and len(passage.text) <= _LONGEST:
            yield sentence, passage


def _written(name: str) -> str:
    """A pattern for a name, in capitals too, as layout sets the first words of a story."""
    return rf"(?:{re.escape(name)}|{re.escape(name.upper())})"


def _person(person: Person) -> Facet:
    entity = Entity(f"person/{'-'.join(_fold(person.name).split())}", person.name, "person")
    return Facet((entity,), person.name, "stated")


def _fold(text: str | None) -> str:
    return (text or "").casefold()


def _claim(
    article: Article,
    sentence: Sentence,
    passage: Passage,
    agent: Facet,
    *,
    place: Facet | None = None,
    quantities: tuple[Quantity, ...] = (),
    topic: tuple[str, ...] = (),
    named: tuple[str, ...] = (),
) -> Claim:
    return Claim(
        id="",
        passage=passage,
        clause=passage.text,
        kind=KIND,
        outlet=article.outlet,
        agent=agent,
        place=place or Facet(),
        quantities=quantities,
        topic=topic,
        named=named,
        headline=sentence.headline,
        lead=sentence.lead,
        published=article.source.published,
    )
