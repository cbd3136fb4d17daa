"""Opening a source outside of the program: in the reader's editor, or its address in the browser."""

from __future__ import annotations

import os
import shlex
import shutil
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from compare.errors import AddressRefused
from compare.loading import addresses

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from compare.model import Article

_AT_LINE = frozenset({"vi", "vim", "nvim", "nano", "emacs", "emacsclient", "micro", "kak", "ne", "joe", "mcedit"})
"""Editors that take a line as ``+7``; ``code`` and ``hx`` want it behind the file, and others not at all."""

_BEHIND = {"code": ("--goto",), "codium": ("--goto",), "hx": (), "helix": (), "zed": (), "subl": ()}


def editor_for(article: Article, line: int, environment: Mapping[str, str] = os.environ) -> Sequence[str] | None:
    """Return the command that opens an article's source at a line; ``None`` where there is no such file or editor.

    Args:
        article: the article; only one that was read from a file has something to edit.
        line: 1-based; left out of account where the lines of the text are not those of the file.
        environment: where ``VISUAL`` and ``EDITOR`` are looked up; without both, ``vi`` is tried, or ``notepad``.
    """
    if not Path(article.source).is_file():
        return None
    named = environment.get("VISUAL") or environment.get("EDITOR")
    try:
        command = words_of(named) if named else ["notepad" if sys.platform == "win32" else "vi"]
    except ValueError:  # a quotation that does not end
        return None
    program = shutil.which(command[0], path=environment.get("PATH")) if command else None
    if program is None:
        return None
    command[0] = program  # Windows starts no .cmd by a name without its suffix
    name = Path(program).stem
    # a stranger may have called a file what an editor takes for an option, and obeys: -c, or +:
    file = os.path.join(os.curdir, article.source)  # noqa: PTH118 - Path drops the dot
    if name in _AT_LINE and article.is_its_file:
        return [*command, f"+{line}", file]
    if name in _BEHIND and article.is_its_file:
        return [*command, *_BEHIND[name], f"{file}:{line}"]
    return [*command, file]


def words_of(command: str) -> list[str]:
    """Return the words of a command as the system's shell parts them: on Windows a backslash parts folders.

    Raises:
        ValueError: a quotation does not end.
    """
    if sys.platform != "win32":
        return shlex.split(command)
    return [word.strip('"') for word in shlex.split(command, posix=False)]


def address_of(article: Article) -> str | None:
    """Return the web address of an article, ``None`` without one; nothing else is ever handed to a browser."""
    for address in (article.url, article.source):
        if address:
            with suppress(AddressRefused):
                return addresses.address_of(address)
    return None
