"""Reports with the reader's marks: what was said stands where it was said, and what was corrected says so.

The set is loaded and analysed as for a user; the marks are kept and taken in as a user's are."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from compare.cli import main
from compare.errors import UsageError
from compare.export import FORMATS, PROFILES, Options, render, strip_all
from compare.export.inlines import web_address
from compare.export.options import SUFFIXES
from compare.export.tables import MARKS, table, tables
from compare.export.writing import check
from compare.model import (
    Body,
    Coded,
    Comparison,
    Completed,
    Joined,
    Judged,
    Noted,
    Parted,
    ReaderMark,
    Redated,
    Renamed,
    Sifted,
    Starred,
    Verdict,
)
from compare.review import NO_MARKS, Review, Store, import_marks, quote_of, selector_of
from compare.session import analyse, load, reviewed
from read_back import table_rows

TEXTS = {
    "gazette.txt": """Ferry strikes the north pier

The evening ferry struck the north pier shortly after six. Nine people were hurt, two of them badly, the hospital said.

The captain said the rudder had failed on the way in.

Divers will look at the hull on Friday.
""",
    "courier.txt": """Pier damaged by a ferry

The evening ferry ran into the north pier shortly after six. The hospital treated nine people.

The harbour master blamed the captain of the ferry.

Follow us for more news.
""",
    "mail.txt": """Crash at the pier

An evening ferry hit the north pier after six on Wednesday. Nine people were hurt, the hospital said.

Tickets will be paid back from Monday on.
""",
}
LINK = "https://harbour.example/log?day=3&page=2"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The set on disk, in a folder whose name must not be told."""
    folder = tmp_path_factory.mktemp("home-of-jane")
    (folder / "set").mkdir()
    for name, text in TEXTS.items():
        (folder / "set" / name).write_text(text)
    return folder


@pytest.fixture(scope="module")
def marks(folder: Path) -> tuple[ReaderMark, ...]:
    """One mark of each kind, one that is unsure and one that is lost."""
    return tuple(_marks(analyse(load([str(folder / "set")]))))


@pytest.fixture(scope="module")
def given(folder: Path, marks: tuple[ReaderMark, ...]) -> tuple[Comparison, Review]:
    return reviewed(load([str(folder / "set")]), marks)


def _marks(of: Comparison) -> Iterator[ReaderMark]:
    articles = {Path(article.source).name: article for article in of.coverage.articles}

    def words(name: str, exact: str) -> tuple:  # type: ignore[type-arg]
        article = articles[name]
        start = article.text.index(exact)
        return (quote_of(article, start, start + len(exact)),)

    courier, gazette = "courier.txt", "gazette.txt"
    failed, blamed = "The captain said the rudder had failed", "The harbour master blamed the captain of the ferry."
    changed = replace(
        words(gazette, "Divers will look at the hull on Friday.")[0], exact="Divers will look at 2 hulls on Friday."
    )
    changed = replace(changed, article=replace(changed.article, sha256="0" * 64))
    lost = replace(changed, exact="Words that this page has lost, every one of them.", prefix="", suffix="")
    bodies: list[Body] = [
        Judged(words(gazette, "Nine people were hurt"), Verdict.CONFIRMED, LINK),
        Judged(words(gazette, failed), Verdict.WRONG, "called them, file:///etc/passwd"),
        Noted(words(gazette, failed), "Ask the *yard* | [again](http://a.b)\nand =1+1"),
        Starred(words(gazette, failed)),
        Coded(words(courier, blamed), "blame"),
        Joined((*words(gazette, failed), *words(courier, blamed)), "link"),
        Parted(words(gazette, "The evening ferry struck"), words("mail.txt", "An evening ferry hit"), "unlink"),
        Sifted(words("mail.txt", "Tickets will be paid back from Monday on."), "exclude"),
        Renamed(selector_of(articles[courier]), "Harbour Courier"),
        Redated(selector_of(articles[courier]), "2026-02-04"),
        Completed(selector_of(articles[gazette]), False),
        Noted((lost,), "lost words"),
        Noted((changed,), "unsure words"),
    ]
    for n, body in enumerate(bodies):
        yield ReaderMark(f"{n:032x}", f"2026-03-01T09:30:{n:02}.000000Z", body, "jd")


def _of_two(folder: Path, marks: tuple[ReaderMark, ...]) -> str:
    """The report on two of the three articles."""
    two = load([str(folder / "set" / name) for name in ("gazette.txt", "mail.txt")])
    comparison, review = reviewed(two, marks)
    return render(comparison, "md", options=Options(review=review))


def test_a_place_at_which_two_quotations_stand_by_now_is_told_once(folder: Path) -> None:
    coverage = load([str(folder / "set")])
    gazette = next(article for article in coverage.articles if article.source.endswith("gazette.txt"))
    start = gazette.text.index("Nine people were hurt")
    now = quote_of(gazette, start, start + len("Nine people were hurt"))
    before = replace(now, article=replace(now.article, sha256="0" * 64))
    mark = ReaderMark("1", "2026-03-01T09:30:00.000000Z", Judged((now, before), Verdict.CONFIRMED))
    comparison, review = reviewed(coverage, [mark])
    told = render(comparison, "md", options=Options(review=review))
    (line,) = (line for line in told.splitlines() if line.startswith("- confirmed"))
    assert line.count("“Nine people were hurt”") == 1


def test_nothing_of_the_reader_is_in_a_report_that_was_not_asked_for_it(
    folder: Path, marks: tuple[ReaderMark, ...], tmp_path: Path
) -> None:
    store = Store(folder / "state")
    store.put(*marks)
    store.close()
    plain = analyse(load([str(folder / "set")]))
    for format in FORMATS:
        target = tmp_path / f"plain.{format}"
        state = ["--state", str(folder / "state")]
        assert main([str(folder / "set"), "-o", str(target), *state]) == 0
        command = Options(command=f"compare {folder / 'set'}")
        assert target.read_bytes().decode() == render(plain, format, options=command)
    assert not (tmp_path / "plain-marks.csv").exists()


def test_what_was_marked_in_a_report_that_is_not_compared_is_said_to_be_that(
    folder: Path, marks: tuple[ReaderMark, ...]
) -> None:
    told = _of_two(folder, marks)
    linked = next(line for line in told.splitlines() if line.startswith("- linked by hand"))
    assert linked.endswith("“The harbour master blamed the captain of the ferry.” (not among these reports)")
    unsure, _, unplaced = told.partition("Of these the words stand in none of the texts any more:")
    assert linked not in unsure.partition("Of these the text has changed")[2]
    assert "lost words" in unplaced
    assert "blame" not in unplaced
    assert "Harbour Courier" not in unplaced


def test_asked_for_they_are_in_all_formats_and_nothing_else_of_the_machine_is(
    folder: Path, marks: tuple[ReaderMark, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    (folder / "marks.json").write_text(_report(folder, marks))
    for format in SUFFIXES:
        target = tmp_path / f"report.{format}"
        asked = ["set", "-o", str(target), "--review", "--no-state", "--review-from", "marks.json"]
        assert main(asked) == 0
        written = target.read_bytes().decode()
        again = target.with_name(f"again.{format}")
        assert main([*asked[:2], str(again), *asked[3:]]) == 0
        assert again.read_bytes().decode() == written
        written += "".join(path.read_text() for path in tmp_path.glob("report-*.csv"))
        assert "harbour.example/log" in written
        assert "blame" in written
        assert "home-of-jane" not in written
        assert "marks.json" not in written
    assert (tmp_path / "report-marks.csv").exists()


def _report(folder: Path, marks: tuple[ReaderMark, ...]) -> str:
    comparison, review = reviewed(load([str(folder / "set")]), marks)
    return render(comparison, "json", options=Options(review=review))


@pytest.mark.parametrize("profile", PROFILES)
def test_markdown_says_who_said_what_of_which_words(given: tuple[Comparison, Review], profile: str) -> None:
    comparison, review = given
    made = render(comparison, "md", options=Options(profile, review=review))  # type: ignore[arg-type]
    report = made.replace("\\'", "'")  # which pandoc would curl
    assert "The reader's marks" in report
    assert f"{review.decided} of {review.total} findings decided." in report.replace("\\", "")
    assert f"confirmed (jd), <{LINK}>" in report
    assert "wrong (jd), called them, file\\:///etc/passwd" in report
    assert "<file" not in report
    assert "note: Ask the \\*yard\\* \\| \\[again\\](http\\://a.b) and =1+1 (jd)" in report
    assert "starred (jd)" in report
    assert "linked by hand (jd, 2026-03-01)" in report
    assert "Harbour Courier (by hand)" in report.replace("**", "")
    assert "2026-02-04 (by hand)" in report
    assert "cut (by hand)" in report
    assert "the place is not sure" in report
    assert "% sure of the place" in report
    assert "Of these the words stand in none of the texts any more:" in report
    assert "--review" in report
    on_one = [line for line in report.splitlines() if line.startswith("- wrong (jd, 2026")]
    assert [line.count("The captain said the rudder had failed") for line in on_one] == [1]
    assert "; note: Ask the" in on_one[0] and "; starred (jd, 2026-03-01) — " in on_one[0]


def test_an_annotated_report_still_gives_the_texts_back(given: tuple[Comparison, Review]) -> None:
    comparison, review = given
    for style in ("github", "critic"):
        report = render(comparison, "md", options=Options(marks=style, review=review))
        assert strip_all(report) == {article.id: article.text for article in comparison.coverage.articles}
        assert ", by hand" in report  # the counterpart that was linked


def test_text_and_page_say_the_same(given: tuple[Comparison, Review]) -> None:
    comparison, review = given
    text = " ".join(render(comparison, "txt", options=Options(review=review)).split())
    page = render(comparison, "html", options=Options(review=review))
    assert "THE READER'S MARKS" in text
    assert f"confirmed (jd), {LINK}" in text
    assert "excluded by hand (jd, 2026-03-01) — " in text
    assert "Harbour Courier (by hand), 2026-02-04 (by hand)" in text
    assert f'<a href="{LINK.replace("&", "&amp;")}" rel="noreferrer external">' in page
    assert 'href="file' not in page
    assert '<h2 id="marks">The reader\'s marks</h2>' in page
    assert ", by hand" in page


def test_every_format_joins_the_marks_on_the_same_words(given: tuple[Comparison, Review]) -> None:
    comparison, review = given
    page = render(comparison, "html", options=Options(review=review)).replace("<li>", "\n")
    made = {
        "md": re.sub(r"\\(?=\W)", "", render(comparison, "md", options=Options(review=review))),
        "txt": render(comparison, "txt", width=1000, options=Options(review=review)),
        "html": re.sub("<[^>]+>", "", page),
    }
    for report in made.values():
        joined = [line for line in report.splitlines() if "starred (jd, 2026-03-01) — " in line]
        assert len(joined) == 1
        assert "wrong (jd, 2026-03-01), called them, file:///etc/passwd; note: Ask the *yard* | " in joined[0]
        assert "unsure words (jd, 2026-03-01), 70% sure of the place — " in report


def test_an_address_is_one_in_whatever_letters() -> None:
    assert web_address("HTTPS://Harbour.example/Log") == "HTTPS://Harbour.example/Log"
    assert not web_address("javascript:alert(1)//https://x.example")


@pytest.mark.parametrize(
    ("basis", "linked"),
    [
        ("https://harbour.example/O'Neill", True),
        ("https://harbour.example/a_b?c", True),
        ("https://harbour.example/a b", False),
        ("ftp://harbour.example", False),
    ],
)
def test_what_is_a_link_in_one_format_is_one_in_all(given: tuple[Comparison, Review], basis: str, linked: bool) -> None:
    comparison, _ = given
    article = comparison.coverage.articles[0]
    sentence = article.comparable[0]
    judged = Judged((quote_of(article, sentence.start, sentence.end),), Verdict.CONFIRMED, basis)
    own, review = reviewed(comparison.coverage, [ReaderMark("0" * 32, "2026-03-01T09:30:00.000000Z", judged)])
    page, markdown, shared = (
        render(own, format, options=Options(review=review)) for format in ("html", "md", "jsonld")
    )
    assert (f'href="{basis}"' in page) is linked
    assert (f"<{basis.replace(chr(39), '%27')}>" in markdown) is linked
    assert ("SpecificResource" in shared and f'"source": "{basis}"' in shared) is linked


def test_a_memo_says_what_it_is_that_was_corrected_by_hand(folder: Path, marks: tuple[ReaderMark, ...]) -> None:
    coverage = load([str(folder / "set")])
    mail = next(article for article in coverage.articles if article.source.endswith("mail.txt"))
    whole = ReaderMark("f" * 32, "2026-03-02T09:30:00.000000Z", Completed(selector_of(mail), True))
    comparison, review = reviewed(coverage, (*marks, whole))
    memo = render(comparison, "md", options=Options("memo", review=review))
    assert "mail? (undated, whole (by hand))" in memo
    assert "(undated, cut (by hand))" in memo


def test_no_more_of_an_article_is_quoted_with_marks_than_without(given: tuple[Comparison, Review]) -> None:
    comparison, review = given
    for format in ("md", "html", "txt", "csv"):
        report = render(comparison, format, options=Options(quote_words=3, review=review))
        assert "rudder had failed" not in report
    assert "rudder had failed" not in table(comparison, MARKS, options=Options(quote_words=3, review=review))


def test_json_gives_the_marks_back_and_says_where_they_are(given: tuple[Comparison, Review]) -> None:
    comparison, review = given
    text = render(comparison, "json", options=Options(review=review))
    marks = (*(placed.mark for placed in review.laid.placed), *review.laid.unplaced)
    assert sorted(import_marks(text, "report.json"), key=repr) == sorted(marks, key=repr)
    part = json.loads(text)["review"]
    assert (part["decided"], part["findings"]) == (review.decided, review.total)
    claims = {claim["id"] for claim in json.loads(text)["claims"]}
    assert {placed["claim"] for placed in part["placed"]} - {None} <= claims
    assert part["unplaced"] == [mark.id for mark in review.laid.unplaced]
    assert "review" not in json.loads(render(comparison, "json"))


def test_a_report_with_marks_is_read_as_any_other(given: tuple[Comparison, Review], tmp_path: Path) -> None:
    comparison, review = given
    (tmp_path / "set.json").write_text(render(comparison, "json", options=Options(review=review)))
    articles = load([str(tmp_path / "set.json")]).articles
    assert [a.sha256 for a in articles] == [a.sha256 for a in comparison.coverage.articles]


def test_the_table_of_marks_has_a_row_for_each_place(given: tuple[Comparison, Review]) -> None:
    comparison, review = given
    options = Options(review=review)
    assert tables(options)[-1] == MARKS
    found = table_rows(table(comparison, MARKS, options=options))
    assert [row["kind"] for row in found] == [
        *("verdict", "verdict", "note", "star", "code", "link", "link", "unlink", "unlink"),
        *("exclude", "outlet", "date", "complete", "note", "note"),
    ]
    for row in found:
        article = comparison.index.articles.get(row["article"])
        if row["start"]:
            assert article
            assert article.text[int(row["start"]) : int(row["end"])] == row["text"]
    assert [row["part"] for row in found if row["kind"] == "unlink"] == ["1", "2"]
    assert found[0] | {"basis": LINK, "by": "jd", "state": "sure", "said": "confirmed"} == found[0]
    assert found[0]["claim"] in comparison.index.claims
    assert [row["state"] for row in found[-2:]] == ["unplaced", "unsure"]
    assert not any(row["said"].startswith("=") for row in found)


def test_other_tables_say_what_is_by_hand(given: tuple[Comparison, Review]) -> None:
    comparison, review = given

    def rows(name: str) -> list[dict[str, str]]:
        return table_rows(table(comparison, name, options=Options(review=review)))

    assert {row["claim"] for row in rows("claims") if row["by_hand"] == "true"} == {
        claim.id for claim in comparison.claims if claim.corrected
    }
    assert {row["verdict"] for row in rows("claims")} == {"open", "confirmed", "wrong"}
    assert sorted(row["by_hand"] for row in rows("articles")) == ["", "complete", "outlet · published"]
    assert len(rows("mentions")[0]) == len(rows("claims")[0]) + 4


def test_annotations_are_for_marks_and_said_to_be_so(given: tuple[Comparison, Review], tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="ask for them with --review"):
        check("marks.jsonld", ())
    target = tmp_path / "marks.jsonld"
    assert check(str(target), (), options=Options(review=NO_MARKS)) == "jsonld"
    target.write_text(render(given[0], "jsonld", options=Options(review=given[1])))
    assert check(str(target), (), options=Options(review=NO_MARKS)) == "jsonld"  # ours may be replaced


@pytest.mark.parametrize(
    ("asked", "reason"),
    [
        (["--review", "-o", "set.toml"], "are for reports"),
        (["--review-from", "missing.json"], "missing.json: cannot be read (no such file"),
        (["-o", "marks.jsonld"], "ask for them with --review"),
    ],
)
def test_what_cannot_be_is_refused_in_one_line(
    folder: Path, asked: list[str], reason: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    assert main(["set", *asked, "--no-state"]) in (1, 2)
    said = capsys.readouterr()
    assert reason in said.err
    assert len(said.err.splitlines()) == 1
    assert said.out == ""


def test_marks_that_were_taken_in_are_kept(
    folder: Path, marks: tuple[ReaderMark, ...], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = tmp_path / "report.json"
    source.write_text(_report(folder, marks))
    asked = [str(folder / "set"), "-o", "-", "--state", str(tmp_path / "state"), "--review-from", str(source)]
    for new in (f"{len(marks)} marks", "0 marks"):
        assert main(asked) == 0
        assert f"{new} taken in" in capsys.readouterr().err
    store = Store(tmp_path / "state")
    assert sorted(store.marks, key=repr) == sorted(marks, key=repr)
    store.close()
