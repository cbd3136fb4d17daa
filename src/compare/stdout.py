"""Standard output, where data goes: bytes, in UTF-8 and with plain line ends on every system, so that what is piped or
redirected is the same everywhere and no character of it is one that the system's own encoding lacks."""

from __future__ import annotations

import errno
import sys

from compare.errors import OutputFailed, reason_of


def put(text: str) -> None:
    """Write text to standard output.

    Raises:
        BrokenPipeError: nobody reads it any more, as after ``| head``.
        OutputFailed: the system refused, or standard output is closed.
    """
    if sys.stdout is None:
        raise OutputFailed("-", "standard output is closed")
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(text.encode())
        sys.stdout.buffer.flush()
    except BrokenPipeError:  # whoever read has seen enough: no failure to tell of
        raise
    except OSError as error:
        if sys.platform == "win32" and error.errno == errno.EINVAL:  # what Windows calls a pipe without a reader
            raise BrokenPipeError(errno.EPIPE, error.strerror) from error
        raise OutputFailed("-", reason_of(error)) from error
