"""Marks over a set: corrections in its ids, verdicts on its claims, and the queue of what is not decided."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

import pytest

from articles import article
from compare.analysis import compare
from compare.loading import gather
from compare.model import (
    Apart,
    Article,
    Completed,
    Correction,
    Dated,
    Excluded,
    Included,
    Joined,
    Judged,
    Named,
    Parted,
    Redated,
    Renamed,
    Sifted,
    Starred,
    Together,
    Verdict,
    Whole,
)
from compare.review import Remarks, claim_behind, lay, quote_of, review_of, selector_of
from compare.review.constraints import settled
from compare.review.laying import sentences_at
from compare.review.selectors import Place

from .marking import FERRY, HARBOUR, mark, note, verdict, words

SET = gather([FERRY, HARBOUR])
STRUCK, NINE = "The evening ferry struck the north pier shortly after six.", "Nine people were hurt, two of them badly."
RAN, TREATED = "A ferry ran into the pier on Wednesday evening.", "Hospitals treated nine passengers."


def sentence(of: Article, exact: str) -> str:
    return next(s.id for s in of.sentences if of.cut(s) == exact)


def test_corrections_come_out_in_the_ids_of_the_set() -> None:
    struck, ran = words(FERRY, STRUCK), words(HARBOUR, RAN)
    nine, treated = words(FERRY, NINE), words(HARBOUR, TREATED)
    marks = [
        mark("1", Joined((struck, ran), "link")),
        mark("2", Parted((treated,), (struck,), "split")),
        mark("3", Sifted((nine,), "exclude")),
        mark("4", Sifted((treated,), "include")),
        mark("5", Renamed(selector_of(FERRY), "The Gazette")),
        mark("6", Redated(selector_of(FERRY), "2026-02-28")),
        mark("7", Completed(selector_of(HARBOUR), complete=False)),
    ]
    at = {
        exact: sentence(of, exact) for of, exact in ((FERRY, STRUCK), (FERRY, NINE), (HARBOUR, RAN), (HARBOUR, TREATED))
    }
    wanted = {
        Together(tuple(sorted((at[STRUCK], at[RAN])))),
        Apart(*sorted(((at[TREATED],), (at[STRUCK],)))),
        Excluded(at[NINE]),
        Included(at[TREATED]),
        Named(FERRY.id, "The Gazette"),
        Dated(FERRY.id, "2026-02-28"),
        Whole(HARBOUR.id, complete=False),
    }
    laid = lay(marks, SET)
    assert set(laid.corrections) == wanted
    assert not laid.unplaced
    for order in ([*reversed(marks)], marks[3:] + marks[:3]):
        assert lay(order, SET) == laid
    assert lay(marks, SET, before=laid) == laid


def test_the_later_of_two_corrections_holds() -> None:
    a, b, c = "x.s1", "y.s1", "z.s10"
    assert settled([Together((a, b)), Apart((a,), (b,))]) == (Apart((a,), (b,)),)
    assert settled([Apart((a,), (b,)), Together((a, b))]) == (Together((a, b)),)
    assert set(settled([Together((a, b, c)), Apart((a,), (b,))])) == {Together((b, c)), Apart((a,), (b,))}
    d = "z.s11"  # the smaller group leaves
    assert set(settled([Together((a, b, c, d)), Apart((a,), (b, c))])) == {Together((b, c, d)), Apart((a,), (b, c))}
    assert set(settled([Apart((a, c), (b,)), Together((a, b))])) == {Together((a, b)), Apart((b,), (c,))}
    assert settled([Excluded(a), Included(a), Named("x", "One"), Named("x", "Two")]) == (Included(a), Named("x", "Two"))
    agreeing: list[Correction] = [Excluded(a), Together((b, c)), Whole("x", complete=True)]
    assert len({settled(order) for order in permutations(agreeing)}) == 1


def test_a_correction_that_is_not_sure_waits_for_the_reader() -> None:
    old = article("Ferry hits pier\n\nThe ferry had 350 people on board that night.\n\nIt sank.\n", outlet="Gazette")
    now = article(old.text.replace("350", "412"), outlet="Gazette")
    marks = [mark("1", Sifted((words(old, "The ferry had 350 people on board that night."),), "exclude"))]
    laid = lay(marks, gather([now, HARBOUR]))
    assert laid.corrections == ()
    assert [placed.mark.id for placed in laid.unsure] == ["1"]
    assert laid.unsure[0].changed


@pytest.mark.parametrize(
    ("start", "end", "about"),
    [
        (STRUCK, STRUCK, [STRUCK]),
        (STRUCK, "Nine", [STRUCK]),  # with the first word of the next
        ("after six.", NINE, [NINE]),  # with the last words of the one before
        ("pier shortly", "Nine people were hurt", [STRUCK, NINE]),
        ("evening", "ferry", [STRUCK]),  # words within a sentence
    ],
)
def test_a_place_is_about_the_sentences_that_are_in_it_for_the_greater_part(
    start: str, end: str, about: list[str]
) -> None:
    first, last = FERRY.text.index(start), FERRY.text.index(end) + len(end)
    found = list(sentences_at(FERRY, Place(FERRY.id, first, last, 1.0, 1.0)))
    assert found == [sentence(FERRY, exact) for exact in about]


def test_a_mark_is_as_sure_as_its_least_sure_place_and_an_unsure_verdict_does_not_hold() -> None:
    figures = "The ferry had 350 people on board that night."
    old = article(f"Ferry hits pier\n\n{figures}\n\nIt sank.\n", outlet="Gazette")
    coverage = gather([article(old.text.replace("350", "412"), outlet="Gazette"), HARBOUR])
    marks = [
        mark("1", Judged((words(HARBOUR, RAN),), Verdict.CONFIRMED)),
        mark("2", Judged((words(old, figures), words(HARBOUR, RAN)), Verdict.WRONG), 1),
        mark("3", Joined((words(old, figures), words(HARBOUR, RAN)), "link"), 2),
        mark("4", Joined((words(HARBOUR, TREATED), words(HARBOUR, RAN)), "link"), 3),
    ]
    laid = lay(marks, coverage)
    assert [placed.mark.id for placed in laid.unsure] == ["2", "3"]
    assert [placed.certainty for placed in laid.placed if placed.sure] == [1.0, 1.0]
    assert laid.corrections == (Together(tuple(sentence(HARBOUR, exact) for exact in (RAN, TREATED))),)
    remarks = Remarks.of(laid.placed)
    assert [placed.mark.id for placed in remarks.verdicts] == ["1", "2"]
    assert remarks.verdict is Verdict.CONFIRMED, "the later one is not sure"


def test_an_article_that_is_not_in_the_set_makes_no_mark_on_the_others_unsure() -> None:
    snow = article("Snow in May\n\nSnow hit the north pier in May.\n", "snow.txt", outlet="Post")
    gone, ran, struck = words(snow, "Snow hit the north pier in May."), words(HARBOUR, RAN), words(FERRY, STRUCK)
    marks = [
        mark("1", Judged((gone, ran, struck), Verdict.CONFIRMED)),
        mark("2", Joined((gone, ran, struck), "link"), 1),
        mark("3", Parted((gone,), (ran,), "unlink"), 2),
        mark("5", Starred((gone,)), 3),
    ]
    laid = lay(marks, SET)
    assert laid.unsure == () == laid.unplaced
    assert [(placed.absent, placed.changed) for placed in laid.placed] == [(frozenset({0}), False)] * 3
    assert laid.corrections == (Together(tuple(sorted((sentence(HARBOUR, RAN), sentence(FERRY, STRUCK))))),)
    assert Remarks.of(laid.placed).verdict is Verdict.CONFIRMED
    lost = replace(
        struck, article=replace(struck.article, sha256="0" * 64), exact="Herons nest on the roof of the inn."
    )
    (unsure,) = lay([mark("4", Judged((gone, ran, lost), Verdict.CONFIRMED))], SET).unsure
    assert (unsure.certainty, unsure.absent) == (0.0, frozenset({0})), (
        "of an article that is there all words must be found"
    )


def test_what_finds_no_place_is_listed_and_what_is_of_another_set_is_not() -> None:
    gone = article(FERRY.text.replace("Divers will look at it on Friday.", ""), outlet="Gazette")
    other = article("Snow in May\n\nSnow fell on the hills in May.\n", "snow.txt", outlet="Post")
    marks = [
        note("kept", FERRY, STRUCK),
        note("lost", FERRY, "Divers will look at it on Friday."),
        note("elsewhere", other, "Snow fell on the hills in May."),
    ]
    laid = lay(marks, gather([gone, HARBOUR]))
    assert [placed.mark.id for placed in laid.placed] == ["kept"]
    assert [m.id for m in laid.unplaced] == ["lost"]
    assert lay(marks, gather([gone, HARBOUR]), before=laid) == laid
    assert [m.id for m in lay(marks[1:], gather([gone, HARBOUR])).unplaced] == ["lost"], "though no other is found"


def test_where_only_the_name_of_a_file_agrees_a_mark_is_of_the_set_if_its_words_are() -> None:
    told = "Snow fell on the hills in May.\n\nThe mayor slept through all of it."
    old = article(f"Snow in May\n\n{told}\n", "01.txt")
    stranger = article("Rain at last\n\nIt rained for an hour on the dry fields.\n", "01.txt")
    marks = [note("1", old, "Snow fell on the hills in May."), note("2", old, "The mayor slept through all of it.")]
    assert lay(marks, gather([stranger, HARBOUR])) == lay([], gather([stranger, HARBOUR]))
    version = article("Winter again\n\nIt was cold. Snow fell on the hills in May.\n", "01.txt")
    laid = lay(marks, gather([version, HARBOUR]))
    assert [placed.mark.id for placed in laid.placed] == ["1"]
    assert [m.id for m in laid.unplaced] == ["2"], "where one was found, the other was made"


def test_verdicts_decide_findings_and_the_queue_is_the_rest() -> None:
    comparison = compare(SET)
    findings = comparison.findings
    assert len(findings) > 1
    claim = claim_behind(comparison, findings[0])
    assert claim
    index = comparison.index
    about = tuple(
        quote_of(index.article_of[s], index.sentences[s].start, index.sentences[s].end)
        for s in index.claims[claim].sentences
    )
    judged = mark("1", Judged(about, Verdict.CONFIRMED, "https://harbour.example"), 1)
    star = mark("2", Starred(about))
    review = review_of(lay([judged, star], SET), comparison)
    remarks = review.on[claim]
    assert review.verdict_of(claim) is Verdict.CONFIRMED
    assert [placed.mark for placed in remarks.stars] == [star]
    assert findings[0] not in review.queue
    assert review.decided == len(findings) - len(review.queue) > 0
    assert review.total == len(findings)
    reopened = replace(judged, id="3", made="2026-03-01T09:31:00.000000Z", body=Judged(about, Verdict.OPEN))
    again = review_of(lay([judged, star, reopened], SET), comparison)
    assert again.verdict_of(claim) is Verdict.OPEN
    assert again.queue == tuple(findings)


def test_without_marks_everything_is_open() -> None:
    comparison = compare(SET)
    review = review_of(lay([], SET), comparison)
    assert (review.decided, review.total, review.queue) == (0, len(comparison.findings), tuple(comparison.findings))
    assert review.verdict_of("none") is Verdict.OPEN


def test_a_mark_is_on_the_claim_that_holds_most_of_its_sentences() -> None:
    comparison = compare(SET)
    laid = lay([verdict("1", FERRY, STRUCK, Verdict.WRONG)], SET)
    (claim,) = review_of(laid, comparison).on
    shared = comparison.index.claims[claim].sentences
    assert {sentence(FERRY, STRUCK), sentence(HARBOUR, RAN)} <= set(shared)
    alone = "Services resume next week."
    several = Starred((words(FERRY, STRUCK), words(HARBOUR, RAN), words(HARBOUR, alone)))
    assert len(comparison.index.claims_of[sentence(HARBOUR, alone)][0].sentences) == 1
    assert list(review_of(lay([mark("2", several)], SET), comparison).on) == [claim]
