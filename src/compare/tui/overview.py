"""What can be counted of each article, laid out as a table with bars. Pure and without Textual.

Counts and shares, nothing that judges: every bar has its figure beside it.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from compare.model import SPEECH, Comparison, FactKind, FindingKind, Status, only_here, plural
from compare.model.phrases import NOT_HERE
from compare.model.tally import Common, Tally, in_common, tallies
from compare.tui.phrases import NOT_COMPARED

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

Kind = TypeVar("Kind", FactKind, FindingKind)

GAP = 2
"""Cells between two columns of the table."""

LONGEST = 24
"""Cells of a bar at most: with more, the figures stand too far apart to be compared."""

_EIGHTHS = " ▏▎▍▌▋▊▉"

_KINDS = {
    FactKind.MONEY: "sums of money",
    FactKind.NUMBER: "numbers",
    FactKind.PERCENTAGE: "percentages",
    FactKind.DATE: "dates",
    FactKind.NAME: "names",
    FactKind.QUOTATION: "quotations",
    FactKind.ATTRIBUTION: "sources",
}

_FINDINGS = {
    FindingKind.CONFLICT: "conflicts",
    FindingKind.SOLE: "sole sources",
    FindingKind.FACT: "facts only here",
    FindingKind.OMISSION: NOT_HERE,
}


@dataclass(frozen=True, slots=True)
class Account:
    """All counts of a comparison: of each article by its id, and of each pair that shares verbatim runs."""

    comparison: Comparison
    of: dict[str, Tally]
    common: tuple[Common, ...]


@dataclass(frozen=True, slots=True)
class Measure:
    """A column of the table: for each article a figure, and how long its bar is, between 0 and 1.

    Where nothing is known the figure is ``?``, and there is no bar.
    """

    title: str
    figures: tuple[str, ...]
    shares: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class BarCell:
    """A bar, padded to its room, and a figure, set to the right of its own."""

    bar: str
    figure: str


def account_of(comparison: Comparison) -> Account:
    """Count everything of a comparison."""
    return Account(comparison, tallies(comparison), in_common(comparison))


def measures(account: Account, articles: Iterable[str]) -> tuple[Measure, ...]:
    """Return the columns of the table for articles, in their order."""
    rows = [account.of[article] for article in articles]
    shares = [len(row.only_here) / row.claims if row.claims else None for row in rows]
    lacking = [absent(account, row) for row in rows]
    return (
        _counted("words", [row.words for row in rows]),
        Measure(
            "only here",
            tuple("?" if share is None else f"{share * 100:.0f} %" for share in shares),
            tuple(share or 0.0 for share in shares),
        ),
        _counted("not here", lacking),
        _counted("sources", [row.facts.get(FactKind.ATTRIBUTION, 0) for row in rows]),
        _counted("quotes", [row.facts.get(FactKind.QUOTATION, 0) for row in rows]),
        _counted("facts", [sum(n for kind, n in row.facts.items() if kind not in SPEECH) for row in rows]),
    )


def absent(account: Account, row: Tally) -> int | None:
    """Return how many claims of several voices an article does not make; ``None`` where that is unknown, of a text that
    is cut or in another language than most."""
    known = row.article.complete and row.article.language == account.comparison.coverage.language
    return None if not known and not row.lacks and row.unknown else len(row.lacks)


def table(columns: Sequence[Measure], width: int) -> tuple[tuple[str, ...], tuple[tuple[BarCell, ...], ...]]:
    """Lay columns out in at most ``width`` cells; return the titles, padded, and for each article its cells.

    What is left beside titles and figures goes to the bars in equal parts. Without room for a cell each there are none,
    and where not even the figures fit the last columns are left out.
    """
    figures = [max(map(len, column.figures), default=0) for column in columns]
    least = [max(len(column.title), figure) for column, figure in zip(columns, figures, strict=True)]
    while len(least) > 1 and sum(least) + GAP * len(least) > width:
        least.pop()
    each = max(0, min((width - GAP * len(least)) // len(least), LONGEST + 1 + max(figures, default=0)))
    rooms = [each] * len(least) if each >= max(least) else least
    bars = [max(0, room - figure - 1) for room, figure in zip(rooms, figures, strict=False)]
    titles = tuple(f"{column.title:<{room}}" for column, room in zip(columns, rooms, strict=False))
    rows = tuple(
        tuple(
            BarCell(bar(column.shares[n], cells), f"{column.figures[n]:>{room - cells}}")
            for column, room, cells in zip(columns, rooms, bars, strict=False)
        )
        for n in range(len(columns[0].figures))
    )
    return titles, rows


def bar(share: float, cells: int) -> str:
    """Return a bar of block glyphs for a share between 0 and 1, padded to ``cells``. What is not nothing is seen."""
    eighths = min(8 * cells, max(round(8 * cells * share), 1 if share > 0 else 0))
    whole, rest = divmod(eighths, 8)
    return f"{'█' * whole}{_EIGHTHS[rest].strip()}".ljust(cells)


def details(row: Tally, *, analysed: bool) -> tuple[str, ...]:
    """Return what there is to say of an article that has no column of its own, in a few words each."""
    if not analysed:
        return (NOT_COMPARED.words,)
    said = [f"{len(row.only_here)} of {plural(row.claims, 'claim')} only here"]
    if row.perhaps:
        said[0] += f", {len(row.perhaps)} perhaps"
    if row.unknown:
        said.append(f"{plural(row.unknown, 'claim')} unknown")
    if row.findings:
        said.append(f"findings: {_listed(row.findings, _FINDINGS)}")
    if facts := _listed({kind: n for kind, n in row.facts.items() if kind not in SPEECH}, _KINDS):
        said.append(f"facts: {facts}")
    return tuple(said)


def totals(account: Account) -> tuple[str, ...]:
    """Return what there is in all articles together, in a few words each; what several carry counts once."""
    comparison = account.comparison
    claims = comparison.claims
    unique = sum(claim.status is Status.UNIQUE for claim in claims)
    sure = sum(map(only_here, claims))
    common = sum(claim.status is Status.COMMON for claim in claims)
    kinds = Counter(fact.kind for fact in comparison.facts)
    return (
        plural(len(account.of), "article"),
        plural(comparison.index.voices, "voice"),
        f"{sum(row.words for row in account.of.values()):,} words",
        f"{plural(len(claims), 'claim')}: {sure} only in one, {unique - sure} perhaps, "
        f"{len(claims) - unique - common} in some, {common} in all",
        plural(len(comparison.conflicts), "conflict"),
        *([_listed(kinds, _KINDS)] if kinds else []),
    )


def voices(account: Account) -> tuple[tuple[str, ...], ...]:
    """Return the articles that speak with one voice, those of each together, in the order of display."""
    spoken: dict[str, list[str]] = {}
    for article in account.of:
        spoken.setdefault(account.comparison.index.voice_of[article], []).append(article)
    return tuple(tuple(articles) for articles in spoken.values() if len(articles) > 1)


def _counted(title: str, values: Sequence[int | None]) -> Measure:
    most = max((value for value in values if value is not None), default=0) or 1
    figures = tuple("?" if value is None else f"{value:,}" for value in values)
    return Measure(title, figures, tuple((value or 0) / most for value in values))


def _listed(counts: Mapping[Kind, int], names: Mapping[Kind, str]) -> str:
    return ", ".join(f"{name} {counts[kind]:,}" for kind, name in names.items() if counts.get(kind))
