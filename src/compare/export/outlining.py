"""From a comparison to the outline of its report.

Within every list the checkable comes before commentary, and what more reports state before what fewer do.
"""

from __future__ import annotations

from collections import Counter
from itertools import chain
from typing import TYPE_CHECKING

from compare import __version__
from compare.export.annotation import annotate
from compare.export.asking import questions
from compare.export.changes import changes
from compare.export.evidence import Citer
from compare.export.hand import excluded_by_hand, hand, said_of
from compare.export.inlines import Address, Code, Datum, Name, Quotation, Title, Words
from compare.export.options import PLAIN, Options, command_for
from compare.export.outline import (
    Beside,
    Cell,
    Detail,
    Dispute,
    Found,
    Header,
    LeftOut,
    Outline,
    Point,
    Portrait,
    Repeat,
    Row,
)
from compare.model import (
    LIKELY,
    ClaimKind,
    ConflictKind,
    FactKind,
    FindingKind,
    ParagraphKind,
    Stance,
    Status,
    one_line,
    only_here,
)
from compare.model.corrections import READER
from compare.model.digest import set_digest
from compare.model.partners import partners_of
from compare.model.phrases import BY_HAND, begun, moment, title_of, warnings_of
from compare.model.tally import tallies
from compare.model.unread import why_unread

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Sequence

    from compare.export.evidence import Evidence
    from compare.model import Article, Claim, Comparison, Conflict, Fact, Finding, Paragraph
    from compare.model.tally import Tally
    from compare.review import Review

QUOTED = 120
"""Code points of a quotation that the list of facts shows: enough to know it by; the texts have the whole."""

_KINDS = tuple(ClaimKind)
_FACTS = tuple(FactKind)


def outline(comparison: Comparison, options: Options = PLAIN) -> Outline:
    """Return the report of a comparison, ready to be rendered; articles stand in the order the user named them."""
    report = _outline(comparison, options)
    if options.quote_words is None:
        return report
    from compare.export.quoting import Cap, capped

    return capped(report, Cap.of(comparison, options.quote_words))


def _outline(comparison: Comparison, options: Options) -> Outline:
    citer, review = Citer.of(comparison), options.review
    articles, counts = comparison.coverage.displayed(), tallies(comparison).values()
    return Outline(
        header=_header(comparison, options),
        limits=tuple(map(Words, _limits(citer))),
        portraits=tuple(_portrait(tally, citer, review) for tally in counts),
        findings=tuple(_found(finding, citer, review) for finding in comparison.findings),
        matrix=_matrix(citer, review),
        conflicts=tuple(_dispute(conflict, citer, review) for conflict in _ranked(comparison)),
        conflicts_sought=bool(comparison.conflicts or comparison.settings.get("conflicts")),
        facts=_facts(citer),
        reuse=tuple(Repeat(r.words, tuple(citer.passage(p) for p in r.runs)) for r in comparison.reuse),
        aligned=_aligned(articles, citer),
        texts=tuple(annotate(article, citer) for article in articles),
        excluded=tuple(_excluded(articles, citer, frozenset(excluded_by_hand(review)))),
        questions=questions(counts, citer),
        revised=changes(articles, citer),
        hand=hand(review, citer) if review else None,
    )


def _excluded(articles: Iterable[Article], citer: Citer, by_hand: Container[str]) -> Iterable[LeftOut]:
    """Yield the paragraphs that were not compared, and of the others the sentences that the reader excluded."""
    left_out = (ParagraphKind.FURNITURE, ParagraphKind.CAPTION)
    for article, paragraph in ((a, paragraph) for a in articles for paragraph in a.paragraphs):
        if paragraph.kind in left_out:
            reason = BY_HAND if paragraph.reason == READER else one_line(paragraph.reason or paragraph.kind)
            yield LeftOut(Datum(reason), citer.paragraph(article, paragraph))
        else:
            sentences = citer.comparison.index.sentences_of.get(paragraph.id, ())
            yield from (LeftOut(Datum(BY_HAND), citer.sentence(s.id)) for s in sentences if s.id in by_hand)


def _dispute(conflict: Conflict, citer: Citer, review: Review | None) -> Dispute:
    claim = citer.comparison.index.claims.get(conflict.claim)
    by_hand = claim is not None and claim.corrected
    # that figures differ says nothing without them; which views are opposed does
    apart = conflict.opening if conflict.opening and conflict.kind is ConflictKind.FRAMING else conflict.why
    return Dispute(
        conflict.kind,
        Words(one_line(conflict.why)),
        Words(one_line(apart)),
        citer.sides(conflict),
        said_of(review, conflict.claim),
        by_hand,
    )


def _ranked(comparison: Comparison) -> list[Conflict]:
    """The conflicts in the order of the findings that tell of them."""
    told = (finding.conflict for finding in comparison.findings if finding.conflict)
    return [comparison.index.conflicts[key] for key in dict.fromkeys(chain(told, comparison.index.conflicts))]


def _header(comparison: Comparison, options: Options) -> Header:
    coverage = comparison.coverage
    settings = ", ".join(one_line(f"{key} {value}") for key, value in sorted(comparison.settings.items())) or "none"
    command = one_line(options.command) or command_for([a.source for a in coverage.displayed()], options)
    title = Title(title_of(coverage) or "Untitled coverage")
    return Header(title, Code(command), __version__, Datum(settings), Code(set_digest(coverage)))


def _limits(citer: Citer) -> Iterable[str]:
    """Yield what the reader must know before trusting the rest, a sentence each."""
    comparison, coverage = citer.comparison, citer.comparison.coverage
    articles = coverage.displayed()
    warnings = warnings_of(comparison)

    def named(chosen: Iterable[Article]) -> str:
        names = [citer.names[article.id] for article in chosen]
        return "all reports" if names and len(names) == len(articles) else ", ".join(names)

    told = {notice.article for notice in coverage.notices if notice.cut}  # by what that is known, which says more
    if cut := named(a for a in articles if not a.complete and a.id not in told):
        yield f"Cut: {cut}. What a cut text lacks is unknown, not left out."
    if undated := named(a for a in articles if not a.published):
        yield f"Undated: {undated}. Which report is the later one is unknown."
    if guessed := named(a for a in articles if a.outlet is None):
        yield f"Outlet not known: {guessed}. The name is a guess from the text or the file name."
    if read := named(a for a in articles if not a.is_its_file):
        yield f"From a page or document: {read}. Lines and characters are of the text read there, not of the file."
    yield from warnings
    if not comparison.settings.get("conflicts", True):
        yield "Conflicts were not looked for: reports that give different figures may count as stating one thing."


def _weight(claim: Claim) -> tuple[bool, int, int, float, str]:
    """Sort key of shared claims: likely before doubtful, checkable before commentary, most voices first."""
    doubtful = claim.confidence < LIKELY
    return doubtful, _KINDS.index(claim.kind), -claim.voices, -claim.confidence, claim.id


def _point(claim: Claim, citer: Citer, review: Review | None, taken: Container[str] = ()) -> Point:
    """Return a claim with its evidence. Where its text is ``taken`` by another claim, since a sentence may stand in
    several, another of its sentences is quoted."""
    texts = [one_line(claim.text), *(one_line(citer.comparison.index.words(s)) for s in claim.sentences)]
    text = next((text for text in texts if text not in taken), texts[0])
    evidence = citer.saying(text, claim.sentences)
    own = next((place for place in evidence if place.quote.text == text), evidence[0])
    return Point(
        Quotation(text, own.article),
        claim.kind,
        claim.confidence,
        evidence,
        tuple(Datum(one_line(source)) for source in claim.sources),
        said_of(review, claim.id),
        claim.corrected,
    )


def _found(finding: Finding, citer: Citer, review: Review | None) -> Found:
    index = citer.comparison.index
    sure = finding.kind is not FindingKind.SOLE or not finding.claim or only_here(index.claims[finding.claim])
    behind = _claim_behind(citer.comparison, finding) if review else finding.claim
    claim = index.claims.get(behind or "")
    why = one_line(finding.why)
    unknown = sorted(one_line(index.articles[article].label) for article in finding.unknown)
    return Found(
        finding.rank,
        finding.kind,
        sure,
        Words(why),
        Words(one_line(finding.alone) or why),
        tuple(map(Name, unknown)),
        _places_of(finding, citer),
        said_of(review, behind),
        bool(claim and claim.corrected),
    )


def _places_of(finding: Finding, citer: Citer) -> tuple[Evidence, ...]:
    """Return where to look at a finding: of a conflict at the first place of each side."""
    index = citer.comparison.index
    if finding.conflict:
        return tuple(side[0] for side in citer.sides(index.conflicts[finding.conflict]) if side)
    if finding.fact:
        return citer.sentences(mention.sentence for mention in index.facts[finding.fact].mentions)
    claim = index.claims[finding.claim] if finding.claim else None
    return citer.saying(claim.text, claim.sentences) if claim else ()


def _claim_behind(comparison: Comparison, finding: Finding) -> str | None:
    from compare.review import claim_behind  # a report without marks can do without what finds them in texts

    return claim_behind(comparison, finding)


def _matrix(citer: Citer, review: Review | None) -> tuple[Row, ...]:
    comparison = citer.comparison
    shared = sorted((claim for claim in comparison.claims if claim.status is not Status.UNIQUE), key=_weight)
    rows: list[Row] = []
    taken: set[str] = set()
    for claim in shared:
        point = _point(claim, citer, review, taken)
        taken.add(point.text.text)
        rows.append(Row(point, tuple(_cells(comparison, claim, point))))
    return tuple(rows)


def _cells(comparison: Comparison, claim: Claim, point: Point) -> Iterator[Cell]:
    """Yield how each article stands to a shared claim."""
    places = {evidence.article: evidence for evidence in point.evidence}
    languages = {comparison.index.articles[article].language for article in claim.articles}
    for article in comparison.coverage.displayed():
        stance = claim.stance.get(article.id)
        if stance is None and article.id not in places:
            stance = Stance.UNKNOWN
        reason = why_unread(article, languages) or "unsure" if stance is Stance.UNKNOWN else ""
        yield Cell(stance, places.get(article.id), reason)


def _portrait(tally: Tally, citer: Citer, review: Review | None) -> Portrait:
    place = {s.id: s.start for s in tally.article.sentences}

    def in_text(claim: Claim) -> tuple[int, int]:
        return _KINDS.index(claim.kind), min(place.get(s, 0) for s in claim.sentences)

    def surest(claim: Claim) -> tuple[int, float, int]:
        kind, start = in_text(claim)
        return kind, -claim.confidence, start

    def points(claims: Iterable[Claim]) -> tuple[Point, ...]:
        return tuple(_point(claim, citer, review) for claim in claims)

    article = tally.article
    changed = article.modified if article.modified != article.published else None
    return Portrait(
        article=article.id,
        name=citer.name(article.id),
        title=Title(one_line(article.title), article.id),
        author=_datum(article.author),
        published=_datum(moment(article.published or "")),
        changed=_datum(moment(changed or "")),
        retrieved=_datum(moment(article.retrieved or "")),
        language=article.language,
        source=Code(one_line(article.source)),
        url=Address(one_line(article.url or "")),
        extractor=article.extractor,
        sha256=Code(article.sha256),
        words=tally.words,
        complete=article.complete,
        corrections=frozenset(datum for datum, origin in article.origins if origin == READER),
        only_here=points(sorted(tally.only_here, key=in_text)),
        perhaps=points(sorted(tally.perhaps, key=surest)),
        lacks=points(sorted(tally.lacks, key=_weight)),
    )


def _datum(value: str | None) -> Datum:
    return Datum(one_line(value or ""))


def _spoken(text: str, fact: Fact) -> str:
    """A quotation, cut if it is long, and whom its articles credit with it."""
    speakers = ", ".join(sorted({one_line(mention.speaker) for mention in fact.mentions if mention.speaker}))
    words = begun(text, QUOTED)
    return f"“{words}” ({speakers})" if speakers else f"“{words}”"


def _facts(citer: Citer) -> tuple[Detail, ...]:
    def detail(fact: Fact) -> Detail:
        words = Counter(one_line(mention.text) for mention in fact.mentions)
        text = min(words, key=lambda w: (-words[w], w))
        told: Quotation | Words = Quotation(
            one_line(fact.value) if fact.kind is FactKind.ATTRIBUTION else text, bare=True
        )
        if fact.kind is FactKind.QUOTATION:
            told = Words(_spoken(text, fact))
        first = {m.article: m for m in reversed(fact.mentions)}
        return Detail(fact.kind, told, tuple(citer.mention(first[a]) for a in citer.names if a in first))

    def rank(fact: Fact) -> tuple[object, ...]:
        # a number in words, such as "two", mostly counts what anybody can see
        worded = not any(letter.isdigit() for mention in fact.mentions for letter in mention.text)
        return _FACTS.index(fact.kind), worded, -len(fact.articles), fact.value, fact.unit, fact.id

    return tuple(detail(fact) for fact in sorted(citer.comparison.facts, key=rank) if fact.mentions)


def _aligned(articles: Sequence[Article], citer: Citer) -> tuple[Beside, ...]:
    """Hold the paragraphs of the first article against those of the others, by the claims that also mark sentences."""
    index = citer.comparison.index
    order = {article.id: n for n, article in enumerate(articles)}
    paragraphs = (paragraph.id for article in articles[:1] for paragraph in article.paragraphs)
    found = partners_of(citer.comparison, paragraphs, index.articles)

    def beside(paragraph: Paragraph) -> list[Paragraph]:
        sure = (index.paragraphs[p.paragraph] for p in found.get(paragraph.id, ()) if p.sure)
        return sorted(sure, key=lambda p: (order[index.article_of[p.id].id], p.start))

    def cited(paragraph: Paragraph) -> Evidence:
        return citer.paragraph(index.article_of[paragraph.id], paragraph)

    return tuple(
        Beside(cited(paragraph), tuple(map(cited, beside(paragraph))))
        for article in articles[:1]
        for paragraph in article.paragraphs
        if any(s.comparable for s in index.sentences_of.get(paragraph.id, ()))
    )
