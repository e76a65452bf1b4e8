"""`factcheck compare`: how two statements stand to each other, from arguments or as JSON Lines on standard input."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, BinaryIO

import click

from factcheck.cli import options, standard_output
from factcheck.problems import BadLine

if TYPE_CHECKING:
    from factcheck.cli.settings.configuration import Configuration
    from factcheck.model import Evidence
    from factcheck.settings import Settings

_KEYS = ("id", "text_a", "text_b")


@click.command(short_help="Compare two statements.")
@click.argument("statements", metavar="[A B]", nargs=-1)
@click.option("--jsonl", is_flag=True, help="Read objects with id, text_a and text_b from standard input, one a line.")
@click.option(
    "--same-scene",
    is_flag=True,
    help="Take both as of one scene: what is left open is the same, and each sentence is laid beside its like.",
)
@click.pass_obj
def compare(settled: Configuration, statements: tuple[str, ...], jsonl: bool, same_scene: bool) -> int:
    """Compare statement B with its context A: prints relation, checker and reason, most serious first, or none."""
    if jsonl == bool(statements) or len(statements) not in (0, 2):
        raise click.UsageError("give two statements A and B, or --jsonl and the pairs on standard input")
    if jsonl:
        return _answer_lines(same_scene, settled.settings)
    if not all(words.strip() for words in statements):
        raise click.UsageError("a statement is empty")
    found = _compared(statements[0], statements[1], same_scene, settled.settings)
    told = [f"{evidence.relation} · {checker} · {evidence.because}" for checker, evidence in found]
    standard_output.put(told or ["none"])
    return 0


def _answer_lines(same_scene: bool, settings: Settings) -> int:
    """Answers the pairs on standard input; 3 when one could not be compared, else 0."""
    failed = 0
    for number, pair in _pairs(sys.stdin.buffer):
        answer: dict[str, Any] = {"id": pair["id"], "relation": "none", "checker": None, "because": None}
        try:
            found = _compared(pair["text_a"], pair["text_b"], same_scene, settings)
        except Exception as error:  # one pair may not take the others with it
            click.echo(f"factcheck: line {number} not compared: {type(error).__name__}: {error}", err=True)
            failed = options.INCOMPLETE
        else:
            for checker, evidence in found[:1]:
                answer |= {"relation": evidence.relation, "checker": checker, "because": evidence.because}
        standard_output.put([json.dumps(answer, ensure_ascii=False)])
    return failed


def _pairs(lines: BinaryIO) -> Iterator[tuple[int, dict[str, Any]]]:
    """Each pair with the number of its line. Raises BadLine for the first that is none."""
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            pair = json.loads(line.decode("utf-8-sig"))
        except ValueError as error:
            raise BadLine(number, f"not JSON in UTF-8 ({error})") from error
        if not isinstance(pair, dict):
            raise BadLine(number, "not an object with id, text_a and text_b")
        for key in _KEYS:
            if key not in pair:
                raise BadLine(number, f"key `{key}` is missing")
            if not isinstance(pair[key], str) and (key != "id" or not isinstance(pair[key], int)):
                raise BadLine(number, f"key `{key}` must be a string")
        yield number, pair


def _compared(a: str, b: str, same_scene: bool, settings: Settings) -> tuple[tuple[str, Evidence], ...]:
    from factcheck import corpus, engine

    statements = corpus.statement("a", a), corpus.statement("b", b)
    return engine.compare(*statements, same_scene=same_scene, settings=settings)
