"""Each article in full, with a mark before every sentence and a note on its best counterpart.

A word diff reads well only where many words are shared, and news reports of one event hardly share any. So from
:data:`NEAR` on the words are compared in the text itself; below it the few words that both sentences have are marked,
in the sentence and in its counterpart, which the note then quotes.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from compare.analysis.wording import Whose
from compare.export.runs import Run, differing, share, shared_runs, with_shared
from compare.model import Article, Comparison, Mark, Marked, Paragraph, ParagraphKind, Sentence, Span, marked
from compare.model.corrections import READER
from compare.model.phrases import BY_HAND, percent

if TYPE_CHECKING:
    from collections.abc import Iterator

    from compare.export.evidence import Citer, Evidence

NEAR = 0.4
"""Share of the words of two sentences together that must be common for the diff to be shown word by word."""

_RELATIONS = {
    Mark.WEAKER: "more exact in",
    Mark.DOUBTFUL: "perhaps also in",
    Mark.CONFLICT: "against",
    Mark.UNSURE: "nearest in",
}


@dataclass(frozen=True, slots=True)
class CounterpartNote:
    """The counterpart of a sentence.

    ``relation`` says how the two stand: ``also in``, ``more exact in``, ``against``, ``nearest in``; ``score`` is the
    probability that they state one claim, if it was computed. Where the counterpart is not quoted, ``remark`` may say
    why. ``by_hand`` tells that the reader linked the two.
    """

    relation: str
    evidence: Evidence
    score: float | None
    quote: tuple[Run, ...] = ()
    remark: str = ""
    by_hand: bool = False

    @property
    def sureness(self) -> str:
        """How sure it is, as it stands behind the place; where the reader linked the two, the probability is theirs."""
        if self.by_hand:
            return f", {BY_HAND}"
        return f", {percent(self.score)}%" if self.score is not None else ""


@dataclass(frozen=True, slots=True)
class AnnotatedPiece:
    """A sentence with its mark, or what stands between sentences, which has none."""

    runs: tuple[Run, ...]
    mark: Marked | None = None
    note: CounterpartNote | None = None


@dataclass(frozen=True, slots=True)
class AnnotatedBlock:
    """A paragraph without the white space around it; ``gap`` is the white space after it."""

    kind: ParagraphKind
    reason: str | None
    pieces: tuple[AnnotatedPiece, ...]
    gap: str


@dataclass(frozen=True, slots=True)
class AnnotatedArticle:
    """An article, annotated. ``lead``, and each block's own runs and gap, make its text again."""

    article: str
    lead: str
    blocks: tuple[AnnotatedBlock, ...]


def annotate(article: Article, citer: Citer) -> AnnotatedArticle:
    """Return an article with every sentence marked and held against its best counterpart."""
    spans = list(_blocks(article))
    starts = [span.start for _, span in spans]
    ends = [*starts[1:], len(article.text)][: len(starts)]
    blocks = (
        AnnotatedBlock(
            paragraph.kind if paragraph else ParagraphKind.BODY,
            (BY_HAND if paragraph.reason == READER else paragraph.reason) if paragraph else None,
            tuple(_pieces(article, paragraph, span, citer)),
            article.text[span.end : end],
        )
        for (paragraph, span), end in zip(spans, ends, strict=True)
    )
    return AnnotatedArticle(article.id, article.text[: starts[0] if starts else None], tuple(blocks))


def _blocks(article: Article) -> Iterator[tuple[Paragraph | None, Span]]:
    """Yield the paragraphs without surrounding white space, and any text that no paragraph holds."""
    at = 0
    for paragraph in article.paragraphs:
        for owner, start, end in ((None, at, paragraph.start), (paragraph, max(at, paragraph.start), paragraph.end)):
            words = article.text[start:end]
            if words.strip():
                yield owner, Span(start + len(words) - len(words.lstrip()), start + len(words.rstrip()))
        at = max(at, paragraph.end)
    if rest := article.text[at:].strip():
        start = article.text.index(rest, at)
        yield None, Span(start, start + len(rest))


def _pieces(article: Article, paragraph: Paragraph | None, block: Span, citer: Citer) -> Iterator[AnnotatedPiece]:
    at = block.start
    for sentence in citer.comparison.index.sentences_of.get(paragraph.id, ()) if paragraph else ():
        span = Span(max(at, sentence.start), min(block.end, sentence.end))
        if span.start >= span.end:
            continue
        if at < span.start:
            yield AnnotatedPiece((Run(article.text[at : span.start]),))
        yield _sentence(article, sentence, span, citer)
        at = span.end
    if at < block.end:
        yield AnnotatedPiece((Run(article.text[at : block.end]),))


def _sentence(article: Article, sentence: Sentence, span: Span, citer: Citer) -> AnnotatedPiece:
    """Return the part ``span`` of a sentence with its mark and its note."""
    comparison, index = citer.comparison, citer.comparison.index
    plain = (Run(article.text[span.start : span.end]),)
    mark = marked(comparison, sentence.id)
    other = counterpart(comparison, sentence.id, mark)
    if other is None:
        return AnnotatedPiece(plain, mark)
    quote: tuple[Run, ...]
    relation, evidence = _RELATIONS.get(mark.mark, "also in"), citer.sentence(other)
    link = next((x for x in index.links_of.get(sentence.id, ()) if other in (x.a, x.b)), None)
    if link is None or mark.mark is Mark.UNSURE:
        nearest = index.nearest.get((sentence.id, evidence.article))
        score = nearest.score if nearest and nearest.match == other else None
        quote = () if mark.mark is Mark.UNSURE else (Run(index.words(other)),)
        return AnnotatedPiece(plain, mark, CounterpartNote(relation, evidence, score, quote))
    by_hand = READER in link.basis
    there, theirs = index.sentences[other], index.article_of[other].text
    pairs = shared_runs(comparison, link, sentence, span, there)
    if share(comparison, link) >= NEAR:
        runs = differing(article.text, span, theirs, Span(there.start, there.end), pairs)
        compared = any(run.whose in (Whose.OWN, Whose.THEIRS) for run in runs)
        remark = "word by word above" if compared else "in the same words"
        return AnnotatedPiece(
            runs, mark, CounterpartNote(relation, evidence, link.score, remark=remark, by_hand=by_hand)
        )
    quote = with_shared(theirs, Span(there.start, there.end), [their for _, their in pairs])
    runs = with_shared(article.text, span, [own for own, _ in pairs])
    return AnnotatedPiece(runs, mark, CounterpartNote(relation, evidence, link.score, quote, by_hand=by_hand))


def counterpart(comparison: Comparison, sentence: str, mark: Marked) -> str | None:
    """Return the sentence to hold a marked sentence against, if any.

    That is the other side of a conflict; else the best link within its claim, else another of the claim's sentences; of
    a weaker sentence, one of those that state the claim plainly if there is any. For a claim that is perhaps only here
    it is the nearest sentence, to check it by.
    """
    index = comparison.index
    own = index.article_of[sentence].id
    if mark.claim is None or mark.mark is Mark.UNIQUE:
        return None
    if mark.mark is Mark.UNSURE:
        nearest = [n for a in index.articles if a != own and (n := index.nearest.get((sentence, a)))]
        return min(nearest, key=lambda n: (-n.score, n.match)).match if nearest else None
    if mark.mark is Mark.CONFLICT:
        against = [side for c in index.conflicts_with[sentence] for side in c.sides if side and sentence not in side]
        return against[0][0] if against else None
    linked = [link.other(sentence) for link in index.links_of.get(sentence, ())]
    others = [s for s in mark.claim.sentences if index.article_of[s].id != own]
    plain = [s for s in others if index.article_of[s].id not in mark.claim.stance] if mark.mark is Mark.WEAKER else []
    choices = ([s for s in linked if s in plain], plain, [s for s in linked if s in others], others)
    return next((found[0] for found in choices if found), None)
