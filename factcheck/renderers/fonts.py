"""The fonts inside brief.html: each face cut down to the characters used and written into the stylesheet.

A cut-down face is a modified one, which by its licence may not carry the reserved name: it gets the stylesheet's name.
"""

from __future__ import annotations

import base64
import functools
import io
import re

from factcheck.renderers import templates_folder

_FACE = re.compile(r'font-family:"(?P<family>[^"]+)";src:url\((?P<file>fonts/[\w-]+\.ttf)\)')
_LATIN_1 = frozenset({*range(0x20, 0x7F), *range(0xA0, 0x100)})
_COPYRIGHT_AND_LICENCE = (0, 13, 14)
_FAMILY, _STYLE, _UNIQUE, _FULL, _POSTSCRIPT = 1, 2, 3, 4, 6


def inlined(stylesheet: str, text: str) -> str:
    """`stylesheet` with every font file replaced by its subset for `text` and Latin-1 as a data address."""
    codes = tuple(sorted(_LATIN_1 | {ord(character) for character in text}))

    def _replace(found: re.Match[str]) -> str:
        font = base64.b64encode(_subset(found["file"], found["family"], codes)).decode("ascii")
        return f'font-family:"{found["family"]}";src:url(data:font/woff2;base64,{font})'

    return _FACE.sub(_replace, stylesheet)


def uncovered(text: str) -> tuple[str, ...]:
    """The characters of `text` that no bundled face has, as U+XXXX, in code order."""
    shown = {ord(character) for character in text if not character.isspace()}
    return tuple(f"U+{code:04X}" for code in sorted(shown - _covered()))


@functools.cache
def _covered() -> frozenset[int]:
    from fontTools.ttLib import TTFont

    faces = _FACE.finditer(templates_folder.text("brief.css"))
    maps = [TTFont(io.BytesIO(templates_folder.data(face["file"])), lazy=True).getBestCmap() for face in faces]
    return frozenset(code for characters in maps for code in characters)


@functools.lru_cache(maxsize=32)
def _subset(file: str, family: str, codes: tuple[int, ...]) -> bytes:
    from fontTools import subset  # half a second that only this format pays

    options = subset.Options(flavor="woff2", hinting=False, notdef_outline=True, recalc_timestamp=False)
    options.name_IDs = list(_COPYRIGHT_AND_LICENCE)
    options.drop_tables += ["meta"]  # the languages the whole face is made for
    font = subset.load_font(io.BytesIO(templates_folder.data(file)), options)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=codes)
    cutter.subset(font)
    style = file.rsplit("-", 1)[-1].removesuffix(".ttf")
    names = {_FAMILY: family, _STYLE: style, _FULL: f"{family} {style}", _UNIQUE: f"{family} {style}"}
    for number, name in {**names, _POSTSCRIPT: f"{family}-{style}".replace(" ", "")}.items():
        font["name"].setName(name, number, 3, 1, 0x409)
    made = io.BytesIO()
    subset.save_font(font, made, options)
    return made.getvalue()
