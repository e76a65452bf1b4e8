"""The brief's templates filled in: the one page that both html.py and pdf.py start from."""

from __future__ import annotations

import base64
import functools
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from jinja2 import FileSystemLoader, StrictUndefined, pass_context
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from factcheck.identity import sha256
from factcheck.problems import BadTemplate
from factcheck.renderers.characters import breakable, right_to_left, visible
from factcheck.renderers.templates_folder import BUNDLED, Templates
from factcheck.renderers.view import Brief

if TYPE_CHECKING:
    from jinja2.runtime import Context

CAUTION = "Rule-based comparison. It does not decide who is right."


@dataclass(frozen=True)
class Frame:
    """What stands round a brief: stylesheet and script, which are the program's own and go in as they are; `uncovered`
    names the characters that the fonts lack; `screen`: for a browser, not for paper; `attached`: report.json is inside.
    """

    stylesheet: str = ""
    script: str = ""
    uncovered: tuple[str, ...] = ()
    screen: bool = False
    attached: bool = False


PLAIN = Frame()


def fill(brief: Brief, templates: Templates = BUNDLED, frame: Frame = PLAIN) -> str:
    """The whole HTML document; all but stylesheet and script is escaped, and the page's policy admits these two only.

    Raises BadTemplate for what is wrong with a newsroom's own template.
    """
    try:
        template = _environment(templates).get_template("brief.html.j2")
        return template.render(
            brief=brief,
            caution=CAUTION,
            screen=frame.screen,
            attached=frame.attached,
            uncovered=frame.uncovered,
            stylesheet=Markup(frame.stylesheet),
            script=Markup(frame.script),
            style_hash=_digest(frame.stylesheet),
            script_hash=_digest(frame.script),
        )
    except Exception as error:  # a template of somebody else's may fail in any way
        if templates.own is None:
            raise
        raise BadTemplate(templates.own, f"{type(error).__name__}: {error}") from error


def fill_other(template: str, **values: Any) -> str:
    """Another of the program's own templates, with the same escaping."""
    return _environment(BUNDLED).get_template(template).render(**values)


def stylesheet(templates: Templates = BUNDLED) -> str:
    """brief.css as written, its fonts named by relative addresses."""
    return templates.text("brief.css")


def script(templates: Templates = BUNDLED) -> str:
    """brief.js as written."""
    return templates.text("brief.js")


def _digest(text: str) -> str:
    """A hash as a Content-Security-Policy writes it."""
    return base64.b64encode(bytes.fromhex(sha256(text.encode("utf-8")))).decode("ascii")


@functools.cache
def _environment(templates: Templates = BUNDLED) -> ImmutableSandboxedEnvironment:
    """A sandbox, since a template may come from anywhere: it reaches the view model and nothing behind it."""
    environment = ImmutableSandboxedEnvironment(
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_finalize,
        trim_blocks=True,
        lstrip_blocks=True,
        loader=FileSystemLoader(templates.folders),
    )
    environment.tests["right_to_left"] = right_to_left
    return environment


@pass_context
def _finalize(context: Context, value: Any) -> Any:
    """Every value passes here on its way into the page, so no control or direction mark can slip through a gap.

    On paper words break only where `breakable` lets them: WeasyPrint, told to break anywhere, breaks short ones too.
    """
    if isinstance(value, Markup) or not isinstance(value, str):
        return value
    shown = visible(value)
    return shown if context.get("screen") else breakable(shown)
