"""Times that sentences name, as intervals of days."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.reading.parse import Paragraph, parse
from factcheck.reading.periods.periods import Mention, dates, read

# A Wednesday.
PUBLISHED = date(2019, 5, 15)


def mentions(text: str, published: date | None = PUBLISHED) -> list[Mention]:
    (block,) = parse(text, [Paragraph(0, len(text))])
    return read(block, published)


def periods(text: str, published: date | None = PUBLISHED) -> list[tuple[str, str, str, str]]:
    found = [mention.period for mention in mentions(text, published)]
    return [(each.text, str(each.first or ""), str(each.last or ""), each.grain) for each in found]


ONE = [
    # Full dates
    ("The dam broke on 2018-07-05.", "2018-07-05", "2018-07-05", "2018-07-05", "day"),
    ("The dam broke on 24.08.2013.", "24.08.2013", "2013-08-24", "2013-08-24", "day"),
    ("The dam broke on July 5, 2016, officials said.", "July 5, 2016", "2016-07-05", "2016-07-05", "day"),
    ("The dam broke on 5 July 2016.", "5 July 2016", "2016-07-05", "2016-07-05", "day"),
    ("The dam broke on the 5th of July 2016.", "the 5th of July 2016", "2016-07-05", "2016-07-05", "day"),
    ("Fire on the night of Tuesday 3 May 2016.", "the night of Tuesday 3 May 2016", "2016-05-03", "2016-05-03", "day"),
    # No year
    ("The dam broke on March 5.", "March 5", "2019-03-05", "2019-03-05", "day"),
    ("The dam broke on Nov. 9.", "Nov. 9", "2018-11-09", "2018-11-09", "day"),
    ("The council will vote on June 3.", "June 3", "2019-06-03", "2019-06-03", "day"),
    ("The vote, scheduled for June 3, was called by the mayor.", "June 3", "2019-06-03", "2019-06-03", "day"),
    ("The candidate in the primary on June 3 is unknown.", "June 3", "", "", "day"),
    ("The dam broke on September 30 last year.", "September 30 last year", "2018-09-30", "2018-09-30", "day"),
    ("The dam broke on 05/25/2016.", "05/25/2016", "2016-05-25", "2016-05-25", "day"),
    ("The dam broke on the third of March.", "the third of March", "2019-03-03", "2019-03-03", "day"),
    ("The dam broke on New Year's Eve.", "New Year's Eve", "2018-12-31", "2018-12-31", "day"),
    ("The dam broke on Christmas Eve 2016.", "Christmas Eve 2016", "2016-12-24", "2016-12-24", "day"),
    ("A parade will be held on Boxing Day.", "Boxing Day", "2019-12-26", "2019-12-26", "day"),
    # Weekdays and days told from today
    ("The dam broke on Wednesday.", "Wednesday", "2019-05-15", "2019-05-15", "day"),
    ("The dam broke late on Thursday night.", "late on Thursday night", "2019-05-09", "2019-05-09", "day"),
    ("The team will play on Thursday.", "Thursday", "2019-05-16", "2019-05-16", "day"),
    ("The trial begins Monday.", "Monday", "2019-05-20", "2019-05-20", "day"),
    ("The clinic reopens next Monday.", "next Monday", "2019-05-20", "2019-05-20", "day"),
    ("The clinic closed last Tuesday.", "last Tuesday", "2019-05-14", "2019-05-14", "day"),
    ("The clinic closed on Tuesday last week.", "Tuesday last week", "2019-05-07", "2019-05-07", "day"),
    ("She would resign on Friday.", "Friday", "", "", "day"),
    ("Voters go to the polls on Sunday.", "Sunday", "", "", "day"),
    ("The choir sings next Friday.", "next Friday", "", "", "day"),
    ("The clinic closed today.", "today", "2019-05-15", "2019-05-15", "day"),
    ("The clinic closed yesterday.", "yesterday", "2019-05-14", "2019-05-14", "day"),
    ("The clinic closes tonight.", "tonight", "2019-05-15", "2019-05-15", "day"),
    ("Two barns burned overnight.", "overnight", "2019-05-14", "2019-05-15", "span"),
    ("Hail fell on Monday night into Tuesday.", "Monday night into Tuesday", "2019-05-13", "2019-05-14", "span"),
    ("Hail fell overnight into Tuesday.", "overnight into Tuesday", "2019-05-13", "2019-05-14", "span"),
    ("The fair opened over the weekend.", "the weekend", "2019-05-11", "2019-05-12", "span"),
    # Weeks, months, seasons, years
    ("The clinic closed earlier this week.", "earlier this week", "2019-05-13", "2019-05-15", "week"),
    ("Sales fell last week.", "last week", "2019-05-06", "2019-05-12", "week"),
    ("Sales fell last month.", "last month", "2019-04-01", "2019-04-30", "month"),
    ("Sales fell late last month.", "late last month", "2019-04-16", "2019-04-30", "month"),
    ("Sales fell in July.", "July", "2018-07-01", "2018-07-31", "month"),
    ("Sales fell in July 2016.", "July 2016", "2016-07-01", "2016-07-31", "month"),
    ("Sales fell in mid-July 2016.", "mid-July 2016", "2016-07-08", "2016-07-24", "month"),
    ("Sales fell last summer.", "last summer", "2018-06-01", "2018-08-31", "season"),
    ("Sales fell in the winter of 2015.", "the winter of 2015", "2015-12-01", "2016-02-29", "season"),
    ("Sales fell this year.", "this year", "2019-01-01", "2019-12-31", "year"),
    ("Sales fell in early 2016.", "early 2016", "2016-01-01", "2016-06-30", "year"),
    ("Sales fell in 2014.", "2014", "2014-01-01", "2014-12-31", "year"),
    ("Sales fell two years ago.", "two years ago", "2017-01-01", "2017-12-31", "year"),
    ("Sales fell less than a month ago.", "less than a month ago", "2019-04-15", "2019-05-15", "month"),
    ("Sales fell in the 1990s.", "the 1990s", "1990-01-01", "1999-12-31", "span"),
    ("Sales fell in the third quarter of 2015.", "the third quarter of 2015", "2015-07-01", "2015-09-30", "span"),
    ("Sales fell in the first six months of 2016.", "the first six months of 2016", "2016-01-01", "2016-06-30", "span"),
    ("Sales fell in fiscal year 2015.", "fiscal year 2015", "", "", "year"),
    # Open ends
    ("The club has lost since 2014.", "since 2014", "2014-01-01", "", "year"),
    ("The club has lost since Sunday.", "since Sunday", "2019-05-12", "", "day"),
    ("The club has lost since the beginning of the year.", "since the beginning of the year", "2019-01-01", "", "year"),
    ("The club won until June 2016.", "until June 2016", "", "2016-06-30", "month"),
    ("The club won before March 2011.", "before March 2011", "", "2011-02-28", "month"),
    ("The club won after March 2011.", "after March 2011", "2011-04-01", "", "month"),
    ("The bridge must be repaired by the end of June.", "by the end of June", "", "2019-06-30", "month"),
    ("The tunnel is closed until August.", "until August", "", "2019-08-31", "month"),
    ("The deal gives farmers until June 8.", "until June 8", "", "2019-06-08", "day"),
    # Stretches
    ("It rained from March 5 to April 10, 2016.", "from March 5 to April 10, 2016", "2016-03-05", "2016-04-10", "span"),
    ("Hail from Nov. 2, 2015 to May 1, 2016.", "from Nov. 2, 2015 to May 1, 2016", "2015-11-02", "2016-05-01", "span"),
    ("Hail between July and September 2015.", "between July and September 2015", "2015-07-01", "2015-09-30", "span"),
    ("It rained from Monday to Wednesday.", "from Monday to Wednesday", "2019-05-13", "2019-05-15", "span"),
    ("It rained on 5-7 July 2016.", "5-7 July 2016", "2016-07-05", "2016-07-07", "span"),
    ("Prices rose in the past five years.", "the past five years", "2014-05-15", "2019-05-15", "span"),
    ("Prices rose over the last two weeks.", "the last two weeks", "2019-05-01", "2019-05-15", "span"),
    ("The fair ran from May 2-June 3, 2018.", "from May 2-June 3, 2018", "2018-05-02", "2018-06-03", "span"),
    ("Sales fell in the three months to March.", "the three months to March", "2019-01-01", "2019-03-31", "span"),
    ("Sales fell in the year to June 30, 2018.", "the year to June 30, 2018", "2017-07-01", "2018-06-30", "span"),
    # What hangs on other sentences
    ("It rained the next day.", "the next day", "", "", "day"),
    ("It rained two years earlier.", "two years earlier", "", "", "span"),
    ("It rained in recent weeks.", "recent weeks", "", "", "span"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "first", "last", "grain"), ONE)
def test_one_period(text: str, words: str, first: str, last: str, grain: str) -> None:
    assert periods(text) == [(words, first, last, grain)]


@pytest.mark.parametrize(
    "text",
    [
        "A 20-year-old swimmer won.",
        "The mill ran for a decade.",
        "He served two years in prison.",
        "The shop took $2015 in cash.",
        "The train left at 2014 GMT.",
        "The train left at 6:30 a.m. and was full.",
        "2014 people attended.",
        "The Sunday Times wrote about it.",
        "They march every Friday.",
        "Crowds came on Black Friday.",
        "The nurse may strike.",
        "The fund pays out every March.",
        "August Hale wrote the play.",
        "The summer school has 40 pupils.",
        "The train left at 1830 and was full.",
        "The post-June 3 law was repealed.",
        "Months went by to the day.",
        "The dam broke on 4/5/2016.",
        "The dam broke on February 30, 2016.",
    ],
)
def test_no_period(text: str) -> None:
    assert periods(text) == []


@pytest.mark.parametrize("words", ["Wednesday", "last month", "this summer", "July 5", "May 30 last year", "July"])
def test_without_a_day_of_publication_relative_times_stay_unresolved(words: str) -> None:
    ((text, first, last, _),) = periods(f"The mayor was elected on {words}.", None)
    assert (text, first, last) == (words, "", "")


def test_without_a_day_of_publication_full_dates_are_resolved() -> None:
    assert periods("The mayor was elected in July 2016.", None) == [("July 2016", "2016-07-01", "2016-07-31", "month")]


@pytest.mark.parametrize("text", ["After Tuesday's vote, crowds cheered.", "The mayor cheered after Tuesday's vote."])
def test_an_event_named_by_its_day_opens_no_interval(text: str) -> None:
    assert periods(text) == [("Tuesday", "2019-05-14", "2019-05-14", "day")]


def test_a_shared_year() -> None:
    found = periods("Floods came in July and August 2015.")
    assert [each[1] for each in found] == ["2015-07-01", "2015-08-01"]


def test_a_noun_between_a_time_and_a_verb_that_looks_ahead_settles_nothing() -> None:
    assert periods("Police will investigate Monday's fire.") == [("Monday", "", "", "day")]


def test_tokens_are_half_open() -> None:
    (mention,) = mentions("The dam broke on July 5, 2016, officials said.")
    assert (mention.first, mention.last) == (4, 8)


def test_full_dates_of_raw_text() -> None:
    text = "Posted 3 May 2018. It opened on May 1, in 2017, and closed on April 2, 2018."
    assert [(text[start:end], str(day)) for start, end, day in dates(text)] == [
        ("3 May 2018", "2018-05-03"),
        ("April 2, 2018", "2018-04-02"),
    ]
