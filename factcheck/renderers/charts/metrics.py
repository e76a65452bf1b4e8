"""How wide text is in the bundled fonts, so that no label runs into another, whatever it says."""

from __future__ import annotations

import functools
import io

from factcheck.renderers import templates_folder

SANS, BOLD, MONO = "IBMPlexSans-Regular", "IBMPlexSans-SemiBold", "IBMPlexMono-Regular"

# What no bundled face has is set in a font of the reader's: taken as wide as a Chinese character.
_ELSEWHERE = 1.0


def width(text: str, size: float, face: str = SANS) -> float:
    """The width of `text` at `size`, in the same unit, by the face's own advances; kerning, a hair, is left out."""
    advances = _advances(face)
    return sum(advances.get(ord(character), _ELSEWHERE) for character in text) * size


def fitted(text: str, room: float, size: float, face: str = SANS) -> str:
    """`text`, or as much of it as fits into `room` with an ellipsis, cut before a word where that loses little."""
    if width(text, size, face) <= room:
        return text
    kept = text
    while kept and width(f"{kept}…", size, face) > room:
        kept = kept[:-1]
    space = kept.rfind(" ")
    return f"{(kept[:space] if space > len(kept) * 2 // 3 else kept).rstrip(' ,·')}…"


def wrapped(text: str, room: float, size: float, face: str = SANS) -> tuple[str, ...]:
    """`text` in one line or, broken before a word, in two; of these the second is cut where even that is too short."""
    if width(text, size, face) > room:
        words = text.split(" ")
        for number in range(len(words) - 1, 0, -1):
            if width(head := " ".join(words[:number]), size, face) <= room:
                return head, fitted(" ".join(words[number:]), room, size, face)
    return (fitted(text, room, size, face),)


@functools.cache
def _advances(face: str) -> dict[int, float]:
    from fontTools.ttLib import TTFont  # only formats with charts pay for it

    font = TTFont(io.BytesIO(templates_folder.data(f"fonts/{face}.ttf")), lazy=True)
    units, metrics = font["head"].unitsPerEm, font["hmtx"].metrics
    return {code: metrics[name][0] / units for code, name in font.getBestCmap().items()}
