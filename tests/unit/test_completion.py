"""What a shell is told to complete the command line."""

from __future__ import annotations

import shutil
import subprocess
import sys

import pytest

from compare.arguments import parser
from compare.cli import main
from compare.completion import SHELLS
from compare.errors import ExtraMissing
from systems import bash

OPTIONS = sorted(option for action in parser()._actions for option in action.option_strings if len(option) > 2)


@pytest.mark.parametrize("shell", SHELLS)
def test_every_option_is_completed(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--completion", shell]) == 0
    script = capsys.readouterr().out
    for option in OPTIONS:
        assert (f"-l {option[2:]}" if shell == "fish" else option) in script
    if program := shutil.which(shell):
        assert subprocess.run([program, "-n"], input=script, text=True, check=False).returncode == 0


@bash
def test_bash_completes_options_and_paths(capsys: pytest.CaptureFixture[str]) -> None:
    main(["--completion", "bash"])
    ask = capsys.readouterr().out + (
        'COMP_WORDS=(compare --form); COMP_CWORD=1; _shtab_compare; echo "${COMPREPLY[@]}"\n'
        'COMP_WORDS=(compare se); COMP_CWORD=1; _shtab_compare; echo "${COMPREPLY[@]}"\n'
    )
    said = subprocess.run(["bash"], input=ask, text=True, capture_output=True, check=True).stdout.splitlines()
    assert said[0] == "--format"
    assert said[1].rstrip("/") == "seeds"


def test_without_the_library_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "shtab", None)
    from compare.completion import completion

    with pytest.raises(ExtraMissing, match=r"compare-news\[completion\]"):
        completion(parser(), "bash")
