"""The user's settings: themes and keys, and what is said when one of them cannot be."""

from __future__ import annotations

from pathlib import Path

import pytest

from compare import config
from compare.config import Config
from compare.errors import ConfigError
from compare.tui.actions import ACTIONS, BY_ID
from compare.tui.app import CompareApp
from compare.tui.keymap import actions_with, listing
from compare.tui.screens.help import help_text
from compare.tui.state import View
from compare.tui.themes import DARK, LIGHT, THEMES, other
from tui.conftest import main_of
from tui.story import comparison


@pytest.fixture
def written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    file = tmp_path / "config.toml"
    monkeypatch.setattr(config, "config_path", lambda: file)
    return file


def test_without_a_file_everything_is_as_it_comes(written: Path) -> None:
    assert config.load() == Config(path=written)
    assert actions_with(config.load()) == ACTIONS


def test_keys_are_a_text_or_a_list(written: Path) -> None:
    written.write_text('theme = "compare-light"\n[keys]\nnext_finding = "n, ctrl+n"\nquit = ["Q"]\nnarrower = ","\n')
    found = config.load()
    assert found.theme == LIGHT
    assert found.keys == {"next_finding": ("n", "ctrl+n"), "quit": ("Q",), "narrower": (",",)}
    actions = {action.id: action for action in actions_with(found)}
    assert actions["next_finding"].shown == "n Ctrl+N"
    assert "n Ctrl+N" in listing(tuple(actions.values()))
    assert "Q Leave the program" in " ".join(help_text(90, View.PANES, tuple(actions.values())).plain.split())


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("theme = 3", "line 1: theme: input should be a valid string"),
        ("\ncolour = 'red'", "line 2: colour: no such setting; there are theme, initials, codebook, cache and keys"),
        ("[keys]\n\nnext_findng = 'n'", "line 3: keys.next_findng: no such action"),
        ("[keys]\npane = 'p'", "line 2: keys.pane: no such action, or one whose key is fixed"),
        ("[keys]\nquit = 'ctrl+'", "line 2: keys.quit: 'ctrl+' is no key"),
        ("[keys]\nquit = 'hello'", "line 2: keys.quit: 'hello' is no key"),
        ("[keys]\nquit = ['n']", "line 2: keys.quit: 'n' is the key of next_finding as well"),
        ("[keys]\nquit = 'question_mark'", "line 2: keys.quit: 'question_mark' is the key of help as well"),
        ("[keys]\nquit = '?'", "line 2: keys.quit: '?' is the key of help as well"),
        ("keys = {quit = []}\nx", "line 2"),
        ("keys.quit = 5", "line 1: keys.quit: is no key such as"),
        ("[keys", "line 1: is not TOML"),
        ("\ufeff\x00", "is not TOML"),
    ],
)
def test_what_cannot_be_is_said_with_its_line(written: Path, text: str, said: str) -> None:
    written.write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError) as caught:
        actions_with(config.load())
    assert said in str(caught.value)
    assert str(written) in str(caught.value)
    assert "\n" not in str(caught.value)


def test_swapped_keys_are_no_clash(written: Path) -> None:
    written.write_text('[keys]\nbase = "m"\nmaximise = "b"\n')
    actions = {action.id: action.keys for action in actions_with(config.load())}
    assert (actions["base"], actions["maximise"]) == (("m",), ("b",))


async def test_the_screen_takes_theme_and_keys() -> None:
    app = CompareApp(comparison=comparison(), config=Config(theme=LIGHT, keys={"next_filter": ("Z", "ctrl+t")}))
    async with app.run_test(size=(120, 32)) as pilot:
        assert app.theme == LIGHT
        await pilot.press("f")
        begun = main_of(pilot).state.filter
        await pilot.press("Z", "ctrl+t")
        assert main_of(pilot).state.filter is not begun
        await pilot.press("n", "t")
        assert app.theme == DARK


def test_a_theme_that_is_not_there_is_named() -> None:
    with pytest.raises(ConfigError, match="no theme 'blue'; there are compare-dark, compare-light, "):
        CompareApp(config=Config(theme="blue"))


def test_every_theme_has_another_brightness() -> None:
    for theme in (*THEMES, CompareApp().available_themes["ansi-dark"]):
        there = other(theme.name, dark=theme.dark)
        assert CompareApp().available_themes[there].dark is not theme.dark


def test_the_list_names_every_action() -> None:
    assert all(f" {action} " in listing(ACTIONS) for action in BY_ID)
