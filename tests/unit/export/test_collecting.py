"""Collecting a set into a folder that opens the same way again."""

from __future__ import annotations

import json
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from compare import cli
from compare.errors import OutputFailed, OutputRefused
from compare.export.collecting import collect
from compare.loading import expand, gather, read
from compare.loading.article import article_from
from compare.loading.blocks import Block
from compare.loading.document import Document
from compare.loading.metadata import Metadata
from compare.model import Article, CoverageSet, ParagraphKind
from compare.session import load

TOLD = "The ferry left the harbour at noon with forty passengers on board.\n"


def page() -> Article:
    """As a page gives it: paragraphs that its text alone would not show."""
    text = f'Harbour news\n\nFerry aground\n{TOLD}It ran aground\nnear \\the\\ pier """ at ten.\nMore by us'
    at = [text.index(word) for word in ("Harbour", "Ferry", "The ferry", "It ran", "More")]
    ends = [text.index("\n\n"), at[2] - 1, at[3] - 1, at[4] - 1, len(text)]
    kinds = (
        ParagraphKind.FURNITURE,
        ParagraphKind.TITLE,
        ParagraphKind.BODY,
        ParagraphKind.QUOTE,
        ParagraphKind.FURNITURE,
    )
    reasons = ("navigation", None, None, None, 'related """links\\')
    blocks = tuple(Block(k, a, b, a, r) for k, a, b, r in zip(kinds, at, ends, reasons, strict=True))
    said = Metadata(outlet='The "Ledger"', url="https://l.example/1", published="2025-10-15", complete=False)
    article = article_from(Document(text, "html", blocks, said), "https://l.example/1")
    return replace(article, retrieved="2025-10-16T09:30:00+00:00")


@pytest.fixture
def coverage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> CoverageSet:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_bytes(f"Outlet: Post\r\nDate: 2025-10-15\r\n\r\n{TOLD}".encode())
    Path("b.md").write_text(f"---\ntitle: Ship\n---\n# Aground\n\n- {TOLD}\n- Nobody was hurt.\n", encoding="utf-8")
    odd = {"title": "Odd", "text": f"Outlet: Post\n\n{TOLD}It was odd."}  # looks like header lines and is none
    Path("c.json").write_text(json.dumps([odd, {"text": f"%PDF-1.7 {TOLD}"}, {"text": f"\ufeff{TOLD}\r"}]))
    articles = [a for source in expand(["a.txt", "b.md", "c.json"]).sources for a in read(source).articles]
    return gather([*articles, page()], title="The ferry")


def bare(article: Article, source: str = "") -> Article:
    return replace(article, source=source)


def test_what_was_collected_opens_the_same(coverage: CoverageSet) -> None:
    note = 'A "note"\x7f, \\ and\nmore.'
    coverage = replace(coverage, notes=(("a.txt", note),))
    files = collect(coverage, "set/coverage.toml")
    for name in ("set", "set/coverage.toml"):
        again = load([name])
        assert [bare(a) for a in again.articles] == [bare(a) for a in coverage.articles]
        assert (again.order, again.title) == (coverage.order, coverage.title)
    assert {warning for warning in again.warnings if "leaves out" in warning} == set()
    assert again.notes == ((Path("set", Path(files[0]).name).as_posix(), note),)
    assert {Path(f).read_bytes() for f in files[:-1]} == {a.text.encode() for a in coverage.articles}
    written = Path("set/coverage.toml").read_bytes()
    collect(coverage, "set/coverage.toml")  # ours, and the same
    assert Path("set/coverage.toml").read_bytes() == written
    collect(load(["set"]), "other/coverage.toml")
    assert Path("other/coverage.toml").read_bytes() == written
    with zipfile.ZipFile("set.zip", "w") as archive:  # as somebody else may hand the set on
        for file in files:
            archive.write(file)
    assert cli.main(["set.zip", "-o", "third/coverage.toml"]) == 0
    assert Path("third/coverage.toml").read_bytes() == written


def test_a_text_that_was_changed_is_parted_anew_and_said(coverage: CoverageSet) -> None:
    collect(coverage, "set/coverage.toml")
    (changed,) = Path("set").glob("the-ledger-*.txt")
    changed.write_text(f"{TOLD}It sank.\n", encoding="utf-8")
    again = load(["set"])
    assert any(f"{changed}: was changed since it was collected" in warning for warning in again.warnings)
    assert next(a for a in again.articles if a.outlet == 'The "Ledger"').text.endswith("It sank.\n")


def test_nothing_is_written_over(coverage: CoverageSet) -> None:
    def refused(target: str, match: str) -> None:
        before = {path: path.read_bytes() for path in Path().rglob("*") if path.is_file()}
        with pytest.raises((OutputRefused, OutputFailed), match=match):
            collect(coverage, target)
        assert {path: path.read_bytes() for path in Path().rglob("*") if path.is_file()} == before

    refused("no/such/coverage.toml", "there is no folder")
    refused("a.txt/coverage.toml", "not a folder")
    Path("mine.toml").write_text("title = 'mine'", encoding="utf-8")
    refused("mine.toml", "is not a report")
    refused(".", "is a folder")
    refused("a\0b.toml", "holds a zero byte")
    files = collect(coverage, "set/coverage.toml")
    text = Path(files[0])
    text.write_text("My own words.", encoding="utf-8")
    refused("set/coverage.toml", "exists and holds something else")
    assert len(collect(coverage, "set/coverage.toml", force=True)) == len(files)
    assert text.read_text(encoding="utf-8") != "My own words."
    again = load(["set"])
    with pytest.raises(OutputRefused, match="is one of the sources"):
        collect(again, "set/coverage.toml", force=True)
    text.write_text("My own words.", encoding="utf-8")
    with pytest.raises(OutputRefused, match="is one of the sources"):  # a text that is read is not written over either
        collect(replace(again, inputs=(str(text),)), "set/other.toml", force=True)


def test_the_command_collects(coverage: CoverageSet, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["a.txt", "b.md", "c.json", "-o", "set/coverage.toml"]) == 0
    assert capsys.readouterr().out == ""
    assert len(load(["set"]).articles) == 5
    assert cli.main(["set", "-o", "set/coverage.toml"]) == 1
    assert "is one of the sources" in capsys.readouterr().err
