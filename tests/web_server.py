"""A web server on this machine for tests: every path does one thing, and most of them something servers should not."""

from __future__ import annotations

import gzip
import ssl
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread

import brotli
import trustme

Answer = tuple[int, Mapping[str, str], bytes]

STORY = (
    "The ferry struck a pier in Lund on Monday.",
    "Nine passengers were hurt, the harbour office said.",
    "The captain had warned of the current an hour before.",
    "Two cranes will lift the ferry out of the harbour on Friday.",
    "The operator wants to pay for the damaged pier.",
    "Divers found no leak below the waterline of the ferry.",
)
OTHERS = (
    "A baker in Ulm sells bread by the metre.",
    "The orchestra plays without its conductor tonight.",
    "Snow closes the northern pass until spring.",
    "A library lends out garden tools.",
)

BOMB = brotli.compress(bytes(12_000_000), quality=1)
"""Some hundred bytes that stand for more than a page may have."""


def page(text: str, title: str = "Ferry strikes pier") -> bytes:
    body = f"<p>{text}</p><p>The harbour office of Lund will report on the ferry tomorrow.</p>"
    head = f"<!doctype html><html><head><title>{title}</title></head>"
    return f"{head}<body><article>{body}</article></body></html>".encode()


def rss(entries: Mapping[str, str], title: str = "Lund Ledger") -> bytes:
    items = "".join(
        f"<item><title>{name}</title><link>https://ledger.example/{n}</link>"
        f"<pubDate>Wed, {10 + n} Oct 2025 14:02:00 +0200</pubDate><description>{text}</description></item>"
        for n, (name, text) in enumerate(entries.items())
    )
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>{title}</title>{items}</channel></rss>'.encode()


def ten_reports() -> dict[str, str]:
    told = {f"Ferry report {n}": f"{text} The ferry had left the harbour at noon." for n, text in enumerate(STORY, 1)}
    return told | {f"Short news {n}": f"{text} Readers asked us about it." for n, text in enumerate(OTHERS, 1)}


class WebServer(ThreadingHTTPServer):
    """Answers on ``http://127.0.0.1:port``; ``asked`` counts the requests, ``answers`` may be changed at any time."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.asked: Counter[str] = Counter()
        self.headers: dict[str, Mapping[str, str]] = {}
        self.over = Event()
        self.scheme = "http"
        self.answers: dict[str, Callable[[int], Answer]] = {}
        self._usual()

    def url(self, path: str) -> str:
        return f"{self.scheme}://127.0.0.1:{self.server_address[1]}{path}"

    def handle_error(self, request: object, client_address: object) -> None:
        """Clients that hang up are what these tests are about."""

    def gives(self, path: str, body: bytes, media: str = "text/html", **headers: str) -> None:
        told = {"Content-Type": media, **{name.replace("_", "-"): value for name, value in headers.items()}}
        self.answers[path] = lambda _: (200, told, body)

    def moves(self, path: str, to: str) -> None:
        self.answers[path] = lambda _: (302, {"Location": to}, b"")

    def _usual(self) -> None:
        for n, text in enumerate(STORY):
            self.gives(f"/{n}", page(text))
        self.gives("/feed", rss(ten_reports()), "application/rss+xml")
        self.gives("/gzip", gzip.compress(page(STORY[0] + " It was packed.")), Content_Encoding="gzip")
        self.gives("/brotli", brotli.compress(page(STORY[1] + " It was packed.")), Content_Encoding="br")
        self.gives("/bomb", BOMB, Content_Encoding="br")
        self.gives("/broken", b"no gzip at all", Content_Encoding="gzip")
        self.gives("/zstd", b"\x28\xb5\x2f\xfd", Content_Encoding="zstd")
        self.gives("/charset", "Die Fähre rammte am Montag den Pier.\n".encode(), "text/plain; charset=iso-8859-1")
        self.gives("/latin", "Die Fähre fuhr am Montag an den Pier.\n".encode("cp1252"), "text/plain; charset=cp1252")
        self.gives("/empty", b"")
        self.gives("/picture", b"\x89PNG\r\n\x1a\n" + bytes(300), "image/png")
        self.moves("/moved", "/0?moved")
        self.gives("/0?moved", page(STORY[0] + " It has moved."))
        self.moves("/to-file", "file:///etc/passwd")
        self.moves("/to-self", "/to-self")
        self.moves("/to-script", "javascript:alert(1)")
        self.answers["/hops"] = lambda n: (302, {"Location": f"/hops?{n}"}, b"")
        self.answers["/busy"] = lambda n: (
            (429, {"Retry-After": "7"}, b"") if n == 1 else (200, {"Content-Type": "text/html"}, page(STORY[3]))
        )
        self.answers["/patience"] = lambda _: (503, {"Retry-After": "3600"}, b"")
        self.answers["/down"] = lambda _: (500, {}, b"")
        self.answers["/gone"] = lambda _: (404, {}, b"")
        self.answers["/walled"] = lambda _: (403, {}, b"")


class _Handler(BaseHTTPRequestHandler):
    server: WebServer
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        path = "/hops" if self.path.startswith("/hops") else self.path
        self.server.asked[path] += 1
        self.server.headers[path] = dict(self.headers.items())
        special = {
            **{"/slow": self._slow, "/drip": self._drip, "/endless": self._endless},
            **{"/50mb": self._large, "/padded": self._padded},
        }
        if path in special:
            with suppress(OSError):
                special[path]()
            self.close_connection = True
        elif path == "/drop":
            self.close_connection = True
        else:
            self._answer(*self.server.answers[path](self.server.asked[path]))

    def _answer(self, status: int, headers: Mapping[str, str], body: bytes) -> None:
        etag = headers.get("ETag")
        if etag and self.headers.get("If-None-Match") == etag:
            status, body = 304, b""
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        if status != 304:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _start(self, **headers: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()

    def _slow(self) -> None:
        self.server.over.wait(20)

    def _drip(self) -> None:
        self._start()
        while not self.server.over.wait(0.02):
            self.wfile.write(b"<p>")

    def _endless(self) -> None:
        self._start()
        while not self.server.over.is_set():
            self.wfile.write(b"<p>The ferry struck a pier.</p>" * 1000)

    def _padded(self) -> None:
        self._start(Content_Encoding="gzip")
        self.wfile.write(gzip.compress(page(STORY[0])))
        while not self.server.over.is_set():
            self.wfile.write(bytes(100_000))

    def _large(self) -> None:
        self._start(Content_Length="50000000")
        self.server.over.wait(20)

    def log_message(self, format: str, *arguments: object) -> None:
        """Say nothing."""


@contextmanager
def serving(*, secure: bool = False) -> Iterator[WebServer]:
    """Run a server; a secure one has a certificate that nobody vouches for."""
    server = WebServer()
    if secure:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        trustme.CA().issue_cert("127.0.0.1").configure_cert(context)
        server.socket = context.wrap_socket(server.socket, server_side=True)
        server.scheme = "https"
    # closing must not wait for the usual half a second
    Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    try:
        yield server
    finally:
        server.over.set()
        server.shutdown()
        server.server_close()
