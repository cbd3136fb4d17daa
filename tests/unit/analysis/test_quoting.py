"""Who spoke which words: where two texts disagree about a quotation or its speaker, and where they only seem to."""

from __future__ import annotations

import pytest

from compare.analysis import Analysis, compare
from compare.analysis.quoting import is_same_person
from compare.model import ConflictKind, Excluded

from .stories import FILL, SPOKEN, kinds, story, tell


def test_the_same_words_of_two_speakers_are_a_conflict_of_attribution() -> None:
    result = tell(f'"{SPOKEN}," said Captain Elias Brandt.', f'"{SPOKEN}," said Tomas Reyle, the first officer.')
    assert kinds(result) == [ConflictKind.ATTRIBUTION]
    assert "Elias Brandt" in result.conflicts[0].why
    assert "Tomas Reyle" in result.conflicts[0].why


@pytest.mark.parametrize(("few", "told"), [("Luck is not a policy", True), ("We will be there too", False)])
def test_a_few_words_are_the_same_if_they_carry_meaning(few: str, told: bool) -> None:
    result = tell(f'"{few}," said Captain Elias Brandt.', f'"{few}," said Tomas Reyle, the first officer.')
    assert kinds(result) == [ConflictKind.ATTRIBUTION] * told


@pytest.mark.parametrize("side", [0, 1])
def test_a_quotation_that_a_reader_leaves_out_is_in_no_conflict(side: int) -> None:
    more = "The rest of the paragraph stays reporting."
    result = tell(f'"{SPOKEN}," said Captain Elias Brandt. {more}', f'"{SPOKEN}," said Tomas Reyle, the mate. {more}')
    kept = Analysis(result.coverage)
    assert kinds(kept.under()) == [ConflictKind.ATTRIBUTION]
    left_out = Excluded(result.conflicts[0].sides[side][0])
    assert not kept.under((left_out,)).conflicts
    assert not compare(result.coverage, (left_out,)).conflicts


@pytest.mark.parametrize(
    "who", ["Captain Brandt", "the captain", "police", "the company", "a spokeswoman", "the Lund Harbour Board"]
)
def test_an_alias_or_an_unnamed_speaker_is_none(who: str) -> None:
    assert not tell(f'"{SPOKEN}," said Captain Elias Brandt.', f'"{SPOKEN}," said {who}.').conflicts


def test_words_put_in_place_of_others_alter_a_quotation() -> None:
    altered = SPOKEN.replace("everybody to the rails", "nearly nobody to the rails")
    result = tell(f'"{SPOKEN}," said Elias Brandt.', f'"{altered}," said Elias Brandt.')
    assert kinds(result) == [ConflictKind.QUOTATION]


KNEW = "You knew what those alarms on the boat were for, and you"


@pytest.mark.parametrize(
    ("one", "other", "altered"),
    [
        (f'"{KNEW} let them fall silent," said Elias Brandt.', f'"{KNEW} switched them off," said Elias Brandt.', True),
        # what goes on for long may be another thing that was said
        (
            f'"{KNEW} let them fall silent," said Elias Brandt.',
            f'"{KNEW} went home to bed and slept until the morning came over the harbour," said Elias Brandt.',
            False,
        ),
        # a beginning of a few words is nobody's own
        (
            '"I am very glad that it works," said Elias Brandt.',
            '"I am very glad that he lives," said Elias Brandt.',
            False,
        ),
        # said in one go, with "he said" between
        (
            '"We have been patient for fourteen months. Our patience has landed," said Elias Brandt.',
            '"We\'ve been patient for fourteen months," said Elias Brandt. "Our patience has run out of runway."',
            True,
        ),
    ],
)
def test_what_begins_alike_for_long_and_ends_otherwise_is_altered(one: str, other: str, altered: bool) -> None:
    assert kinds(tell(one, other)) == [ConflictKind.QUOTATION] * altered


def test_an_altered_end_stands_on_the_side_of_its_own_sentence() -> None:
    result = tell(
        '"We have been patient for fourteen months. Our patience has landed," said Elias Brandt.',
        '"We\'ve been patient for fourteen months," said Elias Brandt. "Our patience has run out of runway."',
    )
    (conflict,) = result.conflicts
    said = {" ".join(map(result.index.words, side)) for side in conflict.sides}
    assert any("landed" in words for words in said)
    assert any("run out of runway" in words for words in said)


def test_a_negation_that_is_shortened_alters_none() -> None:
    one, other = (SPOKEN.replace("got everybody", f"{did} get everybody") for did in ("did not", "didn't"))
    assert not tell(f'"{one}," said Elias Brandt.', f'"{other}," said Elias Brandt.').conflicts


@pytest.mark.parametrize(
    "cut",
    [
        "In four minutes my crew got everybody to the rails",
        "We had four minutes ... my crew got everybody to the rails",
    ],
)
def test_a_quotation_cut_shorter_is_not_altered(cut: str) -> None:
    assert not tell(f'"{SPOKEN}," said Elias Brandt.', f'"{cut}," said Elias Brandt.').conflicts


PLAN = '"We have told everybody on the board that it {} a plan for the whole of the harbour," said Elias Brandt.'


@pytest.mark.parametrize(
    ("one", "other"), [("is not", "isn't"), ("cannot be", "can’t be"), ("will not be", "won't be")]
)
def test_a_negation_written_in_another_way_alters_nothing(one: str, other: str) -> None:
    assert not tell(PLAN.format(one), PLAN.format(other)).conflicts


def test_a_negation_that_one_text_lacks_alters_a_quotation() -> None:
    assert ConflictKind.QUOTATION in kinds(tell(PLAN.format("is"), PLAN.format("isn't")))


@pytest.mark.parametrize(("one", "other"), [("is", "should be"), ("is not", "is not knowingly"), ("will be", "may be")])
def test_a_word_that_turns_the_meaning_alters_a_quotation(one: str, other: str) -> None:
    assert ConflictKind.QUOTATION in kinds(tell(PLAN.format(one), PLAN.format(other)))


def test_a_text_that_has_what_follows_in_a_quotation_of_its_own_has_not_the_others_version() -> None:
    one = '"I have never knowingly taken anything that is forbidden," Ada Moss said. Then she wept and left the hall.'
    other = '"I have never taken anything that is forbidden. I will fight this with all that I have," Ada Moss said.'
    result = story(
        Gazette=[one, '"I will fight this with all that I have," she said.', *FILL["Gazette"]],
        Courier=[other, *FILL["Courier"]],
        Post=FILL["Post"],
    )
    assert kinds(result) == [ConflictKind.QUOTATION]


@pytest.mark.parametrize("other", ["was", "is now", "is really going to be"])
def test_a_word_that_says_next_to_nothing_alters_none(other: str) -> None:
    assert not tell(PLAN.format("is"), PLAN.format(other)).conflicts


@pytest.mark.parametrize(
    "again",
    [
        f'"{SPOKEN.replace("everybody to", "nearly nobody to")}," Elias Brandt said.',
        f'"{SPOKEN}," said Tomas Reyle, the first officer, as well.',
    ],
)
def test_a_text_that_has_the_others_version_as_well_takes_no_side(again: str) -> None:
    said = f'"{SPOKEN}," said Captain Elias Brandt.'
    result = story(Gazette=[said, *FILL["Gazette"], again], Courier=[said, *FILL["Courier"]], Post=FILL["Post"])
    assert not result.conflicts


def test_words_that_differ_tell_though_both_texts_go_on_quoting_behind_them() -> None:
    told = '"I sat down in the mud and I {}," Ada Moss told the inquest. "My wife thought I had broken my leg."'
    result = tell(told.format("cried"), told.format("laughed"))
    assert kinds(result) == [ConflictKind.QUOTATION]
    assert "“and i cried" in result.conflicts[0].why


def test_of_a_short_quotation_three_words_in_a_row_are_enough() -> None:
    one = '"I made a mistake of judgement, not of honesty," Ada Moss said.'
    other = '"I made an error of judgement, not an error of honesty," Ada Moss said.'
    assert kinds(tell(one, other)) == [ConflictKind.QUOTATION]


def test_a_word_put_in_place_of_another_tells_where_few_words_stand_in_a_row() -> None:
    one = "“We kept the crane turning through the winter, and we can't feed our children,” said Ada Moss."
    other = "“We kept the crane working through the winter and now we cannot feed the children,” Ada Moss told a rally."
    (conflict,) = tell(one, other).conflicts
    assert conflict.kind is ConflictKind.QUOTATION


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Ada Moss", "Moss", True),
        ("Ada Moss", "A. Moss", True),
        ("W. Ada Moss", "Ada Moss", True),
        ("Ada Moss", "Ada Moss Lund", True),
        ("José García", "Jose Garcia", True),
        ("Dmitri Petrov", "Dmitry Petroff", True),
        ("Ada Moss IV", "Ada Moss", True),
        ("Ada Moss", "Ivo Moss", False),
        ("Ada Moss", "Ada Lund", False),
        ("Ada", "Ada Moss", True),
        ("Ida", "Ada Moss", False),
        ("Ada Moss", "", False),
    ],
)
def test_who_may_be_one_person(one: str, other: str, same: bool) -> None:
    assert is_same_person(one, other) is same


def test_a_last_word_put_in_place_of_another_alters_a_quotation() -> None:
    heard = "I built this boat for my mother, who could hear from her bed when a rope was {}"
    result = tell(f'"{heard.format("torn")}," said Ada Moss.', f'"{heard.format("wet")}," said Ada Moss.')
    assert kinds(result) == [ConflictKind.QUOTATION]
    # wherever the two begin
    result = tell(f'"And yes, {heard.format("torn")}," said Ada Moss.', f'"{heard.format("wet")}," said Ada Moss.')
    assert kinds(result) == [ConflictKind.QUOTATION]


def test_many_of_the_same_words_are_one_utterance_though_a_text_leaves_open_who_speaks() -> None:
    result = tell(f'"{SPOKEN}," said Elias Brandt.', f'"{SPOKEN.replace("everybody", "nearly nobody")}," she said.')
    assert kinds(result) == [ConflictKind.QUOTATION]
    assert result.conflicts[0].why.startswith("Elias Brandt's words are given differently: ")


def test_few_of_the_same_words_are_not() -> None:
    result = tell('"We will mend the pier by May," said Elias Brandt.', '"We will mend the roof by May," she said.')
    assert not result.conflicts


def test_two_wordings_that_several_give_are_one_conflict() -> None:
    altered = SPOKEN.replace("everybody", "nearly nobody")
    result = story(
        Gazette=[f'"{SPOKEN}," said Elias Brandt.', *FILL["Gazette"]],
        Courier=[f'"{altered}," said Elias Brandt.', *FILL["Courier"]],
        Post=[f'"{SPOKEN}," said Elias Brandt.', *FILL["Post"]],
    )
    assert kinds(result) == [ConflictKind.QUOTATION]
    assert sorted(map(len, result.conflicts[0].sides)) == [1, 2]
    assert "in Courier" in result.conflicts[0].why
    assert "in Gazette and Post" in result.conflicts[0].why


@pytest.mark.parametrize(("one", "other", "altered"), [("11th", "eleventh", False), ("tenth", "happy", True)])
def test_a_figure_written_in_another_way_alters_nothing(one: str, other: str, altered: bool) -> None:
    said = '"We have sat on the pier of this town for the {} hour of the night that would not end," said Ada Moss.'
    assert kinds(tell(said.format(one), said.format(other))) == [ConflictKind.QUOTATION] * altered


def test_a_word_that_is_written_in_two_alters_nothing() -> None:
    said = "The town does not need {} ferries, it needs one that sails when the wind is up"
    one, other = (f'"{said.format(more)}," said Ada Moss.' for more in ("any more", "anymore"))
    assert not tell(one, other).conflicts
