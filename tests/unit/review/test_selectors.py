"""Marked words are found again, and what is not sure says so."""

from __future__ import annotations

from dataclasses import replace

import pytest
from benchmarks.places import ours, outcomes, seed_articles

from articles import article
from compare.model import Article, ArticleSelector, CoverageSet
from compare.review import find, find_article, lay, quote_of, selector_of, selectors

from .marking import FERRY, HARBOUR, note, words

RUDDER = "The captain said the rudder had failed."


def text_at(quoted: str, now: Article, of: Article = FERRY) -> tuple[str, bool] | None:
    place = find(words(of, quoted), [HARBOUR, now])
    return (now.text[place.start : place.end], place.sure) if place and place.article == now.id else None


def test_of_a_hundred_marks_ninety_five_are_found_after_an_edit_and_none_is_wrong_unflagged() -> None:
    counts = outcomes(seed_articles(), ours, range(2))
    alive = sum(n for outcome, n in counts.items() if not outcome.startswith("gone"))
    assert counts["right"] + counts["right unsure"] >= 0.95 * alive > 350
    assert counts["wrong"] == counts["gone, sure place"] == 0


def test_in_the_very_text_the_place_is_certain() -> None:
    for sentence in FERRY.sentences:
        place = find(quote_of(FERRY, sentence.start, sentence.end), [HARBOUR, replace(FERRY, source="moved.txt")])
        assert place
        assert (place.start, place.end, place.certainty, place.likeness) == (sentence.start, sentence.end, 1, 1)


@pytest.mark.parametrize(
    ("new", "found", "sure"),
    [
        ("The captain said that the rudder failed.", "The captain said that the rudder failed.", True),
        (
            "Later that day, the captain said the rudder had failed, and he wept.",
            "captain said the rudder had failed",
            True,
        ),
        ("", None, False),
        ("The mayor praised the divers for their courage.", None, False),
    ],
)
def test_an_edited_sentence(new: str, found: str | None, sure: bool) -> None:
    now = article(FERRY.text.replace(RUDDER, new), outlet="Gazette")
    at = text_at(RUDDER, now)
    assert (at is None) is (found is None)
    if at and found:
        assert found in at[0]
        assert at[1] is sure


def test_other_figures_are_unsure() -> None:
    old = article("Ferry hits pier\n\nThe ferry had 350 people on board that night.\n\nIt sank.\n", outlet="Gazette")
    now = article(old.text.replace("350", "412"), outlet="Gazette")
    at = text_at("The ferry had 350 people on board that night.", now, old)
    assert at == ("The ferry had 412 people on board that night.", False)


def test_the_same_words_twice_are_told_apart_by_what_is_around_them() -> None:
    text = "Ferry news\n\nThe mayor spoke first. It was cold.\n\nThe bishop prayed for hours. It was cold.\n"
    old = article(text, outlet="Gazette")
    now = article(f"Weather held.\n\n{text}", outlet="Gazette", title="Ferry news")
    second = old.text.rindex("It was cold.")
    place = find(quote_of(old, second, second + 12), [now])
    assert place
    assert place.start == now.text.rindex("It was cold.")


def test_words_are_never_found_in_the_text_of_another() -> None:
    reprint = article(FERRY.text + "\nA reprint.", "c.txt", outlet="Courier")
    assert find(words(FERRY, RUDDER), [reprint, HARBOUR]) is None
    assert find_article(selector_of(FERRY), [reprint, HARBOUR]) is None


def test_a_version_is_known_by_its_address_or_its_headline() -> None:
    there = "https://www.gazette.example/ferry?utm_source=mail"
    old = article(FERRY.text, outlet="Gazette", url=there)
    new = article(f"New headline\n\n{RUDDER}\n", "elsewhere.html", outlet="Gazette", url="http://gazette.example/ferry")
    assert find_article(selector_of(old), [new]) == (new.id, 1.0)
    later = article(FERRY.text.replace("Friday", "Monday"), "later.txt", outlet="Gazette")
    found = find_article(selector_of(FERRY), [later, HARBOUR])
    assert found
    assert found[0] == later.id


def test_a_file_name_alone_is_no_proof() -> None:
    old = article("He said no.\n\nThe divers found the rudder bent and the bolts sheared.\n")
    stranger = article("Snow fell in May.\n\nHe said no.\n\nNobody minded.\n")
    place = find(words(old, "He said no."), [stranger])
    assert place is None or not place.sure
    version = article("He said yes.\n\nThe divers found the rudder bent and all bolts sheared.\n")
    place = find(words(old, "The divers found the rudder bent and the bolts sheared."), [version])
    assert place
    assert place.sure


def test_standard_input_is_no_name_of_an_article() -> None:
    old = article("He said no.\n\nThe divers found the rudder bent and the bolts sheared.\n", "-")
    stranger = article("Snow fell in May.\n\nHe said no.\n\nNobody minded.\n", "-")
    assert find_article(selector_of(old), [stranger]) is None
    assert find(words(old, "He said no."), [stranger]) is None


def test_another_headline_of_the_same_outlet_is_another_article() -> None:
    other = article(f"Snow in May\n\n{RUDDER}\n", "snow.txt", outlet="Gazette")
    assert find_article(selector_of(FERRY), [other]) is None
    assert find(words(FERRY, RUDDER), [other]) is None


def test_of_two_versions_the_first_in_content_order_is_taken_and_neither_is_sure() -> None:
    versions = [article(f"{FERRY.text}\n{more}\n", outlet="Gazette") for more in ("It rained.", "It was cold.")]
    first = min(version.id for version in versions)
    for articles in (versions, versions[::-1]):
        place = find(words(FERRY, RUDDER), articles)
        assert place
        assert (place.article, place.likeness, place.sure) == (first, 1, False)
        assert place.certainty <= 0.5
        assert find_article(selector_of(FERRY), articles) == (first, 0.45)


def test_of_words_that_stand_several_times_those_nearest_to_their_old_place_are_taken() -> None:
    old = article("Ferry news\n\nIt was cold.\n\nThe mayor spoke first.\n", outlet="Gazette")
    now = article("Ferry news\n\nThe bishop prayed. It was cold. It was cold. It was cold.\n", outlet="Gazette")
    place = find(words(old, "It was cold."), [now])
    assert place
    assert (place.start, place.sure) == (now.text.index("It was cold."), False)


def test_a_reprint_to_the_letter_stands_in_only_where_their_own_text_is_not() -> None:
    reprint = article(FERRY.text, "c.txt", outlet="Courier")
    for articles, home in (([reprint, FERRY], FERRY), ([FERRY, reprint], FERRY), ([reprint, HARBOUR], reprint)):
        place = find(words(FERRY, RUDDER), articles)
        assert place
        assert (place.article, place.certainty) == (home.id, 1)


def test_nobody_learns_the_readers_folders() -> None:
    assert selector_of(replace(FERRY, source="/home/jane/secret/a.txt")).source == "a.txt"
    assert selector_of(replace(FERRY, source="C:\\Users\\jane\\a.txt")).source == "a.txt"


def test_an_article_that_is_there_as_it_was_is_held_against_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    held: list[str] = []
    kinship = selectors.kinship

    def counting(selector: ArticleSelector, now: Article) -> selectors.Kinship:
        held.append(now.id)
        return kinship(selector, now)

    monkeypatch.setattr(selectors, "kinship", counting)
    coverage = CoverageSet((HARBOUR, FERRY), ())
    assert lay([note("1", FERRY, RUDDER)], coverage).placed
    assert held and set(held) == {FERRY.id}
