"""What a shell is told to complete the command line."""

from __future__ import annotations

import shutil
import subprocess
import sys

import pytest

from compare.arguments import parser
from compare.cli import main
from compare.completion import SHELLS, completion
from compare.errors import ExtraMissing
from project import ROOT
from systems import bash

OPTIONS = sorted(option for action in parser()._actions for option in action.option_strings if len(option) > 2)


@pytest.mark.parametrize("shell", SHELLS)
def test_every_option_is_completed(shell: str) -> None:
    script = completion(parser(), shell)
    for option in OPTIONS:
        assert (f"-l {option[2:]}" if shell == "fish" else option) in script


def there(shell: str) -> pytest.MarkDecorator:
    return pytest.mark.skipif(shutil.which(shell) is None, reason=f"asks {shell} itself")


@pytest.mark.parametrize("shell", [pytest.param(shell, marks=there(shell)) for shell in SHELLS])
def test_the_shell_understands_it(shell: str) -> None:
    read = subprocess.run([shell, "-n"], input=completion(parser(), shell), text=True, capture_output=True, check=False)
    assert (read.returncode, read.stderr) == (0, "")


def test_the_command_prints_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--completion", "bash"]) == 0
    assert capsys.readouterr().out == completion(parser(), "bash")


@pytest.mark.parametrize("name", ["compare", "compare-news"])
def test_it_is_for_the_name_that_the_program_was_called_by(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setattr(sys, "argv", [f"/opt/bin/{name}"])
    last = {
        "bash": f"complete -o bashdefault -F _shtab_{name.replace('-', '_')} {name}\n",
        "zsh": f"#compdef {name}\n",
        "fish": f"complete -c {name} -f\n",
    }
    for shell in SHELLS:
        assert last[shell] in completion(parser(), shell)


@bash
def test_bash_completes_options_and_paths() -> None:
    ask = completion(parser(), "bash") + (
        'COMP_WORDS=(compare --form); COMP_CWORD=1; _shtab_compare; echo "${COMPREPLY[@]}"\n'
        'COMP_WORDS=(compare se); COMP_CWORD=1; _shtab_compare; echo "${COMPREPLY[@]}"\n'
    )
    done = subprocess.run(["bash"], input=ask, cwd=ROOT, text=True, capture_output=True, check=True)
    said = done.stdout.splitlines()
    assert said[0] == "--format"
    assert said[1].rstrip("/") == "seeds"


def test_without_the_library_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "shtab", None)
    with pytest.raises(ExtraMissing, match=r"compare-news\[completion\]"):
        completion(parser(), "bash")
