"""A headless Chromium for tests of pages, driven over a pipe with its own protocol: no driver, no port, no network."""

from __future__ import annotations

import base64
import json
import os
import shutil
import signal
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

PROGRAM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
"""The browser, ``None`` where there is none."""

_FLAGS = (
    *("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars"),
    *("--no-first-run", "--disable-extensions", "--disable-background-networking", "--remote-debugging-pipe"),
)


class Page:
    """One page of a running browser."""

    def __init__(self, writing: int, reading: int) -> None:
        self._to = os.fdopen(writing, "wb", buffering=0)
        self._from = os.fdopen(reading, "rb", buffering=0)
        self._sent = 0
        self._rest = b""
        self._session: str | None = None
        target = self._call("Target.createTarget", url="about:blank")["targetId"]
        self._session = self._call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        self._call("Page.enable")

    def open(self, file: Path) -> None:
        """Open a file and wait until it is loaded."""
        self._call("Page.navigate", url=file.absolute().as_uri())
        while self._received().get("method") != "Page.loadEventFired":
            pass

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

    def picture(self, x: int, y: int, width: int, height: int) -> bytes:
        """Return a part of the page as PNG."""
        clip = {"x": x, "y": y, "width": width, "height": height, "scale": 1}
        return self._bytes("Page.captureScreenshot", clip=clip, captureBeyondViewport=True)

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
            data = self._from.read(1 << 20)
            if not data:
                raise EOFError("the browser has gone")
            self._rest += data
        one, _, self._rest = self._rest.partition(b"\0")
        message: dict[str, Any] = json.loads(one)
        return message


@contextmanager
def browser() -> Iterator[Page]:
    """Start a browser with an empty profile and end it afterwards."""
    assert PROGRAM
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
