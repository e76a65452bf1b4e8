"""Two texts of one scene: what excludes what, and what may stand beside what."""

from __future__ import annotations

import pytest

from factcheck import corpus, engine, scenes

EXCLUDES = [
    ("figures", "The museum lent 14 paintings to Lyon.", "The museum lent seventeen paintings to Lyon."),
    ("figures", "The ferry leaves at 8:15 every morning.", "The ferry leaves at 9:15 every morning."),
    ("figures", "She finished in third place in the regatta.", "She finished in 5th place in the regatta."),
    ("figures", "At least 40 guests fell ill at the wedding.", "At least 42 guests fell ill at the wedding."),
    ("figures", "The judge gave him 3 years and 4 months in prison.", "The judge gave him 3 years in prison."),
    ("figures", "Holm and Vik have a combined total of 900 pupils.", "Vik have a combined total of 900 pupils."),
    ("dates", "The mayor opened the bridge on Sunday.", "The mayor opened the bridge on Monday."),
    ("polarity", "The mayor opened the bridge on Sunday.", "The mayor closed the bridge on Sunday."),
    ("polarity", "The road over the pass is safe.", "The road over the pass is unsafe."),
    ("polarity", "The tenants have paid their rent.", "The tenants have never paid their rent."),
    ("polarity", "Neither the bank nor the insurer was informed.", "The insurer was informed."),
    ("polarity", "The minister answered the question.", "The minister failed to answer the question."),
    ("polarity", "Few of the voters trust the mayor.", "Many of the voters trust the mayor."),
    ("absolutes", "All but two of the miners came up.", "All of the miners came up."),
    ("absolutes", "He coached only the juniors.", "He coached both the juniors and the seniors."),
    ("identities", "The dog chased the fox across the field.", "The fox chased the dog across the field."),
    ("identities", "The train runs from Oslo to Bergen.", "The train runs from Bergen to Oslo."),
    ("identities", "A Danish tourist was rescued from the glacier.", "A Dutch tourist was rescued from the glacier."),
    ("identities", "The letter was written by Emma Stone.", "The letter was written by Mary Hill."),
    ("identities", "The house has a green door.", "The house has a red door."),
]

MAY_BOTH_HOLD = [
    ("one figure in two spellings", "The ship has a crew of twelve.", "The ship has a crew of 12."),
    ("one bound and a figure within it", "More than 40 people were hurt.", "45 people were hurt."),
    ("a round figure", "Nearly 5,000 houses lost power in the storm.", "4,920 houses lost power in the storm."),
    ("one of two", "The firm makes shoes and bags.", "The firm makes shoes."),
    ("alternatives", "It happened in 2014 or 2015.", "It happened in 2014 or 2016."),
    ("may or may not", "He may or may not stand again.", "He may stand again."),
    ("not only", "The drug is not only cheap but safe.", "The drug is cheap but safe."),
    ("what is negated is left out", "She sings and does not dance.", "She sings."),
    ("examples", "She speaks languages such as French and German.", "She speaks languages such as French and Dutch."),
    ("one of several that there may be", "The villagers grow cabbage.", "The villagers grow beans."),
    ("more than are named", "There are seven chairs in the hall.", "There are nine chairs in the hall."),
    ("flowers of two colours", "The meadow is dotted with white flowers.", "The meadow is dotted with blue flowers."),
    ("a body by its initials", "The United Nations sent observers.", "The UN sent observers."),
    ("a country by its people", "A British tourist was rescued.", "A U.K. tourist was rescued."),
    ("a title", "President Jane Roe opened the fair.", "Ms. Roe opened the fair."),
    ("passive", "The dog chased the fox.", "The fox was chased by the dog."),
    ("both did it", "Anna Berg met Carl Holm in the hotel.", "Carl Holm met Anna Berg in the hotel."),
    ("other words", "Prices rose sharply in May.", "Prices increased sharply in May."),
    ("twice not", "The road is unsafe.", "The road is not safe."),
]

ARTICLE = """\
Lisbon port workers end strike

Dock workers in Lisbon voted on Tuesday to end a strike that had closed the harbour for 12 days.

Their union, led by Rui Matos, accepted an offer of 4 per cent more pay from the port company.

The company had imported fruit by road from Spain while the cranes stood still.

Ships from Brazil were the first to be unloaded on Wednesday morning, the harbour master said.
"""

AGAINST_THE_ARTICLE = [
    ("dates", "Lisbon dock workers voted on Friday to end their strike."),
    ("figures", "A strike that had closed the harbour of Lisbon for 21 days is over."),
    ("identities", "Ships from Angola were unloaded first, the harbour master said."),
    ("identities", "The union, led by Ana Lopes, accepted an offer of more pay."),
    ("polarity", "The union rejected an offer of 4 per cent more pay from the port company."),
    ("polarity", "The port company exported fruit by road while the cranes stood still."),
    ("polarity", "Dock workers in Lisbon did not vote to end the strike that had closed the harbour."),
]

WITH_THE_ARTICLE = [
    "The Lisbon dockers' strike is over after a vote.",
    "A vote of workers in Lisbon ended a strike of 12 days.",
    "Mr Matos leads the union, which took the company's offer.",
    "Brazilian ships were unloaded first.",
    "The company had brought in fruit from Spain.",
    "A minister in Madrid welcomed the end of the strike.",
]


def said(a: str, b: str) -> list[tuple[str, str]]:
    first, second = corpus.statement("a", a), corpus.statement("b", b)
    return [(checker, item.relation) for checker, item in engine.compare(first, second, same_scene=True)]


@pytest.mark.parametrize(("checker", "a", "b"), EXCLUDES)
def test_one_scene_cannot_be_both(checker: str, a: str, b: str) -> None:
    for one, other in ((a, b), (b, a)):
        found = said(one, other)
        assert found
        assert found[0][1] in ("conflict", "drift")
        assert checker in [name for name, relation in found if relation == found[0][1]]


@pytest.mark.parametrize(("a", "b"), [pytest.param(a, b, id=why) for why, a, b in MAY_BOTH_HOLD])
def test_one_scene_may_be_both(a: str, b: str) -> None:
    serious = [found for found in (*said(a, b), *said(b, a)) if found[1] in ("conflict", "dispute", "drift")]
    assert serious == []


@pytest.mark.parametrize(("checker", "statement"), AGAINST_THE_ARTICLE)
def test_a_statement_against_its_article(checker: str, statement: str) -> None:
    assert (checker, "conflict") in said(ARTICLE, statement)


@pytest.mark.parametrize("statement", WITH_THE_ARTICLE)
def test_a_statement_that_its_article_bears_out_or_does_not_tell(statement: str) -> None:
    assert [found for found in said(ARTICLE, statement) if found[1] in ("conflict", "dispute", "drift")] == []


def test_nothing_is_laid_side_by_side_unless_the_scene_is_one() -> None:
    a, b = (
        corpus.statement(side, f"The house has a {colour} door.") for side, colour in (("a", "green"), ("b", "red"))
    )
    assert engine.compare(a, b) == ()
    assert [item.relation for _, item in scenes.compare(a, b)] == ["conflict"]
