"""The program starts where there is no POSIX: nothing is imported or used there that Windows lacks."""

from __future__ import annotations

import ast
import re
import subprocess
import sys

from project import ROOT, TESTS
from systems import posix_alone

SOURCES = ROOT / "src" / "compare"

POSIX = ("fcntl", "grp", "posix", "pty", "pwd", "resource", "syslog", "termios", "tty")
"""Modules of the standard library that Windows has not."""

LACKING = {
    "os": {
        *(
            "chown",
            "fchmod",
            "fchown",
            "fork",
            "forkpty",
            "getegid",
            "geteuid",
            "getgid",
            "getpgid",
            "getuid",
            "killpg",
        ),
        *("mkfifo", "openpty", "setsid", "tcgetpgrp", "ttyname", "uname", "wait", "O_DIRECTORY", "O_NOFOLLOW"),
        *("O_NONBLOCK", "O_CLOEXEC", "WNOHANG"),
    },
    "signal": {
        *("SIGALRM", "SIGCHLD", "SIGCONT", "SIGHUP", "SIGKILL", "SIGPIPE", "SIGPROF", "SIGSTOP", "SIGTSTP", "SIGWINCH"),
        *("alarm", "pause", "pthread_sigmask", "setitimer"),
    },
}
"""What it has not of others; ``os.fchmod`` not before Python 3.13."""

IMPORT_ALL = f"""
import builtins, pkgutil, sys
from importlib import import_module
ordinary = builtins.__import__
def without_posix(name, globals=None, *more, **named):
    if name in {POSIX} and globals and globals["__name__"].startswith("compare"):
        raise ModuleNotFoundError(f"No module named {{name!r}}", name=name)
    return ordinary(name, globals, *more, **named)
builtins.__import__ = without_posix
import compare
for module in pkgutil.walk_packages(compare.__path__, "compare."):
    if not module.name.startswith("compare.__main__"):
        import_module(module.name)
"""


def test_every_module_is_imported_without_posix() -> None:
    done = subprocess.run([sys.executable, "-c", IMPORT_ALL], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_what_windows_lacks_is_asked_for_first() -> None:
    lacking = {f"{module}.{name}" for module, names in LACKING.items() for name in names}
    for file in SOURCES.rglob("*.py"):
        text = file.read_text(encoding="utf-8")
        asked = {f"{module}.{name}" for module, name in re.findall(r'hasattr\((\w+), "(\w+)"\)', text)}
        used = set(re.findall(r"\b(?:os|signal)\.\w+", text))
        assert not (used & lacking) - asked, file


def test_tests_that_windows_cannot_import_are_left_out_there() -> None:
    needs = {file.stem: posix_alone(file) for file in TESTS.rglob("test_*.py")}
    direct, of_a_helper = needs["test_faults"], needs["test_marks_in_trouble"]
    of_a_benchmark = posix_alone(ROOT / "benchmarks" / "startup.py")
    assert direct == of_a_helper == of_a_benchmark == "resource"
    assert needs["test_tui"] == "fcntl"
    assert needs["test_documented"] == needs["test_portable"] == ""


def test_texts_are_read_and_written_in_an_encoding_that_is_named() -> None:
    """The system's own is another one on Windows, which would put its line ends into what is written as well."""
    for file in SOURCES.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                assert node.func.attr != "write_text", file
                if node.func.attr == "read_text":
                    assert "utf-8" in ast.unparse(node).lower(), file
                opens = node.func.attr == "open" and not ast.unparse(node.func).startswith("os.")
                if opens and node.args and isinstance(mode := node.args[0], ast.Constant):
                    assert "b" in str(mode.value), file
