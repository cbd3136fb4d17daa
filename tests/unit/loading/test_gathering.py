"""Articles to a set: each report once, in content order, and no two called the same."""

from __future__ import annotations

from articles import plain
from compare.loading import Source, gather, read
from compare.loading.article import article_from
from compare.loading.document import text_document
from compare.loading.metadata import Metadata

TOLD = "The ferry left the harbour at noon with forty passengers on board.\n"


def test_gathering_does_not_depend_on_order() -> None:
    one = plain(TOLD, "one.txt")
    same = plain(TOLD, "again.txt")
    other = plain(f"{TOLD}{TOLD}Continue reading at the Ledger.", "x/one.txt")
    forth = gather([one, same, other], title="t", warnings=["b", "a", "b"])
    back = gather([other, same, one], title="t", warnings=["a", "b"])
    assert forth.articles == back.articles
    assert forth.warnings == back.warnings
    assert [a.id for a in forth.articles] == sorted({one.id, other.id})
    assert forth.order == (one.id, other.id)
    assert back.order == (other.id, one.id)
    assert forth.warnings == (
        "a",
        "b",
        "one.txt: same text as again.txt; opened once",
        "one?: cut (‘Continue reading at the Ledger.’): what it lacks is unknown, not omitted",
    )


def test_a_text_is_the_same_report_whatever_its_lines_end_with() -> None:
    wrapped = "The harbour was closed at noon after a\nferry had run aground on the rocks there.\n"
    unix = plain(wrapped, "unix.txt")
    windows = plain(wrapped.replace("\n", "\r\n"), "windows.txt")
    found = gather([unix, windows])
    assert len(found.articles) == 1
    assert found.warnings == ("unix.txt: same report as windows.txt; opened once",)


def test_of_one_text_the_source_that_knows_most_of_it_is_opened() -> None:
    bare = plain(TOLD, "a.txt", outlet="Ledger")
    known = Metadata(outlet="Ledger", published="2025-01-02", url="https://ledger.example/1")
    (opened,) = gather([bare, article_from(text_document(TOLD, "text", known), "b.txt")]).articles
    assert (opened.source, opened.published) == ("b.txt", "2025-01-02")


def test_of_one_text_the_source_that_has_it_whole_is_opened() -> None:
    cut = read(Source("a.txt", None, TOLD.encode(), Metadata("Ledger", url="https://l.example/1", complete=False)))
    whole = plain(TOLD, "b.txt", outlet="Ledger")
    (opened,) = gather([*cut.articles, whole]).articles
    assert (opened.source, opened.complete) == ("b.txt", True)


def test_reprints_by_two_outlets_are_two_articles_with_labels_of_their_own() -> None:
    a = plain(TOLD, "a.txt", outlet="Ledger", published="2025-01-02")
    b = plain(TOLD, "b.txt", outlet="Post")
    c = plain(f"{TOLD}More were found.", "c.txt", outlet="Ledger", published="2025-01-01")
    labels = {article.source: article.label for article in gather([a, b, c]).articles}
    assert labels == {"a.txt": "Ledger 2", "b.txt": "Post", "c.txt": "Ledger 1"}


def test_duplicates_are_opened_once() -> None:
    bare, ledger = plain(TOLD, "bare.txt"), plain(TOLD, "ledger.txt", outlet="Ledger")
    furnished = plain(f"Advertisement\n\n{TOLD}", "page.txt", outlet="Ledger")
    post = plain(TOLD, "post.txt", outlet="Post")
    for given in ([bare, ledger, furnished, post], [post, furnished, ledger, bare]):
        coverage = gather(given)
        assert {a.label for a in coverage.articles} == {"Ledger", "Post"}
        assert len(coverage.order) == 2
        assert coverage.warnings == (
            "Post: same report as Ledger; reprints count as one voice",
            "bare.txt: same report as page.txt; opened once",
            "ledger.txt: same report as page.txt; opened once",
        )


def test_versions_of_one_page_are_both_opened_and_one_voice() -> None:
    old = plain(TOLD, "old.txt", url="https://www.l.example/1?utm_source=mail")
    new = plain(f"{TOLD}Nine people were hurt.", "new.txt", url="http://l.example/1#top")
    coverage = gather([old, new])
    assert len({article.voice for article in coverage.articles}) == 1
    (warning,) = coverage.warnings
    assert warning.endswith("two versions of one page; both count as one voice")
