"""What the reader can say of the place the cursor is on, and what a mark says then. Pure and without Textual."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING, Literal

from compare.model import Completed, Joined, Parted, Redated, Renamed, Sifted, Verdict
from compare.review import Remarks, quote_of, selector_of
from compare.tui.phrases import label
from compare.tui.signs import CODE, HAND, NOTE, STAR, VERDICTS
from compare.tui.state import looked_at

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from compare.model import Article, Body, Claim, Comparison, ReaderMark
    from compare.model.review import Quotes
    from compare.review import Placed
    from compare.tui.signs import Signs
    from compare.tui.state import State

Gesture = Literal["link", "unlink", "merge"]
"""What takes two places: the first is marked, then the second."""

LETTERS: Mapping[Gesture, str] = {"link": "l", "unlink": "x", "merge": "m"}
"""The letter by which each is chosen, both times."""


@dataclass(frozen=True, slots=True)
class Pending:
    """A correction of which the first place is chosen: the sentence, and the claim that was looked at there.

    ``more`` are the sentences of further claims that are to be merged with it.
    """

    gesture: Gesture
    sentence: str
    claim: str
    more: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing that can be said here: what the screen calls it, its letter, its glyph, and what it is."""

    id: str
    key: str
    glyph: str
    title: str


def choices(state: State, comparison: Comparison, signs: Signs, pending: Pending | None) -> Iterator[Choice]:
    """Yield what can be said of the cursor's place, in the order in which it is offered."""
    index = comparison.index
    claim, sentence = index.claims.get(state.claim), index.sentences.get(state.cursor)
    remarks = signs.review.on.get(state.claim, Remarks())
    if claim:
        yield Choice("confirmed", "c", VERDICTS[Verdict.CONFIRMED], "confirmed")
        yield Choice("wrong", "w", VERDICTS[Verdict.WRONG], "wrong")
        yield Choice("our_call", "o", VERDICTS[Verdict.OUR_CALL], "our call")
        yield Choice("open", "u", VERDICTS[Verdict.OPEN], "open: not decided, or no more")
    if remarks.judged:
        yield Choice("evidence", "e", " ", "evidence and initials for the verdict …")
    if sentence:
        yield Choice("note", "n", NOTE, "change the note …" if remarks.notes else "note …")
        yield Choice("star", "s", STAR, "take the star away" if remarks.stars else "star: to come back to")
        yield Choice("code", "k", CODE, "code from the codebook …")
    if claim:
        yield from _two_placed(pending, alone=len(claim.sentences) < 2)
    if claim and len(claim.sentences) == 2:
        yield Choice("split", "p", HAND, "split: this sentence is no part of the claim")
    elif claim and len(claim.sentences) > 2:
        yield Choice("split", "p", HAND, "split: sentences that are no part of the claim …")
    if sentence:
        compared = sentence.comparable
        yield Choice("sift", "f", HAND, "no reporting: do not compare it" if compared else "reporting: compare it")
    article = index.articles[looked_at(state)]
    yield Choice("outlet", "r", HAND, f"outlet of {label(article)}, in this set …")
    yield Choice("date", "d", HAND, f"date of {label(article)} …")
    yield Choice("whole", "a", HAND, f"{label(article)} is {'cut' if article.complete else 'whole'}")


def _two_placed(pending: Pending | None, *, alone: bool) -> Iterator[Choice]:
    said: dict[Gesture, tuple[str, str]] = {
        "link": ("link: say the same as another sentence …", "link it with the sentence chosen"),
        "unlink": ("unlink: does not say the same as another sentence …", "cut its link to the sentence chosen"),
        "merge": ("merge: is one claim with another …", "merge its claim with the claim chosen"),
    }
    for gesture, (first, second) in said.items():
        if pending is None and not (gesture == "unlink" and alone):
            yield Choice(gesture, LETTERS[gesture], HAND, first)
        elif pending is not None and pending.gesture == gesture:
            yield Choice(gesture, LETTERS[gesture], HAND, second)
            if gesture == "merge":
                yield Choice("also", "t", HAND, "merge this claim too, and then another one …")


# --- what a mark says ---


def quotes(articles: Iterable[Article], comparison: Comparison, sentences: Iterable[str]) -> Quotes:
    """Return how to find sentences again, by their ids, in the articles as they were loaded."""
    loaded, index = {article.id: article for article in articles}, comparison.index
    found = [(index.sentences[s], loaded[index.article_of[s].id]) for s in dict.fromkeys(sentences)]
    return tuple(quote_of(article, sentence.start, sentence.end) for sentence, article in found)


def sentences_for(comparison: Comparison, sentence: str, claim: str) -> tuple[str, ...]:
    """Return the sentences that a remark on a claim quotes, by which the claim is known again.

    It is the cursor's own, so that an edit of another text leaves the remark alone; where that stands in several
    claims, all of the one that is meant.
    """
    claims = comparison.index.claims_of.get(sentence, ())
    meant = next((c for c in claims if c.id == claim), None)
    return meant.sentences if meant and len(claims) > 1 else (sentence,)


def joined(articles: Sequence[Article], comparison: Comparison, pending: Pending, sentence: str, claim: str) -> Body:
    """Return the correction that two places make, of which ``pending`` is the first; of a merge there may be more."""
    first: tuple[str, ...] = (pending.sentence,)
    second: tuple[str, ...] = (sentence,)
    if pending.gesture == "unlink":
        return parted(articles, comparison, first, second, "unlink")
    if pending.gesture == "merge":
        claims = comparison.index.claims
        first = claims[pending.claim].sentences if pending.claim in claims else first
        second = claims[claim].sentences if claim in claims else second
        first += pending.more
    return Joined(quotes(articles, comparison, (*first, *second)), pending.gesture)


def parted(
    articles: Sequence[Article],
    comparison: Comparison,
    one: Iterable[str],
    other: Iterable[str],
    kind: Literal["unlink", "split"],
) -> Parted:
    """Return the correction that none of ``one`` says what one of ``other`` does."""
    return Parted(quotes(articles, comparison, one), quotes(articles, comparison, other), kind)


def split(articles: Sequence[Article], comparison: Comparison, sentences: Iterable[str], claim: Claim) -> Parted:
    """Return the correction that sentences are no part of a claim; what they have in common among them stays."""
    away = tuple(sentences)
    rest = [other for other in claim.sentences if other not in away]
    return parted(articles, comparison, away, rest, "split")


def opposites(placed: Iterable[Placed], body: Body) -> tuple[ReaderMark, ...]:
    """Return the marks of which a correction says the opposite: to take them away says as much, and leaves less."""
    return tuple(each.mark for each in placed if _are_opposites(each.mark.body, body))


def _are_opposites(one: Body, other: Body) -> bool:
    match one, other:
        case Sifted(), Sifted():
            return one.kind != other.kind and one.on == other.on
        case Completed(), Completed():
            return one.complete != other.complete and one.article.sha256 == other.article.sha256
        case _:
            return False


def placed_at(
    articles: Sequence[Article], comparison: Comparison, mark: ReaderMark, sentence: str, article: str
) -> Body | None:
    """Return what a mark says once it is about a sentence, or about an article if it is about a whole one.

    ``None`` where one place is not enough to tell what it is about: of a link, a merge, a split.
    """
    match mark.body:
        case Joined() | Parted():
            return None
        case Renamed() | Redated() | Completed():
            chosen = next(each for each in articles if each.id == article)
            return replace(mark.body, article=selector_of(chosen))
        case _:
            return replace(mark.body, on=quotes(articles, comparison, [sentence]))


def made_sure(articles: Sequence[Article], comparison: Comparison, placed: Placed) -> Body | None:
    """Return what a mark says in the words that stand where it was found; ``None`` if not all of it was found.

    What is quoted of an article that is not in the set stays as it is."""
    body = placed.mark.body
    if isinstance(body, Renamed | Redated | Completed):
        chosen = next(each for each in articles if each.id == placed.article)
        return replace(body, article=selector_of(chosen))
    if not all(found or n in placed.absent for n, found in enumerate(placed.found)):
        return None

    def anew(first: int, after: int) -> Quotes:
        absent = tuple(quote for n, quote in enumerate(placed.mark.quotes) if n in placed.absent and first <= n < after)
        return quotes(articles, comparison, chain(*placed.found[first:after])) + absent

    every = len(placed.found)
    if isinstance(body, Parted):
        return replace(body, one=anew(0, len(body.one)), other=anew(len(body.one), every))
    return replace(body, on=anew(0, every))
