"""Makes ``browser.png`` from the sample set: ``make screenshot-browser``. Needs Chromium and the extra ``serve``."""

from __future__ import annotations

import asyncio
import os
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from screenshots.chromium import browser

HERE = Path(__file__).parent


async def picture(home: str) -> bytes:
    """Serve the sample set, open it, go to the second finding, and return what the browser shows."""
    server = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "compare", "seeds/", "--serve", "127.0.0.1:0"),
        cwd=HERE.parent,
        env={"PATH": os.defpath, "HOME": home},  # nothing that was read before
        stdout=asyncio.subprocess.PIPE,
    )
    assert server.stdout is not None
    try:
        address = (await server.stdout.readline()).split()[0].decode()
        async with browser() as page:
            await page.open(address)
            await page.wait("finding 1/")
            await page.press("n")
            await page.wait("finding 2/")
            await asyncio.sleep(1)  # the page fades in
            return await page.picture()
    finally:
        server.terminate()
        await server.wait()


if __name__ == "__main__":
    target = HERE / "browser.png"
    with TemporaryDirectory() as empty:
        target.write_bytes(asyncio.run(picture(empty)))
    print(target.relative_to(HERE.parent))
