"""What the reader corrects from the screen: what belongs together, what is reporting, what is known of an article."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from compare.model import Completed, Redated, Renamed, Sifted, one_line, plural
from compare.review import selector_of
from compare.tui import phrases
from compare.tui.layout import shortened
from compare.tui.marking import LETTERS, Pending, joined, opposites, quotes, split
from compare.tui.screens.ask import Asked, AskScreen
from compare.tui.screens.splitting import SplitScreen
from compare.tui.signs import said_in
from compare.tui.state import looked_at

if TYPE_CHECKING:
    from collections.abc import Callable

    from compare.model import Article, ArticleSelector, Body
    from compare.tui.marking import Gesture
    from compare.tui.screens.keeping import Keeping

WORDS = 22
"""Cells of the first place's words that the status line has while the second one is waited for: it all fits 80."""


class Correcting:
    """The corrections among the choices."""

    def __init__(self, keeping: Keeping) -> None:
        self._keeping = keeping
        self._screen = keeping.screen
        self._pending: Pending | None = None

    @property
    def pending(self) -> Pending | None:
        """The correction of which the second place is waited for; none if the text was read again and is another."""
        pending, sentences = self._pending, self._screen.comparison.index.sentences
        return pending if pending and sentences.keys() >= {pending.sentence, *pending.more} else None

    def waiting(self) -> str:
        """Return what the status line says while the second place of a correction is waited for; empty if none is."""
        pending = self.pending
        if pending is None:
            return ""
        gesture, words = pending.gesture, self._screen.comparison.index.words(pending.sentence)
        more = " and more" if pending.more else ""
        quoted = f"“{shortened(one_line(words), WORDS - len(more))}”{more}"
        return f"{gesture} {quoted} with …: go there, then Space {LETTERS[gesture]} · Esc drops it"

    def forget(self) -> bool:
        """Drop a correction that waits for its second place; tell whether there was one."""
        was, self._pending = self.pending, None
        return was is not None

    def two_placed(self, gesture: Gesture) -> None:
        """Say that two sentences state one claim or do not, or that two claims are one: here, or once the other place
        is chosen."""
        state, comparison = self._screen.state, self._screen.comparison
        first, self._pending = self.pending, None
        first = first or self._only_other(gesture)
        if first is None:
            self._pending = Pending(gesture, state.cursor, state.claim)
            self._screen.say("")
        elif first.sentence == state.cursor or (first.gesture == "merge" and first.claim == state.claim):
            self._pending = first
            self._screen.say("that is the place chosen first; go to another one")
        elif (
            first.gesture == "link" and state.claim and first.sentence in comparison.index.claims[state.claim].sentences
        ):
            self._screen.say("both stand in one claim already")
        else:
            body = joined(self._keeping.articles, comparison, first, state.cursor, state.claim)
            self._keeping.put(body, said_in(body))

    def also(self) -> None:
        """Say that the cursor's claim is one with that which was chosen first, and that another one is to come."""
        state, first = self._screen.state, self.pending
        if first is None:
            return
        sentences = self._screen.comparison.index.claims[state.claim].sentences
        if first.claim == state.claim or set(sentences) <= set(first.more):
            self._screen.say("that claim is chosen already; go to another one")
            return
        self._pending = replace(first, more=(*first.more, *sentences))
        self._screen.say("")

    def split(self) -> None:
        """Say which sentences are no part of the claim; of two sentences one is as good as the other."""
        state, comparison, articles = self._screen.state, self._screen.comparison, self._keeping.articles
        claim = comparison.index.claims[state.claim]

        def chosen(sentences: tuple[str, ...] | None) -> None:
            if sentences:
                body = split(articles, comparison, sentences, claim)
                self._keeping.put(body, f"{plural(len(sentences), 'sentence')} {said_in(body)}")

        if len(claim.sentences) == 2:
            chosen((state.cursor,))
        else:
            self._screen.app.push_screen(SplitScreen(comparison, claim, state.cursor), chosen)

    def sift(self) -> None:
        """Say that the cursor's sentence is no reporting, or is after all."""
        comparison, sentence = self._screen.comparison, self._screen.state.cursor
        compared = comparison.index.sentences[sentence].comparable
        where = quotes(self._keeping.articles, comparison, [sentence])
        self._put(Sifted(where, "exclude" if compared else "include"))

    def whole(self) -> None:
        """Say that the article is cut, or is whole."""
        article = self._article()
        body = Completed(self._selector(), not article.complete)
        self._put(body, f"{phrases.label(article)}: ")

    def outlet(self) -> None:
        """Ask who published the article."""
        article = self._article()
        self._ask(
            f"Outlet of {phrases.label(article)}",
            Asked("who published it", article.outlet or ""),
            "Articles of one outlet are one voice.",
            lambda answer: "" if answer[0] else "Name an outlet.",
            Renamed,
        )

    def date(self) -> None:
        """Ask when the article was published."""
        article = self._article()
        self._ask(
            f"Date of {phrases.label(article)}",
            Asked("2026-03-01, or 2026-03-01T09:30+01:00", article.published or ""),
            "When it was published.",
            _not_a_date,
            Redated,
        )

    def _only_other(self, gesture: Gesture) -> Pending | None:
        """Of a claim of two sentences it is clear which link is cut."""
        state, claims = self._screen.state, self._screen.comparison.index.claims
        others = [s for s in claims[state.claim].sentences if s != state.cursor] if state.claim in claims else []
        return Pending("unlink", others[0], state.claim) if gesture == "unlink" and len(others) == 1 else None

    def _put(self, body: Body, about: str = "") -> None:
        """Keep a correction; if it says the opposite of another one, take that away. ``about`` stands before what is
        said of it."""
        if opposite := opposites(self._keeping.reviewing.laid.placed, body):
            self._keeping.drop(opposite, f"{about}{said_in(body, by_hand=False)}, as it was")
        else:
            self._keeping.put(body, f"{about}{said_in(body)}")

    def _ask(
        self,
        title: str,
        asked: Asked,
        hint: str,
        refusal: Callable[[tuple[str, ...]], str],
        correction: Callable[[ArticleSelector, str], Body],
    ) -> None:
        """Ask for something of the article; an answer that is not there already is kept as the correction it makes."""
        selector = self._selector()

        def answered(answer: tuple[str, ...] | None) -> None:
            if answer and answer[0] != asked.value:
                body = correction(selector, answer[0])
                self._keeping.put(body, said_in(body))

        self._screen.app.push_screen(AskScreen(title, [asked], hint, refusal), answered)

    def _article(self) -> Article:
        return self._screen.comparison.index.articles[looked_at(self._screen.state)]

    def _selector(self) -> ArticleSelector:
        """Return how to know the article again, as it was loaded."""
        return selector_of(self._keeping.reviewing.article(self._article().id))


def _not_a_date(answer: tuple[str, ...]) -> str:
    try:
        datetime.fromisoformat(answer[0])
    except ValueError:
        return f"“{one_line(answer[0])}” is no date such as 2026-03-01 or 2026-03-01T09:30+01:00."
    return ""
