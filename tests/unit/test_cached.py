"""Comparisons kept from one run to the next: the same result or none, whatever has become of the file."""

from __future__ import annotations

import io
import subprocess
import sys
import zlib
from collections.abc import Callable
from dataclasses import fields, replace
from pathlib import Path

import pytest
from benchmarks.generate import coverage as generate

import compare
from compare import cli, session, tui
from compare.cached import Analyses, columns, naming
from compare.cached.columns import MAGIC, Damaged, packed, unpacked
from compare.cached.naming import NOT_READ, name_of
from compare.cli import main
from compare.model import (
    Article,
    Comparison,
    Conflict,
    ConflictKind,
    CoverageSet,
    Excluded,
    Named,
    ReaderMark,
    Renamed,
    Sentence,
    Together,
)
from compare.model.schema import json_text
from compare.review import selector_of
from compare.tui.memory import Memory
from project import SEEDS


@pytest.fixture(scope="module")
def coverage(tmp_path_factory: pytest.TempPathFactory) -> CoverageSet:
    folder = tmp_path_factory.mktemp("set")
    for n, report in enumerate(generate(4, words=150)):
        (folder / f"{n}.txt").write_text(report.text, encoding="utf-8")
    return session.load([str(folder)])


@pytest.fixture(scope="module")
def comparison(coverage: CoverageSet) -> Comparison:
    return compare.compare(coverage)


@pytest.fixture
def analyses(tmp_path: Path) -> Analyses:
    return Analyses(tmp_path / "cache")


def files(tmp_path: Path) -> list[Path]:
    return sorted((tmp_path / "cache").glob("*"))


def first(coverage: CoverageSet, **changes: object) -> CoverageSet:
    """The set with its first article changed."""
    article, *others = coverage.articles
    return replace(coverage, articles=(replace(article, **changes), *others))  # type: ignore[arg-type]


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
    warned = replace(coverage, warnings=("not compared: a.txt: no such file",))
    analyses.keep(warned, (), compare.compare(warned))
    moved = replace(coverage, warnings=("not compared: elsewhere/a.txt: no such file",), order=coverage.order[::-1])
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


# --- another version


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


# --- damage


def damaged(data: bytes) -> dict[str, bytes]:
    """What may become of a file, by what it is."""
    at = {"magic": 3, "checksum": len(MAGIC) + 5, "first": len(MAGIC) + 32, "middle": len(data) // 2, "last": -1}
    flipped = {name: bytearray(data) for name in at}
    for name, n in at.items():
        flipped[name][n] ^= 1
    lengths = (0, 1, len(MAGIC), len(MAGIC) + 31, len(MAGIC) + 32, len(data) // 2, len(data) - 1)
    cut = {f"cut at {n}": data[:n] for n in lengths}
    newer = MAGIC.replace(b" 1\n", b" 2\n") + data[len(MAGIC) :]
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


def planted(data: bytes) -> bytes:
    """Columns with a checksum that is right."""
    body = zlib.compress(data)
    return MAGIC + columns._checksum("name", body) + body


def test_references_that_lead_out_of_the_set_are_refused(coverage: CoverageSet, comparison: Comparison) -> None:
    less = replace(coverage, articles=coverage.articles[:-1])
    with pytest.raises(Damaged):
        unpacked(packed(comparison, "name"), less, "name")


def test_whatever_is_planted_it_is_a_comparison_or_refused(coverage: CoverageSet, comparison: Comparison) -> None:
    data = zlib.decompress(packed(comparison, "name")[len(MAGIC) + 32 :])
    assert unpacked(planted(data), coverage, "name") == comparison
    refused = 0
    for n in range(0, len(data), len(data) // 80):
        for odd in (b"\xff" * 8, b"\0" * 8, b"\x7f"):
            try:
                unpacked(planted(data[:n] + odd + data[n + len(odd) :]), coverage, "name")
            except Damaged:
                refused += 1
    assert refused > 40


Spoilt = Callable[[Comparison], Comparison]


def of_a_conflict(comparison: Comparison) -> Comparison:
    sides = tuple((sentence,) for sentence in comparison.claims[0].sentences[:2])
    return replace(comparison, conflicts=(Conflict("k", "nowhere", ConflictKind.FIGURE, sides, "why", 0.5),))


def of_a_finding(comparison: Comparison) -> Comparison:
    finding, *others = comparison.findings
    return replace(comparison, findings=(replace(finding, claim="nowhere"), *others))


def of_a_fact(comparison: Comparison) -> Comparison:
    finding, *others = comparison.findings
    return replace(comparison, findings=(replace(finding, fact="nowhere"), *others))


def of_a_place(comparison: Comparison) -> Comparison:
    fact, *others = comparison.facts
    mention = replace(fact.mentions[0], end=10**6)
    return replace(comparison, facts=(replace(fact, mentions=(mention,)), *others))


@pytest.mark.parametrize("spoilt", [of_a_conflict, of_a_finding, of_a_fact, of_a_place])
def test_what_does_not_hold_together_is_refused(spoilt: Spoilt, coverage: CoverageSet, comparison: Comparison) -> None:
    with pytest.raises(Damaged, match="hold together"):
        unpacked(packed(spoilt(comparison), "name"), coverage, "name")


def test_columns_that_claim_to_be_endless_are_not_read(
    coverage: CoverageSet, comparison: Comparison, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = packed(comparison, "name")
    monkeypatch.setattr(columns, "UNPACKED", 1_000)
    with pytest.raises(Damaged, match="too large"):
        unpacked(data, coverage, "name")
    for body in (b"", b"\0" * 7, b"\xff" * 8, b"{}" + (2).to_bytes(8, "big"), b"[[1]]" + (5).to_bytes(8, "big")):
        with pytest.raises(Damaged):
            unpacked(planted(body), coverage, "name")


def test_texts_that_no_file_can_hold_come_back(coverage: CoverageSet, comparison: Comparison) -> None:
    odd = replace(comparison, warnings=(*comparison.warnings, "half of a pair \ud800 and \x1b\u202e"))
    assert unpacked(packed(odd, "name"), coverage, "name") == odd


# --- where it cannot be kept


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
    def refuse(self: Path, target: Path) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", refuse)
    analyses.keep(coverage, (), comparison)
    assert analyses.find(coverage) is None


def test_what_is_kept_is_bounded(coverage: CoverageSet, comparison: Comparison, tmp_path: Path) -> None:
    size = len(packed(comparison, "name"))
    analyses = Analyses(tmp_path / "cache", most=size * 5 // 2)
    for outlet in "abcd":
        analyses.keep(first(coverage, outlet=outlet), (), comparison)
    assert len(files(tmp_path)) == 2
    assert analyses.find(first(coverage, outlet="d")) is not None


# --- the command line


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small set, and places of its own for all that is kept."""
    for name in ("CACHE", "CONFIG", "DATA"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name))
    (tmp_path / "set").mkdir()
    for n, text in enumerate(
        ("The ferry struck a pier. Nine were hurt.", "A ferry hit a pier. Nine people were hurt.")
    ):
        (tmp_path / "set" / f"{n}.txt").write_text(text, encoding="utf-8")
    return tmp_path


def configure(home: Path, settings: str) -> None:
    (home / "CONFIG" / "compare").mkdir(parents=True)
    (home / "CONFIG" / "compare" / "config.toml").write_text(settings, encoding="utf-8")


def kept(home: Path) -> list[Path]:
    return list((home / "CACHE" / "compare" / "analyses").glob("*"))


def test_a_report_is_the_same_when_its_set_was_opened_before(
    home: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    reports = []
    for _ in range(2):
        assert main([str(home / "set"), "-o", "-", "--format", "json"]) == 0
        reports.append(capsysbinary.readouterr().out)
        assert len(kept(home)) == 1
    assert reports[0] == reports[1]


def test_a_set_that_was_opened_before_needs_nothing_that_analyses(home: Path) -> None:
    session.analyse(session.load([str(SEEDS)]), analyses=Analyses())
    code = f"""
import sys
from compare import cli, session, tui
from compare.cached import Analyses
session.analyse(session.load([{str(SEEDS)!r}]), analyses=Analyses())
print("numpy" in sys.modules)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"


def test_without_state_no_comparison_is_kept_or_used(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert main([str(home / "set"), "-o", "-", "--format", "txt", "--no-state"]) == 0
    assert kept(home) == []
    assert main([str(home / "set"), "-o", "-", "--format", "txt"]) == 0
    monkeypatch.setattr(Analyses, "find", lambda *_: pytest.fail("it was looked for"))
    assert main([str(home / "set"), "-o", "-", "--format", "txt", "--no-state"]) == 0


@pytest.mark.parametrize(
    ("settings", "arguments", "wanted"),
    [
        ("", ["set"], True),
        ("cache = true", ["set"], True),
        ("cache = false", ["set"], False),
        ("", ["set", "--no-state"], False),
        ("", ["set", "--state", "marks"], True),
    ],
)
def test_the_screen_keeps_comparisons_unless_asked_otherwise(
    home: Path, monkeypatch: pytest.MonkeyPatch, settings: str, arguments: list[str], wanted: bool
) -> None:
    monkeypatch.chdir(home)
    configure(home, settings)
    given: list[Memory] = []

    def run(_: object, *, memory: Memory, **__: object) -> int:
        given.append(memory)
        return 0

    monkeypatch.setattr(cli, "_has_screen", lambda: True)
    monkeypatch.setattr(tui, "run", run)
    assert main(arguments) == 0
    assert [memory.analyses is not None for memory in given] == [wanted]


@pytest.mark.parametrize("settings", ["cache = false", "cache = 3", "cache = ["])
def test_the_settings_forbid_it(home: Path, settings: str) -> None:
    configure(home, settings)
    assert main([str(home / "set"), "-o", "-", "--format", "txt"]) == 0
    assert kept(home) == []


def test_of_what_came_from_standard_input_nothing_is_kept(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = io.TextIOWrapper(io.BytesIO(b"A ferry hit a pier, and nine were hurt."))
    monkeypatch.setattr(sys, "stdin", text)
    assert main([str(home / "set"), "-", "-o", "-", "--format", "txt"]) == 0
    assert kept(home) == []
