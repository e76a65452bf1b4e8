"""Errors that a user can cause: one class each, its message one line that says what, where and what to do.

Anyone may raise one; only the command line catches them, prints the line and exits with `exit_code`. The codes are
those of the table in the README: 2 wrong usage, 3 no such format here, 4 nothing to check, 75 an output in use.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

PANGO_COMMANDS = {
    "darwin": "brew install pango",
    "linux": "apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0",
}


class Problem(Exception):
    """Something the user can put right; `str()` is the line to print."""

    exit_code: ClassVar[int] = 2


class PathMissing(Problem):
    """A corpus that was named does not exist."""

    def __init__(self, path: Path | str) -> None:
        super().__init__(f"{path} does not exist: give a folder of articles, or a text file")


class UnreadableFolder(Problem):
    """A folder that was named may not be looked into."""

    def __init__(self, path: Path | str, reason: str) -> None:
        super().__init__(f"{path} cannot be looked into ({reason}): allow reading it, or name another folder")


class BadManifest(Problem):
    """corpus.toml says something that cannot be meant; names the key and which source it stands in."""

    def __init__(self, path: Path | str, where: str, wrong: str) -> None:
        place = f"{path}, {where}" if where else f"{path}"
        super().__init__(f"{place}: {wrong}")


class ClashingIds(Problem):
    """Two sources would have the same id."""

    def __init__(self, identifier: str, first: str, second: str) -> None:
        super().__init__(
            f"{first} and {second} would both be source {identifier!r}: "
            "rename one, or give one another `id` in corpus.toml"
        )


class NothingToCheck(Problem):
    """No source could be read; says why, file by file, as far as one line allows."""

    exit_code = 4
    named = 3

    def __init__(self, places: Sequence[Path | str], reasons: Sequence[str] = ()) -> None:
        where = ", ".join(str(place) for place in places)
        if not reasons:
            super().__init__(f"nothing to check in {where}: no article found (.txt files)")
            return
        more = len(reasons) - self.named
        told = "; ".join(reasons[: self.named]) + (f"; and {more} more" if more > 0 else "")
        super().__init__(f"nothing to check in {where}: no source could be read ({told})")


class OutputLocked(Problem):
    """Another run is writing to the output folder."""

    exit_code = 75

    def __init__(self, folder: Path | str) -> None:
        super().__init__(f"another run is writing to {folder}: wait until it ends, or choose another folder with -o")


class UnwritableOutput(Problem):
    """An output folder, or a file, cannot be written to."""

    def __init__(self, place: Path | str, reason: str) -> None:
        super().__init__(f"cannot write to {place} ({reason}): choose another place")


class StreamFailed(Problem):
    """Standard input or output broke off, as on a full disk."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"standard input or output failed ({reason}): choose a file or pipe that works")


class PangoMissing(Problem):
    """The PDF needs Pango, a library of the system's; names the one command that installs it."""

    exit_code = 3

    def __init__(self, platform: str = "linux") -> None:
        command = PANGO_COMMANDS.get(platform, PANGO_COMMANDS["linux"])
        super().__init__(f"no PDF, because Pango is missing: install it with `{command}`")


class FormatFailed(Problem):
    """A format could not be made, for a reason that is the program's rather than the user's."""

    exit_code = 3

    def __init__(self, file: str, reason: str) -> None:
        super().__init__(f"no {file} ({reason}): please report this; the other formats are not affected")


class BadTemplate(Problem):
    """A newsroom's own template cannot be filled in."""

    exit_code = 3

    def __init__(self, folder: Path | str, reason: str) -> None:
        super().__init__(f"the templates in {folder} do not work ({reason}): docs/templates.md lists what they get")


class BadLine(Problem):
    """A line of standard input is not what the command reads."""

    def __init__(self, number: int, wrong: str) -> None:
        super().__init__(f"standard input, line {number}: {wrong}")


class BadDay(Problem):
    """A day from outside the command line is not one."""

    def __init__(self, name: str, value: str, wanted: str) -> None:
        super().__init__(f"{name} is {value!r}: give {wanted}")


class UnknownChecker(Problem):
    """There is no checker of that id; names the nearest, else all."""

    def __init__(self, name: str, nearest: str) -> None:
        super().__init__(
            f"no checker is called {name!r}: perhaps {nearest}? (for a finding, name its report with --report)"
        )


class UnknownFinding(Problem):
    """A report has no finding or evidence of that id, or several whose ids begin so; names the nearest."""

    def __init__(self, name: str, path: Path | str, nearest: str) -> None:
        wanted = f"perhaps {nearest}?" if nearest else "it has no findings"
        super().__init__(f"{path} has no one finding {name!r}: {wanted}")


class NotAReport(Problem):
    """A file that was named is no report.json."""

    def __init__(self, path: Path | str, reason: str) -> None:
        super().__init__(f"{path} is no report: {reason}; give the report.json that `factcheck report` wrote")


class BadBaseline(Problem):
    """A baseline.json cannot be used; says where in it and why."""

    def __init__(self, path: Path | str, wrong: str) -> None:
        super().__init__(f"{path} is no baseline to go by: {wrong}; mend it, or begin another with `factcheck review`")


class NoTerminal(Problem):
    """A review was begun where nobody can read or type."""

    def __init__(self) -> None:
        super().__init__("review needs a terminal to ask at: a script dismisses with `factcheck baseline update`")


class OtherCorpus(Problem):
    """Two reports that are to be compared have no source in common."""

    def __init__(self, old: str, new: str) -> None:
        super().__init__(f"the reports {old!r} and {new!r} have no source in common: give two reports of one corpus")


class BadSettings(Problem):
    """A file of settings says something that cannot be meant; names the line where one is to blame."""

    def __init__(self, path: Path | str, wrong: str, line: int | None = None) -> None:
        place = f"{path}, line {line}" if line else f"{path}"
        super().__init__(f"{place}: {wrong} (docs/settings.md lists all settings)")


class PackFailed(Problem):
    """The report that a pack of words was tried on could not be made."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"the corpus could not be checked with it: {reason.removeprefix('factcheck: ')}")
