"""Text from outside, made safe to show."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.model import one_line, visible

HARMFUL = (
    *("\x00", "\x07", "\r", "\x1b", "\x7f", "\x85", "\x9b"),  # controls
    *("\u061c", "\u200e", "\u200f", *map(chr, range(0x202A, 0x202F)), *map(chr, range(0x2066, 0x2070))),  # directions
    *("\u200b", "\u2060", "\ufeff", "\ufff9", "\ufffa", "\ufffb"),  # what nobody sees
    *("\ud800", "\udfff"),  # halves of a character
)


@given(st.text())
def test_the_length_stays_and_no_control_gets_through(text: str) -> None:
    shown = visible(text)
    assert len(shown) == len(text)
    assert not [c for c in shown if unicodedata.category(c) == "Cc" and c not in "\t\n"]
    assert all(a == b for a, b in zip(text, shown, strict=True) if a.isprintable())


@pytest.mark.parametrize("harmful", HARMFUL)
def test_what_could_harm_is_replaced_by_something_visible(harmful: str) -> None:
    shown = visible(f"a{harmful}b").removeprefix("a").removesuffix("b")
    assert len(shown) == 1
    assert shown == "\ufffd" or unicodedata.name(shown).startswith("SYMBOL FOR ")


def test_scripts_keep_their_joiners() -> None:
    assert visible("👩\u200d🚀 می\u200cخواهم") == "👩\u200d🚀 می\u200cخواهم"


def test_one_line_is_one_line() -> None:
    assert one_line(" a\n\tb\x1bc\u2028d ") == "a b␛c d"


def test_the_line_ends_of_other_systems_are_white_space_too() -> None:
    assert one_line("Ferry\r\nruns\raground\v\f") == "Ferry runs aground"


def test_half_a_pair_of_surrogates_can_be_written() -> None:
    assert one_line("Ferry \ud83d") == "Ferry \ufffd"
    assert len(visible("a\udfffb")) == 3
