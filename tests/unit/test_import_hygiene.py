"""What each way in imports: nothing heavy before it is needed. Architecture as a test that runs."""

from __future__ import annotations

import subprocess
import sys

import pytest

from project import SEEDS


def loaded(code: str, says: str) -> set[str]:
    """Run code in a Python of its own, which has to print this among the rest and to end well, and return the modules
    that it has imported by then."""
    told = "import atexit, sys; atexit.register(lambda: print(*sys.modules, file=sys.stderr))"
    done = subprocess.run([sys.executable, "-c", f"{told}; {code}"], capture_output=True, text=True, check=True)
    assert says in done.stdout
    return set(done.stderr.split())


def program(*arguments: str) -> str:
    """Code that runs the program."""
    return f"from compare.cli import main; sys.exit(main({list(arguments)!r}))"


def reports(source: str, *formats: str) -> str:
    """Code that writes reports in some formats, one after the other."""
    written = f"[main([{source!r}, '-o', '-', '--format', format]) for format in {formats}]"
    return f"from compare.cli import main; sys.exit(any({written}))"


WEB = {"asyncio", "httpx", "feedparser", "trafilatura", "lxml"}
"""What only pages and feeds need."""

SCREEN = {"textual", "watchfiles", "pyperclip", "aiohttp"}
"""What only the screen needs, here or in a browser."""


@pytest.mark.parametrize(
    ("code", "says", "never"),
    [
        ("import compare", "", {"rich", "numpy", "pydantic", "argparse", *WEB, *SCREEN}),
        (
            "from compare.arguments import parser; parser()",
            "",
            {"rich", "numpy", "pydantic", "platformdirs", *WEB, *SCREEN},
        ),
        (f"import compare; print(len(compare.load([{str(SEEDS)!r}]).articles))", "5\n", {"numpy", *WEB, *SCREEN}),
        (
            reports(f"{SEEDS}/*.txt", "txt", "md", "html"),
            "<!DOCTYPE html>",
            {"pydantic", *WEB, *SCREEN},
        ),
        (
            reports(str(SEEDS), "csv", "json"),
            '"schema": "compare/1"',
            {"httpx", "feedparser", "trafilatura", *SCREEN},
        ),
        (program("--keys"), "quit", {"numpy", "pydantic", "aiohttp", *WEB} - {"asyncio"}),
        (program("--completion", "bash"), "_shtab_compare", {"numpy", "pydantic", *WEB, *SCREEN}),
        ("import compare.tui.app", "", {"numpy", "pydantic", "aiohttp", *WEB} - {"asyncio"}),
        ("import compare.browser", "", {"numpy", "pydantic", *WEB, *SCREEN}),
    ],
    ids=["library", "parser", "load", "prose", "data", "keys", "completion", "screen", "browser"],
)
def test_nothing_heavy_before_it_is_needed(code: str, says: str, never: set[str]) -> None:
    found = {name.split(".")[0] for name in loaded(code, says)}
    assert "compare" in found
    assert not found & never


def test_the_version_needs_nothing_but_the_command_line() -> None:
    added = loaded(program("--version"), "compare ") - loaded("pass", "")
    assert added == {"__future__", "errno", "compare", "compare.cli", "compare.errors", "compare.stdout"}


def test_the_screen_is_drawn_before_anything_that_reads_is_imported() -> None:
    """What reads is imported while the first frame is already seen; what copies or finds lost marks, when asked for."""
    found = loaded("import compare.tui.app, compare.tui.screens.main", "")
    assert "compare.tui.screens.main" in found
    assert not found & {"compare.review.fuzzy", "compare.export.escape"}
    ours = {name for name in found if name.startswith("compare.loading")}
    assert ours == {"compare.loading", "compare.loading.addresses", "compare.loading.offers"}
