"""A finding as Markdown, fit to be pasted into a memo: what it is, and each sentence with its source. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from compare.export.escape import escape
from compare.model import Verdict
from compare.tui.phrases import source_of, status_of
from compare.tui.relations import counterparts
from compare.tui.signs import VERDICTS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from compare.model import Claim, Comparison, Finding
    from compare.review import Review
    from compare.tui.state import State


def clipping(state: State, comparison: Comparison, review: Review) -> str:
    """Return the finding gone to, or else the claim looked at, as Markdown; empty where the cursor is on neither.

    Foreign text is escaped. The reader's verdict stands with it; notes are the reader's own and do not.
    """
    claim = comparison.index.claims.get(state.claim)
    if claim is None:
        return ""
    lines = [_head(_finding(state, comparison, claim), comparison, claim, review.verdict_of(claim.id))]
    for article in state.articles:
        lines += _quotations(comparison, claim, article)
    return "\n\n".join(lines) + "\n"


def _finding(state: State, comparison: Comparison, claim: Claim) -> Finding | None:
    about = comparison.index.findings_of.get(claim.id, ())
    gone_to = comparison.findings[state.finding] if state.finding is not None else None
    return gone_to if gone_to in about else next(iter(about), None)


def _head(finding: Finding | None, comparison: Comparison, claim: Claim, verdict: Verdict) -> str:
    said = escape(finding.why if finding else claim.text)
    what = f"finding {finding.rank}, {finding.kind}" if finding else status_of(comparison, claim)
    decided = f", {VERDICTS[verdict]} {verdict}" if verdict is not Verdict.OPEN else ""
    return f"**{said}** ({what}{decided})"


def _quotations(comparison: Comparison, claim: Claim, article: str) -> Iterator[str]:
    source = comparison.index.articles[article]
    for sentence in counterparts(comparison, claim, article):
        found = comparison.index.sentences[sentence]
        yield f"> {escape(source.cut(found))}\n>\n> — {', '.join(map(escape, source_of(source, found.start)))}"
