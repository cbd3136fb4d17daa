"""Keys that are pressed faster than the screen answers.

Textual sends a key at once to whatever has the focus: to a screen that has no widgets yet, or to one that the key
before is about to close. What a key is bound to it does only after the key has gone up from widget to widget, by when
the next is under way. On a busy machine fingers are faster than that; words would be lost, or be taken for commands,
and letters that are typed after a backspace would come before it.
"""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import TYPE_CHECKING

from textual.app import App
from textual.events import Key
from textual.screen import ModalScreen
from textual.widgets import Input

if TYPE_CHECKING:
    from textual.events import Event
    from textual.message_pump import MessagePump
    from textual.screen import Screen

PATIENCE = 1.0
"""Seconds that a key waits at most: a dialog that is stuck must not take the keyboard with it."""


class Orderly(App[None]):
    """Deals with keys in the order in which they are pressed, each on the screen that those before it lead to."""

    async def on_event(self, event: Event) -> None:
        """Have a key wait for those before it."""
        if not isinstance(event, Key) or event.is_forwarded:
            await super().on_event(event)
            return
        self.app_focus = True
        before, typing = self.screen, isinstance(self.focused, Input)
        if not (typing and event.is_printable and self._at_bottom):  # letters of a search need not wait for its hits
            await _ready(before)
        if not self.screen_stack:  # the program has ended meanwhile
            return
        if self.screen is not before:  # first what comes of the dialog that was left
            self.call_next(self.on_event, event)
        elif not await self._done_at_once(event):
            await super().on_event(event)
        elif typing:  # the next key may be meant for what comes of it, as where it ends a search
            await _ready(before)

    @property
    def _at_bottom(self) -> bool:
        """Whether nothing lies over the first screen."""
        return self.screen is self.screen_stack[0]

    async def _done_at_once(self, event: Key) -> bool:
        """Do what a key means on the first screen or to a line that is typed into; say whether that is anything."""
        orders = not event.is_printable if isinstance(self.focused, Input) else self._at_bottom
        return orders and await self._check_bindings(event.key)


async def _ready(screen: Screen[object]) -> None:
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
