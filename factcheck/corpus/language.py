"""Whether a text is in English, by the function words of its lines: the only language whose claims can be read.

Without "the", "of" and "and" there is no English prose, while other languages write few of the words that
lexicons/language.toml lists. What is too short to tell, and lists of names and figures, count as English: to leave out
an English article would cost more than to read a foreign one, in which hardly a claim is found.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from factcheck import lexicons

# The code that ISO 639 has for a language that is not determined.
OTHER = "und"

# How many small words a stretch of lines must have to be judged, and the share of function words that makes it English:
# English news has 33 in 100, a stretch of it hardly ever fewer than 10; fifteen other languages had 3 at most.
_ENOUGH = 20
_SHARE = 0.06
# A text with both is read: only one with twice as much in another language is called foreign.
_MORE = 2
# Letters of scripts that English is not written in, and how many of them tell.
_OTHER_LETTERS = re.compile(r"[^\W\d_\u0000-\u024f\u1e00-\u1eff\ufb00-\ufb06]")
_ENOUGH_LETTERS = 20
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


def of(text: str) -> str:
    """The code of a text's language: "en", or OTHER where most of what can be judged is in another language."""
    english = other = 0
    for size, is_in_english in _stretches(text):
        if is_in_english:
            english += size
        else:
            other += size
    return OTHER if other > _MORE * english else "en"


@functools.cache
def _function_words() -> frozenset[str]:
    return frozenset(word for entry in lexicons.entries("language") for word in entry["words"])


def _stretches(text: str) -> Iterator[tuple[int, bool]]:
    """Of each stretch, as many lines as can be judged, its letters and if it is English; a short rest is left out."""
    letters = others = words = known = 0
    for line in text.splitlines():
        # A name, a headline in capitals and a list of teams tell nothing: only the words that begin small are asked.
        small = [word.replace("’", "'") for word in _WORD.findall(line) if word[0].islower()]
        letters += sum(map(str.isalpha, line))
        others += len(_OTHER_LETTERS.findall(line))
        words += len(small)
        known += sum(word in _function_words() for word in small)
        if words >= _ENOUGH or others >= _ENOUGH_LETTERS:
            yield letters, 2 * others <= letters and known >= _SHARE * words
            letters = others = words = known = 0
