"""Comparisons kept from one run to the next: the same result or none, whatever has become of the file."""

from __future__ import annotations

import errno
from dataclasses import fields, replace
from pathlib import Path

import pytest

import compare
from compare import session
from compare.cached import Analyses, naming
from compare.cached.columns import FORMAT, MAGIC, packed
from compare.cached.naming import NOT_READ, name_of
from compare.model import (
    Article,
    Comparison,
    CoverageSet,
    Excluded,
    Named,
    Notice,
    ReaderMark,
    Renamed,
    Sentence,
    Together,
)
from compare.model.schema import json_text
from compare.review import selector_of
from faults import refusing
from project import SEEDS

from .sets import files, first


def test_the_sample_set_opens_again_to_the_byte(analyses: Analyses) -> None:
    coverage = session.load([str(SEEDS)])
    made = session.analyse(coverage, analyses=analyses)
    told: list[session.Progress] = []
    found = session.analyse(coverage, analyses=analyses, progress=told.append)
    assert found == made
    assert json_text(found) == json_text(made)
    assert told == []


def test_a_set_is_found_from_another_folder_and_warns_as_it_does_now(
    analyses: Analyses, coverage: CoverageSet, comparison: Comparison
) -> None:
    warned = replace(coverage, notices=(Notice("not compared: a.txt: no such file"),))
    analyses.keep(warned, (), compare.compare(warned))
    said = (Notice("not compared: elsewhere/a.txt: no such file"),)
    moved = replace(coverage, notices=said, order=coverage.order[::-1])
    moved = first(moved, source="elsewhere", retrieved="2026-01-01T00:00:00Z")
    assert analyses.find(moved) == compare.compare(moved)


@pytest.mark.parametrize("field", sorted(NOT_READ))
def test_what_a_set_is_not_found_by_changes_nothing(field: str, coverage: CoverageSet, comparison: Comparison) -> None:
    changed = first(coverage, **{field: "2026-01-01T00:00:00Z"})
    assert replace(compare.compare(changed), coverage=coverage) == comparison
    assert name_of(changed, ()) == name_of(coverage, ())


OTHER: dict[str, object] = {"complete": False, "origins": (("outlet", "reader"),), "text": "Other words."}


@pytest.mark.parametrize("field", sorted({field.name for field in fields(Article)} - NOT_READ))
def test_whatever_else_changes_is_another_set(field: str, coverage: CoverageSet) -> None:
    article = coverage.articles[0]
    changed = OTHER.get(field, "other")
    if field in ("paragraphs", "sentences"):
        changed = getattr(article, field)[1:]
    assert name_of(first(coverage, **{field: changed}), ()) != name_of(coverage, ())


def test_so_is_a_sentence_that_is_compared_no_more(coverage: CoverageSet) -> None:
    sentence, *others = coverage.articles[0].sentences
    sifted: tuple[Sentence, ...] = (replace(sentence, comparable=not sentence.comparable), *others)
    assert name_of(first(coverage, sentences=sifted), ()) != name_of(coverage, ())


def test_corrections_are_told_apart_but_not_by_their_order(coverage: CoverageSet) -> None:
    ids = [s.id for s in coverage.articles[0].sentences]
    one, two = Excluded(ids[0]), Together((ids[1], ids[2]))
    assert name_of(coverage, (one, two)) == name_of(coverage, (two, one, two))
    assert len({name_of(coverage, made) for made in ((), (one,), (two,), (one, two))}) == 4


def test_of_a_set_the_last_corrections_stay_and_what_was_found_without(
    analyses: Analyses, coverage: CoverageSet, comparison: Comparison
) -> None:
    article = coverage.articles[0].id
    made = [(Named(article, name),) for name in ("Post", "Echo")]
    compared = [compare.compare(coverage, each) for each in made]
    for corrections, under in zip([(), *made], [comparison, *compared], strict=True):
        analyses.keep(coverage, corrections, under)
    assert analyses.find(coverage) == comparison
    assert [analyses.find(coverage, each) for each in made] == [None, compared[1]]


def test_a_reviewed_set_is_found_under_its_corrections(
    analyses: Analyses, coverage: CoverageSet, monkeypatch: pytest.MonkeyPatch
) -> None:
    body = Renamed(selector_of(coverage.articles[0]), "Echo")
    marks = [ReaderMark("m", "2026-03-01T00:00:00.000000Z", body)]
    made = session.reviewed(coverage, marks, analyses=analyses)
    assert made[0].coverage.articles[0].outlet == "Echo"
    monkeypatch.setattr("compare.analysis.compare", lambda *_, **__: pytest.fail("it was analysed"))
    assert session.reviewed(coverage, marks, analyses=analyses) == made


@pytest.mark.parametrize("part", ["__version__", "FORMAT", "_LIBRARIES", "_OWN"])
def test_another_version_finds_nothing_of_this_one(
    analyses: Analyses, coverage: CoverageSet, comparison: Comparison, monkeypatch: pytest.MonkeyPatch, part: str
) -> None:
    analyses.keep(coverage, (), comparison)
    other = {"__version__": "99", "FORMAT": 99, "_LIBRARIES": ("textual",), "_OWN": ("compare.model",)}
    monkeypatch.setattr(naming, part, other[part])
    forget()
    try:
        assert analyses.find(coverage) is None
    finally:
        monkeypatch.undo()
        forget()
    assert analyses.find(coverage) == comparison


def forget() -> None:
    naming._program.cache_clear()
    naming._writer.cache_clear()


def test_what_another_version_kept_goes(
    analyses: Analyses, coverage: CoverageSet, comparison: Comparison, tmp_path: Path
) -> None:
    analyses.keep(coverage, (), comparison)
    (ours,) = files(tmp_path)
    for name in (f"99999999.{'0' * 32}.{'0' * 32}.comparison", "odd.comparison", "notes"):
        (tmp_path / "cache" / name).write_bytes(b"older")
    analyses.keep(first(coverage, outlet="Post"), (), comparison)
    names = [file.name for file in files(tmp_path)]
    assert len(names) == 3
    assert ours.name in names
    assert "notes" in names, "what is no comparison is none of ours, unless it is old"


def test_weights_and_rules_are_of_the_version() -> None:
    program = naming._program()
    for file in ("weights.json", "claims.py", "comparison.py", "columns.py"):
        assert f"'{file} " in program


def damaged(data: bytes) -> dict[str, bytes]:
    """What may become of a file, by what it is."""
    at = {"magic": 3, "checksum": len(MAGIC) + 5, "first": len(MAGIC) + 32, "middle": len(data) // 2, "last": -1}
    flipped = {name: bytearray(data) for name in at}
    for name, n in at.items():
        flipped[name][n] ^= 1
    lengths = (0, 1, len(MAGIC), len(MAGIC) + 31, len(MAGIC) + 32, len(data) // 2, len(data) - 1)
    cut = {f"cut at {n}": data[:n] for n in lengths}
    newer = MAGIC.replace(str(FORMAT).encode(), str(FORMAT + 1).encode()) + data[len(MAGIC) :]
    return {**{name: bytes(each) for name, each in flipped.items()}, **cut, "newer": newer, "longer": data + b"\0"}


def test_a_damaged_file_is_as_good_as_none_and_is_replaced(
    analyses: Analyses, coverage: CoverageSet, comparison: Comparison, tmp_path: Path
) -> None:
    analyses.keep(coverage, (), comparison)
    (file,) = files(tmp_path)
    sound = file.read_bytes()
    for what, data in damaged(sound).items():
        file.write_bytes(data)
        assert analyses.find(coverage) is None, what
        analyses.keep(coverage, (), comparison)
        assert file.read_bytes() == sound, what
    assert analyses.find(coverage) == comparison


def test_a_file_under_the_name_of_another_set_is_not_taken_for_it(
    analyses: Analyses, coverage: CoverageSet, comparison: Comparison, tmp_path: Path
) -> None:
    analyses.keep(coverage, (), comparison)
    (file,) = files(tmp_path)
    other = first(coverage, outlet="Post")
    file.rename(file.with_name(f"{name_of(other, ())}.comparison"))
    assert analyses.find(other) is None


def test_without_a_place_to_keep_it_the_analysis_goes_on(
    coverage: CoverageSet, comparison: Comparison, tmp_path: Path
) -> None:
    (tmp_path / "file").touch()
    analyses = Analyses(tmp_path / "file" / "cache")
    for _ in range(2):
        assert session.analyse(coverage, analyses=analyses) == comparison


def test_a_full_disk_is_no_error(
    analyses: Analyses, coverage: CoverageSet, comparison: Comparison, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "replace", refusing(errno.ENOSPC))
    analyses.keep(coverage, (), comparison)
    assert analyses.find(coverage) is None


def test_what_is_kept_is_bounded(coverage: CoverageSet, comparison: Comparison, tmp_path: Path) -> None:
    size = len(packed(comparison, "name"))
    analyses = Analyses(tmp_path / "cache", most=size * 5 // 2)
    for outlet in "abcd":
        analyses.keep(first(coverage, outlet=outlet), (), comparison)
    assert len(files(tmp_path)) == 2
    assert analyses.find(first(coverage, outlet="d")) is not None
