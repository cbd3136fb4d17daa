"""Choosing among the entries of a feed, before any of them is made an article."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, OptionList, Static

from compare.loading.offers import MOST
from compare.model import one_line
from compare.tui.screens.dialog import ListDialog
from compare.tui.widgets.ticks import Ticks, ticked

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from textual.app import ComposeResult

    from compare.loading.offers import Offer


class EntriesScreen(ListDialog["frozenset[str]"]):
    """Lists the entries of a feed; returns the ids of those chosen, or ``None`` for no choice.

    Args:
        feed: its name; text from outside.
        offers: its entries, in its order.
        least: how many have to be chosen.
        chosen: what was chosen before, which is there again; ``None`` if nothing was.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "pick", "Choose", show=False),
        Binding("a", "all", "All in sight", show=False),
        Binding("slash", "filter", "Filter", show=False),
        Binding("enter", "open", "Open", show=False),
    ]

    AUTO_FOCUS = "Ticks"

    def __init__(
        self, feed: str, offers: Sequence[Offer], *, least: int = 1, chosen: Collection[str] | None = None
    ) -> None:
        super().__init__()
        self._feed = feed
        self._offers = offers
        self._least = least
        self._again = chosen is not None
        self._chosen = frozenset(chosen or ()) & {offer.id for offer in offers}
        self._shown: Sequence[Offer] = offers
        self._outlets = len({offer.outlet for offer in offers}) > 1
        # kept, since what the list says may arrive when the dialog is being left and holds nothing any more
        self._said = Static(self._counted(), classes="said")
        self._entries = Ticks(*map(self._line, offers), compact=True)
        self._about = Static(classes="about")
        self._filter = Input(placeholder="words of the entries to list", compact=True)
        self._filter.display = False

    def compose(self) -> ComposeResult:
        """What is chosen, the entries, what the one under the cursor is about, and a line to filter them with."""
        with Vertical(classes="dialog") as box:
            box.border_title = Content(f"Entries of {one_line(self._feed)}")
            leave = "leaves it as it is" if self._again else "opens all"
            box.border_subtitle = f"Space chooses · a all · / filters · Enter opens · Esc {leave}"
            yield self._said
            yield self._entries
            yield self._about
            yield self._filter

    # --- what the reader does ---

    def action_pick(self) -> None:
        """Choose the entry under the cursor, or leave it out again."""
        at = self._entries.highlighted
        if at is not None:
            self._choose(self._chosen ^ {self._shown[at].id})

    def action_all(self) -> None:
        """Choose all entries in sight, or where all are, leave them out."""
        shown = {offer.id for offer in self._shown}
        self._choose(self._chosen - shown if shown <= self._chosen else self._chosen | shown)

    def action_filter(self) -> None:
        """Open the line to filter with."""
        line = self._filter
        line.display = True
        line.focus()

    def action_open(self) -> None:
        """Open what is chosen, or say that more is needed."""
        if len(self._chosen) >= self._least:
            self.dismiss(self._chosen)
        else:
            more = "one" if self._least == 1 else "two to compare"
            self.say(f"Choose at least {more} with Space; Esc opens all.")

    def action_close(self) -> None:
        """Leave the line to filter with and all that it left out, or else the dialog."""
        line = self._filter
        if line.display:
            line.value = ""
            line.display = False
            self._entries.focus()
        else:
            super().action_close()

    @on(OptionList.OptionSelected)
    def _selected(self) -> None:
        # a click; the keys come by the bindings of this screen
        self.action_pick()

    @on(OptionList.OptionHighlighted)
    def _highlighted(self) -> None:
        at = self._entries.highlighted  # now: the list may be another than when this was said
        self._about.update(Content(self._shown[at].summary if at is not None else ""))

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        words = event.value.casefold().split()
        self._shown = [offer for offer in self._offers if all(word in _told(offer) for word in words)]
        self._list()

    @on(Input.Submitted)
    def _filtered(self) -> None:
        self._entries.focus()

    # --- drawing ---

    def _choose(self, chosen: frozenset[str]) -> None:
        changed = chosen ^ self._chosen
        self._chosen = chosen
        entries = self._entries
        for at, offer in enumerate(self._shown):
            if offer.id in changed:
                entries.replace_option_prompt_at_index(at, self._line(offer))
        self._count()

    def _list(self) -> None:
        entries = self._entries
        entries.clear_options()
        entries.add_options(map(self._line, self._shown))
        entries.highlighted = 0 if self._shown else None
        self._count()
        self._highlighted()

    def _line(self, offer: Offer) -> Content:
        is_chosen = offer.id in self._chosen
        # no colours of our own: on the row of the cursor they could hardly be read
        day = (f"{offer.date[:10]:10}  ", "")
        title = (offer.title or offer.summary or "without title", "bold" if is_chosen else "")
        return ticked(is_chosen, day, title, f"  {offer.outlet}" if self._outlets else "")

    def _count(self) -> None:
        self.say(self._counted())

    def _counted(self) -> str:
        listed = f", {len(self._shown)} listed" if len(self._shown) < len(self._offers) else ""
        newest = f": the newest {MOST} open" if len(self._chosen) > MOST else ""
        return f"{len(self._chosen)} of {len(self._offers)} entries chosen{newest}{listed}"

    def say(self, message: str) -> None:
        """Say something on the line for that, be the dialog left or not."""
        self._said.update(Content(message))


def _told(offer: Offer) -> str:
    return f"{offer.title} {offer.outlet} {offer.date} {offer.summary}".casefold()
