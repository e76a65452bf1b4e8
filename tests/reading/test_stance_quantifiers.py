"""For how many a clause holds, and on what condition: sentences of our own and what they must be read as."""

from __future__ import annotations

import pytest

from factcheck.reading import syntax
from factcheck.reading.parse import language
from factcheck.reading.stance import extremes, stance

# A sentence, its word, and the polarity, certainty and quantifier of that word's clause.
Case = tuple[str, str, str, str, str | None]

QUANTIFIED: list[Case] = [
    ("Every complaint was examined.", "examined", "positive", "asserted", "all"),
    ("All passengers survived.", "survived", "positive", "asserted", "all"),
    ("All of the passengers survived.", "survived", "positive", "asserted", "all"),
    ("Not all passengers survived.", "survived", "negative", "asserted", "some"),
    ("Not every complaint was examined.", "examined", "negative", "asserted", "some"),
    ("Not everyone agreed.", "agreed", "negative", "asserted", "some"),
    ("All but two passengers survived.", "survived", "positive", "asserted", "most"),
    ("Nearly all passengers survived.", "survived", "positive", "asserted", "most"),
    ("Almost every house burned.", "burned", "positive", "asserted", "most"),
    ("The storm all but destroyed the town.", "destroyed", "positive", "asserted", None),
    ("The minister said nothing at all.", "said", "positive", "asserted", "no"),
    ("The town has hardly any doctors.", "has", "positive", "asserted", "few"),
    ("Above all, the strike hurt farmers.", "hurt", "positive", "asserted", None),
    ("First of all, the court rejected the appeal.", "rejected", "positive", "asserted", None),
    ("All in all, the fair lost money.", "lost", "positive", "asserted", None),
    ("After all, the club won the cup.", "won", "positive", "asserted", None),
    ("No complaint was upheld.", "upheld", "positive", "asserted", "no"),
    ("None of the complaints was upheld.", "upheld", "positive", "asserted", "no"),
    ("Nobody was hurt.", "hurt", "positive", "asserted", "no"),
    ("No one claimed the prize.", "claimed", "positive", "asserted", "no"),
    ("Neither the club nor the league replied.", "replied", "positive", "asserted", "no"),
    ("Neither driver was hurt.", "hurt", "positive", "asserted", "no"),
    ("Not a single seat remained empty.", "remained", "positive", "asserted", "no"),
    ("The bank never repaid the loan.", "repaid", "positive", "asserted", "never"),
    ("The council always publishes its minutes.", "publishes", "positive", "asserted", "always"),
    ("The council does not always publish its minutes.", "publish", "negative", "asserted", "some"),
    ("The council invariably publishes its minutes.", "publishes", "positive", "asserted", "always"),
    ("Few voters turned out.", "turned", "positive", "asserted", "few"),
    ("A few voters turned out.", "turned", "positive", "asserted", "some"),
    ("Quite a few voters turned out.", "turned", "positive", "asserted", None),
    ("Only a handful of voters turned out.", "turned", "positive", "asserted", "few"),
    ("Some voters turned out.", "turned", "positive", "asserted", "some"),
    ("Some 200 voters turned out.", "turned", "positive", "asserted", None),
    ("Several voters turned out.", "turned", "positive", "asserted", "some"),
    ("Most voters stayed home.", "stayed", "positive", "asserted", "most"),
    ("The majority of voters stayed home.", "stayed", "positive", "asserted", "most"),
    ("The most expensive house burned.", "burned", "positive", "asserted", None),
    ("Whenever a player is hurt, the doctor examines him.", "examines", "positive", "asserted", "every"),
    ("When a member dies, the society pays the widow.", "pays", "positive", "asserted", "every"),
    ("If a firm deserves praise, it is this one.", "is", "positive", "asserted", None),
    ("When the bell rang, the pupils left.", "left", "positive", "asserted", None),
    ("When the minister arrives on Monday, he visits the port.", "visits", "positive", "asserted", None),
    ("Every time the river floods, the farmers move.", "move", "positive", "asserted", "every"),
    ("The players hugged each other.", "hugged", "positive", "asserted", None),
    ("The two sides met every day.", "met", "positive", "asserted", None),
    ("The brothers shared every meal.", "shared", "positive", "asserted", "all"),
    ("Each request was answered.", "answered", "positive", "asserted", "all"),
    ("The army killed the rebels, all of whom carried guns.", "killed", "positive", "asserted", None),
    ("The law applies to all citizens.", "applies", "positive", "asserted", "all"),
    ("The entire crew drowned.", "drowned", "positive", "asserted", "all"),
    ("Both drivers died.", "died", "positive", "asserted", None),
    ("The doctor has little hope.", "has", "positive", "asserted", "few"),
    ("A little girl found the purse.", "found", "positive", "asserted", None),
    ("Without exception, the judges voted for acquittal.", "voted", "positive", "asserted", "every"),
    ("Nothing but rubble remained.", "remained", "positive", "asserted", None),
    ("She wrote to every tenant.", "wrote", "positive", "asserted", "all"),
    ("The climbers were all rescued.", "rescued", "positive", "asserted", "all"),
    ("No other ferries were delayed.", "delayed", "positive", "asserted", "no"),
    ("He will wear No 9.", "wear", "positive", "future", None),
    ("Fewer than six complaints were made.", "made", "positive", "asserted", None),
    ("Their little boy was hurt.", "hurt", "positive", "asserted", None),
    ("He worked for all of May.", "worked", "positive", "asserted", None),
]

TOLD = [
    ("The minister said the road had been closed and would open in May.", "open", "positive", "future", None),
    ('The minister said the mill "would close" in May.', "close", "positive", "future", None),
    ('"It would be wrong," he said.', "be", "positive", "conditional", None),
    ("The club would not say who paid.", "say", "negative", "asserted", None),
    ("If they had mended the pump, he would still be here.", "mended", "positive", "unreal", None),
    (
        "Drivers said the firm, Norling, had been warned; Norling did not reply.",
        "warned",
        "positive",
        "asserted",
        None,
    ),
    ("The mayor knew on Monday, so why did he not tell us?", "knew", "positive", "asserted", None),
    ("He left early, she did not stay.", "left", "positive", "asserted", None),
    ("Eight members voted for it and three against; nobody abstained.", "voted", "positive", "asserted", None),
    ("The firm denied it would sell the mill.", "sell", "positive", "denied", None),
    ("I doubt he will come.", "come", "positive", "unreal", None),
    ("Officials fear that the canal might overflow.", "overflow", "positive", "hedged", None),
    ("He asked whether the road would open.", "open", "positive", "asked", None),
]


def read(sentence: str, word: str) -> stance.Stance:
    doc = language()(sentence)
    head = next(token for token in doc if token.text == word)
    return stance.read(doc, head, *syntax.clause_span(head))


@pytest.mark.parametrize(("sentence", "word", "polarity", "certainty", "quantifier"), [*QUANTIFIED, *TOLD])
def test_quantifier(sentence: str, word: str, polarity: str, certainty: str, quantifier: str | None) -> None:
    found = read(sentence, word)
    assert (found.polarity, found.certainty, found.quantifier) == (polarity, certainty, quantifier)


@pytest.mark.parametrize(
    ("sentence", "word", "guard"),
    [
        (
            "When a complaint is found credible, the club suspends the coach.",
            "suspends",
            "When a complaint is found credible",
        ),
        ("Where possible, the surgeons save the limb.", "save", "Where possible"),
        ("When a guest arrives, the porter carries the bags.", "carries", None),
        ("The club suspends every coach.", "suspends", None),
    ],
)
def test_guard(sentence: str, word: str, guard: str | None) -> None:
    assert read(sentence, word).guard == guard


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("She was the only witness of the burglary.", True),
        ("It was the worst drought in 30 years.", True),
        ("The club paid its most expensive coach a bonus.", True),
        ("The step was unprecedented.", True),
        ("At least 12 goats escaped.", False),
        ("Most goats escaped.", False),
        ("At first the goats stayed.", False),
    ],
)
def test_superlative(sentence: str, expected: bool) -> None:
    doc = language()(sentence)
    assert extremes.is_superlative(doc, 0, len(doc)) == expected
