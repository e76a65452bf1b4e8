"""What does a number count? A noun after it, a whole after "of", a toll before it, a verb beside it; else nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.reading import counted_noun, parts, tolls
from factcheck.reading.amounts import amount_at
from factcheck.reading.bounds import Interval
from factcheck.reading.counted_noun import Noun
from factcheck.reading.pieces import Piece
from factcheck.reading.plurals import is_plural
from factcheck.reading.quantity_phrases import ending, starting, words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_PHRASE_ENDS = ("ADP", "PUNCT", "CCONJ", "SCONJ", "ADV", "DET", "PRON", "AUX", "VERB", "PART", "SPACE")


@dataclass(frozen=True)
class Counted:
    """What a number counts, and the piece where its phrase ends."""

    noun: Noun | None
    last: int
    additional: bool = False
    part: bool = False
    share_of: str | None = None


@dataclass(frozen=True)
class Whole:
    """The count that was read before: what a number without a noun may be a part of."""

    noun: Noun
    first: int
    part: bool


class Evidence:
    """Asks for one interval of a paragraph what it counts."""

    def __init__(self, doc: Doc, pieces: Sequence[Piece], found: Interval, whole: Whole | None) -> None:
        self.doc, self.pieces, self.found, self.whole = doc, pieces, found, whole
        more = starting(pieces, found.last, "additional", id="after")
        self.additional = more is not None
        # "others" is a noun as well; "more" and "other" only stand before one.
        stands_alone = more is not None and pieces[found.last].lower in words("pronominal")
        self.last = found.last if more is None or stands_alone else more.last

    def counted(self) -> Counted | None:
        """What the number counts; none where nothing says that it counts."""
        found = self.found
        if found.amount.kind in ("money", "measure"):
            return self._measured()
        if not found.is_whole or (self.additional and self._word(self.last) == "than"):
            return None
        part = starting(self.pieces, self.last, "part", id="after")
        if part is not None:
            return self._of_them(part.last)
        if self._word(self.last) == "of":
            return self._of()
        if found.amount.kind == "share":
            return self._share()
        noun = counted_noun.following(self.doc, self._token(self.last), found.is_one)
        if noun is not None and not self._is_idiom(noun):
            return self._closed(noun, self._piece_after(noun.index))
        return self._bare()

    def _measured(self) -> Counted:
        if self.found.amount.share is None or self._word(self.found.last) != "of":
            return Counted(None, self.found.last)
        part = starting(self.pieces, self.found.last, "part", id="after")
        if part is not None:
            return self._of_them(part.last)
        group = counted_noun.group_after_of(self.doc, self._token(self.found.last))
        if group is None:
            return Counted(None, self.found.last)
        what = counted_noun.predicate(self.doc, group.index + 1) or group
        return Counted(what, self.found.last, part=True, share_of=group.lemma)

    def _of_them(self, last: int) -> Counted:
        """30 of them children; 12 of whom were women."""
        start = self._token(last)
        what = counted_noun.predicate(self.doc, start)
        noun = what or counted_noun.following(self.doc, start)
        end = last if noun is None or what is not None else self._piece_after(noun.index)
        return Counted(noun, end, self.additional, part=True)

    def _of(self) -> Counted | None:
        """dozens of farmers; 90 of the estimated 800 sailors; and "of" where the noun was lost."""
        of = self._token(self.last)
        if of + 1 >= len(self.doc):
            return None
        after, found = self.doc[of + 1], self.found
        if after.pos_ == "ADP":
            return self._split()
        definite = after.pos_ in ("DET", "PRON", "NUM") or after.like_num
        if found.is_loose and not definite:
            noun = counted_noun.following(self.doc, of + 1)
            return self._closed(noun, self._piece_after(noun.index)) if noun else Counted(None, found.last)
        group = counted_noun.group_after_of(self.doc, of)
        whole = amount_at(self.pieces, self.last + 1)
        if group is None or (whole is not None and whole.unit is not None):
            return None
        if not definite and found.amount.kind == "number" and not is_plural(self.doc[group.index]):
            return None
        what = counted_noun.predicate(self.doc, group.index + 1) if found.amount.kind in ("share", "ratio") else None
        return Counted(what or group, found.last, self.additional, part=True, share_of=group.lemma)

    def _share(self) -> Counted | None:
        """more than half the members; half were women; cut by a third."""
        last, found = self.last, self.found
        if self._word(last) in words("definite"):
            group = counted_noun.following(self.doc, self._token(last) + 1)
            return Counted(group, last, part=True, share_of=group.lemma) if group is not None else None
        what = counted_noun.predicate(self.doc, self._token(last))
        verb = last < len(self.pieces) and self.doc[self.pieces[last].token].pos_ == "AUX"
        bounded = bool(found.bounds) or self._word(found.first - 1) == "by"
        return Counted(what, last, part=what is not None) if what or verb or bounded else None

    def _closed(self, noun: Noun | None, last: int) -> Counted:
        """Adds what stands behind the noun: 11 children among them, one in five children."""
        share_of = noun.lemma if noun and self.found.amount.kind in ("ratio", "share") else None
        part = share_of is not None or parts.cue_behind(self.doc, self.pieces, last)
        return Counted(noun, last, self.additional, part, share_of)

    # --- without a noun behind it ----------------------------------------------------------------------------------

    def _bare(self) -> Counted | None:
        """A toll before it, a verb of harm before it, a verb behind it, or the amount told before."""
        found, last = self.found, self.last
        if found.amount.kind == "ratio":
            return Counted(None, last, part=True)
        toll = self._toll()
        if toll is not None:
            return Counted(toll, last, self.additional)
        ends = self._ends_phrase()
        if ends and parts.has_cue(self.pieces, found) and self.whole is not None:
            return Counted(self.whole.noun, last, part=True)
        first = self.pieces[found.first].token
        verb = self.doc[first - 1] if first else None
        if ends and (self.additional or (verb is not None and self._takes_number(verb))):
            return self._closed(None, last)
        if self._splits():
            return self._split()
        if self._is_subject(first):
            return self._closed(counted_noun.predicate(self.doc, self._token(last)), last)
        vague_object = found.amount.kind == "vague" and verb is not None and verb.pos_ == "VERB"
        return Counted(None, last, self.additional) if vague_object and ends and last < len(self.pieces) else None

    def _toll(self) -> Noun | None:
        """The number of deaths … at 90; to 45 the number of deaths."""
        if self._word(self.found.first - 1) not in words("to_number"):
            return None
        first = self.pieces[self.found.first].token
        before = tolls.before_toll(self.doc, first, self.doc[first].sent.start)
        return before or tolls.toll_after(self.doc, self._token(self.last))

    def _takes_number(self, verb: Token) -> bool:
        """In headlines verbs may be tagged as names: Kills, Injures."""
        forms = {verb.lemma_.lower(), verb.lower_, verb.lower_.removesuffix("s")}
        return not forms.isdisjoint(words("bare_object"))

    def _ends_phrase(self) -> bool:
        if self.last >= len(self.pieces):
            return True
        token = self.doc[self.pieces[self.last].token]
        return token.pos_ in _PHRASE_ENDS or (token.text[0].isupper() and self._takes_number(token))

    def _is_subject(self, first: int) -> bool:
        """At least 12 died; of whom 30 were hurt."""
        if self.last >= len(self.pieces) or self.pieces[self.last].glued or self.found.is_one:
            return False
        token = self.doc[self.pieces[self.last].token]
        if token.pos_ not in ("VERB", "AUX") or token.lemma_.lower() not in words("bare_subject"):
            return False
        before = self.doc[first - 1] if first else None
        return before is None or before.pos_ not in ("NOUN", "PROPN", "ADJ", "NUM") or bool(self.found.bounds)

    def _splits(self) -> bool:
        """nearly 500 trains, 265 in the north and 228 in the south: the noun was told just before."""
        if self.whole is None or self.found.amount.kind != "number" or self.found.is_one:
            return False
        return self._word(self.found.first - 1) in words("splits") and self._word(self.last) in words("where")

    def _split(self) -> Counted | None:
        if self.whole is None:
            return None
        opened = self._word(self.found.first - 1) in words("opens_split")
        return Counted(self.whole.noun, self.found.last, part=opened or self.whole.part)

    # --- small questions -------------------------------------------------------------------------------------------

    def _is_idiom(self, noun: Noun) -> bool:
        """one day, one thing; "one resident said" counts nobody."""
        if not self.found.is_one:
            return False
        speaks = noun.index + 1 < len(self.doc) and self.doc[noun.index + 1].lower_ in words("saying")
        return speaks or noun.lemma in words("uncounted_one")

    def _word(self, at: int) -> str:
        return self.pieces[at].lower if 0 <= at < len(self.pieces) else ""

    def _token(self, at: int) -> int:
        return self.pieces[at].token if at < len(self.pieces) else len(self.doc)

    def _piece_after(self, token: int) -> int:
        return next((k for k, piece in enumerate(self.pieces) if piece.token > token), len(self.pieces))


def aged(pieces: Sequence[Piece], found: Interval) -> bool:
    """aged 9, at the age of 12."""
    return found.amount.kind == "number" and ending(pieces, found.first, "age") is not None
