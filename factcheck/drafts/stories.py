"""Which articles of an archive tell of the story's matter: those that share names with it that few of them have.

Two raids on one town are of one kind, one place and often one week; who is named beside the town tells them apart.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from factcheck.model import Claim
from factcheck.settings import Settings

SHARED = 2  # names: one alone, such as a minister's, stands in many stories


class Stories:
    """The articles of an archive by the names that their sentences give."""

    def __init__(self, own: Sequence[Claim], archive: Sequence[Claim], settings: Settings) -> None:
        names: dict[str, set[str]] = defaultdict(set)
        for claim in archive:
            names[claim.passage.source].update(_names(claim))
        frequency = Counter(name for given in names.values() for name in given)
        few = max(settings.rare_sentences, len(names) * settings.rare_share // 100)
        wanted = {name for claim in own for name in _names(claim) if frequency[name] <= few}
        self._alike = frozenset(source for source, given in names.items() if len(given & wanted) >= SHARED)

    def tells(self, claim: Claim) -> bool:
        """True if the article of `claim` tells of the story's matter."""
        return claim.passage.source in self._alike


def _names(claim: Claim) -> set[str]:
    given = (*claim.named, *((claim.holder.name,) if claim.holder else ()))
    return {word.casefold() for name in given for word in name.split() if word[:1].isupper()}
