"""What a page is made of: story, headline, caption, dateline and the rest."""

from __future__ import annotations

import pytest

from factcheck.reading import paragraphs

LEAD = "The bridge over the Lorne was closed on Monday after an inspector found cracks in two of its piers."
MORE = "Traffic is being sent through Hadley until the repairs are done, the county said."

PAGES = [
    (
        "headline, its repeat, menu and story",
        f"Bridge closed after cracks found\n\nBridge closed after cracks found\n\nRelated Topics\n\n{LEAD}\n\n{MORE}",
        ["headline", "boilerplate", "boilerplate", "body", "body"],
    ),
    ("no headline: the first line is the story", f"{LEAD}\n{MORE}", ["body", "body"]),
    (
        "standfirst below the headline",
        f"Bridge closed\n\nCounty orders long detour\n\n{LEAD}",
        ["headline"] * 2 + ["body"],
    ),
    (
        "label of a caption, and its words on the next line",
        f"Bridge closed\n\nImage caption\n\nEngineers at the bridge\n\n{LEAD}",
        ["headline", "boilerplate", "caption", "body"],
    ),
    (
        "credit and the description beside it",
        f"Bridge closed\n\nPhoto by: Lina Orr\n\nA driver stands beside the closed bridge, May 4, 2021.\n\n{LEAD}",
        ["headline", "caption", "caption", "body"],
    ),
    (
        "a caption that ends in its credit",
        f"Bridge closed\n\nThe bridge at dusk. Image copyright\nAFP\n\n{LEAD}",
        ["headline", "caption", "caption", "body"],
    ),
    ("a line that is only a day", f"Bridge closed\n\n4 May, 2021 18:30\n\n{LEAD}", ["headline", "dateline", "body"]),
    ("a byline", f"Bridge closed\n\nBy Lina Orr and Tom Vale\n\n{LEAD}", ["headline", "dateline", "body"]),
    (
        "an agency alone at the end",
        f"Bridge closed\n\n{LEAD}\n\nHarbour Post and agencies",
        ["headline", "body", "boilerplate"],
    ),
    ("a pointer elsewhere", f"{LEAD}\n\nRead also: Ten bridges that fell\n\n{MORE}", ["body", "boilerplate", "body"]),
    (
        "names of pictograms",
        f"icon home icon menu icon share icon mail icon print\nBridge closed\n\n{LEAD}",
        ["boilerplate", "headline", "body"],
    ),
    (
        "city and agency before the first sentence",
        f"Bridge closed\n\nHADLEY (AP) — {LEAD}",
        ["headline", "dateline", "body"],
    ),
    (
        "a day run into the story",
        f"Bridge closed\n\nBridge closed AFP Monday 4 May 2021 {LEAD}",
        ["headline", "boilerplate", "dateline", "dateline", "body"],
    ),
    (
        "city, state, day and agency before the first sentence",
        f"Bridge closed\n\nHADLEY, Norland, May 4 (Agency) - {LEAD}",
        ["headline", "dateline", "body"],
    ),
    (
        "a labelled day, a list of tags and a pointer run into the story",
        f"Bridge closed\n\nDate of publication 4 May 2021 {LEAD} Tags Hadley traffic The end is near. {MORE} Read Also",
        ["headline", "dateline", "body", "boilerplate", "body", "boilerplate"],
    ),
    (
        "tags that no opening word follows",
        f"Bridge closed\n\n{LEAD} Tags Hadley Lorne Drivers waited for hours.",
        ["headline", "body", "boilerplate", "body"],
    ),
    (
        "a scrap before a control",
        f"Bridge closed\n\nHadley Post Roads 1735 Get short URL 98 {LEAD}",
        ["headline", "boilerplate", "body"],
    ),
    ("tags that the story tells of", f"Bridge closed\n\nTags were tied to each pier. {MORE}", ["headline", "body"]),
    (
        "a day and the headline again",
        f"Bridge closed in Hadley\n\n4 May 2021 Bridge closed in Hadley. {LEAD}",
        ["headline", "dateline", "boilerplate", "body"],
    ),
    (
        "a row of marks, a row of sections and a rule",
        f"Home / City / Roads / Sports\n-----\nBridge closed\n\nBy Lina Orr | May 4, 2021 | 4 min read\n\n{LEAD}",
        ["boilerplate", "boilerplate", "headline", "dateline", "body"],
    ),
    ("a marked pointer", f"{LEAD}\n\n>> RELATED: Ten bridges\n\n{MORE}", ["body", "boilerplate", "body"]),
    ("a short story of one line", "Bridge closed", ["headline"]),
    ("nothing", "", []),
    ("nothing but space", " \n\n\t", []),
]


@pytest.mark.parametrize(("text", "kinds"), [page[1:] for page in PAGES], ids=[page[0] for page in PAGES])
def test_kinds(text: str, kinds: list[str]) -> None:
    assert [paragraph.kind for paragraph in paragraphs.split(text)] == kinds


@pytest.mark.parametrize("text", [page[1] for page in PAGES], ids=[page[0] for page in PAGES])
def test_paragraphs_are_in_order_and_have_no_margins(text: str) -> None:
    end = 0
    for paragraph in paragraphs.split(text):
        assert paragraph.start >= end
        end = paragraph.end
        words = text[paragraph.start : paragraph.end]
        assert words
        assert words == words.strip()


def test_a_long_paragraph_is_cut_at_sentence_ends_outside_quotations() -> None:
    speech = f"“{MORE} {MORE}” "
    text = f"Bridge closed\n\n{(LEAD + ' ' + speech) * 20}"
    pieces = [text[item.start : item.end] for item in paragraphs.split(text) if item.kind == "body"]
    assert len(pieces) > 2
    assert all(len(piece) <= paragraphs.LONGEST for piece in pieces)
    assert all(piece.endswith((".", "”")) and piece.count("“") == piece.count("”") for piece in pieces)


def test_lines_wrapped_at_a_fixed_width_are_one_paragraph() -> None:
    lines = [
        "The county has closed the bridge over the Lorne for at least",
        "six weeks after an inspector found cracks in two of its piers,",
        "and sends all traffic over the old road through Hadley while",
        "the repairs are done.",
    ]
    found = paragraphs.split("\n".join(lines))
    assert [(item.start, item.kind) for item in found] == [(0, "body")]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"Bridge closed\n\n{LEAD}", "Bridge closed"),
        (f"4 May 2021\nBridge  closed\n\n{LEAD}", "Bridge closed"),
        (f"{LEAD} {MORE}", LEAD),
        ("", ""),
    ],
)
def test_title(text: str, title: str) -> None:
    assert paragraphs.title(text, paragraphs.split(text)) == title
