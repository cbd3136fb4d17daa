"""The elements of HTML, in whatever file they stand: which begin a paragraph, of which kind, and what is no text."""

from __future__ import annotations

from compare.model import ParagraphKind


def _set(names: str) -> frozenset[str]:
    return frozenset(names.split())


BLOCKS = _set(
    "address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset figcaption "
    "figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html label legend li main menu nav ol p pre search section "
    "summary table tbody tfoot thead tr ul"
)
"""Elements that begin a new block, as browsers lay them out."""

CELLS = _set("td th")
"""Elements that stand side by side in a row."""

NO_TEXT = _set(
    "applet area audio base canvas datalist embed frame frameset head iframe img input link map math meta meter "
    "noembed noframes noscript object progress rp rt script select style svg template textarea title video"
)
"""Elements whose content no reader sees as text, or that are run and not read; ``rt`` says above a word how it is
pronounced, and is no part of the sentence."""

KINDS = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), ParagraphKind.HEADING),
    **dict.fromkeys(("li", "dt", "dd"), ParagraphKind.LIST),
    "blockquote": ParagraphKind.QUOTE,
    **dict.fromkeys(("figcaption", "caption"), ParagraphKind.CAPTION),
}
"""What the paragraphs of an element are, where it tells."""
