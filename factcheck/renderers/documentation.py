"""What a checker finds, why, what it forgives, and examples: from its docstring and its cases, for people to read.

The cases are those that the tests run. They lie in the package (wheel), else in tests/ beside it (editable install); a
checker of another package has none.
"""

from __future__ import annotations

import inspect
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from factcheck.renderers import wording

if TYPE_CHECKING:
    from factcheck.checkers import Checker, Inspector

PACKAGE = Path(__file__).resolve().parent.parent
LET_PASS = 5  # of what it lets pass so many are named; the case file has them all
_WIDTH = 100
_FORGIVES = "It forgives"


@dataclass(frozen=True)
class Example:
    """A case by hand: one text or two, and the relation that an editor would give."""

    name: str
    texts: tuple[str, ...]
    relation: str


@dataclass(frozen=True)
class Documentation:
    """A checker for people: its question in one line, the reason, what it forgives, and examples of each relation."""

    id: str
    finds: str
    why: str
    forgives: str
    examples: tuple[Example, ...]
    let_pass: tuple[str, ...]


def of(name: str, checker: Checker | Inspector) -> Documentation:
    """The documentation of one checker; its docstring's first line, then its reason and what it forgives."""
    _, _, rest = inspect.cleandoc(checker.__doc__ or "").partition("\n")
    why, forgives, more = " ".join(rest.split()).partition(_FORGIVES)
    cases = _cases(name)
    first = {case.relation: case for case in reversed(cases)}
    shown = [relation for relation in (*wording.RELATIONS, "none") if relation in first]
    return Documentation(
        id=name,
        finds=finds(checker),
        why=why.strip(),
        forgives=forgives + more,
        examples=tuple(first[relation] for relation in shown),
        let_pass=tuple(case.name for case in cases if case.relation == "none")[1 : LET_PASS + 1],
    )


def finds(checker: Checker | Inspector) -> str:
    """What a checker finds: the first line of its docstring."""
    return inspect.cleandoc(checker.__doc__ or "").partition("\n")[0].strip()


def _cases(name: str) -> Sequence[Example]:
    for folder in (PACKAGE / "cases", PACKAGE.parent / "tests" / "checkers"):
        file = folder / f"{name}.yaml"
        if file.is_file():
            return [_example(case) for case in yaml.safe_load(file.read_text(encoding="utf-8"))]
    return []


def _example(case: Mapping[str, Any]) -> Example:
    return Example(case["name"], tuple(_last_lines(case[side]) for side in "ab" if side in case), case["relation"])


def _last_lines(text: str) -> str:
    """A case's text without its headline, where it has more."""
    blocks = [" ".join(block.split()) for block in text.strip().split("\n\n")]
    return " ".join(blocks[1:] or blocks)


def first_lines(checkers: Mapping[str, Checker | Inspector]) -> Iterator[str]:
    """Each checker's id and what it finds, one a line."""
    widest = max(map(len, checkers), default=0)
    for name, checker in checkers.items():
        yield f"{name:{widest}}  {finds(checker)}"


def plain(told: Documentation) -> Iterator[str]:
    """For a terminal."""
    yield f"{told.id}: {told.finds}"
    for paragraph in (told.why, told.forgives):
        if paragraph:
            yield ""
            yield from textwrap.wrap(paragraph, _WIDTH)
    for example in told.examples:
        yield ""
        yield f"{_relation(example)}: {example.name}"
        for side, text in zip("ab", example.texts, strict=False):
            yield from textwrap.wrap(text, _WIDTH, initial_indent=f"  {side}  ", subsequent_indent="     ")
    if told.let_pass:
        yield ""
        yield "It also lets pass:"
        for name in told.let_pass:
            yield from textwrap.wrap(name, _WIDTH, initial_indent="  - ", subsequent_indent="    ")


def markdown(every: Sequence[Documentation]) -> Iterator[str]:
    """docs/checkers.md, line by line."""
    yield "# Checkers"
    yield ""
    yield "Made by `make docs` from the checkers' docstrings and cases; `factcheck explain CHECKER` prints the same."
    yield ""
    yield "| checker | finds |"
    yield "| --- | --- |"
    for told in every:
        yield f"| [{told.id}](#{told.id}) | {told.finds} |"
    for told in every:
        yield from ("", f"## {told.id}", "")
        yield from section(told)


def section(told: Documentation) -> Iterator[str]:
    """One checker as Markdown, without a heading."""
    yield f"**{told.finds}**"
    for paragraph in (told.why, told.forgives):
        if paragraph:
            yield from ("", paragraph)
    for example in told.examples:
        yield from ("", f"*{_relation(example)}*: {example.name}", "")
        yield from (f"- {text}" for text in example.texts)
    if told.let_pass:
        yield from ("", "It also lets pass:", "")
        yield from (f"- {name}" for name in told.let_pass)


def _relation(example: Example) -> str:
    known = wording.RELATIONS.get(example.relation)
    if known is None:
        return "Let pass (none)"
    return known.name if known.name.casefold() == example.relation else f"{known.name} ({example.relation})"
