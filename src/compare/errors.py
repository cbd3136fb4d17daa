"""What a user can get wrong, one class each.

Every message is one line that names the thing, the reason and the next step. The command line prints it after
``compare: `` and exits with :attr:`CompareError.exit_code`; nothing of this kind ever shows a traceback.
"""

from __future__ import annotations

TYPE_CHECKING = False  # as typing has it, the import of which --version can do without
if TYPE_CHECKING:
    from collections.abc import Sequence

EXIT_STATUS = {
    "0": "done",
    "1": "could not: one line on standard error names the thing, the reason and the next step; fewer than two readable "
    "articles are such a case, and with --strict a single source that cannot be read",
    "2": "wrong usage: the arguments do not fit together",
    "128 + N": "ended by the signal of that number; 130 is Ctrl+C",
}
"""What each exit status means, for the manuals."""


def reason_of(error: Exception) -> str:
    """Return what the system, or a library, says is wrong, as it stands in a message: one line, in small letters."""
    told = (error.strerror if isinstance(error, OSError) else None) or str(error) or type(error).__name__
    return " ".join(told.split()).lower()


def continued(told: str) -> str:
    """Return what a library says is wrong as it stands behind a colon: its first letter small."""
    return f"{told[:1].lower()}{told[1:]}"


class CompareError(Exception):
    """Base of all errors that a user can cause or mend."""

    exit_code = 1


class UsageError(CompareError):
    """The arguments do not fit together."""

    exit_code = 2


class SourceError(CompareError):
    """One source cannot be read. The others are compared all the same, unless ``--strict`` is given.

    ``source`` is the source as the user wrote it; ``reason`` says what is wrong with it; ``advice`` what to do.
    """

    def __init__(self, source: str, reason: str, advice: str) -> None:
        super().__init__(f"{source}: {reason}; {advice}")
        self.source = source
        self.reason = reason
        self.advice = advice


class SourceMissing(SourceError):
    """A named path does not exist, or a glob matches nothing."""

    def __init__(self, source: str, what: str = "no such file or folder", advice: str = "check the spelling") -> None:
        super().__init__(source, what, advice)


class SourceUnreadable(SourceError):
    """The file is there but cannot be opened."""

    def __init__(self, source: str, reason: str, advice: str = "check its permissions") -> None:
        super().__init__(source, f"cannot be read ({reason})", advice)


class SourceNoFile(SourceError):
    """A path leads to a pipe, a device or a socket: reading it might wait for ever, and take what others wait for."""

    def __init__(self, source: str) -> None:
        super().__init__(source, "is no file but a pipe, a device or a socket", f"hand it in: compare - <{source}")


class SourceOutside(SourceError):
    """A link in a folder leads out of it: whoever opens a folder has not asked for other files to be read."""

    def __init__(self, source: str) -> None:
        super().__init__(source, "is a link that leads out of its folder", "name the file itself")


class SourceUnsupported(SourceError):
    """The format is not one that can be read."""

    def __init__(self, source: str, what: str) -> None:
        super().__init__(source, f"{what} cannot be read yet", "save the article as .txt or .md")


class SourceNotText(SourceError):
    """The file holds bytes that are not text."""

    def __init__(self, source: str) -> None:
        super().__init__(source, "is not a text file", "save the article as .txt or .md")


class SourceEmpty(SourceError):
    """The file, folder or stream holds nothing to compare."""

    def __init__(
        self, source: str, what: str = "holds no text", advice: str = "check that it is the right file"
    ) -> None:
        super().__init__(source, what, advice)


class SourceTooLarge(SourceError):
    """The file is larger than an article can be."""

    def __init__(self, source: str, size: int, limit: int) -> None:
        has, most = f"{size / 1e6:.1f} MB", f"the {limit / 1e6:.0f} MB an article may have"
        # of a pipe no more is read than one byte beyond the limit
        told = f"has more than {most}" if has == f"{limit / 1e6:.1f} MB" else f"has {has}, more than {most}"
        super().__init__(source, told, "split it into one file an article")


class SourceBroken(SourceError):
    """A file is not what its name or its first bytes say, or is damaged; ``what`` names the format, as "a PDF file"."""

    def __init__(self, source: str, what: str, why: str) -> None:
        super().__init__(source, f"is damaged or not {what} ({why})", "get it anew, or save the article as .txt")


class SourceLocked(SourceError):
    """A file is encrypted, and no password can be given."""

    def __init__(self, source: str) -> None:
        super().__init__(source, "is encrypted", "open it where it can be read and save a copy without protection")


class SourceTooHeavy(SourceError):
    """Reading a file would take more memory or work than a report is worth; ``reason`` says how much of what."""

    def __init__(self, source: str, reason: str) -> None:
        super().__init__(source, reason, "save the article alone in a file of its own, or as .txt")


class SourceScanned(SourceError):
    """A PDF shows text that cannot be read from it: it holds pictures of pages, or letters without a code."""

    def __init__(self, source: str, reason: str = "holds pictures of pages and no text") -> None:
        super().__init__(source, reason, "put it through text recognition (OCR), or save the article as .txt")


class ExtraMissing(SourceError):
    """A library that a format or an option needs is not installed; ``extra`` is the set of them to install."""

    def __init__(self, source: str, library: str, extra: str) -> None:
        super().__init__(source, f"needs {library}, which is not installed", f"run pip install 'compare-news[{extra}]'")


class ReportChanged(SourceError):
    """A report of ours that does not open, or an article in it: it is of another version, or was changed by hand."""

    def __init__(self, source: str, reason: str) -> None:
        super().__init__(source, reason, "open the articles it was made of")


class ArchiveRefused(SourceError):
    """An archive, or what it holds, is locked or out of all bounds."""

    def __init__(self, source: str, reason: str, advice: str = "unpack it and name the articles in it") -> None:
        super().__init__(source, reason, advice)


class ManifestError(SourceError):
    """A ``coverage.toml`` says something that is not understood."""

    def __init__(self, source: str, reason: str) -> None:
        super().__init__(source, reason, "mend it, or name the articles themselves")


class AddressRefused(SourceError):
    """The address is none that is fetched: not http(s), without a host, or with a password in it."""


class NotFetched(SourceError):
    """A manifest that lay in a folder names an address. Nothing is fetched that the user did not name."""

    def __init__(self, source: str, manifest: str) -> None:
        super().__init__(
            source, f"not fetched, since {manifest} was found and not named", "name the manifest, or the address"
        )


class FetchFailed(SourceError):
    """No answer came, or one that is no article: the advice says whether trying again may help."""


class FetchTooLarge(SourceError):
    """The answer is larger than a page can be; no more than the limit was fetched."""

    def __init__(self, source: str, limit: int) -> None:
        super().__init__(source, f"sends more than {limit / 1e6:.0f} MB", "save the article alone and name the file")


class ReadingStopped(SourceError):
    """The reader had enough before it was the turn of a file."""

    def __init__(self, source: str) -> None:
        super().__init__(source, "had not been read when you stopped", "open the set again to read it")


class FetchStopped(SourceError):
    """The reader had enough before the answer was there."""

    def __init__(self, source: str) -> None:
        super().__init__(source, "was still being fetched when you stopped", "open the set again to fetch it")


class NotSaved(SourceError):
    """``--offline`` was asked for, and the address was never fetched before."""

    def __init__(self, source: str) -> None:
        super().__init__(source, "was never fetched, so nothing of it is saved", "leave out --offline")


class Unchanged(SourceError):
    """``--since`` finds no saved revision that says anything else than today's."""


class OutletsError(CompareError):
    """The reader's own ``outlets.toml`` cannot be read, or says something that is not understood."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: {reason}; mend it, or delete it to go without names of your own")


class ConfigError(CompareError):
    """The configuration file says something that is not understood; ``line`` is 1-based, ``None`` if not known."""

    def __init__(self, path: str, line: int | None, key: str, reason: str) -> None:
        where = f"{path}, line {line}" if line else path
        super().__init__(f"{where}: {f'{key}: ' if key else ''}{reason}; mend it, or move the file away")


class TooFewArticles(CompareError):
    """Fewer than two readable articles are left.

    ``refused`` are the sources that cannot be read, of which the first says what to do; where all can be read, the
    first of ``said`` tells what became of them.
    """

    def __init__(self, readable: int, refused: Sequence[SourceError] = (), said: Sequence[str] = ()) -> None:
        found = "no article to compare" if readable == 0 else "only one article to compare"
        if refused:
            more = f" ({len(refused) - 1} more cannot be read)" if len(refused) > 1 else ""
            super().__init__(f"{found}: {refused[0]}{more}")
        else:
            because = f" ({said[0]})" if said else ""
            super().__init__(f"{found}{because}; name at least two files, or a folder that holds them")


class OutputRefused(CompareError):
    """Writing would destroy something, or cannot succeed.

    ``target`` is the path as the user wrote it; ``reason`` says why; ``advice`` what to do.
    """

    def __init__(self, target: str, reason: str, advice: str) -> None:
        super().__init__(f"{target}: {reason}; {advice}")


class OutputForeign(OutputRefused):
    """What stands at the target is not ours. ``unforced`` says so where there is no ``--force`` to write over it."""

    def __init__(self, target: str, reason: str) -> None:
        advice = "name another file"
        super().__init__(target, reason, f"{advice}, or use --force to write over it")
        self.unforced = f"{target}: {reason}; {advice}"


class OutputFailed(CompareError):
    """The system refused to write; what stood at the target before still stands there."""

    def __init__(self, target: str, reason: str) -> None:
        super().__init__(f"{target}: could not be written ({reason}); nothing was changed there, try another place")


class ReviewNotKept(CompareError):
    """A mark could not be written; nothing was changed, and reading goes on. ``target`` is the file."""

    def __init__(self, target: str, reason: str) -> None:
        super().__init__(f"{target}: marks cannot be kept ({reason}); mend that, or name a folder with --state DIR")
        self.reason = reason


class ReviewRefused(CompareError):
    """The file that should hold the marks is not touched: it is another's, or a newer version's."""

    def __init__(self, target: str, reason: str, advice: str) -> None:
        super().__init__(f"{target}: {reason} and is left as it is, so no marks are kept; {advice}")
        self.reason = f"their file {reason}"


class ReviewFileError(CompareError):
    """A file of marks or a codebook cannot be read, or says something that is not understood."""

    def __init__(self, path: str, reason: str, step: str = "mend it") -> None:
        super().__init__(f"{path}: {reason}; {step}, or name another file")


class AddressError(CompareError):
    """Nothing can be served at an address: it is in use, or none of this computer's."""

    def __init__(self, address: str, reason: str) -> None:
        super().__init__(
            f"{address}: cannot be served ({reason}); name another address, or port 0 for any that is free"
        )


class TerminalNeeded(CompareError):
    """The screen was asked for where there is none."""

    def __init__(self) -> None:
        super().__init__("the keyboard cannot be reached (/dev/tty); write a report with -o FILE instead")
