"""Whom a sentence credits: the subject of its verbs of saying, and what stands after "according to".

The sentence is read with its quotations masked, so that no verb within one counts. Around each verb of
:mod:`~compare.analysis.speech` :mod:`~compare.analysis.phrases` finds the noun phrase that is its subject.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from compare.analysis.phrases import LONGEST, Name, Phrase, Phrases
from compare.analysis.speech import NOBODY, NOUNS_TOO, SAYABLE, Speech
from compare.model.words import SPOKEN


@dataclass(frozen=True, slots=True)
class Credit:
    """A source credited in a sentence: who, the span of the words that say so, and the span of the verb or preposition.

    ``who`` is empty for a ``pronoun`` for a person, which the sentence cannot resolve, and for what is nobody: "the
    report said". ``named`` says whether it is a name, ``behind`` whether it stands behind its verb, ``terms`` whether
    the verb gives a thing a name: "called it".
    """

    who: str
    named: bool
    start: int
    end: int
    cue: int
    cue_end: int
    behind: bool
    pronoun: bool
    terms: bool


def credits(text: str, names: Iterable[Name], speech: Speech) -> list[Credit]:
    """Return the credits of a sentence whose quotations are masked, in the order of their verbs.

    Args:
        text: the sentence.
        names: its names, in order, not overlapping.
        speech: the words of its language.
    """
    # two sentences in three credit nobody: they are not read any further
    if speech.cues.isdisjoint(SPOKEN.findall(text.lower())):
        return []
    tokens = Phrases(text, speech)
    words = enumerate(zip(tokens.words, tokens.low, strict=True))
    cues = [n for n, (word, low) in words if word in speech.verbs or low in speech.heads]
    if cues:
        tokens.place(names)
    return [credit for n in cues for credit in _of_cue(tokens, n)]


def _of_cue(tokens: Phrases, n: int) -> Iterator[Credit]:
    last = n
    cue = next((c for c in tokens.speech.according if tuple(tokens.low[n : n + len(c)]) == c), ())
    if cue:
        last = n + len(cue) - 1
        phrases = _according(tokens, n, cue)
    elif tokens.words[n] not in tokens.speech.verbs:
        return
    elif tokens.words[n] == "saying":
        # "Moss was quoted as saying": the subject stands before "was"
        quoted = tokens.low[max(0, n - 2) : n] == ["quoted", "as"]
        phrases = tokens.subjects(n - 4, strict=True) if quoted else []
    else:
        phrases = _of_verb(tokens, n)
    for phrase in phrases:
        yield Credit(
            who=phrase.who,
            named=phrase.named,
            start=tokens.spans[phrase.first][0],
            end=tokens.spans[phrase.last][1],
            cue=tokens.spans[n][0],
            cue_end=tokens.spans[last][1],
            behind=phrase.first > n,
            pronoun=tokens.low[phrase.first] in tokens.speech.he,
            terms=tokens.words[n] in tokens.speech.names_so,
        )


def _according(tokens: Phrases, n: int, cue: tuple[str, ...]) -> list[Phrase]:
    if cue == ("zufolge",):
        return tokens.subjects(n - 1, strict=True)
    # records may be credited, but only by a preposition that credits and does nothing else
    return tokens.behind(n + len(cue), anything=cue[0] == "according" or tokens.speech.inverts)


def _of_verb(tokens: Phrases, v: int) -> list[Phrase]:
    """The subjects of a verb of saying."""
    speech, words = tokens.speech, tokens.words
    if not _says_something(tokens, v):
        return []
    i = v - 1
    while i >= 0 and (tokens.low[i] in speech.passed or (words[i].endswith("ly") and words[i].islower())):
        i -= 1
    if i >= 0 and tokens.low[i] in speech.passive:
        return []
    if words[v] not in speech.addresses and _is_inverted(tokens, i):
        article = v + 1 < len(words) and tokens.low[v + 1] in speech.articles
        return tokens.behind(v + 1, anything=speech.inverts and article) or _soon_behind(tokens, v)
    before = tokens.subjects(i, strict=words[v] not in speech.says)
    if not before and words[v] in speech.names_so:
        return [Phrase(v, v, "", named=False)]  # somebody, but not who says the rest of the sentence
    if before or words[v] in speech.addresses or not (words[i] == "," or speech.inverts):
        return [] if any(_is_nobody(tokens, phrase) for phrase in before) else before
    return [phrase for phrase in tokens.behind(v + 1) if phrase.named or words[i] == ","]


def _is_nobody(tokens: Phrases, phrase: Phrase) -> bool:
    """Whether a subject is nobody: "nobody", "neither side", "no official", "neither the police nor the mayor"."""
    return not NOBODY.isdisjoint(tokens.low[max(0, phrase.first - 1) : phrase.first + 1])


def _says_something(tokens: Phrases, v: int) -> bool:
    """Whether a word is a verb here, and its subject the one who says it."""
    after = tokens.low[v + 1] if v + 1 < len(tokens.low) else ""
    if after == "by" or (after == "to" and tokens.low[v] == "said") or (after == "for" and tokens.low[v] == "asked"):
        return False  # "a photo posted by", "the man said to be the owner", "of ten who asked for it"
    if tokens.words[v] in tokens.speech.names_so:
        # "a firm called Delmar" is nobody's saying, "called it “a disgrace”" is
        return any(word[0] == '"' for word in tokens.words[v + 1 : v + 1 + LONGEST])
    if tokens.words[v] not in NOUNS_TOO:
        return True
    if v and tokens.is_possessive(v - 1):
        return False  # "the firm's claims that"
    if v and tokens.capital(v - 1) and after in ("", "."):
        return True  # "..., the Gazette reports."
    return after in SAYABLE or after[:1] == '"' or after[:1].isdigit() or tokens.capital(v + 1)


def _is_inverted(tokens: Phrases, i: int) -> bool:
    """Whether the subject stands behind the verb: what stands before the verb, at token i, ends a quotation."""
    if i < 0 or tokens.words[i][0] == '"' or tokens.low[i] in ("según", "como", "selon", "wie", "comme", "come"):
        return True
    return tokens.words[i] == "," and i > 0 and tokens.words[i - 1][0] == '"'


def _soon_behind(tokens: Phrases, v: int) -> list[Phrase]:
    """The name that stands a few words behind a verb: "told by telephone Ada Moss", as Spanish has it."""
    n = next((n for n in range(v, v + 4) if n in tokens.begins), None) if tokens.speech.inverts else None
    return [] if n is None else [Phrase(n, tokens.begins[n][0], tokens.begins[n][1], named=True)]
