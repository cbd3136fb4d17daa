"""The overview: what can be counted of each article, in a table with bars, and who has the same words."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.content import Content, Span

from compare.model import one_line
from compare.model.phrases import moment
from compare.tui import phrases
from compare.tui.layout import shortened
from compare.tui.overview import LONGEST, Account, account_of, bar, details, measures, table, totals, voices
from compare.tui.signs import NO_SIGNS, Signs
from compare.tui.state import Focus, State, Step, View
from compare.tui.widgets.claim_text import QUIET, STRONG
from compare.tui.widgets.lines import INDENT, Line, LinesView, indented

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from compare.tui.reading import Reading

BAR = "$text-primary"
"""Style of a bar."""

EXPLAINED = (
    "words: all text but furniture",
    "only here: share of the claims it states that surely no other voice states",
    "not here: claims of two or more voices that are not in this text, ? where that is unknown",
    "sources: whom it credits",
    "quotes, facts: different ones",
)
"""What the columns count."""

DRAWN_FROM = ("articles", "base", "hidden", "analysed")
"""The fields of a state that the table is drawn from: it is the same wherever in it the cursor is."""


class Overview(LinesView):
    """Shows what can be counted of each article; the cursor goes from article to article."""

    VIEW: ClassVar[View] = View.OVERVIEW
    PINNED: ClassVar[int] = 1

    def __init__(self) -> None:
        super().__init__()
        self._account: Account | None = None
        self._drawn_for: tuple[object, ...] = ()
        self._table: tuple[Line, ...] = ()

    def lines(self, state: State, reading: Reading, width: int) -> Sequence[Line]:
        """Return the table, the totals, and who has the same words."""
        if self._account is None or self._account.comparison is not reading.comparison:
            self._account = account_of(reading.comparison)
        drawn_for = (
            self._account.comparison.index,
            reading.signs,
            width,
            *(getattr(state, name) for name in DRAWN_FROM),
        )
        if drawn_for != self._drawn_for:
            self._drawn_for, self._table = drawn_for, overview_lines(state, self._account, width, reading.signs)
        return self._table

    def cursor(self, state: State) -> str:
        """The cursor is on an article."""
        return state.focus

    def to(self, state: State, piece: str) -> Step:  # noqa: ARG002 - an article is what it is in any state
        """Return the step to an article."""
        return Focus(piece)


def overview_lines(state: State, account: Account, width: int, signs: Signs = NO_SIGNS) -> tuple[Line, ...]:
    """Return the overview of a comparison as lines of at most ``width`` cells."""
    if not state.articles:
        return ()
    columns = measures(account, state.articles)
    if not state.analysed:
        columns = columns[:1]
    titles, rows = table(columns, width - INDENT)
    lines = [Line(Content.styled(f"{' ' * INDENT}{'  '.join(titles)}", STRONG).truncate(width))]
    for article, cells in zip(state.articles, rows, strict=True):
        figures = (Content.assemble((cell.bar, BAR), cell.figure) for cell in cells)
        lines.append(Line(_name(state, account, article).truncate(width, ellipsis=True), article))
        lines.append(Line(Content("  ").join(figures).pad_left(INDENT), article))
        said = (*details(account.of[article], analysed=state.analysed), *signs.counted(article))
        lines += (Line(line, article) for line in _wrapped(said, width))
    if state.analysed:
        lines += (Line(line) for line in _together(account, width))
    return tuple(lines)


def _name(state: State, account: Account, key: str) -> Content:
    article = account.of[key].article
    known = [article.language, moment(article.published or "undated"), "hidden" if key in state.hidden else ""]
    return Content.assemble(
        (f"{state.articles.index(key) + 1} {phrases.label(article)}", STRONG),
        (" base" if key == state.base else "", "bold $text-primary"),
        " · ",
        ("whole", QUIET) if article.complete else ("cut", "bold $text-warning"),
        (f" · {' · '.join(one_line(part) for part in known if part)}", QUIET),
    )


def _together(account: Account, width: int) -> Iterator[Content]:
    yield Content("")
    yield Content.styled("All together", STRONG)
    yield from _wrapped(totals(account), width)
    yield Content("")
    yield Content.styled("The same words", STRONG)
    yield from _same_words(account, width)
    yield Content("")
    yield Content.styled("What is counted", STRONG)
    for line in EXPLAINED:
        yield from _wrapped([line], width)


def _same_words(account: Account, width: int) -> Iterator[Content]:
    """The pairs that share verbatim runs, with bars, then who counts as one voice."""
    if not account.common:
        yield from _wrapped(["No two articles have twelve words in a row in common."], width)
    most = max((pair.words for pair in account.common), default=1)
    cells = min(LONGEST, width // 5)
    figure = len(f"{most:,}")
    labels = {key: phrases.label(facts.article) for key, facts in account.of.items()}
    for pair in account.common:  # of fifty articles a thousand, and more: nothing is looked up here twice
        said = f"{pair.words:>{figure},} words  {labels[pair.a]} and {labels[pair.b]}"
        said = shortened(f"{said} · one voice" if pair.one_voice else said, width - INDENT - cells - 1)
        drawn = bar(pair.words / most, cells)
        spans = [Span(INDENT, INDENT + len(drawn), BAR)]
        yield Content(f"{' ' * INDENT}{drawn} {said}", spans, strip_control_codes=False)
    for articles in voices(account):
        yield from _wrapped([f"one voice: {', '.join(labels[article] for article in articles)}"], width)


def _wrapped(parts: Iterable[str], width: int) -> Iterator[Content]:
    return indented(Content.styled(" · ".join(parts), QUIET), width)
