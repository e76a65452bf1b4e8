"""Every record that the stages hand to one another; nothing here acts.

All offsets are half-open character ranges of `Source.text`. Records are frozen, built once and never filled in later;
JSON goes through dataclasses-json. Days are plain dates, amounts are Decimal, and no field holds a set or a float.
"""

from factcheck.model.claims import Claim, Entity, Event, Facet, Holder, Passage, Period, Quantity, Source
from factcheck.model.report import (
    NOT_STATED,
    RELATIONS,
    SEVERITIES,
    Comparability,
    Coverage,
    Dimension,
    Dismissal,
    Evidence,
    Fault,
    Finding,
    LanguageModel,
    Note,
    Question,
    Report,
    Rule,
    Side,
    SourceSummary,
    Story,
    StorySentence,
    Tool,
)

__all__ = [
    "Claim",
    "Comparability",
    "Coverage",
    "Dimension",
    "Dismissal",
    "Entity",
    "Event",
    "Evidence",
    "Facet",
    "Fault",
    "Finding",
    "Holder",
    "LanguageModel",
    "NOT_STATED",
    "Note",
    "Passage",
    "Period",
    "Quantity",
    "Question",
    "RELATIONS",
    "Report",
    "Rule",
    "SEVERITIES",
    "Side",
    "Source",
    "SourceSummary",
    "Story",
    "StorySentence",
    "Tool",
]
