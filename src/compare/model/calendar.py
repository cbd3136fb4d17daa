"""The months and the days of the week by their names, in the languages whose words the program knows.

Here belongs what a month or a day is called, whole and shortened: loading reads it in the lines that date a report,
analysis in its sentences. What stands around it ("last", "noon", "on the eve of") belongs to whoever reads that.
"""

from __future__ import annotations

from collections.abc import Mapping


def _numbered(names: str, first: int) -> Mapping[str, int]:
    return {name: n for n, one in enumerate(names.split(), first) for name in one.split("/")}


MONTHS: Mapping[str, Mapping[str, int]] = {
    language: _numbered(names, 1)
    for language, names in {
        "en": "january february march april may june july august september october november december",
        "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
        "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
        "de": "januar februar märz april mai juni juli august september oktober november dezember",
        "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
        "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
        "nl": "januari februari maart april mei juni juli augustus september oktober november december",
    }.items()
}
"""By language the names of the months in small letters, each with its number from 1 on."""

SHORT_MONTHS: Mapping[str, int] = {name[:3]: n for name, n in MONTHS["en"].items() if name != "may"} | {"sept": 9}
"""Their short names in English, such as are written with a full stop."""

MONTH_OF: Mapping[str, int] = {**{name: n for months in MONTHS.values() for name, n in months.items()}, **SHORT_MONTHS}
"""The number of each month by all its names."""

WEEKDAYS: Mapping[str, Mapping[str, int]] = {
    language: _numbered(names, 0)
    for language, names in {
        "en": "monday tuesday wednesday thursday friday saturday sunday",
        "es": "lunes martes miércoles jueves viernes sábado domingo",
        "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche",
        "de": "montag dienstag mittwoch donnerstag freitag samstag/sonnabend sonntag",
        "it": "lunedì martedì mercoledì giovedì venerdì sabato domenica",
        "pt": "segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo",
        "nl": "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
    }.items()
}
"""By language the names of the days of the week in small letters, each with its number from 0 on, Monday first."""

SHORT_WEEKDAYS = frozenset({"mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun"})
"""Their short names in English. Some are words of the language as well: they tell a day in a dateline alone."""

ZONES = (
    "GMT", "UTC", "BST", "CET", "CEST", "MSK", "IST", "HKT", "AEST", "AEDT", "ET", "EST", "EDT", "CT", "CST", "CDT",
    "MT", "MST", "MDT", "PT", "PST", "PDT", "AKST", "AKDT",
)  # fmt: skip
"""Short names of the zones in which reports give a time of day."""
