"""Keys that are pressed before the dialog they are meant for is there, or before the one that a key leaves is gone.

Textual sends a key at once to whatever has the focus: to a screen that has no widgets yet, or to one that the key
before is about to close. On a busy machine fingers are faster than that; what was meant as words would be lost, or be
taken for commands.
"""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import TYPE_CHECKING

from textual.screen import ModalScreen
from textual.widgets import Input

if TYPE_CHECKING:
    from textual.message_pump import MessagePump
    from textual.screen import Screen

PATIENCE = 1.0
"""Seconds that a key waits at most: a dialog that is stuck must not take the keyboard with it."""


async def ready(screen: Screen[object]) -> None:
    """Wait until a dialog, or a line that is typed into, has its widgets and has dealt with all keys that it was sent.

    There is nothing to wait for elsewhere on the screen below all dialogs, where keys are done at once.
    """
    if isinstance(screen, ModalScreen) or isinstance(screen.focused, Input):
        with suppress(TimeoutError):
            async with asyncio.timeout(PATIENCE):
                await _dealt_with(screen)


async def _dealt_with(screen: Screen[object]) -> None:
    await _answered(screen)  # which it does only once it is mounted
    # a key goes up from the widget that has the focus, one queue after the other
    for node in screen.focused.ancestors_with_self if screen.focused else (screen,):
        await _answered(node)
        if node is screen:
            return


async def _answered(node: MessagePump) -> None:
    """Wait until a node has dealt with the messages that it has by now."""
    answered = asyncio.Event()
    if node.call_later(answered.set):
        await answered.wait()
