"""Going from set to set, article to article and page to page, and reading on in the card."""

from __future__ import annotations

from typing import TYPE_CHECKING

from compare.tui.widgets.card import Card

if TYPE_CHECKING:
    from compare.tui.screens.main import MainScreen


class Going:
    """Where a key leads that is no plain step; a method ``do_<id>`` is an action of the registry."""

    def __init__(self, screen: MainScreen) -> None:
        self._screen = screen

    def do_page_down(self) -> None:
        """Move the cursor one page down."""
        self._by_page(1)

    def do_page_up(self) -> None:
        """Move the cursor one page up."""
        self._by_page(-1)

    def do_pane_right(self) -> None:
        """Go to the next article."""
        self._by_pane(1)

    def do_pane_left(self) -> None:
        """Go to the article before."""
        self._by_pane(-1)

    def do_card_down(self) -> None:
        """Scroll the card down."""
        self._screen.query_one(Card).scroll_down(animate=False)

    def do_card_up(self) -> None:
        """Scroll the card up."""
        self._screen.query_one(Card).scroll_up(animate=False)

    def _by_pane(self, by: int) -> None:
        if articles := self._screen.view.order(self._screen.state):
            self._screen.to(articles[(articles.index(self._screen.state.focus) + by) % len(articles)])

    def _by_page(self, by: int) -> None:
        if (there := self._screen.view.page(by)) is not None:
            self._screen.take(there)

    def do_recent(self) -> None:
        """Choose among the sets opened before."""
        self._screen.post_message(self._screen.ChooseSet())

    def do_read_again(self) -> None:
        """Read the sources anew."""
        self._screen.post_message(self._screen.ReadAgain())
