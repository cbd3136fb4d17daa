"""Feeds: entries to documents, by the reader's words, and nothing that a hostile feed could gain."""

from __future__ import annotations

import json
from contextlib import suppress

import pytest

from compare.errors import SourceBroken, SourceEmpty, SourceNotText
from compare.loading.contents import Contents
from compare.loading.feed import entries, shares
from compare.loading.feed_entries import READ, entries_of
from compare.loading.formats import HEAD, format_of
from compare.loading.offers import MOST
from compare.loading.reading import contents
from compare.loading.timestamps import utc
from timing import within
from web_server import STORY, rss, ten_reports

ATOM = """<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de">
 <title>Hafenblatt</title>
 <entry><title type="html">F&amp;auml;hre &lt;b&gt;rammt&lt;/b&gt; Pier</title>
  <link href="https://blatt.example/1"/><id>1</id><author><name>A. Kahn</name></author>
  <published>2025-10-15T14:02:00+02:00</published><updated>2025-10-16T08:00:00Z</updated>
  <content type="html">&lt;p&gt;Die Fähre hat am Montag den Pier gerammt.&lt;/p&gt;&lt;p&gt;Neun Menschen wurden
  verletzt.&lt;/p&gt;</content></entry>
 <entry><title>Kurz</title><link href="javascript:alert(1)"/><id>2</id><updated>2025-10-15</updated>
  <source><title>Stadtbote</title></source><summary>Nur ein Anriss.</summary></entry>
 <entry><title>Ohne Text</title><id>3</id></entry>
</feed>
"""

JSON_FEED = {
    "version": "https://jsonfeed.org/version/1.1",
    "title": "Pier Post",
    "language": "en-GB",
    "authors": [{"name": "B. Reed"}],
    "items": [
        {"id": "1", "url": "https://post.example/1", "title": "Ferry", "content_text": STORY[0]},
        {"id": "2", "title": "Crane\u001b[31m", "content_html": f"<p>{STORY[3]}</p>", "date_published": "2025-10-15"},
        {"id": "3", "summary": "Only a summary of \ud800 it.", "authors": [{"name": "C. Hall"}, 7]},
        "no entry",
    ],
}


def names(chosen: Contents) -> list[str | None]:
    return [part.document.metadata.title for part in chosen.parts]


def test_atom() -> None:
    chosen = entries(ATOM.encode(), "feed")
    first, second = (part.document for part in chosen.parts)
    known = first.metadata
    assert (known.outlet, known.title, known.author) == ("Hafenblatt", "Fähre rammt Pier", "A. Kahn")
    assert (known.published, known.modified) == ("2025-10-15T12:02:00+00:00", "2025-10-16T08:00:00+00:00")
    assert (known.url, known.language, known.complete) == ("https://blatt.example/1", "de", None)
    assert ("published", "feed") in known.origins
    assert "Fähre rammt Pier" in first.text, "the headline is part of the report"
    assert "Neun Menschen" in first.text
    assert "<" not in first.text
    assert (second.metadata.outlet, second.metadata.url, second.metadata.complete) == ("Stadtbote", None, False)
    assert second.metadata.published == "2025-10-15"
    assert chosen.warnings == ("feed: 1 entry without a text left out",)


def test_json_feed() -> None:
    chosen = entries(json.dumps(JSON_FEED).encode(), "feed")
    text, html, summary = (part.document for part in chosen.parts)
    assert text.text == f"Ferry\n\n{STORY[0]}"
    assert (text.metadata.author, text.metadata.language) == ("B. Reed", "en")
    assert html.metadata.title == "Crane␛[31m"
    assert STORY[3] in html.text
    assert html.metadata.published == "2025-10-15"
    assert (summary.metadata.complete, summary.metadata.author) == (False, "C. Hall")
    summary.text.encode()


def test_a_declared_language_counts_unless_the_text_is_certainly_in_another() -> None:
    feed = {
        **JSON_FEED,
        "language": "de",
        "items": [{"content_text": "Lund 75"}, {"content_text": " ".join(STORY * 2)}],
    }
    short, long = (part.document for part in entries(json.dumps(feed).encode(), "feed").parts)
    assert (short.metadata.language, long.metadata.language) == ("de", None)


def is_feed(head: bytes, name: str = "feed") -> bool:
    format = format_of(name, head[:HEAD])
    return format is not None and format.what == "a feed"


def test_a_feed_is_told_by_its_beginning() -> None:
    for feed in (rss({}), ATOM.encode(), json.dumps(JSON_FEED).encode(), b"<!-- a --> <rdf:RDF >"):
        assert is_feed(feed)
        assert is_feed(feed, "feed.json")
    assert is_feed(ATOM.encode("utf-16"), "feed.xml")
    for other in (b"", b"<html><rss>", b'{"items": []}', b"A text about <rss> feeds.", b"<rssx>", b"\xff\xfe\0"):
        assert not is_feed(other)


def test_an_entry_that_cannot_be_read_costs_the_others_nothing() -> None:
    items = [
        {"content_text": STORY[0]},
        {"content_html": "<p> </p>"},
        {"content_text": "\0" * 9},
        {"content_text": STORY[1]},
    ]
    found = contents(json.dumps({**JSON_FEED, "items": items}).encode(), "feed.json")
    assert [part.document.text for part in found.parts] == [STORY[0], STORY[1]]
    assert [type(error) for error in found.refused] == [SourceEmpty, SourceNotText]


def test_utf_16_is_read_as_well() -> None:
    assert "Neun Menschen" in entries(ATOM.encode("utf-16"), "feed").parts[0].document.text


@pytest.mark.parametrize("number", ["xD83D", "55357", "x0", "x110000", "99999999999999999999"])
def test_half_an_emoji_costs_nothing_but_itself(number: str) -> None:
    told = f"The mayor &#{number}; resigned &amp; left on Monday&#8217;s train."
    (entry,) = entries_of(rss({"Mayor": told}), "feed").entries
    assert entry.content == "The mayor \ufffd resigned & left on Monday’s train."


def test_what_the_reader_of_feeds_stumbles_over_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    def stumble(*_: object, **__: object) -> None:
        raise UnicodeError("deep inside")

    monkeypatch.setattr("feedparser.parse", stumble)
    with pytest.raises(SourceBroken, match="its parts do not fit together"):
        entries_of(ATOM.encode(), "feed")


def test_about_keeps_what_shares_the_words_whatever_their_endings() -> None:
    feed = rss(ten_reports())
    for about in ("ferry pier", "the ferries and the harbours", "FERRY", "ferry piers"):
        assert sum(shares(entry, about) for entry in entries_of(feed, "feed").entries) == 6, about
    half = sum(shares(entry, "ferry piers Lund cranes") for entry in entries_of(feed, "feed").entries)
    assert half == 3, "half of the words are needed"
    (warning,) = entries(feed, "feed", about="ferry").warnings
    assert warning == (
        "feed: 4 entries not about 'ferry' left out: ‘Short news 1’, ‘Short news 2’, ‘Short news 3’, ‘Short news 4’"
    )
    with pytest.raises(SourceEmpty, match="has no entry about 'volcano' among 10; use other words"):
        entries(feed, "feed", about="volcano")
    assert names(entries(ATOM.encode(), "feed", about="der Fähren")) == ["Fähre rammt Pier"]


def test_names_come_from_the_content_and_not_from_the_place() -> None:
    told = ten_reports()
    there = entries(rss(told), "feed").parts
    back = entries(rss({name: told[name] for name in reversed(told)}), "feed").parts
    assert len({part.name for part in there}) == 10
    # the links of the made feed are numbered by place, so that only the texts can be compared
    assert {part.document.text for part in there} == {part.document.text for part in back}


def test_the_newest_are_opened_and_the_rest_is_counted() -> None:
    items = [
        {"id": f"{n}", "title": f"Report {n}", "content_text": STORY[n % 6], "date_published": f"2025-{n:02}-01"}
        for n in range(1, 13)
    ] * 6
    feed = {**JSON_FEED, "items": items}
    chosen = entries(json.dumps(feed).encode(), "feed")
    assert len(chosen.parts) == MOST
    assert min(part.document.metadata.published or "" for part in chosen.parts) > "2025-03"
    assert chosen.warnings == (f"feed: {72 - MOST} entries left out, the newest {MOST} opened; --about WORDS chooses",)
    # what is advised is what the reader can do: words were given, or the entries were chosen one by one
    for how, advice in (
        ({"about": "Report"}, "more words after --about leave fewer"),
        ({"choose": lambda _, offers: {offer.id for offer in offers}}, "at most 50 can be chosen"),
    ):
        assert entries(json.dumps(feed).encode(), "feed", **how).warnings[-1].endswith(f"opened; {advice}")


def test_of_entries_without_a_date_the_first_are_opened() -> None:
    items = [{"title": f"Report {n}", "content_text": f"{STORY[0]} It was report {n}."} for n in range(60)]
    chosen = entries(json.dumps({**JSON_FEED, "items": items}).encode(), "feed")
    assert names(chosen) == [f"Report {n}" for n in range(MOST)]
    assert chosen.warnings == ("feed: 10 entries left out, the first 50 opened; --about WORDS chooses",)


@pytest.mark.parametrize(
    "feed",
    [
        b"<rss><channel><title>x</title></channel></rss>",
        b'{"version": "https://jsonfeed.org/version/1", "items": [{"title": "x"}]}',
    ],
)
def test_a_feed_without_texts(feed: bytes) -> None:
    with pytest.raises(SourceEmpty, match="has no entry with a text"):
        entries(feed, "feed")


@pytest.mark.parametrize(
    "feed",
    [b"{", b'{"items": 7}' * 2, b"[" * 100_000, b'{"a":' * 100_000, b"<rss", b"\0\xff" * 99, ATOM.encode("cp037")],
)
def test_what_is_no_feed(feed: bytes) -> None:
    with pytest.raises(SourceBroken) as raised:
        entries(feed, "feed")
    assert "\n" not in str(raised.value)


def test_entities_are_not_expanded_and_nothing_is_read_through_them() -> None:
    bomb = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    one, file = '<!ENTITY a11 "boom">', '<!ENTITY a11 SYSTEM "file:///etc/hostname">'
    for entities in (one, f'<!ENTITY a0 "boom">{bomb}', file):
        feed = (
            f'<?xml version="1.0"?><!DOCTYPE rss [{entities}]><rss version="2.0"><channel><title>&a11;</title>'
            f"<item><title>Ferry &a11;</title><description>{STORY[0]} &a11;</description></item></channel></rss>"
        )
        document, *others = (part.document for part in entries(feed.encode(), "feed").parts)
        assert not others
        assert STORY[0] in document.text
        assert len(document.text) < 200
        assert "boom" not in f"{document.text} {document.metadata}"


@pytest.mark.parametrize("encoding", ["utf-16", "iso-8859-1", "windows-1252", "utf-8-sig"])
def test_other_encodings_are_read_and_hide_no_entities(encoding: str) -> None:
    feed = ATOM.replace('encoding="utf-8"', f'encoding="{encoding.removesuffix("-sig")}"')
    assert "Fähre hat am Montag" in entries(feed.encode(encoding), "feed").parts[0].document.text
    bomb = feed.replace("<feed", '<!DOCTYPE feed [<!ENTITY a "boom"><!ENTITY b "&a;&a;">]>\n<feed', 1).replace(
        "Montag", "&b;"
    )
    assert "boom" not in entries(bomb.encode(encoding), "feed").parts[0].document.text
    with pytest.raises((SourceBroken, SourceEmpty)):
        entries(ATOM.encode("utf-32"), "feed")


def test_ten_thousand_entries_cost_no_more_than_a_thousand() -> None:
    item = b"<item><title>Ferry</title><description>%s</description></item>" % STORY[0].encode()
    with within(5):
        found = entries_of(b"<rss><channel><title>x</title>" + item * 10_000 + b"</channel></rss>", "feed")
    assert (len(found.entries), found.more) == (READ, True)
    assert len(entries_of(json.dumps({"items": [{}] * 10_000}).encode(), "feed").entries) == READ
    # names with a prefix or in capitals, and elements that close themselves, are entries too
    atom = b"<a:feed xmlns:a='http://www.w3.org/2005/Atom'>%s</a:feed>"
    for entry in (b"<a:entry><a:title>a</a:title></a:entry>", b"<a:entry/>", b"<ITEM/>"):
        found = entries_of(atom % (entry * (READ + 1)), "feed")
        assert (len(found.entries), found.more) == (READ, True)


@pytest.mark.parametrize(
    "piece", [b"<", b"&", b"<![CDATA[", b"<item>", b"<a b=", b"<!--", b"]]>", b"<?x ", b"<!DOCTYPE ["]
)
def test_broken_markup_ends_soon(piece: bytes) -> None:
    feed = b"<rss><channel><title>x</title><item><description>" + piece * (50_000 // len(piece))
    with within(5), suppress(SourceBroken, SourceEmpty):
        format_of("feed", feed[:HEAD])
        entries(feed, "feed")
    if len(piece) < 6:
        with pytest.raises(SourceBroken, match="too large to be mended"):
            entries(feed + piece * 1_000_000, "feed")


def test_dates() -> None:
    assert utc("Wed, 15 Oct 2025 14:02:00 +0200") == utc("2025-10-15T14:02:00+02:00") == "2025-10-15T12:02:00+00:00"
    assert utc("2025-10-15") == "2025-10-15"
    assert [utc(value) for value in ("", "soon", None, 7, "9" * 400, "Wed, 99 Oct 2025 25:61:00 +9999")] == [None] * 6
