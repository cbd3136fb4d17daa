"""What a report from the screen is about, what is chosen for it, and how it will begin. Without Textual."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import TYPE_CHECKING

from compare.errors import UsageError
from compare.model import Comparison, CoverageSet, visible

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from compare.export.options import Options
    from compare.review import Review

LINES = 40
"""Lines of a report that the preview shows."""

WIDTH = 72
"""Cells of a line of plain text in the preview."""


@dataclass(frozen=True, slots=True)
class Choices:
    """What was chosen for a report, to be offered again next time: the path, the names of :class:`Options`, and
    whether the reader's marks are ``in`` it or ``out``."""

    target: str = "report.md"
    profile: str = "full"
    marks: str = "github"
    quote_words: str = ""
    review: str = "out"

    @classmethod
    def of(cls, remembered: Mapping[str, str]) -> Choices:
        """Return choices by their names; what is not remembered is as it is the first time."""
        return cls(**{each.name: remembered[each.name] for each in fields(cls) if each.name in remembered})


@dataclass(frozen=True, slots=True)
class Subject:
    """What a report is about.

    Attributes:
        comparison: the set as the reader corrected it.
        review: the reader's marks, laid over that.
        loaded: the set as it was loaded.
        uncorrected: compares that, which may take a while.
        sources: what the user named to open the set.
        asked: what else decides what is compared, as options of the command line.
    """

    comparison: Comparison
    review: Review
    loaded: CoverageSet
    uncorrected: Callable[[], Comparison]
    sources: Sequence[str] = ()
    asked: tuple[str, ...] = ()

    def told(self, choices: Choices) -> Comparison:
        """Return the comparison that a report tells."""
        return self.uncorrected() if self._is_uncorrected(choices) else self.comparison

    def coverage(self, choices: Choices) -> CoverageSet:
        """Return the set of that comparison, at once."""
        return self.loaded if self._is_uncorrected(choices) else self.comparison.coverage

    def _is_uncorrected(self, choices: Choices) -> bool:
        """Whether a report tells the program's own reading, as it does unless the reader's marks are in it."""
        return choices.review != "in" and bool(self.review.laid.corrections)

    def options(self, choices: Choices) -> Options:
        """Return the options of a report that was chosen so.

        Raises:
            UsageError: what was typed is no number of words.
        """
        from compare.export.options import MARKS, PROFILES, Options, command_for

        profile = next((each for each in PROFILES if each == choices.profile), PROFILES[0])
        marks = next((each for each in MARKS if each == choices.marks), MARKS[0])
        words = _number(choices.quote_words) if choices.quote_words else None
        review = self.review if choices.review == "in" else None
        options = Options(profile, marks, words, self.asked, review=review)
        return replace(options, command=command_for(self.sources, options)) if self.sources else options


def _number(typed: str) -> int:
    try:
        return int(typed)
    except ValueError:
        raise UsageError(f"“{typed}” is no number of words") from None


def beginning(subject: Subject, choices: Choices) -> str:
    """Return the first lines of a report, safe to show.

    Raises:
        UsageError: the suffix names no format, or the choices do not fit it.
    """
    from compare.export.options import FORMATS, SUFFIXES
    from compare.export.rendering import render

    suffix = Path(choices.target).suffix.lower().removeprefix(".")
    wanted = next((known for known in SUFFIXES if known == suffix), None)
    if wanted is None:
        raise UsageError(f"The suffix says which format is meant: {', '.join(f'.{known}' for known in FORMATS)}.")
    text = render(subject.told(choices), wanted, width=WIDTH, options=subject.options(choices))
    return visible("\n".join(text.splitlines()[:LINES]))
