"""A comparison made by hand: three invented reports of one event, one of them cut, with text that would like to act."""

from __future__ import annotations

import re
from hashlib import sha256

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

HERALD = """Bridge at Ostrey closed after crack is found

The road bridge at Ostrey was closed on Monday after a crack was found in a pier. Repairs will cost €4 million, \
the council said. The engineer's report is marked [secret] and *urgent* | see page_2 <del>draft</del>.

Read more: Ten bridges to walk
"""

GAZETTE = """The road bridge at Ostrey was closed on Tuesday after a long crack was found in a pier.\r
Buses go by Lower Ferry.\r
\r
A fisherman saw it first.\r
"""

POST = "# Bridge shut [/b] \x1b[31m\u202e\n\n  1. The bridge at Ostrey is shut.\n\nContinue reading at the Post."

WHY = f"Not in the text of River|Gazette: {POST[:30]}"


def make_article(label: str, text: str, *, outlet: str | None, complete: bool = True, source: str = "") -> Article:
    """Cut a text into paragraphs at empty lines, and those into sentences after full stops."""
    digest = sha256(text.encode()).hexdigest()
    own = f"a{digest[:10]}"
    paragraphs: list[Paragraph] = []
    sentences: list[Sentence] = []
    for match in re.finditer(r"\S(?:.|\r?\n(?!\s*\n))*", text):
        words = match[0].rstrip()
        furniture = words.startswith(("Read more", "Continue reading"))
        kind = ParagraphKind.FURNITURE if furniture else ParagraphKind.BODY
        reason = "link" if furniture else None
        paragraph = Paragraph(f"{own}.p{len(paragraphs)}", kind, match.start(), match.start() + len(words), reason)
        paragraphs.append(paragraph)
        for piece in re.finditer(r"\S(?:[^.]|\.(?!\s))*\.?", words):
            start = match.start() + piece.start()
            end = start + len(piece[0].rstrip())
            sentences.append(Sentence(f"{own}.s{len(sentences)}", paragraph.id, start, end, not furniture))
    return Article(
        id=own,
        outlet=outlet,
        label=label,
        title=text.partition("\n")[0],
        source=source or f"set/{label}.txt",
        url=None,
        published="2025-03-04" if outlet else None,
        retrieved=None,
        language="en",
        complete=complete,
        sha256=digest,
        extractor="text",
        text=text,
        paragraphs=tuple(paragraphs),
        sentences=tuple(sentences),
    )


def linked(one: Article, a: str, two: Article, b: str, score: float = 0.9) -> Link:
    """Link two sentences, by words they hold."""
    first, second = sorted((find(one, a).id, find(two, b).id))
    return Link(first, second, score, ("shared terms",))


def find(article: Article, words: str) -> Sentence:
    """Return the sentence that holds words."""
    return next(s for s in article.sentences if words in article.cut(s))


def claim_of(
    kind: ClaimKind, status: Status, confidence: float, *members: tuple[Article, str], **stance: Stance
) -> Claim:
    """Make a claim of sentences, named by words they hold."""
    sentences = [find(article, words) for article, words in members]
    return Claim(
        id=f"c{sentences[0].id}",
        text=members[0][0].cut(sentences[0]),
        kind=kind,
        sentences=tuple(s.id for s in sentences),
        articles=tuple(sorted({article.id for article, _ in members})),
        status=status,
        confidence=confidence,
        stance=stance,
        voices=len({article.id for article, _ in members}),
    )


def compared(order: tuple[int, int, int] = (0, 1, 2), *, folder: str = "set") -> Comparison:
    """Return the comparison, its articles named in an order."""
    herald = make_article("Ostrey Herald", HERALD, outlet="Ostrey Herald", source=f"{folder}/herald.txt")
    gazette = make_article("River|Gazette", GAZETTE, outlet="River|Gazette", source=f"{folder}/gazette.txt")
    post = make_article("post?", POST, outlet=None, complete=False, source=f"{folder}/post`1.txt")
    named = (herald, gazette, post)
    closed = claim_of(
        ClaimKind.FACT,
        Status.COMMON,
        0.93,
        (herald, "was closed on Monday"),
        (gazette, "was closed on Tuesday"),
        (post, "is shut"),
        **{post.id: Stance.WEAKER},
    )
    crack = claim_of(
        ClaimKind.COMMENTARY,
        Status.PARTIAL,
        0.3,
        (herald, "Bridge at Ostrey closed"),
        (post, "Bridge shut"),
        **{gazette.id: Stance.ABSENT},
    )
    cost = claim_of(ClaimKind.ATTRIBUTED, Status.UNIQUE, 0.912345678, (herald, "€4 million"))
    secret = claim_of(ClaimKind.COMMENTARY, Status.UNIQUE, 0.8, (herald, "[secret]"))
    buses = claim_of(ClaimKind.FACT, Status.UNIQUE, 0.5, (gazette, "Buses"))
    money = herald.text.index("€4 million")
    fact = Fact(
        "f1",
        FactKind.MONEY,
        "4000000",
        "EUR",
        (Mention(herald.id, find(herald, "€4").id, money, money + 10, "€4 million"),),
    )
    dispute = Conflict(
        "d1",
        closed.id,
        ConflictKind.CONTRADICTION,
        ((find(herald, "Monday").id,), (find(gazette, "Tuesday").id,)),
        "One says Monday, the other Tuesday.",
        0.8,
    )
    near = Nearest(find(gazette, "Buses").id, herald.id, find(herald, "€4").id, 0.1234567)
    return Comparison(
        coverage=CoverageSet(
            articles=tuple(sorted(named, key=lambda a: a.id)),
            order=tuple(named[n].id for n in order),
            title="The bridge at <Ostrey>",
            notices=tuple(Notice(f"not compared: x{n}") for n in order),
        ),
        settings={"link": 0.25, "conflicts": True},
        links=(
            linked(herald, "Monday", gazette, "Tuesday", score=0.87654321),
            linked(herald, "Bridge at", post, "Bridge shut", score=0.3),
        ),
        nearest=(near,),
        claims=tuple(sorted((closed, crack, cost, secret, buses), key=lambda c: c.id)),
        facts=(fact,),
        conflicts=(dispute,),
        reuse=(Reuse(7, (Passage(herald.id, 46, 85), Passage(gazette.id, 0, 39))),),
        findings=(
            Finding(1, FindingKind.CONFLICT, closed.id, None, closed.articles, dispute.why, conflict=dispute.id),
            Finding(2, FindingKind.FACT, cost.id, "f1", (herald.id,), "Only Ostrey Herald gives the sum “€4 million”."),
            Finding(
                3, FindingKind.OMISSION, crack.id, None, (gazette.id,), f"Not in the text of River|Gazette: {POST[:30]}"
            ),
        ),
    )
