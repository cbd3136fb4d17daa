"""Searches one target with atheris, which goes on from what reaches new code. :mod:`benchmarks.fuzz` starts it, a
process for each target, since atheris ends the process it runs in.

usage: python -m benchmarks.fuzz_guided TARGET SECONDS SEED

The first byte of an input chooses the sound sample whose name it goes by; the rest is the content. What goes wrong is
kept as :mod:`benchmarks.fuzz` keeps it, and the search goes on.
"""

from __future__ import annotations

import logging
import os
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["compare"]):  # before anything else imports it
    from benchmarks.fuzz import kept, tried
    from benchmarks.fuzz_targets import TARGETS

LARGEST = 20_000
"""Bytes of an input: sound samples have fewer, and more of the same reaches nothing new."""


def search(target: str, seconds: float, seed: int) -> None:
    """Search for some time, and leave the process: with exit status 1 if anything went wrong."""
    samples = TARGETS[target].samples()
    ends: Counter[str] = Counter()
    until = time.monotonic() + seconds

    def once(data: bytes) -> None:
        name, _ = samples[data[0] % len(samples) if data else 0]
        end = tried(target, name, data[1:])
        if end.startswith("!") and not ends[end]:
            print(f"{target} {name}: {end}\n  kept as {kept(target, name, data[1:]).name}", flush=True)
        ends[end] += 1
        if time.monotonic() > until:
            for how, count in sorted(ends.items()):
                print(f"{count:>8,}  {target:<10} {how}", flush=True)
            os._exit(any(how.startswith("!") for how in ends))

    corpus = Path(tempfile.mkdtemp(prefix=f"compare-{target}-"))
    for n, (_, data) in enumerate(samples):
        (corpus / str(n)).write_bytes(bytes([n]) + data[:LARGEST])
    options = (f"-seed={seed}", f"-max_len={LARGEST}", "-timeout=60", "-verbosity=0", f"-artifact_prefix={corpus}/")
    atheris.Setup([sys.argv[0], *options, str(corpus)], once)
    atheris.Fuzz()


if __name__ == "__main__":
    logging.disable()  # libraries complain of what they read, and that is what they are given it for
    search(sys.argv[1], float(sys.argv[2]), int(sys.argv[3]))
