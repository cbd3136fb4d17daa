"""A browser without a window, driven over a pipe with Chromium's own protocol: for a picture, and for tests of pages.

Chromium is a program of the system (``apt install chromium``); nothing is downloaded, and there is no driver and no
port.
"""

from __future__ import annotations

import base64
import json
import os
import re
import select
import shutil
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from tempfile import TemporaryDirectory
from typing import Any

PROGRAM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
"""The browser, ``None`` where there is none."""

PATIENCE = 60
"""Seconds after which what is waited for does not come any more."""

_FLAGS = (
    "--headless=new",
    "--no-sandbox",  # which needs rights that a container seldom has; the pages are our own
    *("--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars"),
    *("--no-first-run", "--disable-extensions", "--disable-background-networking", "--remote-debugging-pipe"),
)

_ESCAPES = re.compile(r"\x1b(?:\[[0-9;?<>]*[A-Za-z]|\][^\x07]*\x07)")


class Page:
    """One page of a running browser.

    Attributes:
        asked: the addresses of all that it has fetched.
        drawn: what a terminal in the page was sent: it paints letters on a canvas, where no text can be found.
    """

    def __init__(self, writing: int, reading: int) -> None:
        self.asked: list[str] = []
        self.drawn = b""
        self._to = os.fdopen(writing, "wb", buffering=0)
        self._from = os.fdopen(reading, "rb", buffering=0)
        self._sent = 0
        self._rest = b""
        self._session: str | None = None
        target = self._call("Target.createTarget", url="about:blank")["targetId"]
        self._session = self._call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        self._call("Page.enable")
        self._call("Network.enable")

    @property
    def text(self) -> str:
        """All words that were drawn so far."""
        return _ESCAPES.sub("", self.drawn.decode(errors="replace"))

    def open(self, address: str) -> None:
        """Go to an address and wait until it is loaded."""
        self._call("Page.navigate", url=address)
        while self._received().get("method") != "Page.loadEventFired":
            pass

    def wait(self, words: str) -> None:
        """Wait until some words are drawn."""
        end = time.monotonic() + PATIENCE
        while words not in self.text:
            if time.monotonic() > end:
                raise TimeoutError(f"{words!r} was not drawn")
            self.ask("0")  # what has happened meanwhile comes before the answer
            time.sleep(0.1)

    def press(self, key: str) -> None:
        """Press a key that writes a letter."""
        self._call("Input.dispatchKeyEvent", type="keyDown", key=key, text=key)
        self._call("Input.dispatchKeyEvent", type="keyUp", key=key)

    def look(self, width: int, height: int = 900, *, scheme: str = "light", media: str = "") -> None:
        """Give the page a width in CSS pixels, a colour scheme, and a medium such as ``print``."""
        self._call("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)
        features = [{"name": "prefers-color-scheme", "value": scheme}]
        self._call("Emulation.setEmulatedMedia", media=media, features=features)

    def ask(self, script: str) -> Any:
        """Return the value of an expression in the page, a promise's once it is kept."""
        answer = self._call("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        assert "exceptionDetails" not in answer, answer
        return answer["result"].get("value")

    def picture(self) -> bytes:
        """Return what is in sight of the page, as PNG."""
        return self._bytes("Page.captureScreenshot", format="png")

    def printed(self) -> bytes:
        """Return the page as it would be printed, as PDF."""
        return self._bytes("Page.printToPDF", paperWidth=8.27, paperHeight=11.69, preferCSSPageSize=False)

    def close(self) -> None:
        """End the browser."""
        self._session = None
        with suppress(OSError, EOFError):
            self._call("Browser.close")
        self._to.close()
        self._from.close()

    def _bytes(self, method: str, **parameters: Any) -> bytes:
        return base64.b64decode(self._call(method, **parameters)["data"])

    def _call(self, method: str, **parameters: Any) -> dict[str, Any]:
        self._sent += 1
        message = {"id": self._sent, "method": method, "params": parameters}
        if self._session:
            message["sessionId"] = self._session
        self._to.write(json.dumps(message).encode() + b"\0")
        while (answer := self._received()).get("id") != self._sent:
            pass
        assert "error" not in answer, answer
        result: dict[str, Any] = answer["result"]
        return result

    def _received(self) -> dict[str, Any]:
        while b"\0" not in self._rest:
            if not select.select([self._from], [], [], PATIENCE)[0]:
                raise TimeoutError("the browser says nothing")
            data = self._from.read(1 << 20)
            if not data:
                raise EOFError("the browser has gone")
            self._rest += data
        one, _, self._rest = self._rest.partition(b"\0")
        message: dict[str, Any] = json.loads(one)
        self._note(message.get("method", ""), message.get("params", {}))
        return message

    def _note(self, event: str, of: dict[str, Any]) -> None:
        """Note what the page fetches, and what is drawn in it."""
        if event == "Network.requestWillBeSent":
            self.asked.append(of["request"]["url"])
        elif event == "Network.webSocketCreated":
            self.asked.append(of["url"])
        elif event == "Network.webSocketFrameReceived" and of["response"]["opcode"] == 2:
            self.drawn += base64.b64decode(of["response"]["payloadData"])


@contextmanager
def browser() -> Iterator[Page]:
    """Start a browser with an empty profile and end it afterwards."""
    if PROGRAM is None:
        raise FileNotFoundError("no Chromium is installed (apt install chromium)")
    its_in, our_out = os.pipe()
    our_in, its_out = os.pipe()

    with TemporaryDirectory(ignore_cleanup_errors=True) as profile:  # its helpers may still write
        process = os.posix_spawn(
            PROGRAM,
            [PROGRAM, *_FLAGS, f"--user-data-dir={profile}"],
            os.environ,
            file_actions=[
                (os.POSIX_SPAWN_DUP2, its_in, 3),  # where it reads what it is asked, by its own convention
                (os.POSIX_SPAWN_DUP2, its_out, 4),
                *((os.POSIX_SPAWN_OPEN, stream, os.devnull, os.O_WRONLY, 0) for stream in (1, 2)),
            ],
        )
        os.close(its_in)
        os.close(its_out)
        try:
            page = Page(our_out, our_in)
            yield page
            page.close()
        except BaseException:
            os.kill(process, signal.SIGKILL)
            raise
        finally:
            os.waitpid(process, 0)
