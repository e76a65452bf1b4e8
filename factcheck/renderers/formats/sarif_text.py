"""Words inside SARIF's messages, where braces are placeholders and brackets are links to related locations."""

from __future__ import annotations

import re

_LINK = re.compile(r"\[(?=[^\[\]]*\]\()")


def literal(text: str) -> str:
    """`text` as it is: braces are doubled, and what would be read as a link is none."""
    return _LINK.sub(r"\\[", text.replace("{", "{{").replace("}", "}}"))


def linked(text: str, location: int) -> str:
    """`text` as a link to the related location of that number."""
    escaped = text.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]")
    return f"[{escaped.replace('{', '{{').replace('}', '}}')}]({location})"
