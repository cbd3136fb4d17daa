"""Choosing which sentences are no part of a claim."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from compare.model import one_line, plural
from compare.tui.phrases import label
from compare.tui.screens.dialog import ListDialog
from compare.tui.widgets.ticks import Ticks, ticked

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from compare.model import Claim, Comparison


class SplitScreen(ListDialog["tuple[str, ...]"]):
    """Lists the sentences of a claim; returns those to be parted from the others, some and not all of them.

    Args:
        comparison: where the claim is from.
        claim: it.
        begun: the sentence that is chosen to begin with.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "pick", "Choose", show=False),
        Binding("enter,p", "split", "Split", show=False),
    ]

    AUTO_FOCUS = "Ticks"

    def __init__(self, comparison: Comparison, claim: Claim, begun: str) -> None:
        super().__init__()
        self._comparison = comparison
        self._claim = claim
        self._sentences = in_reading_order(comparison, claim)
        self._chosen = {begun} & set(self._sentences)
        self._at = self._sentences.index(begun) if self._chosen else 0

    def compose(self) -> ComposeResult:
        """The claim, its sentences, and how many are chosen."""
        with Vertical(classes="dialog") as box:
            box.border_title = "Split: which are no part of the claim?"
            box.border_subtitle = "Space chooses · Enter splits them off · Esc leaves"
            yield Static(Content.styled(one_line(self._claim.text), "italic"), classes="about")
            yield Ticks(*(Option(self._line(sentence), id=sentence) for sentence in self._sentences), compact=True)
            yield Static(self._counted(), classes="said")

    def on_mount(self) -> None:
        """Begin at the sentence that is chosen."""
        self.query_one(Ticks).highlighted = self._at

    def action_pick(self) -> None:
        """Choose the sentence under the cursor, or leave it in the claim after all."""
        ticks = self.query_one(Ticks)
        if (at := ticks.highlighted) is not None:
            sentence = self._sentences[at]
            self._chosen ^= {sentence}
            ticks.replace_option_prompt_at_index(at, self._line(sentence))
            self.say(self._counted())

    def action_split(self) -> None:
        """Leave with what is chosen, or say why that would part nothing."""
        if not self._chosen:
            self.say("Choose one with Space; Esc leaves the claim as it is.")
        elif len(self._chosen) == len(self._sentences):
            self.say("One at least has to stay, or nothing is parted.")
        else:
            self.dismiss(tuple(s for s in self._sentences if s in self._chosen))

    @on(OptionList.OptionSelected)
    def _selected(self) -> None:
        # a click; the keys come by the bindings of this screen
        self.action_pick()

    def _line(self, sentence: str) -> Content:
        index = self._comparison.index
        article = index.article_of[sentence]
        where = f"{label(article)}:{article.line_of(index.sentences[sentence].start)}"
        return ticked(sentence in self._chosen, (where, "bold"), f"  {one_line(index.words(sentence))}")

    def _counted(self) -> str:
        return f"{len(self._chosen)} of {plural(len(self._sentences), 'sentence')} chosen"


def in_reading_order(comparison: Comparison, claim: Claim) -> tuple[str, ...]:
    """Return the sentences of a claim as they are read: article by article as displayed, each from its beginning."""
    index = comparison.index
    order = {article.id: n for n, article in enumerate(comparison.coverage.displayed())}
    return tuple(sorted(claim.sentences, key=lambda s: (order[index.article_of[s].id], index.sentences[s].start)))
