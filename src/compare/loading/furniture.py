"""Furniture: finds what an article holds besides reporting, and captions. The :mod:`~compare.loading.rules` for single
lines are data; here is what needs more than the line to tell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from compare.loading.blocks import REPORTING, Block, words_in
from compare.loading.headings import is_headline, sentence_ends
from compare.loading.lines import LONGEST, Where
from compare.loading.reasons import LINK, LINK_BACK, NAVIGATION, TAGS
from compare.loading.rules import CAPTION, RULES, SECTION
from compare.model import ParagraphKind
from compare.model.words import MEASURED

LONGEST_CAPTION = 400
"""Code points of a caption; a longer paragraph that begins with "Photo:" tells a story."""

MASTHEAD_WORDS = 6
"""Words of a masthead, which is a name."""

LISTS_LINKS = 4
"""Words of a line that says that links follow ("More on this story"); a longer one is a link itself."""

MASTHEAD = "masthead"
KICKER = "line above the headline"
SECTION_NAME = "name of the section"
DOUBLED = "doubled heading"
ORNAMENT = "ornament"

_LINKS = (LINK_BACK, NAVIGATION)


def furnished(text: str, blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Return the blocks with furniture and captions marked as such, each furniture with the reason."""
    lines = [" ".join(text[b.words : min(b.end, b.words + LONGEST + 1)].split()) for b in blocks]
    found = [_by_rule(block, line, Where.ANYWHERE) for block, line in zip(blocks, lines, strict=True)]
    for n, line in enumerate(lines[1:], 1):
        found[n] = _as_caption(_by_rule(found[n], line, Where.BELOW), line)
    told = [n for n, (block, line) in enumerate(zip(found, lines, strict=True)) if _is_reporting(block, line)]
    first, last = (told[0], told[-1]) if told else (len(found), -1)
    for n, line in enumerate(lines):
        if not first < n < last:
            found[n] = _by_rule(found[n], line, Where.EDGES)
    found = _with_listed_links(lines, found, last)
    return _without_doubles(lines, _with_masthead(text, lines, found))


def masthead_of(text: str, blocks: Sequence[Block]) -> str | None:
    """Return the line that seems to name the outlet, if one was found."""
    return next((text[b.words : b.end] for b in blocks if b.reason == MASTHEAD), None)


def _by_rule(block: Block, line: str, where: Where) -> Block:
    if block.kind is ParagraphKind.FURNITURE or len(line) > LONGEST:
        return block
    if not any(letter.isalnum() for letter in line):
        return replace(block, kind=ParagraphKind.FURNITURE, reason=ORNAMENT)
    for rule in RULES:
        if rule.where is where and rule.holds(line):
            return replace(block, kind=ParagraphKind.FURNITURE, reason=rule.reason)
    return block


def _as_caption(block: Block, line: str) -> Block:
    if block.kind is not ParagraphKind.FURNITURE and len(line) <= LONGEST_CAPTION and CAPTION(line):
        return replace(block, kind=ParagraphKind.CAPTION)
    return block


def _is_reporting(block: Block, line: str) -> bool:
    return block.kind in REPORTING and sentence_ends(line[-20:]) and words_in(line) > 8


def _with_listed_links(lines: Sequence[str], found: Sequence[Block], last: int) -> list[Block]:
    """Mark the titles of other texts that stand below the report under "Read more" or "Related stories", and tags under
    what announces them."""
    marked, listing = list(found), ""
    for n, line in enumerate(lines[last + 1 :], last + 1):
        if found[n].kind is ParagraphKind.FURNITURE:
            announces = found[n].reason in (LINK, TAGS) and words_in(line) <= LISTS_LINKS
            listing = (found[n].reason or "") if announces else ""
        elif listing and not sentence_ends(line.rstrip("?")):
            marked[n] = replace(found[n], kind=ParagraphKind.FURNITURE, reason=listing)
        else:
            listing = ""
    return marked


def _with_masthead(text: str, lines: Sequence[str], found: Sequence[Block]) -> list[Block]:
    """Mark the first line if it names the outlet or the section.

    It does if a link back or the navigation comes next; or if a headline comes next and no word of the line comes again
    in the text, while a headline always shares some.
    """
    marked = list(found)
    if len(found) < 3 or found[0].kind in (ParagraphKind.FURNITURE, ParagraphKind.CAPTION):
        return marked
    line, after = lines[0], found[1]
    if words_in(line) > MASTHEAD_WORDS or sentence_ends(line):
        return marked
    reason = None
    if SECTION(line):
        reason = SECTION_NAME
    elif after.reason in _LINKS:
        reason = MASTHEAD
    elif words_in(lines[1]) > words_in(line) and is_headline(lines[1]):
        rest = {word.casefold() for word in MEASURED.findall(text[after.start :])}
        own = {word.casefold() for word in MEASURED.findall(line)}
        reason = KICKER if own.isdisjoint(rest) else None
    if reason:
        marked[0] = replace(found[0], kind=ParagraphKind.FURNITURE, reason=reason)
    return marked


def _without_doubles(lines: Sequence[str], found: Sequence[Block]) -> tuple[Block, ...]:
    """Mark a heading that comes again with nothing but furniture between: the later one."""
    marked: list[Block] = []
    before: str | None = None
    for line, block in zip(lines, found, strict=True):
        if block.kind is ParagraphKind.FURNITURE:
            marked.append(block)
            continue
        doubled = before == line.casefold() and (block.kind is ParagraphKind.HEADING or is_headline(line))
        marked.append(replace(block, kind=ParagraphKind.FURNITURE, reason=DOUBLED) if doubled else block)
        before = line.casefold()
    return tuple(marked)
