"""The server behind ``--serve``: textual-serve, with a page of our own and a look at who speaks to it.

Our page fetches nothing from elsewhere; the one that comes with textual-serve asks a third party for a font. And a page
of any other site, open in the same browser, could speak to a server on this computer: it is answered only where the
address is the one that was printed, so that nobody else reads the texts or presses a key.
"""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from contextlib import redirect_stdout
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import aiohttp_jinja2
from aiohttp import WSCloseCode, web
from textual_serve.server import Server

from compare.browser.address import bracketed, is_ip

if TYPE_CHECKING:
    import socket
    from collections.abc import Awaitable, Callable, Sequence

    from textual_serve.app_service import AppService

NOTHING_FROM_ELSEWHERE = (
    "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data:; frame-ancestors 'none'"
)
"""What the browser is told of the page. The inline parts are its own, and two styles of the terminal's."""

FONT = 16
"""Size of letters in pixels; ``?fontsize=20`` asks for another."""


class Windows(Server):
    """Gives each window of the browser a program of its own.

    Args:
        arguments: the command line of the program.
        title: what the page is called.
        host: where it listens, as it was named; requests may name it so.
        port: its port.
    """

    def __init__(self, arguments: Sequence[str], *, title: str, host: str, port: int) -> None:
        super().__init__(command(arguments), host=host, port=port, title=title, templates_path=Path(__file__).parent)
        self._open: set[web.WebSocketResponse] = set()
        self._ready: Callable[[str], None] = lambda _: None

    def listen(self, on: socket.socket, ready: Callable[[str], None]) -> None:
        """Answer on a socket until interrupted or ended; ``ready`` is called with the address of the page."""
        self._ready = ready
        with redirect_stdout(sys.stderr):  # textual-serve prints what a program has said last
            web.run_app(self._make_app(), sock=on, print=None, access_log=None)

    async def _make_app(self) -> web.Application:
        app = await super()._make_app()
        app.middlewares.append(self._guarded)
        return app

    async def on_startup(self, _: web.Application) -> None:
        """Say that the page can be opened."""
        self._ready(f"http://{bracketed(self.host)}:{self.port}/")

    async def on_shutdown(self, _: web.Application) -> None:
        """End the programs: a window that is open would be waited for."""
        for window in tuple(self._open):
            await window.close(code=WSCloseCode.GOING_AWAY)

    @aiohttp_jinja2.template("app_index.html")
    async def handle_index(self, request: web.Request) -> dict[str, object]:
        """Fill in the page."""
        size = request.query.get("fontsize", "")
        return {"title": self.title, "font_size": int(size) if size.isdecimal() and len(size) < 4 else FONT}

    async def _process_messages(self, websocket: web.WebSocketResponse, app_service: AppService) -> None:
        self._open.add(websocket)
        try:
            await super()._process_messages(websocket, app_service)
        finally:
            self._open.discard(websocket)
            await app_service.stop()
            if app_service._process is not None:  # asyncio complains of one that it has not heard the end of
                await app_service._process.wait()

    @web.middleware
    async def _guarded(
        self, request: web.Request, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]
    ) -> web.StreamResponse:
        if not allowed(request.host, request.headers.get("Origin"), named=self.host):
            raise web.HTTPForbidden(text="Open the address that compare has printed.")
        response = await handler(request)
        if not response.prepared:
            response.headers["Content-Security-Policy"] = NOTHING_FROM_ELSEWHERE
        return response


def allowed(host: str, origin: str | None, *, named: str) -> bool:
    """Whether a request is answered.

    Args:
        host: whom it asks, with or without a port. A name must be ours: any other can be made to lead to this computer
            by whoever owns it. A number cannot.
        origin: the page that asks, if a page does; it must be ours.
        named: the host that the user named.
    """
    try:
        asked = urlsplit(f"//{host}").hostname or ""
        page = None if origin is None else urlsplit(origin).netloc
    except ValueError:
        return False
    ours = asked in {"localhost", named.lower()} or is_ip(asked)
    return ours and page in (None, host)


def command(arguments: Sequence[str]) -> str:
    """Return the command that runs this program with some arguments, for the shell.

    The folder it is run in is kept from Python's path: a file there that is called like a module must not be run.
    """
    words = [sys.executable, "-P", "-m", "compare", *arguments]
    if sys.platform != "win32":
        return f"exec {shlex.join(words)}"
    # its shell acts on these even where the program sees them quoted: the & of an address would begin a command
    return re.sub(r'[()%!^"<>&|]', r"^\g<0>", subprocess.list2cmdline(words))
