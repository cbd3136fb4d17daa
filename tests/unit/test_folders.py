"""Where the program keeps what."""

from __future__ import annotations

from pathlib import Path

import platformdirs
import pytest
from platformdirs import windows

from compare import folders
from compare.config import config_path
from compare.loading.outlets import own_file


def test_what_the_user_sets_lies_together() -> None:
    assert config_path().parent == own_file().parent == folders.settings()


def test_on_windows_no_folder_stands_in_one_of_its_own_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(platformdirs, "PlatformDirs", windows.Windows)
    monkeypatch.setattr(windows, "get_win_folder", lambda _: "C:/Users/ada/AppData/Local")
    for folder in (folders.settings, folders.data, folders.state):
        assert folder() == Path("C:/Users/ada/AppData/Local/compare"), folder.__name__
    assert folders.cache() == Path("C:/Users/ada/AppData/Local/compare/Cache")
