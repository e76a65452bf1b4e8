"""What a reader does with brief.html in a browser: searches, filters, goes on by keys, follows links and comes back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Page


def shown(page: Page) -> list[str]:
    """The relations of the findings that can be seen."""
    return page.eval_on_selector_all("[data-entry]:not([hidden])", "all => all.map(one => one.dataset.relation)")  # type: ignore[no-any-return]


def test_search_narrows_and_escape_shows_all_again(page: Page) -> None:
    everything = shown(page)
    page.keyboard.press("/")
    page.keyboard.type("gate dam")
    assert shown(page) == ["dispute"]
    assert page.text_content("#count") == f"1 of {len(everything)} findings"
    lit = page.evaluate(
        "[...CSS.highlights.get('found')].map(one => one.startContainer.data.slice(one.startOffset, one.endOffset))"
    )
    assert {word.lower() for word in lit} == {"gate", "dam"}
    page.keyboard.press("Escape")
    assert page.evaluate("CSS.highlights.get('found').size") == 0
    assert shown(page) == everything
    assert page.input_value("#q") == ""


def test_enter_goes_to_the_first_that_matches(page: Page) -> None:
    page.keyboard.press("/")
    page.keyboard.type("gate dam")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.dataset.relation") == "dispute"


def test_nothing_that_matches_is_said_with_a_way_back(page: Page) -> None:
    everything = shown(page)
    assert not page.locator("#nothing").is_visible()
    page.fill("#q", "nothing of the kind")
    assert page.text_content("#count") == f"0 of {len(everything)} findings"
    page.click("#nothing button")
    assert shown(page) == everything
    assert page.evaluate("document.activeElement.id") == "q"
    assert not page.locator("#nothing").is_visible()


def test_filters_say_what_is_pressed(page: Page) -> None:
    everything = shown(page)
    page.click("[data-show=conflict]")
    assert set(shown(page)) == {"conflict"}
    pressed = page.eval_on_selector_all("[aria-pressed=true]", "all => all.map(one => one.dataset.show)")
    assert pressed == ["conflict"]
    # The list on the front leads to these alone.
    assert page.locator(".toc li:visible .tag").all_text_contents() == ["Conflict"]
    page.fill("#q", "14")
    page.click("[data-show=all]")
    assert page.input_value("#q") == ""
    assert page.locator(".toc li:visible").count() == page.locator(".toc li").count()
    assert shown(page) == everything


def test_j_and_k_go_from_finding_to_finding(page: Page) -> None:
    order = page.eval_on_selector_all("[data-entry]", "all => all.map(one => one.id)")
    for key, place in (("j", 0), ("j", 1), ("k", 0), ("k", 0)):
        page.keyboard.press(key)
        assert page.evaluate("document.activeElement.id") == order[place]
        assert page.evaluate("location.hash") == f"#{order[place]}"


def test_j_goes_on_from_where_the_reader_has_scrolled_to(page: Page) -> None:
    order = page.eval_on_selector_all("[data-entry]", "all => all.map(one => one.id)")
    page.evaluate("id => document.getElementById(id).scrollIntoView(true)", order[1])
    page.mouse.wheel(0, 40)
    page.wait_for_function("id => document.getElementById(id).getBoundingClientRect().top < 60", arg=order[1])
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.id") == order[2]


@pytest.mark.parametrize("page", [(1280, "light"), (800, "light"), (700, "dark")], indirect=True)
def test_the_bar_covers_nothing_that_is_led_to(page: Page) -> None:
    for _ in range(2):
        page.keyboard.press("j")
        top = page.evaluate("document.activeElement.getBoundingClientRect().top")
        assert top >= page.evaluate("document.getElementById('bar').getBoundingClientRect().bottom")


def test_keys_are_listed_and_can_be_turned_off(page: Page) -> None:
    """WCAG 2.1.4: who speaks to the machine, or hits keys by chance, can do without those of one sign."""
    page.click("[data-show=conflict]")
    page.keyboard.press("?")
    assert page.locator("#keys").is_visible()
    page.keyboard.press("Escape")
    page.wait_for_function("!document.getElementById('keys').open")
    assert set(shown(page)) == {"conflict"}
    page.click("#help")
    page.uncheck("#single")
    page.click("#done")
    for key in ("j", "/", "?"):
        page.keyboard.press(key)
    assert page.evaluate("[location.hash, document.activeElement.id, document.getElementById('keys').open]") == [
        "",
        "help",
        False,
    ]


def test_back_from_an_article_leads_to_where_the_reader_left(page: Page) -> None:
    page.click(".toc .tx a")
    page.mouse.wheel(0, 300)
    link = page.locator("article a[href='#s1-4']").last
    link.scroll_into_view_if_needed()
    before = page.evaluate("scrollY")
    link.evaluate("link => link.click()")
    page.wait_for_function("document.querySelector('details').open && scrollY > 3000")
    assert page.locator("#s1-4").is_visible()
    page.go_back()
    page.wait_for_function("y => Math.abs(scrollY - y) < 2", arg=before)


def test_a_marked_passage_names_its_finding(page: Page) -> None:
    page.evaluate("document.querySelector('details').open = true")
    assert page.locator("#s1-4 .in").last.inner_text().split()[-2:] == ["finding", "1"]


def test_a_link_to_a_finding_is_copied(page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.bring_to_front()  # only a page in sight may write to the clipboard
    anchors = page.eval_on_selector_all("[data-entry]", "all => all.map(one => `#${one.id}`)")
    assert page.eval_on_selector_all(".perma", "all => all.map(one => one.hash)") == anchors
    page.locator(".perma").nth(1).click()
    page.wait_for_function("document.getElementById('count').textContent === 'Link copied'")
    assert page.evaluate("navigator.clipboard.readText()") == page.url.partition("#")[0] + anchors[1]


def test_paper_gets_all_whatever_is_filtered(page: Page) -> None:
    everything = shown(page)
    page.fill("#q", "nothing of the kind")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert shown(page) == everything
    assert page.locator(".toc li[hidden]").count() == 0
    assert page.locator("#nothing[hidden]").count() == 1
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert shown(page) == []


def test_the_theme_is_turned_over(page: Page) -> None:
    def ground() -> str:
        return str(page.evaluate("getComputedStyle(document.body).backgroundColor"))

    light = ground()
    assert page.text_content("#theme") == "Dark theme"
    page.click("#theme")
    dark = ground()
    assert dark != light
    assert page.text_content("#theme") == "Light theme"
    page.click("#theme")
    assert ground() == light


def test_a_link_finds_what_is_filtered_away(page: Page) -> None:
    target = page.eval_on_selector("[data-relation=dispute][data-entry]", "one => one.id")
    page.click("[data-show=conflict]")
    page.evaluate("hash => { location.hash = hash }", target)
    page.wait_for_function("id => !document.getElementById(id).hidden", arg=target)
