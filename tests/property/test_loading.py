"""Whatever the bytes, a source becomes an article whose pieces hold together, or a one-line error."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from compare.errors import SourceError
from compare.loading import Source, gather, read
from compare.model import Article, ParagraphKind

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
WORDS = st.sampled_from([*SENTENCES, *MARKS, *LINES, *BREAKS])
TEXTS = st.one_of(
    st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\0"), max_size=300),
    st.lists(WORDS, max_size=120).map(" ".join),
)
QUICK = settings(max_examples=300)


def opened(data: bytes, name: str) -> Article | None:
    try:
        return read(Source(name, None, data)).articles[0]
    except SourceError as error:
        assert "\n" not in str(error)
        return None


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


@QUICK
@given(data=st.binary(max_size=300))
def test_any_bytes_load_or_are_refused_on_one_line(data: bytes) -> None:
    for name in ("x.txt", "x.md"):
        article = opened(data, name)
        assert article is None or article.text.strip()


@settings(max_examples=100)
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
