"""What is spoken and by whom."""

from __future__ import annotations

import pytest

from articles import plain
from compare.analysis.facts import find_facts
from compare.analysis.marks import quoted
from compare.analysis.quotes import Quoted, alone
from compare.analysis.sources import find_speech
from compare.model import Article, FactKind, Mention

from .stories import FILL, story

NAMED = "They met Ada Moss, the mayor of Lund, and Tom Reyle of the Harbour Gazette."
"""Read behind the text, so that its names are known where they begin a sentence."""


def article(text: str, outlet: str | None = None) -> Article:
    return plain(text, outlet=outlet)


def quotations(text: str) -> list[tuple[str, str | None]]:
    """The quotations of a text and their speakers, in its order."""
    made = article(f"{text}\n\n{NAMED}")
    found = [m for f in find_speech([made], find_facts([made])) if f.kind is FactKind.QUOTATION for m in f.mentions]
    return [(m.text, m.speaker) for m in sorted(found, key=lambda m: m.start)]


SPOKEN = [
    ("“The crane fell at noon,” said Ada Moss.", "The crane fell at noon", "Ada Moss"),
    ("“The crane fell at noon,” Moss said on Friday.", "The crane fell at noon", "Ada Moss"),
    ('"The crane fell at noon," Ada Moss told the Harbour Gazette.', "The crane fell at noon", "Ada Moss"),
    ('"The crane fell at noon," Ada Moss, the mayor of Lund, said.', "The crane fell at noon", "Ada Moss"),
    ('"The crane fell at noon," Ada Moss, 52, who saw it, told reporters.', "The crane fell at noon", "Ada Moss"),
    ('"The crane fell at noon," said the mayor, Ada Moss.', "The crane fell at noon", "Ada Moss"),
    (
        "It is gone, her bookbinder, Ada Moss, told the Gazette. “The crane fell at noon.”",
        "The crane fell at noon.",
        "Ada Moss",
    ),
    (
        "'The crane fell at noon,' said Moss, whose drivers' union isn't 'pleased'.",
        "The crane fell at noon",
        "Ada Moss",
    ),
    ("''The crane fell at noon,'' said Moss.", "The crane fell at noon", "Ada Moss"),
    ("„Der Kran fiel am Mittag“, said Moss.", "Der Kran fiel am Mittag", "Ada Moss"),
    ("«The crane fell at noon», said Moss.", "The crane fell at noon", "Ada Moss"),
    ("“It was ‘a mess’ all over,” said Moss.", "It was ‘a mess’ all over", "Ada Moss"),
    ("Ada Moss said: “Nobody was hurt in the end.”", "Nobody was hurt in the end.", "Ada Moss"),
    ("According to Ada Moss, “nobody was hurt in the end”.", "nobody was hurt in the end", "Ada Moss"),
    (
        "Moss told reporters the town would keep “full creative control” of the site.",
        "full creative control",
        "Ada Moss",
    ),
    ("Ada Moss called the ruling “a disgrace for the whole town”.", "a disgrace for the whole town", "Ada Moss"),
    ("“Never,” said Moss.", "Never", "Ada Moss"),
    (
        "Officials have told all, in what one keeper described as “a complete disaster for us”.",
        "a complete disaster for us",
        None,
    ),
    ('"There is no way he did it," Ivo Moss told reporters.', "There is no way he did it", "Ivo Moss"),
    (
        "“The crane fell at noon,” said a spokesman for the operator.",
        "The crane fell at noon",
        "a spokesman for the operator",
    ),
    ("“The crane fell at noon,” police said.", "The crane fell at noon", "police"),
    (
        "“The crane fell at noon,” a lawyer representing Ada Moss said.",
        "The crane fell at noon",
        "a lawyer representing Ada Moss",
    ),
    ("Asked about Tom Reyle, she said: “Nobody was hurt in the end.”", "Nobody was hurt in the end.", None),
    ("Meeting Tom Reyle, she said: “Nobody was hurt in the end.”", "Nobody was hurt in the end.", None),
    ("When Ada Moss arrived, she said: “Nobody was hurt in the end.”", "Nobody was hurt in the end.", "Ada Moss"),
    ("“Where did the crane go?” asked Tom Reyle.", "Where did the crane go?", "Tom Reyle"),
    ("The radio crackled at noon: “We are going over now”.", "We are going over now", None),
    ("“Nobody has told us anything at all.”", "Nobody has told us anything at all.", None),
]

NOT_SPOKEN = [
    "This “hands-on” approach pleased Ada Moss.",
    "The trade moves from “cranes as toys” to “cranes as serious tools.”",
    "She read “The Long Way Home” on the quay.",
    "A banner read “No more cranes in our harbour!”",
    "They know Tom “The Crane” Reyle.",
    "The so-called “quiet hour of the harbour” began at noon.",
    "Officials said the “smart crane” plan was dead.",
    "The crane stood 6'2\" tall, and 5'1\" wide.",
    "The workers' hut and the drivers' hut burned in the '90s.",
    'A stray " mark that nobody closed, said Moss.',
    "Then “quiet harbour hour” began at noon, Ada Moss said.",
    # whom these credit is not told, and so not what was spoken
    "“The crane fell at noon,” the man who shot Ada Moss said.",
    "“The crane fell at noon,” a book about Ada Moss said.",
]


@pytest.mark.parametrize(("text", "words", "speaker"), SPOKEN)
def test_speech_and_speaker(text: str, words: str, speaker: str | None) -> None:
    assert quotations(text) == [(words, speaker)]


@pytest.mark.parametrize("text", NOT_SPOKEN)
def test_what_is_not_speech(text: str) -> None:
    assert quotations(text) == []


def test_a_split_quotation_is_one_and_its_value_holds_the_spoken_words() -> None:
    made = article("“We had an hour,” Ada Moss said, “between the bell and the crash.”")
    (fact,) = [f for f in find_speech([made], find_facts([made])) if f.kind is FactKind.QUOTATION]
    (mention,) = fact.mentions
    assert fact.value == "we had an hour between the bell and the crash"
    assert mention.text == made.text[1:-1]


def test_two_sentences_with_the_speaker_between_are_two_quotations_of_one_speaker() -> None:
    found = quotations("“The crane fell at noon,” said Moss. “It took the shed with it.”")
    assert found == [("The crane fell at noon", "Ada Moss"), ("It took the shed with it.", "Ada Moss")]


def test_a_semicolon_parts_two_quotations_of_two_speakers() -> None:
    found = quotations("“The crane fell,” Ada Moss said; “we ran,” added Tom Reyle.")
    assert found == [("The crane fell", "Ada Moss"), ("we ran", "Tom Reyle")]


def test_a_quotation_goes_on_where_the_next_paragraph_opens_with_a_mark() -> None:
    text = "“The crane fell at noon.\n\n“Then it took the shed with it,” said Moss."
    assert quotations(text) == [("The crane fell at noon.\n\n“Then it took the shed with it", "Ada Moss")]


def test_a_mark_left_open_is_a_stray_one() -> None:
    assert not find_speech([article("“The crane fell at noon.")], ())
    assert quotations("“The crane fell at noon.\n\nNobody was there, said Moss.") == []


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Ada Moss saw it all. “The crane fell at noon,” she said.", "Ada Moss"),
        ("Ada Moss met Tom Reyle. “The crane fell at noon,” she said.", None),
        ("Ada Moss said she saw it.\n\n“The crane fell at noon,” she added.", "Ada Moss"),
        ("“The crane fell at noon,” she said.", None),
        ("Tom Reyle said so.\n\nWhen Ada Moss arrived, she said: “Nobody was hurt in the end.”", None),
        ("Ada Moss drove it.\n\n“The crane fell at noon,” she said.", "Ada Moss"),
        ("They met Ada Moss.\n\n“The crane fell at noon,” she said.", None),
        ("Ada Moss said so. Tom Reyle said no.\n\n“The crane fell at noon,” she said.", None),
        ("The Harbour Gazette said so.\n\n“The crane fell at noon,” she said.", None),
        ("Ada Moss said so. Tom Reyle disagreed. “The crane fell at dusk, not at noon.”", None),
        ("“The crane fell at noon,” it said.", None),
        ("Ada Moss saw it all. “The crane fell at noon,” said she.", "Ada Moss"),
        ("Ada Moss said so.\n\nIsbister welcomed it. “The crane fell at noon,” she said.", None),
        ("Ada Moss said so.\n\nThe quay is closed. Isbister was glad. “The crane fell at noon,” she said.", None),
        ("Ada Moss said so.\n\nReyle welcomed it. “The crane fell at noon,” he said.", "Tom Reyle"),
        ("Ada Moss said so.\n\nNobody was hurt. “The crane fell at noon,” she said.", "Ada Moss"),
        ("Ada Moss said so.\n\nCranes stopped at once. “The crane fell at noon,” she said.", None),
        ("Ada Moss saw cranes.\n\nCranes stopped at once. “The crane fell at noon,” she said.", "Ada Moss"),
        ("Ada Moss's mother Rose, 50, was there. “The crane fell at noon,” she said.", None),
        ("Ada Moss said so.\n\nHer lawyer was there. “The crane fell at noon,” she said.", None),
        ("Ada Moss said so.\n\nHer car was there. “The crane fell at noon,” she said.", "Ada Moss"),
        ("Ada Moss said so.\n\nAsked why, she smiled. “The crane fell at noon,” she said.", "Ada Moss"),
    ],
)
def test_a_pronoun_is_who_was_named_last_if_that_leaves_no_doubt(text: str, speaker: str | None) -> None:
    assert [who for _, who in quotations(text)] == [speaker]


def test_a_surname_that_opens_a_paragraph_is_that_of_whom_another_text_names_in_full() -> None:
    own = article(
        "Colm Brady called it “the fastest of all”.\n\n"
        "The rules will change. Isbister welcomed it. “We could have had the coffee machine as well,” she said.",
        "A",
    )
    other = article("Norna Isbister founded the firm in her father's loft.", "B")
    both = sorted((own, other), key=lambda a: a.id)
    said = [m for f in find_speech(both, find_facts(both)) if f.kind is FactKind.QUOTATION for m in f.mentions]
    assert [m.speaker for m in said if m.text.startswith("We could")] == ["Norna Isbister"]
    alone_told = [m for f in find_speech([own], find_facts([own])) for m in f.mentions]
    assert [m.speaker for m in alone_told if m.text.startswith("We could")] == [None]


def test_the_same_words_are_one_fact_whatever_their_marks_and_case() -> None:
    one, two = (
        article("“We had an hour at most,” said Moss.", "A"),
        article('Moss said: "we had an hour, at most."', "B"),
    )
    (fact,) = [f for f in find_speech([one, two], ()) if f.kind is FactKind.QUOTATION]
    assert fact.articles == tuple(sorted((one.id, two.id)))


def test_words_that_stand_unquoted_elsewhere_are_not_alone() -> None:
    one = article("“The crane fell on the shed at noon,” said Moss.", "A")
    two = article("Moss held that the crane fell on the shed at noon and no later.", "B")
    three = article("The shed is gone.", "C")
    voice = {made.id: made.id for made in (one, two, three)}
    assert not alone(voice, Quoted().having([one, two], find_speech([one, two], ())))
    assert len(alone(voice, Quoted().having([one, three], find_speech([one, three], ())))) == 1


@pytest.mark.parametrize(
    ("reprints", "who"), [({}, "B"), ({"C": "By our staff in Lund."}, "B (and C, the same voice)")]
)
def test_what_one_voice_alone_quotes_is_a_finding(reprints: dict[str, str], who: str) -> None:
    shared = "The bridge at Elm Street was closed by the town council after cracks were found in two of its arches."
    closed = "After cracks were found in two of its arches the town council closed the bridge at Elm Street."
    quote = f"{closed[:-1]}, and “we had no choice but to act at once,” said Ada Moss."
    own = [quote, *FILL["Courier"]]
    result = story(A=[shared, *FILL["Gazette"]], B=own, **{name: [*own, line] for name, line in reprints.items()})
    assert any(f"Only {who} quotes Ada Moss: “we had no choice" in f.why for f in result.findings)


def test_of_one_speaker_the_longest_quotation_is_a_finding() -> None:
    short, long = "We had an hour to get everybody off the boat", "Nobody told us that the crane was broken at all"
    # nobody is named who speaks for the police
    unnamed = "“The whole of the harbour was closed within an hour or so,” police said."
    told = [f"“{short},” said Ada Moss.", f"“{long},” said Ada Moss.", unnamed]
    result = story(Gazette=told, Courier=FILL["Courier"], Post=FILL["Post"])
    assert [f.why for f in result.findings if " quotes " in f.why] == [f"Only Gazette quotes Ada Moss: “{long}”"]


@pytest.mark.parametrize(
    ("other", "told"),
    [
        ("“We're not leaving this harbour, we're here to stay,” Ada Moss said.", False),
        ("Ada Moss vowed that they would be “leaving this harbour” on a barge.", True),
    ],
)
def test_who_renders_a_quotation_in_other_words_has_it_too(other: str, told: bool) -> None:
    result = story(
        Gazette=["“We are not leaving the harbour and we are here to stay,” said Ada Moss.", *FILL["Gazette"]],
        Courier=[other, *FILL["Courier"]],
        Post=FILL["Post"],
    )
    assert any(f.why.startswith("Only Gazette quotes Ada Moss") for f in result.findings) is told


def test_passages_are_told_from_apostrophes() -> None:
    text = "the girls' 'own thing' and 'the workers' hut, at noon,' it's"
    assert [text[q.start : q.end] for q in quoted(text)] == ["own thing", "the workers' hut, at noon,"]


def mention(text: str) -> Mention:
    made = article(text)
    return next(m for f in find_speech([made], ()) for m in f.mentions if f.kind is FactKind.QUOTATION)


def test_a_quotation_begins_in_the_sentence_it_is_listed_under() -> None:
    made = article("It rained. “The crane fell at noon,” said Moss.")
    found = mention(made.text)
    assert [s.id for s in made.sentences if s.start <= found.start < s.end] == [found.sentence]
