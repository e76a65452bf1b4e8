"""docs/settings.md: how settings are found, and every key with what it must hold, its default and its effect."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from factcheck.cli.settings import in_force, setting_keys

_HEAD = """\
# Settings

`factcheck.toml` in the folder you stand in, else `[tool.factcheck]` in the `pyproject.toml` there, else nothing but
defaults; where both are, `factcheck.toml` alone is read. `--config FILE`, before or behind the name of any command,
names another file (`--config /dev/null`: none). The command line goes before the file, the file before the default.

`factcheck config` prints every setting in force and where it comes from: file and line, the default, or, with options
of `factcheck report` behind `--`, the command line. A key that does not exist, or that holds something else than it
must, is an error that names file and line. Paths are meant from where the file lies.

The settings under `[report]` are those of `factcheck report`, and `paper` and `template` also those of `draft`,
which takes its baseline, `--since` and `--fail-on` from its command line alone: those of the nightly report are of
another matter. All others hold wherever they apply: for `report`, `draft`, `claims`, `compare`, `explain CHECKER` and
`lexicon check --over`. What they leave out is listed under “Not checked” in the brief, in `coverage.left_out` of
report.json, in report.sarif (a notification) and junit.xml (skipped), and by `claims` on standard error;
findings.txt and findings.csv hold findings alone.

Made by `make docs` from the code.

## An example

    [report]
    output = "reports/{date}"
    format = ["html", "pdf", "json"]
    fail_on = ["conflict"]

    [checkers]
    certainty = false

    [severity]
    awareness = "low"

    [thresholds]
    close = 0.1

    [lexicons]
    own = ["our-words"]

    [publishers]
    independent = [["The Herald", "The Post"]]

    [[publishers.group]]
    name = "Northern Papers"
    members = ["Evening Star", "Morning Star"]

    [ignore]
    files = ["*-live.txt", "archive/"]
    passages = ["^Read more:.*$"]
    checkers = { dates = ["obituaries/*"] }
"""

_SECTIONS = {
    "report": "What `factcheck report` is told. An option of the command line has the same name, `-` for `_`.",
    "checkers": "A checker set to `false` is not asked. By default all are.",
    "severity": "All findings of a checker weigh `high`, `medium` or `low`, whatever they would; by default that "
    "depends on the relation, on what is left open and on the origin.",
    "thresholds": "Numbers that rules go by.",
    "lexicons": "Which words are known.",
    "publishers": "Who speaks with whose voice. Publishers are named as corpus.toml names them, without regard to "
    "case. One can be of one group only. What `independent_of` in a corpus.toml says of two articles goes before their "
    "group. A name that no source of a corpus has is told on standard error, since it may be mistyped.",
    "ignore": "What is not read, and what is not asked.",
}


def markdown() -> Iterator[str]:
    """The page, line by line."""
    yield from _HEAD.splitlines()
    for section, keys in setting_keys.sections().items():
        yield from ("", f"## [{section}]", "", _SECTIONS[section], "")
        if section in ("checkers", "severity"):
            yield f"Each key is a checker ([checkers.md](checkers.md)): {', '.join(f'`{name}`' for name in keys)}."
            continue
        yield from ("| key | holds | default | effect |", "| --- | --- | --- | --- |")
        for name, key in keys.items():
            words = f" of: {', '.join(f'`{word}`' for word in key.names())}" if key.names else ""
            yield f"| `{name}` | {key.wanted}{words} | {_default(key.default)} | {key.effect} |"


def _default(value: Any) -> str:
    if value is None:
        return "not set"
    return "all" if value == "all" else f"`{in_force.shown(value)}`"
