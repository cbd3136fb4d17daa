"""Units of measure and currencies as data: how each is written, and what one of it is in the unit it is compared in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from compare.model import FactKind

MONTH = Decimal("30.44")
"""Days of a mean Gregorian month (365.2425 / 12)."""

_DAY = 86_400


@dataclass(frozen=True, slots=True)
class Unit:
    """What stands behind a number: the kind of fact it makes, the unit it is compared in, and how many of that it is.

    ``offset`` is taken off before the factor is applied: 32 for degrees Fahrenheit.
    """

    kind: FactKind
    name: str
    factor: Decimal
    offset: Decimal = Decimal(0)


def normal(value: Decimal, unit: Unit) -> Decimal:
    """Return a number of a unit in the one it is compared in."""
    return (value - unit.offset) * unit.factor


SIGNS = {
    "$": "USD", "us$": "USD", "a$": "AUD", "au$": "AUD", "c$": "CAD", "ca$": "CAD", "nz$": "NZD", "hk$": "HKD",
    "s$": "SGD", "r$": "BRL", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR",
}  # fmt: skip
"""Signs of a currency, in small letters. A bare dollar is taken for the US one."""

CODES = {
    "USD": "USD", "EUR": "EUR", "GBP": "GBP", "JPY": "JPY", "CHF": "CHF", "CAD": "CAD", "AUD": "AUD", "NZD": "NZD",
    "HKD": "HKD", "SGD": "SGD", "CNY": "CNY", "INR": "INR", "BRL": "BRL", "MXN": "MXN", "SEK": "SEK", "NOK": "NOK",
    "DKK": "DKK", "PLN": "PLN", "CZK": "CZK", "HUF": "HUF", "TRY": "TRY", "UAH": "UAH", "ZAR": "ZAR", "KRW": "KRW",
    "Rs": "INR", "Rs.": "INR",
}  # fmt: skip
"""What may stand for the sign: codes of ISO 4217, and the abbreviation of the rupee."""

_CURRENCIES = {
    "USD": "us dollar|us dollars|u.s. dollars|american dollars|dollar|dollars|bucks|usd|dólar|dólares|dollaro|dollari"
    "|us-dollar",
    "EUR": "euro|euros|eur|€",
    "GBP": "british pounds|pounds sterling|sterling|quid|gbp|£|libras esterlinas|livres sterling",
    "JPY": "yen|jpy", "INR": "rupee|rupees|indian rupees|inr", "AUD": "australian dollars|aud",
    "CAD": "canadian dollars|cad", "NZD": "new zealand dollars|nzd", "HKD": "hong kong dollars|hkd",
    "SGD": "singapore dollars|sgd",
    "CHF": "swiss francs|chf|franken", "CNY": "yuan|renminbi|cny", "RUB": "rouble|roubles|ruble|rubles",
    "SEK": "kronor|swedish kronor|swedish crowns|sek", "NOK": "norwegian kroner|norwegian crowns|nok",
    "DKK": "danish kroner|danish crowns|dkk", "PLN": "zloty|zlotys|złoty|złotych|pln", "HUF": "forint|forints|huf",
    "CZK": "czech crowns|czech koruna|czk", "TRY": "turkish lira|turkish liras", "UAH": "hryvnia|hryvnias|uah",
    "ZAR": "rand", "BRL": "reais|brl", "MXN": "mexican pesos|mxn", "KRW": "south korean won|krw",
    "ILS": "shekel|shekels", "NGN": "naira", "THB": "baht", "MYR": "ringgit", "IDR": "rupiah",
}  # fmt: skip
_CENTS = {"USD": "cents|¢", "GBP": "pence"}

_SECONDS: Mapping[int | Decimal, str] = {
    1: "second|seconds|sec|secs|segundo|segundos|seconde|secondes|sekunde|sekunden|secondo|secondi|seconden",
    60: "minute|minutes|min|mins|minuto|minutos|minuten|minuti|minuut",
    3600: "hour|hours|hr|hrs|hora|horas|heure|heures|stunde|stunden|ora|ore|uur|uren",
    _DAY: "day|days|día|días|jour|jours|tag|tage|tagen|giorno|giorni|dia|dias|dag|dagen",
    7 * _DAY: "week|weeks|semana|semanas|semaine|semaines|woche|wochen|settimana|settimane|weken",
    MONTH * _DAY: "month|months|mes|meses|mois|monat|monate|monaten|mese|mesi|mês|maand|maanden",
    120 * MONTH * _DAY: "decade|decades|década|décadas|décennie|décennies|jahrzehnt|jahrzehnte|decenni",
    14 * _DAY: "fortnight|fortnights",
    12 * MONTH * _DAY: "year|years|yr|yrs|año|años|ans|année|années|jahr|jahre|jahren|anno|anni|ano|anos|jaar",
}
_METRES = {
    "1000": "km|kms|kilometre|kilometres|kilometer|kilometers|kilómetro|kilómetros|kilomètre|kilomètres|kilometern"
    "|chilometro|chilometri|quilómetro|quilómetros|quilômetro|quilômetros",
    "1": "metre|metres|meter|meters|metro|metros|mètre|mètres|metern|metri",
    "0.01": "cm|centimetre|centimetres|centimeter|centimeters|centímetros|centimètres|zentimeter|centimetri",
    "0.001": "mm|millimetre|millimetres|millimeter|millimeters|milímetros|millimètres",
    "1609.344": "mi|mile|miles|milla|millas|meile|meilen|miglio|miglia|milha|milhas|mijl",
    "1852": "nautical mile|nautical miles",
    "0.9144": "yard|yards", "0.3048": "ft|foot|feet", "0.0254": "inch|inches",
}  # fmt: skip
_KILOGRAMS = {
    "1": "kg|kgs|kilo|kilos|kilogram|kilograms|kilogramme|kilogrammes|kilogramos|kilogramm|chili|quilos",
    "0.001": "gram|grams|gramme|grammes|gramos|gramm|grammi|gramas",
    "0.000001": "mg|milligram|milligrams|milligramme|milligrammes|miligramos|milligramm|milligrammi",
    "0.000000001": "µg|μg|mcg|microgram|micrograms|microgramme|microgrammes|microgramos|mikrogramm|microgrammi",
    "0.000000000001": "ng|nanogram|nanograms|nanogramme|nanogrammes|nanogramos|nanogramm|nanogrammi",
    "1000": "tonne|tonnes|t/y|t/yr|tpa|metric ton|metric tons|tonelada|toneladas|tonnellate|tonnen",
    "907.18474": "ton|tons",
    "6.35029318": "stone", "0.45359237": "lb|lbs", "0.028349523": "ounce|ounces|oz",
}  # fmt: skip
_SPEEDS = {"0.44704": "mph|miles an hour|miles per hour", "0.5144444": "knot|knots"}
_KMH = "km/h|kph|kmh|kilometres per hour|kilometers per hour|kilometres an hour|kilometers an hour|kilómetros por hora"
_AREAS = {
    "4046.8564224": "acre|acres",
    "10000": "hectare|hectares|hectárea|hectáreas|hektar|ettari",
    "1000000": "sq km|sq. km|square kilometre|square kilometres|square kilometer|square kilometers|km²|quadratkilometer"
    "|kilómetros cuadrados",
    "1": "sq m|sq. m|square metre|square metres|square meter|square meters|m²|metros cuadrados|quadratmeter",
    "2589988.110336": "square mile|square miles|sq mi|sq. mi|sq mile|sq miles|sq. mile|sq. miles",
    "0.09290304": "square foot|square feet|sq ft|sq. ft|sq feet|sq. feet",
}
_LITRES = {
    "1000": "cubic metre|cubic metres|cubic meter|cubic meters|m³|metros cúbicos|mètres cubes|kubikmeter",
    "1000000": "megalitre|megalitres|megaliter|megaliters",
    "28.316846592": "cubic foot|cubic feet",
    "1": "litre|litres|liter|liters|litro|litros|litri",
    "3.785411784": "gallon|gallons",
    "158.987294928": "barrel|barrels",
}
_WATTS = {"1000": "kw|kilowatts", "1000000": "mw|megawatt|megawatts", "1000000000": "gw|gigawatt|gigawatts"}
_PERCENT = "%|percent|per cent|pct|por ciento|pour cent|prozent|per cento|por cento|procent"
_POINTS = (
    "percentage point|percentage points|puntos porcentuales|points de pourcentage|prozentpunkte|punti percentuali"
    "|pontos percentuais|procentpunt"
)
_CELSIUS = "°c|degrees c|degrees celsius|degrees centigrade|c°|grados celsius|degrés celsius|grad celsius"
_FAHRENHEIT = "°f|degrees f|degrees fahrenheit"


def _units() -> Iterator[tuple[str, Unit]]:
    number = FactKind.NUMBER
    for unit, table in (("m", _METRES), ("kg", _KILOGRAMS), ("m/s", _SPEEDS), ("m²", _AREAS), ("l", _LITRES)):
        for factor, words in table.items():
            yield words, Unit(number, unit, Decimal(factor))
    yield _KMH, Unit(number, "m/s", 1 / Decimal("3.6"))
    for factor, words in _WATTS.items():
        yield words, Unit(number, "W", Decimal(factor))
    for seconds, words in _SECONDS.items():
        yield words, Unit(number, "s", Decimal(seconds))
    for code, words in _CURRENCIES.items():
        yield words, Unit(FactKind.MONEY, code, Decimal(1))
    for code, words in _CENTS.items():
        yield words, Unit(FactKind.MONEY, code, Decimal("0.01"))
    yield _PERCENT, Unit(FactKind.PERCENTAGE, "%", Decimal(1))
    yield _POINTS, Unit(FactKind.PERCENTAGE, "pp", Decimal(1))
    yield "basis point|basis points", Unit(FactKind.PERCENTAGE, "pp", Decimal("0.01"))
    yield _CELSIUS, Unit(number, "°C", Decimal(1))
    yield _FAHRENHEIT, Unit(number, "°C", Decimal(5) / 9, Decimal(32))
    yield "pound|pounds", POUND


POUND = Unit(FactKind.NUMBER, "pound", Decimal(1))
"""Money or a weight, where the sentence does not say which; such figures are compared with each other only."""

POUND_WEIGHT = Unit(FactKind.NUMBER, "kg", Decimal("0.45359237"))
POUND_MONEY = Unit(FactKind.MONEY, "GBP", Decimal(1))
AGE = Unit(FactKind.NUMBER, "age", Decimal(1))
MAGNITUDE = Unit(FactKind.NUMBER, "magnitude", Decimal(1))
CATEGORY = Unit(FactKind.NUMBER, "category", Decimal(1))
MEGAMETRE = Unit(FactKind.NUMBER, "m", Decimal("0.000001"))
"""What "5m" is in "5m deep" once it has been read as five million."""

COUNT = Unit(FactKind.NUMBER, "", Decimal(1))

UNITS: Mapping[str, Unit] = {word: unit for words, unit in _units() for word in words.split("|")}
"""Every unit by each way to write it, lower-case."""


_NOT_ENGLISH = frozenset({"ore", "ora", "tag", "dag", "metro", "mes", "chili", "ano", "anno", "mi"})
"""Units that are other words in English: "12 ore carriers", "3 tag teams"."""


def unit_at(text: str, place: int, language: str) -> tuple[Unit, int] | None:
    """Return the unit that stands at a place of a text or one space or hyphen behind it, and where it ends."""
    match = _WORDS.match(text, place)
    if match is None or match[1].lower() not in _FIRST_WORDS:
        return None
    if match[1].lower() == "stone" and not _weighs(text, place, match.end(1)):
        return None
    for count in range(_MOST, 0, -1):
        end = match.end(count) if match[count] else -1
        word = re.sub(r"[\s-]", " ", text[match.start(1) : end].lower()) if end >= 0 else ""
        if word in UNITS and not (language == "en" and word in _NOT_ENGLISH):
            return UNITS[word], end
    return None


def _weighs(text: str, start: int, end: int) -> bool:
    """Whether stones are a weight, and not what a thing is made of: "13 stone 4lb", "she weighed nine stone"."""
    return (
        text[start : start + 1] == "-"
        or _WITH_POUNDS.match(text, end) is not None
        or _WEIGHED.search(text, max(0, start - 40), start) is not None
    )


_WITH_POUNDS = re.compile(r"\s\d{1,2}\s?(?:lbs?|pounds?)\b", re.IGNORECASE)
_WEIGHED = re.compile(r"\b(?:weigh(?:s|ed|ing|t)?|lost|shed|gained|put\son)\b[^.;]{0,30}$", re.IGNORECASE)

_FIRST_WORDS = frozenset(word.split(" ")[0] for word in UNITS)
_MOST = max(word.count(" ") + 1 for word in UNITS)
_PIECE = r"%|[^\W\d_]+(?:[./][^\W\d_]+)?[²³]?"
_WORDS = re.compile(
    rf"[\s-]?(?:d[ei]\s|d['’])?({_PIECE}|[€£¢]|u\.s\.|°\s?[cf]\b)"
    + rf"(?:\.?[\s-]({_PIECE})" * (_MOST - 1)
    + ")?" * (_MOST - 1),
    re.IGNORECASE,
)
