"""The event lexicon in use: which sense a word has, and which class a figure counts."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

import pytest

from factcheck import lexicons
from factcheck.model import Claim, Source
from factcheck.reading import claims, events


def read(sentence: str) -> tuple[Claim, ...]:
    text = f"Story of the day\n\n{sentence}"
    return claims.read(Source(id="s", path="s.txt", sha256="", title="", text=text, published=date(2024, 5, 16)))


@pytest.mark.parametrize(
    ("sentence", "trigger", "cls"),
    [
        ("The airline fired its pilot.", "fired", "dismiss"),
        ("The frigate fired a missile.", "fired", "shoot"),
        ("Detectives charged the mayor with theft.", "charged", "charge"),
        ("The hotel charged 40 euros for parking.", "charged", "charge-fee"),
        ("The court released the driver.", "released", "free"),
        ("The agency released the report.", "released", "disclose"),
        ("The operator released 30 cubic metres of water.", "released", "release-water"),
        ("The council will close two libraries.", "close", "close"),
        ("Parliament passed the budget.", "passed", "pass"),
        ("Toyota recalled the cars.", "recalled", "recall"),
        ("The regulator fined the bank.", "fined", "fine"),
        ("The jury cleared him of fraud.", "cleared him of", "acquit"),
        ("The club called off the match.", "called off", "cancel"),
        ("The firm lost 9 million pounds.", "lost", "loss"),
        ("The team lost the final.", "lost", "lose"),
    ],
)
def test_the_sense_of_a_verb(sentence: str, trigger: str, cls: str) -> None:
    found = [claim.event.cls for claim in read(sentence) if claim.event is not None and claim.event.trigger == trigger]
    assert found == [cls]


@pytest.mark.parametrize(
    ("sentence", "cls"),
    [
        ("Nurses voted for a strike over pay.", "stop-work"),
        ("A strike hit the airfield at night.", "strike"),
    ],
)
def test_a_noun_is_told_by_the_words_near_it(sentence: str, cls: str) -> None:
    doc = next(iter(claims.Article(Source("s", "s", "", "", sentence)).blocks)).doc
    assert cls in [mention.cls for mention in events.read(doc) if doc[mention.head].lower_ == "strike"]


@pytest.mark.parametrize(
    ("sentence", "words", "event"),
    [
        ("The company will cut 900 jobs.", "900 jobs", "dismiss"),
        ("It is 900 posts that will go in Bristol.", "900 posts", "dismiss"),
        ("Some 900 jobs are at risk.", "Some 900 jobs", "endanger"),
        ("About 300 households were without electricity.", "About 300 households", "power-cut"),
        ("Lessons were cancelled for 700 pupils.", "700 pupils", "cancel"),
        ("Nine wagons left the track near Leeds.", "Nine wagons", "derail"),
        ("The charity treated between 30 and 40 women.", "between 30 and 40 women", "treat"),
        ("The blast killed or wounded 52 people.", "52 people", "harm"),
        ("The ministry puts the death toll at 210 people.", "210 people", "kill"),
        ("Five girls were among the dead.", "Five girls", "kill"),
        ("Some 60 people who became sick had eaten there.", "Some 60 people", "infect"),
        ("The plant (600 staff) will close.", "600 staff", None),
        ("Forty residents were moved to a gym.", "Forty residents", "move"),
        ("Twelve officers arrested a singer.", "Twelve officers", "to arrest"),
        ("Staff, about 2,600 people, will be reduced by a tenth.", "about 2,600 people", None),
        ("The toll on the bridge rose to 4 euros.", "4 euros", None),
        ("Inflation rose by 2 per cent.", "2 per cent", "rise"),
        ("Inflation rose to 2 per cent.", "2 per cent", None),
    ],
)
def test_the_event_of_a_figure(sentence: str, words: str, event: str | None) -> None:
    claim = next(item for item in read(sentence) if item.quantities and item.quantities[0].text == words)
    assert (claim.event.cls if claim.event else None) == event


@pytest.mark.parametrize(
    ("sentence", "counted"),
    [
        ("The price of oil rose by 4 per cent.", "price change"),
        ("The price of oil rose to 4 per cent.", "price"),
        ("There were 39 votes against.", "vote against"),
        ("There were 39 votes.", "vote"),
    ],
)
def test_what_a_figure_counts(sentence: str, counted: str) -> None:
    assert counted in [claim.counted for claim in read(sentence)]


@pytest.mark.parametrize(
    ("sentence", "term"),
    [
        ("A litre of milk costs 2 euros.", "by:milk"),
        ("The price of rice rose by 12 per cent.", "rice"),
        ("Miners went on strike for nine days.", "by:miner"),
        ("Thieves stole 4,000 euros from a bakery.", "bakery"),
        ("The flood killed nine people.", "event:flood"),
    ],
)
def test_the_matter_of_a_figure(sentence: str, term: str) -> None:
    assert term in next(claim for claim in read(sentence) if claim.quantities).matter


@pytest.mark.parametrize(
    ("sentence", "cls", "agent", "patient"),
    [
        ("The regional court convicted the former mayor.", "convict", "regional court", "former mayor"),
        ("The former mayor was convicted by the regional court.", "convict", "regional court", "former mayor"),
        ("The coastal road is closed.", "close", None, "coastal road"),
        ("The tunnel collapsed.", "collapse", None, "tunnel"),
    ],
)
def test_who_did_it_to_whom_without_a_figure(sentence: str, cls: str, agent: str | None, patient: str | None) -> None:
    found = [claim.event for claim in read(sentence) if claim.event is not None and claim.event.cls == cls]
    assert [(event.agent, event.patient) for event in found] == [(agent, patient)]


def test_an_office_is_what_an_election_is_about() -> None:
    claim = next(claim for claim in read("No woman has been elected president.") if claim.event)
    assert claim.topic == ("president",)


def test_a_word_has_one_class_in_a_form() -> None:
    classes: dict[tuple[str, str], set[str]] = defaultdict(set)
    general = [entry for entry in lexicons.entries("events") if entry["id"] != "besiege"]  # a pack may be narrower
    for entry in general:
        for form in ("verbs", "subject_verbs", "nouns", "states"):
            for word in entry.get(form, ()):
                classes[form, word].add(entry["id"])
    assert {word: found for word, found in classes.items() if len(found) > 1} == {}


def test_parents_are_classes() -> None:
    entries = lexicons.entries("events")
    names = {entry["id"] for entry in entries}
    assert len({(entry["id"], entry.get("parent")) for entry in entries}) == len(names)  # a pack may add words
    assert {entry["parent"] for entry in entries if "parent" in entry} <= names
