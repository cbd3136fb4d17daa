"""Whatever the bytes, a source becomes an article whose pieces hold together, or a one-line error."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from compare.errors import SourceError
from compare.loading import Source, gather, read
from compare.model import Article, ParagraphKind
from unit.loading.one_report import FILES

SENTENCES = [
    "The ferry sank.",
    "“It did.”",
    '"No!"',
    "‘Why?’",
    "Dr.",
    "U.S.",
    "p.m. Monday",
    "It's",
    "été",
    "渡船",
    "😀",
    "Why?",
]
MARKS = [
    "-",
    "•",
    "#",
    ">",
    "---",
    "```",
    "**",
    "1.",
    "2.",
    "(",
    ")",
    "[",
    "]",
    "«",
    "»",
    '"',
    "'",
    "“",
    "”",
    "…",
    "\u202e",
]
LINES = ["By Jane Doe", "Photo:", "Read more", "→", "Advertisement", "Continue reading at", "©", "title: x", "May 3"]
BREAKS = ["\n", "\n\n", "\r\n", "\r", "\t", "\u2028", "\x0c"]
TOLD = [
    "The ferry ran aground off Port Selwick on Monday, and nobody was hurt.",
    "He left. She came.",
    "Ferry aground",
    "> The crew followed the procedure.",
    "- A tug will try to tow the ship.",
]
WORDS = st.one_of([st.sampled_from(words) for words in (SENTENCES, MARKS, LINES, BREAKS, BREAKS, TOLD)])
TEXTS = st.one_of(
    st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\0"), max_size=300),
    st.lists(WORDS, min_size=8, max_size=60).map(" ".join),
    st.lists(WORDS, min_size=8, max_size=60).map("\n".join),
)
QUICK = settings(max_examples=100)


def opened(data: bytes, name: str) -> Article | None:
    """Return the first article of a source; ``None`` if all that is to be said of it is one line, or one a member."""
    try:
        found = read(Source(name, None, data))
    except SourceError as error:
        assert str(error).isprintable()
        return None
    assert all(str(error).isprintable() for error in found.refused)
    assert found.articles or found.refused
    return next(iter(found.articles), None)


@QUICK
@given(text=TEXTS, name=st.sampled_from(["x.txt", "x.md", "-"]))
def test_any_text_loads_with_pieces_that_hold_together(text: str, name: str) -> None:
    article = opened(text.encode(), name)
    if article is None:
        return
    assert article.text == text.removeprefix("\ufeff")
    ends = 0
    for paragraph in article.paragraphs:
        assert ends <= paragraph.start < paragraph.end <= len(article.text)
        assert not article.text[ends : paragraph.start].strip()
        assert (paragraph.reason is not None) == (paragraph.kind is ParagraphKind.FURNITURE)
        ends = paragraph.end
    assert not article.text[ends:].strip()
    ends = 0
    by_id = {paragraph.id: paragraph for paragraph in article.paragraphs}
    covered = set()
    for n, sentence in enumerate(article.sentences, 1):
        assert sentence.id == f"{article.id}.s{n}"
        paragraph = by_id[sentence.paragraph]
        assert max(ends, paragraph.start) <= sentence.start < sentence.end <= paragraph.end
        words = article.cut(sentence)
        assert words == words.strip()
        if sentence.paragraph in covered:  # between two sentences of a paragraph stands white space alone
            assert not article.text[ends : sentence.start].strip()
        covered.add(sentence.paragraph)
        ends = sentence.end
    assert covered == set(by_id)


@st.composite
def damaged(draw: st.DrawFn) -> tuple[str, bytes]:
    """Draw a file of some format, a stretch of which is something else, or a file of anything."""
    suffix = draw(st.sampled_from(sorted(FILES)))
    anything = draw(st.binary(max_size=300))
    if draw(st.booleans()):
        return suffix, anything
    start, end = sorted(draw(st.integers(0, len(FILES[suffix]))) for _ in range(2))
    end = draw(st.sampled_from([start, start + len(anything), end]))
    return suffix, FILES[suffix][:start] + anything + FILES[suffix][end:]


@QUICK
@given(damaged())
def test_any_bytes_load_or_are_refused_on_one_line(file: tuple[str, bytes]) -> None:
    suffix, data = file
    article = opened(data, f"x{suffix}")
    assert article is None or article.text.strip()


@settings(max_examples=60)
@given(texts=st.lists(TEXTS, min_size=1, max_size=4))
def test_ids_derive_from_content_alone(texts: list[str]) -> None:
    articles = [a for n, text in enumerate(texts) if (a := opened(text.encode(), f"{n}.txt"))]
    coverage = gather(articles)
    alone = {a.id: ([p.id for p in a.paragraphs], [s.id for s in a.sentences]) for a in articles}
    for article in coverage.articles:
        assert alone[article.id] == ([p.id for p in article.paragraphs], [s.id for s in article.sentences])
    assert gather(articles[::-1]).articles == coverage.articles
    assert sorted(coverage.order) == [article.id for article in coverage.articles]
    assert len({article.label for article in coverage.articles}) == len(coverage.articles)
