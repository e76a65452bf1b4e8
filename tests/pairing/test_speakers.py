"""Whether two names are one speaker's: the degrees, and who is surely one."""

from __future__ import annotations

import pytest

from factcheck.model import Holder
from factcheck.pairing import speakers

PAIRS = [
    ("Ines Falk", "Falk", "same", False),  # a surname alone is shared by many, and stands for one in one story
    ("Ines Falk", "Ines M. Falk", "same", True),
    ("I. Falk", "Ines Falk", "same", True),
    ("Otto Brandt", "Otto K. Brandt Jr.", "same", True),
    ("Otto Brandt Sr.", "Otto Brandt Jr.", "different", False),
    ("Otto Brandt", "Otto Brandt PhD", "same", True),
    ("Ines Falk", "Irma Falk", "unknown", False),
    ("Ines Falk", "Otto Brandt", "different", False),
    ("Ines Falk and Otto Brandt", "Otto Brandt and Ines Falk", "same", True),
    ("officials", "officials", "same", False),
    ("officials", "Ines Falk", "unknown", False),
]


@pytest.mark.parametrize(("a", "b", "degree", "surely"), PAIRS)
def test_two_names(a: str, b: str, degree: str, surely: bool) -> None:
    one, other = Holder(a, None, None), Holder(b, None, None)
    assert speakers.between(one, other) == speakers.between(other, one) == degree
    assert speakers.surely_one(one, other) == speakers.surely_one(other, one) == surely


def test_nobody_credited_is_nobody_known() -> None:
    assert speakers.between(None, Holder("Ines Falk", None, None)) == "unknown"
    assert not speakers.surely_one(None, None)
