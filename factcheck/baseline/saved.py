"""Reading back what an earlier run wrote: report.json, and the checks that it is one and of this corpus."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from factcheck.engine import SCHEMA
from factcheck.model import Report
from factcheck.problems import NotAReport


def document(path: Path) -> Any:
    """The JSON in `path`. OSError if it cannot be read, ValueError with the place if it is no JSON in UTF-8."""
    try:
        return json.loads(path.read_bytes().decode("utf-8"))
    except UnicodeDecodeError as error:
        raise ValueError(f"byte {error.start + 1} is not UTF-8") from error
    except json.JSONDecodeError as error:
        raise ValueError(f"line {error.lineno}, column {error.colno}: {error.msg}") from error
    except RecursionError as error:
        raise ValueError("it is nested too deeply") from error


def report(path: Path) -> Report:
    """The report in `path`. Raises NotAReport."""
    try:
        data = document(path)
    except OSError as error:
        raise NotAReport(path, error.strerror or str(error)) from error
    except ValueError as error:
        raise NotAReport(path, f"is not whole JSON ({error})") from error
    if not isinstance(data, dict) or data.get("schema") != SCHEMA:
        raise NotAReport(path, f"its `schema` is not {SCHEMA}")
    try:
        return Report.from_dict(data, infer_missing=False)
    except Exception as error:  # whatever a field that is missing or of another type makes of it
        raise NotAReport(path, f"a field is missing or is not what it should be ({error!r})") from error
