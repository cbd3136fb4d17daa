"""Makes ``browser.png`` from the sample set: ``make screenshot-browser``. Needs Chromium and the extra ``serve``."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path
from subprocess import PIPE, Popen
from tempfile import TemporaryDirectory

from screenshots.chromium import browser

HERE = Path(__file__).parent


def picture(home: str) -> bytes:
    """Serve the sample set, open it, go to the second finding, and return what the browser shows."""
    with Popen(
        (sys.executable, "-m", "compare", "seeds/", "--serve", "127.0.0.1:0"),
        cwd=HERE.parent,
        env={"PATH": os.defpath, "HOME": home},  # nothing that was read before
        stdout=PIPE,
    ) as server:
        assert server.stdout is not None
        try:
            address = server.stdout.readline().split()[0].decode()
            with browser() as page:
                page.look(1280, 577)
                page.open(address)
                page.wait("finding 1/")
                page.press("n")
                page.wait("finding 2/")
                time.sleep(1)  # the page fades in
                return page.picture()
        finally:
            server.terminate()


if __name__ == "__main__":
    target = HERE / "browser.png"
    with TemporaryDirectory() as empty:
        target.write_bytes(picture(empty))
    print(target.relative_to(HERE.parent))
