"""An annotated article as Markdown, in the grammar that :mod:`compare.export.strip` reads back.

There are two styles of marks. GitHub's is HTML and notes below each paragraph. CriticMarkup has everything in the line:
who accepts all changes in an editor that knows it has the article's words."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING

from compare.analysis.wording import Whose
from compare.export.escape import code, encode, escape
from compare.export.glyphs import MARKS, UNMARKED
from compare.export.options import Marks
from compare.export.runs import COMPARED, TAGS, Run
from compare.model import GLYPHS, Mark, ParagraphKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from compare.export.annotation import AnnotatedArticle, AnnotatedBlock, AnnotatedPiece, CounterpartNote


def _quoted(run: Run) -> str:
    tag = TAGS.get(run.whose)
    return f"<{tag}>{_shown(run.text)}</{tag}>" if tag else _shown(run.text)


def _shown(text: str) -> str:
    """Return foreign text that strip removes: escaped, its line breaks blanks, the blanks around it kept."""
    words = escape(text)
    if not words:
        return " "
    return f"{' ' if text[0].isspace() else ''}{words}{' ' if text[-1].isspace() else ''}"


LEGEND = (
    f"{' · '.join([*(f'`{GLYPHS[mark]}` {meaning}' for mark, meaning in MARKS.items()), UNMARKED])}.",
    "The notes below a paragraph name each sentence's best counterpart, with the probability that both state the same. "
    + "".join(map(_quoted, COMPARED)),
    "<sub>Small text</sub> is furniture, such as navigation or credits. It was not compared; the reason follows it.",
)
"""What the marks mean, a paragraph each."""

CRITIC_LEGEND = (
    LEGEND[0],
    "A comment after a sentence, `{>>` to `<<}`, names its best counterpart, with the probability that both state the "
    "same. Words that both have stand between `{==` and `==}`. Where they share many, the words are compared in the "
    "text: `{++` only here `++}`, `{--` there instead `--}`.",
    "A comment says why furniture, such as navigation or credits, was not compared.",
)
"""The same in CriticMarkup."""

LEGENDS: Mapping[Marks, Sequence[str]] = {"github": LEGEND, "critic": CRITIC_LEGEND}

_CRITIC = {Whose.OWN: ("{++", "++}"), Whose.BOTH: ("{==", "==}"), Whose.THEIRS: ("{--", "--}")}


def annotated(article: AnnotatedArticle, marks: Marks = "github") -> str:
    """Return an annotated article as Markdown, from its opening comment to its closing one."""
    usual = _usual_gap(article.blocks)
    parts = [f"<!-- article {article.article} gap {json.dumps(usual)} -->"]
    if article.lead:
        parts.append(_gap(article.lead))
    number = 0
    for n, block in enumerate(article.blocks):
        notes = [piece.note for piece in block.pieces if piece.note] if marks == "github" else []
        last = n == len(article.blocks) - 1
        # a blank line stands for the usual white space, but the one before the closing comment for nothing
        plain = not block.gap and not notes if last else block.gap == usual
        line = _block(block, number) if marks == "github" else _critic(block)
        parts.append(line + ("" if plain else _gap(block.gap)))
        if notes:
            parts.append("<br>\n".join(_note(note, number + k) for k, note in enumerate(notes, 1)))
        number += len(notes)
    if len(parts) == 1:
        parts.append("")
    parts.append(f"<!-- /article {article.article} -->")
    return "\n\n".join(parts)


def _usual_gap(blocks: Iterable[AnnotatedBlock]) -> str:
    counts = Counter(block.gap for block in blocks if block.gap)
    return min(counts, key=lambda gap: (-counts[gap], gap), default="\n\n")


def _gap(white: str) -> str:
    return f"<!-- gap {json.dumps(white)} -->"


def _block(block: AnnotatedBlock, number: int) -> str:
    line = _Line()
    heading = block.kind in (ParagraphKind.TITLE, ParagraphKind.HEADING)
    tag = "sub" if block.kind is ParagraphKind.FURNITURE else "strong" if heading else ""
    if tag:
        line.markup(f"<{tag}>")
    for piece in block.pieces:
        number += piece.note is not None
        _write(line, piece, number)
    if block.kind is ParagraphKind.FURNITURE:
        line.markup(f"<em> · not compared: {escape(block.reason or 'furniture')}</em>")
    if tag:
        line.markup(f"</{tag}>")
    return str(line)


def _write(line: _Line, piece: AnnotatedPiece, number: int) -> None:
    if piece.mark and piece.mark.mark is not Mark.NONE:
        line.markup(f"<sup>`{piece.mark.label}`&nbsp;</sup>")
    for run in piece.runs:
        if run.whose is Whose.THEIRS:
            line.markup(f"<del>{_shown(run.text)}</del>")
        elif tag := TAGS.get(run.whose):
            line.markup(f"<{tag}>").text(run.text).markup(f"</{tag}>")
        else:
            line.text(run.text)
    if piece.note:
        line.markup(f"<sup>&nbsp;[{number}]</sup>")


def _critic(block: AnnotatedBlock) -> str:
    line = _Line(vanishing=True)
    for piece in block.pieces:
        if piece.mark and piece.mark.mark is not Mark.NONE:
            line.markup(f"{{>>{piece.mark.label}<<}}")
        for run in piece.runs:
            before, after = _CRITIC.get(run.whose, ("", ""))
            if run.whose is Whose.THEIRS:
                line.markup(f"{before}{_shown(run.text)}{after}")
            elif before:
                line.markup(before).text(run.text).markup(after)
            else:
                line.text(run.text)
        if piece.note:
            line.markup(f"{{>>{_comment(piece.note)}<<}}")
    if block.kind is ParagraphKind.FURNITURE:
        line.markup(f"{{>>not compared: {escape(block.reason or 'furniture')}<<}}")
    return str(line)


def _comment(note: CounterpartNote) -> str:
    where = f"{note.relation} {escape(note.evidence.outlet.text)} {escape(note.evidence.place)}{note.sureness}"
    return where + _told(note, "".join(_shown(run.text) for run in note.quote))


def _note(note: CounterpartNote, number: int) -> str:
    who = f"**{escape(note.evidence.outlet.text)}**"
    where = f"> [{number}] {note.relation} {who} {code(note.evidence.place)}{note.sureness}"
    return where + _told(note, "".join(map(_quoted, note.quote)))


def _told(note: CounterpartNote, quote: str) -> str:
    """Return what stands behind the place of a counterpart: its words, or why they need not stand there."""
    if quote:
        return f": “{quote}”"
    return f", {note.remark}" if note.remark else ""


class _Line:
    """A line of Markdown in the making. Neighbouring text is encoded in one go, or two halves could make markup.

    Args:
        vanishing: the markup goes when changes are accepted, and the first words of the article then begin the line.
    """

    def __init__(self, *, vanishing: bool = False) -> None:
        self._vanishing = vanishing
        self._done = ""
        self._text = ""
        self._begun = False

    def text(self, words: str) -> _Line:
        """Append words of the article."""
        self._text += words
        return self

    def markup(self, markup: str) -> _Line:
        """Append markup of ours."""
        self._done = str(self) + markup
        self._begun = self._begun or bool(self._text) or not self._vanishing
        self._text = ""
        return self

    def __str__(self) -> str:
        return self._done + encode(self._text, opens=not self._begun)
