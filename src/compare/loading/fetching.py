"""One address to what it answers: politely, within limits, and each way to fail is one line that says what to do.

Only what the user named is fetched, and what it redirects to. httpx speaks to the server; which redirects are followed,
when a busy server is asked again and how much is taken is decided here.
"""

from __future__ import annotations

import asyncio
import re
import socket
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, NoReturn

from compare import __version__
from compare.errors import AddressRefused, FetchFailed, FetchTooLarge, SourceEmpty, SourceError, reason_of
from compare.loading.addresses import address_of, is_local, leads_inside
from compare.loading.answers import Fetched, Update
from compare.loading.snapshots import Snapshot, Snapshots, body_digest
from compare.loading.timestamps import utc
from compare.loading.unpacking import ENCODINGS, PackedWrongly, TooMuch, unpacker
from compare.loading.validators import Cache, Validators
from compare.loading.web import Web
from compare.model import one_line

if TYPE_CHECKING:
    import httpx

AGENT = f"compare-news/{__version__}"
"""Names the program, so that whoever runs a server can tell it from a browser."""

HEADERS = {
    "User-Agent": AGENT,
    "Accept": "text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.8",
    "Accept-Encoding": ENCODINGS,
}

_MOVED = frozenset({301, 302, 303, 307, 308})
_BUSY = frozenset({429, 500, 502, 503, 504})
_GONE = frozenset({404, 410})

LATER = "try again later"
BY_HAND = "open it in a browser, save the page and name the file"


class _Busy(Exception):
    """The server may have time later; ``after`` is how many seconds later, if it says so."""

    def __init__(self, what: str, after: float | None = None) -> None:
        super().__init__(what)
        self.after = after


@dataclass(frozen=True, slots=True)
class _Answer:
    url: str
    media: str
    charset: str | None
    validators: Validators
    body: bytes


@dataclass(frozen=True, slots=True)
class LastAnswer:
    """What the address answered last: what the server calls unchanged must be at hand, else it has to send it."""

    validators: Validators
    snapshot: Snapshot
    body: bytes


@dataclass(frozen=True, slots=True)
class Fetcher:
    """Fetches addresses for one reader.

    Attributes:
        web: the reader's choices.
        snapshots: where answers are kept.
        cache: where validators are kept.
        secure: the certificates that are trusted.
    """

    web: Web
    snapshots: Snapshots
    cache: Cache
    secure: ssl.SSLContext

    async def fetch(self, address: str, told: Callable[[Update], None]) -> Fetched:
        """Fetch an address that :func:`~compare.loading.addresses.address_of` has accepted.

        Raises:
            FetchFailed: no answer, a refusal, a bad certificate, a circle of redirects.
            FetchTooLarge: more than the limit.
            SourceEmpty: an answer without a body.
        """
        limit = self.web.limits.total
        try:
            async with asyncio.timeout(limit):
                answer = await _Fetch(self, address, told).run()
        except TimeoutError:
            raise FetchFailed(address, f"was not there within {limit:g} s", self._later(address)) from None
        except _Busy as busy:
            raise FetchFailed(address, str(busy), self._later(address)) from None
        if not answer.body.strip():
            raise SourceEmpty(address, "answers with nothing", "check the address")
        return self._kept(address, answer)

    def last_answer(self, address: str) -> LastAnswer | None:
        """Return what is known of the last answer of an address; ``None`` if a part of it is missing."""
        known, history = self.cache.get(address), self.snapshots.history(address)
        if known is None or not history or known.sha256 != history[-1].sha256:
            return None
        body = self.snapshots.body(address, history[-1])
        return None if body is None else LastAnswer(known, history[-1], body)

    def _kept(self, address: str, answer: _Answer) -> Fetched:
        now = self.web.now()
        new = Snapshot(answer.url, answer.media, answer.charset, body_digest(answer.body), now, now)
        warnings: tuple[str, ...] = ()
        try:
            self.snapshots.keep(address, new, answer.body)
            self.cache.put(address, answer.validators)
        except OSError as error:
            warnings = (f"{address}: could not be saved for --offline and --since ({reason_of(error)})",)
        return Fetched(address, new, answer.body, warnings)

    def _later(self, address: str) -> str:
        history = self.snapshots.history(address)
        return f"{LATER}, or read what was saved on {history[-1].seen[:10]} with --offline" if history else LATER


class _Fetch:
    """One address on its way."""

    def __init__(self, fetcher: Fetcher, address: str, told: Callable[[Update], None]) -> None:
        self._fetcher = fetcher
        self._address = address
        self._told = told
        self._limits = fetcher.web.limits
        self._last = None if fetcher.web.refresh else fetcher.last_answer(address)
        # whether the named page stands in the reader's own network; a name does not tell before it is looked up
        self._inside = True if is_local(address) else None

    async def run(self) -> _Answer:
        """Ask until there is an answer, waiting longer each time."""
        async with self._client() as client:
            for attempt in range(self._limits.attempts - 1):
                try:
                    return await self._follow(client)
                except _Busy as busy:
                    await self._wait(busy, self._limits.back_off * 2**attempt)
            return await self._follow(client)

    def _client(self) -> httpx.AsyncClient:
        """Return a client of its own: the cookies of one source are nothing to another."""
        import httpx

        timeout = httpx.Timeout(self._limits.read, connect=self._limits.connect, pool=None)
        try:
            return httpx.AsyncClient(headers=HEADERS, timeout=timeout, verify=self._fetcher.secure)
        except (ValueError, ImportError, httpx.InvalidURL) as error:
            reason = f"the proxy that is set cannot be used ({error})"
            raise FetchFailed(self._address, one_line(reason), "mend HTTPS_PROXY, HTTP_PROXY or ALL_PROXY") from None

    async def _wait(self, busy: _Busy, back_off: float) -> None:
        seconds = back_off if busy.after is None else max(busy.after, back_off)
        if seconds > self._limits.wait:
            raise _Busy(f"{busy} and asks to be left alone for {seconds:.0f} s")
        self._told(Update(note=f"{busy}; asked again in {seconds:g} s"))
        await self._fetcher.web.clock.sleep(seconds)

    async def _follow(self, client: httpx.AsyncClient) -> _Answer:
        """Ask for the address and for what it redirects to."""
        url = self._address
        been: set[object] = set()
        for _ in range(self._limits.redirects + 1):
            # a server that sets a cookie and sends one back to the same address is in no circle
            step = (url, tuple(sorted((c.name, c.value or "") for c in client.cookies.jar)))
            if step in been:
                raise FetchFailed(self._address, "redirects in a circle", BY_HAND)
            been.add(step)
            async with self._asked(client, url) as response:
                if response.status_code in _MOVED and "location" in response.headers:
                    url = self._next(url, response.headers["location"])
                    continue
                return await self._answer(response, url)
        raise FetchFailed(self._address, f"redirects more than {self._limits.redirects} times", BY_HAND)

    def _next(self, url: str, location: str) -> str:
        from urllib.parse import urljoin

        try:
            there = address_of(urljoin(url, location.strip().replace(" ", "%20")))  # some servers forget to
        except (AddressRefused, ValueError):
            shown = one_line(location)[:200]
            raise FetchFailed(self._address, f"redirects to {shown!r}, which is no web page", "check it") from None
        if is_local(there) and not self._inside:
            raise self._led_inside(there)
        return there

    def _led_inside(self, there: str) -> SourceError:
        return FetchFailed(self._address, f"redirects to {there}, which is in your own network", "name that itself")

    def _guard(self, url: str, host: str) -> Callable[[str, Mapping[str, Any]], Awaitable[None]]:
        """Return what looks, before anything is sent, at where a connection leads: whoever owns a name can let it stand
        for a number in the reader's own network. Where a proxy looks names up, there is nothing to see."""
        to = ""

        async def look(event: str, told: Mapping[str, Any]) -> None:
            nonlocal to
            if event == "connection.connect_tcp.started":
                to = told["host"]
            elif event == "connection.connect_tcp.complete" and not self._inside:
                stream = told["return_value"]
                inside = to == host and leads_inside(stream.get_extra_info("server_addr")[0])
                if self._inside is None:
                    self._inside = inside
                elif inside:
                    await stream.aclose()
                    raise self._led_inside(url)

        return look

    @asynccontextmanager
    async def _asked(self, client: httpx.AsyncClient, url: str) -> AsyncIterator[httpx.Response]:
        import httpx

        known = self._last.validators if self._last else None
        headers = known.headers() if known and known.url == url else {}
        limits = self._limits
        try:
            guard = self._guard(url, httpx.URL(url).raw_host.decode("ascii"))
            async with client.stream("GET", url, headers=headers, extensions={"trace": guard}) as response:
                yield response
        except httpx.ConnectTimeout:
            raise FetchFailed(self._address, f"no connection within {limits.connect:g} s", LATER) from None
        except httpx.TimeoutException:
            raise FetchFailed(self._address, f"sent nothing for {limits.read:g} s", LATER) from None
        except httpx.RemoteProtocolError as error:
            if "location header" in str(error):  # httpx looks at where a redirect leads even if told not to follow
                raise _astray(self._address) from None
            raise _Busy("broke off the connection") from None
        except (httpx.ReadError, httpx.WriteError):
            raise _Busy("broke off the connection") from None
        except httpx.ConnectError as error:
            raise _unreachable(self._address, error) from None
        except (httpx.InvalidURL, httpx.UnsupportedProtocol, httpx.LocalProtocolError):
            raise _astray(self._address) from None
        except httpx.HTTPError as error:
            reason = one_line(str(error)) or type(error).__name__
            raise FetchFailed(self._address, f"could not be fetched ({reason})", LATER) from None

    async def _answer(self, response: httpx.Response, url: str) -> _Answer:
        status, headers = response.status_code, response.headers
        if status == HTTPStatus.NOT_MODIFIED and (last := self._last):
            return _Answer(url, last.snapshot.media, last.snapshot.charset, last.validators, last.body)
        if status != HTTPStatus.OK:
            self._refuse(response)
        body = await self._read(response)
        validators = Validators(url, body_digest(body), headers.get("etag"), headers.get("last-modified"))
        return _Answer(url, *_content_type(headers.get("content-type", "")), validators, body)

    def _refuse(self, response: httpx.Response) -> NoReturn:
        status = response.status_code
        what = f"answers {_named(status)}"
        if status in _BUSY:
            raise _Busy(what, _seconds(response.headers.get("retry-after", ""), self._fetcher.web))
        raise FetchFailed(self._address, what, "check the address" if status in _GONE else BY_HAND)

    async def _read(self, response: httpx.Response) -> bytes:
        """Take the body, piece by piece: neither what arrives nor what it unpacks to may pass the limit."""
        limit = self._limits.size
        told = response.headers.get("content-length", "")
        total = int(told) if re.fullmatch(r"[0-9]{1,18}", told) else None
        if total is not None and total > limit:
            raise FetchTooLarge(self._address, limit)
        body, arrived = bytearray(), 0
        try:
            unpack = unpacker(response.headers.get("content-encoding", ""))
            async for piece in response.aiter_raw():
                arrived += len(piece)
                if arrived > limit:
                    raise TooMuch
                body += unpack.feed(piece, limit - len(body))
                self._told(Update(arrived, total))
        except TooMuch:
            raise FetchTooLarge(self._address, limit) from None
        except PackedWrongly:
            raise FetchFailed(self._address, "is packed in a way that cannot be undone", BY_HAND) from None
        return bytes(body)


def _astray(address: str) -> SourceError:
    return FetchFailed(address, "is no web address or redirects to none", "check the spelling")


def _named(status: int) -> str:
    """Return a status with its usual name; what the server calls it is its own affair."""
    try:
        return f"{status} {HTTPStatus(status).phrase}"
    except ValueError:
        return str(status)


def _seconds(after: str, web: Web) -> float | None:
    """Return the seconds of a ``Retry-After``, which holds a number of them or a date."""
    if re.fullmatch(r"[0-9]{1,9}", after.strip()):
        return float(after)
    if (found := utc(after)) is None:
        return None
    then = datetime.fromisoformat(found)
    return max(0.0, (then.replace(tzinfo=then.tzinfo or UTC) - web.clock.now()).total_seconds())


def _content_type(header: str) -> tuple[str, str | None]:
    media, _, rest = header.partition(";")
    named = re.search(r"charset\s*=\s*[\"']?([\w.:-]{1,40})", rest, re.IGNORECASE | re.ASCII)
    return one_line(media).lower()[:100], named[1].lower() if named else None


def _unreachable(address: str, error: Exception) -> SourceError:
    """Say why no connection came about. httpx wraps what the system said several times over."""
    for cause in _causes(error):
        if isinstance(cause, ssl.SSLCertVerificationError):
            reason = one_line(cause.verify_message).rstrip(".")
            return FetchFailed(address, f"its certificate is not valid ({reason})", "do not trust what it shows")
        if isinstance(cause, ssl.SSLError):
            return FetchFailed(address, "no secure connection can be made", "check the address")
        if isinstance(cause, socket.gaierror):
            return FetchFailed(address, "its host was not found", "check the spelling and your connection")
    return FetchFailed(address, "nothing answers there", "check the address and your connection")


def _causes(error: BaseException) -> Iterator[BaseException]:
    pending: list[BaseException | None] = [error]
    seen: set[int] = set()
    while pending:
        if (cause := pending.pop()) is not None and id(cause) not in seen:
            seen.add(id(cause))
            yield cause
            pending += [cause.__cause__, cause.__context__]
            pending += cause.exceptions if isinstance(cause, BaseExceptionGroup) else ()
