"""Two renderings of one utterance side by side: which words are the same, and how the others differ."""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from factcheck import lexicons
from factcheck.pairing import forms

GAP = 5  # words in a row that may differ before two renderings have nothing to do with each other
EDGE = 2  # words at the very end or start of both that may be other words for each other
_TOKEN = re.compile(r"…|\.\.\.|-{2,}|[\[\]()]|[^\W_]+(?:(?:[.'’-]|\*+)[^\W_]+)*|[%&]")
_OPENS, _CLOSES = "[(", "])"


@dataclass(frozen=True)
class Word:
    """A word of an utterance: `text` as written, `norm` as compared; `supplied` if it stands in brackets; `after_gap`
    if words were left out before it, `after_dash` if the speaker broke off there.
    """

    text: str
    norm: str
    supplied: bool = False
    after_gap: bool = False
    after_dash: bool = False


@dataclass(frozen=True)
class Difference:
    """Words of one rendering that stand where the other has others, or none."""

    a: tuple[Word, ...]
    b: tuple[Word, ...]


@dataclass(frozen=True)
class Alignment:
    """The stretch that both renderings share: [first, last) of each, how many words are the same, how many of those
    carry meaning, and what differs in between.
    """

    a: tuple[int, int]
    b: tuple[int, int]
    same: int
    telling: int
    differences: tuple[Difference, ...]

    @property
    def strange(self) -> int:
        """How many words that carry meaning stand in one rendering and not in the other; the larger of both."""
        return max(
            sum(telling(word.norm) and not _has_form(word, item.b) for item in self.differences for word in item.a),
            sum(telling(word.norm) and not _has_form(word, item.a) for item in self.differences for word in item.b),
        )

    @property
    def density(self) -> float:
        """The share of the stretch that is the same in both."""
        return self.same / max(self.a[1] - self.a[0], self.b[1] - self.b[0], 1)


@functools.lru_cache(maxsize=4096)
def words(text: str) -> tuple[Word, ...]:
    """The words of an utterance as they are compared: lower case, short forms written out, marks dropped."""
    found: list[Word] = []
    depth, gap, dash = 0, False, False
    for match in _TOKEN.finditer(text.replace("’", "'").replace("‘", "'")):
        token = match.group()
        if token in _OPENS:
            depth += 1
        elif token in _CLOSES:
            depth = max(0, depth - 1)
        elif token in ("…", "..."):
            gap = True
        elif token.startswith("--"):
            dash = True
        else:
            for norm in _norms(token):
                found.append(Word(token, norm, depth > 0, gap, dash))
                gap = dash = False
    return tuple(found)


@functools.lru_cache(maxsize=65536)
def _norms(token: str) -> tuple[str, ...]:
    plain = token.lower()
    plain = plain.replace(".", "") if not plain[0].isdigit() else plain
    short: dict[str, str] = lexicons.load("quoting")["contractions"]
    if plain in short:
        return tuple(short[plain].split())
    for ending in ("n't", "'re", "'ve", "'ll", "'d", "'m", "'s"):
        if plain.endswith(ending) and len(plain) > len(ending):
            return (plain.removesuffix(ending), *short[ending].split())
    return tuple(plain.split("-"))


def telling(norm: str) -> bool:
    """True for a word that carries meaning of its own."""
    return norm not in lexicons.words("quoting", "function")


@functools.lru_cache(maxsize=4096)
def align(a: tuple[Word, ...], b: tuple[Word, ...]) -> Alignment | None:
    """The best shared stretch of two utterances; none where they share no words."""
    matcher = SequenceMatcher(None, [w.norm for w in a], [w.norm for w in b], autojunk=False)
    blocks = [block for block in matcher.get_matching_blocks() if block.size]
    if not blocks:
        return None
    lead = max(range(len(blocks)), key=lambda index: (blocks[index].size, -index))
    first = last = lead
    while first and _near(a, b, blocks[first - 1], blocks[first]):
        first -= 1
    while last + 1 < len(blocks) and _near(a, b, blocks[last], blocks[last + 1]):
        last += 1
    chain = blocks[first : last + 1]
    ends_a, ends_b = _to_the_edges(a, b, chain)
    shared = [a[block.a + step].norm for block in chain for step in range(block.size)]
    return Alignment(
        ends_a, ends_b, len(shared), sum(map(telling, shared)), tuple(_differences(a, b, chain, ends_a, ends_b))
    )


def _has_form(word: Word, others: Sequence[Word]) -> bool:
    """Another form of the word stands among others: "run", "running"."""
    return any(forms.stem(other.norm) == forms.stem(word.norm) for other in others)


def piece(some: Sequence[Word], stretch: tuple[int, int]) -> int:
    """How many words stand around a stretch before something is left out, its own among them."""
    first, last = stretch
    while first and not some[first].after_gap:
        first -= 1
    while last < len(some) and not some[last].after_gap:
        last += 1
    return last - first


def parts_ways(a: Sequence[Word], b: Sequence[Word], shared: Alignment) -> bool:
    """True where both renderings begin or go on beyond the shared stretch, each with words of its own that tell
    something: two utterances that resemble each other.
    """
    before = all(_own(side[:first], side[first]) for side, (first, _) in ((a, shared.a), (b, shared.b)))
    after = all(_own(side[last:], *side[last:][:1]) for side, (_, last) in ((a, shared.a), (b, shared.b)))
    return before or after


def _own(words: Sequence[Word], joint: Word | None = None) -> bool:
    """Words beyond the shared stretch tell something, and no mark at the joint says that others are left out."""
    return joint is not None and not joint.after_gap and any(telling(word.norm) for word in words)


def _near(a: Sequence[Word], b: Sequence[Word], before, after) -> bool:  # type: ignore[no-untyped-def]
    """True if two shared blocks belong to one stretch: few words between them, or a mark that says words are left
    out.
    """
    between_a, between_b = a[before.a + before.size : after.a], b[before.b + before.size : after.b]
    if (a[after.a].after_gap and not between_a) or (b[after.b].after_gap and not between_b):
        return True
    longest = max(len(between_a), len(between_b))
    outer = min(before, after, key=lambda block: block.size)
    by_chance = outer.size == 1 and not telling(a[outer.a].norm)
    return longest <= (EDGE if by_chance else GAP) and longest <= before.size + after.size


def _to_the_edges(a: Sequence[Word], b: Sequence[Word], chain) -> tuple[tuple[int, int], tuple[int, int]]:  # type: ignore[no-untyped-def]
    """The shared stretch, with the last or first few words where both renderings begin or end there."""
    start_a, start_b = chain[0].a, chain[0].b
    end_a, end_b = chain[-1].a + chain[-1].size, chain[-1].b + chain[-1].size
    gap = a[start_a].after_gap or b[start_b].after_gap
    if 0 < start_a <= EDGE and 0 < start_b <= EDGE and not gap:
        start_a = start_b = 0
    if 0 < len(a) - end_a <= EDGE and 0 < len(b) - end_b <= EDGE:
        end_a, end_b = len(a), len(b)
    return (start_a, end_a), (start_b, end_b)


def _differences(a, b, chain, ends_a, ends_b) -> Iterator[Difference]:  # type: ignore[no-untyped-def]
    place_a, place_b = ends_a[0], ends_b[0]
    for block in chain:
        yield from _difference(a[place_a : block.a], b[place_b : block.b], a[block.a], b[block.b])
        place_a, place_b = block.a + block.size, block.b + block.size
    yield from _difference(a[place_a : ends_a[1]], b[place_b : ends_b[1]], None, None)


def _difference(a: Sequence[Word], b: Sequence[Word], next_a: Word | None, next_b: Word | None) -> Iterator[Difference]:
    if (a or b) and not _forgiven(a, b, next_a, next_b):
        yield Difference(tuple(a), tuple(b))


def _forgiven(a: Sequence[Word], b: Sequence[Word], next_a: Word | None, next_b: Word | None) -> bool:
    """Words left out at a mark that says so, words in brackets, fillers, and one word in two spellings."""
    if any(word.supplied for word in (*a, *b)):
        return True
    after = [word for word in (next_a, next_b) if word is not None]
    if any(word.after_gap or word.after_dash for word in (*a, *b, *after)):
        return True
    if not (a and b):
        return _is_filler([word.norm for word in (*a, *b)])
    return (
        _spelling(a) == _spelling(b)
        or _masked(a, b)
        or any(_short_for(*sides) or _clipped(*sides) for sides in ((a, b), (b, a)))
    )


def _is_filler(norms: list[str]) -> bool:
    """True if a row of words falls into fillers."""
    fillers = lexicons.words("quoting", "filler")
    if not norms:
        return True
    return any(" ".join(norms[:size]) in fillers and _is_filler(norms[size:]) for size in (1, 2))


def _spelling(some: Sequence[Word]) -> str:
    """Letters alone, British and American endings alike, one word or two."""
    joined = "".join(word.norm for word in some).replace("'", "")
    return re.sub(r"(is|iz)(e|es|ed|ing|ation)$", "z", joined.replace("our", "or")).replace("grey", "gray")


def _masked(some: Sequence[Word], others: Sequence[Word]) -> bool:
    """One swear word, of which two papers print other letters, or one of them all."""
    if len(some) != 1 or len(others) != 1:
        return False
    one, other = some[0].norm, others[0].norm
    return ("*" in one and "*" in other) or _hides(one, other) or _hides(other, one)


def _hides(masked: str, plain: str) -> bool:
    pattern = r"\w+".join(map(re.escape, re.split(r"\*+", masked)))
    return "*" in masked and re.fullmatch(pattern, plain) is not None


def _short_for(some: Sequence[Word], others: Sequence[Word]) -> bool:
    """Gen. for General."""
    if len(some) != 1 or len(others) != 1:
        return False
    short, full = some[0].norm, others[0].norm
    return short in lexicons.words("quoting", "unit-stop") and full.startswith(short[:2])


def _clipped(some: Sequence[Word], others: Sequence[Word]) -> bool:
    """It's for it has, let's for let us: what an apostrophe shortens is told by the words around it alone."""
    return (
        len(some) == len(others) == 1
        and some[0].text.replace("’", "'").endswith(("'s", "'d"))
        and others[0].norm in lexicons.words("quoting", "clipped")
    )


def shingles(text: str) -> set[str]:
    """What an utterance is looked up by: every two words in a row that carry meaning, or three of which one does."""
    norms = [word.norm for word in words(text)]
    pairs = {" ".join(two) for two in itertools.pairwise(norms) if all(map(telling, two))}
    threes = zip(norms, norms[1:], norms[2:], strict=False)
    return pairs | {" ".join(three) for three in threes if any(map(telling, three))}
