"""What is shared, what is unique, what is left out: a coverage set in, an immutable comparison out; pure.

The way of a sentence: :mod:`~compare.analysis.terms` makes it a bag of weighted stems,
:mod:`~compare.analysis.candidates` meets it with all others through an inverted index, :mod:`~compare.analysis.scoring`
turns the evidence into a probability, and the likely pairs are held against their rivals
(:mod:`~compare.analysis.pairs` holds the two stages together). What two linked sentences share word by word,
:mod:`~compare.analysis.wording` finds with diff-match-patch when a screen or report shows it.
:mod:`~compare.analysis.grouping` puts together what belongs together, :mod:`~compare.analysis.facts` gathers the
checkable details, :mod:`~compare.analysis.tellings` reads who says what (:mod:`~compare.analysis.quotes`,
:mod:`~compare.analysis.sources`), :mod:`~compare.analysis.links` and :mod:`~compare.analysis.claims` say it in the
model's words, :mod:`~compare.analysis.conflicts` tells where counterparts disagree,
:mod:`~compare.analysis.paragraphs` aligns paragraphs, and :mod:`~compare.analysis.findings` ranks what a reader came
for. Beside that way, :mod:`~compare.analysis.flow` reads all words as one sequence, in which
:mod:`~compare.analysis.reuse` finds what is verbatim the same and :mod:`~compare.analysis.voices` who is independent;
:mod:`~compare.analysis.copies` keeps each text once until all is found.

:mod:`~compare.analysis.comparing` calls them in this order.

A reader's corrections come in at two places. :mod:`~compare.analysis.corrected` makes of a coverage set the one that
the reader has; :mod:`~compare.analysis.texts` holds both, for sentences are paired and grouped as the set was read.
What was put in is paired with them (:mod:`~compare.analysis.entered`), joins their groups, and is told by whose words
it has (:mod:`~compare.analysis.taken`). Over the groups :mod:`~compare.analysis.obeying` lays what stands together,
what apart and what is taken away (:mod:`~compare.analysis.hand`). :class:`~compare.analysis.kept.Analysis` keeps what
was found, so that another correction costs only what it touches: :mod:`~compare.analysis.learnt` tells of which claims
something is known anew, :mod:`~compare.analysis.changes` of which articles, links and facts conflicts and findings are.

Nothing here depends on the order of the articles, on the clock or on chance.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from compare.model import Comparison, Correction, CoverageSet

if TYPE_CHECKING:
    from compare.analysis.kept import Analysis

__all__ = ["Analysis", "compare"]


def compare(
    coverage: CoverageSet,
    corrections: Iterable[Correction] = (),
    *,
    step: Callable[[int, int, str], None] = lambda *_: None,
) -> Comparison:
    """Compare the articles of a coverage set.

    Args:
        coverage: two articles or more.
        corrections: what a reader knows better, in any order; the comparison obeys it. What contradicts another
            correction, or names what is not in the set, is told among the warnings.
        step: called before each step with the steps done, the steps in all, and what comes next; an exception it raises
            ends the analysis.
    """
    from compare.analysis.comparing import compare as compare_all

    return compare_all(coverage, step, tuple(corrections))


def __getattr__(name: str) -> Any:
    """Import :class:`Analysis` when it is first asked for: who only compares needs none."""
    if name != "Analysis":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from compare.analysis.kept import Analysis

    return Analysis
