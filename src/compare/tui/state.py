"""Where the reader is: one frozen state, and the actions that lead from one to the next. Without Textual.

Every screen is drawn from a :class:`State` and a comparison; :mod:`~compare.tui.steps` has the function that goes from
one state to the next.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from compare.model import Comparison, CoverageSet

if TYPE_CHECKING:
    from compare.model import Passage


def uncompared(coverage: CoverageSet) -> Comparison:
    """Return what is known of a set before it is compared."""
    return Comparison(coverage, {}, (), (), (), ())


EMPTY = uncompared(CoverageSet((), ()))
"""What is compared before anything is read."""

Turned = TypeVar("Turned", bound=StrEnum)


class View(StrEnum):
    """The ways to look at a comparison, in the order in which a key goes through them."""

    PANES = "panes"
    ALIGNED = "aligned"
    CLAIMS = "claims"
    WORDING = "wording"
    OVERVIEW = "overview"


class Filter(StrEnum):
    """What is set off in the panes; everything else is dimmed."""

    ALL = "all marks"
    FINDINGS = "findings"
    UNIQUE = "only here"
    OMISSIONS = "left out somewhere"
    CONFLICTS = "conflicts"
    SHARED = "shared"
    COMMON = "shared by all"
    NOTHING = "nothing"


class Sort(StrEnum):
    """The orders of the matrix of claims, in the order in which a key goes through them."""

    CHECKABLE = "checkable first"
    COVERAGE = "most stated first"
    BASE = "order in base"
    CONFIDENCE = "surest first"


class Against(StrEnum):
    """What each wording of a claim is held against."""

    BASE = "the base"
    ABOVE = "the one above"
    CHOSEN = "the one the cursor is on"


class Topic(StrEnum):
    """What the status line speaks of: the last thing the reader asked for."""

    PLACE = "place"
    FINDING = "finding"
    SEARCH = "search"
    FILTER = "filter"
    VIEW = "view"
    ARTICLES = "articles"
    RETURN = "return"


class Move(StrEnum):
    """The steps that need nothing but themselves; their values are ids in the registry of actions."""

    NEXT_FINDING = "next_finding"
    PREVIOUS_FINDING = "previous_finding"
    NEXT_SENTENCE = "next_sentence"
    PREVIOUS_SENTENCE = "previous_sentence"
    TOP = "top"
    BOTTOM = "bottom"
    NEXT_COUNTERPART = "next_counterpart"
    NEXT_CLAIM = "next_claim"
    NEXT_WORDED = "next_worded"
    PREVIOUS_WORDED = "previous_worded"
    AGAINST = "against"
    SIDE_BY_SIDE = "side_by_side"
    READ = "read"
    BASE = "base"
    MAXIMISE = "maximise"
    NEXT_FILTER = "next_filter"
    PREVIOUS_FILTER = "previous_filter"
    COMMENTARY = "commentary"
    FOLD = "fold"
    OPEN_FOLD = "open_fold"
    HIDE = "hide"
    SHOW_ALL = "show_all"
    MOVE_LEFT = "move_left"
    MOVE_RIGHT = "move_right"
    NEXT_HIT = "next_hit"
    PREVIOUS_HIT = "previous_hit"
    END_SEARCH = "end_search"
    NEXT_VIEW = "next_view"
    PREVIOUS_VIEW = "previous_view"
    NEXT_SORT = "next_sort"
    PREVIOUS_SORT = "previous_sort"
    TRANSPOSE = "transpose"


@dataclass(frozen=True, slots=True)
class GoTo:
    """Put the cursor on a sentence, or on a paragraph without sentences; look at one of its claims."""

    piece: str
    claim: str = ""


@dataclass(frozen=True, slots=True)
class GoToFinding:
    """Go to a finding by its place in the list."""

    at: int


@dataclass(frozen=True, slots=True)
class Focus:
    """Move to another article: to the counterpart there, else to ``level``, the sentence level with the cursor."""

    article: str
    level: str = ""


@dataclass(frozen=True, slots=True)
class Search:
    """Look for words in all articles, and go to the first hit from where the search began: ``anew`` that is here."""

    query: str
    anew: bool = False


@dataclass(frozen=True, slots=True)
class CancelSearch:
    """End the search and go back to where it began."""


@dataclass(frozen=True, slots=True)
class Unfold:
    """Open the fold that a sentence lies in."""

    sentence: str


@dataclass(frozen=True, slots=True)
class Widths:
    """Give panes so many cells, by article; without any, all get the same."""

    cells: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Room:
    """So many panes fit beside each other."""

    panes: int


@dataclass(frozen=True, slots=True)
class Look:
    """Look at the comparison in another way; the cursor stays on its claim."""

    view: View


LOOKS = {f"look_{view}": Look(view) for view in View}
"""The steps to each view, by their ids in the registry of actions."""


@dataclass(frozen=True, slots=True)
class GoToCell:
    """Look at a claim and an article in the matrix: at the sentence there that states the claim, if any does."""

    claim: str
    article: str


@dataclass(frozen=True, slots=True)
class Across:
    """Move by so many columns of the matrix of claims."""

    by: int


Step: TypeAlias = (
    Move | GoTo | GoToFinding | Focus | Search | CancelSearch | Room | Look | Unfold | Widths | GoToCell | Across
)


@dataclass(frozen=True, slots=True)
class Hits:
    """A search under way. ``at`` is the hit the reader is at, -1 without any; ``origin`` where the search began."""

    query: str
    passages: tuple[Passage, ...]
    at: int
    origin: str


@dataclass(frozen=True, slots=True)
class State:
    """Where the reader is.

    Attributes:
        view: how the reader looks at the comparison.
        articles: ids in the order of display.
        recent: the same ids, those to be shown first; :func:`shown` takes as many as there is room for.
        room: how many panes fit.
        alone: the focused pane has all the room.
        cursor: id of the sentence (or paragraph without sentences) the cursor is on; empty while nothing is loaded.
        focus: id of the article the cursor is in.
        base: id of the article that the others are held against.
        claim: id of the claim looked at, one of those the cursor's sentence stands in; empty if it stands in none.
        column: id of the article looked at in the matrix of claims, where that is not the one the cursor is in.
        sort: the order of the claims there.
        transposed: the articles are its rows there.
        opened: the commentary there is not folded away.
        filter: what is set off.
        commentary: claims that nobody could check are set off as well.
        folded: what is not set off is folded away, but for ``unfolded``, the sentences whose folds were opened again.
        hidden: ids of articles that are not shown.
        widths: the cells of panes, by article, where the reader has moved a divider.
        against: what the wordings of a claim are held against.
        side_by_side: the wordings stand beside what they are held against, if there is room.
        finding: place of the finding last gone to, in the list; ``None`` before the first.
        jumps: letters of sentences, by which the reader jumps to one; empty unless the reader is about to.
        hits: the search under way, if any.
        topic: what the status line speaks of.
        moved: the reader has moved on purpose, so that the analysis must not take the cursor elsewhere.
        analysed: the comparison is the result of an analysis.
    """

    view: View = View.PANES
    articles: tuple[str, ...] = ()
    recent: tuple[str, ...] = ()
    room: int = 1
    alone: bool = False
    cursor: str = ""
    focus: str = ""
    base: str = ""
    claim: str = ""
    column: str = ""
    sort: Sort = Sort.CHECKABLE
    transposed: bool = False
    opened: bool = False
    filter: Filter = Filter.ALL
    commentary: bool = True
    folded: bool = False
    unfolded: frozenset[str] = frozenset()
    hidden: frozenset[str] = frozenset()
    widths: tuple[tuple[str, int], ...] = ()
    against: Against = Against.BASE
    side_by_side: bool = False
    finding: int | None = None
    jumps: Mapping[str, str] = field(default_factory=dict)
    hits: Hits | None = None
    topic: Topic = Topic.PLACE
    moved: bool = False
    analysed: bool = False


def arranged(state: State, articles: tuple[str, ...]) -> State:
    """Return the state with its articles in another order, and so the hits of a search."""
    return replace(state, articles=articles, hits=in_order(state.hits, articles) if state.hits else None)


def in_order(hits: Hits, articles: Sequence[str]) -> Hits:
    """Return hits in the order of the articles and of their text; the reader stays at the same one."""
    place = {article: n for n, article in enumerate(articles)}
    passages = tuple(sorted(hits.passages, key=lambda passage: (place[passage.article], passage.start)))
    return replace(hits, passages=passages, at=passages.index(hits.passages[hits.at]) if hits.at >= 0 else -1)


def searched(state: State) -> Hits | None:
    """Return the search under way, ``None`` where there is none or nothing to search for has been typed yet."""
    return state.hits if state.hits and state.hits.query.strip() else None


def looked_at(state: State) -> str:
    """Return the article that keys which ask for one mean: in the matrix it need not state the claim looked at."""
    return state.column if state.view is View.CLAIMS and state.column in state.articles else state.focus


def kept(state: State) -> tuple[str, ...]:
    """Return the articles that are not hidden, in the order of display; the one the cursor is in never is."""
    return tuple(article for article in state.articles if article not in state.hidden or article == state.focus)


def held(state: State) -> tuple[str, ...]:
    """Return the articles of :func:`kept` with the base first, which is there to hold the others against even where the
    reader has hidden it."""
    return tuple(dict.fromkeys((state.base, *kept(state))))


def shown(state: State) -> tuple[str, ...]:
    """Return the articles whose panes are visible, in the order of display.

    These are not neighbours by necessity: a contradiction between the first article and the last is shown side by side.
    Rows follow the base, which is therefore always among them.
    """
    held = (state.focus, state.base) if state.view is View.ALIGNED else (state.focus,)
    within = set(kept(state))
    recent = [article for article in state.recent if article in within]
    chosen = tuple(dict.fromkeys((*held, *recent)))[: max(len(set(held)), 1 if state.alone else state.room)]
    return tuple(article for article in state.articles if article in chosen)


def columns(state: State) -> tuple[str, ...]:
    """Return the articles of :func:`shown` with the base first, as the aligned view has them."""
    return (state.base, *(article for article in shown(state) if article != state.base))


def turned(value: Turned, by: int) -> Turned:
    """Return the value so many places after another in the order of its kind, beginning again after the last one."""
    choices = list(type(value))
    return choices[(choices.index(value) + by) % len(choices)]
