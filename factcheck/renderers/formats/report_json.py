"""The report as JSON, whole and readable again; report.schema.json describes it."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

from factcheck.model import Report
from factcheck.renderers.choices import DEFAULT, Choices


def render(report: Report, choices: Choices = DEFAULT) -> bytes:
    """UTF-8, two spaces, keys in the order of the records, a newline at the end."""
    text = json.dumps(report.to_dict(encode_json=False), ensure_ascii=False, indent=2, default=_amount) + "\n"
    # A lone surrogate has no UTF-8; written as \udXXX it is still valid JSON and reads back as it was.
    return text.encode("utf-8", errors="backslashreplace")


def _amount(value: Any) -> str:
    """An amount as its digits: a JSON number would be read back as a float. TypeError for anything else."""
    if isinstance(value, Decimal):
        return str(value)
    raise TypeError(f"{type(value).__name__} has no place in a report")
