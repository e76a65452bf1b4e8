"""What a finding is called: the matter, the values and whose they are, in plain English made from its claims."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from factcheck import evidence
from factcheck.model import Claim, Evidence
from factcheck.pairing import speakers

SHOWN = 3  # values in one title
_LONG = 70
_ALONE = 85  # words of a title with one quotation
_REASON = 140
_NAME = 30
_KEPT = 66  # letters that an end at a comma may cost
_FEWEST = 24  # letters before a comma at which a long clause may end
_UNITS = {"%": "Share", "year": "Length", "month": "Length", "week": "Length", "day": "Length", "hour": "Length"}
_STATES = ("ed", "dead", "lost", "hurt", "missing")  # what befell the counted, as an English word ends or is
# "That is not so" and "as many as 40" begin with no link: these words go on behind one that is none.
_NO_LINK = (
    r"(?:of|to|many|much|few|little|well|soon|long|far|part|another|is|are|was|were|has|had|will|would|can|could|may|"
    r"might|must|should|does|did|day|night|week|month|year)\b"
)
_LINKS = re.compile(
    rf"^(?:(?:that|yet|but|and|while|whereas|because|as|where)\s+(?!{_NO_LINK}))+(?=\S+\s)", re.IGNORECASE
)
_CREDIT = re.compile(r", according to [^,;:“”\"]+$")
_INNER = str.maketrans("“”", "‘’")
_STRAIGHT = re.compile(r'"([^"]*)"')
_OPENED = re.compile(r'"(?=\w)')
_STOPS = re.compile(r"[,;:](?= )| [–—-](?= )")
_OPENING = re.compile(r"[“”\"]")
_LEFT_OUT = re.compile(r"^(“[^”]*”) is in one and not in the other$")
_RELATIVE = re.compile(r"^(?:who|which|that)\s+(?=\S+\s)")
_HEADLESS = re.compile(r"^(?:to|who|whom|whose|which|where|when|after|before|[a-z]+ing)\b")


def of(told: Sequence[Evidence], origins: Sequence[str], claims: Mapping[str, Claim]) -> str:
    """The title of a finding with this evidence, most telling first, and these origins behind it."""
    lead = told[0]
    a, b = claims.get(lead.a.claim), claims.get(lead.b.claim)
    if a is None or b is None:
        return evidence.cut(lead.because)
    rules = {rule.rule: rule.effect for rule in lead.rules}
    behind = f" ({_behind(told, origins)})" if lead.relation == "agree" else _change(rules, a, b)
    title = _title(told, rules, a, b, claims) or evidence.cut(lead.because, 2 * _LONG)
    return f"{title[:1].upper()}{title[1:]}{behind}"


def statement(claim: Claim, longest: int = _LONG) -> str:
    """The words that make a statement, such that they can stand alone and between quotation marks: its clause, else the
    quotation around it, else its whole passage, else, where a cut would lose the clause, that behind an ellipsis; what
    somebody is quoted with as it is. A long one ends at a comma after its verb where it has one.
    """
    trigger = claim.event.trigger.split()[0] if claim.event and claim.event.trigger else ""
    words = freed(claim.clause)
    relative = claim.clause.casefold().startswith(f"that {trigger} ") and trigger
    if claim.kind != "utterance" and (relative or _HEADLESS.match(words)):
        whole, half = " ".join(_around(claim).split()), " ".join(words.split())
        ends = whole.find(half) + len(half)  # what a cut would leave of it must hold the clause
        words = whole if len(whole) <= longest or len(half) <= ends < longest else f"… {half}"
    words = " ".join(words.split()).rstrip(".,; ")
    words = _CREDIT.sub("", words) if claim.holder else words
    if len(words) > longest and trigger:
        fewest = max(_FEWEST, longest - _KEPT)
        stops = [found.start() for found in _STOPS.finditer(words) if fewest <= found.start() < longest - 1]
        kept = [end for end in stops if trigger in words[:end].split()]
        words = f"{words[: kept[-1]]} …" if kept else words
    words = _STRAIGHT.sub(r"‘\1’", evidence.cut(words, longest).translate(_INNER))
    words = _OPENED.sub("‘", words).replace('"', "’")
    # A cut, or a clause that ends inside one, may have left a quotation open.
    opened = words.rpartition("‘")[2] if "‘" in words else ""
    return f"{words}’" if opened and "’" not in opened else words


def freed(words: str) -> str:
    """A clause without the word that ties it to what stands before: "while the river rose" is the river's rise."""
    return _LINKS.sub("", words)


def quoted(claim: Claim) -> str:
    """A statement in quotation marks, as a reason gives it."""
    return f"“{statement(claim, _REASON)}”"


def _around(claim: Claim) -> str:
    """The quotation that holds a clause, where it begins with more than the clause; else the whole passage."""
    text = claim.passage.text
    before, clause, after = text.partition(claim.clause)
    marks = [found.start() for found in _OPENING.finditer(before)]
    if not clause or not marks or before[marks[-1]] == "”" or before.count('"') % 2 != (before[marks[-1]] == '"'):
        return text
    words = before[marks[-1] + 1 :] + clause + _OPENING.split(after, maxsplit=1)[0]
    return text if _HEADLESS.match(words) else words


def name(claim: Claim) -> str:
    """Whose statement it is, without office or body."""
    return evidence.called(claim.holder.name) if claim.holder else claim.outlet


def listed(words: Iterable[str], link: str = "and") -> str:
    """Each once: a; a and b; a, b and c; of more than three the number of the others."""
    once = list(dict.fromkeys(words))
    if len(once) > SHOWN:
        once = [*once[:SHOWN], f"{len(once) - SHOWN} more"]
    return f"{', '.join(once[:-1])} {link} {once[-1]}" if len(once) > 1 else "".join(once)


def matter(*claims: Claim) -> str:
    """What is counted, and what befell it: "civilians killed"."""
    for claim in claims:
        trigger = claim.event.trigger if claim.event else ""
        unit = claim.quantities[0].unit if claim.quantities else None
        words = "" if claim.counted == unit else claim.counted_words.split(" (")[0]
        state = trigger.split(" ")[0].endswith(_STATES) or not words
        told = words if trigger in words or not state else f"{words} {trigger}"
        if told.strip():
            return told.strip()
    unit = claims[0].quantities[0].unit if claims[0].quantities else None
    return _UNITS.get(unit, "Amount") if unit else "Number"


def _title(
    told: Sequence[Evidence], rules: Mapping[str, str], a: Claim, b: Claim, claims: Mapping[str, Claim]
) -> str | None:
    agreed = told[0].relation == "agree"
    if any(rule.startswith("sums.") for rule in rules):
        return None
    if any(rule.startswith("quotes.") for rule in rules):
        return _utterance(rules, a, b)
    if any(rule.startswith("denials.") for rule in rules):
        return _denial(told, a, claims)
    if "identities.region" in rules:
        return listed((a.place.words, b.place.words), "or")
    if a.kind == b.kind == "identity":
        ages = a.quantities and b.quantities
        return f"age of {a.agent.words}: {_values(told, agreed, claims)}" if ages else None
    if any(rule.startswith("dates.") for rule in rules):
        return _dates(agreed, a, b) if a.id != b.id else None
    if a.quantities and b.quantities and any(rule.startswith("figures.") for rule in rules):
        return f"{matter(a, b)}: {_values(told, agreed, claims)}"
    if a.headline != b.headline and a.passage.source == b.passage.source:
        head, text = (a, b) if a.headline else (b, a)
        if head.quantities and text.quantities:
            return f"{matter(text, head)}: {evidence.value(head)} in the headline, {evidence.value(text)} in the text"
        return f"headline: “{statement(head)}”; text: “{statement(text)}”"
    return f"{name(a)}: “{statement(a)}”; {name(b)}: “{statement(b)}”"


def _values(told: Sequence[Evidence], agreed: bool, claims: Mapping[str, Claim]) -> str:
    """The values, with whose they are where they differ."""
    sides = [side for item in told if item.relation == told[0].relation for side in (item.a, item.b)]
    if agreed:
        return listed(side.value for side in sides)
    return listed(f"{side.value} ({name(claims[side.claim])})" for side in sides if side.claim in claims)


def _utterance(rules: Mapping[str, str], a: Claim, b: Claim) -> str:
    speaker = name(a if a.holder is not None else b)
    if "quotes.other-speaker" in rules:
        return f"“{statement(a)}”: credited to {name(a)} and to {name(b)}"
    if "quotes.other-words" in rules:
        said = statement(min(a, b, key=lambda claim: len(claim.clause)))
        difference = _LEFT_OUT.sub(r"with and without \1", rules["quotes.other-words"].split("; ")[0])
        return f"{speaker}: “{said}” ({difference})"
    if "quotes.qualifier-left-out" in rules:
        return f"a word of {speaker} left out: {rules['quotes.qualifier-left-out']}"
    return f"{speaker}: “{statement(min(a, b, key=lambda claim: len(claim.clause)))}”"


def _denial(told: Sequence[Evidence], denial: Claim, claims: Mapping[str, Claim]) -> str:
    """One quotation, the one that names the matter: of a denial that only points at what it answers ("this is not so")
    that, else the denial; then who stands on the other side, and how many. That a denial answers just this is not for
    a title to say.
    """
    others = [claims[item.b.claim] for item in told if item.b.claim in claims]
    whose = list(dict.fromkeys(_outlet(other) if other.holder is None else accuser(other, denial) for other in others))
    more = f" and {len(whose) - 1} more" if len(whose) > 1 else ""
    if any(rule.rule == "denials.answered" for rule in told[0].rules):
        against = f"a denial by {name(denial)}" if denial.kind == "denial" else f"against it {name(denial)}"
        room = _ALONE - _NAME if whose[0].endswith("”") else _ALONE  # a headline's words are long already
        return f"{whose[0]}{more}: “{statement(others[0], room)}”; {against}"
    words = statement(replace(denial, clause=_RELATIVE.sub("", denial.clause)), _ALONE)
    own = name(denial).removeprefix("the ").casefold() in words.casefold()
    return f"{'' if own else f'{name(denial)}: '}“{words}”; against {whose[0]}{more}"


def _outlet(claim: Claim) -> str:
    """The publisher; of an article without one the first words of its headline, since all of it is long in a title."""
    if "“" not in claim.outlet:
        return claim.outlet
    article, _, headline = claim.outlet.partition("“")
    return f"{article}“{evidence.cut(headline.rstrip('”'), _NAME)}”"


def in_own_voice(claim: Claim) -> bool:
    """The outlet answers for it: nobody is credited, or it tells that somebody is accused."""
    return claim.holder is None or (claim.event is not None and claim.event.cls == "accuse")


def accuser(charge: Claim, denial: Claim) -> str:
    """Whose word a denial answers: where the denier's own word is passed on, that of the one who does so."""
    own = charge.relayed_by and speakers.relation(denial, charge) == "same"
    return evidence.called(charge.relayed_by[0].name) if own else name(charge)


def _dates(agreed: bool, a: Claim, b: Claim) -> str:
    when = [claim.period.text if claim.period else "" for claim in (a, b)]
    if agreed:
        return f"date of “{statement(min(a, b, key=lambda claim: len(claim.clause)))}”: {min(when, key=len)}"
    return f"date of “{statement(a)}”: {when[0]} ({name(a)}), {when[1]} ({name(b)})"


def _behind(told: Sequence[Evidence], origins: Sequence[str]) -> str:
    """How many articles tell it, and how many independent origins stand behind them."""
    sources = len(evidence.sources(told))
    return f"{sources} source{'s' * (sources != 1)}, {len(origins)} origin{'s' * (len(origins) != 1)}"


def _change(rules: Mapping[str, str], a: Claim, b: Claim) -> str:
    if "speaker.change-of-position" not in rules:
        return ""
    days = sorted(claim.published for claim in (a, b) if claim.published is not None)
    return f" (change of position, {' and '.join(map(evidence.day, days))})"
