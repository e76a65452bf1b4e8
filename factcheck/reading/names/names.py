"""Who and where: the persons, bodies, states and places that an article names, each under one key."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.model import Entity
from factcheck.reading.names.lookup import Lookup
from factcheck.reading.names.phrases import Phrases
from factcheck.reading.names.recall import Recall
from factcheck.reading.parse import Block


@dataclass(frozen=True)
class Mention:
    """An entity and the tokens [first, last) of its block that name it."""

    entity: Entity
    first: int
    last: int


class Names:
    """The mentions of one article, found once for all its blocks."""

    def __init__(self, blocks: Sequence[Block], mentions: Sequence[Sequence[Mention]]) -> None:
        self._blocks = list(blocks)  # held so that their ids stay theirs
        self._mentions = {id(block): list(found) for block, found in zip(blocks, mentions, strict=True)}

    def mentions(self, block: Block) -> list[Mention]:
        """The outermost mentions of a block, in order; they do not overlap."""
        return self._mentions.get(id(block), [])

    def at(self, block: Block, token: int) -> Entity | None:
        """The entity whose mention covers a token of a block."""
        return next((m.entity for m in self.mentions(block) if m.first <= token < m.last), None)


def read(blocks: Sequence[Block]) -> Names:
    """The names of one article; later mentions are read by what any part of it says."""
    phrases = Phrases(Lookup(blocks), blocks)
    first = [phrases.find(block) for block in blocks]
    recall = Recall(blocks, first)
    both = [recall.add(block, found) for block, found in zip(blocks, first, strict=True)]
    return Names(blocks, [[Mention(entity, i, j) for entity, i, j in found] for found in both])
