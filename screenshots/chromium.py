"""A browser without a window, driven through Chromium's own protocol: for a picture, and for tests.

Chromium is a program of the system (``apt install chromium``); nothing is downloaded.
"""

from __future__ import annotations

import asyncio
import base64
import contextlib
import re
import shutil
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from aiohttp import ClientSession, ClientWebSocketResponse

NAMES = ("chromium", "chromium-browser", "google-chrome")
PATIENCE = 60
"""Seconds after which what is waited for does not come any more."""

_ESCAPES = re.compile(r"\x1b(?:\[[0-9;?<>]*[A-Za-z]|\][^\x07]*\x07)")


def program() -> str | None:
    """Return the path of a Chromium, if there is one."""
    return next((path for name in NAMES if (path := shutil.which(name))), None)


@dataclass
class Page:
    """A page in the browser. ``asked`` are the addresses of all it has fetched.

    The terminal paints letters on a canvas, where no text can be found; ``drawn`` is what it was sent.
    """

    socket: ClientWebSocketResponse
    asked: list[str] = field(default_factory=list)
    drawn: bytes = b""
    _calls: int = 0

    @property
    def text(self) -> str:
        """All words that were drawn so far."""
        return _ESCAPES.sub("", self.drawn.decode(errors="replace"))

    async def call(self, method: str, **params: object) -> dict[str, Any]:
        """Call a method of the protocol and return what it says."""
        self._calls += 1
        await self.socket.send_json({"id": self._calls, "method": method, "params": params})
        while True:
            said = await self.socket.receive_json(timeout=PATIENCE)
            if said.get("method") == "Network.requestWillBeSent":
                self.asked.append(said["params"]["request"]["url"])
            elif said.get("method") == "Network.webSocketCreated":
                self.asked.append(said["params"]["url"])
            elif said.get("method") == "Network.webSocketFrameReceived" and said["params"]["response"]["opcode"] == 2:
                self.drawn += base64.b64decode(said["params"]["response"]["payloadData"])
            elif said.get("id") == self._calls:
                return dict(said.get("result", {}))

    async def open(self, url: str) -> None:
        """Go to an address, and keep what is drawn there."""
        await self.call("Network.enable")
        await self.call("Page.navigate", url=url)

    async def value(self, script: str) -> object:
        """Return what a script comes to."""
        result = await self.call("Runtime.evaluate", expression=script, returnByValue=True)
        return result.get("result", {}).get("value")

    async def wait(self, words: str) -> None:
        """Wait until some words are drawn."""
        async with asyncio.timeout(PATIENCE):
            while words not in self.text:
                await self.value("0")  # what has happened meanwhile comes before the answer
                await asyncio.sleep(0.1)

    async def press(self, key: str) -> None:
        """Press a key that writes a letter."""
        await self.call("Input.dispatchKeyEvent", type="keyDown", key=key, text=key)
        await self.call("Input.dispatchKeyEvent", type="keyUp", key=key)

    async def picture(self) -> bytes:
        """Return the page as PNG."""
        shot = await self.call("Page.captureScreenshot", format="png")
        return base64.b64decode(shot["data"])


@asynccontextmanager
async def browser(size: tuple[int, int] = (1280, 720)) -> AsyncIterator[Page]:
    """Start a browser with one empty page, of a size in pixels; it ends with the block."""
    path = program()
    if path is None:
        raise FileNotFoundError(f"no browser: none of {', '.join(NAMES)} is installed")
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        process = await asyncio.create_subprocess_exec(
            path,
            "--headless",
            "--no-sandbox",  # which needs rights that a container seldom has; the page is our own
            "--no-first-run",
            "--disable-background-networking",
            "--remote-debugging-port=0",
            f"--user-data-dir={profile}",
            f"--window-size={size[0]},{size[1]}",
            "about:blank",
            stdout=asyncio.subprocess.DEVNULL,
            stderr=asyncio.subprocess.DEVNULL,
        )
        try:
            async with ClientSession() as session:
                port = await _port(Path(profile, "DevToolsActivePort"))
                async with session.get(f"http://127.0.0.1:{port}/json/list") as listed:
                    target = next(each for each in await listed.json() if each["type"] == "page")
                async with session.ws_connect(target["webSocketDebuggerUrl"], max_msg_size=0) as socket:
                    yield Page(socket)
        finally:
            with contextlib.suppress(ProcessLookupError):
                process.terminate()
            await process.wait()


async def _port(path: Path) -> int:
    async with asyncio.timeout(PATIENCE):
        while True:
            if path.exists() and (lines := path.read_text().splitlines()):
                return int(lines[0])
            await asyncio.sleep(0.1)
