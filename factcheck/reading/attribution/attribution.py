"""Who is credited with what stands at a place of a source: holder, cue, and who passes the holder's words on."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from factcheck.model import Holder
from factcheck.reading.attribution import frames
from factcheck.reading.attribution.frames import Frame
from factcheck.reading.attribution.holders import Speakers
from factcheck.reading.attribution.people import People
from factcheck.reading.attribution.quotations import Quotation
from factcheck.reading.attribution.speech import Speech
from factcheck.reading.parse import Block

OWN = "own"
_ALL = 0.95
_MOST = 0.5  # Share of a range that must lie in what somebody tells.


@dataclass(frozen=True)
class Credit:
    """Who says it. `holder` none: the source's own voice (mode "own"), or somebody it does not name.

    `relayed_by`: who passes it on, innermost first. `cue`: the lemma, none where a quotation has no cue of its own.
    `mode`: the cue's class in lexicons/cues.toml. `certainty`: that class's (asserted, alleged, denied, wished, asked).
    `quotation`: whether the range lies in quotation marks.
    """

    holder: Holder | None = None
    relayed_by: tuple[Holder, ...] = ()
    cue: str | None = None
    quotation: bool = False
    mode: str = OWN
    certainty: str = "asserted"


@dataclass(frozen=True)
class Attribution:
    """The frames of one source, ready to be asked."""

    frames: tuple[Frame, ...]
    quotations: tuple[Quotation, ...]

    @cached_property
    def _by_start(self) -> tuple[list[int], list[int], list[tuple[int, Frame]]]:
        """Frames by where they start, those starts, and how far the frames up to each one reach."""
        ordered = sorted(enumerate(self.frames), key=lambda item: _first(item[1]))
        starts = [_first(frame) for _, frame in ordered]
        return starts, list(accumulate((_last(frame) for _, frame in ordered), max)), ordered

    def _near(self, start: int, end: int) -> list[Frame]:
        """The frames that tell something of characters [start, end), in their order."""
        starts, reaches, ordered = self._by_start
        first, last = bisect_right(reaches, start), bisect_left(starts, max(end, start + 1))
        return [frame for _, frame in sorted(ordered[first:last], key=lambda item: item[0])]

    @cached_property
    def _marks(self) -> tuple[list[int], list[int]]:
        """Where the quotations start, and how far those up to each one reach."""
        ends = accumulate((item.end for item in self.quotations), max)
        return [item.start for item in self.quotations], list(ends)

    def _quoted(self, start: int, end: int) -> bool:
        """Whether most of a range lies in one quotation."""
        starts, reaches = self._marks
        near = self.quotations[bisect_right(reaches, start) : bisect_left(starts, max(end, start + 1))]
        return any(min(end, item.end) - max(start, item.start) >= _MOST * (end - start) for item in near)

    def of(self, start: int, end: int) -> Credit:
        """The credit for characters [start, end) of the source."""
        around = [
            frame
            for frame in self._near(start, end)
            if _shared(frame, start, end) >= _MOST * max(1, end - start - _overlap(frame.tag, start, end))
        ]
        if any(_shared(frame, start, end) >= _ALL * (end - start) for frame in around):
            # The range holds a telling of its own, cue and all: it is what the outer voice says.
            around = [
                frame
                for frame in around
                if not start <= frame.at < end or _shared(frame, start, end) >= _ALL * (end - start)
            ]
        direct = [frame for frame in around if frame.quotation and frame.speaker is not None]
        if direct:
            # "Roe was quoted as saying": the quotation's speaker is known, whoever quoted it is not.
            around = [
                frame for frame in around if frame.speaker is not None or _within((frame.at, frame.at), direct[0])
            ]
        # Citing police, the agency said: the agency passes on what the police told it.
        around.sort(key=lambda frame: (frame.length, frame.cue.entry != "citing", -frame.at))
        quotation = self._quoted(start, end)
        if not around:
            return Credit(quotation=quotation)
        first = around[0]
        named = [frame.speaker.holder for frame in around if frame.speaker is not None]
        holder = first.speaker.holder if first.speaker is not None else None
        relays = tuple(dict.fromkeys(other for other in named if holder is not None and other.name != holder.name))
        cue = first.cue.lemma if first.cue.lemma[0].isalpha() else None
        return Credit(holder, relays, cue, quotation, first.cue.mode, first.cue.certainty)


def read(blocks: Sequence[Block], quotations: Sequence[Quotation], people: People, text: str) -> Attribution:
    """Every frame of a source. `blocks` are its parsed paragraphs in order, `text` the source's text."""
    whole = [item for item in quotations if not item.fragment]

    starts = [item.start for item in whole]
    reaches = list(accumulate((item.end for item in whole), max))

    def quoted(place: int) -> bool:
        return any(
            item.start <= place < item.end for item in whole[bisect_right(reaches, place) : bisect_right(starts, place)]
        )

    speakers = Speakers(blocks, people, quoted)
    reported = [frame for number in range(len(blocks)) for frame in frames.find(number, speakers)]
    direct = list(Speech(text, speakers, quotations, reported).find())
    return Attribution(tuple(_consistent(reported, direct)), tuple(quotations))


def _consistent(reported: Sequence[Frame], direct: Sequence[Frame]) -> list[Frame]:
    """Direct speech first; a sentence's frame that repeats a piece of a quotation, by the same cue, yields to it."""
    kept = []
    at: dict[int, list[Frame]] = defaultdict(list)
    for frame in direct:
        at[frame.at].append(frame)
    for frame in reported:
        same = [other for other in at[frame.at] if other.speaker == frame.speaker]
        inside = [other for other in same if all(_within(stretch, other) for stretch in frame.stretches)]
        if not inside:
            kept.append(frame)
    return [*direct, *kept]


def _within(stretch: tuple[int, int], frame: Frame) -> bool:
    return any(start <= stretch[0] and stretch[1] <= end + 1 for start, end in frame.stretches)


def _first(frame: Frame) -> int:
    return min((start for start, _ in frame.stretches), default=0)


def _last(frame: Frame) -> int:
    return max((end for _, end in frame.stretches), default=0)


def _overlap(tag: tuple[int, int] | None, start: int, end: int) -> int:
    return max(0, min(end, tag[1]) - max(start, tag[0])) if tag is not None else 0


def _shared(frame: Frame, start: int, end: int) -> int:
    return sum(max(0, min(end, last) - max(start, first)) for first, last in frame.stretches)
