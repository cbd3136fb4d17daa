"""The table of outlets, and what the reader calls them."""

from __future__ import annotations

from pathlib import Path

import pytest

from articles import plain
from compare.errors import OutletsError
from compare.loading import gather, outlets
from compare.loading.addresses import host_of
from compare.loading.article import article_from
from compare.loading.document import text_document
from compare.loading.metadata import Metadata
from compare.loading.renaming import keep, renamed
from compare.model import CoverageSet
from systems import posix

ADDRESS = "https://www.harbourgazette.example/2031/bridge"


@pytest.fixture(autouse=True)
def own(own_folders: Path) -> Path:
    return own_folders / "settings" / outlets.FILE


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("https://www.bbc.co.uk/news/1", "BBC"),
        ("https://edition.cnn.com/a", "CNN"),
        ("https://notcnn.com/a", None),
        ("https://com/a", None),
        ("http://[broken", None),
        (None, None),
    ],
)
def test_hosts(address: str | None, name: str | None) -> None:
    found = outlets.of_address(address)
    assert (found.name if found else None) == name


def test_names() -> None:
    assert outlets.named("the new york times") == "New York Times"
    assert outlets.named("Harbour Gazette") == "Harbour Gazette"
    assert outlets.short_of("Wall Street Journal") == "WSJ"
    assert outlets.same("BBC News", "BBC") and not outlets.same("BBC", None)


def test_no_host_and_no_name_stands_for_two_outlets() -> None:
    table = outlets.known()
    entries = {id(outlet): outlet for outlet in (*table.hosts.values(), *table.names.values())}.values()
    assert all(table.at(host) is outlet for outlet in entries for host in outlet.hosts)
    names = ((outlet, name) for outlet in entries for name in (outlet.name, outlet.short, *outlet.aliases) if name)
    assert all(table.called(name) is outlet for outlet, name in names)


def test_a_rename_is_kept_for_later_sets(own: Path) -> None:
    assert plain("A text.", url=ADDRESS).outlet is None
    host = host_of(ADDRESS)
    assert host == "harbourgazette.example"
    assert outlets.remember("The “Gazette” \x1b", short="Gaz", hosts=[host], aliases=["HG Media"]) == own
    article = plain("A text.", url=ADDRESS)
    assert (article.outlet, article.label) == ("The “Gazette” ␛", "Gaz")
    assert dict(article.origins)["outlet"] == "outlet table"
    assert outlets.named("hg media") == "The “Gazette” ␛"


def test_a_name_given_at_a_portal_is_that_of_one_article() -> None:
    def at(url: str) -> CoverageSet:
        texts = (f"The ferry struck a pier, says {url}.", f"Two cranes will lift it, says {url}.")
        return gather([plain(text, url=url) for text in texts])

    for url, names in (("https://www.msn.com/a", ["Gazette", None]), (ADDRESS, ["Gazette", "Gazette"])):
        first, _ = at(url).displayed()
        assert [a.outlet for a in renamed(at(url), first.id, "Gazette").displayed()] == names
        keep(first, "Gazette")
        assert [a.outlet for a in at(url).displayed()] == names
    (text,) = outlets.known().texts
    assert text == at("https://www.msn.com/a").displayed()[0].sha256


def test_what_is_said_of_the_articles_knows_the_new_name() -> None:
    text = "The ferry struck a pier at noon on Monday.\n\nContinue reading at the Post."
    said = [Metadata(outlet=outlet, url="https://news.example/1") for outlet in ("Wire: World", "Post")]
    found = gather([article_from(text_document(text, "text", each), "x.txt") for each in said], warnings=["kept"])
    assert found.warnings == (
        "Post: cut (‘Continue reading at the Post.’): what it lacks is unknown, not omitted",
        "Wire: World: cut (‘Continue reading at the Post.’): what it lacks is unknown, not omitted",
        "Wire: World: has the same address as Post: two versions of one page",
        "Wire: World: same report as Post; reprints count as one voice",
        "kept",
    )
    ids = {article.outlet: article.id for article in found.articles}
    once = renamed(renamed(found, ids["Wire: World"], "Gazette"), ids["Post"], "Herald")
    assert once.warnings == (
        "Gazette: cut (‘Continue reading at the Post.’): what it lacks is unknown, not omitted",
        "Herald: cut (‘Continue reading at the Post.’): what it lacks is unknown, not omitted",
        "Herald: has the same address as Gazette: two versions of one page",
        "Herald: same report as Gazette; reprints count as one voice",
        "kept",
    )
    assert "Gazette 2: has the same address as Gazette 1: two versions of one page; both count as one voice" in (
        renamed(once, ids["Post"], "Gazette").warnings
    )


def test_the_later_rename_counts_and_comments_stay(own: Path) -> None:
    own.parent.mkdir()
    own.write_text('# mine\n[[outlet]]\nname = "Old"\nhosts = ["a.example", "cnn.com"]\n', "utf-8")
    assert outlets.of_address("https://cnn.com/a") == outlets.Outlet("Old", hosts=("a.example", "cnn.com"))
    outlets.remember("New", hosts=["a.example"])
    assert outlets.of_address("https://a.example/") == outlets.Outlet("New", hosts=("a.example",))
    assert own.read_text("utf-8").startswith("# mine\n")
    assert [path.name for path in own.parent.iterdir()] == [own.name]


def test_a_computer_in_the_own_network_has_a_name_of_one_word(own: Path) -> None:
    assert outlets.of_address("http://wiki/a") is None
    outlets.remember("Our Wiki", hosts=["wiki"])
    assert outlets.of_address("http://wiki/a") == outlets.Outlet("Our Wiki", hosts=("wiki",))
    assert outlets.of_address("http://news.wiki/a") is None


@pytest.mark.parametrize("before", ['# mine \u2028\r\n[[outlet]]\r\nname = "A"\r\n', '[[outlet]]\nname = "A"', ""])
def test_not_a_byte_of_the_table_is_changed(own: Path, before: str) -> None:
    own.parent.mkdir()
    own.write_bytes(before.encode())
    outlets.remember("B", hosts=["b.example"])
    assert own.read_bytes().startswith(before.encode())
    assert outlets.of_address("https://b.example/") == outlets.Outlet("B", hosts=("b.example",))


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("[[outlet]\n", "line 1: is not TOML"),
        ("outlet = 3\n", "no list"),
        ("[[outlet]]\nhosts = []\n", "outlet 1: needs a name"),
        ('[[outlet]]\nname = "A"\nhost = "x"\n', "outlet 1: unknown key 'host'"),
        ('[[outlet]]\nname = "A"\nhosts = "x"\n', "outlet 1: hosts is no list"),
        ("\xff", "is not UTF-8"),
    ],
)
def test_a_broken_table_is_said(own: Path, text: str, why: str) -> None:
    own.parent.mkdir()
    own.write_text(text, "latin-1")
    with pytest.raises(OutletsError, match=why):
        outlets.known()


@posix
def test_a_table_that_is_kept_elsewhere_stays_there(own: Path, tmp_path: Path) -> None:
    own.parent.mkdir()
    own.symlink_to(tmp_path / "kept.toml")
    outlets.remember("B", hosts=["b.example"])
    assert own.is_symlink()
    assert "b.example" in (tmp_path / "kept.toml").read_text("utf-8")


def test_a_folder_that_cannot_be_written_is_said(own: Path) -> None:
    own.parent.write_text("a file in the way")
    with pytest.raises(OutletsError, match="cannot be written"):
        outlets.remember("A", hosts=["a.example"])
