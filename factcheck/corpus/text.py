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
        raise NotText("is no text but binary data")
    return text


def _characters(data: bytes) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strictly(data, encoding)
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return _detected(data)


def _strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise NotText(f"is marked as {encoding.upper()} but broken at byte {error.start}") from error


def _detected(data: bytes) -> str:
    if b"\x00" in data:
        raise NotText("is no text but binary data")
    from charset_normalizer import from_bytes

    best = from_bytes(data).best()
    if best is None:
        raise NotText("is in no character encoding that can be told")
    return data.decode(best.encoding)
