"""Writes the manual page docs/compare.1 from the parser of the command line: part of ``make screenshots``."""

from __future__ import annotations

import re

from argparse_manpage.manpage import Manpage

from compare import __version__
from compare.arguments import parser
from compare.errors import EXIT_STATUS
from screenshots.written import DOCS

PAGE = DOCS / "compare.1"


def manual() -> str:
    """Return the page; it bears no date, so that it changes only with what it tells."""
    data = {
        "prog": "compare",
        "project_name": "compare",
        "description": "read several reports of one event against each other",
        "version": __version__,
        "manual_title": "compare",
        "include": str(DOCS / "compare.1.inc"),
    }
    _, _, rest = str(Manpage(parser(), _data=data)).partition("\n")
    rest = rest.replace(".SH COMMENTS", ".SH SOURCES", 1)
    rest = rest.replace(".SH FILES", f"{exit_status()}.SH FILES", 1)
    examples = re.compile(r"(?:^  compare .*\n)+", re.MULTILINE)
    rest = examples.sub(lambda lines: f".nf\n{lines[0]}.fi\n", rest, count=1)  # as they are, unbroken
    return f'.TH COMPARE "1" "" "compare {__version__}" "User Commands"\n{rest}'


def exit_status() -> str:
    """Return the section on exit status."""
    told = (f".TP\n.B {status}\n{means[0].upper()}{means[1:]}.\n" for status, means in EXIT_STATUS.items())
    return f".SH EXIT STATUS\n{''.join(told)}".replace("-", r"\-")


def main() -> None:
    """Write the page."""
    PAGE.write_text(manual(), encoding="utf-8")


if __name__ == "__main__":
    main()
