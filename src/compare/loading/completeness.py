"""Is the article whole? A teaser lacks what its outlet may well have reported: that is unknown, not omitted."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Protocol

from compare.loading.abroad import GOES_ON
from compare.loading.blocks import REPORTING, words_in
from compare.loading.language import COMMONEST
from compare.loading.paywalls import NOTICES
from compare.model import ParagraphKind, one_line

LONG = 15
"""Words of a last paragraph that can be told to break off; a shorter one may be a signature or a line of verse."""

CALL, CALL_WORDS = 300, 25
"""Code points and words of a line that tells the reader to go on elsewhere; a longer one tells a story."""

SHOWN = 60
"""Code points of the end of a text that are quoted to show that it breaks off."""

_GOES_ON = re.compile(
    r"(?:(?:continue|keep) reading (?:(?:this|the) (?:article|story|report) )?(?:at|on|in|with|by)\b"
    r"|(?:continue|keep) reading\W*$"
    r"|read the (?:full|whole|entire|rest of the|complete) (?:story|article|report)"
    r"|(?:subscribe|sign in|log in|register|become a member) (?:now |today )?to (?:continue|keep|read)\b"
    r"|(?:to (?:continue|keep) reading|to read (?:more|the full \w+)),? "
    r"|(?:this|the rest of this) (?:article|story) is (?:for|available (?:only )?to) (?:subscribers|members)"
    rf"|{'|'.join(GOES_ON)})",
    re.IGNORECASE,
)
_ELLIPSIS = re.compile(
    r"(?:…|(?<!\.)\.\.\.|\[\s?(?:…|\.\.\.)\s?\])\s*(?:\[\+?\d+ (?:chars|characters)\])?$|\[\+\d+ chars\]$"
)


class Stretch(Protocol):
    """A block or a paragraph."""

    @property
    def kind(self) -> ParagraphKind: ...  # noqa: D102

    @property
    def start(self) -> int: ...  # noqa: D102

    @property
    def end(self) -> int: ...  # noqa: D102


def why_cut(text: str, stretches: Sequence[Stretch], language: str) -> str | None:
    """Return the words that show that a text is cut, or ``None`` if nothing does.

    A line such as "Continue reading at ..." counts after the last paragraph of reporting alone: before it, the report
    goes on. An ellipsis counts at the very end, as does a long last paragraph that stops at a comma or a small word
    such as "of". A full stop that is missing is no sign: many a page forgets it.

    Args:
        text: of the article.
        stretches: its blocks or paragraphs in order.
        language: ISO 639-1 code, of the small words.
    """
    told = [n for n, stretch in enumerate(stretches) if stretch.kind in REPORTING]
    if not told:
        return None
    lines = [text[stretch.start : stretch.end] for stretch in stretches[told[-1] :]]
    for line in lines:
        if len(line) <= CALL and words_in(line) <= CALL_WORDS and (_GOES_ON.match(line) or NOTICES(line)):
            return one_line(line)
    # what a manifest or a report says to be a paragraph may end in space, or hold nothing else
    last = lines[0].strip()
    if not last:
        return None
    tail = last[-SHOWN:]
    stops = tail[-1] in ",–—" or tail.split()[-1].casefold() in COMMONEST.get(language, "").split()
    if not _ELLIPSIS.search(tail) and not (stops and words_in(last) >= LONG):
        return None
    return f"… {one_line(tail.split(maxsplit=1)[-1])}" if len(last) > len(tail) else one_line(last)
