"""What a reader may choose about a report."""

from __future__ import annotations

import shlex
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from compare.errors import UsageError
from compare.model import one_line
from compare.model.phrases import listed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from compare.review import Review

Format: TypeAlias = Literal["md", "html", "json", "csv", "txt", "jsonld"]

FORMATS: tuple[Format, ...] = ("md", "html", "json", "csv", "txt")
"""The formats a report can be written in; each is also the suffix that chooses it."""

SUFFIXES: tuple[Format, ...] = (*FORMATS, "jsonld")
"""All that can be written: reports, and the reader's marks alone as web annotations."""

Profile: TypeAlias = Literal["full", "pr", "memo", "paper"]
Marks: TypeAlias = Literal["github", "critic"]

PROFILES: tuple[Profile, ...] = ("full", "pr", "memo", "paper")
"""What a Markdown report is for: to have everything, to be read on GitHub, to be handed on, to be cited."""

MARKS: tuple[Marks, ...] = ("github", "critic")
"""How annotated articles are marked: in HTML, as GitHub shows it, or in CriticMarkup."""


@dataclass(frozen=True, slots=True)
class Options:
    """Choices about a report beyond its format.

    Attributes:
        profile: what a Markdown report is for.
        marks: how the annotated articles of Markdown are marked.
        quote_words: so many words of an article may be quoted in a run; ``None`` sets no bound.
        asked: options of the command line that decide what is compared, such as ``--since``.
        command: what the user typed, for the header; without it the header names the sources.
        review: the reader's marks, laid over the very comparison that is reported; ``None`` leaves them out.
    """

    profile: Profile = "full"
    marks: Marks = "github"
    quote_words: int | None = None
    asked: tuple[str, ...] = ()
    command: str = ""
    review: Review | None = None

    def check(self, format: str) -> None:
        """Raise UsageError where the choices do not fit together, or not to the format."""
        if format not in SUFFIXES:
            raise UsageError(f"{format} is no format; use {listed(FORMATS, 'or')}")
        if self.profile not in PROFILES:
            raise UsageError(f"{self.profile} is no profile; use {listed(PROFILES, 'or')}")
        if self.marks not in MARKS:
            raise UsageError(f"{self.marks} is no style of marks; use {listed(MARKS, 'or')}")
        if self.profile != "full" and format != "md":
            raise UsageError(f"--profile {self.profile} is for Markdown, not for {format}; use .md or --format md")
        if self.marks != "github" and (format != "md" or self.profile in ("memo", "paper")):
            what = f"--profile {self.profile}" if format == "md" else format
            raise UsageError(f"--marks is for annotated articles in Markdown, which {what} has none of; leave it out")
        if format == "jsonld" and self.review is None:
            raise UsageError("jsonld holds the reader's marks and nothing else; ask for them with --review")
        if format == "jsonld" and self.quote_words is not None:
            raise UsageError("--quote-words cannot be kept by jsonld, whose marks are found by the words they quote")
        if self.quote_words is not None and self.quote_words < 1:
            raise UsageError(f"--quote-words {self.quote_words} leaves nothing to quote; use 1 or more")
        if self.quote_words is not None and format == "json":
            raise UsageError(
                "--quote-words cannot be kept by JSON, which holds the articles in full so that all its offsets can be "
                "looked up; use .csv, which has offsets without them"
            )
        if self.quote_words is not None and self.marks != "github":
            raise UsageError("--quote-words leaves out the annotated articles, so --marks has nothing to mark")


PLAIN = Options()
"""Nothing chosen."""


def command_for(sources: Sequence[str], options: Options) -> str:
    """Return the command that makes a report of these sources again, but for where it goes."""
    chosen = [
        *options.asked,
        *(["--profile", options.profile] if options.profile != PLAIN.profile else []),
        *(["--marks", options.marks] if options.marks != PLAIN.marks else []),
        *(["--quote-words", str(options.quote_words)] if options.quote_words is not None else []),
        *(["--review"] if options.review is not None else []),
    ]
    named = [one_line(source) for source in sources]
    if any(name.startswith("-") and name != "-" for name in named):  # it would be taken for an option
        return shlex.join(["compare", *chosen, "--", *named])
    return shlex.join(["compare", *named, *chosen])
