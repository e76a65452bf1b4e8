"""Who sets himself against what: the denier, the event or charge, and the sentence that is answered."""

from __future__ import annotations

import pytest

from factcheck.model import Claim, Source
from factcheck.reading import claims

# text, the denier, the class of what is denied (none: it points or is all charges), words of the sentence it answers
DENIALS = [
    ("Delmar Foods has denied poisoning the canal.", "Delmar Foods", "poison", None),
    (
        "The mayor of Orna and her allies have denied bombing schools.",
        "The mayor of Orna and her allies",
        "strike",
        None,
    ),
    ("Ruth Amos over the weekend denied that she asked Mills to stop the audit.", "Ruth Amos", "ask", None),
    ("Ruth Amos dismissed allegations that she stole the ballots.", "Ruth Amos", "take", None),
    ("The claims were denied by Orbit Bank.", "Orbit Bank", None, None),
    ("Prosecutors say Anna Kell took bribes. Kell denies the charges.", "Anna Kell", None, "Prosecutors say"),
    ("Scientists say the dam will burst. Ministers dispute this.", "Ministers", None, "Scientists say"),
    ("Lena Fox accused Tom Bell of theft. Bell described her account as fiction.", "Tom Bell", None, "Lena Fox"),
    ("Prosecutors accuse Rosa Quint of theft. Quint has pleaded not guilty.", "Rosa Quint", None, "Prosecutors accuse"),
    ("Rosa Quint is charged with arson. She denied setting the barn alight.", "Rosa Quint", "set", None),
    ("Rosa Quint, who has protested her innocence, left town.", "Rosa Quint", None, None),
    ("The levy was misconstrued as a tool to punish bakers, said Ann Vale.", "Ann Vale", "punish", None),
    ("Clerks presented letters. Orbit Bank has disputed that evidence.", "Orbit Bank", None, "Clerks"),
]

# what only looks like a denial
OTHERS = [
    "Officials denied the fair a permit for the meadow.",
    "Voters rejected the plan for a new stadium.",
    "Delmar Foods would neither confirm nor deny poisoning the canal.",
    "Delmar Foods did not deny the charge.",
    "Delmar Foods could refute the claims at a trial.",
    "The editor saw the draft and dismissed them.",
    "Brisk Delivery rejected the union's pay claim.",
    "It was put in writing so no one could question it.",
]


def denials_of(text: str) -> list[Claim]:
    source = Source(id="a", path="a.txt", sha256="", title="", text=text)
    return [claim for claim in claims.read(source) if claim.kind == "denial"]


@pytest.mark.parametrize(("text", "denier", "cls", "answered"), DENIALS)
def test_denial_is_read(text: str, denier: str, cls: str | None, answered: str | None) -> None:
    (claim,) = denials_of(text)
    assert claim.holder is not None
    assert claim.holder.name.casefold().removeprefix("the ").startswith(denier.casefold().removeprefix("the "))
    assert (claim.event.cls if claim.event else None) == cls
    assert (claim.answers.text[: len(answered or "")] if claim.answers else None) == answered


# text, and whose doing is denied, in the words of the denied clause (none: the denier's)
DOERS = [
    ("Per Holm rejected claims that the levy would close small farms.", "levy"),
    ("Iris Vane defended the curfew, and rejected assertions that it punished bakers.", "curfew"),
    ("The levy was misconstrued as a tool to punish bakers, said Ann Vale.", "levy"),
    ("Delmar Foods has denied poisoning the canal.", None),
]


@pytest.mark.parametrize(("text", "doer"), DOERS)
def test_whose_doing_is_denied(text: str, doer: str | None) -> None:
    (claim,) = denials_of(text)
    assert claim.event is not None
    assert claim.event.agent == doer


def test_common_noun_means_the_body_that_has_it_in_its_name() -> None:
    (claim,) = denials_of("Corvid Airlines flies to Lima. The airline denied falsifying records.")
    assert [entity.key for entity in claim.agent.entities] == ["org/corvid-airlines"]


@pytest.mark.parametrize("text", OTHERS)
def test_no_denial_is_read(text: str) -> None:
    assert denials_of(text) == []
