"""The wordings of one claim: every outlet's sentences in full, and how the words differ."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.content import Content

from compare.model import Comparison, one_line, plural
from compare.tui import phrases
from compare.tui.differing import DetailKind, Held, Unshared, credited, hedged, held_against, placed, unshared
from compare.tui.layout import shortened
from compare.tui.state import Against, GoTo, State, Step, View
from compare.tui.widgets.claim_text import (
    QUIET,
    conflict_texts,
    finding_text,
    findings_here,
    hanging,
    lacking_text,
    name_text,
    same_words_texts,
    sources_text,
    status_text,
    why_no_claim,
    words_text,
    wrapped,
)
from compare.tui.widgets.lines import INDENT, WIDEST, Line, LinesView, indented
from compare.tui.widgets.mark_text import mark_texts
from compare.tui.wording import references

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from compare.model import Claim, Mention, Span
    from compare.tui.reading import Reading

COLUMN = 28
"""Cells a column needs for two of them to stand side by side: five words a line."""

HEAD = 13
"""Cells that are left free before what is said of a claim or of a wording, for what sort of thing it is."""

QUOTED = 60
"""Cells of a quotation that differs: it stands in full in its sentence."""

DIFFERENT = {DetailKind.FIGURES: "bold reverse", DetailKind.NAMES: "italic $text-warning"}
"""Styles of details that the other sentence does not have. A quotation is as long as its sentence: set off, it would
drown what else differs, so that it is told below alone."""

HIT = "underline bold $text-accent"
"""Style of what was searched for."""

DRAWN_FROM = ("claim", "base", "articles", "against", "side_by_side", "hits")
"""The fields of a state, besides those that the reader may not see, that the wordings are drawn from."""


@dataclass(frozen=True, slots=True)
class Part:
    """A wording before it is broken into lines: hundreds of them state a claim of fifty articles, and only that depends
    on the width.

    Attributes:
        sentence: its id.
        head: whose it is.
        words: the sentence, with what sets it apart.
        below: what is told of it in words, each with the name of the sort.
        left: head and words of the one that stands beside it, if one does.
    """

    sentence: str
    head: Content
    words: Content
    below: tuple[tuple[Content, Content], ...]
    left: tuple[Content, Content] | None = None


class Wording(LinesView):
    """Shows how each outlet words the claim under the cursor."""

    VIEW: ClassVar[View] = View.WORDING

    def __init__(self) -> None:
        super().__init__()
        self._drawn_for: tuple[object, ...] = ()
        self._parts: tuple[Part, ...] = ()
        self._bodies: tuple[tuple[Content, ...], ...] = ()
        self._wordings: tuple[Line, ...] = ()
        self._room = self._laid_at = 0
        """The widths for which there are bodies and lines."""

    def lines(self, state: State, reading: Reading, width: int) -> Sequence[Line]:
        """Return what is known of the claim, then its wordings, the same wherever the cursor is."""
        comparison = reading.comparison
        claim = comparison.index.claims.get(state.claim)
        if claim is None:
            return without_claim_lines(state, reading, width) if state.cursor else ()
        chosen = state.cursor if state.against is Against.CHOSEN else ""
        shown = (*(getattr(state, name) for name in DRAWN_FROM), state.hidden - {state.focus}, chosen)
        beside = state.side_by_side and _columns(width) > 0
        drawn_for = (comparison.index, beside, *shown)
        if drawn_for != self._drawn_for:
            self._drawn_for, self._parts = drawn_for, wording_parts(state, comparison, claim, beside=beside)
            self._room = self._laid_at = 0
        room = min(width, (2 if beside else 1) * WIDEST + INDENT)  # what is wider is broken into the same lines
        if room != self._room:
            self._room, self._bodies = room, tuple(tuple(_body(part, room)) for part in self._parts)
        if width != self._laid_at:
            self._laid_at, self._wordings = width, _lines(self._parts, self._bodies, width)
        manner = map(Line, _manner(state, comparison, claim, len(self._parts), width))
        top, bottom = about_lines(state, reading, claim, width)
        return (*top, *manner, *self._wordings, *bottom)

    def cursor(self, state: State) -> str:
        """The cursor is on a sentence."""
        return state.cursor

    def subject(self, state: State) -> str:
        """The lines are about a claim, or about a sentence that states none."""
        return state.claim or state.cursor

    def to(self, state: State, piece: str) -> Step:
        """Return the step to a sentence; the claim is kept."""
        return GoTo(piece, state.claim)


def wording_parts(state: State, comparison: Comparison, claim: Claim, *, beside: bool) -> tuple[Part, ...]:
    """Return the wordings of a claim, each held against another: ``beside`` it, or in one text."""
    held_to = references(state, comparison, claim)
    return tuple(_part(state, comparison, claim, pair, beside=beside) for pair in held_to.items())


def _lines(parts: Sequence[Part], bodies: Sequence[Iterable[Content]], width: int) -> tuple[Line, ...]:
    lines = []
    for part, body in zip(parts, bodies, strict=True):
        lines.append(Line(Content("")))
        lines += (Line(content, part.sentence) for content in (() if part.left else _headed(part.head, width)))
        lines += (Line(content, part.sentence) for content in body)
    return tuple(lines)


def about_lines(state: State, reading: Reading, claim: Claim, width: int) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """Return what stands above the wordings of a claim, and what stands below them."""
    blank = Line(Content(""))
    top = tuple(Line(content) for content in _about(state, reading, claim, width))
    bottom = tuple(Line(content) for content in _findings(state, reading.comparison, claim, width))
    return (*top, blank), (blank, *bottom) if bottom else ()


def without_claim_lines(state: State, reading: Reading, width: int) -> tuple[Line, ...]:
    """Return a sentence that states no claim, and why it does not."""
    comparison = reading.comparison
    words = Content(one_line(comparison.index.words(state.cursor)))
    head = name_text(comparison, None, comparison.index.article_of[state.cursor])
    return (
        *(Line(line, state.cursor) for line in (*_headed(head, width), *indented(words, width))),
        Line(Content("")),
        *(Line(line) for line in indented(why_no_claim(state, comparison, reading.signs), width)),
    )


def _about(state: State, reading: Reading, claim: Claim, width: int) -> Iterator[Content]:
    """What is known of the claim as a whole: what the reader said of it, then conflicts."""
    comparison = reading.comparison
    yield from status_text(state, comparison, claim).wrap(width)
    entries = [
        *mark_texts(reading.signs, comparison, claim, state.cursor),
        *conflict_texts(state, comparison, claim),
        *(finding_text(comparison, finding) for finding in findings_here(state, comparison, claim)[0]),
        *lacking_text(comparison, claim),
        *sources_text(claim),
        *same_words_texts(state, comparison, claim),
    ]
    for head, text in entries:
        yield from hanging(head, text, min(width, WIDEST), indent=HEAD)


def _findings(state: State, comparison: Comparison, claim: Claim, width: int) -> Iterator[Content]:
    """The other findings, below the wordings: those are what the view is for."""
    for finding in findings_here(state, comparison, claim)[1]:
        yield from hanging(*finding_text(comparison, finding), min(width, WIDEST), indent=HEAD)


def _manner(state: State, comparison: Comparison, claim: Claim, count: int, width: int) -> Iterator[Content]:
    """Say what is held against what, and how it is shown."""
    hidden = [a for a in state.articles if a in state.hidden - {state.focus, state.base} and a in claim.articles]
    parts = [plural(count, "sentence")]
    if count > 1:
        parts.append(f"each held against {state.against}")
        if state.against is Against.BASE and state.base not in claim.articles:
            parts[-1] = "the base does not state it: each held against the first"
        if state.side_by_side:
            parts.append("side by side" if _columns(width) else f"side by side needs {_needed()} columns")
    if hidden:
        parts.append(f"hidden: {', '.join(phrases.label(comparison.index.articles[a]) for a in hidden)}")
    yield from Content.styled(" · ".join(parts), QUIET).wrap(width)


def _part(state: State, comparison: Comparison, claim: Claim, pair: tuple[str, str], *, beside: bool) -> Part:
    """One sentence, and what sets it apart from the one it is held against."""
    this, other = pair
    index = comparison.index
    head = _head(state, comparison, claim, this)
    if not other:
        words = _covered(Content(one_line(index.words(this))), _covers(state, comparison, this, ()))
        return Part(this, head, words, _besides(comparison, this, ()))
    held = held_against(one_line(index.words(other)), one_line(index.words(this)))
    apart = unshared(comparison, this, other)
    covers = _covers(state, comparison, this, apart)
    below = _besides(comparison, this, apart)
    against = f"{phrases.label(index.article_of[other])}, {_line(comparison, other)}"
    if beside:
        theirs = _covers(state, comparison, other, [Unshared(d.kind, d.there, d.here) for d in apart])
        left = Content.styled(against, QUIET), words_text(held.left, theirs)
        return Part(this, head + _said(held), words_text(held.right, covers), below, left)
    head += Content.styled(f" · against {against}", QUIET) + _said(held)
    return Part(this, head, words_text(held.merged, covers), below)


def _body(part: Part, width: int) -> Iterator[Content]:
    """Break a wording into lines, all but a head that stands alone."""
    if part.left:
        yield from _beside(part.left, (part.head, part.words), _columns(width))
    else:
        yield from indented(part.words, width)
    for name, said in part.below:
        yield from hanging(name, said, min(width, WIDEST), indent=HEAD)


def _head(state: State, comparison: Comparison, claim: Claim, sentence: str) -> Content:
    article = comparison.index.article_of[sentence]
    stance = phrases.stance_of(comparison, claim, article)
    return Content.assemble(
        name_text(comparison, claim, article),
        (" base" if article.id == state.base else "", "bold $text-primary"),
        (f" · {_line(comparison, sentence)}{f' · {stance}' if stance else ''}", QUIET),
    )


def _said(held: Held) -> Content:
    if held.reworded:
        return Content.styled(" · reworded: words in common are bold", QUIET)
    return Content.styled(" · the same words" if held.same else "", QUIET)


def _covers(state: State, comparison: Comparison, sentence: str, apart: Sequence[Unshared]) -> list[tuple[Span, str]]:
    """Return what lies over a sentence: details that differ, and what was searched for."""
    mentions = [(m.start, m.end, DIFFERENT[d.kind]) for d in apart if d.kind in DIFFERENT for m in d.here]
    article = comparison.index.article_of[sentence].id
    passages = state.hits.passages if state.hits else ()
    mentions += [(p.start, p.end, HIT) for p in passages if p.article == article]
    spans = ((placed(comparison, sentence, start, end), style) for start, end, style in mentions)
    return [(span, style) for span, style in spans if span]


def _besides(comparison: Comparison, sentence: str, apart: Sequence[Unshared]) -> tuple[tuple[Content, Content], ...]:
    """What is told in words below a wording: details that differ, whom it credits, what it hedges."""
    entries = [(str(d.kind), _contrast(d)) for d in apart]
    if sources := credited(comparison, sentence):
        entries.append(("credited", f"to {' · '.join(sources)}"))
    if hedges := hedged(comparison, sentence):
        entries.append(("hedged", " · ".join(dict.fromkeys(f"“{m.hedge}” {one_line(m.text)}" for m in hedges))))
    return tuple((Content.styled(f"  {name}", QUIET), Content(said)) for name, said in entries)


def _contrast(details: Unshared) -> str:
    sides = (("here", details.here), ("there", details.there))
    return " · ".join(f"{where}: {', '.join(map(_detail, mentions))}" for where, mentions in sides if mentions)


def _detail(mention: Mention) -> str:
    return shortened(one_line(mention.text), QUOTED)


def _line(comparison: Comparison, sentence: str) -> str:
    index = comparison.index
    return f"line {index.article_of[sentence].line_of(index.sentences[sentence].start)}"


def _needed() -> int:
    return INDENT + 2 * COLUMN + len(" │ ") + 1


def _columns(width: int) -> int:
    """Return the cells of each of two columns; 0 where they find no room."""
    column = (min(width, 2 * WIDEST) - INDENT - len(" │ ")) // 2
    return column if column >= COLUMN else 0


def _headed(head: Content, width: int) -> Iterator[Content]:
    """Break the head of a wording; what does not fit stands as far in as its name."""
    first, *rest = wrapped(head, width)
    yield first
    if rest:
        yield from indented(Content(" ").join(rest), width)


def _covered(text: Content, covers: Iterable[tuple[Span, str]]) -> Content:
    for span, style in covers:
        text = text.stylize(style, span.start, span.end)
    return text


def _beside(left: Sequence[Content], right: Sequence[Content], column: int) -> Iterator[Content]:
    """Set texts side by side: each begins level with the one beside it."""
    for one, two in zip(left, right, strict=True):
        ours, theirs = wrapped(one, column), wrapped(two, column)
        for n in range(max(len(ours), len(theirs))):
            first = ours[n] if n < len(ours) else Content("")
            second = theirs[n] if n < len(theirs) else Content("")
            first = first.pad_right(column - first.cell_length).pad_left(INDENT)
            yield Content.assemble(first, (" │ ", QUIET), second)
