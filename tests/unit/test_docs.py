"""What README and docs say holds: commands parse, links lead somewhere, the manual's keys are those of the program."""

from __future__ import annotations

import doctest
import re
import shlex
from pathlib import Path

import pytest
from screenshots import manual
from screenshots.keys import MANUAL, with_table

from compare.cli import parser
from compare.tui.actions import ACTIONS

ROOT = Path(__file__).parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/*.md")])

LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
HEADING = re.compile(r"^#+ +(.+)$", re.MULTILINE)
CODE = re.compile(r"```.*?```", re.DOTALL)
BLOCK = re.compile(r"^(?:```(?:sh)?\n(.*?)^```|((?: {4}.*\n)+))", re.DOTALL | re.MULTILINE)


def commands(text: str) -> list[str]:
    lines = [line for block in BLOCK.findall(text) for part in block for line in part.splitlines()]
    piped = [part.strip() for line in lines for part in line.split(" #")[0].split("|")]
    return [command for command in piped if command == "compare" or command.startswith("compare ")]


def _anchor(heading: str) -> str:
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_commands_parse(page: Path) -> None:
    bare = parser().parse_args([])
    for command in commands(page.read_text(encoding="utf-8")):
        asked = parser().parse_args(shlex.split(command)[1:])
        assert (asked == bare) is (command == "compare"), command


def test_the_readme_has_commands() -> None:
    assert len(commands((ROOT / "README.md").read_text(encoding="utf-8"))) > 8


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_local_links_lead_somewhere(page: Path) -> None:
    for link in LINK.findall(CODE.sub("", page.read_text(encoding="utf-8"))):
        if "://" in link:
            continue
        name, _, anchor = link.partition("#")
        target = page.parent / name if name else page
        assert target.exists(), link
        if anchor:
            headings = HEADING.findall(CODE.sub("", target.read_text(encoding="utf-8")))
            assert anchor in map(_anchor, headings), link


def test_the_manual_has_the_keys_of_the_program() -> None:
    """After a change of the registry: ``python -m screenshots.keys``."""
    text = MANUAL.read_text(encoding="utf-8")
    assert with_table(text) == text
    assert all(f"| `{action.id}` |" in text for action in ACTIONS)


def test_the_examples_of_the_library_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    page = (ROOT / "docs" / "library.md").read_text(encoding="utf-8")
    examples = doctest.DocTestParser().get_doctest(page, {}, "library.md", "docs/library.md", 0)
    assert len(examples.examples) > 10
    said: list[str] = []
    doctest.DocTestRunner(verbose=False).run(examples, out=said.append)
    assert said == []


def test_the_manual_page_is_that_of_the_parser() -> None:
    """After a change of the command line: ``python -m screenshots.manual``."""
    assert manual.PAGE.read_text(encoding="utf-8") == manual.manual()


def test_what_is_promised_names_tests_that_exist() -> None:
    promised = re.findall(r"`(tests/[^`:]+)::(\w+)`", (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8"))
    assert len(promised) > 20
    for file, test in promised:
        assert re.search(rf"def {test}\(", (ROOT / file).read_text(encoding="utf-8")), f"{file}::{test}"
