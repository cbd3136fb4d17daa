"""Stock sentences: what reports say in the same words, whatever their format."""

from __future__ import annotations

NO_FINDINGS = "Nothing stands out: every claim that was found is shared."
NOTHING_SHARED = "No claim was found in more than one report."
NOTHING_OWN = "No claim of this report is surely its own."
NOTHING_LACKING = "Nothing that two other outlets state is missing here."
LACKING_UNKNOWN = "This text is cut: what it lacks is unknown."
NO_FACTS = "No checkable details were found."

MATRIX = "Every claim of two reports or more, the checkable before commentary."
"""What the table of claims by outlet holds."""

LINES = "A number is the line on which a report states it:"
"""What stands before the meaning of the marks in that table."""


def read_against(reports: int) -> str:
    """Return what a report is, by the number of articles."""
    return f"{reports} reports of one event, read against each other."


def facts_of(reports: int) -> str:
    """Return what the table of facts holds, by the number of articles."""
    return f"Each detail, and on which line each of the {reports} reports gives it."


def no_conflicts(*, sought: bool) -> str:
    """Return why no conflicts are listed."""
    return "No conflicts were found." if sought else "Conflicts were not looked for."
