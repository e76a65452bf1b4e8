"""The fonts inside brief.html: each face cut down to the characters used and written into the stylesheet.

A cut-down face is a modified one, which by its licence may not carry the reserved name: it gets the stylesheet's name.
Cutting takes a second, so faces with what English news is written in are kept ready in fonts/latin;
`python -m factcheck.renderers.fonts` (in `make fonts`) makes them anew.
"""

from __future__ import annotations

import base64
import functools
import io
import re
from pathlib import Path

from factcheck.renderers import templates_folder
from factcheck.renderers.templates_folder import BUNDLED, Templates

_FACE = re.compile(r'font-family:"(?P<family>[^"]+)";src:url\((?P<file>fonts/[\w-]+\.ttf)\)')
# Latin with the accents of Europe, typographic marks, currencies, arrows and signs of comparison.
LATIN = frozenset(
    {*range(0x20, 0x7F), *range(0xA0, 0x180), *range(0x2010, 0x203B), 0x20AC, 0x2122, *range(0x2190, 0x2194)}
    | {0x2212, 0x2248, 0x2260, 0x2264, 0x2265}
)
_COPYRIGHT_AND_LICENCE = (0, 13, 14)
_FEATURES = ("ccmp", "kern", "locl", "mark", "mkmk", "tnum")
_FAMILY, _STYLE, _UNIQUE, _FULL, _POSTSCRIPT = 1, 2, 3, 4, 6


def inlined(stylesheet: str, text: str, templates: Templates) -> str:
    """`stylesheet` with every font file replaced by its subset for `text` and LATIN as a data address."""
    more = frozenset(ord(character) for character in text) - LATIN

    def _replace(found: re.Match[str]) -> str:
        font = base64.b64encode(_face(found["file"], found["family"], more, templates)).decode("ascii")
        return f'font-family:"{found["family"]}";src:url(data:font/woff2;base64,{font})'

    return _FACE.sub(_replace, stylesheet)


def ready(file: str) -> str:
    """Where the face of `file` is kept ready, below the folder of templates."""
    return f"fonts/latin/{Path(file).stem}.woff2"


def _face(file: str, family: str, more: frozenset[int], templates: Templates) -> bytes:
    """The ready face where it has all that is asked for: of what is not in LATIN the whole face may have nothing."""
    whole = templates.data(file)
    missing = more & characters(whole)
    if not missing and (templates_folder.folder() / ready(file)).is_file() and whole == BUNDLED.data(file):
        return BUNDLED.data(ready(file))
    return subset(whole, file, family, tuple(sorted(LATIN | missing)))


def lacking(text: str, stylesheet: str, templates: Templates) -> frozenset[int]:
    """The characters of `text` that no face of `stylesheet` has; not those that show nothing."""
    shown = {ord(character) for character in set(text) if not character.isspace() and character != "\u200b"}
    faces = _FACE.finditer(stylesheet)
    return frozenset(shown.difference(*(characters(templates.data(face["file"])) for face in faces)))


def uncovered(text: str, stylesheet: str, templates: Templates) -> tuple[str, ...]:
    """What is lacking as U+XXXX, in code order."""
    return tuple(f"U+{code:04X}" for code in sorted(lacking(text, stylesheet, templates)))


@functools.lru_cache(maxsize=32)
def characters(face: bytes) -> frozenset[int]:
    """The characters that a face has."""
    from fontTools.ttLib import TTFont

    return frozenset(TTFont(io.BytesIO(face), lazy=True).getBestCmap())


@functools.lru_cache(maxsize=32)
def subset(face: bytes, file: str, family: str, codes: tuple[int, ...], flavor: str | None = "woff2") -> bytes:
    """A face with the characters of `codes`, under the stylesheet's name for its family, as WOFF2 or TTF (None)."""
    from fontTools import subset as cutting  # half a second that only this format pays

    options = cutting.Options(flavor=flavor, hinting=False, notdef_outline=True, recalc_timestamp=False)
    # Pruning names walks every table for references to them, and half the time goes into features that no page uses.
    options.name_IDs = ["*"]
    options.layout_features = list(_FEATURES)
    options.drop_tables += ["meta"]  # the languages the whole face is made for
    font = cutting.load_font(io.BytesIO(face), options)
    cutter = cutting.Subsetter(options)
    cutter.populate(unicodes=codes)
    cutter.subset(font)
    font["name"].names = [name for name in font["name"].names if name.nameID in _COPYRIGHT_AND_LICENCE]
    style = file.rsplit("-", 1)[-1].removesuffix(".ttf")
    names = {_FAMILY: family, _STYLE: style, _FULL: f"{family} {style}", _UNIQUE: f"{family} {style}"}
    for number, name in {**names, _POSTSCRIPT: f"{family}-{style}".replace(" ", "")}.items():
        font["name"].setName(name, number, 3, 1, 0x409)
    made = io.BytesIO()
    cutting.save_font(font, made, options)
    return made.getvalue()


if __name__ == "__main__":
    for found in _FACE.finditer(BUNDLED.text("brief.css")):
        made = subset(BUNDLED.data(found["file"]), found["file"], found["family"], tuple(sorted(LATIN)))
        path = templates_folder.folder() / ready(found["file"])
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(made)
