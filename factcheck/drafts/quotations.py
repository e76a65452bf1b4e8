"""The story's quotations beside where the archive first printed them: the same words, others, or reported speech."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck import evidence
from factcheck.drafts.places import Places, order
from factcheck.model import Claim, Evidence, Finding, Note
from factcheck.pairing import speakers
from factcheck.pairing.utterances import alignment

_FEWEST = 3  # words that carry meaning: reported speech that shares so many, and half of all, tells the same
_HALF = 2
_LONG = 100
_SHOWN = 4
_DIFFERENT = ("quotes.other-words", "quotes.qualifier-left-out")

Told = tuple[Finding, Evidence]


class Printed:
    """What an archive credits to whom: quotations, and statements in reported speech."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        self.by_id = {claim.id: claim for claim in claims}
        self._credited = [claim for claim in claims if claim.holder is not None]

    def reported(self, utterance: Claim) -> Claim | None:
        """The earliest sentence that tells what an utterance says, without quoting it."""
        wanted = _telling(utterance.clause)
        told = [
            claim
            for claim in self._of(utterance)
            if claim.kind == "statement" and not claim.quotation
            if len(wanted & _telling(claim.passage.text)) >= max(_FEWEST, -(-len(wanted) // _HALF))
        ]
        return min(told, key=order, default=None)

    def quoted(self, utterance: Claim) -> list[Claim]:
        """Whatever the archive quotes of the speaker, earliest first."""
        return sorted((claim for claim in self._of(utterance) if claim.kind == "utterance"), key=order)

    def _of(self, utterance: Claim) -> list[Claim]:
        return [claim for claim in self._credited if speakers.surely_one(utterance.holder, claim.holder)]


def note(utterance: Claim, told: Sequence[Told], printed: Printed, places: Places) -> Note | None:
    """Where the words of `utterance` were first printed, by `told`, the evidence about it, whose most serious relation
    the note has; else what the archive has in their stead. An unknown note where it has nothing, and
    none at all for a word or two in quotation marks, or a title.
    """
    line = utterance.passage.line
    found = sorted(_renderings(utterance, told, printed), key=lambda entry: order(entry[0]))
    if found:
        sides = tuple(evidence.side(claim) for claim, _, _ in found)
        _, finding, worst = max(found, key=lambda entry: entry[2].relation == "drift")
        words = f"the words of {_speaker(utterance, found[0][0])} are {_first(utterance, found, places)}"
        return Note("quotation", words, line, worst.relation, finding.id, worst.id, sides=sides)
    reported = printed.reported(utterance)
    if reported is not None:
        quoted = f"as reported speech in {places.told(reported)}: “{evidence.cut(reported.passage.text, _LONG)}”"
        words = f"the words of {_speaker(utterance, reported)} are not quoted in the archive, but told {quoted}."
        return Note("quotation", words, line, sides=(evidence.side(reported),))
    if utterance.holder is None or len(alignment.words(utterance.clause)) < _FEWEST:
        return None
    return Note("unknown", f"the archive does not have this quotation: {_nothing(utterance, printed, places)}.", line)


def is_about_words(item: Evidence) -> bool:
    """Evidence of two renderings of one utterance."""
    return any(rule.rule.startswith("quotes.") for rule in item.rules)


def _renderings(utterance: Claim, told: Sequence[Told], printed: Printed) -> list[tuple[Claim, Finding, Evidence]]:
    """The archive's renderings of an utterance, each with the evidence that ties them."""
    found = []
    for finding, item in told:
        sides = {item.a.claim, item.b.claim}
        if utterance.id in sides and is_about_words(item):
            found += [(printed.by_id[name], finding, item) for name in sides if name in printed.by_id]
    return found


def _first(utterance: Claim, found: Sequence[tuple[Claim, Finding, Evidence]], places: Places) -> str:
    """Where and when it was printed first, and how the story's words or speaker differ from that."""
    said = [_printed(utterance, claim, item, places) for claim, _, item in found[:_SHOWN]]
    left = f"; {len(found) - _SHOWN} more" if len(found) > _SHOWN else ""
    return f"{'first ' if len(found) > 1 else ''}printed in {'; then in '.join(said)}{left}."


def _printed(utterance: Claim, claim: Claim, item: Evidence, places: Places) -> str:
    rules = {rule.rule: rule.effect for rule in item.rules}
    differs = next((rules[name] for name in _DIFFERENT if name in rules), None)
    where = places.told(claim)
    if "quotes.other-speaker" in rules:
        return f"{where}, as the words of {evidence.who(claim)}"
    return f"{where}, as “{_words(claim)}”: {differs}" if differs is not None else f"{where}, in the same words"


def _speaker(utterance: Claim, other: Claim) -> str:
    """Whose words the story says they are, or the archive where the story does not."""
    holder = utterance.holder or other.holder
    return evidence.called(holder.name) if holder else "a speaker"


def _nothing(utterance: Claim, printed: Printed, places: Places) -> str:
    assert utterance.holder is not None
    name = evidence.called(utterance.holder.name)
    other = printed.quoted(utterance)
    if other:
        return f"of {name} it has other words, first “{_words(other[0])}” ({places.told(other[0])})"
    return f"it quotes nothing of {name}"


def _telling(text: str) -> set[str]:
    return {word.norm for word in alignment.words(text) if alignment.telling(word.norm)}


def _words(claim: Claim) -> str:
    return evidence.cut(claim.clause.strip(" ,"), _LONG)
