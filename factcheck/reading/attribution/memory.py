"""Whom a text has spoken of so far: the subjects of its sentences, nearest first, for pronouns to point at."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from factcheck.reading.attribution.speaker import Speaker

_LOOK_BACK = 8  # Paragraphs within which a pronoun finds whom it means.


@dataclass(frozen=True)
class Mentioned:
    """A subject: its block, sentence and token; `main`: its clause is; `tells`: its verb hands on words."""

    block: int
    sentence: int
    token: int
    main: bool
    tells: bool
    speaker: Speaker


@dataclass
class Memory:
    """The subjects of a document in order."""

    subjects: list[Mentioned] = field(default_factory=list)

    def add(self, mentioned: Mentioned) -> None:
        """Remember one more; they come in the order of the text."""
        self.subjects.append(mentioned)

    def before(self, block: int, token: int, sentence_start: int, number: str | None = None) -> Iterator[Speaker]:
        """Subjects before a token, nearest sentence first; in each the main clause's before the others'.

        Within the token's own sentence, which starts at `sentence_start`, the nearest comes first. A body (`number`)
        that tells comes before one that acts: the raid killed nine, the monitor said; "it" is the monitor.
        """
        first = bisect_left(self.subjects, block - _LOOK_BACK, key=lambda item: item.block)
        last = bisect_right(self.subjects, block, key=lambda item: item.block)
        earlier = [item for item in self.subjects[first:last] if (item.block, item.token) < (block, token)]
        for key in sorted({(item.block, item.sentence) for item in earlier}, reverse=True):
            here = [item for item in earlier if (item.block, item.sentence) == key]
            if here[0].block == block and here[0].token >= sentence_start:
                here.reverse()
            elif number == "body":
                here.sort(key=lambda item: not item.tells)
                yield from (item.speaker for item in here if item.tells)
            yield from (item.speaker for item in here if item.main)
            yield from (item.speaker for item in here if not item.main)

    def last_teller(self, block: int, token: int) -> Speaker | None:
        """The last subject of a telling verb before a token: whose "the statement" is."""
        told = [item for item in self.subjects if item.tells and (item.block, item.token) < (block, token)]
        return told[-1].speaker if told else None
