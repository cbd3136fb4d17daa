"""The first steps are walked as they are written: the keys are pressed, and the screen shows what is said."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from textual.pilot import Pilot

from compare.session import analyse, load
from compare.tui.actions import ACTIONS
from tui.conftest import Opened, at_main, rows_of

ROOT = Path(__file__).parents[2]

STEP = re.compile(r"[Pp]ress ((?:`[^`]+`(?: and then | and press )?\s?)+)|type `([^`]+)`|(?<!\*)\*([^*]+)\*(?!\*)")
"""Keys to press, words to type, and in italics what the screen shows by then."""

NAMES = {"Enter": "enter", "Esc": "escape", "Space": "space", "/": "slash"}

KEYS = {key for action in ACTIONS for key in action.shown.split()}


def steps() -> Iterator[tuple[str, str]]:
    """What is to be done (``press``, ``type``) and to be seen (``see``), in order."""
    text = re.sub(r"```.*?```|!\[.*?\]\(.*?\)", "", (ROOT / "docs" / "tutorial.md").read_text("utf-8"), flags=re.DOTALL)
    for pressed, typed, seen in STEP.findall(text):
        if pressed:
            yield from (("press", key) for key in re.findall(r"`([^`]+)`", pressed))
        else:
            yield ("type", typed) if typed else ("see", " ".join(seen.split()))


def screen_of(pilot: Pilot[None]) -> str:
    return _plain(" ".join(rows_of(pilot)))


def _plain(text: str) -> str:
    """Words alone: a sentence may go on in the next line of its pane, behind a frame."""
    return " ".join(re.sub("[│╭╮╰╯─▕◆▌▎]", " ", text).split())


async def test_the_first_steps_lead_where_they_say(opened: Opened) -> None:
    said = list(steps())
    assert sum(kind == "press" for kind, _ in said) > 20
    assert sum(kind == "see" for kind, _ in said) > 20
    async with opened(of=analyse(load([str(ROOT / "seeds")]))) as pilot:
        for kind, steps_on in groupby(said, key=lambda step: step[0]):
            if kind == "see":
                shown = screen_of(pilot)
                for _, what in steps_on:
                    assert _plain(what) in shown, what
            elif kind == "type":
                await pilot.press(*("space" if letter == " " else letter for _, what in steps_on for letter in what))
            else:
                for _, key in steps_on:
                    assert key in KEYS or not at_main(pilot), key
                    await pilot.press(NAMES.get(key, key))
        assert not pilot.app.is_running


SHOWN = ("about $75 million into A24", "Its catalogue bears the stamp", "names “Eli Collins”", "checkable first")
"""What the screen has of what the readme's table of first keys tells, row by row."""


async def test_the_first_keys_of_the_readme_show_what_it_says(opened: Opened) -> None:
    table = (ROOT / "README.md").read_text("utf-8").split("| press | and see |", 1)[1].split("\n\n", 1)[0]
    rows = [re.findall(r"`([^`]+)`", line.split("|")[1]) for line in table.splitlines()[2:]]
    async with opened(of=analyse(load([str(ROOT / "seeds")]))) as pilot:
        for keys, shown in zip(rows, SHOWN, strict=True):
            await pilot.press(*keys)
            assert shown in screen_of(pilot), (keys, screen_of(pilot))
