"""What has changed between versions of one page stands in every report that is read."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from articles import article
from compare.export import Options, render
from compare.export.changes import changes
from compare.export.evidence import Citer
from compare.loading import gather
from compare.model import Article, Comparison
from compare.session import analyse

if TYPE_CHECKING:
    from compare.export.options import Format, Profile

URL = "https://gazette.example/ferry"
BEFORE = (
    "Ferry strikes pier\n\nNine people were hurt when a ferry struck the north pier, the hospital said.\n\n"
    "The captain said the rudder had failed.\n\nDivers will look at the hull on Friday.\n"
)
NOW = (
    "Ferry strikes pier\n\nCorrection: An earlier version of this article named another pier.\n\n"
    "Eleven people were hurt when a ferry struck the south pier, the hospital said.\n\n"
    "The mayor has called for an inquiry into the line.\n\nDivers will look at the hull on Friday.\n"
)


def version(text: str, day: int) -> Article:
    made = article(text, f"{day}.txt", outlet="Gazette", url=URL)
    return replace(made, label=f"Gazette {day} March", retrieved=f"2026-03-0{day}T09:30:00Z")


def versions(*texts: str) -> Comparison:
    other = article("Crash at the pier\n\nA ferry hit the pier on Monday.\n", "other.txt", outlet="Courier")
    return analyse(gather([*(version(text, day) for day, text in enumerate(texts, 1)), other]))


def told(comparison: Comparison) -> list[tuple[str, str]]:
    """The changes from the first version to the second: what stood there, and what stands there now."""
    (revised,) = changes(comparison.coverage.displayed(), Citer.of(comparison))
    assert (revised.earlier.text, revised.later.text) == ("Gazette 1 March", "Gazette 2 March")
    return [
        (change.before.quote.text if change.before else "", change.now.quote.text if change.now else "")
        for change in revised.changes
    ]


CHANGED = [
    ("", "Correction: An earlier version of this article named another pier."),
    (
        "Nine people were hurt when a ferry struck the north pier, the hospital said.",
        "Eleven people were hurt when a ferry struck the south pier, the hospital said.",
    ),
    ("", "The mayor has called for an inquiry into the line."),
    ("The captain said the rudder had failed.", ""),
]


def test_what_was_reworded_is_new_or_gone() -> None:
    assert told(versions(BEFORE, NOW)) == CHANGED


def test_a_sentence_that_was_moved_is_the_same() -> None:
    title, *rest = BEFORE.strip().split("\n\n")
    assert told(versions(BEFORE, "\n\n".join((title, *reversed(rest), "It was foggy.")))) == [("", "It was foggy.")]


def test_of_three_versions_each_is_held_against_the_one_before() -> None:
    comparison = versions(BEFORE, NOW, NOW.replace("Eleven", "Twelve"))
    found = changes(comparison.coverage.displayed(), Citer.of(comparison))
    assert [(each.earlier.text[-7:], each.later.text[-7:], len(each.changes)) for each in found] == [
        ("1 March", "2 March", len(CHANGED)),
        ("2 March", "3 March", 1),
    ]


@pytest.mark.parametrize(
    ("format", "profile"),
    [("md", "full"), ("md", "pr"), ("md", "memo"), ("md", "paper"), ("html", "full"), ("txt", "full")],
)
def test_every_report_that_is_read_tells_them(format: Format, profile: Profile) -> None:
    report = render(versions(BEFORE, NOW), format, options=Options(profile))
    if format == "html":
        report = re.sub("<[^>]+>", "", re.sub("<q[^>]*>", "“", report))
    told = " ".join(report.split())
    begins = told.casefold().rindex("what has changed")
    for what in ("new: “The mayor has called", "gone: “The captain said", "now “Eleven people were hurt"):
        assert what in told[begins:], what


def test_places_in_two_revisions_of_an_address_are_told_apart() -> None:
    one, other = (replace(version(text, day), source=URL) for day, text in ((1, BEFORE), (2, NOW)))
    citer = Citer.of(analyse(gather([one, other])))
    assert set(citer.files.values()) == {f"{URL} (2026-03-01 09:30 UTC)", f"{URL} (2026-03-02 09:30 UTC)"}


def test_without_versions_nothing_is_said_of_changes() -> None:
    other = article("Crash at the pier\n\nA ferry hit the pier on Monday.\n", "other.txt", outlet="Courier")
    comparison = analyse(gather([version(BEFORE, 1), other]))
    assert changes(comparison.coverage.displayed(), Citer.of(comparison)) == ()
    assert "What has changed" not in render(comparison, "md")
