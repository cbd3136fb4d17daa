"""Zip archives, those meant to do harm among them."""

from __future__ import annotations

import io
import struct
import zipfile
from pathlib import Path

import pytest

from compare.errors import SourceBroken, SourceEmpty, SourceError, SourceLocked, SourceTooHeavy
from compare.loading import Source, contents, expand, read, zipped
from compare.loading.archive import unpacked
from compare.loading.reading import Reading
from timing import within
from web_server import rss

from .making import zip_of

TOLD = b"The ferry left the harbour at noon with forty passengers on board.\n"


def reading(members: dict[str, bytes]) -> Reading:
    return read(Source("s.zip", None, zip_of(members)))


def test_members_are_read_as_files_of_a_folder_are() -> None:
    found = reading(
        {
            "set/b.txt": TOLD + b"B.",
            "set/a.md": TOLD + b"A.",
            "set/": b"",
            ".hidden.txt": TOLD,
            "__MACOSX/set/._b.txt": b"\0\1",
            "set/x.png": b"\x89PNG",
            "set/report.md": b"<!-- compare/1 report of 5 articles -->",
        }
    )
    assert [article.source for article in found.articles] == ["s.zip/set/a.md", "s.zip/set/b.txt"]
    assert [article.label for article in found.articles] == ["a?", "b?"]
    assert found.warnings == ("s.zip: passed over 1 file of other formats (1 .png)",)
    assert found.refused == ()


def test_names_parted_as_on_windows_are_those_of_files_in_folders() -> None:
    found = reading({"set\\a.txt": TOLD, "set\\.b.txt": TOLD, "..\\c.txt": TOLD})
    assert [(article.source, article.label) for article in found.articles] == [("s.zip/set/a.txt", "a?")]
    assert [str(error).split(";")[0] for error in found.refused] == [
        "s.zip/../c.txt: names a place outside of the archive"
    ]
    listed = b"title = 'Ferry'\n[[article]]\nsource = 'a.txt'\noutlet = 'Post'\n"
    (article,) = reading({"set\\coverage.toml": listed, "set\\a.txt": TOLD}).articles
    assert article.outlet == "Post"


def test_a_manifest_in_it_is_held_to_the_same_bounds(monkeypatch: pytest.MonkeyPatch) -> None:
    twice = b"[[article]]\nsource = 'b.txt'\noutlet = 'Post'\n[[article]]\nsource = './b.txt'\noutlet = 'Ledger'\n"
    (article,) = reading({"coverage.toml": twice, "b.txt": TOLD}).articles
    assert article.outlet == "Post"
    read: list[str] = []

    def counted(file: zipfile.ZipFile, info: zipfile.ZipInfo, bound: int, name: str, what: str) -> bytes:
        read.append(name)
        return unpacked(file, info, bound, name, what)

    monkeypatch.setattr(contents, "MOST", 3)
    monkeypatch.setattr(zipped, "unpacked", counted)
    listed = "".join(f"[[article]]\nsource = '{n}.txt'\n" for n in range(9)).encode()
    with pytest.raises(SourceTooHeavy, match="holds more than 3 articles"):
        reading({"coverage.toml": listed, **{f"{n}.txt": TOLD for n in range(9)}})
    assert read == ["s.zip/coverage.toml", "s.zip/0.txt", "s.zip/1.txt", "s.zip/2.txt", "s.zip/3.txt"]


def test_a_manifest_in_it_says_of_members_what_it_would_in_a_folder() -> None:
    entry = "[[article]]\nsource = '{}'\noutlet = 'Ledger'\n".format
    names = ("b.txt", "gone.txt", "../out.txt", "/etc/hosts", "https://a.example/b", "c.zip", "..gone.txt")
    listed = ("title = 'Bridge'\n" + "\n".join(map(entry, names))).encode()
    found = reading({"set/coverage.toml": listed, "set/b.txt": TOLD, "set/c.zip": zip_of({}), "set/d.txt": TOLD})
    (article,) = found.articles
    assert (article.source, article.outlet) == ("s.zip/set/b.txt", "Ledger")
    assert found.titles == ("Bridge",)
    assert found.warnings == ("s.zip/set/coverage.toml leaves out 1 file of this archive",)
    outside = ["outside of its archive" in str(error) for error in found.refused]
    assert outside == [False, True, True, True, False, False]


def test_a_feed_in_it_obeys_the_reader() -> None:
    feed = rss({"Ferry aground": "The ferry struck a pier.", "Ferry lifted": "Two cranes lift it.", "Snow": "A pass."})
    data = zip_of({"in.zip": zip_of({"news.rss": feed}), "a.txt": TOLD})
    found = zipped.members(data, "s.zip", about="ferry")
    assert [part.document.metadata.title for part in found.parts] == [None, "Ferry aground", "Ferry lifted"]
    assert found.warnings == ("s.zip/in.zip/news.rss: 1 entry not about 'ferry' left out: ‘Snow’",)
    found = zipped.members(
        data, "s.zip", choose=lambda feed, offers: [o.id for o in offers if o.title in feed + "Snow"]
    )
    assert [part.document.metadata.title for part in found.parts] == [None, "Snow"]


@pytest.mark.parametrize("name", ["../../evil.txt", "/evil.txt", "a/../../evil.txt"])
def test_a_member_that_names_a_place_outside_is_refused(name: str, tmp_path: Path) -> None:
    found = reading({name: TOLD, "good.txt": TOLD + b"Good."})
    assert [article.source for article in found.articles] == ["s.zip/good.txt"]
    (error,) = found.refused
    assert "outside of the archive" in str(error)
    assert list(tmp_path.iterdir()) == []


def test_archives_in_archives_are_opened_to_a_depth() -> None:
    inner = zip_of({"a.txt": TOLD})
    found = reading({"in.zip": inner, "b.txt": TOLD + b"B."})
    assert [article.source for article in found.articles] == ["s.zip/b.txt", "s.zip/in.zip/a.txt"]
    (error,) = reading({"in.zip": zip_of({"in.zip": inner}), "b.txt": TOLD}).refused
    assert "is an archive in 2 others" in str(error)


def test_a_bomb_is_unpacked_to_a_bound_and_the_rest_opens(monkeypatch: pytest.MonkeyPatch) -> None:
    with within(3):
        found = reading({"bomb.txt": bytes(60_000_000), "good.txt": TOLD})
    assert [article.source for article in found.articles] == ["s.zip/good.txt"]
    assert [str(error) for error in found.refused] == [
        "s.zip/bomb.txt: unpacks to more than 5 MB; save the article alone in a file of its own, or as .txt"
    ]
    # all members together, nested ones too, draw on one bound
    monkeypatch.setattr(zipped, "UNPACKED", 200_000)
    found = reading({f"{n}.zip": zip_of({"a.json": b" " * 150_000}) for n in range(3)})
    assert sum(isinstance(error, SourceTooHeavy) for error in found.refused) == 2
    assert "unpacks to more than is left of the 0 MB of an archive" in str(found.refused[1])


def test_of_countless_bad_members_some_are_named_and_the_rest_counted() -> None:
    found = reading({"good.txt": TOLD} | {f"{n}.json": b"{" for n in range(1_000)})
    assert [article.source for article in found.articles] == ["s.zip/good.txt"]
    assert len(found.refused) == 21
    assert str(found.refused[-1]).startswith("s.zip: 980 more of what it holds cannot be read; ")


def test_one_bad_member_leaves_the_rest() -> None:
    data = bytearray(zip_of({"a.txt": TOLD + b"one", "b.txt": TOLD + b"two", "c.txt": b"\0\1\2"}, zipfile.ZIP_STORED))
    data[data.index(b"one")] ^= 1
    found = read(Source("s.zip", None, bytes(data)))
    assert [article.source for article in found.articles] == ["s.zip/b.txt"]
    assert [error.source for error in found.refused] == ["s.zip/a.txt", "s.zip/c.txt"]
    assert isinstance(found.refused[0], SourceBroken)


def test_a_locked_member_is_said_to_be() -> None:
    data = bytearray(zip_of({"a.txt": TOLD, "b.txt": TOLD}, zipfile.ZIP_STORED))
    data[data.index(b"PK\x01\x02") + 8] |= 1
    (error,) = read(Source("s.zip", None, bytes(data))).refused
    assert isinstance(error, SourceLocked)


def test_an_unusual_packing_is_said() -> None:
    data = bytearray(zip_of({"a.txt": TOLD}, zipfile.ZIP_STORED))
    struct.pack_into("<H", data, data.index(b"PK\x01\x02") + 10, 99)
    (error,) = read(Source("s.zip", None, bytes(data))).refused
    assert "packed in an unusual way" in str(error)
    for method in (zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA):  # unpacked by the standard library without any bound
        (error,) = read(Source("s.zip", None, zip_of({"a.txt": TOLD}, method))).refused
        assert "packed in an unusual way" in str(error)


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"PK\x03\x04 and no more", SourceBroken),
        (zip_of({"a.txt": TOLD})[:-30], SourceBroken),
        (b"no zip at all", SourceBroken),
        (zip_of({}), SourceEmpty),
        (zip_of({"a.png": b"x"}), SourceEmpty),
        (b"PK\x03\x04" + b"PK\x01\x02" * 10_001, SourceTooHeavy),
        (zip_of({f"{n}.txt": TOLD + str(n).encode() for n in range(501)}), SourceTooHeavy),
        (zip_of({"coverage.toml": b"x = 1", "a.txt": TOLD}), SourceError),
    ],
    ids=range(8),
)
def test_what_is_no_archive_of_articles(data: bytes, kind: type[SourceError]) -> None:
    with pytest.raises(kind) as caught:
        read(Source("s.zip", None, data))
    assert "\n" not in str(caught.value)


def test_an_archive_is_told_by_its_first_bytes() -> None:
    (source,) = expand(["-"], stdin=io.BytesIO(zip_of({"a.txt": TOLD}))).sources
    assert [article.source for article in read(source).articles] == ["-/a.txt"]
    assert read(Source("renamed.txt", None, zip_of({"a.txt": TOLD}))).articles


def test_a_member_without_a_name_is_passed_over() -> None:
    data = zip_of({"x": b"?", "a.txt": TOLD}, zipfile.ZIP_STORED)
    at = data.index(b"PK\x01\x02")
    nameless = data[: at + 28] + b"\0\0" + data[at + 30 : at + 46] + data[at + 47 :]  # without the one letter
    size, start = struct.unpack_from("<II", nameless, len(nameless) - 10)
    nameless = nameless[:-10] + struct.pack("<II", size - 1, start) + nameless[-2:]
    with zipfile.ZipFile(io.BytesIO(nameless)) as file:
        assert [info.filename for info in file.infolist()] == ["", "a.txt"]
    assert [article.source for article in read(Source("s.zip", None, nameless)).articles] == ["s.zip/a.txt"]
