"""Which words tell one incident from another: those that few sentences of the corpus share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from factcheck.model import Claim
from factcheck.settings import Settings


def keep(claims: Sequence[Claim], settings: Settings) -> list[Claim]:
    """The claims with only those content words that are rare enough over the whole corpus to tell something."""
    sentences = {(claim.passage.source, claim.content): claim.content for claim in claims}
    frequency = Counter(word for content in sentences.values() for word in content)
    most = max(settings.rare_sentences, len(sentences) * settings.rare_share // 100)
    return [
        replace(claim, content=tuple(word for word in claim.content if frequency[word] <= most)) for claim in claims
    ]
