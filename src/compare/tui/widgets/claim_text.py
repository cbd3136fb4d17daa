"""What is said of a claim in words and signs, in the card and in the view of its wordings alike."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from textual.content import Content

from compare.analysis.wording import Whose
from compare.model import GLYPHS, Article, Claim, Comparison, Excluded, Finding, Mark, ParagraphKind, mark_in, one_line
from compare.model.corrections import READER
from compare.model.phrases import BY_HAND, NOT_HERE
from compare.tui import phrases
from compare.tui.differing import Stretch, held_against
from compare.tui.relations import in_same_words
from compare.tui.signs import HAND
from compare.tui.state import State, Topic

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textual.content import Span as Styled

    from compare.model import Span
    from compare.tui.signs import Signs

QUIET, STRONG = "dim", "bold"
"""Styles of what recedes and of what leads."""

WORD_STYLES = {
    Whose.PLAIN: "",
    Whose.OWN: "bold underline $text-success",
    Whose.THEIRS: "strike $text-error",
    Whose.BOTH: "bold",
}
"""How words are set off. Those that are gone stand in brackets as well, and the new ones are underlined."""

BRACKETS, BRACES = ("[", "]"), ("{", "}")
"""What words that are gone stand in, and what they stand in where a sentence has brackets of its own."""

GLYPH_STYLES = {
    GLYPHS[Mark.SHARED]: "$text-primary",
    GLYPHS[Mark.WEAKER]: "$text-primary",
    GLYPHS[Mark.UNIQUE]: "bold $text-warning",
    GLYPHS[Mark.CONFLICT]: "bold $text-error",
    GLYPHS[Mark.DOUBTFUL]: QUIET,
    GLYPHS[Mark.UNSURE]: QUIET,
    phrases.UNKNOWN: QUIET,
    phrases.ABSENT: "$text-warning",
}
"""How glyphs are set off, those of marks and those of how an article stands to a claim."""

_CLOSING = frozenset(".,;:!?)]}”’»%…")
"""What stands close to the word before it."""

_NO_CLAIM = {
    ParagraphKind.TITLE: "a headline",
    ParagraphKind.HEADING: "a heading",
    ParagraphKind.CAPTION: "a caption",
}


def status_text(state: State, comparison: Comparison, claim: Claim) -> Content:
    """Return in one line who states a claim, and which of the sentence's claims it is."""
    glyph = GLYPHS[mark_in(comparison, claim, state.cursor)]
    several = [c.id for c in comparison.index.claims_of.get(state.cursor, ())]
    hand = f" · {HAND} {BY_HAND}" if claim.corrected else ""
    more = f" · claim {several.index(claim.id) + 1} of {len(several)}, c next" if len(several) > 1 else ""
    said = f" {phrases.status_of(comparison, claim)} · {claim.kind}"
    return Content.assemble(
        (glyph, GLYPH_STYLES.get(glyph, "")), (said, STRONG), (hand, "bold $text-success"), (more, QUIET)
    )


def findings_here(state: State, comparison: Comparison, claim: Claim) -> tuple[list[Finding], list[Finding]]:
    """Return the finding that was gone to, which the status line may have cut, and all others about the claim.

    Those that tell of a conflict are left out: :func:`conflict_texts` say the same.
    """
    findings = [f for f in comparison.index.findings_of.get(claim.id, ()) if f.conflict is None]
    gone_to = state.topic is Topic.FINDING
    here = [f for f in findings if gone_to and comparison.findings[state.finding or 0] == f]
    return here, [f for f in findings if f not in here]


def finding_text(comparison: Comparison, finding: Finding) -> tuple[Content, Content]:
    """Return a finding: its rank, and what it is."""
    return Content.styled(f"  finding {finding.rank}", QUIET), Content(phrases.why_of(comparison, finding))


def conflict_texts(state: State, comparison: Comparison, claim: Claim) -> Iterator[tuple[Content, Content]]:
    """Yield the conflicts of the sentence and of the claim, with why they are."""
    index = comparison.index
    own = index.conflicts_with.get(state.cursor, ())
    for conflict in dict.fromkeys((*own, *index.conflicts_of.get(claim.id, ()))):
        yield (
            _headed(GLYPHS[Mark.CONFLICT], "conflict"),
            Content(f"{conflict.kind}: {phrases.why_of(comparison, conflict)}"),
        )


def same_words_texts(state: State, comparison: Comparison, claim: Claim) -> Iterator[tuple[Content, Content]]:
    """Yield who states a claim in the same words."""
    for articles in in_same_words(comparison, claim):
        names = ", ".join(phrases.label(comparison.index.articles[a]) for a in state.articles if a in articles)
        yield Content.styled("  same words", QUIET), Content(f"{names}: one voice")


def lacking_text(comparison: Comparison, claim: Claim) -> Iterator[tuple[Content, Content]]:
    """Yield how those stand to a claim who do not state it, if there are any."""
    grouped: dict[str, list[str]] = {}
    for article in comparison.coverage.displayed():
        if article.id not in claim.articles:
            grouped.setdefault(phrases.stance_of(comparison, claim, article), []).append(phrases.label(article))
    if grouped:
        said = " · ".join(f"{stance}: {', '.join(names)}" for stance, names in grouped.items())
        conflict = GLYPHS[Mark.CONFLICT]
        telling = ((phrases.DENIED, conflict), (phrases.OTHERWISE, conflict), (NOT_HERE, phrases.ABSENT))
        glyph = next((glyph for stance, glyph in telling if stance in grouped), phrases.UNKNOWN)
        yield _headed(glyph, "others"), Content(said)


def _headed(glyph: str, words: str) -> Content:
    return Content.styled(f"{glyph} {words}", GLYPH_STYLES[glyph])


def sources_text(claim: Claim) -> Iterator[tuple[Content, Content]]:
    """Yield whom a claim is credited to, if anybody."""
    if claim.sources:
        yield Content.styled("  credited", QUIET), Content(f"to {phrases.sources_of(claim)}")


def name_text(comparison: Comparison, claim: Claim | None, article: Article) -> Content:
    """Return the glyph of how an article stands to a claim, and its name."""
    glyph = phrases.stance_glyph(comparison, claim, article)
    return Content.assemble((glyph, GLYPH_STYLES.get(glyph, "")), (f" {phrases.label(article)}", STRONG))


def why_no_claim(state: State, comparison: Comparison, signs: Signs) -> Content:
    """Return why the cursor's sentence states no claim."""
    index = comparison.index
    sentence = index.sentences.get(state.cursor)
    paragraph = index.paragraphs[sentence.paragraph if sentence else state.cursor]
    if not state.analysed:
        why = "not compared yet: the analysis is under way"
    elif paragraph.reason:
        reason = f"{HAND} {BY_HAND}" if paragraph.reason == READER else one_line(paragraph.reason)
        why = f"not compared: furniture ({reason})"
    elif Excluded(state.cursor) in signs.review.laid.corrections:  # which leaves others of its paragraph
        why = f"not compared ({HAND} {BY_HAND})"
    elif paragraph.kind in _NO_CLAIM:
        why = f"not compared: {_NO_CLAIM[paragraph.kind]}"
    else:
        why = "not compared: it claims nothing"
    return Content.styled(why, QUIET)


@lru_cache(maxsize=512)  # each mark and each correction has the card made anew, most of it of the same sentences
def merged_text(other: str, this: str) -> Content:
    """Return a sentence with what sets it apart from another one."""
    return words_text(held_against(one_line(other), one_line(this)).merged)


def words_text(stretches: Sequence[Stretch], covers: Sequence[tuple[Span, str]] = ()) -> Content:
    """Return words with what sets them apart: new ones underlined, gone ones in brackets, with blanks around those.
    Where the words have brackets of their own it is braces, so that each bracket is a text's or ours.

    ``covers`` are spans of the sentence and the styles that lie over them; gone words are not part of the sentence.
    """
    parts: list[Content] = []
    after_gone = False
    opening, closing = BRACES if any(sign in stretch.text for stretch in stretches for sign in BRACKETS) else BRACKETS
    for stretch in stretches:
        gone = stretch.whose is Whose.THEIRS
        part = Content.styled(f"{opening}{stretch.text}{closing}" if gone else stretch.text, WORD_STYLES[stretch.whose])
        for span, style in () if gone else covers:
            start, end = span.start - stretch.start, span.end - stretch.start
            part = part.stylize(style, max(0, start), max(0, end))
        apart = gone or (after_gone and stretch.text[0] not in _CLOSING)
        if apart and parts and not parts[-1].plain[-1].isspace() and not stretch.text[0].isspace():
            parts.append(Content(" "))
        parts.append(part)
        after_gone = gone
    return Content("").join(parts)


def wrapped(text: Content, width: int) -> list[Content]:
    """Break a text into lines; one that fits is left as it is, which most are, and Textual takes long to find out."""
    plain = text.plain
    fits = plain and text.cell_length <= width and "\n" not in plain and "\t" not in plain
    return [text] if fits else text.wrap(width)


def hanging(head: Content, text: Content, width: int, *, indent: int) -> tuple[Content, ...]:
    """Return the lines of a text beside its head, which gets ``indent`` cells."""
    return _hung(head.plain, tuple(head.spans), text.plain, tuple(text.spans), width, indent)


@lru_cache(maxsize=512)  # as of :func:`merged_text`; contents themselves are equal that differ in their styles
def _hung(
    head: str, head_spans: tuple[Styled, ...], text: str, text_spans: tuple[Styled, ...], width: int, indent: int
) -> tuple[Content, ...]:
    beside = Content(head, list(head_spans)).truncate(indent - 1, ellipsis=True, pad=True)
    first, *rest = wrapped(Content(text, list(text_spans)), max(8, width - indent)) or [Content("")]
    return beside + Content(" ") + first, *(line.pad_left(indent) for line in rest)
