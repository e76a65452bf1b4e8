"""The view model as a page of documentation: every record that a template meets, with its fields and what they mean.

`python -m factcheck.renderers.view.described` prints it; `make docs` writes it to docs/templates.md.
"""

from __future__ import annotations

import dataclasses
import inspect
import re
import sys
from collections.abc import Iterator
from typing import Any, get_args, get_type_hints

from factcheck.renderers import view, wording

_HEAD = """\
# Templates of your own

`factcheck report STORY --template DIR` fills in the brief from the files in DIR where it has them, from the program's
own where it has not: `brief.html.j2` (the page), `parts/*.html.j2` (one a part), `brief.css` (one sheet for screen and
paper), `brief.js`, and fonts in `fonts/`. Copy the file you want to change out of `templates/`, and change only that.

Templates are Jinja2 in a sandbox: every value is escaped, nothing behind the view model can be reached, and an error in
a template keeps only those formats from being made that need it. Besides `brief`, a template gets `caution` (the line
at the foot), `screen` (true for brief.html, false for the PDF), `attached` (report.json is inside), `uncovered`
(characters that the fonts lack), and `stylesheet` and `script` with their hashes for the page's policy. The PDF may use
no file but the fonts; links lead to `#…` only. `is right_to_left` tests whether a text is written so. `brief.js` serves
`parts/bar.html.j2` and `parts/keys.html.j2` by the ids that stand there: keep them.

What follows is made from the code by `make docs`.
"""


def page() -> str:
    """The whole page as Markdown."""
    return "\n".join([_HEAD, *(line for kind in kinds() for line in _record(kind))])


def kinds() -> list[type]:
    """Every record that `Brief` reaches, itself first, in the order in which they are met."""
    found: dict[type, None] = {}
    waiting: list[type] = [view.Brief]
    while waiting:
        kind = waiting.pop(0)
        if kind not in found:
            found[kind] = None
            waiting += [part for hint in get_type_hints(kind).values() for part in _inside(hint)]
    return list(found)


def _inside(hint: Any) -> Iterator[type]:
    """The records within the type of a field."""
    if isinstance(hint, type) and (dataclasses.is_dataclass(hint) or hint is wording.Relation):
        yield hint
    for part in get_args(hint):
        yield from _inside(part)


def _record(kind: type) -> Iterator[str]:
    yield f"## {kind.__name__}\n"
    yield " ".join((inspect.getdoc(kind) or "").split())
    yield "\n| field | type |\n| --- | --- |"
    yield from (f"| `{name}` | {_typed(hint)} |" for name, hint in get_type_hints(kind).items())
    yield ""


def _typed(hint: Any) -> str:
    """A type as a template's author reads it: "many Matter", "Chart or none"."""
    text = re.sub(r"<class '([\w.]+)'>", r"\1", str(hint))
    text = re.sub(r"\b(?:\w+\.)+(\w+)", r"\1", text)
    text = re.sub(r"tuple\[(\w+), \.\.\.\]", r"many \1", text)
    text = re.sub(r"tuple\[tuple\[(.*?)\], \.\.\.\]", r"many (\1)", text)
    return re.sub(r" \| None", " or none", text).replace("frozenset[str]", "set of str").replace("|", "or")


if __name__ == "__main__":
    sys.stdout.write(page())
