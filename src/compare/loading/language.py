"""Which language a text is in: English by its small words, which no other language has, all else by py3langid.

py3langid (BSD, 4.6 MB, needs numpy alone) knows 140 languages, works offline, is deterministic, and takes 0.1 ms a
paragraph after 0.6 s of processor time to load, which plain English prose never asks for. Of 32 texts of two to four
sentences, each in another language, it calls none by a wrong name, of their 100 pieces 4, cut to five words 5; eld 2,
10 and 11, langdetect 1, 7 and 9 (at 7 ms each, by chance unless seeded). Where it is wrong its confidence is mostly
low; langdetect's is not. lingua was not measured: it weighs 96 MB.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from compare.loading.blocks import REPORTING, words_in
from compare.model import KNOWN, Article, language_name
from compare.model.words import LETTERS

COMMONEST = {
    "en": "the of and to in a is that for it was on with as he be at by his this are from have has said not do no",
    "es": "de la que el en y los se del las un por con una su para es al lo como más pero fue según ha",
    "fr": "de la le et les des en un du une que est pour qui dans par plus au sur ne se pas avec il ce",
    "de": "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an hat wird",
    "it": "di e il la che in un per è del della le con una non si da dei nel al gli sono ha alla più",
    "pt": "de a o que e do da em um para com não uma os no se na por mais as dos como foi ao pela",
    "nl": "de en van het een in is dat op te zijn met voor niet aan er om door als bij ook die heeft naar werd",
}
"""Some 25 words of each language that stand in every news text: by them it is told. What carries no meaning of its own
is a longer list, by which analysis passes words over: :data:`compare.analysis.words.STOP_WORDS`."""

PLAIN = 0.15
"""Share of words that must be small words of English to tell it without further help. News prose has 0.2 to 0.4."""

ENOUGH = 0.04
"""Share of words that must vote for a language where nothing better is known. A list of names has none."""

SAMPLE = 20_000
"""Code points that are enough to tell."""

SHORT = 24
"""Letters below which a Latin text is told by a plain answer alone: "Port Selwick" is in any language."""

SURE = 0.5
"""Confidence of py3langid below which its answer is none: above it, it takes 4 of 103 sentences for
one in a neighbouring language (Danish, Galician, Indonesian); a list of names has 0.2 at most."""

SURER = 0.9
"""The same for a short text, and for a paragraph that is said to be in another language than its article."""

OWN = 0.08
"""Share of its own small words from which on a paragraph is in the language of its article, whoever says otherwise."""

LONG = 12
"""Words of a paragraph whose language can be told for itself."""

MIXED = 0.2
"""Share of an article's words in another language from which on the reader is told."""

_BALLOT = {language: frozenset(words.split()) for language, words in COMMONEST.items()}
_TAG = re.compile(r"([a-z]{2,3})(?:[-_][a-z0-9_-]*)?", re.IGNORECASE)

_SHORTER = {
    "eng": "en", "spa": "es", "fra": "fr", "fre": "fr", "deu": "de", "ger": "de", "ita": "it", "por": "pt",
    "nld": "nl", "dut": "nl",
}  # fmt: skip
"""Codes of three letters of the languages whose words are known: by another name they would not be compared."""

_SCRIPTS = {
    "ja": re.compile("[\u3040-\u30ff]"),
    "zh": re.compile("[\u3400-\u9fff]"),
    "ko": re.compile("[\uac00-\ud7af]"),
    "ru": re.compile("[\u0400-\u04ff]"),
    "el": re.compile("[\u0370-\u03ff]"),
    "he": re.compile("[\u0590-\u05ff]"),
    "ar": re.compile("[\u0600-\u06ff]"),
    "hi": re.compile("[\u0900-\u097f]"),
    "th": re.compile("[\u0e00-\u0e7f]"),
}
"""Letters that are not Latin, and the language that uses them most, for texts that are too short to tell. Japanese
comes before Chinese, whose letters it uses too."""


@dataclass(frozen=True, slots=True)
class Detected:
    """The ISO 639 code of a language, and whether the text was enough to tell it."""

    language: str
    sure: bool


def primary(tag: str | None) -> str | None:
    """Return the language of a tag such as a page has: its first part, in small letters; of no language ``None``.

    >>> primary("de-AT"), primary("EN_us"), primary("eng"), primary("und"), primary("English please")
    ('de', 'en', 'en', None, None)
    """
    match = _TAG.fullmatch(tag.strip()) if tag else None
    language = match[1].lower() if match else None
    return None if language in (None, "und", "mul", "zxx", "mis") else _SHORTER.get(language, language)


def language_of(text: str) -> str:
    """Return the ISO 639 code of the language of a text, ``en`` where it cannot be told."""
    return detect(text).language


def detect(text: str) -> Detected:
    """Tell the language of a text; its first :data:`SAMPLE` code points are looked at."""
    sample = text[:SAMPLE]
    words = Counter(word.casefold() for word in LETTERS.findall(sample))
    votes = {language: sum(words[word] for word in ballot) for language, ballot in _BALLOT.items()}
    second = max(count for language, count in votes.items() if language != "en")
    if votes["en"] > max(1, PLAIN * words.total(), 2 * second):
        return Detected("en", True)
    script = _script_of(sample)
    language, confidence = _identified(sample)
    if confidence >= (SURE if script or sum(map(str.isalpha, sample)) >= SHORT else SURER):
        return Detected(language, True)
    if script:
        return Detected(script, False)
    best = max(votes, key=lambda language: votes[language])  # the first of equals, and English stands first
    return Detected(best if votes[best] > ENOUGH * words.total() else "en", False)


def said_of(article: Article) -> str | None:
    """Return what the reader should know about how the language of an article was told, if anything."""
    told = [article.cut(p) for p in article.paragraphs if p.kind in REPORTING]
    found = detect("\n".join(told))
    if not found.sure and found.language == article.language:
        return f"{article.label}: too little text to tell its language: taken for {language_name(found.language)}"
    foreign = _foreign(told, article.language)
    if not foreign:
        return None
    other = max(sorted(foreign), key=lambda language: foreign[language])
    share = foreign[other] / sum(map(words_in, told))
    if share < MIXED:
        return None
    own, others = language_name(article.language), language_name(other)
    if share > 1 - MIXED:
        return f"{article.label}: read as {own}, as its source says, though its text seems to be {others}"
    return f"{article.label}: mixed languages: read as {own}, though {share:.0%} of its words are in {others}"


def _foreign(paragraphs: Sequence[str], own: str) -> Counter[str]:
    """The words of the paragraphs that are in another language than their article, by language. Of two languages that
    are both not known nothing is said: Norwegian is easily taken for Danish."""
    found: Counter[str] = Counter()
    for paragraph in paragraphs:
        count = words_in(paragraph)
        if count < LONG or _own_share(paragraph, own) >= OWN:
            continue
        language, confidence = _identified(paragraph[:SAMPLE])
        if language != own and confidence >= SURER and not KNOWN.isdisjoint((language, own)):
            found[language] += count
    return found


def _own_share(text: str, language: str) -> float:
    words = [word.casefold() for word in LETTERS.findall(text[:SAMPLE])]
    ballot = _BALLOT.get(language, frozenset())
    return sum(word in ballot for word in words) / max(1, len(words))


def _script_of(text: str) -> str | None:
    letters = sum(map(str.isalpha, text))
    for language, script in _SCRIPTS.items():
        if len(script.findall(text)) * (4 if language == "ja" else 2) > letters:
            return language
    return None


def _identified(text: str) -> tuple[str, float]:
    language, confidence = _identifier().classify(text)
    return str(language), float(confidence)


@lru_cache(maxsize=1)
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    # the others are dialects, which a text in the written language beside them is easily taken for
    identifier.set_languages([language for language in identifier.labels if len(language) == 2])
    return identifier
