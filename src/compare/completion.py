"""Completion of the command line, written for a shell from the parser itself."""

from __future__ import annotations

from argparse import ArgumentParser

from compare.errors import ExtraMissing

SHELLS = ("bash", "zsh", "fish")


def completion(parser: ArgumentParser, shell: str) -> str:
    """Return the script that makes a shell complete options and paths.

    Args:
        parser: whose options are completed.
        shell: one of :data:`SHELLS`.

    Raises:
        ExtraMissing: shtab is not installed.
    """
    try:
        import shtab
    except ImportError:
        raise ExtraMissing("--completion", "shtab", "completion") from None
    for action in parser._get_positional_actions():
        vars(action)["complete"] = shtab.FILE
    for action in parser._get_optional_actions():
        if action.metavar in ("FILE", "DIR"):
            vars(action)["complete"] = shtab.FILE if action.metavar == "FILE" else shtab.DIRECTORY
    return f"{shtab.complete(parser, shell)}\n"
