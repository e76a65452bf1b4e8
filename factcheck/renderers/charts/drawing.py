"""The pieces that every chart is drawn of, as escaped SVG with coordinates rounded to a tenth.

Colours stand in attributes, since WeasyPrint applies no page style inside a picture, and in classes, by which the dark
theme of the page finds them.
"""

from __future__ import annotations

from markupsafe import Markup, escape

from factcheck.renderers.characters import visible

INK, SOFT, HAIR = "#16202a", "#4a5763", "#e6eaed"
# As in brief.css: behind the brief's own face those for other scripts.
_SANS = "Brief Sans,Brief Arabic,Brief Hebrew,Brief Han"
COLOURS = {"named": "#0f4c75", "unnamed": "#5c3d99", "own": "#b4530a"}


def number(value: float) -> str:
    """A coordinate, without a trailing nought."""
    return f"{value:.1f}".removesuffix(".0").replace("-0", "0" if value > -0.05 else "-0")


def text(
    x: float, y: float, words: str, tone: str = "ink", size: float = 13, anchor: str = "", bold: bool = False,
    mono: bool = False,
) -> Markup:  # fmt: skip
    """A line of text; `anchor` is middle, end or, by default, start."""
    style = f' font-size="{number(size)}"' if size != 13 else ""
    style += f' text-anchor="{anchor}"' if anchor else ""
    style += ' font-weight="600"' if bold else ""
    style += ' font-family="Brief Mono"' if mono else ""
    colour = INK if tone == "ink" else SOFT
    return Markup(f'<text class="{tone}" x="{number(x)}" y="{number(y)}"{style} fill="{colour}">%s</text>') % visible(
        words
    )


def line(x1: float, y1: float, x2: float, y2: float, kind: str, wide: float = 1, dashed: bool = False) -> Markup:
    """A line of a kind of holder, or of the axis or grid."""
    colour = {"axis": SOFT, "rule": HAIR}.get(kind) or COLOURS[kind]
    style = f' stroke-width="{number(wide)}"' if wide != 1 else ""
    style += ' stroke-dasharray="4 3"' if dashed else ""
    ends = f'x1="{number(x1)}" y1="{number(y1)}" x2="{number(x2)}" y2="{number(y2)}"'
    return Markup(f'<line class="s-{kind}" {ends} stroke="{colour}"{style}/>')


def mark(x: float, y: float, kind: str) -> Markup:
    """A square for a named holder, a diamond for one without a name, a circle for the article's own voice."""
    style = f'class="f-{kind}" fill="{COLOURS[kind]}"'
    if kind == "named":
        return Markup(f'<rect {style} x="{number(x - 6)}" y="{number(y - 6)}" width="12" height="12"/>')
    if kind == "unnamed":
        return Markup(f'<path {style} d="M{number(x)} {number(y - 7)}l7 7l-7 7l-7-7z"/>')
    return Markup(f'<circle {style} cx="{number(x)}" cy="{number(y)}" r="6.5"/>')


def arrow(x: float, y: float, kind: str, onward: int = 1) -> Markup:
    """An arrow from (x, y): to the right for "at least", to the left (`onward` = -1) for "up to"."""
    head = x + onward * 32
    return line(x, y, x + onward * 34, y, kind, 2.5) + Markup(
        f'<path class="f-{kind}" fill="{COLOURS[kind]}" d="M{number(head)} {number(y - 5.5)}'
        f'l{onward * 10} 5.5l{onward * -10} 5.5z"/>'
    )


def picture(body: Markup, wide: float, high: float, title: str, name: str, style: str = "chart") -> Markup:
    """The whole picture. `title` states what is drawn, for who cannot see it; `name` is its id on the page."""
    box = f'viewBox="0 0 {number(wide)} {number(high)}"'
    return (
        Markup(f'<svg class="{style}" {box} role="img" aria-labelledby="{name}" font-family="{_SANS}" font-size="13">')
        + Markup('<title id="{}">{}</title>').format(name, visible(title))
        + body
        + Markup("</svg>")
    )


def key(kind: str) -> Markup:
    """A mark as the legend shows it; the words beside it say what it means."""
    return Markup('<svg class="key" viewBox="0 0 14 14" width="11" height="11" aria-hidden="true">{}</svg>').format(
        mark(7, 7, kind)
    )


__all__ = ["arrow", "escape", "key", "line", "mark", "number", "picture", "text"]
