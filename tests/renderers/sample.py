"""An invented report to render: a river flood with two tolls, a denial, a changed quotation and figures that agree."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from factcheck.model import (
    RELATIONS,
    Coverage,
    Dimension,
    Evidence,
    Fault,
    Finding,
    Holder,
    LanguageModel,
    Passage,
    Period,
    Quantity,
    Question,
    Report,
    Rule,
    Side,
    SourceSummary,
    Tool,
)

MAYOR = Holder("Ilse Brandvold", "mayor", "Town of Korrin")
RESCUE = Holder("Vellmark Rescue Service")
OWNER = Holder("Orla Teig", None, "Norrdam")
FISHERMEN = Holder("two fishermen")


def side(
    source: str, line: int, text: str, value: str, holder: Holder | None = None, also: int | None = None,
    amount: Quantity | None = None, period: Period | None = None,
) -> Side:  # fmt: skip
    """A side of a finding; `also` is the line of a restatement."""
    again = (Passage(source, 900, 940, also, f"The figure of {value} stood again in the last line."),) if also else ()
    claim = f"claim-{source}-{line}"
    return Side(source, 10, 10 + len(text), line, text, claim, value, holder, again, amount, period)


def amount(low: int | None, high: int | None = None, text: str = "", unit: str | None = None) -> Quantity:
    """`low` alone is an exact number; with `text` none is an end that is open."""
    high = low if high is None and not text else high
    ends = [None if end is None else Decimal(end) for end in (low, high)]
    return Quantity(ends[0], ends[1], 0, 0, text or str(low), unit=unit)


TOLLS = Evidence(
    id="e1",
    relation="conflict",
    because="The mayor counts 14 dead in Korrin, the rescue service 31 in the same two days.",
    a=side("harbour", 4, "In Korrin 14 people drowned on Monday and Tuesday, the mayor said.", "14", MAYOR, also=19,
           amount=amount(14), period=Period(date(2031, 3, 31), date(2031, 4, 1), "day", "Monday and Tuesday")),
    b=side("valley", 8, "The flood of Monday and Tuesday killed 31 people in Korrin, rescuers said.", "31", RESCUE,
           amount=amount(31), period=Period(date(2031, 3, 31), None, "day", "since Monday")),
    comparability=(
        Dimension("event", "same", "drowned", "killed"),
        Dimension("counted", "same", "people", "people"),
        Dimension("place", "same", "Korrin", "Korrin", "context"),
        Dimension("agent", "unknown", "", "the flood"),
    ),
    rules=(Rule("figures.disjoint", "the two intervals do not meet"), Rule("period.same", "forgave other wording")),
)  # fmt: skip
MORE_TOLLS = Evidence(
    id="e2",
    relation="tension",
    because="An earlier count in the valley gives at least 24, later ones 31.",
    a=side("valley", 2, "At least 24 were feared dead.", "at least 24", amount=amount(24, None, "At least 24")),
    b=side("coast", 12, "Rescuers later put the toll at 31 after more bodies were found.", "31", RESCUE,
           amount=amount(31)),
    others=(side("coast", 13, "Of these, 12 were found upstream.", "12", amount=amount(12)),),
    comparability=(Dimension("period", "overlaps", "by Monday", "since Monday"),),
)  # fmt: skip
ESTIMATE = replace(MORE_TOLLS, id="e6")
DENIAL = Evidence(
    id="e3",
    relation="dispute",
    because="The dam’s owner denies that a gate was opened; two fishermen say they saw it open.",
    a=side("coast", 21, "“No gate was opened that night,” said Orla Teig of Norrdam.", "No gate", OWNER),
    b=side("harbour", 15, "Two fishermen said the second gate stood open at midnight.", "gate stood open", FISHERMEN),
)
WORDS = Evidence(
    id="e4",
    relation="drift",
    because="One article quotes “we will pay for every house”, another “we will pay for houses”.",
    a=side("harbour", 22, "“We will pay for every house,” the mayor told reporters.", "every house", MAYOR),
    b=side("valley", 17, "“We will pay for houses,” the mayor told reporters.", "houses", MAYOR),
)
HOLDS = Evidence(
    id="e5",
    relation="agree",
    because="Both give 2.4 metres as the river’s highest level.",
    a=side("harbour", 9, "The Arl rose to 2.4 metres.", "2.4 metres"),
    b=side("coast", 3, "At 2.4 metres the Arl was higher than in any year since 1931.", "2.4 metres"),
)


def flood() -> Report:
    """The report with one finding of each relation."""
    return Report(
        format="factcheck-report/1",
        title="Flood on the Arl",
        as_of=date(2031, 4, 9),
        status=("partial",),
        tool=Tool("factcheck", "0.1.0"),
        model=LanguageModel("en", "3.8.0", "ab" * 32, True),
        sources=(
            SourceSummary("harbour", "harbour.txt", "1f" * 32, "Fourteen drown as the Arl bursts its banks",
                          "The Harbour Post", date(2031, 4, 2), "dateline", 640),
            SourceSummary("valley", "valley.txt", "2e" * 32, "Rescuers count 31 dead in Korrin",
                          None, date(2031, 4, 1), "caption", 512),
            SourceSummary("coast", "sub/coast.txt", "3d" * 32, "Who opened the gate?",
                          "Coast Radio", None, None, 1204),
        ),
        findings=(
            Finding("0a1b2c", "figures", "conflict", "high", "People drowned: 14 and 31", (TOLLS, MORE_TOLLS)),
            Finding("1b2c3d", "denials", "dispute", "high", "Was a gate of the dam opened?", (DENIAL,)),
            Finding("2c3d4e", "quotations", "drift", "medium", "What did the mayor promise: “every house”?", (WORDS,)),
            Finding("3d4e5f", "figures", "tension", "low", "An early estimate of the dead", (ESTIMATE,)),
            Finding("4e5f60", "figures", "agree", "low", "The river’s highest level: 2.4 metres", (HOLDS,)),
        ),
        coverage=Coverage(3, 1, ("photo.jpg",), 211, 640, 12),
        faults=(Fault("sub/broken.txt", "corpus", "not text: the first bytes are those of a picture"),),
        questions=(
            Question("Ilse Brandvold", "14 people drowned: whose doing is meant?", ("0a1b2c",)),
            Question("The Harbour Post", "Who saw the gate open, and at what hour?", ("1b2c3d", "3d4e5f")),
            Question("Ilse Brandvold", "Which of these was said: “every house” or “houses”?", ("2c3d4e",)),
        ),
    )  # fmt: skip


def many(number: int) -> Report:
    """`number` findings, each a copy of the first under an id of its own."""
    first = flood().findings[0]
    findings = tuple(replace(first, id=f"copy{place}", title=f"Toll number {place}") for place in range(number))
    return replace(flood(), findings=findings)


def mixed(number: int) -> Report:
    """`number` findings of all relations by turns, most serious first."""
    kinds = flood().findings
    copies = [replace(kinds[place % 5], id=f"copy{place}") for place in range(number)]
    return replace(flood(), findings=tuple(sorted(copies, key=lambda finding: RELATIONS.index(finding.relation))))


LONG_NAME = "Ministry for the Upkeep of Embankments, Sluices, Locks and Ferries of Upper Vellmark"
ARABIC = "قال الناطق باسم الوزارة إن ثلاثة جسور انهارت في الليل، ولم يصب أحد بأذى."
HEBREW = "דובר המשרד אמר כי שלושה גשרים קרסו בלילה, וכי 12 בני אדם פונו."
CHINESE = "救援队说，洪水在两天内冲毁了三座桥梁，没有人受伤，但是许多房屋仍然没有电。"


def extreme() -> Report:
    """All that strains a page: a trillion beside three, a name of 80 letters, 4,000 words, two other scripts."""
    report = undated()
    long = "At dawn the water had reached the third step of the old town hall. " * 300
    costs = replace(
        TOLLS,
        id="x1",
        because="The ministry puts the damage at 3 crowns, the rescue service at 1 trillion.",
        a=side("harbour", 4, "The damage came to three crowns.", "3", Holder(LONG_NAME), amount=amount(3)),
        b=side("valley", 8, "The damage came to a trillion crowns.", "1 trillion", RESCUE, amount=amount(10**12)),
    )
    none = replace(
        costs, id="x2", b=side("coast", 2, "There was no damage.", "none", Holder("阿尔河管理局"), amount=amount(0))
    )
    scripts = replace(
        DENIAL,
        id="x3",
        a=side("harbour", 15, ARABIC, "ثلاثة جسور", Holder("وزارة الأشغال")),
        b=side("valley", 16, CHINESE, "三座桥梁", RESCUE),
        others=(side("coast", 31, HEBREW, "12"),),
    )
    words = replace(DENIAL, id="x4", a=side("coast", 30, long, "third step", OWNER))
    findings = (
        Finding("x1", "figures", "conflict", "high", "Crowns of damage: 3 and 1 trillion", (costs, none)),
        Finding("x3", "denials", "dispute", "high", "Did bridges fall?", (scripts,)),
        Finding("x4", "denials", "dispute", "high", "How high did the water stand?", (words,)),
    )
    return replace(report, title="Flood on the Arl · 阿尔河 · نهر آرل", findings=findings)


def empty() -> Report:
    """No source, no finding."""
    return replace(
        flood(),
        status=("clean",),
        sources=(),
        findings=(),
        faults=(),
        questions=(),
        coverage=Coverage(0, 0, (), 0, 0, 0),
    )


def undated() -> Report:
    """The flood with no day anywhere but as_of."""
    report = flood()
    sources = tuple(replace(source, published=None, published_from=None) for source in report.sources)
    return replace(report, sources=sources)


HOSTILE = (
    "<script>alert(1)</script> {{ 7*7 }} {% raw %} <img src=file:///etc/passwd><img src='http://evil.example/a.png'> "
    "</style><style>@import url(http://evil.example/b.css)</style> \u202egnp.exe\u202c \x00\x07\x9b bell \ud800 lone "
    "zero\u200bwidth \ufffe " + "W" * 3000
)


def hostile() -> Report:
    """Every field that comes from outside holds text that tries to break out."""
    report = flood()
    holder = Holder(HOSTILE, HOSTILE, HOSTILE)
    bad = replace(TOLLS.a, text=HOSTILE, value="{{ 7*7 }}", holder=holder, source=HOSTILE)
    evidence = replace(
        TOLLS,
        because=HOSTILE,
        a=bad,
        comparability=(Dimension(HOSTILE, HOSTILE, HOSTILE, HOSTILE),),
        rules=(Rule(HOSTILE, HOSTILE),),
    )
    source = replace(report.sources[0], title=HOSTILE, path=HOSTILE, publisher=HOSTILE, published_from=HOSTILE)
    return replace(
        report,
        title=HOSTILE,
        status=(HOSTILE,),
        sources=(source, *report.sources[1:]),
        findings=(Finding('x" onclick="y', HOSTILE, "conflict", "high", HOSTILE, (evidence,)), *report.findings[1:]),
        coverage=replace(report.coverage, ignored_files=(HOSTILE,)),
        faults=(Fault(HOSTILE, HOSTILE, HOSTILE),),
    )
