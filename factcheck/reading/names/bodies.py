"""A body by its name: an arm of a state where the name begins or ends with one, else an organisation or a group."""

from __future__ import annotations

from factcheck.model import Entity
from factcheck.reading.names import gazetteer, institutions
from factcheck.reading.names.gazetteer import fold, slug

_OFFICES = ("ministry", "department")


def body(folded: str, surface: str) -> Entity:
    """The entity of a name, folded and as written, that names a body."""
    words = folded.split()
    owner = gazetteer.countries().get(words[-1]) if "of" in words[1:-1] else None
    head = institutions.heads().get(tuple(words[:-2])) if owner and words[-2] == "of" else None
    if owner and head:
        return institutions.part_of(owner, head)
    if office := _ministry(words):
        return Entity(f"org/{'-'.join(office)}", surface, "government")
    state, rest = _leading_state(words)
    if state and words[-1] in institutions.words("callback", "state"):
        return _arm(state, rest, surface)
    kind = "group" if words[-1] in institutions.words("callback", "group") else "organisation"
    return Entity(f"org/{slug(_without_form(surface))}", surface, kind)


def _ministry(words: list[str]) -> list[str] | None:
    """The words of a ministry or department in one order: "Ministry of Water" and "Water Ministry"."""
    if len(words) > 2 and words[0] in _OFFICES and words[1] == "of" and "of" not in words[2:]:
        return [*(word for word in words[2:] if word != "the"), words[0]]
    local = len(words) < 2 or _leading_state(words)[0] or words[-2] in ("police", "fire") or "of" in words
    return words if words[-1] in _OFFICES and not local else None


def _without_form(surface: str) -> str:
    """A company's name without "Inc", "plc", "GmbH" and the like at its end."""
    words = surface.replace(",", " ").split()
    while len(words) > 1 and fold(words[-1]) in institutions.words("company"):
        words.pop()
    return " ".join(words)


def _arm(state: Entity, rest: list[str], surface: str) -> Entity:
    """The force or authority of a state whose name the words `rest` complete."""
    head = institutions.heads().get(tuple(rest))
    if head:
        return institutions.part_of(state, head)
    force = rest[-1] in institutions.words("callback", "force")
    above = "military" if force and rest[-1] != "police" else "government"
    within = (f"{state.key}/{above}", state.key)
    return Entity(f"{state.key}/{slug(' '.join(rest))}", surface, "force" if force else "government", within)


def _leading_state(words: list[str]) -> tuple[Entity | None, list[str]]:
    for length in (2, 1):
        name = " ".join(words[:length])
        state = gazetteer.countries().get(name) or gazetteer.nationalities().get(name)
        if state and len(words) > length:
            return state, words[length:]
    return None, words
