"""What is run on every change asks for what is there: targets of the Makefile, files, the Pythons that are promised."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from project import ROOT

CHECKS = Path(".github", "workflows", "check.yml")
WORKFLOW = (ROOT / CHECKS).read_text(encoding="utf-8")
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))

ASKED_FOR = (
    *(CHECKS, ".pre-commit-config.yaml", "README.md", "CONTRIBUTING.md"),
    *("SECURITY.md", "benchmarks/README.md", "docs/README.md", "docs/scale.md"),
)
"""Files that ask for targets."""


def test_every_target_that_is_asked_for_is_there() -> None:
    targets = set(re.findall(r"^([a-z0-9-]+):", MAKEFILE, re.MULTILINE))
    for name in ASKED_FOR:
        text = (ROOT / name).read_text(encoding="utf-8")
        asked = set(re.findall(r"(?:^|run: |entry: |`)make ([a-z0-9-]+)", text, re.MULTILINE))
        assert asked <= targets, name
    phony = re.search(r"^\.PHONY: (.+)$", MAKEFILE, re.MULTILINE)
    assert phony is not None
    assert set(phony[1].split()) == targets


def test_files_that_are_run_are_there() -> None:
    run = re.findall(r"run: python3? ([^-\s]\S*)", WORKFLOW)
    assert run
    assert all((ROOT / file).is_file() for file in run)


def test_the_pythons_are_those_that_are_promised() -> None:
    promised = [name.rpartition(" ")[2] for name in PROJECT["project"]["classifiers"] if ":: 3." in name]
    matrix = re.search(r"python: \[(.+)\]", WORKFLOW)
    assert matrix is not None
    assert re.findall(r"[\d.]+", matrix[1]) == promised
    assert f"tests/installed.py {' '.join(promised)}" in WORKFLOW
    assert PROJECT["project"]["requires-python"] == f">={promised[0]}"


def test_extras_and_groups_that_are_installed_are_there() -> None:
    extras, groups = re.findall(r'--editable "\.\[(.+?)\]"', WORKFLOW), re.findall(r"--group (\w+)", WORKFLOW)
    assert extras and groups
    assert {extra for found in extras for extra in found.split(",")} <= set(PROJECT["project"]["optional-dependencies"])
    assert set(groups) <= set(PROJECT["dependency-groups"])


def test_an_action_is_named_by_what_it_is() -> None:
    """A tag can be moved to other code by whoever takes over an account."""
    used = re.findall(r"uses: (\S+)", WORKFLOW)
    assert used
    assert all(re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40}", action) for action in used)
