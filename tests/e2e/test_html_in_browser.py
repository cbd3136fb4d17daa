"""The HTML report in a browser: it fits, keeps its own policy, follows the colour scheme, and prints whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from screenshots.chromium import Page, browser

from compare.export import write
from compare.session import analyse, load
from project import FERRY
from systems import chromium

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = chromium


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """The report of the invented collision, open in a browser."""
    report = tmp_path_factory.mktemp("page") / "report.html"
    write(analyse(load([str(FERRY)])), str(report))
    with browser() as page:
        page.open(report.as_uri())
        yield page


def test_the_page_in_a_browser(page: Page) -> None:
    for width in (400, 900, 1400):
        page.look(width)
        assert page.ask("document.documentElement.scrollWidth") == width
        # nor does a pane cut off what is in it
        assert page.ask("[...document.querySelectorAll('article')].every(a => a.scrollWidth <= a.clientWidth)")
        columns = page.ask("getComputedStyle(document.querySelector('.panes')).gridTemplateColumns.split(' ').length")
        assert columns == {400: 1, 900: 2, 1400: 3}[width]


def test_its_style_passes_its_own_policy_and_follows_the_scheme(page: Page) -> None:
    paper = "getComputedStyle(document.body).backgroundColor"
    page.look(900)
    assert page.ask(paper) == "rgb(255, 255, 255)"
    page.look(900, scheme="dark")
    assert page.ask(paper) == "rgb(22, 23, 26)"


def test_the_keyboard_reaches_the_report_first(page: Page) -> None:
    page.look(900)
    page.ask("document.querySelector('.skip').focus()")
    assert page.ask("document.querySelector('.skip').getBoundingClientRect().left >= 0")
    assert page.ask("document.activeElement.hash") == "#report"


def test_print_shows_what_the_screen_folds(page: Page) -> None:
    page.look(700, media="print", scheme="dark")
    assert page.ask("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert page.ask("[...document.querySelectorAll('details > ul, details > ol')].every(e => e.offsetHeight > 0)")
    assert page.ask("document.documentElement.scrollWidth") == 700
    assert page.printed().startswith(b"%PDF-")
