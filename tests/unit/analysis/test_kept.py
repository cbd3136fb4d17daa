"""What is kept from one comparison to the next, where a correction changes what it does not seem to touch."""

from __future__ import annotations

from compare.analysis import Analysis, compare
from compare.model import FindingKind, Included

from .stories import story


def test_a_title_put_in_makes_two_voices_of_a_reprint_so_that_its_facts_stand_alone_no_more() -> None:
    ferry = "The new ferry Aurora Borealis cost $3 million."
    coverage = story(
        Gazette=["Ferry", ferry],
        Post=["Ship", ferry],
        Herald=["Harbour", "The harbour of Lund was closed on Monday after a storm."],
    ).coverage
    title = next(s.id for a in coverage.articles for s in a.sentences if a.cut(s) == "Ferry")
    analysis = Analysis(coverage)
    for corrections, alone in (((), True), ((Included(title),), False), ((), True)):
        kept = analysis.under(corrections)
        assert kept == compare(coverage, corrections)
        assert any(finding.kind is FindingKind.FACT for finding in kept.findings) is alone
