"""Builds the distributions and tries the wheel as a stranger would: ``make package``.

For each Python given (paths or names of interpreters) and for the lowest and the newest libraries that pyproject.toml
allows, the wheel goes into an empty environment; then the program is asked to do what a first user asks of it.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from itertools import product
from pathlib import Path
from zipfile import ZipFile

from project import ROOT

EXTRAS = "web,docs,serve,completion"


def main(pythons: Sequence[str]) -> int:
    """Build, check what the archives hold, and try each combination; stop at the first that fails."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        _run("uv", "build", "--quiet", "--out-dir", str(folder / "dist"), str(ROOT))
        wheel = next((folder / "dist").glob("*.whl"))
        _check_contents(wheel)
        for (n, python), resolution in product(enumerate(pythons), ("lowest-direct", "highest")):
            home = folder / f"{n}-{resolution}"
            _install(python, resolution, wheel, home)
            for what in _smoke(home / "bin", folder):
                print(f"{python}  {resolution:<13}  {what}", flush=True)
    return 0


def _check_contents(wheel: Path) -> None:
    names = ZipFile(wheel).namelist()
    for wanted in ("compare/py.typed", "compare/analysis/weights.json", "/share/man/man1/compare.1"):
        if not any(name.endswith(wanted) for name in names):
            raise SystemExit(f"{wheel.name} lacks {wanted}")
    strays = [name for name in names if not name.startswith(("compare/", "compare_news-"))]
    if strays:
        raise SystemExit(f"{wheel.name} holds more than the package: {strays[0]}")


def _install(python: str, resolution: str, wheel: Path, home: Path) -> None:
    _run("uv", "venv", "--quiet", "--python", python, str(home))
    _run(
        "uv", "pip", "install", "--quiet", "--python", str(home / "bin" / "python"), "--resolution", resolution,
        f"{wheel}[{EXTRAS}]",
    )  # fmt: skip


def _smoke(programs: Path, folder: Path) -> Iterator[str]:
    program = str(programs / "compare")
    yield _run(program, "--version").strip()
    report = json.loads(_run(program, str(ROOT / "seeds"), "-o", "-", "--format", "json"))
    yield f"{len(report['articles'])} articles, {len(report['claims'])} claims, {len(report['findings'])} findings"
    for suffix in ("md", "html", "csv"):
        _run(program, str(ROOT / "seeds"), "-o", str(folder / f"report.{suffix}"))
    yield "wrote .md .html .csv"
    if "--output" not in _run(program, "--completion", "bash"):
        raise SystemExit("completion lacks an option")
    library = "import compare; print(len(compare.compare(compare.load(['seeds'])).findings))"
    found = _run(str(programs / "python"), "-c", library)
    if int(found) != len(report["findings"]):
        raise SystemExit("the library finds something else than the program")
    yield "completion and library"


def _run(*command: str) -> str:
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"{' '.join(command)}\n{done.stderr}")
    return done.stdout


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
