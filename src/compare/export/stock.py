"""Stock sentences: what reports say in the same words, whatever their format."""

from __future__ import annotations

from compare.model import LIKELY, SURE

TITLES = {
    "reports": "The reports",
    "limits": "Limits",
    "changes": "What has changed",
    "findings": "What stands out",
    "marks": "The reader's marks",
    "claims": "Who states what",
    "conflicts": "Conflicts",
    "outlets": "Each report against the others",
    "questions": "What to ask next",
    "facts": "Facts",
    "wording": "Same wording",
    "texts": "The reports, annotated",
    "paragraphs": "Paragraph by paragraph",
    "excluded": "Not compared",
    "sources": "Sources",
    "method": "Method",
}
"""The titles of the sections, by their ids; a profile may call one otherwise."""

NOTHING_MARKED = "Nothing was marked."
NO_FINDINGS = "Nothing stands out: every claim that was found is shared."
NOTHING_SHARED = "No claim was found in more than one report."
NOTHING_OWN = "No claim of this report is surely its own."
NOTHING_LACKING = "Nothing that two other outlets state is missing here."
LACKING_UNKNOWN = "This text is cut: what it lacks is unknown."
NO_FACTS = "No checkable details were found."

NOTHING_CHANGED = "Nothing of what is reported has changed."

NO_COUNTERPART = "No paragraph of another report surely says the same."

MATRIX = "Claims of two reports or more, the checkable before commentary."
"""What the table of claims by outlet holds."""

PLACES = (
    "A place such as report.txt:12 is a line of a source; characters are counted in code points from the start of the "
    "text that the SHA-256 belongs to."
)
"""How places are to be read."""

METHOD = (
    "Sentences of different reports are linked by what they share: words that are rare in both, names, numbers, "
    "wording and neighbours. Links that hold together make a claim, and a percentage is the probability that its "
    f"sentences state one thing. Below {LIKELY:.0%} a claim is called perhaps shared; “only here” is said from "
    f"{SURE:.0%} on. Reprints of a text, and reports of one outlet, count as one voice. What a cut text lacks is "
    "unknown. All this says what is in the texts, and nothing of what is true."
)
"""How a report came about, in a paragraph."""


READ_AGAINST = "reports of one event, read against each other"


def read_against(reports: int) -> str:
    """Return what a report is, by the number of articles."""
    return f"{reports} {READ_AGAINST}."


def facts_of(reports: int, *, counted: bool) -> str:
    """Return what the table of facts holds, by the number of articles; ``counted`` if it only says how many."""
    if counted:
        return f"Each detail, and how many of the {reports} reports give it."
    return f"Each detail, and on which line each of the {reports} reports gives it."


def no_conflicts(*, sought: bool) -> str:
    """Return why no conflicts are listed."""
    return "No conflicts were found." if sought else "Conflicts were not looked for."
