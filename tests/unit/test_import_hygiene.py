"""What each way in imports: nothing heavy before it is needed. Architecture as a test that runs."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

SEEDS = str(Path(__file__).parents[2] / "seeds")
PRINT = "; print('\\n'.join(sys.modules), file=sys.stderr)"


def modules(code: str) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", f"import sys; {code}{PRINT}"], capture_output=True, text=True, check=True
    )
    return {name.split(".")[0] for name in done.stderr.split()}


WEB = {"asyncio", "httpx", "feedparser", "trafilatura", "lxml"}
"""What only pages and feeds need."""

SCREEN = {"textual", "watchfiles", "pyperclip", "aiohttp"}
"""What only the screen needs, here or in a browser."""


def reports(*formats: str) -> str:
    """Code that writes the sample set in some formats, one after the other."""
    return f"from compare import cli; [cli.main([{SEEDS!r}, '-o', '-', '--format', f]) for f in {formats}]"


@pytest.mark.parametrize(
    ("code", "never"),
    [
        ("import compare", {"rich", "numpy", "pydantic", "argparse", *WEB, *SCREEN}),
        (
            "import compare.arguments; compare.arguments.parser()",
            {"rich", "numpy", "pydantic", "platformdirs", *WEB, *SCREEN},
        ),
        (f"import compare; compare.load([{SEEDS!r}])", {"numpy", *WEB, *SCREEN}),
        (
            f"from compare import cli; cli.main([{SEEDS!r} + '/*.txt', '-o', '-', '--format', 'txt'])",
            {"pydantic", *WEB, *SCREEN},
        ),
        (reports("md", "html", "csv", "json"), {"httpx", "feedparser", "trafilatura", *SCREEN}),
        ("from compare import cli; cli.main(['--keys'])", {"numpy", "pydantic", "aiohttp", *WEB} - {"asyncio"}),
        ("from compare import cli; cli.main(['--completion', 'bash'])", {"numpy", "pydantic", *WEB, *SCREEN}),
        ("import compare.tui.app", {"numpy", "pydantic", "aiohttp", *WEB} - {"asyncio"}),
        ("import compare.browser", {"numpy", "pydantic", *WEB, *SCREEN}),
    ],
    ids=["library", "parser", "load", "text", "reports", "keys", "completion", "screen", "browser"],
)
def test_nothing_heavy_before_it_is_needed(code: str, never: set[str]) -> None:
    assert not modules(code) & never


def test_the_version_needs_nothing_but_the_command_line() -> None:
    code = "from compare import cli; import atexit; atexit.register(lambda: print(*sys.modules, file=sys.stderr)); "
    done = subprocess.run(
        [sys.executable, "-c", f"import sys; {code} cli.main(['--version'])"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.startswith("compare ")
    of_any_start = subprocess.run(
        [sys.executable, "-c", f"import sys, atexit{PRINT}"], capture_output=True, text=True, check=True
    )
    added = set(done.stderr.split()) - set(of_any_start.stderr.split())
    assert added == {"__future__", "compare", "compare.cli", "compare.errors"}
