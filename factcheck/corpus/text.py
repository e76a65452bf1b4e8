"""Bytes of a text file to characters: strict UTF-8, then UTF-16 or UTF-32 by its mark, then cp1252, then detection.

Detection comes last because on short texts it guesses wrong. A byte-order mark is dropped, line ends are kept, nothing
is normalised: offsets count the characters that come out here.
"""

from __future__ import annotations

import codecs
import re

# UTF-32's little-endian mark begins with UTF-16's: look for the longer one first.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# All control characters but tab, line feed, vertical tab, form feed, carriage return and escape.
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_MOST_CONTROLS = 0.01
_BINARY = "is no text but binary data"

_MOST_IN_UTF8 = 0.75
_NOT_ASCII = re.compile(rb"[\x80-\xff]")
# A letter or mark beyond ASCII as UTF-8 writes it: rare as a run of cp1252 letters ("Ã©", "â€œ").
_UTF8_LETTER = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")


class NotText(ValueError):
    """What the bytes are instead of readable text, in words that end the sentence "FILE …"."""


def decode(data: bytes) -> str:
    """The characters of `data`. Raises NotText for bytes that are no text, or hold none."""
    if not data:
        raise NotText("is empty")
    text = _characters(data)
    if not text.strip():
        raise NotText("is empty but for white space")
    controls = len(_CONTROLS.findall(text))
    if "\x00" in text or controls > _MOST_CONTROLS * len(text):
        raise NotText(_BINARY)
    return text


def _characters(data: bytes) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strictly(data, encoding)
    _refuse_unmarked(data)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        _refuse_broken(data, error.start)
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        return _detected(data)


def _strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise NotText(f"is marked as {encoding.upper()} but broken at byte {error.start}") from error


def _refuse_unmarked(data: bytes) -> None:
    """Raises NotText for UTF-16 without its mark, which shows by a zero beside every plain letter."""
    zeros = data[::2].count(0), data[1::2].count(0)
    if min(zeros) == 0 and max(zeros) > len(data) // 4:
        raise NotText("seems to be UTF-16 without its byte-order mark: save it as UTF-8")


def _refuse_broken(data: bytes, place: int) -> None:
    """Raises NotText for UTF-8 with a fault in it: as cp1252 every quotation mark of it would come out as three."""
    letters = _UTF8_LETTER.findall(data)
    # One in cp1252 may look like it by chance: the last letter of “CAFÉ” with the mark after it.
    if letters and sum(map(len, letters)) > _MOST_IN_UTF8 * len(_NOT_ASCII.findall(data)):
        raise NotText(f"is UTF-8 but broken at byte {place}: save it again as UTF-8")


def _detected(data: bytes) -> str:
    if b"\x00" in data:
        raise NotText(_BINARY)
    from charset_normalizer import from_bytes

    best = from_bytes(data).best()
    if best is None:
        raise NotText("is in no character encoding that can be told: save it as UTF-8")
    return data.decode(best.encoding)
