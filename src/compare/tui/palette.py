"""What the palette offers: actions, places in the set, and sets opened before."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from compare.model import one_line
from compare.tui import phrases
from compare.tui.screens.recent import described
from compare.tui.state import Focus, GoTo, GoToFinding, Step

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.fuzzy import Matcher

    from compare.tui.actions import Action
    from compare.tui.screens.main import MainScreen


class _MainProvider(Provider):
    """A provider for the comparison screen, over which the palette is opened."""

    @property
    def main(self) -> MainScreen:
        """The comparison screen."""
        from compare.tui.screens.main import MainScreen

        assert isinstance(self.screen, MainScreen)
        return self.screen


class ActionProvider(_MainProvider):
    """Offers every action of the view in sight that makes sense without its key."""

    async def discover(self) -> Hits:
        """Offer all before anything is typed."""
        for action in self._offered():
            run = partial(self.main.action_act, action.id)
            title = Content.assemble(action.title, (f"  {action.shown}", "dim"))
            yield DiscoveryHit(title, run, help=action.help)

    async def search(self, query: str) -> Hits:
        """Offer what matches."""
        matcher = self.matcher(query)
        for action in self._offered():
            if (score := matcher.match(action.title)) > 0:
                run = partial(self.main.action_act, action.id)
                yield Hit(score, _marked(matcher, action.title), run, help=action.help)

    def _offered(self) -> list[Action]:
        return [action for action in self.main.actions if action.palette and self.main.state.view in action.views]


class PlaceProvider(_MainProvider):
    """Offers articles, findings and claims to go to."""

    async def search(self, query: str) -> Hits:
        """Offer what matches."""
        matcher = self.matcher(query)
        for name, step in self._places():
            if (score := matcher.match(name)) > 0:
                yield Hit(score, _marked(matcher, name), partial(self.main.take, step))

    def _places(self) -> Iterator[tuple[str, Step]]:
        comparison = self.main.comparison
        for article in comparison.coverage.displayed():
            yield f"Article: {phrases.label(article)}", Focus(article.id)
        for n, finding in enumerate(comparison.findings):
            yield f"Finding {n + 1}: {phrases.why_of(comparison, finding)}", GoToFinding(n)
        for claim in comparison.claims:
            status = phrases.status_of(comparison, claim)
            yield f"Claim: {one_line(claim.text)} ({status})", GoTo(claim.sentences[0], claim.id)


class SetProvider(Provider):
    """Offers the sets opened before."""

    async def search(self, query: str) -> Hits:
        """Offer what matches."""
        from compare.tui.app import CompareApp

        assert isinstance(self.app, CompareApp)
        matcher = self.matcher(query)
        for sources in self.app.memory.recent():
            name = f"Set: {described(sources).plain}"
            if (score := matcher.match(name)) > 0:
                yield Hit(score, _marked(matcher, name), partial(self.app.open_set, sources))


PROVIDERS = (ActionProvider, PlaceProvider, SetProvider)
"""All that the palette offers from."""


def _marked(matcher: Matcher, name: str) -> Content:
    """Set off the letters that match. ``Matcher.highlight`` does so too, but takes brackets in a text for markup."""
    content = Content(name)
    for offset in matcher.fuzzy_search.match(matcher.query, name)[1]:
        content = content.stylize(matcher.match_style, offset, offset + 1)
    return content
