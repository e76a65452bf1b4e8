"""The report as JSON, whole and readable again; report.schema.json describes it."""

from __future__ import annotations

import json

from factcheck.model import Report


def render(report: Report) -> bytes:
    """UTF-8, two spaces, keys in the order of the records, a newline at the end."""
    text = json.dumps(report.to_dict(encode_json=False), ensure_ascii=False, indent=2) + "\n"
    # A lone surrogate has no UTF-8; written as \udXXX it is still valid JSON and reads back as it was.
    return text.encode("utf-8", errors="backslashreplace")
