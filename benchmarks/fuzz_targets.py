"""What :mod:`benchmarks.fuzz` damages, and what must hold of it all the same."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from email.message import EmailMessage
from uuid import UUID

from benchmarks import SEEDS
from compare import session
from compare.analysis.facts import find_facts
from compare.export import strip_all
from compare.export.library import export
from compare.loading import gather
from compare.loading.reading import read
from compare.loading.segment import sentences
from compare.loading.sources import Source
from compare.model import Comparison, Judged, Noted, ParagraphKind, ReaderMark, Verdict, visible
from compare.model.review import Body
from compare.review import Store, export_marks, import_codebook, import_marks, lay, quote_of
from unit.loading.making import docx_of, epub_of, odt_of, pdf_of, zip_of
from unit.loading.one_report import REPORT
from unit.loading.page_samples import PAGE

Samples = Sequence[tuple[str, bytes]]


@dataclass(frozen=True, slots=True)
class Target:
    """``samples`` gives names and sound contents, ``run`` is given a damaged content under such a name."""

    samples: Callable[[], Samples]
    run: Callable[[bytes, str], object]


def _report() -> list[tuple[ParagraphKind, str]]:
    return [*REPORT, (ParagraphKind.BODY, "Alma carried 31 passengers, 3.5% more than in 2024, for €1.2 million.")]


def _files() -> Samples:
    ferry = {path.name: path.read_bytes() for path in sorted((SEEDS / "ferry").iterdir())}  # with its manifest
    texts = [(name, data) for name, data in ferry.items() if name.endswith(".txt")]
    report = _report()
    mail = EmailMessage()
    mail["Subject"], mail["From"], mail["Date"] = "Ferry aground", "The Ledger <news@ledger.example>", "15 Oct 2025"
    mail.set_content(texts[0][1].decode())
    mail.add_alternative(PAGE, subtype="html")
    comparison = session.analyse(session.load([str(SEEDS / "ferry")]))
    made = {
        "a.docx": docx_of(report), "a.odt": odt_of(report), "a.epub": epub_of(report), "a.pdf": pdf_of(report),
        "a.html": PAGE.encode(), "a.eml": mail.as_bytes(), "a.mhtml": mail.as_bytes(), "feed.xml": FEED.encode(),
        "a.zip": zip_of(ferry), "feed.json": JSON_FEED.encode(),
        "a.jsonl": b"\n".join(json.dumps({"title": n, "text": d.decode()}).encode() for n, d in texts[:3]),
        "own.json": export(comparison, format="json").encode(),
    }  # fmt: skip
    return [*texts, *made.items()]


def _read(data: bytes, name: str) -> None:
    for article in read(Source(name, None, data)).articles:
        ends = [0, *(end for p in article.paragraphs for end in (p.start, p.end)), len(article.text)]
        assert ends == sorted(ends), "paragraphs overlap"
        assert all(0 <= s.start < s.end <= len(article.text) for s in article.sentences), "a sentence is out of bounds"
        assert visible(article.title) == article.title, "a title holds control characters"


def _texts() -> Samples:
    paths = sorted(path for path in SEEDS.rglob("*.txt"))
    return [(path.name, path.read_bytes()) for path in paths] + [("es.txt", "El puerto cerró a las 12:30.".encode())]


def _in_languages() -> Samples:
    names = {"01-selwick-courier.txt": "en", "04-diario-de-poniente.txt": "es"}
    written = {language: (SEEDS / "ferry" / name).read_bytes() for name, language in names.items()}
    told = {
        "de": "„Der Hafen“, sagte Dr. Voss am 15. Okt., „bleibt zu.“ Warum?",
        "fr": "« Fermé », dit M. Roux. Et puis ?",
    }
    return [*written.items(), *((language, text.encode()) for language, text in told.items())]


def _split(data: bytes, name: str) -> None:
    text = data.decode("utf-8", "replace")
    spans = sentences(text, name)
    ends = [0, *(end for span in spans for end in span), len(text)]
    assert ends == sorted(ends), "sentences overlap or are out of bounds"
    left = "".join(text[a:b] for a, b in zip(ends[::2], ends[1::2], strict=True))
    assert not left.strip(), "words stand in no sentence"
    assert all(text[start:end] == text[start:end].strip() != "" for start, end in spans), "a sentence has blank ends"


def _told(data: bytes, name: str) -> None:
    for article in read(Source(name, None, data)).articles:
        for fact in find_facts([article]):
            assert fact.value == visible(fact.value), "a value holds control characters"
            for mention in fact.mentions:
                assert article.text[mention.start : mention.end] == mention.text, "a fact is not where it says"


def _compared(data: bytes, name: str) -> Comparison:
    sound = read(Source("sound.txt", None, SOUND)).articles
    damaged = read(Source(name, None, data)).articles
    return session.analyse(gather([*sound, *damaged]))


def _analysed(data: bytes, name: str) -> None:
    comparison = _compared(data, name)
    stated = {sentence for claim in comparison.claims for sentence in claim.sentences}
    comparable = {s.id for a in comparison.coverage.articles for s in a.sentences if s.comparable}
    assert stated >= comparable, "a sentence stands in no claim"


def _exported(data: bytes, name: str) -> None:
    comparison = _compared(data, name)
    for marks in ("github", "critic"):
        texts = strip_all(export(comparison, format="md", marks=marks))
        assert texts == {a.id: a.text for a in comparison.coverage.articles}, f"strip of {marks} differs"
    for profile in ("memo", "paper"):
        export(comparison, format="md", profile=profile)
    for format in ("html", "csv", "txt"):
        report = export(comparison, format=format)
        assert not any(ord(letter) < 32 and letter not in "\n\r\t" for letter in report), f"{format} holds a control"
    json.loads(export(comparison, format="json"))


def _marks() -> Samples:
    article = session.load([str(SEEDS / "ferry")]).articles[0]
    quotes = [quote_of(article, s.start, s.end) for s in article.sentences[:3]]
    bodies: tuple[Body, ...] = (
        Judged((quotes[0],), Verdict.WRONG, "https://a.example"),
        Noted(tuple(quotes), "why"),
    )
    made = [ReaderMark(UUID(int=n).hex, "2025-10-15T08:00:00.000000Z", body) for n, body in enumerate(bodies)]
    book = b"code,label,description\nA,Sum,money\nB,Who,name\n"
    return [("marks.json", export_marks(made).encode()), ("book.csv", book)]


def _imported(data: bytes, name: str) -> None:
    text = data.decode("utf-8", "replace")
    if name.endswith(".csv"):
        import_codebook(text, name)
    else:
        marks = import_marks(text, name)
        assert import_marks(export_marks(marks), name) == marks, "marks are others when imported again"
        store = Store(None)
        assert store.take_in(marks) == len(store.marks), "a mark was not kept"
        lay(marks, session.load([str(SEEDS / "ferry")]))


SOUND = (SEEDS / "ferry" / "01-selwick-courier.txt").read_bytes()

FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>Port News</title><item><title>Ferry hits pier</title>
<link>https://port.example/1</link><pubDate>Wed, 15 Oct 2025 08:00:00 +0200</pubDate>
<description>The ferry Alma struck the north pier.&lt;p&gt;Nobody was hurt.</description></item></channel></rss>"""

JSON_FEED = json.dumps(
    {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Port News",
        "items": [{"id": "1", "title": "Ferry hits pier", "content_html": "<p>The ferry Alma struck the pier.</p>"}],
    }
)

TARGETS = {
    "loading": Target(_files, _read),
    "sentences": Target(_in_languages, _split),
    "facts": Target(_texts, _told),
    "analysis": Target(_texts, _analysed),
    "export": Target(_texts, _exported),
    "review": Target(_marks, _imported),
}
