"""Several fetches at once, in a thread of their own, so that reading what has arrived delays none of them.

The thread only puts what happens into a queue. It is a daemon and is not waited for, nor are those in which names are
looked up: a server that never answers must not keep the program from ending.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from importlib.util import find_spec
from queue import Empty, SimpleQueue
from ssl import SSLContext
from threading import Thread
from types import TracebackType
from typing import ParamSpec, TypeVar

from compare.errors import ExtraMissing, FetchFailed, SourceError, reason_of
from compare.loading.answers import Fetched, Update
from compare.loading.fetching import Fetcher
from compare.loading.snapshots import Snapshots
from compare.loading.validators import Cache
from compare.loading.web import Web

P = ParamSpec("P")
T = TypeVar("T")

Event = tuple[str, Update | Fetched | SourceError | Exception]
"""An address, and what happened to it: it is so far, it has arrived, or it failed."""


def can_fetch() -> bool:
    """Tell whether the libraries of the extra ``web`` are installed that fetching needs."""
    return all(find_spec(module) for module in ("httpx", "brotli"))


def _trusted(address: str) -> SSLContext:
    import httpx

    try:
        return httpx.create_ssl_context()
    except OSError as error:
        reason = f"the certificates of SSL_CERT_FILE or SSL_CERT_DIR cannot be read ({reason_of(error)})"
        raise FetchFailed(address, reason, "mend that variable, or unset it") from None


class _Daemons(ThreadPoolExecutor):
    """Does each work in a daemon of its own; Python waits at its end for the threads of any other executor."""

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        future: Future[T] = Future()
        future.set_running_or_notify_cancel()

        def work() -> None:
            try:
                future.set_result(fn(*args, **kwargs))
            except BaseException as error:
                future.set_exception(error)

        Thread(target=work, name="compare-look-up", daemon=True).start()
        return future


class Fetches:
    """Fetches addresses from entering the ``with`` block on; leaving it stops what is still under way.

    Raises:
        ExtraMissing: the libraries for it are not installed. This and the next come from the constructor.
        FetchFailed: the certificates that the surroundings name cannot be read.
    """

    def __init__(self, addresses: Sequence[str], web: Web, snapshots: Snapshots) -> None:
        if not can_fetch():
            raise ExtraMissing(addresses[0], "httpx", "web")
        self._addresses = addresses
        self._fetcher = Fetcher(web, snapshots, Cache(), _trusted(addresses[0]))
        self._events: SimpleQueue[Event] = SimpleQueue()
        self._loop = asyncio.new_event_loop()
        self._loop.set_default_executor(_Daemons())
        self._stop = asyncio.Event()
        self._ended = False
        self._thread = Thread(target=self._run, name="compare-fetch", daemon=True)

    def __enter__(self) -> Fetches:
        self._thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        with suppress(RuntimeError):  # all is done, and the loop is closed
            self._loop.call_soon_threadsafe(self._stop.set)
        self._thread.join(timeout=1)

    def take(self, wait: float) -> list[Event]:
        """Return what has happened since; wait so many seconds for the first of it.

        Raises:
            RuntimeError: the thread has died, and what is waited for will never come.
        """
        found: list[Event] = []
        with suppress(Empty):
            found.append(self._events.get(timeout=wait) if wait else self._events.get_nowait())
            while True:
                found.append(self._events.get_nowait())
        # it may well end first: files are still read when the last answer has come
        if not (found or self._ended or self._thread.is_alive()) and self._events.empty():
            raise RuntimeError("the thread that fetches has ended before its work")
        return found

    def _run(self) -> None:
        try:
            self._loop.run_until_complete(self._all())
            self._ended = True
        finally:
            # bodies that were read only in part
            self._loop.run_until_complete(self._loop.shutdown_asyncgens())
            self._loop.close()

    async def _all(self) -> None:
        room = asyncio.Semaphore(self._fetcher.web.limits.at_once)
        tasks = [asyncio.create_task(self._one(address, room)) for address in self._addresses]
        stop = asyncio.create_task(self._stop.wait())
        done = asyncio.create_task(asyncio.wait(tasks))
        await asyncio.wait((stop, done), return_when=asyncio.FIRST_COMPLETED)
        for task in (stop, done, *tasks):
            task.cancel()
        await asyncio.gather(stop, done, *tasks, return_exceptions=True)

    async def _one(self, address: str, room: asyncio.Semaphore) -> None:
        async with room:
            self._events.put((address, Update()))
            try:
                fetched = await self._fetcher.fetch(address, lambda update: self._events.put((address, update)))
            except Exception as error:  # also what nobody thought of: it is raised where the sources are loaded
                self._events.put((address, error))
            else:
                self._events.put((address, fetched))
