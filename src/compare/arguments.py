"""What can be asked for on the command line; :mod:`compare.cli` does it.

The help, the manual page, the completion of a shell and the pages of ``docs/`` come from here.
"""

from __future__ import annotations

import argparse
import sys

from compare import __version__
from compare.completion import SHELLS
from compare.errors import UsageError

TYPE_CHECKING = False  # as typing has it, the import of which costs a third of --version
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import NoReturn

EPILOG = """\
A SOURCE is a file that holds one article or several, a folder of such files,
a glob, a manifest (coverage.toml), the address of a page or a feed, or - for
standard input. What can be read: text, Markdown, HTML, PDF, Word,
OpenDocument, EPUB, JSON, feeds, mail (.eml), archives (.zip). Only addresses
you name are fetched; what they gave is kept. Without -o, a terminal opens the
reading screen; without a terminal the report is printed as text.

  compare seeds/                            read the sample set
  compare a.txt b.txt -o report.md          an annotated Markdown diff
  compare seeds/ -o report.html             a page for any browser
  compare seeds/ -o report.csv              tables
  compare seeds/ -o memo.md --profile memo  three pages to hand on
  compare seeds/ -o report.html --review    with your marks and corrections
  compare seeds/ -o - --format json         the JSON report on standard output
  compare a.json b.eml -o set/coverage.toml  a folder that opens the same way
  compare https://... --since               what has changed on a page
"""


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise UsageError(f"{message}{self._meant(message)}; see {self.prog} --help")

    def _meant(self, message: str) -> str:
        """Return which option the first that is none may have been meant for: one it begins, else one much like it."""
        from difflib import get_close_matches  # only where something was mistyped

        _, _, unknown = message.partition("unrecognized arguments: ")
        written = next((word.partition("=")[0] for word in unknown.split() if word.startswith("--")), "")
        if not written:
            return ""
        begun = [option for option in self._option_string_actions if option.startswith(written)]
        like = begun or get_close_matches(written, self._option_string_actions, n=1, cutoff=0.75)
        return f" (did you mean {like[0]}?)" if like else ""


def asked_for(arguments: Sequence[str]) -> argparse.Namespace:
    """Return what is asked for. Sources may stand before, between and behind options; behind ``--`` all are sources.

    Raises:
        UsageError: it is not to be understood.
    """
    # argparse mixes them only without `--`, of which it would take what follows for options as well
    end = arguments.index("--") if "--" in arguments else len(arguments)
    asked = parser().parse_intermixed_args(arguments[:end])
    asked.sources += arguments[end + 1 :]
    return asked


def called() -> str:
    """Return the name that the program was called by: its second one where another program owns the first."""
    second = "compare-news"
    return second if sys.argv[0].removesuffix(".exe").endswith(second) else "compare"


def parser() -> argparse.ArgumentParser:
    """Return the parser of the command line."""
    ask = _Parser(
        prog=called(),
        description="Read several reports of one event against each other.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    ask.add_argument("sources", nargs="*", metavar="SOURCE", help="what to compare; without any, a set opened before")
    ask.add_argument(
        "-o",
        "--output",
        metavar="FILE",
        help="write a report; the suffix decides: .md .html .json .csv .txt, or .toml to collect the texts "
        "themselves, .jsonld for your marks as web annotations",
    )
    ask.add_argument(
        "--format",
        choices=("md", "html", "json", "csv", "txt", "jsonld"),
        help="format of the report, whatever the suffix",
    )
    ask.add_argument("--force", action="store_true", help="replace a target that is not a report of compare")
    ask.add_argument("--strict", action="store_true", help="stop at the first source that cannot be read")
    ask.add_argument("--keys", action="store_true", help="list the keys of the screen, and where to change them")
    ask.add_argument("--watch", action="store_true", help="on the screen, read the files again when they change")
    ask.add_argument(
        "--serve", nargs="?", const="", metavar="HOST:PORT", help="open the screen in a browser (127.0.0.1:8000)"
    )
    reports = ask.add_argument_group("reports")
    reports.add_argument(
        "--profile",
        choices=("full", "pr", "memo", "paper"),
        help="what a Markdown report is for: everything (full), GitHub (pr), to hand on (memo), to be cited (paper)",
    )
    reports.add_argument(
        "--marks", choices=("github", "critic"), help="mark annotated Markdown as GitHub shows it, or in CriticMarkup"
    )
    reports.add_argument(
        "--quote-words", type=int, metavar="N", help="quote at most N words of an article in a run (copyright)"
    )
    yours = ask.add_argument_group("your marks")
    yours.add_argument(
        "--review", action="store_true", help="put them into the report, and compare as they correct the comparison"
    )
    yours.add_argument(
        "--review-from", metavar="FILE", help="take in the marks that a JSON report of --review holds, as your own"
    )
    marks = yours.add_mutually_exclusive_group()
    marks.add_argument("--state", metavar="DIR", help="keep them in DIR; without it, in your data folder")
    marks.add_argument(
        "--no-state",
        action="store_true",
        help="use none kept before and keep none, nor anything else of a run: no comparison, place or list of sets",
    )
    web = ask.add_argument_group("addresses and feeds")
    web.add_argument("--about", metavar="WORDS", default="", help="of a feed, open the entries that share these words")
    web.add_argument("--offline", action="store_true", help="fetch nothing; open what was saved of each address")
    web.add_argument("--refresh", action="store_true", help="fetch everything anew, even what has not changed")
    web.add_argument(
        "--since",
        metavar="DATE",
        nargs="?",
        const="",
        help="put the page as it was on DATE, or before its last change, beside today's; stands behind the sources",
    )
    ask.add_argument("--completion", choices=SHELLS, help="print what makes a shell complete these options")
    ask.add_argument("--version", action="version", version=f"compare {__version__}")
    return ask
