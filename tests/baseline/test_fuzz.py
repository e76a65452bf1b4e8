"""Files of an earlier run, damaged at random: each is read or refused in one line, and nothing is ever overwritten.

`make fuzz` damages some thousands (FACTCHECK_FUZZ); the tests a few, the same every time.
"""

from __future__ import annotations

import json
import os
import random
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import sample
from click.testing import CliRunner

from factcheck.baseline import dismissals
from factcheck.cli import main
from factcheck.renderers.formats import report_json

ROUNDS = int(os.environ.get("FACTCHECK_FUZZ", "25"))
FLOOD = sample.flood()
REPORT = report_json.render(FLOOD)
BASELINE = dismissals.render(
    dismissals.Baseline()
    .with_(
        dismissals.of(item, who="Ann", why="two rivers", on=FLOOD.as_of)
        for finding in FLOOD.findings[:3]
        for item in finding.evidence
    )
    .keeping(["e6"])
)
ODD: tuple[Any, ...] = (
    None, True, -1, 0, 10**30, 1.5, "", "x", "conflict", "2031-02-30",
    "\u202e\ud800\n\x1b[2J", [], [None], {}, {"id": 1}
)  # fmt: skip


def places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The path of everything inside `value`."""
    if path:
        yield path
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, entry in inner:
        yield from places(entry, (*path, key))


def edited(data: bytes, chance: random.Random) -> bytes:
    """As by a careless hand: a field of another kind, left out, said twice, or called by another name."""
    whole = json.loads(data)
    for _ in range(chance.choice((1, 1, 1, 2, 4))):
        *way, last = chance.choice([*places(whole)])
        holder = whole
        for step in way:
            holder = holder[step]
        match chance.randrange(4):
            case 0:
                holder[last] = chance.choice(ODD)
            case 1:
                del holder[last]
            case 2 if isinstance(holder, list):
                holder.append(holder[last])
            case _ if isinstance(holder, dict):
                holder[f"{last}s"] = holder.pop(last)
    return json.dumps(whole).encode()


def broken(data: bytes, chance: random.Random) -> bytes:
    """As by a disk: cut off, bytes changed, a piece doubled, in front of it what does not belong there."""
    at = chance.randrange(len(data))
    match chance.randrange(4):
        case 0:
            return data[:at]
        case 1:
            return data[:at] + bytes([chance.randrange(256)]) + data[at + 1 :]
        case 2:
            return data[:at] + data[max(0, at - 40) :]
        case _:
            return chance.choice((b"\xef\xbb\xbf", b"\xff\xfe", b"\0", b"[", b"<<<<<<< ours\n")) + data


@pytest.mark.parametrize("damage", [edited, broken], ids=lambda damage: damage.__name__)
@pytest.mark.parametrize("kind", ["report", "baseline"])
def test_damaged(tmp_path: Path, kind: str, damage: Callable[[bytes, random.Random], bytes]) -> None:
    good, bad, kept = tmp_path / "good.json", tmp_path / "bad.json", tmp_path / "kept.json"
    good.write_bytes(REPORT)
    day = ("--as-of", "2031-04-09")
    commands: dict[str, list[tuple[object, ...]]] = {
        "report": [
            ("diff", good, bad), ("diff", bad, good, "--format", "html"), ("diff", bad, good, "--format", "markdown"),
            ("diff", good, bad, "--format", "json", "--baseline", kept), ("explain", "e1", "--report", bad),
            ("baseline", "update", bad, "--why", "none", "--who", "Ann", "--baseline", kept, *day),
            ("baseline", "prune", bad, "--baseline", kept, *day),
        ],
        "baseline": [
            ("baseline", "show", "--baseline", bad, *day), ("diff", good, good, "--baseline", bad),
            ("baseline", "prune", good, "--baseline", bad, *day),
        ],
    }  # fmt: skip
    for number in range(ROUNDS):
        chance = random.Random(f"{kind}{damage.__name__}{number}")
        contents = damage(REPORT if kind == "report" else BASELINE, chance)
        for command in commands[kind]:
            bad.write_bytes(contents)
            kept.write_bytes(BASELINE)
            result = CliRunner().invoke(main, [str(word) for word in command], prog_name="factcheck")
            told = f"{command[:2]} in round {number}: {result.exception!r} {result.stderr}"
            assert result.exception is None or isinstance(result.exception, SystemExit), told
            assert result.exit_code in (0, 2), told
            if result.exit_code == 2:
                assert result.stderr.count("\n") == 1, told
                assert str(bad) in result.stderr or "no source in common" in result.stderr, told
                assert (bad.read_bytes(), kept.read_bytes()) == (contents, BASELINE), told
    assert not list(tmp_path.glob(".*"))
