"""The day that a text gives itself."""

from __future__ import annotations

import re

import pytest

from factcheck.reading import paragraphs
from factcheck.reading.parse import Paragraph
from factcheck.reading.publication import Publication, find

STORY = "The harbour bridge was closed after a crack was found, the port authority said."


def publication(*lines: str, captions: tuple[str, ...] = ()) -> Publication:
    text = "\n\n".join(lines)
    kinds = dict.fromkeys(captions, "caption") | {lines[0]: "headline"}
    found = re.finditer(r"[^\n]+", text)
    return find(text, [Paragraph(at.start(), at.end(), kinds.get(at[0], "body")) for at in found])


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("9 May, 2018 22:09", "2018-05-09"),
        ("Sat 24 Aug 2013", "2013-08-24"),
        ("Published: March 3, 2017", "2017-03-03"),
        ("Published 10:15, 3 March 2017", "2017-03-03"),
        ("Date of publication 3 June 2016", "2016-06-03"),
        ("Date of publication 3 June 2016 The harbour bridge was closed on Friday.", "2016-06-03"),
        ("Bridge closed AFP Thursday 2 Jul 2015 The harbour bridge was closed.", "2015-07-02"),
        ("April 5 2017 by Rosa Lindqvist", "2017-04-05"),
        ("By Rosa Lindqvist, 5 April 2017", "2017-04-05"),
        ("Last updated on Friday, 17-08-2018", "2018-08-17"),
        ("Published at 14:05 GMT on 3 March 2017", "2017-03-03"),
        ("2017-03-03T14:05:00Z", "2017-03-03"),
        ("Date: 2017-03-03", "2017-03-03"),
        ("03.03.2017 (updated 1633 05.03.2017)", "2017-03-03"),
        ("Last updated: 05.03.2017 Created: 03.03.2017", "2017-03-03"),
        ("Port Ellery, 3 March 2017 – The harbour bridge was closed.", "2017-03-03"),
        ("PORT ELLERY, March 3, 2017 (Agency) - The harbour bridge was closed.", "2017-03-03"),
    ],
)
def test_a_date_line(line: str, day: str) -> None:
    found = publication("Bridge closed", line, STORY)
    assert (str(found.day), found.origin) == (day, "dateline")


@pytest.mark.parametrize(
    "line",
    [
        "The bridge opened on March 3, 2017.",
        "March 3, 2017, was the day on which the bridge opened.",
        "On March 3, 2017 the bridge opened to traffic.",
        "A report published on 3 March 2017 by engineers warned of cracks.",
        "The engineers' report was published on 3 March 2017.",
        "Engineers told AFP on Thursday 2 July 2015 that the bridge would last.",
        "PORT ELLERY, March 3 (Agency) - The harbour bridge was closed.",
        "3 March 1931 – 5 May 2017",
        "Created on 3 March 2017, the fund pays for repairs.",
    ],
)
def test_a_day_that_the_story_tells_of_is_not_its_own(line: str) -> None:
    assert publication("Bridge closed", STORY, line, STORY).day is None


def test_no_date() -> None:
    assert publication("Bridge closed", STORY) == Publication(None, None, "no date in the text")


def test_a_publication_comes_before_its_update() -> None:
    found = publication("Bridge closed", "Updated 4 May 2018", "Published 3 May 2018", STORY)
    assert str(found.day) == "2018-05-03"


def test_a_day_among_the_headlines() -> None:
    text = f"Posted on March 3, 2017 by Rosa Lindqvist\n\nBridge closed\n\n{STORY}"
    assert str(find(text, paragraphs.split(text)).day) == "2017-03-03"


def test_the_day_above_a_story_comes_before_its_update() -> None:
    assert str(publication("Bridge closed", "3 May 2018", STORY, "Last update: 9 May 2018").day) == "2018-05-03"


def test_an_update_counts_where_the_story_opens_with_a_day_of_long_ago() -> None:
    found = publication("Bridge closed", "3 May 1986", STORY, "Last update: 9 May 2018")
    assert str(found.day) == "2018-05-09"


def test_a_caption_dates_its_picture() -> None:
    line = "Cars queue at the harbour bridge in Port Ellery, May 3, 2018."
    found = publication("Bridge closed", line, STORY, captions=(line,))
    assert (str(found.day), found.origin) == ("2018-05-03", "caption")
    assert "not before" in found.reason


def test_a_credit_makes_its_neighbour_a_caption() -> None:
    found = publication("Bridge closed", "Photo by: R. Lindqvist", "Cars queue at the bridge May 3, 2018.", STORY)
    assert (str(found.day), found.origin) == ("2018-05-03", "caption")


def test_a_picture_from_the_archive_dates_nothing() -> None:
    line = "The harbour bridge on May 3, 2010 (file photo)"
    assert publication("Bridge closed", line, STORY, captions=(line,)).day is None


def test_a_date_line_without_a_year_takes_that_of_a_caption() -> None:
    caption = "Cars queue at the bridge on March 2, 2018."
    line = "PORT ELLERY, March 3 (Agency) - The harbour bridge was closed."
    found = publication("Bridge closed", line, caption, captions=(caption,))
    assert (str(found.day), found.origin) == ("2018-03-03", "dateline")


def test_a_text_that_names_its_own_day() -> None:
    found = publication("Bridge closed", "The council decides today, 5 July 2016, whether to repair the bridge.")
    assert (str(found.day), found.origin) == ("2016-07-05", "body")
