"""Faces for other scripts than the brief's own: declared in brief.pdf only where a text has characters of them.

brief.html carries none: the reader's own fonts show them there. On paper there may be none at all.

`python -m factcheck.renderers.scripts FACE` makes BriefHan-Regular.ttf anew from IBMPlexSansSC-Regular.woff2 of the npm
package @ibm/plex-sans-sc, whose 29,000 characters are 9 MB: it keeps those of the national standards of China, Taiwan
(its frequent half) and Japan (the same).
"""

from __future__ import annotations

import sys
from pathlib import Path

from factcheck.renderers import fonts, templates_folder
from factcheck.renderers.templates_folder import BUNDLED, Templates

# Family, file, weight. The families stand behind the brief's own in brief.css.
FACES = (
    ("Brief Arabic", "fonts/IBMPlexSansArabic-Regular.ttf", 400),
    ("Brief Arabic", "fonts/IBMPlexSansArabic-SemiBold.ttf", 600),
    ("Brief Hebrew", "fonts/IBMPlexSansHebrew-Regular.ttf", 400),
    ("Brief Hebrew", "fonts/IBMPlexSansHebrew-SemiBold.ttf", 600),
    ("Brief Han", "fonts/BriefHan-Regular.ttf", 400),
)
# Standard, and the first two bytes of its characters from and up to: all of China's, the frequent ones of the others.
_STANDARDS = (("gb2312", 0xA1A1, 0xF7FE), ("big5", 0xA440, 0xC67E), ("euc_jp", 0xA1A1, 0xCFD3))


def declared(text: str, templates: Templates = BUNDLED) -> str:
    """The `@font-face` rules of all faces with characters of `text` that brief.css's own faces lack; mostly none."""
    missing = fonts.lacking(text, templates.text("brief.css"), templates)
    if not missing:
        return ""
    return "".join(
        f'@font-face{{font-family:"{family}";src:url({file});font-weight:{weight}}}'
        for family, file, weight in FACES
        if missing & fonts.characters(templates.data(file))
    )


def frequent() -> tuple[int, ...]:
    """The characters of the standards from U+3000 on, in code order."""
    return tuple(code for code in range(0x3000, 0x10000) if any(_in(code, *one) for one in _STANDARDS))


def _in(code: int, standard: str, first: int, last: int) -> bool:
    try:
        written = chr(code).encode(standard)
    except UnicodeEncodeError:
        return False
    return len(written) == 2 and first <= int.from_bytes(written, "big") <= last


if __name__ == "__main__":
    made = fonts.subset(Path(sys.argv[1]).read_bytes(), "BriefHan-Regular.ttf", "Brief Han", frequent(), flavor=None)
    (templates_folder.folder() / "fonts/BriefHan-Regular.ttf").write_bytes(made)
