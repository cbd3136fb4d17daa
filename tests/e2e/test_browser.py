"""The program in a real browser. Needs Chromium; where there is none the test says so and is skipped."""

from __future__ import annotations

import os
import signal
import sys
import zlib
from pathlib import Path
from subprocess import PIPE, Popen

from screenshots.chromium import browser

from project import SEEDS
from systems import chromium, posix
from waiting import wait


@posix
@chromium
def test_a_window_shows_the_set_takes_keys_and_ends_with_the_server(tmp_path: Path) -> None:
    with Popen(
        (sys.executable, "-m", "compare", str(SEEDS), "--serve", "0"),
        env={"PATH": os.environ["PATH"], "HOME": str(tmp_path)},
        stdout=PIPE,
        stderr=PIPE,
        start_new_session=True,
    ) as server:
        assert server.stdout is not None
        assert server.stderr is not None
        try:
            with browser() as page:  # which takes as long to start as the server
                said = server.stdout.readline().decode()
                address = said.split()[0]
                assert address.startswith("http://127.0.0.1:")
                page.look(1280, 720)
                page.open(address)
                page.wait("finding 1/")
                assert "5 articles" in page.text
                page.press("n")
                page.wait("finding 2/")
                assert {url.split("/")[2] for url in page.asked if "://" in url} == {address.split("/")[2]}
                assert len(set(_bytes_of(page.picture()))) > 20  # letters in colours, not an empty page
                server.send_signal(signal.SIGINT)
                assert server.wait(20) == 0
            assert server.stderr.read() == b""
            wait(lambda: not _is_there(server.pid))  # nothing of it is left, once the system has cleared it away
        finally:
            if server.poll() is None:
                server.kill()


def _is_there(group: int) -> bool:
    """Whether any process of a group is."""
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True


def _bytes_of(png: bytes) -> bytes:
    """The pixels of a PNG, as good as raw."""
    data, at = b"", 8
    while at < len(png):
        size = int.from_bytes(png[at : at + 4], "big")
        if png[at + 4 : at + 8] == b"IDAT":
            data += png[at + 8 : at + 8 + size]
        at += 12 + size
    return zlib.decompress(data)
