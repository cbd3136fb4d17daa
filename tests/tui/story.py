"""An invented event, told by five outlets, with a comparison made by hand: the screen's tests do not depend on the
analysis, and know what each key must lead to."""

from __future__ import annotations

import hashlib
from dataclasses import replace

from compare.model import (
    Article,
    Claim,
    ClaimKind,
    Comparison,
    Conflict,
    ConflictKind,
    CoverageSet,
    Fact,
    FactKind,
    Finding,
    FindingKind,
    Link,
    Mention,
    Notice,
    Paragraph,
    ParagraphKind,
    Sentence,
    Span,
    Stance,
    Status,
)

K = ParagraphKind
Block = tuple[ParagraphKind, str]

HERALD = "h"
LEDGER = "l"
VOICE = "v"
POST = "p"
DIARIO = "d"

_BLOCKS: dict[str, list[Block]] = {
    HERALD: [
        (K.FURNITURE, "Oster Herald · Home · Sport"),
        (K.TITLE, "Old bridge at Oster gives way in the night"),
        (
            K.BODY,
            "The old bridge at Oster fell into the river on Tuesday night.|Nobody was hurt, the fire service said.",
        ),
        (K.BODY, 'Repairs will cost €4 million, the mayor said.|A baker heard it fall "like a drawer of knives".'),
        (K.HEADING, "What comes next"),
        (K.BODY, "Buses will take the northern road.|The council meets on Friday to decide on a ferry."),
        (K.FURNITURE, "Read more: Ten walks along the river"),
    ],
    LEDGER: [
        (K.TITLE, "Bridge falls, questions rise"),
        (K.BODY, "Nobody was injured, according to firefighters [/b].|On Tuesday night the bridge in Oster collapsed."),
        (K.BODY, "The repair is put at €6 million by the town's engineers.|A ferry will be decided on this Friday."),
        (K.LIST, "Inspectors had warned of rust in May.|The warning [red]was filed[/red] and forgotten."),
        (K.BODY, "橋は火曜日の夜に落ちた。町の技師は修理に数か月かかると述べた。"),
    ],
    VOICE: [
        (K.TITLE, "Oster wakes to a river without a bridge"),
        (K.BODY, "The bridge of Oster lies in the river since Tuesday.|The river is still rising."),
        (K.FURNITURE, "Continue reading with a subscription"),
    ],
    POST: [
        (K.TITLE, "Cracks, then silence"),
        (K.BODY, "An old bridge came down in Oster.|The town's mayor called it a warning to the whole province."),
        (K.BODY, "Traffic goes round by the northern road."),
    ],
    DIARIO: [
        (K.TITLE, "Cae el puente viejo de Oster"),
        (K.BODY, "El puente viejo de Oster cayó el martes por la noche.|El alcalde habló de 4 millones de euros."),
    ],
}

_WHO = {
    HERALD: ("Oster Herald", True, "en"),
    LEDGER: ("The Ledger [b]", True, "en"),
    VOICE: ("River Voice", False, "en"),
    POST: ("post-2?", True, "en"),
    DIARIO: ("Diario del Valle", True, "es"),
}


_LACKING = {VOICE: Stance.UNKNOWN, POST: Stance.ABSENT, DIARIO: Stance.UNKNOWN}
_ELSEWHERE = {LEDGER: Stance.ABSENT, VOICE: Stance.UNKNOWN, DIARIO: Stance.UNKNOWN}


def article(key: str) -> Article:
    """Return one of the five. Its sentences are ``h.1``, ``h.2`` … in text order, its paragraphs ``h.p1`` …"""
    return made(key, _BLOCKS[key], *_WHO[key])


def made(key: str, blocks: list[Block], label: str = "Paper", complete: bool = True, language: str = "en") -> Article:
    """Make an article of blocks, in which ``|`` stands between two sentences."""
    text = ""
    paragraphs: list[Paragraph] = []
    sentences: list[Sentence] = []
    for n, (kind, words) in enumerate(blocks, 1):
        text += "\n\n" if text else ""
        start = len(text)
        for sentence in words.split("|"):
            text += " " if len(text) > start else ""
            comparable = kind not in (K.FURNITURE, K.HEADING)
            number = f"{key}.{len(sentences) + 1}"
            sentences.append(Sentence(number, f"{key}.p{n}", len(text), len(text) + len(sentence), comparable))
            text += sentence
        reason = "navigation" if kind is K.FURNITURE else None
        paragraphs.append(Paragraph(f"{key}.p{n}", kind, start, len(text), reason))
    return Article(
        id=key,
        outlet=None if label.endswith("?") else label,
        label=label,
        title=next((words for kind, words in blocks if kind is K.TITLE), ""),
        source=f"{key}.txt",
        url=None,
        published="2031-03-05",
        retrieved=None,
        language=language,
        complete=complete,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        extractor="text",
        text=text,
        paragraphs=tuple(paragraphs),
        sentences=tuple(sentences),
    )


def coverage(keys: str = "hlvpd") -> CoverageSet:
    """Return a coverage set of some of the five, shown in the order of the keys."""
    articles = tuple(sorted((article(key) for key in keys), key=lambda a: a.id))
    said = (Notice("River Voice: cut: what it lacks is unknown", VOICE, cut=True),)
    return CoverageSet(articles, tuple(keys), "The bridge at Oster", said)


def comparison() -> Comparison:
    """Return what there is to know about the five."""
    covered = coverage()
    index = {a.id: a for a in covered.articles}
    words = {s.id: a.cut(s) for a in covered.articles for s in a.sentences}
    claims = (
        _claim("fall", words, "h.3 l.3 v.2 p.2 d.2", Status.COMMON, 0.95, {POST: Stance.WEAKER}),
        _claim("hurt", words, "h.4 l.2", Status.PARTIAL, 0.9, _LACKING),
        _claim("cost", words, "h.5 l.4", Status.PARTIAL, 0.8, _LACKING),
        _claim("baker", words, "h.6", Status.UNIQUE, 0.91),
        _claim("road", words, "h.8 p.4", Status.PARTIAL, 0.7, _ELSEWHERE),
        _claim("ferry", words, "h.9 l.5", Status.PARTIAL, 0.7, _LACKING),
        _claim("council", words, "h.9", Status.UNIQUE, 0.3),
        _claim("rust", words, "l.6 l.7", Status.UNIQUE, 0.88),
        _claim("japanese", words, "l.8", Status.UNIQUE, 0.5),
        _claim("rising", words, "v.3", Status.UNIQUE, 0.5),
        _claim("province", words, "p.3", Status.UNIQUE, 0.72),
        _claim("euros", words, "d.3", Status.UNIQUE, 0.4),
        *(_claim(f"title-{s[0]}", words, s, Status.UNIQUE, 0.4) for s in ("h.2", "l.1", "v.1", "p.1", "d.1")),
    )
    return Comparison(
        coverage=covered,
        settings={},
        links=(
            _link("h.3", "l.3", 0.93, "rare words in common"),
            _link("h.3", "p.2", 0.61, "names in common"),
            _link("h.4", "l.2", 0.9, "much of both is the same words"),
            _link("h.5", "l.4", 0.8, "the same numbers", "rare words in common"),
        ),
        nearest=(),
        claims=claims,
        facts=(
            Fact("four", FactKind.MONEY, "4000000", "EUR", (_mention(index, "h.5", "€4 million"),)),
            Fact("six", FactKind.MONEY, "6000000", "EUR", (_mention(index, "l.4", "€6 million"),)),
        ),
        conflicts=(
            Conflict("sum", "cost", ConflictKind.FIGURE, (("h.5",), ("l.4",)), "€4 million against €6 million", 0.8),
        ),
        findings=(
            Finding(
                1,
                FindingKind.CONFLICT,
                "cost",
                None,
                (HERALD, LEDGER),
                "Oster Herald and The Ledger [b] differ on the sum.",
                conflict="sum",
            ),
            Finding(
                2,
                FindingKind.SOLE,
                "rust",
                None,
                (LEDGER,),
                "Only The Ledger [b] says: “Inspectors had warned of rust”",
            ),
            Finding(3, FindingKind.FACT, None, "six", (LEDGER,), "Only The Ledger [b] gives the sum “€6 million”."),
            Finding(4, FindingKind.OMISSION, "hurt", None, (POST,), "Not in the text of post-2?: “Nobody was hurt”"),
        ),
        warnings=("2 pairs were too long to be compared word by word",),
    )


_KINDS = {
    "ferry": ClaimKind.PREDICTION,
    "hurt": ClaimKind.ATTRIBUTED,
    "province": ClaimKind.COMMENTARY,
    "rising": ClaimKind.COMMENTARY,
}


def kinds() -> Comparison:
    """The story, some of whose claims are of other kinds than fact; the headlines claim nothing."""
    story = comparison()
    claims = [replace(c, kind=_KINDS.get(c.id, c.kind)) for c in story.claims if not c.id.startswith("title")]
    return replace(story, claims=tuple(claims))


def a_claim(text: str, kind: ClaimKind = ClaimKind.FACT) -> Claim:
    """Return a claim that is in doubt, with a text of its own."""
    return Claim("c", text, kind, ("h.1",), (HERALD,), Status.UNIQUE, 0.5, {}, 1)


def _claim(
    key: str,
    words: dict[str, str],
    sentences: str,
    status: Status,
    sure: float,
    stance: dict[str, Stance] | None = None,
) -> Claim:
    own = tuple(sentences.split())
    articles = tuple(sorted({s.split(".")[0] for s in own}))
    return Claim(key, words[own[0]], ClaimKind.FACT, own, articles, status, sure, stance or {}, len(articles))


def _link(a: str, b: str, score: float, *basis: str) -> Link:
    return Link(a, b, score, basis)


def _mention(index: dict[str, Article], sentence: str, text: str) -> Mention:
    span = _find(index[sentence[0]], sentence, text)
    assert span is not None
    return Mention(sentence[0], sentence, span.start, span.end, text)


def _find(article: Article, sentence: str, text: str) -> Span | None:
    where = next(s for s in article.sentences if s.id == sentence)
    at = article.text.find(text, where.start, where.end)
    return Span(at, at + len(text)) if at >= 0 else None
