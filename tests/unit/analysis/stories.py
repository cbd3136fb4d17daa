"""Small invented stories, an article a list of lines."""

from __future__ import annotations

from articles import article
from compare.analysis import compare
from compare.loading import gather
from compare.model import Article, Claim, Comparison, ConflictKind, Link


def report(outlet: str, *lines: str, published: str | None = None) -> Article:
    """Open an article of these paragraphs."""
    return article("\n\n".join(lines), outlet=outlet, published=published)


def story(**articles: list[str]) -> Comparison:
    """Compare articles; each is called after its outlet."""
    return compare(gather([report(name, *lines) for name, lines in articles.items()]))


def claim(comparison: Comparison, words: str) -> Claim:
    """Return the largest claim that a sentence with these words stands in."""
    index = comparison.index
    sentence = next(s for s in index.claims_of if words in index.words(s))
    return index.claims_of[sentence][0]


def outlets(comparison: Comparison, articles: tuple[str, ...]) -> set[str | None]:
    """Return who published the articles with these ids."""
    return {comparison.index.articles[a].outlet for a in articles}


FILL = {
    "Gazette": [
        "The harbour of Lund has a new crane that can lift forty containers an hour.",
        "Dockers welcomed the machine, which arrived by barge from Gdansk last week.",
        "The old crane will be scrapped in spring once its jib has been taken down.",
    ],
    "Courier": [
        "A festival of shanties opened on the quay with nine choirs from five countries.",
        "Visitors ate herring and listened to accordions until the lamps went out.",
        "Organisers promise a second stage next summer if the sponsors return.",
    ],
    "Post": [
        "Schools in the district close early this week because of a burst water main.",
        "Engineers have dug up two streets and found the pipe rusted through.",
        "Parents complained that nobody had told them before the bell rang.",
    ],
}
"""Sentences about other things, so that terms have a story to be rare in."""

SPOKEN = "We had four minutes and in four minutes my crew got everybody to the rails"
"""What somebody is quoted with."""


def tell(one: str, other: str) -> Comparison:
    """Compare two short reports that differ in one sentence, with a third beside them."""
    return story(Gazette=[one, *FILL["Gazette"]], Courier=[other, *FILL["Courier"]], Post=FILL["Post"])


DAYS = "2026-03-02", "2026-03-03"
"""Two days, one after the other, on which reports are published."""


def dated(**reports: tuple[str | None, str]) -> Comparison:
    """Compare reports, each called after its outlet: the day of its publication, and what it says before all else."""
    return compare(gather([report(name, said, *FILL[name], published=day) for name, (day, said) in reports.items()]))


def told(one: str, other: str, days: tuple[str | None, str | None] = (DAYS[0], DAYS[0])) -> Comparison:
    """Compare two reports of these days that differ in what they say first."""
    return dated(Gazette=(days[0], one), Courier=(days[1], other))


def tie(comparison: Comparison, one: str, other: str, score: float) -> Link:
    """Return a link of this score between the sentences with these words, whatever was found between them."""
    a, b = sorted(s for s in comparison.index.sentences if comparison.index.words(s) in (one, other))
    return Link(a, b, score, ())


def kinds(comparison: Comparison) -> list[ConflictKind]:
    """Return of which kinds the conflicts are, in their order."""
    return [conflict.kind for conflict in comparison.conflicts]
