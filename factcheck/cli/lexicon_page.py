"""docs/lexicons.md: how to write a pack of words, and every lexicon with its keys, its entries and their senses."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from factcheck import lexicons
from factcheck.lexicons import pack

EXAMPLE = """\
[[entry]]
id = "remand"
parent = "act"
sense = "to keep an accused in custody until the trial"
words = ["remand", "detain pending trial", "keep in custody"]
verbs = ["remand"]
phrases = ["order * held", "keep * in custody"]
nouns = ["remand"]
"""

_HEAD = """\
# Words of your own

What words mean stands in lexicons, one TOML file a subject. A newsroom adds its own in a *pack*: a folder of files with
the names of the lexicons that they extend. A pack for the courts might be

    our-words/
      events.toml
      counted.toml

with, in `events.toml`,

{example}
1. **Look first** whether the sense is there: `factcheck lexicon senses events`, or below. A word that no entry lists is
   not lost: a verb or noun is then a class of its own, and meets itself in other articles. An entry is worth writing
   where several words have one sense, or where a word's class decides what it is compared with (`parent`).
2. **One entry, one sense**: `sense` says it in a line, `words` has {fewest} or more usual synonyms. Words are written
   small, verbs in their base form; in phrases `*` stands for up to three words.
3. **Name it in the settings**: `own = ["our-words"]` under `[lexicons]` in factcheck.toml ([settings.md](settings.md)).
4. **Check it**: `factcheck lexicon check our-words` says what cannot be merged, by file and entry, and exits with 1;
   then which words stand in another entry too. Such a clash fails nothing, but the word is then read in both senses:
   mostly one of the two is wrong.
5. **See what it does**: `factcheck lexicon check our-words --over archive` reads a corpus without and with the pack,
   under the settings in force, and lists each claim that is read in another way, and the findings that are new, changed
   or gone.

A pack adds entries, and words to plain tables; an entry of the program cannot be changed, but the program's packs
({subjects}) can be left out (`packs`). A pack that cannot be used stops every command with the first fault.

What follows is made from the code by `make docs`. Keys in bold must be in every entry; a key that names a kind of value
takes one of those that the program's own entries have.
"""


def plain(names: Sequence[str]) -> Iterator[str]:
    """Each entry with its sense, one a line."""
    for name in names:
        for table, entry in _entries(name):
            yield f"{name}  {table}  {_called(entry)}: {entry.get('sense', _few(entry))}"


def markdown() -> Iterator[str]:
    """The page, line by line."""
    example = "".join(f"    {line}\n" for line in EXAMPLE.splitlines())
    yield from _HEAD.format(example=example, fewest=pack.FEWEST, subjects=", ".join(lexicons.subjects())).splitlines()
    for name in lexicons.names():
        yield from ("", f"## {name}.toml", "", lexicons.about(name))
        tables = lexicons.general(name)
        for table, value in tables.items():
            if isinstance(value, list):
                yield from ("", f"`[[{table}]]`: {', '.join(_keys(value))}", "")
                yield from (f"- `{_called(entry)}`: {entry.get('sense', _few(entry))}" for entry in value)
        plain_tables = [f"`[{table}]`" for table, value in tables.items() if not isinstance(value, list)]
        if plain_tables:
            yield from ("", f"Plain tables: {', '.join(plain_tables)}")


def _entries(name: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    for table, value in lexicons.without_own(name).items():
        if isinstance(value, list):
            yield from ((table, entry) for entry in value)


def _keys(entries: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    """The keys in the order in which they are met, those of every entry in bold."""
    for key in dict.fromkeys(key for entry in entries for key in entry):
        yield f"**`{key}`**" if all(key in entry for entry in entries) else f"`{key}`"


def _called(entry: Mapping[str, Any]) -> str:
    return next(str(entry[key]) for key in ("id", "key", "means") if key in entry)


def _few(entry: Mapping[str, Any]) -> str:
    """What stands for a sense that is not written down: the first words, or the pattern."""
    return ", ".join(entry.get("words", ())[:4]) or f"`{entry.get('pattern', '')}`"
