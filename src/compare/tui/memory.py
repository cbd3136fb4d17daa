"""What the screen remembers from one run to the next. By default nothing: the command line gives it its memory."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from compare.model import Comparison, CoverageSet
from compare.places import Place
from compare.review import Store
from compare.tui.state import Filter, State, Topic, View

if TYPE_CHECKING:
    from compare.cached import Analyses


@dataclass(frozen=True, slots=True)
class Memory:
    """How things are remembered.

    Attributes:
        recent: the sources of the sets opened before, newest first.
        opened: told the sources of a set once it is open.
        place_in: where the reader left a set, if that is known.
        keep_place: told where the reader leaves a set.
        chosen: what was chosen for the last report, by names.
        keep_chosen: told what was chosen for a report.
        review: the reader's marks; without it there are none, and new ones last as long as the screen.
        analyses: the comparisons of runs before; without it every set is analysed anew.
    """

    recent: Callable[[], Sequence[Sequence[str]]] = tuple
    opened: Callable[[Sequence[str]], None] = lambda _: None
    place_in: Callable[[CoverageSet], Place | None] = lambda _: None
    keep_place: Callable[[CoverageSet, Place], None] = lambda *_: None
    chosen: Callable[[], Mapping[str, str]] = dict
    keep_chosen: Callable[[Mapping[str, str]], None] = lambda _: None
    review: Store | None = None
    analyses: Analyses | None = None


def place_of(state: State) -> Place:
    """Return what of a state is worth coming back to."""
    return Place(
        cursor=state.cursor,
        claim=state.claim,
        view=state.view,
        base=state.base,
        articles=state.articles,
        hidden=tuple(sorted(state.hidden)),
        filter=state.filter,
        commentary=state.commentary,
        folded=state.folded,
    )


def returned(state: State, comparison: Comparison, place: Place) -> State:
    """Put the reader back to a place, as far as what it names is still there."""
    index = comparison.index
    if place.cursor not in index.article_of or set(place.articles) != set(state.articles):
        return state
    claims = {claim.id for claim in index.claims_of.get(place.cursor, ())}
    focus = index.article_of[place.cursor].id
    base = place.base if place.base in index.articles else state.base
    return replace(
        state,
        cursor=place.cursor,
        focus=focus,
        claim=place.claim if place.claim in claims else next(iter(sorted(claims)), ""),
        view=View(place.view) if place.view in set(View) else state.view,
        base=base,
        articles=place.articles,
        recent=tuple(dict.fromkeys((focus, base, *place.articles))),
        hidden=frozenset(place.hidden) - {focus},
        filter=Filter(place.filter) if place.filter in set(Filter) else state.filter,
        commentary=place.commentary,
        folded=place.folded,
        topic=Topic.RETURN,
        moved=True,
    )
