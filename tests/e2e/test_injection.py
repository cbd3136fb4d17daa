"""Whatever a stranger wrote, wherever it is shown: no control byte of it reaches a terminal."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from compare.cli import main
from compare.export.options import FORMATS, PROFILES
from e2e.terminals import Fork

BAD = "\x1b]0;owned\x07\x9b31mred\u202e\r\x08"
"""A window title, an old way to begin a colour, writing that runs backwards, a line written over."""

TOLD = (
    "The ferry Alma struck the north pier at noon on Monday, and nobody was hurt.",
    "The harbour stayed closed for 3 hours, the port authority said.",
    "A new pier would cost €4 million, according to the mayor of the town.",
)


@pytest.fixture
def poisoned(tmp_path: Path) -> Path:
    """A set with something bad in every field that a source may fill."""
    folder = tmp_path / "set"
    folder.mkdir()
    articles = [
        {
            "title": f"Ferry hits pier {n}{BAD}", "outlet": f"Courier {n}{BAD}", "author": f"A. Writer{BAD}",
            "url": f"https://port.example/{n}?{BAD}", "published": f"2025-10-15{BAD}", "source": f"wire{BAD}",
            "text": f"{BAD} ".join(TOLD[: n + 1]),
        }
        for n in (1, 2)
    ]  # fmt: skip
    (folder / f"bad{BAD.replace('/', '')}.json").write_text(json.dumps(articles), encoding="utf-8")
    entry = "".join(f"<{t}>{t} {_xml(BAD)} {TOLD[0]}</{t}>" for t in ("title", "author", "description", "pubDate"))
    feed = f"<rss version='2.0'><channel><title>Feed {_xml(BAD)}</title><item>{entry}</item></channel></rss>"
    (folder / "feed.xml").write_text(feed, encoding="utf-8")
    page = f"<html><head><title>{BAD}Pier</title><meta property='og:site_name' content='Post{BAD}'></head><body>"
    (folder / "page.html").write_text(f"{page}<h1>Pier{BAD}</h1><p>{'</p><p>'.join(TOLD)}</p>", encoding="utf-8")
    (folder / "head.txt").write_text(f"Title: Pier{BAD}\nOutlet: Herald{BAD}\nDate: today{BAD}\n\n{TOLD[1]}\n")
    (folder / f"broken{BAD.replace('/', '')}.pdf").write_bytes(b"%PDF-1.4 nothing")
    return folder


def _xml(text: str) -> str:
    """What a feed can carry of it: references are how controls get into XML."""
    return "".join(letter if letter.isprintable() else f"&#{ord(letter)};" for letter in text)


def _harmless(raw: bytes) -> None:
    for bad in (b"\x1b]0;owned", b"\x07", b"\xc2\x9b", "\u202e".encode(), b"\x08"):
        assert bad not in raw, (bad, raw[max(0, raw.find(bad) - 60) : raw.find(bad) + 40])


REPORTS = [*(("--format", format) for format in FORMATS), *(("--profile", profile) for profile in PROFILES[1:])]


@pytest.mark.parametrize("options", [(), *REPORTS], ids=" ".join)
def test_reports_and_messages(
    options: tuple[str, ...], poisoned: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert main([str(poisoned), *(("-o", "-") if options else ()), *options]) == 0
    out, err = capfdbinary.readouterr()
    assert b"owned" in out and b"broken" in err
    _harmless(out + err)
    assert b"\x1b" not in out + err


def test_the_screen(poisoned: Path, start: Callable[..., Fork]) -> None:
    terminal = start(poisoned, size=(120, 32))
    terminal.wait(lambda text: "claims" in text and "quit" in text)
    for key in "nAWCOP":
        terminal.send(key)
        terminal.text()
    for key, shown in (("w", "Warnings"), ("r", "Sets opened before"), ("?", "Help")):
        terminal.send(key)
        terminal.wait(lambda text, shown=shown: shown in text)  # type: ignore[misc]
        terminal.send("\x1b")
        terminal.wait(lambda text, shown=shown: shown not in text)  # type: ignore[misc]
    raw = terminal.raw
    terminal.send("q")
    assert terminal.came_to() == 0
    assert b"owned" in raw
    # the program itself names its window and the shape of the pointer, which ends with a bell
    assert b"\x1b]2;owned" not in raw
    _harmless(re.sub(rb"\x1b\](?:2|22);[^\x00-\x1f]*\x07", b"", raw))
