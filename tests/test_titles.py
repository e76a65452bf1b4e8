"""Titles: the words that make a statement, such that they can stand alone between quotation marks."""

from __future__ import annotations

import pytest

from factcheck import titles
from factcheck.model import Claim, Event, Holder, Passage

MAYOR = Holder("Ilse Brandvold", "mayor")
LONG = "The harbour master, who had watched the quay from the old tower of the customs house since five, told us so"


def claim(
    clause: str, trigger: str = "", passage: str = "", holder: Holder | None = MAYOR, kind: str = "statement"
) -> Claim:
    text = passage or clause
    event = Event(trigger, trigger) if trigger else None
    return Claim(
        "c", Passage("post", 0, len(text), 3, text), text, clause=clause, event=event, holder=holder, kind=kind
    )


@pytest.mark.parametrize(
    ("told", "words"),
    [
        (claim("while the ferry had left the quay"), "the ferry had left the quay"),
        (claim("and that the ferry had left the quay"), "the ferry had left the quay"),
        (claim("where a new rule could close the quay"), "a new rule could close the quay"),
        # These begin with the same letters, and with no link.
        (claim("That is not so, whoever tells it"), "That is not so, whoever tells it"),
        (claim("as many as 40 boats were lost"), "as many as 40 boats were lost"),
        # Half a clause stands in its sentence where that is short, else behind an ellipsis.
        (claim("to close the quay", "close", "The town chose to close the quay."), "The town chose to close the quay"),
        (claim("to close the quay", "close", f"{LONG}, and chose to close the quay."), "… to close the quay"),
        (claim("that began in May", "began", "A strike that began in May ends."), "A strike that began in May ends"),
        (claim("to close the quay", "close", f"The town chose to close the quay, {LONG[4:]}."),
         "The town chose to close the quay, harbour master …"),
        (claim("Closing the quay is no way out", "is"), "Closing the quay is no way out"),
        (claim("closing the quay", "closing", "He spoke of “closing the quay” to her.", kind="utterance"),
         "closing the quay"),
        # Who says it stands beside it already, if anybody does.
        (claim("All boats were insured, according to the mayor"), "All boats were insured"),
        (claim("All boats were insured, according to the mayor", holder=None),
         "All boats were insured, according to the mayor"),
        (claim("The boats that sank according to the mayor were old", "were"),
         "The boats that sank according to the mayor were old"),
        # Quotation marks inside are single ones, and closed.
        (claim('He called the report "a bad joke" on Monday'), "He called the report ‘a bad joke’ on Monday"),
        (claim('the boats were "grossly misused'), "the boats were ‘grossly misused’"),
        (claim("the mayor had “served in the fleet"), "the mayor had ‘served in the fleet’"),
    ],
)  # fmt: skip
def test_a_statement_stands_alone(told: Claim, words: str) -> None:
    assert titles.statement(told) == words


def test_a_title_ends_at_a_comma_where_a_reason_goes_on() -> None:
    told = claim(f"Before dawn the quay was closed, said to be unsafe as it stood and {LONG[4:]}", trigger="closed")
    assert titles.statement(told) == "Before dawn the quay was closed …"
    assert titles.quoted(told).startswith("“Before dawn the quay was closed, said to be unsafe as it stood and harbour")
