"""What may be fetched and how: the reader's choices, the limits, and the clock, which tests wind by hand."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time

from compare.errors import UsageError


@dataclass(frozen=True, slots=True)
class Limits:
    """What one source may cost. Times are in seconds, sizes in bytes.

    Attributes:
        size: of an answer, packed or unpacked. The largest of 1,000 saved news pages has 4 MB.
        redirects: from the address named to the page; browsers follow 20, and no page needs five.
        attempts: how often a server that is busy is asked.
        wait: the longest that ``Retry-After`` is obeyed; who says more is not asked again.
        back_off: before the second attempt; doubled before each one after it.
        connect: until a connection stands.
        read: between two pieces of an answer.
        total: for one source with all its attempts and redirects.
        at_once: sources that are fetched at one time.
    """

    size: int = 10_000_000
    redirects: int = 10
    attempts: int = 3
    wait: float = 30
    back_off: float = 1
    connect: float = 10
    read: float = 20
    total: float = 90
    at_once: int = 8


def _now() -> datetime:
    return datetime.now(UTC)


async def _sleep(seconds: float) -> None:
    import asyncio  # which takes as long to import as all the rest, and only fetching needs it

    await asyncio.sleep(seconds)


@dataclass(frozen=True, slots=True)
class Clock:
    """Tells the time (with its zone) and waits."""

    now: Callable[[], datetime] = _now
    sleep: Callable[[float], Awaitable[None]] = _sleep


@dataclass(frozen=True, slots=True)
class Web:
    """What the reader wants of the web.

    Attributes:
        offline: use what was saved and fetch nothing.
        refresh: fetch all anew, whatever the server says has not changed.
        since: put the saved revision of this ISO 8601 date or date-time (in UTC if it has no zone) beside today's; the
            empty string means the last one that says anything else, ``None`` today's alone.
        about: keep the entries of a feed that share these words; empty for all.
        limits: what one source may cost.
        clock: by which sources are dated and busy servers waited for.

    Raises:
        UsageError: the choices exclude each other, or ``since`` is no date.
    """

    offline: bool = False
    refresh: bool = False
    since: str | None = None
    about: str = ""
    limits: Limits = field(default_factory=Limits)
    clock: Clock = field(default_factory=Clock)

    def __post_init__(self) -> None:
        if self.offline and self.refresh:
            raise UsageError("--offline and --refresh exclude each other; leave one out")
        if self.since:
            moment(self.since)

    @property
    def asked(self) -> tuple[str, ...]:
        """What of it decides what is compared, as options of the command line."""
        about = ("--about", self.about) if self.about else ()
        since = () if self.since is None else (f"--since={self.since}",) if self.since else ("--since",)
        return *about, *since

    def now(self) -> str:
        """Return the time in UTC, ISO 8601 to the second."""
        return self.clock.now().astimezone(UTC).isoformat(timespec="seconds")


def moment(text: str) -> datetime:
    """Return the end of the day, or the moment, that ``--since`` names. Without a zone it is UTC.

    Raises:
        UsageError: it is no ISO 8601 date. Often it is a source that stands behind the option.
    """
    try:
        found = datetime.fromisoformat(text)
        with suppress(ValueError):  # a time stands behind the date
            found = datetime.combine(date.fromisoformat(text), time.max)
    except ValueError:
        raise UsageError(
            f"--since {text}: is not a date such as 2025-10-15; without one, --since stands behind the sources"
        ) from None
    return found if found.tzinfo else found.replace(tzinfo=UTC)
