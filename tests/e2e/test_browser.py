"""The program in a real browser. Needs Chromium; where there is none the test says so and is skipped."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
import zlib
from pathlib import Path

import pytest
from screenshots import chromium

from systems import posix

SEEDS = Path(__file__).parents[2] / "seeds"


@posix
@pytest.mark.skipif(chromium.program() is None, reason="Chromium is not installed (apt install chromium)")
async def test_a_window_shows_the_set_takes_keys_and_ends_with_the_server(tmp_path: Path) -> None:
    server = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "compare", str(SEEDS), "--serve", "0"),
        env={"PATH": os.environ["PATH"], "HOME": str(tmp_path)},
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
        start_new_session=True,
    )
    assert server.stdout is not None
    assert server.stderr is not None
    try:
        async with chromium.browser() as page:  # which takes as long to start as the server
            said = (await server.stdout.readline()).decode()
            address = said.split()[0]
            assert address.startswith("http://127.0.0.1:")
            await page.open(address)
            await page.wait("finding 1/")
            assert "5 articles" in page.text
            await page.press("n")
            await page.wait("finding 2/")
            assert {url.split("/")[2] for url in page.asked if "://" in url} == {address.split("/")[2]}
            assert len(set(_bytes_of(await page.picture()))) > 20  # letters in colours, not an empty page
            server.send_signal(signal.SIGINT)
            assert await asyncio.wait_for(server.wait(), 20) == 0
        assert await server.stderr.read() == b""
        with pytest.raises(ProcessLookupError):  # nothing of it is left, once the system has cleared it away
            for _ in range(200):
                os.killpg(server.pid, 0)
                await asyncio.sleep(0.05)
    finally:
        if server.returncode is None:
            server.kill()
            await server.wait()


def _bytes_of(png: bytes) -> bytes:
    """The pixels of a PNG, as good as raw."""
    data, at = b"", 8
    while at < len(png):
        size = int.from_bytes(png[at : at + 4], "big")
        if png[at + 4 : at + 8] == b"IDAT":
            data += png[at + 8 : at + 8 + size]
        at += 12 + size
    return zlib.decompress(data)
