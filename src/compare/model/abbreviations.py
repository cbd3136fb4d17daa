"""What is written short before and behind names in English, with a full stop that ends no sentence.

Loading must not end a sentence there, and analysis must not end a name. Other abbreviations end no sentence either, but
nobody looks for a name beside them: they are in :mod:`~compare.loading.endings`.
"""

from __future__ import annotations

TITLES = (
    "Mr", "Mrs", "Ms", "Dr", "Prof", "Sen", "Rep", "Gov", "Gen", "Col", "Lt", "Sgt", "Capt", "Maj", "Det", "Insp",
    "Supt", "Cpl", "Adm", "Cmdr", "Rev", "Hon", "Const", "Fr", "Pres", "Atty", "Amb",
)  # fmt: skip
"""Titles before a name."""

PLACES = ("St", "Ft", "Mt")
"""First words of the names of places."""

SUFFIXES = ("Jr", "Sr")
"""Behind a name. A sentence may end there."""
