"""The story sentence by sentence: the findings about it, the archive's figures, where its quotations were printed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck import intervals
from factcheck.drafts import figures, quotations
from factcheck.drafts.places import Places
from factcheck.drafts.stories import Stories
from factcheck.model import Claim, Finding, Note, Source, Story, StorySentence
from factcheck.pairing.restatements import Statement
from factcheck.settings import Settings

# From the most serious down: how a sentence stands by the first of these that one of its notes has.
STANDINGS = ("conflict", "dispute", "drift", "tension", "figures", "quotation", "agree", "unknown")
NO_FIGURE = "the archive has no figure like "


def story(
    source: Source,
    archive: Sequence[Source],
    claims: Sequence[Claim],
    statements: Sequence[Statement],
    findings: Sequence[Finding],
    settings: Settings,
) -> Story:
    """What is told of `source`: `claims` and `statements` are all that was read, `findings` those about it."""
    places = Places(archive)
    others = [claim for claim in claims if claim.passage.source != source.id]
    own = [claim for claim in claims if claim.passage.source == source.id]
    stories = Stories(own, others, settings)
    counts = figures.Counts([item for item in statements if item.claim.passage.source != source.id], stories, settings)
    printed = quotations.Printed(others)
    told = [(finding, item) for finding in findings for item in finding.evidence]
    known = {side.claim for _, item in told for side in item.sides}
    bodies = [claim for claim in own if claim.quantities and not claim.headline]
    leading = {item.claim.id: item.claim for item in statements}

    def notes(stated: Sequence[Claim]) -> Iterator[Note]:
        said: list[Note] = []
        bare: list[Claim] = []
        for claim in stated:
            if claim.kind == "utterance":
                words = quotations.note(claim, told, printed, places)
                said += [words] if words is not None else []
            elif claim.kind == "statement" and claim.quantities and claim.counted:
                lead = leading.get(claim.id, claim)
                given = figures.note(lead, counts, places) or (
                    None if claim.quotation or claim.id in known else figures.same(lead, counts, places)
                )
                if given is not None:
                    said.append(given)
                elif claim.id not in known and counts.printed(lead) is None:
                    bare.append(claim)
        counted = any(note.kind == "figures" for note in said)
        for note in _findings(stated, told, source.id):
            if not (counted and note.relation == "agree"):
                yield note
        yield from said
        yield from _without(bare, bodies)

    return Story(
        source.id,
        tuple(_sentence(source, stated, tuple(notes(stated))) for stated in _sentences(own)),
    )


def _sentences(claims: Sequence[Claim]) -> Iterator[list[Claim]]:
    """The claims of the story by their sentences: passages that overlap, or lie in one sentence, belong together."""
    stated: list[Claim] = []
    end = 0
    for claim in sorted(claims, key=lambda claim: claim.passage.start):
        apart = claim.passage.start >= end and not any(claim.sentence and claim.sentence == o.sentence for o in stated)
        if stated and apart:
            yield stated
            stated = []
        stated.append(claim)
        end = max(end, claim.passage.end)
    if stated:
        yield stated


def _without(claims: Sequence[Claim], bodies: Sequence[Claim]) -> list[Note]:
    """That the archive has no figures like those of `claims`. Of a headline's that the text has too, of words such as
    "several", and of what a quotation holds, that is not said.
    """
    told = {intervals.stated_bound(other.quantities[0]) for other in bodies}
    bare = [
        claim
        for claim in claims
        if not (claim.quotation or claim.quantities[0].vague)
        and not (claim.headline and intervals.stated_bound(claim.quantities[0]) in told)
    ]
    if not bare:
        return []
    shown = ", ".join(dict.fromkeys(f"“{claim.quantities[0].text}”" for claim in bare))
    return [Note("unknown", f"{NO_FIGURE}{shown}.", bare[0].passage.line)]


def _findings(stated: Sequence[Claim], told: Sequence[quotations.Told], source: str) -> Iterator[Note]:
    """Each finding about a sentence once, and once more where it is at odds with the story itself, by its most serious
    evidence. What is about words that were printed is told with the quotation.
    """
    ids = {claim.id: claim for claim in stated}
    seen: dict[tuple[str, bool], Note] = {}
    for finding, item in told:
        sides = item.sides
        own = next((ids[side.claim] for side in sides if side.claim in ids), None)
        abroad = tuple(side for side in sides if side.source != source)
        if own is None or (own.kind == "utterance" and abroad and quotations.is_about_words(item)):
            continue
        note = Note("finding", item.because, own.passage.line, item.relation, finding.id, item.id, not abroad, abroad)
        best = seen.setdefault((finding.id, not abroad), note)
        if _weight(note) < _weight(best):
            seen[finding.id, not abroad] = note
    yield from seen.values()


def _weight(note: Note) -> int:
    return STANDINGS.index(note.relation or note.kind)


def _sentence(source: Source, stated: Sequence[Claim], notes: Sequence[Note]) -> StorySentence:
    start = min(claim.passage.start for claim in stated)
    end = max(claim.passage.end for claim in stated)
    said = tuple(sorted(dict.fromkeys(notes), key=_weight))
    standing = said[0].relation or said[0].kind if said else "unknown"
    first = min(stated, key=lambda claim: claim.passage.start)
    return StorySentence(start, end, first.passage.line, source.text[start:end], standing, said)
