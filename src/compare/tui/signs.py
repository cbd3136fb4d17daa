"""The reader's marks as signs and words: one glyph a kind, so that colour is never needed. Pure and without Textual."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from compare.model import Coded, Comparison, Judged, Noted, Remark, Starred, Verdict, one_line, plural
from compare.model.phrases import around_words, percent
from compare.model.review import words_of
from compare.review import NO_MARKS, Remarks, Review
from compare.tui.state import EMPTY

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Sequence

    from compare.model import Article, Body, ReaderMark
    from compare.review import Placed

VERDICTS = {Verdict.CONFIRMED: "✓", Verdict.WRONG: "✗", Verdict.OUR_CALL: "§", Verdict.OPEN: "○"}
"""The glyph of each verdict; *open* has one only where it is said of a mark, never beside a sentence."""

NOTE, CODE, STAR, HAND = "✎", "#", "★", "†"
"""The glyphs of a note, a code, a star, and of whatever the reader corrected."""


class Signs:
    """What stands beside claims and sentences that the reader has marked: two cells, ``✓ ``.

    The second cell is ``?`` where a mark is unsure and counts for nothing yet, else ``+`` where there is more than one
    thing to say. Each sign is made when it is first asked for.
    """

    WIDTH = 3
    """Cells that a sign takes in a gutter, with a blank before it."""

    def __init__(self, review: Review, comparison: Comparison) -> None:
        self.review = review
        self._comparison = comparison
        self._by_sentence: defaultdict[str, list[Placed]] = defaultdict(list)
        self._by_article: defaultdict[str, list[Placed]] = defaultdict(list)
        claims_of = comparison.index.claims_of
        for placed in review.laid.placed:
            if placed.article:
                self._by_article[placed.article].append(placed)
            for sentence in placed.sentences:
                if not isinstance(placed.mark.body, Remark) or sentence not in claims_of:
                    self._by_sentence[sentence].append(placed)
        self._any = any(placed.sentences for placed in review.laid.placed)
        self._claims: dict[str, str] = {}
        self._pieces: dict[str, str] = {}

    def __bool__(self) -> bool:
        """Whether there is any sign to show beside sentences."""
        return self._any

    def claim(self, key: str) -> str:
        """Return the sign of a claim, by its id; empty if nothing was said of it."""
        if key not in self._claims:
            claim, remarks = self._comparison.index.claims.get(key), self.review.on.get(key)
            hand = claim is not None and claim.corrected
            self._claims[key] = _sign(remarks or Remarks(), (), hand=hand) if remarks or hand else ""
        return self._claims[key]

    def piece(self, sentence: str) -> str:
        """Return the sign of a sentence, from what was said of it and of its claims."""
        if sentence not in self._pieces:
            claims = self._comparison.index.claims_of.get(sentence, ())
            own = self._by_sentence.get(sentence, ())
            said = [self.claim(claim.id) for claim in claims]
            if own:
                corrected = [placed for placed in own if not isinstance(placed.mark.body, Remark)]
                said.insert(0, _sign(Remarks.of(own), corrected, hand=False))
            self._pieces[sentence] = _most_telling(sign for sign in said if sign)
        return self._pieces[sentence]

    def bare(self, sentence: str) -> Remarks:
        """Return what was said of a sentence that stands in no claim."""
        return Remarks.of(self._by_sentence.get(sentence, ()))

    def of_sentence(self, sentence: str) -> Sequence[Placed]:
        """Return the corrections of a sentence, and what was said of it where it stands in no claim."""
        return self._by_sentence.get(sentence, ())

    def of_article(self, article: str) -> Sequence[Placed]:
        """Return the corrections of an article as a whole."""
        return self._by_article.get(article, ())

    def counted(self, article: str) -> tuple[str, ...]:
        """Return how many marks are on an article and its sentences, in a few words; nothing if there are none."""
        index = self._comparison.index
        own = [
            placed
            for placed in self.review.laid.placed
            if placed.article == article or any(index.article_of[s].id == article for s in placed.sentences)
        ]
        unsure = sum(not placed.sure for placed in own)
        doubt = f", {unsure} unsure" if unsure else ""
        return (f"{plural(len(own), 'mark')} of yours{doubt}",) if own else ()


NO_SIGNS = Signs(NO_MARKS, EMPTY)
"""What stands beside anything before marks are known."""


def glyph_of(mark: ReaderMark) -> str:
    """Return the glyph of a mark."""
    match mark.body:
        case Judged(verdict=verdict):
            return VERDICTS[verdict]
        case Noted():
            return NOTE
        case Starred():
            return STAR
        case Coded():
            return CODE
        case _:
            return HAND


def said_by(mark: ReaderMark, *, by_hand: bool = True) -> str:
    """Return what a mark says and who said it, in a line safe to show; ``by_hand`` as for :func:`said_in`."""
    said = said_in(mark.body, by_hand=by_hand)
    return f"{said} · {one_line(mark.by)}" if mark.by else said


def said_in(body: Body, *, by_hand: bool = True) -> str:
    """Return what a reader says, in a line safe to show; without ``by_hand`` where it is told already who corrected."""
    before, behind = around_words(body.kind, by_hand=by_hand)
    evidence = f" · evidence: {one_line(body.evidence)}" if isinstance(body, Judged) and body.evidence else ""
    return f"{before}{one_line(words_of(body))}{behind}{evidence}"


def doubt_about(placed: Placed) -> str:
    """Return why a mark counts for nothing yet; empty if it counts."""
    if placed.sure:
        return ""
    return f"unsure ({percent(placed.certainty)} %): the text has changed; L lists it"


def quoted_by(mark: ReaderMark, articles: Sequence[Article], absent: Container[int] = ()) -> str:
    """Return whose words a mark is about, the first of them, and how many sentences more.

    Args:
        mark: it.
        articles: those of the set.
        absent: the numbers of its quotations that are of none of them; another comes first.
    """
    first = next((quote for n, quote in enumerate(mark.quotes) if n not in absent), None)
    named = first.article if first else mark.articles[0]
    label = next((a.label for a in articles if a.sha256 == named.sha256), named.outlet or named.title or named.source)
    if first is None:
        return one_line(label)
    more = len(mark.quotes) - 1
    return f"{one_line(label)}: “{one_line(first.exact)}”{f', and {more} more' if more else ''}"


def _sign(remarks: Remarks, own: Sequence[Placed], *, hand: bool) -> str:
    """Put all that was said of one thing into two cells."""
    verdict = remarks.verdict
    glyphs = [VERDICTS[verdict]] if verdict is not Verdict.OPEN else []
    unsure = [placed for placed in remarks.verdicts if not placed.sure]
    if not glyphs and unsure:
        glyphs.append(glyph_of(unsure[-1].mark))
    said = ((own, HAND), (remarks.notes, NOTE), (remarks.codes, CODE), (remarks.stars, STAR))
    glyphs += [glyph for placed, glyph in said if placed or (hand and glyph == HAND)]
    if not glyphs:
        return ""
    doubtful = unsure or any(not p.sure for group in (own, remarks.notes, remarks.codes, remarks.stars) for p in group)
    return glyphs[0] + ("?" if doubtful else "+" if len(glyphs) > 1 else " ")


def _most_telling(signs: Iterable[str]) -> str:
    order = f"{''.join(VERDICTS.values())}{HAND}{NOTE}{CODE}{STAR}"
    found = sorted(signs, key=lambda sign: order.index(sign[0]))
    if len(found) > 1 and found[0][1] == " ":
        return f"{found[0][0]}{'?' if any(sign[1] == '?' for sign in found) else '+'}"
    return found[0] if found else ""
