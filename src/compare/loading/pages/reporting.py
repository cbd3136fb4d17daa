"""Which pieces of a page are the report, and why each other one is not.

trafilatura votes; what it takes is the report unless the page itself says otherwise. On the 92 pages of a public set
that the rules were made on (benchmarks/README.md), its votes alone, put on our pieces, come to an F1 of 0.960, with the
rules here to 0.973. Without leaving out what is links it would be 0.968, without telling the headline 0.969, without
leaving out what a page shows twice, or without filling in what stands between siblings, 0.972. Classes such as
``related`` brought nothing against a vote, so they only give the reason of what nobody voted for.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from compare.loading.pages import markup
from compare.loading.pages.rendering import Piece
from compare.loading.pages.witnesses import RUN, Witness, words_of
from compare.loading.reasons import MAILING, NAVIGATION, PAYWALL, REST, SUBSCRIBING
from compare.loading.rules import rule_of
from compare.model import ParagraphKind

LINKED = 0.6
"""Share of links from which on a piece is one."""

PROSE = 15
"""Words from which on a piece that was voted for shows where the report stands."""

STATEMENT = 8
"""Words of a piece that can be reporting with nobody to vote for it."""

ALIKE = 0.8
"""Share of words that a heading and the title from the metadata have in common where both are the headline."""

_ASKS = (PAYWALL, SUBSCRIBING, MAILING, REST)
"""What the wording of a line is where a paywall asks for money."""

REPEATED = "shown twice"
OUTSIDE = "outside the report"


@dataclass(frozen=True, slots=True)
class Judged:
    """A piece, and what it was found to be: ``reason`` is set for furniture alone."""

    piece: Piece
    kind: ParagraphKind
    reason: str | None = None


def judged(found: Sequence[Piece], witnesses: Sequence[Witness], title: str | None) -> tuple[Judged, ...]:
    """Tell reporting from furniture.

    Args:
        found: the pieces of a page in order.
        witnesses: texts that someone says are the report.
        title: the headline that the page's metadata names.

    Returns:
        The pieces in the same order.
    """
    return _Judge(found, witnesses, title).verdicts()


class _Judge:
    """Decides step by step; ``taken`` holds the numbers of the pieces that are reporting so far."""

    def __init__(self, found: Sequence[Piece], witnesses: Sequence[Witness], title: str | None) -> None:
        self._found = found
        self._words = [words_of(piece.text) for piece in found]
        voted = {n for n, words in enumerate(self._words) if any(witness.has(words) for witness in witnesses)}
        self._taken = voted or self._by_our_own_lights()
        prose = [n for n in sorted(self._taken) if len(self._words[n]) >= PROSE and found[n].links <= LINKED]
        self._prose = prose or sorted(self._taken)
        # the elements that hold prose, with how many paragraphs of it
        self._homes = Counter(parent for parent, _ in {(found[n].parent, self._words[n]) for n in self._prose})
        self._title = self._headline(title)

    def verdicts(self) -> tuple[Judged, ...]:
        self._leave_out_links()
        self._fill_in()
        self._leave_out_walls()
        repeated = self._repeated()
        self._taken -= repeated
        if self._title is not None:
            self._taken.discard(self._title)
        return tuple(self._verdict(n, n in repeated) for n in range(len(self._found)))

    def _by_our_own_lights(self) -> set[int]:
        """Without a vote, as on a very short page: statements that the page holds to be its article, or any at all."""
        stated = [
            n
            for n, piece in enumerate(self._found)
            if piece.reason is None and piece.links <= LINKED and len(self._words[n]) >= STATEMENT
        ]
        return {n for n in stated if self._found[n].main} or set(stated)

    def _headline(self, title: str | None) -> int | None:
        """Return the heading that is the headline: the one worded as the title, or the first of the highest level."""
        first = self._prose[0] if self._prose else len(self._found)
        headings = [n for n, piece in enumerate(self._found) if piece.level and self._words[n]]
        wanted = set(words_of(title or ""))
        alike = [n for n in headings if wanted and _shared(set(self._words[n]), wanted) >= ALIKE]
        tops = [n for n in headings if self._found[n].level == 1 and n < first and self._found[n].reason is None]
        # of several the last before the report: those above it are in menus
        above = [n for n in alike or tops if n < first]
        return max(above, key=lambda n: (self._found[n].level == 1, n)) if above else min(alike, default=None)

    def _leave_out_links(self) -> None:
        """Take links for links, but for a linked heading or list item among the paragraphs of the report."""
        for n in tuple(self._taken):
            piece = self._found[n]
            among = piece.parent in self._homes and piece.level > 1 and piece.reason is None
            if piece.links > LINKED and not among:
                self._taken.discard(n)

    def _fill_in(self) -> None:
        """Take what stands between two paragraphs of the report, beside them and with nothing against it."""
        for n in range(self._prose[0], self._prose[-1]) if self._prose else ():
            piece = self._found[n]
            told = piece.kind is not ParagraphKind.CAPTION and piece.reason is None and piece.links <= LINKED
            if told and piece.parent in self._homes:
                self._taken.add(n)

    def _leave_out_walls(self) -> None:
        """Leave out what stands in a paywall from where it asks for money; before that, it may hold the report."""
        asks = False
        for n, piece in enumerate(self._found):
            walled = piece.reason == PAYWALL
            asks = walled and (asks or rule_of(" ".join(piece.text.split())) in _ASKS)
            if asks:
                self._taken.discard(n)

    def _repeated(self) -> set[int]:
        """Return what the page shows twice, as in a teaser: all but the copies beside other paragraphs."""
        copies: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
        headline = self._words[self._title] if self._title is not None else ()
        for n in sorted(self._taken):
            if len(self._words[n]) >= RUN:
                copies[self._words[n]].append(n)
        repeated = {n for n in copies.get(headline, ()) if n != self._title}
        for places in copies.values():
            home = [n for n in places if self._homes[self._found[n].parent] > 1 and self._found[n].reason is None]
            repeated.update(set(places) - set(home or (max(places, key=self._likelihood),)))
        return repeated

    def _likelihood(self, n: int) -> tuple[bool, bool, int]:
        return self._found[n].reason is None, self._found[n].main, -n

    def _verdict(self, n: int, repeated: bool) -> Judged:
        piece = self._found[n]
        if n == self._title:
            return Judged(piece, ParagraphKind.TITLE)
        if n in self._taken:
            return Judged(piece, ParagraphKind.BODY if piece.kind is ParagraphKind.CAPTION else piece.kind)
        if piece.kind is ParagraphKind.CAPTION or piece.reason == markup.CAPTION:
            pictured = piece.main or (bool(self._prose) and self._prose[0] < n < self._prose[-1])
            kind = ParagraphKind.CAPTION if pictured and piece.links <= LINKED else ParagraphKind.FURNITURE
            return Judged(piece, kind, None if kind is ParagraphKind.CAPTION else markup.CAPTION)
        return Judged(piece, ParagraphKind.FURNITURE, REPEATED if repeated else self._reason(n))

    def _reason(self, n: int) -> str:
        """Say why a piece is furniture: by the markup around it, by its wording, or by what it is beside the report."""
        piece = self._found[n]
        line = " ".join(piece.text.split())
        worded = rule_of(line)
        if piece.reason and (piece.reason not in (NAVIGATION, markup.FORM) or worded is None):
            return piece.reason
        if worded:
            return worded
        if piece.links > LINKED:
            headed = len(self._words[n]) > RUN and self._prose and n > self._prose[0]
            return markup.RELATED if headed else NAVIGATION
        return OUTSIDE


def _shared(some: set[str], others: set[str]) -> float:
    return len(some & others) / max(len(some), len(others), 1)
