"""Bindings and palette, made from the registry of actions."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual.binding import Binding
from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from compare.model import one_line
from compare.tui import phrases
from compare.tui.actions import ACTIONS, FOOTER, Action
from compare.tui.screens.recent import described
from compare.tui.state import Focus, GoTo, GoToFinding, Step

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textual.fuzzy import Matcher

    from compare.tui.screens.main import MainScreen


FIRST = frozenset({"mark", "search", "jump"})
"""Actions that are done before the next key is looked at: typed fast, that one is meant for what they open."""


def bindings(actions: Sequence[Action] = ACTIONS) -> list[Binding]:
    """Return a binding for each key of each action, those of the footer first and in its order."""
    by_id = {action.id: action for action in actions}
    first = [by_id[action] for action in FOOTER]
    rest = [action for action in actions if action.id not in FOOTER]
    return [binding for action in (*first, *rest) for binding in _bindings_of(action)]


def _bindings_of(action: Action) -> list[Binding]:
    if action.id == "pane":
        return [Binding(key, f"pane({key})", action.title, show=False, tooltip=action.help) for key in action.keys]
    return [
        Binding(
            key,
            f"act('{action.id}')",
            action.brief or action.title,
            show=action.id in FOOTER and n == 0,
            key_display=action.shown.split()[0] if action.id in FOOTER and action.shown else None,
            tooltip=action.help,
            id=action.id if n == 0 else None,
            priority=(action.id == "quit" and key == "ctrl+q") or action.id in FIRST,
        )
        for n, key in enumerate(action.keys)
    ]


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
            yield DiscoveryHit(_titled(action), run, help=action.help)

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
            yield f"Finding {n + 1}: {one_line(finding.why)}", GoToFinding(n)
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


def _titled(action: Action) -> Content:
    return Content.assemble(action.title, (f"  {action.shown}", "dim"))


def _marked(matcher: Matcher, name: str) -> Content:
    """Set off the letters that match. ``Matcher.highlight`` does so too, but takes brackets in a text for markup."""
    content = Content(name)
    for offset in matcher.fuzzy_search.match(matcher.query, name)[1]:
        content = content.stylize(matcher.match_style, offset, offset + 1)
    return content
