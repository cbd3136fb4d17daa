"""The sections of a report that lists all there is: what stands in each, in which order.

Formats and profiles that have them differ in what a :class:`Plan` says, and in nothing else.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

from compare.export import stock
from compare.export.blocks import Entry, Fold, Heading, Items, Pair, Paragraph, Section, Table, Texts
from compare.export.inlines import Cited, Emphasis, Line, Note, bare, joined
from compare.export.prose import others
from compare.export.sources import known, references
from compare.export.stock import TITLES
from compare.export.telling import (
    LEGEND,
    changed,
    credit,
    doubt,
    kind,
    made_by,
    mark,
    remarks,
    sign,
    standing,
    sureness,
)
from compare.model import LIKELY, Stance

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from compare.export.blocks import Block
    from compare.export.hand import Hand
    from compare.export.inlines import Inlines
    from compare.export.outline import Detail, Dispute, Found, Outline, Point, Portrait, Question, Repeat, Revised, Row

T = TypeVar("T")

COLUMNS = 12
"""From more reports than these no table with a column for each fits a page."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How a profile arranges the sections.

    Attributes:
        findings: so many findings are listed openly, and the rest folded away.
        claims: so many shared claims are; without a number all that are likely.
        items: so many of a list are told at most, and how many are left; without a number all.
        columns: from more reports than these no table has a column for each, but one that counts them.
        noted: places stand in footnotes, not beside what is said.
        folded: what is looked up rather than read is folded away.
    """

    findings: int = 20
    claims: int | None = None
    items: int | None = None
    columns: int | None = None
    noted: bool = False
    folded: bool = False


PLAIN = Plan()
"""Everything is told, with its place beside it."""


def taken(
    of: Outline, parts: Iterable[Callable[[Outline, Plan], Iterator[Section]]], plan: Plan = PLAIN
) -> tuple[Section, ...]:
    """Return the sections that a profile takes, in its order."""
    return tuple(section for part in parts for section in part(of, plan))


def first(
    items: Sequence[T], shown: int | None, told: Callable[[T], Entry], *, of: Callable[[T], int] = lambda _: 1
) -> Items:
    """Return a list of the first items, and of how many are left; ``of`` tells how many an item stands for."""
    rest = sum(of(item) for item in items[len(items[:shown]) :])
    return Items((*map(told, items[:shown]), *([Entry((_more(rest),))] if rest else [])))


def left(items: Sequence[object], shown: int | None) -> Iterator[Block]:
    """Yield how many items are left when the first are shown, if any are."""
    if rest := others(items, shown):
        yield Paragraph((_more(rest),))


def _more(count: int) -> str:
    return f"… and {count} more, in the full report"


def limits(of: Outline, plan: Plan) -> Iterator[Section]:
    """Yield what a reader must know before trusting the rest."""
    if of.limits:
        yield Section("limits", TITLES["limits"], (first(of.limits, plan.items, lambda limit: Entry((limit,))),))


def changes(of: Outline, plan: Plan) -> Iterator[Section]:
    """Yield what has changed between versions of one page, if there are any."""
    if of.revised:
        blocks = (block for revised in of.revised for block in _changes(revised, plan))
        yield Section("changes", TITLES["changes"], tuple(blocks))


def _changes(revised: Revised, plan: Plan) -> Iterator[Block]:
    yield Paragraph(("From ", revised.earlier, " to ", revised.later, ":"))
    yield first(revised.changes, plan.items, lambda change: Entry(changed(change))) or Paragraph(
        (stock.NOTHING_CHANGED,)
    )


def findings(of: Outline, plan: Plan) -> Iterator[Section]:
    """Yield the findings, best first."""
    yield Section("findings", TITLES["findings"], tuple(_findings(of, plan)))


def _findings(of: Outline, plan: Plan) -> Iterator[Block]:
    if not of.findings:
        yield Paragraph((stock.NO_FINDINGS,))
        return
    told = [_finding(found, plan) for found in of.findings[: plan.items]]
    yield Items(tuple(told[: plan.findings]), numbered=True, first=of.findings[0].rank)
    if rest := told[plan.findings :]:
        more = Items(tuple(rest), numbered=True, first=of.findings[plan.findings].rank)
        yield Fold((f"{len(rest)} more findings",), (more,))
    yield from left(of.findings, plan.items)


def _finding(found: Found, plan: Plan) -> Entry:
    why = found.why.text
    note = (Note(found.evidence, why),) if plan.noted else ()
    below = () if plan.noted else tuple((Cited(e, quoted=not e.quoted_in(why)),) for e in found.evidence)
    return Entry((sign(found), " ", found.why, *note, *remarks(found, plan.items)), below)


def marks(of: Outline, plan: Plan) -> Iterator[Section]:
    """Yield the reader's marks, if they were asked for."""
    if of.hand:
        yield Section("marks", TITLES["marks"], tuple(_marks(of.hand, plan.items)))


def _marks(hand: Hand, shown: int | None) -> Iterator[Block]:
    yield Paragraph((hand.progress,))
    if not hand.lists:
        yield Paragraph((stock.NOTHING_MARKED,))
    for title, listed in hand.lists:
        if title:
            yield Paragraph((title,))
        yield first(listed, shown, lambda each: Entry(mark(each)), of=lambda each: len(each.said))


def claims(of: Outline, plan: Plan) -> Iterator[Section]:
    """Yield the shared claims, and how each article stands to them."""
    yield Section("claims", TITLES["claims"], tuple(_claims(of, plan)))


def _claims(of: Outline, plan: Plan) -> Iterator[Block]:
    if not of.matrix:
        yield Paragraph((stock.NOTHING_SHARED,))
        return
    wide = _too_wide(of, plan)
    yield Paragraph((f"{stock.MATRIX} ", *(("How many reports do.",) if wide else LEGEND)))
    names = tuple((name,) for name in _COUNTED) if wide else tuple((portrait.name,) for portrait in of.portraits)
    head = (("claim",), ("kind",), *names)
    likely = [row for row in of.matrix if row.point.likely]
    doubtful = [row for row in of.matrix if not row.point.likely]
    open = likely[: plan.claims][: plan.items]
    if open:
        yield Table("Claims by outlet", head, tuple(_claim(row, plan, wide=wide) for row in open))
    rest = [*likely[len(open) :], *doubtful]
    folded = rest if plan.items is None else rest[: plan.items - len(open)]
    if folded:
        which = "the likely first" if folded[0].point.likely else f"less than {LIKELY:.0%} sure"
        table = Table("Doubtful claims by outlet", head, tuple(_claim(row, plan, wide=wide) for row in folded))
        yield Fold((f"{len(folded)} more, {which}",), (table,))
    yield from left(rest, len(folded))


_COUNTED: Mapping[str, Stance | None] = {
    "states": None,
    "less specific": Stance.WEAKER,
    "denies": Stance.DENIED,
    "lacks": Stance.ABSENT,
    "unknown": Stance.UNKNOWN,
}
"""The stances that are counted where there is no room for a column for each article."""


def _claim(row: Row, plan: Plan, *, wide: bool) -> tuple[Inlines, ...]:
    point = row.point
    note = (Note(point.evidence, point.text.text),) if plan.noted else ()
    words = (bare(point.text), doubt(point), *credit(point), *note, *remarks(point, plan.items))
    found = [cell.stance for cell in row.cells]
    counts = ((str(found.count(stance)),) for stance in _COUNTED.values())
    return words, (point.kind.value,), *(counts if wide else (standing(cell, row) for cell in row.cells))


def _too_wide(of: Outline, plan: Plan) -> bool:
    return plan.columns is not None and len(of.portraits) > plan.columns


def conflicts(of: Outline, plan: Plan) -> Iterator[Section]:
    """Yield the conflicts, each with the words of its sides."""
    yield Section("conflicts", TITLES["conflicts"], tuple(_conflicts(of, plan)))


def _conflicts(of: Outline, plan: Plan) -> Iterator[Block]:
    if not of.conflicts:
        yield Paragraph((stock.no_conflicts(sought=of.conflicts_sought),))
    for conflict in of.conflicts[: plan.items]:
        yield Paragraph((*kind(conflict), " ", conflict.why, *remarks(conflict, plan.items)))
        cited = (Entry(joined(" · ", ((Cited(place),) for place in side))) for side in conflict.sides if side)
        yield sides(conflict) if plan.noted else Items(tuple(cited))
    yield from left(of.conflicts, plan.items)


def sides(conflict: Dispute) -> Items:
    """Return the sides of a conflict, each by its first place, with all of them in a footnote."""
    told = ((side[0].outlet, ": ", side[0].quote, Note(side, side[0].quote.text)) for side in conflict.sides if side)
    return Items(tuple(map(Entry, told)))


def outlets(of: Outline, plan: Plan) -> Iterator[Section]:
    """Yield what sets each article apart from the others."""
    blocks = (block for portrait in of.portraits[: plan.items] for block in _portrait(portrait, plan))
    yield Section("outlets", TITLES["outlets"], (*blocks, *left(of.portraits, plan.items)))


TOLD = (limits, changes, findings, marks, claims, conflicts, outlets)
"""The sections that every long report begins with, in order: what was found, before what it was found in."""


def _portrait(portrait: Portrait, plan: Plan) -> Iterator[Block]:
    own, perhaps, lacks = (
        first(points, plan.items, told)
        for points, told in (
            (portrait.only_here, lambda p: _point(p, plan, doubt(p), own=True)),
            (portrait.perhaps, lambda p: _point(p, plan, sureness(p), own=True)),
            (portrait.lacks, lambda p: _point(p, plan, doubt(p), own=False)),
        )
    )
    blocks: list[Block] = [Heading(4, ("Only here",)), own or Paragraph((stock.NOTHING_OWN,))]
    if perhaps and plan.folded:
        blocks += [Heading(4, ("Perhaps only here",)), perhaps]
    elif perhaps:
        blocks.append(Fold((f"Perhaps only here: {len(portrait.perhaps)}",), (perhaps,)))
    blocks.append(Heading(4, ("Not in this text",)))
    if not portrait.complete:
        blocks.append(Paragraph((stock.LACKING_UNKNOWN,)))
    if lacks:
        blocks.append(lacks)
    elif portrait.complete:
        blocks.append(Paragraph((stock.NOTHING_LACKING,)))
    if plan.folded:
        lacking = f"{len(portrait.lacks)} not in this text" if portrait.complete else "cut"
        counts = f": {len(portrait.only_here)} only here, {len(portrait.perhaps)} perhaps, {lacking}"
        yield Fold((portrait.name, counts), tuple(blocks))
    else:
        yield Heading(3, (portrait.name,))
        yield from blocks


def _point(point: Point, plan: Plan, sure: str, *, own: bool) -> Entry:
    """Return a claim with its places; under the article's ``own`` name that need not be said again."""
    which = Emphasis((point.kind.value,))
    if plan.noted:
        words: Inlines = (point.text, " ", which, Note(point.evidence, point.text.text))
    else:
        places = joined(", ", ((Cited(e, named=not own, quoted=False),) for e in point.evidence))
        words = (point.text, " ", *places, " ", which)
    return Entry((*words, *credit(point), sure, *remarks(point, plan.items)))


def questions(of: Outline, plan: Plan) -> Iterator[Section]:
    """Yield what to ask next."""
    if of.questions:
        listed = first(of.questions, plan.items, lambda q: Entry(question(q)))
        yield Section("questions", TITLES["questions"], (replace(listed, numbered=True),))


def question(asked: Question) -> Inlines:
    """Return what to ask, and where that comes from."""
    return asked.text, Note(asked.evidence, asked.text.text)


def facts(of: Outline, plan: Plan) -> Iterator[Section]:
    """Yield the checkable details, and who gives them."""
    yield _looked_up("facts", _facts(of, plan), plan, len(of.facts))


def _facts(of: Outline, plan: Plan) -> Iterator[Block]:
    if not of.facts:
        yield Paragraph((stock.NO_FACTS,))
        return
    wide = _too_wide(of, plan)

    def row(detail: Detail) -> tuple[Inlines, ...]:
        lines = {e.article: (Line(e),) for e in detail.evidence}
        given = [(str(len(lines)),)] if wide else [lines.get(portrait.article, ()) for portrait in of.portraits]
        return (detail.kind.value,), (detail.text,), *given

    yield Paragraph((stock.facts_of(len(of.portraits), counted=wide),))
    columns = (("reports",),) if wide else tuple((portrait.name,) for portrait in of.portraits)
    yield Table("Facts", (("kind",), ("as written",), *columns), tuple(map(row, of.facts[: plan.items])), heading=1)
    yield from left(of.facts, plan.items)


def wording(of: Outline, _: Plan) -> Iterator[Section]:
    """Yield the words that several articles have."""
    if of.reuse:
        yield Section("wording", TITLES["wording"], (Items(tuple(map(_repeat, of.reuse))),))


def _repeat(repeat: Repeat) -> Entry:
    places = joined(", ", ((Cited(place, quoted=False),) for place in repeat.evidence))
    return Entry((f"{repeat.words} words: ", repeat.evidence[0].quote, " ", *places))


def texts(of: Outline, _: Plan) -> Iterator[Section]:
    """Yield the articles in full, annotated."""
    if of.texts:
        articles = tuple(zip(of.portraits, of.texts, strict=True))
        yield Section("texts", TITLES["texts"], (Texts(articles),))


def paragraphs(of: Outline, _: Plan) -> Iterator[Section]:
    """Yield the paragraphs of the first article, each beside its counterparts."""
    if of.aligned:
        name = of.portraits[0].name
        rows = (
            Pair(
                Paragraph((Cited(row.paragraph, named=False),)),
                Items(tuple(Entry((Cited(other),)) for other in row.others)) or Paragraph((stock.NO_COUNTERPART,)),
            )
            for row in of.aligned
        )
        above = Paragraph(("Each paragraph of ", name, " beside those that say the same."))
        yield Section("paragraphs", TITLES["paragraphs"], (above, *rows))


def excluded(of: Outline, plan: Plan) -> Iterator[Section]:
    """Yield the text that was not compared."""
    if of.excluded:
        rows = tuple(
            ((Cited(left.evidence, quoted=False),), (bare(left.evidence.quote),), (left.reason,))
            for left in of.excluded[: plan.items]
        )
        table = Table("Text that was not compared", (("place",), ("text",), ("reason",)), rows)
        blocks = (table, *left(of.excluded, plan.items))
        yield _looked_up("excluded", blocks, plan, len(of.excluded))


def sources(of: Outline, plan: Plan) -> Iterator[Section]:
    """Yield the articles, numbered, each with all that places are found by."""
    blocks = references(of, plan.items), *left(of.portraits, plan.items)
    yield _looked_up("sources", blocks, plan)


def data(of: Outline, _: Plan) -> Iterator[Section]:
    """Yield all that is known of the articles, each datum with its name."""
    yield Section("sources", TITLES["sources"], (Paragraph((stock.PLACES,)), *map(known, of.portraits)))


def method(of: Outline, plan: Plan) -> Iterator[Section]:
    """Yield how the report came about."""
    made = (Paragraph(made_by(of.header)),) if plan.folded else ()  # else that stands at the foot
    yield Section("method", TITLES["method"], (Paragraph((stock.METHOD,)), *made), plan.folded)


def _looked_up(id: str, blocks: Iterable[Block], plan: Plan, count: int | None = None) -> Section:
    """Return a section of what is looked up rather than read; folded away, its title tells how much there is."""
    counted = f": {count}" if plan.folded and count is not None else ""
    return Section(id, f"{TITLES[id]}{counted}", tuple(blocks), plan.folded)
