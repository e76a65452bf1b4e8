"""Bytes to characters: the encodings articles come in, and what is no text at all."""

from __future__ import annotations

import pytest

from factcheck.corpus.text import NotText, decode

WORDS = "The mayor said: “Not one café in Zürich has closed – yet.”"
LINES = "A flood\r\nand a storm\rand a drought\n\n"


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (WORDS.encode("utf-8"), WORDS),
        (WORDS.encode("utf-8-sig"), WORDS),
        (WORDS.encode("utf-16"), WORDS),
        (b"\xfe\xff" + WORDS.encode("utf-16-be"), WORDS),
        (WORDS.encode("utf-32"), WORDS),
        (WORDS.encode("cp1252"), WORDS),
        ("The “CAFÉ” sign".encode("cp1252"), "The “CAFÉ” sign"),
        (LINES.encode(), LINES),
        (b"\xef\xbb\xbf" + LINES.encode(), LINES),
        (b"A tab\tand a form\x0cfeed", "A tab\tand a form\x0cfeed"),
        ("e\u0301 stays two characters".encode(), "e\u0301 stays two characters"),
    ],
)
def test_decode(data: bytes, text: str) -> None:
    assert decode(data) == text


def test_detection_comes_last() -> None:
    # Byte 0x81 is in neither: what is left is a guess, and here it is a Cyrillic one.
    words = "Жители деревни Ђурино сообщили о наводнении; власти эвакуировали три района. " * 4
    assert "наводнении" in decode("Ѓ".encode("cp1251") + words.encode("cp1251"))


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "is empty"),
        (b" \r\n\t", "is empty but for white space"),
        (b"\xef\xbb\xbf", "is empty but for white space"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "is no text but binary data"),
        (b"%PDF-1.7\n" + bytes(range(256)), "is no text but binary data"),
        (b"\x01\x02\x03 words", "is no text but binary data"),
        (WORDS.encode("utf-16-le"), "seems to be UTF-16 without its byte-order mark: save it as UTF-8"),
        (WORDS.encode("utf-16-be"), "seems to be UTF-16 without its byte-order mark: save it as UTF-8"),
        (WORDS.encode() + b" Caf\xc3", "is UTF-8 but broken at byte 70: save it again as UTF-8"),
        (b"Caf\xe9 " + WORDS.encode(), "is UTF-8 but broken at byte 3: save it again as UTF-8"),
        (b"A lone \xed\xa0\xbd half of a sign", "is UTF-8 but broken at byte 7: save it again as UTF-8"),
        (b"\xff\xfe\x00\xd8x", "is marked as UTF-16 but broken at byte 2"),
    ],
)
def test_not_text(data: bytes, reason: str) -> None:
    with pytest.raises(NotText, match=f"^{reason}$"):
        decode(data)
