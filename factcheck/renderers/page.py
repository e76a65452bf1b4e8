"""The brief's template filled in: the one page that both html.py and pdf.py start from."""

from __future__ import annotations

import base64
import functools
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from factcheck.identity import sha256
from factcheck.renderers import templates_folder
from factcheck.renderers.characters import visible
from factcheck.renderers.view import Brief

CAUTION = "Rule-based comparison. It does not decide who is right."


def fill(brief: Brief, stylesheet: str = "", uncovered: tuple[str, ...] = ()) -> str:
    """The whole HTML document. `stylesheet` is the program's own and goes in as it is; all else is escaped.

    `uncovered` names the characters that the bundled fonts lack. The policy in the page admits this stylesheet only.
    """
    digest = base64.b64encode(bytes.fromhex(sha256(stylesheet.encode("utf-8")))).decode("ascii")
    return (
        _environment()
        .get_template("brief.html.j2")
        .render(brief=brief, caution=CAUTION, stylesheet=Markup(stylesheet), style_hash=digest, uncovered=uncovered)
    )


def fill_other(template: str, **values: Any) -> str:
    """Another of the program's own templates, with the same escaping."""
    return _environment().get_template(template).render(**values)


def stylesheet() -> str:
    """brief.css as written, its fonts named by relative addresses."""
    return templates_folder.text("brief.css")


@functools.cache
def _environment() -> Environment:
    return Environment(
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_finalize,
        trim_blocks=True,
        lstrip_blocks=True,
        loader=FileSystemLoader(templates_folder.folder()),
    )


def _finalize(value: Any) -> Any:
    """Every value passes here on its way into the page, so no control or direction mark can slip through a gap."""
    if isinstance(value, Markup):
        return value
    return visible(value) if isinstance(value, str) else value
