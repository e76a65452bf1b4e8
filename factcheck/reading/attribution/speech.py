"""Direct quotations to their speakers: cues before, inside and after, colons, and quotations that simply go on."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from factcheck.reading.attribution import cues, narration, roles, subjects, tags
from factcheck.reading.attribution.cues import Cue
from factcheck.reading.attribution.frames import Frame
from factcheck.reading.attribution.holders import Speakers
from factcheck.reading.attribution.quotations import Quotation
from factcheck.reading.attribution.speaker import Speaker

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_SAY = Cue('"', "say", "asserted")

Told = tuple[Speaker | None, Cue, int]


@dataclass
class Speech:
    """Finds the frame of each quotation, in order; what was found for one is what the next may go on with."""

    text: str
    speakers: Speakers
    quotations: Sequence[Quotation]
    reported: Sequence[Frame]
    _told: dict[int, Told] = field(default_factory=dict)  # by index of the quotation

    def find(self) -> Iterator[Frame]:
        """A frame for each quotation whose speaker is known; fragments only by a cue of their own."""
        whole = [number for number, inside in enumerate(self._nested) if not inside]
        for number in whole:
            told = self._by_cue(number)
            if told is not None:
                self._told[number] = told
        for number in whole:
            if number not in self._told and (told := self._going_on(number)):
                self._told[number] = told
        for number in sorted(self._told):
            speaker, cue, at = self._told[number]
            quotation = self.quotations[number]
            yield Frame(speaker, cue, ((quotation.start, quotation.end),), at, quotation=True)

    @cached_property
    def _nested(self) -> list[bool]:
        """Of each quotation, whether it stands in another one; they come in the order of their starts."""
        found, reach, before = [], 0, 0  # how far those reach that start earlier, and those that start here too
        for number, quotation in enumerate(self.quotations):
            if number and quotation.start > self.quotations[number - 1].start:
                reach = before
            found.append(quotation.end <= reach)
            before = max(before, 0 if quotation.fragment else quotation.end)
        return found

    @cached_property
    def _outer(self) -> dict[int, list[Quotation]]:
        """The quotations that narration stands between, by the paragraph in which they start."""
        outer: dict[int, list[Quotation]] = {}
        for quotation, inside in zip(self.quotations, self._nested, strict=True):
            block = self._block(quotation)
            if block is not None and not quotation.fragment and not inside:
                outer.setdefault(block, []).append(quotation)
        return outer

    @cached_property
    def _chains(self) -> dict[int, list[int]]:
        chains: dict[int, list[int]] = {}
        for number, quotation in enumerate(self.quotations):
            chains.setdefault(quotation.chain, []).append(number)
        return chains

    @cached_property
    def _starts(self) -> list[int]:
        return [block.paragraph.start for block in self.speakers.blocks]

    def _block(self, quotation: Quotation) -> int | None:
        number = bisect_right(self._starts, quotation.start) - 1
        inside = number >= 0 and quotation.start < self.speakers.blocks[number].paragraph.end
        return number if inside else None

    # -- by a cue in the same paragraph, or a colon at the end of the one before ----------------------------------

    def _by_cue(self, number: int) -> Told | None:
        quotation = self.quotations[number]
        block = self._block(quotation)
        if block is None:
            return None
        before, after = narration.around(quotation, self._outer.get(block, []), self.speakers.blocks[block])
        if narration.is_title(self.text[quotation.inner_start : quotation.inner_end], before, after):
            return None
        if before is not None and before.text.rstrip().endswith(":"):
            told = self._cue_in(block, before, last=True) or self._announced(block, before)
            if told:
                return told
        if before is None or not before.text.strip(" \"'"):
            told = self._colon_before(block, quotation)
            if told:
                return told
        opening = self.text[quotation.inner_start : quotation.inner_start + 1]
        mixed = self._reporting(quotation) if opening.islower() and before is not None else None
        if mixed:
            return mixed
        tagged = narration.is_tag(self.text, quotation, after, alone=self._stands_alone(block, quotation))
        told = self._cue_in(block, after, last=False) if tagged else None
        if told:
            return told
        if before is not None and not quotation.fragment:
            mixed = self._reporting(quotation)
            if mixed:
                return mixed
            if before.text.rstrip().endswith((",", ":")) or before[-1].i in [
                token.i for token in before if cues.verbs(token)
            ]:
                return self._cue_in(block, before, last=True)
        return self._reporting(quotation)

    def _cue_in(self, block: int, span: Span | None, last: bool) -> Told | None:
        """The telling in a stretch of narration: its first cue after a quotation, its last before one."""
        if span is None:
            return None
        start = self.speakers.blocks[block].paragraph.start
        for token in reversed(list(span)) if last else span:
            found = cues.source(token.doc, token.i)
            if found is not None:
                head = subjects.phrase_head(token, found[1])
                speaker = self.speakers.of(block, head) if head is not None else None
                return (speaker, found[0], start + token.idx) if speaker else None
            quoting = [cue for cue in cues.verbs(token) if "quote" in cue.takes]
            unsaid = subjects.is_irreal(token) and not subjects.is_foretold(token)
            if token.pos_ not in ("VERB", "AUX") or not quoting or unsaid:
                continue
            if not last and any(item.dep_ == "relcl" for item in (token, token.head)):
                continue
            if not last and tags.after_other_verb(token, span):
                return None
            token = tags.innermost(token, span)
            head = tags.teller(token, span, lambda item: self.speakers.quoted(start + item.idx), last=last)
            if not last and (head is None or not span.start <= head.i < span.end):
                continue
            speaker = self.speakers.of(block, head) if head is not None else None
            if speaker is not None:
                return speaker, quoting[0], start + token.idx
        return None

    def _announced(self, block: int, before: Span) -> Told | None:
        """Jane Roe: "…"; Her answer: "…"."""
        words = [token for token in before if token.text != ":" and not token.is_space]
        start = self.speakers.blocks[block].paragraph.start
        if before.root.pos_ in ("VERB", "AUX") and not cues.verbs(before.root):
            return self._blunt(block, before.root, start)
        if not words or any(token.pos_ in ("VERB", "AUX") for token in words):
            return None
        head = before.root if before.root.text != ":" else words[-1]
        if head.lower_ in cues.words("phrases"):
            owner = next((child for child in head.children if child.dep_ == "poss"), None)
            speaker = self._asked(block, owner) or self.speakers.of(block, owner) if owner is not None else None
        else:
            speaker = (
                self.speakers.of(block, head) if head.ent_type_ in ("PERSON", "ORG") or head.pos_ == "PROPN" else None
            )
        return (speaker, _SAY, start + head.idx) if speaker else None

    def _asked(self, block: int, owner: Token) -> Speaker | None:
        """Poe asked Roe whether …. His response: "…": whom the sentence before asks, if the pronoun may mean them."""
        sentence = owner.sent
        if roles.kind(owner.lower_) != "pronoun" or sentence.start == 0:
            return None
        for verb in owner.doc[sentence.start - 1].sent:
            asked = next((child for child in verb.children if child.dep_ in ("dobj", "dative")), None)
            if asked is None or not any(cue.entry == "ask" for cue in cues.verbs(verb)):
                continue
            speaker = self.speakers.of(block, asked)
            if speaker is not None and speaker.fits(roles.gender(owner.lower_), roles.number(owner.lower_)):
                return speaker
        return None

    def _blunt(self, block: int, verb: Token, start: int) -> Told | None:
        """Roe was blunt: "…"; Roe shook her head: "…": the person who is the subject."""
        head = subjects.subject(verb)
        speaker = self.speakers.of(block, head) if head is not None else None
        return (speaker, _SAY, start + verb.idx) if speaker is not None and speaker.number == "one" else None

    def _colon_before(self, block: int, quotation: Quotation) -> Told | None:
        """The paragraph before ends with a colon, and this quotation starts the next one."""
        where = self.speakers.blocks[block]
        if block == 0 or quotation.start != where.paragraph.start:
            return None
        doc = self.speakers.blocks[block - 1].doc
        if not doc.text.rstrip().endswith(":"):
            return None
        sentence = list(doc.sents)[-1]
        return self._cue_in(block - 1, sentence, last=True) or self._announced(block - 1, sentence)

    def _reporting(self, quotation: Quotation) -> Told | None:
        """A quotation that stands in reported speech belongs to whoever is reported; innermost."""
        spot = quotation.start + 1
        around = [
            frame
            for frame in self.reported
            if (frame.at < quotation.start and any(start <= spot <= end for start, end in frame.stretches))
            or (
                frame.at >= quotation.end
                and any(start <= spot and quotation.inner_end <= end + 1 for start, end in frame.stretches)
            )
        ]
        best = min(around, key=lambda frame: (frame.length, frame.at), default=None)
        return (best.speaker, best.cue, best.at) if best is not None and best.speaker is not None else None

    # -- without a cue ------------------------------------------------------------------------------------------------

    def _going_on(self, number: int) -> Told | None:
        """Same chain; the quotation before or after it in the paragraph; the speaker of the paragraph before."""
        quotation = self.quotations[number]
        chain = [other for other in self._chains[quotation.chain] if other in self._told]
        if chain:
            return self._told[min(chain, key=lambda other: abs(other - number))]
        if quotation.fragment:
            return None
        block = self._block(quotation)
        if block is None or not self._stands_alone(block, quotation):
            return None
        return (
            self._neighbour(number, block)
            or self._sentence_before(block, quotation)
            or self._paragraph_before(number, block)
        )

    def _stands_alone(self, block: int, quotation: Quotation) -> bool:
        """Whether a quotation is a sentence of its own: a capital letter first, nothing but an end before it."""
        first = self.text[quotation.inner_start : quotation.inner_start + 1]
        before = self.text[self.speakers.blocks[block].paragraph.start : quotation.start].rstrip()
        return (first.isupper() or not first.isalnum()) and (not before or before[-1] in '.!?"”’…')

    def _neighbour(self, number: int, block: int) -> Told | None:
        """“A,” Roe said. “B.” and “A.” “B,” Roe said."""
        where = self.speakers.blocks[block].paragraph
        inside = [
            other
            for other in self._told
            if where.start <= self.quotations[other].start < where.end and not self.quotations[other].fragment
        ]
        before = [other for other in inside if other < number]
        after = [other for other in inside if other > number]
        if before:
            return self._told[before[-1]]
        if after and not self.text[self.quotations[number].end : self.quotations[after[0]].start].strip():
            return self._told[after[0]]
        return None

    def _sentence_before(self, block: int, quotation: Quotation) -> Told | None:
        """Roe shook her head. “No.”: the person who is the subject of the sentence before, in the same paragraph."""
        where = self.speakers.blocks[block]
        place = next((token.i for token in where.doc if where.paragraph.start + token.idx >= quotation.start), 0)
        told = [
            frame
            for frame in self.reported
            if where.paragraph.start <= frame.at < quotation.start and frame.speaker is not None and not frame.quotation
        ]
        if told:
            return told[-1].speaker, _SAY, told[-1].at
        speaker = self.speakers.last(block, place) if place else None
        in_paragraph = place and any(token.dep_ in ("nsubj", "nsubjpass") for token in where.doc[:place])
        human = speaker is not None and speaker.number == "one"
        return (speaker, _SAY, quotation.start) if in_paragraph and human else None

    def _paragraph_before(self, number: int, block: int) -> Told | None:
        """A paragraph that is nothing but a quotation goes on with the speaker of the paragraph before."""
        if block == 0:
            return None
        where = self.speakers.blocks[block - 1].paragraph
        if where.kind not in ("body",):
            return None
        quoted = [
            (self.quotations[other].start, told)
            for other, told in self._told.items()
            if where.start <= self.quotations[other].start < where.end
        ]
        # A cue in the tag of the last quotation tells nothing that the quotation does not know better.
        here = (self.quotations[other] for other in self._told)
        spoken = max((item.end for item in here if where.start <= item.start < where.end), default=where.start)
        later = [frame for frame in self.reported if where.start <= frame.at < where.end and frame.speaker is not None]
        later = [
            frame
            for frame in later
            if spoken == where.start or any(stop in self.text[spoken : frame.at] for stop in ".!?")
        ]
        reported = [(frame.at, (frame.speaker, _SAY, frame.at)) for frame in later]
        last = max([*quoted, *reported], key=lambda item: item[0], default=None)
        return last[1] if last is not None else None
