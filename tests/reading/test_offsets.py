"""Whatever a text is made of, every passage and every figure read in it can be found again at its offsets and line."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck import engine
from factcheck.model import Claim, Source

QUOTES = ("“”", '""', "„“", "«»", "‘’", "“\u200a\u200a”")
AMOUNTS = (
    "41", "at least 1,200", "3\u00a0400", "12\u202f000", "450.000", "nearly 3.2 million", "24 to 60+", "600–1,000",
    "dozens of", "only a handful of", "some 250 or more", "twenty-five", "£5m of", "12%", "a third of the", "8 or 9",
)  # fmt: skip
NAMES = ("Zoë Brandt", "Zoe\u0308 Brandt", "Mr O’Hara", "the 🚒 brigade", "mayor Ñuñez", "Lena Ott 👩\u200d🚒")
TEMPLATES = (
    "The flood killed {amount} people in Karlow on Monday, {name} said.",
    "{open}We have counted {amount} injured miners since 2019,{close} said {name}.",
    "{name} told reporters: {open}Every time a dam fails we say so. Only {amount} were closed.{close}",
    "Some {amount} houses – {amount} of them schools – burned down near Ostravia… and {amount} people fled 🔥🔥.",
    "{open}No inquiry was opened into {amount} deaths, according to {name}.",
    "“It’s ‘wrong’,” {name} wrote; {amount} villagers were hurt and {amount} others killed",
)
SPACES = (" ", " ", " ", "  ", "\t", "\u00a0", "\u2009", " \u200b", "\u2028")
BREAKS = ("\n", "\n\n", "\r\n", "\r\n\r\n", " ", "\t", "\n \t\n", "\r\n\u00a0\r\n")
HEADS = ("", "Flood kills 41 in Karlow\n\n", "Karlow’s flood\r\n\r\n", "\ufeff", "\n\n", "9 May 2024 🗞\r\n")


@st.composite
def sentences(draw: st.DrawFn) -> str:
    """A template filled in, with one of its spaces, or each, made another kind of white space."""
    template = draw(st.sampled_from(TEMPLATES))
    while "{amount}" in template:
        template = template.replace("{amount}", draw(st.sampled_from(AMOUNTS)), 1)
    marks = draw(st.sampled_from(QUOTES))
    words = template.format(name=draw(st.sampled_from(NAMES)), open=marks[:-1], close=marks[-1])
    return words.replace(" ", draw(st.sampled_from(SPACES)), draw(st.sampled_from((-1, 1, 5))))


@st.composite
def texts(draw: st.DrawFn) -> str:
    """Sentences with breaks between them; the last of them ends the text, or a break does."""
    parts = [draw(st.sampled_from(HEADS))]
    for sentence in draw(st.lists(sentences(), min_size=1, max_size=4)):
        parts += [sentence, draw(st.sampled_from(BREAKS))]
    return "".join(parts[: draw(st.sampled_from((-1, len(parts))))])


def claims(text: str) -> tuple[Claim, ...]:
    return engine.read(Source(id="herald", path="herald.txt", sha256="", title="", text=text))


def assert_found_again(text: str) -> None:
    for claim in claims(text):
        passage = claim.passage
        assert passage.source == "herald"
        assert passage.start < passage.end
        assert text[passage.start : passage.end] == passage.text
        assert passage.line == text.count("\n", 0, passage.start) + 1
        for quantity in claim.quantities:
            assert quantity.start < quantity.end
            assert text[quantity.start : quantity.end] == quantity.text
            assert quantity.start < passage.end
            assert passage.start < quantity.end


@settings(max_examples=40, deadline=None, derandomize=True)
@given(text=texts())
def test_offsets_lead_back_to_the_words(text: str) -> None:
    assert_found_again(text)


@settings(max_examples=15, deadline=None, derandomize=True)
@given(text=st.text(alphabet=st.sampled_from("Aé\u0308 12.,;:-–“”\"’'\t\r\n\u00a0\u2028🔥%$killed"), max_size=60))
def test_offsets_in_a_text_of_no_sense(text: str) -> None:
    assert_found_again(text)


@pytest.mark.parametrize("template", TEMPLATES)
def test_the_templates_have_something_to_find(template: str) -> None:
    found = claims(template.format(amount="41", name="Zoë Brandt", open="“", close="”"))
    assert [quantity.text for claim in found for quantity in claim.quantities if "41" in quantity.text]


@pytest.mark.parametrize("amount", ["41²", "10⁻³", "① 41", "½", "٤١"])
def test_signs_that_unicode_calls_digits_lose_no_text(amount: str) -> None:
    assert_found_again(f"The flood killed {amount} people in Karlow on Monday.")
