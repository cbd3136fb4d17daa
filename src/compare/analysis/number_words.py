"""Number words of each language, as data, and how they are put together below a hundred."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

SCALES: Mapping[str, Mapping[str, int]] = {
    "en": {
        "thousand": 3, "million": 6, "billion": 9, "trillion": 12, "mln": 6, "bn": 9, "tn": 12,
        "lakh": 5, "lakhs": 5, "crore": 7, "crores": 7, "lakh crore": 12,
    },
    "es": {"mil": 3, "millón": 6, "millones": 6, "mil millones": 9, "billón": 12, "billones": 12},
    "fr": {"mille": 3, "million": 6, "millions": 6, "milliard": 9, "milliards": 9, "mds": 9},
    "de": {
        "tausend": 3, "million": 6, "millionen": 6, "mio": 6, "milliarde": 9, "milliarden": 9, "mrd": 9,
        "billion": 12, "billionen": 12,
    },
    "it": {"mila": 3, "milione": 6, "milioni": 6, "mln": 6, "miliardo": 9, "miliardi": 9, "mld": 9},
    "pt": {"mil": 3, "milhão": 6, "milhões": 6, "mil milhões": 9, "bilhão": 9, "bilhões": 9, "trilhão": 12,
           "trilhões": 12},
    "nl": {"duizend": 3, "miljoen": 6, "mln": 6, "miljard": 9, "mld": 9},
}  # fmt: skip
"""Powers of ten that follow a number. A Spanish or German billion is an English trillion, a crore
is ten million."""

SHORTENED = ("mio", "mrd", "mld", "mln")
"""Those of them that may have a full stop: "1,5 Mio. Euro"."""

SHORT_SCALES = {"k": 3, "m": 6, "mn": 6, "bn": 9, "b": 9, "tn": 12}
"""The same, where they stand right behind the digits; apart from them they are other units: "5 m" is a depth."""

HUNDRED: Mapping[str, frozenset[str]] = {
    "en": frozenset({"hundred"}),
    "de": frozenset({"hundert"}),
    "nl": frozenset({"honderd"}),
}
DOZEN: Mapping[str, frozenset[str]] = {
    "en": frozenset({"dozen"}),
    "es": frozenset({"docena", "docenas"}),
    "fr": frozenset({"douzaine", "douzaines"}),
    "de": frozenset({"dutzend"}),
    "it": frozenset({"dozzina", "dozzine"}),
    "pt": frozenset({"dúzia", "dúzias"}),
    "nl": frozenset({"dozijn"}),
}
"""Words that multiply the number before them."""

ARTICLES: Mapping[str, frozenset[str]] = {
    "en": frozenset({"a"}),
    "es": frozenset({"una", "un"}),
    "fr": frozenset({"une", "un"}),
    "de": frozenset({"ein", "eine"}),
    "it": frozenset({"una", "un"}),
    "pt": frozenset({"uma", "um"}),
    "nl": frozenset({"een"}),
}
"""What stands for one before a scale: "a hundred"."""

HALF: Mapping[str, frozenset[str]] = {
    "en": frozenset({"half a", "half"}),
    "es": frozenset({"medio", "media"}),
    "fr": frozenset({"un demi", "une demi"}),
    "de": frozenset({"eine halbe", "ein halbes"}),
    "it": frozenset({"mezzo", "mezza"}),
    "pt": frozenset({"meio", "meia"}),
    "nl": frozenset({"een half"}),
}
"""What stands for a half there: "half a million", "media docena"."""

AND_MORE: Mapping[str, str] = {
    "en": r"and[\s-](?:a|one|two|three)[\s-](?:half|quarter|third)s?",
    "es": r"y\smedi[oa]",
    "fr": r"et\sdemie?",
    "it": r"e\smezz[oa]",
    "pt": r"e\smei[oa]",
    "nl": r"en\seen\shalf",
}
"""Behind a number these add a part of one, and the number alone would be too low: "dos millones y medio"."""

AND_A_HALF = r"\sand\sa\shalf\b(?!\s(?:of\s(?:it|its|the|them|their|his|her)|dozen|hundred|thousand|million|billion)\b)"
"""Behind an English unit: half a one more. It is the half of something else in "a year and a half of it"."""

ORDINALS: Mapping[str, str] = {
    "en": r"(?:first|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|quarter)s?|hundredths?|thousandths?",
    "fr": r"(?:tiers|quarts?|\w+ième)s?",
    "es": r"(?:tercios|cuartos|quintos)",
    "it": r"(?:terzi|quarti|quinti)",
    "pt": r"(?:terços|quartos|quintos)",
    "de": r"(?:drittel|viertel|fünftel)",
    "nl": r"(?:derde|kwart|vijfde)",
}
"""After a number word these make an ordinal or a fraction of it: "twenty-first", "two-thirds"."""

_UNITS = {
    "en": "one two three four five six seven eight nine",
    "es": "uno dos tres cuatro cinco seis siete ocho nueve",
    "fr": "un deux trois quatre cinq six sept huit neuf",
    "de": "ein zwei drei vier fünf sechs sieben acht neun",
    "it": "uno due tre quattro cinque sei sette otto nove",
    "pt": "um dois três quatro cinco seis sete oito nove",
    "nl": "een twee drie vier vijf zes zeven acht negen",
}
_TEENS = {
    "en": "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen",
    "es": "diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve",
    "fr": "dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf",
    "de": "zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn",
    "it": "dieci undici dodici tredici quattordici quindici sedici diciassette diciotto diciannove",
    "pt": "dez onze doze treze quatorze quinze dezesseis dezessete dezoito dezenove",
    "nl": "tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien",
}
_TENS = {
    "en": "twenty thirty forty fifty sixty seventy eighty ninety",
    "es": "veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa",
    "fr": "vingt trente quarante cinquante soixante",
    "de": "zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig",
    "it": "venti trenta quaranta cinquanta sessanta settanta ottanta novanta",
    "pt": "vinte trinta quarenta cinquenta sessenta setenta oitenta noventa",
    "nl": "twintig dertig veertig vijftig zestig zeventig tachtig negentig",
}
_OTHERS = {
    "es": {
        "veintiuno": 21, "veintiún": 21, "veintiuna": 21, "veintidós": 22, "veintitrés": 23, "veinticuatro": 24,
        "veinticinco": 25, "veintiséis": 26, "veintisiete": 27, "veintiocho": 28, "veintinueve": 29, "cien": 100,
        "ciento": 100, "doscientos": 200, "doscientas": 200, "trescientos": 300, "trescientas": 300,
        "cuatrocientos": 400, "quinientos": 500,
    },
    "fr": {"cent": 100, "deux cents": 200, "trois cents": 300, "quatre-vingts": 80},
    "it": {"cento": 100, "duecento": 200, "trecento": 300, "cinquecento": 500, "mille": 1000, "duemila": 2000},
    "pt": {"duas": 2, "catorze": 14, "dezasseis": 16, "dezassete": 17, "dezanove": 19, "cem": 100, "duzentos": 200,
           "duzentas": 200, "quinhentos": 500},
    "de": {"zwo": 2},
}  # fmt: skip
_NO_FIGURES = frozenset({"un", "uno", "ein", "um", "een", "sei", "once"})
"""Articles, and words that are something else more often than a number: Italian "you are", English "once"."""


@lru_cache
def spoken(language: str) -> Mapping[str, int]:
    """Return the numbers a language says in one piece. English puts tens and units together itself: see numerals."""
    if language not in _UNITS:
        return {}
    words = {word: n for n, word in enumerate(_UNITS[language].split(), 1)}
    words |= {word: n for n, word in enumerate(_TEENS[language].split(), 10)}
    words |= {word: 10 * n for n, word in enumerate(_TENS[language].split(), 2)}
    if language != "en":
        words |= dict(_together(language))
        drop = _NO_FIGURES - ({"once"} if language == "es" else set())
        words = {word: n for word, n in words.items() if word not in drop}
    return words | _OTHERS.get(language, {})


def _together(language: str) -> Iterator[tuple[str, int]]:
    """The numbers made of tens and units: "treinta y dos", "zweiunddreißig"."""
    units = _UNITS[language].split()
    for place, ten in enumerate(_TENS[language].split(), 2):
        for n, unit in enumerate(units, 1):
            yield _joined(language, ten, unit, n), 10 * place + n
    if language == "fr":
        yield from _french()


def _french() -> Iterator[tuple[str, int]]:
    teens = _TEENS["fr"].split()
    for n, unit in enumerate(_UNITS["fr"].split(), 1):
        yield f"quatre-vingt-{unit}", 80 + n
    for n, teen in enumerate(teens):
        yield ("soixante et onze" if n == 1 else f"soixante-{teen}"), 70 + n
        yield f"quatre-vingt-{teen}", 90 + n


def _joined(language: str, ten: str, unit: str, n: int) -> str:
    """A number of tens and units in words."""
    if language == "it":
        return (ten[:-1] if n in (1, 8) else ten) + ("tré" if n == 3 else unit)
    if language == "fr":
        return f"{ten} et un" if n == 1 else f"{ten}-{unit}"
    if language == "nl":
        return f"{unit}{'ën' if n in (2, 3) else 'en'}{ten}"
    return {"es": f"{ten} y {unit}", "pt": f"{ten} e {unit}", "de": f"{unit}und{ten}"}[language]
