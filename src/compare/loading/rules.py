"""The rules for furniture, as data: which lines of a news page are no reporting, and the reason the reader is shown.

A wrong rule costs the reader reporting, a missing one only some dimming. So a rule holds for a whole line, the line
must be short, and what may begin a sentence as well ("Read", "Subscribe", "Photo", "By") needs more to go by.
"""

from __future__ import annotations

from compare.loading import abroad, delivery, english, paywalls
from compare.loading.english import PICTURE
from compare.loading.lines import LONGEST, SECTIONS, exact, whole
from compare.loading.reasons import CREDIT

RULES = (*paywalls.RULES, *delivery.RULES, *english.RULES, *abroad.RULES)
"""Tried in this order; the first that holds gives the reason."""

CAPTION = exact(
    rf"\(?{PICTURE}(?: caption)? ?: ?\S.*",
    r"(?i:caption|bildunterschrift|pie de foto) ?: ?\S.*",
    r"(?:Media playback is unsupported on your device )?(?:Image|Media|Video) (?:copyright|caption),? \S.*",
)
"""A line below the first that says what a picture shows. A credit, which names its maker alone, is furniture."""

SECTION = whole(
    *SECTIONS.split(),
    r"us|u\.s\.|uk|analysis|editorial|top stories|(?:breaking|latest|live|world) (?:news|updates)",
    "exclusive|explainer|feature|press release|article excerpt",
)
"""A first line that names a section or a form of article, not an outlet."""


def rule_of(line: str) -> str | None:
    """Return why a line that is known to be no reporting is furniture, if its wording tells.

    Args:
        line: the whole line, its white space folded.
    """
    return next((rule.reason for rule in RULES if rule.holds(line)), None) if len(line) <= LONGEST else None


def is_credit(line: str) -> bool:
    """Tell whether a line names who made a picture.

    >>> is_credit("(Photo: Jane Doe, Reuters)"), is_credit("(Photos were shown in court.)")
    (True, False)
    """
    return any(rule.reason == CREDIT and rule.holds(line) for rule in RULES)
