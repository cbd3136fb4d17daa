"""Comparisons of which nothing needs to make sense: whatever the texts hold, in whatever is found in them."""

from __future__ import annotations

from hashlib import sha256

from hypothesis import strategies as st

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
    Nearest,
    Notice,
    Paragraph,
    ParagraphKind,
    Passage,
    Reuse,
    Sentence,
    Stance,
    Status,
)

NASTY = [
    *("\n", "\n\n", "\r\n", "\r", "\t", "  ", "    ", "\u2028", "\u00a0"),
    *("\x1b[31m", "\x00", "\u202e", "\ufeff", "\x85", "\x0c", "\x9b2J"),
    *("<ins>", "</ins>", "<del>", "</del>", "<sup>", "</sub>", "<br>", "<b>", "&amp;", "&#10;", "<script>", "'\""),
    *("<!-- gap ", "-->", "<!-- /article a0 -->", "\\", "`", "``", "```", "[/b]"),
    *("*", "**", "***", "_", "__", "~~", "[a](b)", "[^1]", "![", "|", "|---|", "$x$", "{", "}"),
    *("#", "# ", "> ", "- ", "+", "=", "===", "---", "1. ", "2)"),
    *("=1+1", "@SUM(A1)", ";=1", "'=1", "＝1"),
    *("http://a.b", "www.a.b", ":tada:", "@me"),
    *("word", "Word", "two words", "É", "語", "🏳️‍🌈", ".", ",", "“", "”", " ", " ", " "),
]

pieces = st.one_of(st.sampled_from(NASTY), st.text(max_size=3))
texts = st.one_of([st.lists(pieces, min_size=n, max_size=25) for n in (0, 10)]).map("".join)
said = st.none() | pieces
addresses = st.sampled_from(
    [None, "https://a.example/b?c=d&e=f|g`h(i)[j]*k*", "javascript:alert(1)", "=1+1", "\x1b[2J"]
)


@st.composite
def articles(draw: st.DrawFn, name: str) -> Article:
    """Draw an article whose paragraphs and sentences lie anywhere in its text."""
    text = draw(texts)
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), min_size=2, max_size=10)))
    paragraphs: list[Paragraph] = []
    sentences: list[Sentence] = []
    for n, (start, end) in enumerate(zip(cuts[::2], cuts[1::2], strict=False)):
        kind = draw(st.sampled_from(ParagraphKind))
        reason = draw(st.text(max_size=5)) if kind is ParagraphKind.FURNITURE else None
        paragraphs.append(Paragraph(f"{name}.p{n}", kind, start, end, reason))
        marks = sorted({start, end, *draw(st.lists(st.integers(start, end), max_size=4))})
        for a, b in zip(marks[::2], marks[1::2], strict=False):
            sentences.append(Sentence(f"{name}.s{len(sentences)}", f"{name}.p{n}", a, b, True))
    return Article(
        id=name,
        outlet=draw(said),
        label=draw(pieces),
        title=draw(pieces),
        source=draw(pieces),
        url=draw(addresses),
        published=draw(said),
        retrieved=None,
        language=draw(st.sampled_from(["en", "en", "ar", "x y", '"']) | pieces),
        complete=draw(st.booleans()),
        sha256=sha256(text.encode()).hexdigest(),
        extractor="text",
        text=text,
        paragraphs=tuple(paragraphs),
        sentences=tuple(sentences),
        author=draw(said),
        origins=(("outlet", draw(pieces)),),
    )


@st.composite
def comparisons(draw: st.DrawFn) -> Comparison:
    """Draw a comparison of three articles."""
    drawn = tuple(draw(articles(name)) for name in ("a0", "a1", "a2"))
    coverage = CoverageSet(drawn, tuple(a.id for a in drawn), draw(pieces), (Notice(draw(pieces)),))
    settings = {"link": 0.5, "conflicts": draw(st.booleans())}
    owner = {s.id: a for a in drawn for s in a.sentences}
    if not owner:
        return Comparison(coverage, settings, (), (), (), ())
    links = draw(_links(owner))
    claims = draw(_claims(owner))
    facts = draw(_facts(owner))
    conflicts = tuple(draw(_conflict(claim)) for claim in claims[:1])
    findings = tuple(
        Finding(n, kind, c.id, None, c.articles, draw(pieces), conflict="d0" if kind == "conflict" else None)
        for n, c in enumerate(claims, 1)
        for kind in [draw(st.sampled_from(FindingKind))]
    )
    return Comparison(
        coverage=coverage,
        settings=settings,
        links=links,
        nearest=tuple(Nearest(link.a, owner[link.b].id, link.b, link.score) for link in links),
        claims=claims,
        facts=facts,
        conflicts=conflicts,
        reuse=draw(_reuse(drawn)),
        findings=findings,
        warnings=tuple(draw(st.lists(pieces, max_size=1))),
    )


scores = st.floats(0, 1)
Owner = dict[str, Article]
"""By the id of a sentence, its article."""


@st.composite
def _links(draw: st.DrawFn, owner: Owner) -> tuple[Link, ...]:
    ids = st.sampled_from(sorted(owner))
    pairs = draw(st.lists(st.tuples(ids, ids), min_size=2, max_size=6))
    apart = sorted({(min(p), max(p)) for p in pairs if owner[p[0]] is not owner[p[1]]})
    return tuple(Link(a, b, draw(scores), ()) for a, b in apart)


@st.composite
def _claims(draw: st.DrawFn, owner: Owner) -> tuple[Claim, ...]:
    ids = st.sampled_from(sorted(owner))
    groups = draw(st.lists(st.lists(ids, min_size=1, max_size=4, unique=True), min_size=1, max_size=5))
    return tuple(draw(_claim(owner, f"c{n}", members)) for n, members in enumerate(groups))


@st.composite
def _claim(draw: st.DrawFn, owner: Owner, name: str, members: list[str]) -> Claim:
    stating = tuple(sorted({owner[s].id for s in members}))
    unique = len(stating) == 1
    status = Status.UNIQUE if unique else draw(st.sampled_from([Status.PARTIAL, Status.COMMON]))
    others = sorted({a.id for a in owner.values()})
    stance = {} if unique else {a: draw(st.sampled_from(Stance)) for a in others if draw(st.booleans())}
    head = owner[members[0]]
    words = next(head.cut(s) for s in head.sentences if s.id == members[0])
    kind, sources = draw(st.sampled_from(ClaimKind)), tuple(draw(st.lists(pieces, max_size=1)))
    return Claim(name, words, kind, tuple(members), stating, status, draw(scores), stance, len(stating), sources)


@st.composite
def _conflict(draw: st.DrawFn, claim: Claim) -> Conflict:
    sides = tuple((sentence,) for sentence in claim.sentences)
    return Conflict("d0", claim.id, draw(st.sampled_from(ConflictKind)), sides, draw(pieces), draw(scores))


@st.composite
def _facts(draw: st.DrawFn, owner: Owner) -> tuple[Fact, ...]:
    found = []
    for n, sentence in enumerate(draw(st.lists(st.sampled_from(sorted(owner)), max_size=3, unique=True))):
        article = owner[sentence]
        place = next(s for s in article.sentences if s.id == sentence)
        mention = Mention(
            article.id, sentence, place.start, place.end, article.cut(place), hedge=draw(said), speaker=draw(said)
        )
        found.append(Fact(f"f{n}", draw(st.sampled_from(FactKind)), draw(pieces), draw(pieces), (mention,)))
    return tuple(found)


@st.composite
def _reuse(draw: st.DrawFn, drawn: tuple[Article, ...]) -> tuple[Reuse, ...]:
    long = [a for a in drawn if len(a.text) > 1]
    if len(long) < 2 or not draw(st.booleans()):
        return ()
    return (Reuse(12, tuple(Passage(a.id, 0, draw(st.integers(1, len(a.text)))) for a in long)),)
