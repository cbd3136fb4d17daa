"""What holds for all tests."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from compare import folders
from compare.model import Comparison
from compare.session import analyse, load
from project import ROOT, TESTS
from systems import home_in, posix_alone

settings.register_profile("any machine", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("any machine")  # how long an example takes is for the tests that measure it, in processor time

# else each program that a test starts would compile all of the project anew
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

LEFT_OUT = (
    {str(file): why for file in TESTS.rglob("test_*.py") if (why := posix_alone(file))}
    if sys.platform == "win32"
    else {}
)
"""Files of tests that this system cannot import, and what for."""

collect_ignore = list(LEFT_OUT)


def pytest_report_header() -> list[str]:
    """Say what is left out."""
    return [f"left out, since it needs {why}: {file}" for file, why in LEFT_OUT.items()]


@pytest.fixture(autouse=True, scope="session")
def _no_data_of_the_readers(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Keep tests away from the marks and settings of whoever runs them, and from what is remembered of their sets."""
    os.environ.update(home_in(tmp_path_factory.mktemp("home")))


@pytest.fixture(scope="session")
def seeds() -> Comparison:
    """The sample set, named as a user in the project's folder would name it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(ROOT)
        return analyse(load(["seeds/"]))


@pytest.fixture
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the program folders of one test alone: ``settings``, ``data``, ``state`` and ``cache``, none made yet."""
    for name in ("settings", "data", "state", "cache"):
        monkeypatch.setattr(folders, name, lambda name=name: tmp_path / name)
    return tmp_path


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """Two workers a processor: tests of the real program wait half of their time."""
    return 2 * (os.cpu_count() or 1)
