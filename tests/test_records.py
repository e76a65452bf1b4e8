"""Every record of model/ survives JSON whatever its fields hold; a new field that does not fails here."""

from __future__ import annotations

import dataclasses
import types
from datetime import date
from decimal import Decimal
from typing import Any, Union, get_args, get_origin, get_type_hints

import pytest
from dataclasses_json import DataClassJsonMixin
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from factcheck import model

RECORDS = [
    item
    for item in vars(model).values()
    if dataclasses.is_dataclass(item) and item.__module__.startswith(f"{model.__name__}.")
]
PLAIN = {
    str: st.text(max_size=8),
    int: st.integers(),
    bool: st.booleans(),
    date: st.dates(),
    Decimal: st.decimals(allow_nan=False, allow_infinity=False),
    type(None): st.none(),
}


def values(hint: Any) -> st.SearchStrategy[Any]:
    """All that a field of this type may hold. KeyError for a type that no record may have, such as float or set."""
    if isinstance(hint, type) and dataclasses.is_dataclass(hint):
        return st.builds(hint, **{name: values(known) for name, known in fields(hint).items()})
    if get_origin(hint) in (Union, types.UnionType):
        return st.one_of(*map(values, get_args(hint)))
    if get_origin(hint) is tuple:
        first, *others = get_args(hint)
        if others == [...]:
            return st.lists(values(first), max_size=2).map(tuple)
        return st.tuples(*map(values, get_args(hint)))
    return PLAIN[hint]


def fields(record: Any) -> dict[str, Any]:
    """The types of a record's own fields, by name; the mixin has annotations too."""
    hints = get_type_hints(record)
    return {field.name: hints[field.name] for field in dataclasses.fields(record)}


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
# Not shrunk: a record that fails makes all that hold it fail too, and its own example is small.
@settings(max_examples=20, deadline=None, derandomize=True, phases=[Phase.generate])
@given(data=st.data())
def test_json_gives_back_the_record(record: Any, data: st.DataObject) -> None:
    made = data.draw(values(record))
    back = record.from_json(made.to_json())
    assert back == made
    # Equal is not the same: 1 == True == Decimal("1.0").
    assert repr(back) == repr(made)


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
def test_a_record_is_frozen_and_goes_through_json(record: Any) -> None:
    assert record.__dataclass_params__.frozen
    assert issubclass(record, DataClassJsonMixin)


def test_the_walk_meets_records_of_every_stage() -> None:
    assert {model.Source, model.Claim, model.Evidence, model.Finding, model.Fault, model.Report} <= set(RECORDS)
