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


@pytest.mark.parametrize(
    ("code", "never"),
    [
        ("import compare", {"textual", "rich", "numpy", "pydantic", "argparse"}),
        ("import compare.cli; compare.cli.parser()", {"textual", "rich", "numpy", "pydantic", "platformdirs"}),
        (
            f"import compare; compare.load([{SEEDS!r}])",
            {"textual", "numpy", "asyncio", "httpx", "feedparser", "trafilatura"},
        ),
        (f"from compare import cli; cli.main([{SEEDS!r}, '-o', '-'])", {"textual"}),
        (f"from compare import cli; cli.main([{SEEDS!r}, '-o', '-', '--format', 'json'])", {"textual"}),
    ],
)
def test_nothing_heavy_before_it_is_needed(code: str, never: set[str]) -> None:
    assert not modules(code) & never


def test_the_version_needs_nothing() -> None:
    code = "from compare import cli; import atexit; atexit.register(lambda: print(*sys.modules, file=sys.stderr)); "
    done = subprocess.run(
        [sys.executable, "-c", f"import sys; {code} cli.main(['--version'])"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.startswith("compare ")
    never = {"textual", "rich", "numpy", "pydantic", "platformdirs", "dataclasses", "inspect", "asyncio"}
    assert not never & {n.split(".")[0] for n in done.stderr.split()}
