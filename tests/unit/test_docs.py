"""What README and docs say holds: commands parse, links lead somewhere, the manual's keys are those of the program."""

from __future__ import annotations

import doctest
import re
import shlex
import tomllib
from collections.abc import Callable
from dataclasses import fields
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import pytest
from screenshots import keys, manual, schema, settings

from compare.arguments import parser
from compare.config import Config
from compare.settings import Settings
from compare.tui.actions import ACTIONS
from project import ROOT

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


@pytest.mark.parametrize(
    ("page", "written"),
    [
        (keys.MANUAL, keys.with_table),
        (settings.MANUAL, settings.with_settings),
        (schema.PAGE, schema.with_fields),
    ],
    ids=["keys", "settings", "fields"],
)
def test_what_the_docs_have_from_the_program_is_as_it_is_now(page: Path, written: Callable[[str], str]) -> None:
    """After a change of the program: ``make screenshots``, or ``python -m screenshots.keys`` and so on alone."""
    text = page.read_text(encoding="utf-8")
    assert written(text) == text


def test_the_manual_names_every_action_and_setting() -> None:
    text = keys.MANUAL.read_text(encoding="utf-8")
    assert all(f"| `{action.id}` |" in text for action in ACTIONS)
    assert all(f"| `{name}` |" in text or f"| `[{name}]` |" in text for name in Settings.model_fields)
    assert set(Settings.model_fields) < {field.name for field in fields(Config)}


def test_the_settings_that_the_manual_shows_are_valid() -> None:
    file = settings.settings().split("```")[1].removeprefix("toml")
    assert set(Settings.model_validate(tomllib.loads(file)).model_fields_set) == set(Settings.model_fields)


def test_the_examples_of_the_library_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    page = (ROOT / "docs" / "library.md").read_text(encoding="utf-8")
    examples = doctest.DocTestParser().get_doctest(page, {}, "library.md", "docs/library.md", 0)
    assert len(examples.examples) > 10
    said: list[str] = []
    doctest.DocTestRunner(verbose=False).run(examples, out=said.append)
    assert said == []


WITH_EXAMPLES = sorted(
    ".".join(file.relative_to(ROOT / "src").with_suffix("").parts)
    for file in (ROOT / "src").rglob("*.py")
    if ">>> " in file.read_text(encoding="utf-8")
)


@pytest.mark.parametrize("module", WITH_EXAMPLES)
def test_the_examples_in_docstrings_hold(module: str) -> None:
    tried = doctest.testmod(import_module(module))
    assert (tried.failed, tried.attempted > 0) == (0, True)


def test_the_manual_page_is_that_of_the_parser() -> None:
    """After a change of the command line: ``python -m screenshots.manual``."""
    assert manual.PAGE.read_text(encoding="utf-8") == manual.manual()


def test_modules_and_files_that_are_named_are_there() -> None:
    pages = ("docs/architecture.md", "CONTRIBUTING.md")
    text = "".join((ROOT / page).read_text(encoding="utf-8") for page in pages)
    packages = [folder.name for folder in (ROOT / "src" / "compare").iterdir() if (folder / "__init__.py").exists()]
    modules = re.findall(rf"`((?:{'|'.join(packages)})(?:\.\w+)+)`", text)
    assert len(modules) > 20
    for name in modules:
        parent, _, last = f"compare.{name}".rpartition(".")
        assert find_spec(f"compare.{name}") or hasattr(import_module(parent), last), name
    files = re.findall(r"`([\w./]+\.(?:py|json))`", text)
    there = [f"/{path.as_posix()}" for name in ("src", "tests") for path in (ROOT / name).rglob("*.*")]
    assert len(files) > 20
    assert not [name for name in files if not any(path.endswith(f"/{name}") for path in there)]


def test_each_promise_is_held_by_tests_that_exist() -> None:
    text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    designed, secure = text.split("### Security\n")
    for page, promises in ((designed, 40), (secure, 20)):
        rows = [row for row in re.findall(r"^\| (.+) \| (.+) \|$", page, re.MULTILINE) if row[0] != "promise"]
        assert len(rows) > promises
        for promise, tests in rows:
            for test in tests.split(", "):
                found = re.fullmatch(r"`(tests/[^`:]+)::(\w+)`", test)
                assert found, promise
                assert re.search(rf"def {found[2]}\(", (ROOT / found[1]).read_text(encoding="utf-8")), test
