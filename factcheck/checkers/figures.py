"""The same count with figures that do not meet, or that meet and pull apart, or that agree.

Why an editor should care: two totals for one matter cannot both be printed as fact, and a figure that is told twice is
only as good as the number of people who counted. It forgives rounding, "about" and "nearly", a part beside its whole,
another period, place, actor or group, a further incident, and the update of a running toll. A part that exceeds its
whole is a conflict.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from factcheck import evidence, intervals
from factcheck.model import NOT_STATED, Claim, Comparability, Dimension, Evidence, Rule
from factcheck.pairing import comparability, contrasts, index, speakers
from factcheck.pairing.figures import excuses, retold
from factcheck.pairing.index import Pairs
from factcheck.pairing.restatements import Statement
from factcheck.reading import counted, rivals
from factcheck.settings import Settings

ID = "figures"
TWICE = Decimal(2)  # two holders' counts of one thing hardly differ by more; those of two things may
THRICE = Decimal(3)  # and two such counts in one article are two counts
FEW = 5  # from here on one number of one thing on one day is hardly two
DOZENS = 20  # "several" may mean anything
TELLING = 10  # from here on the same figure in the same place is hardly chance
TEAMS = 2  # of a match, that both sides name
_COMPARED = ("event", "counted", "place", "period", "incident")  # an arm of a state acts for it: no part of a count


def pairs(statements: Sequence[Statement], settings: Settings) -> tuple[Pairs, int]:
    """Statements about one kind of event, or one kind of thing counted."""
    return index.pairs(statements, index.by_matter, settings)


def compare(a: Claim, b: Claim, scope: Comparability, settings: Settings) -> Iterator[Evidence]:
    """Evidence of conflict, tension or agreement between the first figures of two claims."""
    if not (a.quantities and b.quantities):
        return
    if retold.is_told_again(a, b, scope):
        rule = Rule("figures.told-again", "one exact figure of one kind of thing, told by both")
        yield evidence.make(ID, "agree", _because(a, b, "agree", scope), a, b, scope, [rule])
        return
    if not comparable(a, b, scope):
        return
    if _set_against(a, b) or _set_against(b, a) or _one_vote(a, b):
        scope = _tied(scope)
    verdict = _verdict(a, b, scope, settings)
    if verdict is not None:
        relation, rules = verdict
        yield evidence.make(ID, relation, _because(a, b, relation, scope), a, b, scope, rules)


def comparable(a: Claim, b: Claim, scope: Comparability) -> bool:
    """Two counts of one kind of thing, neither a share nor wished for, and nothing that rules out one matter."""
    qa, qb = a.quantities[0], b.quantities[0]
    value = comparability.values(scope)
    return (
        qa.unit == qb.unit
        and (qa.share is None) == (qb.share is None)
        and qa.share_of == qb.share_of
        and "different" not in value.values()
        and not _two_matters(scope)
        and not _told_apart(a, b)
        and (value["event"] in ("same", "inside", "contains") or value["counted"] == "same")
        and value["counted"] in ("same", "inside", "contains")
        and (a.certainty == b.certainty == "future" or {a.certainty, b.certainty} <= set(retold.GIVEN))
        and a.polarity == b.polarity == "positive"
    )


def _two_matters(scope: Comparability) -> bool:
    """Both sides say where, or whose doing, and nothing ties the two: more likely two matters than one."""
    return any(
        item.value == "unknown"
        and NOT_STATED not in (item.a, item.b)
        and item.dimension in ("place", "agent")
        and item.origin == "stated"
        for item in scope.dimensions
    )


def _told_apart(a: Claim, b: Claim) -> bool:
    """Votes for and against, carried and lost; the first and the second; shares of either sex; other sides' scores."""
    if (a.counted or "").startswith("score") and len(set(a.named) & set(b.named)) < TEAMS:
        return True
    groups = ["vote", "order"] + ["sex"] * (a.quantities[0].unit == "%") + ["outcome"] * (a.counted in counted.VOTES)
    return any(contrasts.apart(a, b, group) for group in groups)


def _verdict(a: Claim, b: Claim, scope: Comparability, settings: Settings) -> tuple[str, list[Rule]] | None:
    value = comparability.values(scope)
    qa, qb = a.quantities[0], b.quantities[0]
    inside = [name for name in _COMPARED if value[name] == "inside"]
    contains = [name for name in _COMPARED if value[name] == "contains"]
    missing = evidence.open_dimensions(scope)
    meets = intervals.meet(*intervals.rounded(qa, qb))
    near = meets and intervals.close(qa, qb, settings.close) and not intervals.is_low_floor(qa, qb)
    if inside and contains:
        return _opposite(a, b, scope, settings)
    if inside or contains:
        whole, part = (qb, qa) if inside else (qa, qb)
        if near and _one_count(a, b, inside + contains) and _same_matter(a, b, value):
            return _agree(a, b, missing)
        if not intervals.below(whole, part):
            return None
        return _clash("the part exceeds its whole", a, b, scope, settings)
    if meets and _fits(a, b, value, missing):
        return "agree", [Rule("figures.vague-fits", "one figure is vague, and the other is one that it may mean")]
    if near:
        return _agree(a, b, missing) if _same_matter(a, b, value) or _alike(a, b, scope) else None
    if meets:
        return _pulling_apart(a, b, scope, settings)
    return _clash("the figures do not meet", a, b, scope, settings)


def _same_matter(a: Claim, b: Claim, value: dict[str, str]) -> bool:
    """One incident or one total; or one figure, too large to be two by chance, in one place."""
    if value["incident"] != "unknown":
        return True
    if value["event"] == value["place"] == value["period"] == value["agent"] == "same":
        return True
    if value["event"] == value["period"] == "same" and _one_authority(a, b):
        return True
    bound = intervals.stated_bound(a.quantities[0])
    return bound == intervals.stated_bound(b.quantities[0]) and bound >= TELLING and value["place"] != "unknown"


def _alike(a: Claim, b: Claim, scope: Comparability) -> bool:
    """One number, not the smallest, of one thing on one day; where, one side at least says in another sentence."""
    value = comparability.values(scope)
    guessed = any(item.dimension == "place" and item.origin == "context" for item in scope.dimensions)
    bound = intervals.stated_bound(a.quantities[0])
    return (
        guessed
        and value["event"] == value["counted"] == value["period"] == "same"
        and bound >= FEW
        and bound == intervals.stated_bound(b.quantities[0])
    )


def _fits(a: Claim, b: Claim, value: dict[str, str], missing: list[Dimension]) -> bool:
    """Dozens, and at least 70, hurt in one incident."""
    one, other = a.quantities[0], b.quantities[0]
    vague = [quantity for quantity in (one, other) if quantity.vague and (quantity.low or 0) >= DOZENS]
    across = a.passage.source != b.passage.source
    return across and len(vague) == 1 and value["event"] == value["incident"] == "same" and not missing


def _one_authority(a: Claim, b: Claim) -> bool:
    """Both rest on one named holder, whoever passes the words on."""
    one, other = ({holder.name.casefold() for holder in (item.holder, *item.relayed_by) if holder} for item in (a, b))
    return bool(one & other)


def _one_count(a: Claim, b: Claim, containments: list[str]) -> bool:
    """People and civilians may be one count; a part of a place, a time or a total only where the figure is the same."""
    same_bound = intervals.stated_bound(a.quantities[0]) == intervals.stated_bound(b.quantities[0])
    return set(containments) <= {"counted"} or same_bound


def _agree(a: Claim, b: Claim, missing: list[Dimension]) -> tuple[str, list[Rule]] | None:
    qa, qb = a.quantities[0], b.quantities[0]
    if a.passage.source == b.passage.source or len(missing) > 2 or qa.vague or qb.vague:
        return None
    if excuses.size_of_what(a, b) and intervals.stated_bound(qa) != intervals.stated_bound(qb):
        return None
    return "agree", [Rule("figures.close", "the nearer ends of both figures are close")]


def _opposite(a: Claim, b: Claim, scope: Comparability, settings: Settings) -> tuple[str, list[Rule]] | None:
    """Each side is wider than the other in one dimension: no part and no whole, so at most a tension."""
    qa, qb = a.quantities[0], b.quantities[0]
    if intervals.meet(qa, qb) or intervals.ratio(qa, qb) < settings.apart or excuses.vague(a, b, settings):
        return None
    place = comparability.values(scope)["place"]
    if (place == "contains" and intervals.below(qb, qa)) or (place == "inside" and intervals.below(qa, qb)):
        return None  # more of them in the wider place
    if (
        evidence.open_dimensions(scope)
        or comparability.values(scope)["incident"] != "same"
        or a.passage.source == b.passage.source
    ):
        return None
    return "tension", [Rule("figures.opposite-containment", "each side covers more than the other in one dimension")]


def _clash(reason: str, a: Claim, b: Claim, scope: Comparability, settings: Settings) -> tuple[str, list[Rule]] | None:
    """A conflict where the matter is one and nothing is open; else a tension, if the figures are far apart."""
    if excuses.forgiven(a, b, scope, settings):
        return None
    rules = [Rule("figures.clash", reason)]
    missing = evidence.open_dimensions(scope)
    value = comparability.values(scope)
    far = intervals.ratio(a.quantities[0], b.quantities[0]) >= settings.apart
    again = speakers.surely_one(a.holder, b.holder)
    if again or excuses.grown(a, b) or excuses.overtaken(a, b) or excuses.other_hour(a, b):
        return (
            ("tension", [*rules, Rule("figures.update", "one holder, or counted at another time: may be an update")])
            if len(missing) < 2
            else None
        )
    if a.certainty == "future":
        rules.append(Rule("figures.plan", "both tell what is to come"))
        return ("tension", rules) if not missing and far else None
    if "hedged" in (a.certainty, b.certainty):
        rules.append(Rule("figures.hedged", "one side does not vouch for its figure"))
        return ("tension", rules) if len(missing) < 2 and value["incident"] != "unknown" else None
    if value["incident"] != "unknown" and all(
        item.value == "leader" or _is_silent_doer(item, value) for item in missing
    ):
        if a.passage.source == b.passage.source and _inherited(scope) and not _set_beside(a, b):
            if intervals.ratio(a.quantities[0], b.quantities[0]) >= THRICE:
                return None
            return "tension", [
                *rules,
                Rule("figures.one-article", "one article gives both, and does not say that it is one count"),
            ]
        return "conflict", rules
    if len(missing) <= 1 and far:
        return "tension", [*rules, Rule("figures.open-dimension", f"not told: {evidence.open_words(missing)}")]
    return None


def _is_silent_doer(item: Dimension, value: dict[str, str]) -> bool:
    """One side alone says whose doing it was, and all else is one incident."""
    one = all(value[name] == "same" for name in ("event", "place", "period", "incident"))
    return one and item.dimension == "agent" and NOT_STATED in (item.a, item.b)


def _set_beside(a: Claim, b: Claim) -> bool:
    """One article that sets the two against each other, or gives two holders' like counts."""
    if _set_against(a, b) or _set_against(b, a) or rivals.NOTE in (*a.notes, *b.notes):
        return True
    return None not in (a.holder, b.holder) and intervals.ratio(a.quantities[0], b.quantities[0]) < TWICE


def _inherited(scope: Comparability) -> bool:
    return any(item.origin == "context" for item in scope.dimensions)


def _set_against(a: Claim, b: Claim) -> bool:
    """The source itself says that `a` does not fit its main figure, `b`."""
    return a.passage.source == b.passage.source and "contrast" in a.notes and b.lead and b.extent == "total"


def _one_vote(a: Claim, b: Claim) -> bool:
    """The result of a vote that both stories open with, of which one alone may say when and where."""
    across = a.passage.source != b.passage.source
    return across and a.counted == b.counted and a.counted in counted.VOTES and a.lead and b.lead


def _tied(scope: Comparability) -> Comparability:
    """The scope where the source itself sets one figure against the other: what it leaves open it takes as the same."""
    return Comparability(
        tuple(
            replace(item, value="same", origin="context") if item.value == "unknown" else item
            for item in scope.dimensions
        )
    )


def _pulling_apart(a: Claim, b: Claim, scope: Comparability, settings: Settings) -> tuple[str, list[Rule]] | None:
    """The figures meet, yet their stated bounds are far from one another."""
    value = comparability.values(scope)
    missing = evidence.open_dimensions(scope)
    if excuses.forgiven(a, b, scope, settings):
        return None
    if len(missing) > 1 or value["incident"] != "same" or any(item.dimension == "place" for item in missing):
        return None
    return "tension", [Rule("figures.far-bounds", "the figures can both hold, but their stated bounds are far apart")]


def _because(a: Claim, b: Claim, relation: str, scope: Comparability) -> str:
    if relation == "agree" and a.holder is not None and a.holder == b.holder and figure(a) == figure(b):
        return evidence.sentence(f"{figure(a)} according to {evidence.who(a)}, told by two articles")
    link = {"conflict": "but", "tension": "while", "agree": "and"}[relation]
    sentence = f"{figure(a)} according to {evidence.who(a)}, {link} {figure(b)} according to {evidence.who(b)}"
    wider = next(
        (d for d in scope.dimensions if d.dimension in ("place", "period") and d.value in ("inside", "contains")), None
    )
    if relation == "conflict" and wider is not None:
        whole, part = (wider.b, wider.a) if wider.value == "inside" else (wider.a, wider.b)
        sentence += f"; the {wider.dimension} of the smaller figure is the wider one ({whole} against {part})"
    return evidence.sentence(sentence)


def figure(claim: Claim) -> str:
    """The figure with what it counts and what befell them: "at least 300 civilians killed"."""
    trigger = claim.event.trigger if claim.event and claim.counted not in counted.VOTES else ""
    words = "" if claim.counted == claim.quantities[0].unit else claim.counted_words.split(" (")[0]
    shown = intervals.shown(claim.quantities[0])
    if trigger in words or not words:
        return evidence.amount(shown, words or trigger)
    state = trigger.endswith(("ed", "dead", "lost", "hurt"))
    words = "" if words in shown else words
    return " ".join(filter(None, (shown, words, trigger if state else f"({trigger})")))
