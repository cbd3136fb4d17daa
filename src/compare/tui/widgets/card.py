"""The card below the panes: all that is known of the claim under the cursor."""

from __future__ import annotations

from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.content import Content
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.style import Style
from textual.visual import Visual

from compare.analysis.wording import Op, word_diff
from compare.model import GLYPHS, SPEECH, Article, Claim, Comparison, Finding, ParagraphKind, mark_in, one_line
from compare.tui import phrases
from compare.tui.relations import best_counterpart, counterparts, same_words
from compare.tui.state import State, Topic

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.selection import Selection

NAME_WIDTH = 18
"""Cells that names of outlets get at most in the card, and no more than a sixth of it."""

REWORDED = 0.35
"""Below this share of words in common a word diff is noise. Such a counterpart is shown as it is, with the common words
set off, instead of as a list of nothing but replacements."""

NEW, GONE, SAME, QUIET, STRONG = "bold underline $text-success", "strike $text-error", "bold", "dim", "bold"
"""Styles of words that the base lacks, that only the base has, that both have; of what recedes and what leads."""

_SIGN_STYLES = {
    "=": "$text-primary",
    "~": "$text-primary",
    "◆": "bold $text-warning",
    "!": "bold $text-error",
    "≈": QUIET,
    "?": QUIET,
    "–": "$text-warning",
}

_NO_CLAIM = {
    ParagraphKind.TITLE: "a headline",
    ParagraphKind.HEADING: "a heading",
    ParagraphKind.CAPTION: "a caption",
}


AHEAD = 4
"""Heights of the card that are broken into lines before they are in sight: of many articles a card has hundreds."""


class Card(ScrollView, can_focus=False):
    """Shows the claim under the cursor: who states it and how, who does not, and what speaks for it.

    It is drawn line by line: as a text in a container it would have the whole screen laid out anew at each key.
    """

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[State, Comparison] | None = None
        self._drawn: tuple[State, Comparison, int] | None = None
        self._lines: list[Content] = []
        self._more: Iterator[Content] = iter(())

    @property
    def content(self) -> Content:
        """All that the card says, further down as well."""
        self._lines += self._more
        return Content("\n").join(self._lines)

    def show(self, state: State, comparison: Comparison) -> None:
        """Show what is known at the cursor; start at the top when it is something else than before."""
        before, self._shown = self._shown, (state, comparison)
        if before is None or (before[0].cursor, before[0].claim) != (state.cursor, state.claim):
            self.scroll_to(y=0, animate=False, force=True)
        self._draw()

    def on_resize(self) -> None:
        """Break the lines anew."""
        self._draw()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Have more lines ready."""
        super().watch_scroll_y(old_value, new_value)
        self._measure()

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """Return the words under a selection."""
        return selection.extract(self.content.plain), "\n"

    def selection_updated(self, selection: Selection | None) -> None:  # noqa: ARG002 - drawing asks for it
        """Draw the selection."""
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw one line."""
        width, number = self.scrollable_content_region.width, self.scroll_offset.y + y
        line = self._lines[number] if number < len(self._lines) else Content("")
        selection = self.text_selection
        covered = selection.get_span(number) if selection is not None else None
        if covered is not None:
            chosen = Style.from_styles(self.screen.get_component_styles("screen--selection"))
            line = line.stylize(chosen, covered[0], None if covered[1] == -1 else covered[1])
        strips = Visual.to_strips(self, line, width, 1, self.visual_style, apply_selection=False)
        return (strips[0] if strips else Strip([])).apply_offsets(0, number)

    def _draw(self) -> None:
        width = self.scrollable_content_region.width
        if self._shown is None or not width:
            return
        state, comparison = self._shown
        before = self._drawn
        if before is None or before[0] != state or before[1] is not comparison or before[2] != width:
            self._drawn = state, comparison, width
            self._lines, self._more = [], card_lines(state, comparison, width)
            self.refresh()
        self._measure()

    def _measure(self) -> None:
        region = self.scrollable_content_region
        self._lines += islice(self._more, max(0, round(self.scroll_y) + AHEAD * region.height - len(self._lines)))
        size = Size(region.width, len(self._lines))
        if size != self.virtual_size:
            self.set_reactive(Card.virtual_size, size)  # by itself it would ask for a new layout
            self._scroll_update(size)


def card_lines(state: State, comparison: Comparison, width: int) -> Iterator[Content]:
    """Yield the lines of the card for a width; they are broken here, so that they hang under their first."""
    if not state.cursor:
        return
    claim = comparison.index.claims.get(state.claim)
    if claim:
        yield _status(state, comparison, claim)
    indent = _indent(comparison, width)
    for head, text in _about_claim(state, comparison, claim) if claim else _without_claim(state, comparison):
        yield from _hanging(head, text, width, indent=indent)


def _status(state: State, comparison: Comparison, claim: Claim) -> Content:
    glyph = GLYPHS[mark_in(comparison, claim, state.cursor)]
    several = [c.id for c in comparison.index.claims_of.get(state.cursor, ())]
    more = f" · claim {several.index(claim.id) + 1} of {len(several)}, c next" if len(several) > 1 else ""
    said = f" {phrases.status_of(comparison, claim)} · {claim.kind}"
    return Content.assemble((glyph, _SIGN_STYLES.get(glyph, "")), (said, STRONG), (more, QUIET))


def _about_claim(state: State, comparison: Comparison, claim: Claim) -> Iterator[tuple[Content, Content]]:
    index = comparison.index
    findings = index.findings_of.get(claim.id, ())
    # the finding that was gone to is told in full up here: the status line may have cut it
    here = [f for f in findings if state.topic is Topic.FINDING and comparison.findings[state.finding or 0] == f]
    yield from map(_finding, here)
    own = index.conflicts_with.get(state.cursor, ())
    for conflict in dict.fromkeys((*own, *index.conflicts_of.get(claim.id, ()))):
        yield Content.styled("! conflict", _SIGN_STYLES["!"]), Content(f"{conflict.kind}: {one_line(conflict.why)}")
    yield from _voices(state, comparison, claim)
    for articles in same_words(comparison, claim):
        names = ", ".join(phrases.label(index.articles[a]) for a in state.articles if a in articles)
        yield Content.styled("  same words", QUIET), Content(f"{names}: one voice")
    yield from _lacking(comparison, claim)
    if claim.sources:
        yield Content.styled("  credited", QUIET), Content(f"to {phrases.sources_of(claim)}")
    yield from _facts(state, comparison)
    yield from _basis(state, comparison, claim)
    yield from (_finding(finding) for finding in findings if finding not in here)


def _finding(finding: Finding) -> tuple[Content, Content]:
    return Content.styled(f"  finding {finding.rank}", QUIET), Content(one_line(finding.why))


def _voices(state: State, comparison: Comparison, claim: Claim) -> Iterator[tuple[Content, Content]]:
    """Every wording, the one the others are held against first."""
    index = comparison.index
    of_base = best_counterpart(comparison, claim, state.cursor, state.base)
    held = state.cursor if state.focus == state.base or of_base is None else of_base
    first = index.article_of[held]
    yield _name(comparison, claim, first), _plain(index.words(held))
    for article in (index.articles[a] for a in state.articles if a in claim.articles):
        there = [s for s in counterparts(comparison, claim, article.id) if s != held]
        for n, sentence in enumerate(there):
            again = n > 0 or article is first
            name = Content.styled("  also", QUIET) if again else _name(comparison, claim, article)
            yield name, _compared(index.words(held), index.words(sentence))


def _lacking(comparison: Comparison, claim: Claim) -> Iterator[tuple[Content, Content]]:
    grouped: dict[str, list[str]] = {}
    for article in comparison.coverage.displayed():
        if article.id not in claim.articles:
            grouped.setdefault(phrases.stance_of(comparison, claim, article), []).append(phrases.label(article))
    if grouped:
        said = " · ".join(f"{stance}: {', '.join(names)}" for stance, names in grouped.items())
        sign = "–" if phrases.NOT_HERE in grouped else "?"
        yield Content.styled(f"{sign} others", _SIGN_STYLES[sign]), Content(said)


def _facts(state: State, comparison: Comparison) -> Iterator[tuple[Content, Content]]:
    of = len(comparison.coverage.articles)
    said = []
    # what is quoted stands in the sentence itself, and who is credited above
    shown = (fact for fact, _ in comparison.index.facts_in.get(state.cursor, ()) if fact.kind not in SPEECH)
    for fact in dict.fromkeys(fact.id for fact in shown):
        found = comparison.index.facts[fact]
        mention = next(m for m in found.mentions if m.sentence == state.cursor)
        names = [phrases.label(comparison.index.articles[a]) for a in found.articles]
        who = f"in all {of}" if len(names) == of else f"only {names[0]}" if len(names) == 1 else ", ".join(names)
        said.append(f"{one_line(mention.text)} ({found.kind}): {who}")
    if said:
        yield Content.styled("  facts", QUIET), Content(" · ".join(said))


def _basis(state: State, comparison: Comparison, claim: Claim) -> Iterator[tuple[Content, Content]]:
    said = []
    for link in comparison.index.links_of.get(state.cursor, ()):
        other = link.b if link.a == state.cursor else link.a
        if other in claim.sentences:
            name = phrases.label(comparison.index.article_of[other])
            said.append(f"{name} {link.score * 100:.0f} %: {one_line(', '.join(link.basis))}")
    if said:
        yield Content.styled("  linked by", QUIET), Content.styled(" · ".join(said), QUIET)


def _without_claim(state: State, comparison: Comparison) -> Iterator[tuple[Content, Content]]:
    index = comparison.index
    sentence = index.sentences.get(state.cursor)
    paragraph = index.paragraphs[sentence.paragraph if sentence else state.cursor]
    yield _name(comparison, None, index.article_of[state.cursor]), _plain(index.words(state.cursor))
    if not state.analysed:
        why = "not compared yet: the analysis is under way"
    elif paragraph.reason:
        why = f"not compared: furniture ({one_line(paragraph.reason)})"
    elif paragraph.kind in _NO_CLAIM:
        why = f"not compared: {_NO_CLAIM[paragraph.kind]}"
    else:
        why = "not compared: it claims nothing"
    yield Content(""), Content.styled(why, QUIET)


def _name(comparison: Comparison, claim: Claim | None, article: Article) -> Content:
    sign = phrases.sign(comparison, claim, article)
    return Content.assemble((sign, _SIGN_STYLES.get(sign, "")), (f" {phrases.label(article)}", STRONG))


def _indent(comparison: Comparison, width: int) -> int:
    longest = max((cell_len(phrases.label(a)) for a in comparison.coverage.articles), default=0)
    return 3 + max(10, min(NAME_WIDTH, longest, width // 6))


def _plain(text: str) -> Content:
    return Content(one_line(text))


@lru_cache(maxsize=512)
def _compared(base: str, other: str) -> Content:
    """Return ``other`` with what sets it apart from ``base``: underlined what is new, in brackets what it lacks."""
    base, other = one_line(base), one_line(other)
    edits = word_diff(base, other)
    shared = sum(edit.b.end - edit.b.start for edit in edits if edit.op is Op.EQUAL)
    if shared < REWORDED * max(1, len(other)):
        same = Content(other)
        for edit in edits:
            if edit.op is Op.EQUAL:
                same = same.stylize(SAME, edit.b.start, edit.b.end)
        return same
    parts = []
    for edit in edits:
        if edit.op is Op.DELETE:
            parts.append((f"[{base[edit.a.start : edit.a.end]}]", GONE))
        else:
            parts.append((other[edit.b.start : edit.b.end], NEW if edit.op is Op.INSERT else ""))
    return Content(" ").join(Content.styled(text, style) for text, style in parts)


def _hanging(head: Content, text: Content, width: int, *, indent: int) -> Iterator[Content]:
    """Yield the lines of a text beside its head."""
    head = head.truncate(indent - 1, ellipsis=True, pad=True)
    first, *rest = text.wrap(max(8, width - indent)) or [Content("")]
    yield head + Content(" ") + first
    for line in rest:
        yield line.pad_left(indent)
