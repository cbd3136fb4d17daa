"""What is shared, what is unique, what is left out: a coverage set in, an immutable comparison out; pure.

The way of a sentence: :mod:`~compare.analysis.terms` makes it a bag of weighted stems,
:mod:`~compare.analysis.candidates` meets it with all others through an inverted index, :mod:`~compare.analysis.scoring`
turns the evidence into a probability, and the likely pairs are held against their rivals
(:mod:`~compare.analysis.pairs`
holds the two stages together). What two linked sentences share word by word, :mod:`~compare.analysis.wording` finds
with diff-match-patch when a screen or report shows it. :mod:`~compare.analysis.grouping` puts together what belongs
together, :mod:`~compare.analysis.facts` gathers the checkable details,
:mod:`~compare.analysis.tellings` reads who says what (:mod:`~compare.analysis.quotes`,
:mod:`~compare.analysis.sources`), :mod:`~compare.analysis.links` and :mod:`~compare.analysis.claims` say it in the
model's words, :mod:`~compare.analysis.conflicts` tells where counterparts disagree,
:mod:`~compare.analysis.paragraphs` aligns paragraphs, and :mod:`~compare.analysis.findings` ranks what a reader came
for. Beside that way, :mod:`~compare.analysis.flow` reads all words as one sequence, in which
:mod:`~compare.analysis.reuse` finds what is verbatim the same and :mod:`~compare.analysis.voices` who is independent;
:mod:`~compare.analysis.copies` keeps each text once until all is found.

:mod:`~compare.analysis.comparing` calls them in this order.

Nothing here depends on the order of the articles, on the clock or on chance.
"""

from __future__ import annotations

from collections.abc import Callable

from compare.model import Comparison, CoverageSet

__all__ = ["compare"]


def compare(coverage: CoverageSet, *, step: Callable[[int, int, str], None] = lambda *_: None) -> Comparison:
    """Compare the articles of a coverage set.

    Args:
        coverage: two articles or more.
        step: called before each step with the steps done, the steps in all, and what comes next; an exception it raises
            ends the analysis.
    """
    from compare.analysis.comparing import compare as compare_all

    return compare_all(coverage, step)
