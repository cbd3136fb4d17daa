"""Looks for input that makes the program crash, hang or grow.

usage: python -m benchmarks.fuzz [--minutes N] [--seed N] [--engine atheris] [TARGET ...]

Sound files of every format, texts, marks and sets are damaged at random: bytes and stretches are changed, removed,
doubled, exchanged with those of other samples or with signs that mean something. What is read must end in a result or
in an error of :mod:`compare.errors`, within :data:`SECONDS`; what is exported must give its texts back. A case that
does not is written to ``tests/cases/``, where ``tests/unit/test_cases.py`` tries it for ever after. With ``--engine
atheris`` (a package of its own, for CPython on Linux) :mod:`benchmarks.fuzz_guided` damages them, led by the code that
is reached.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import logging
import random
import signal
import subprocess
import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from benchmarks.fuzz_targets import TARGETS, Samples
from benchmarks.processes import peak_memory
from compare.errors import CompareError

CASES = Path(__file__).parent.parent / "tests" / "cases"

SECONDS = 10
"""Of a processor, that one case may take: a hundred times what the slowest sound sample takes."""

_TELLING = (
    *(b"\0", b"\xff", b"\xff\xff\xff\xff", b"\x7f", b"-1", b"0", b"99999999999", b"\x1b[31m", b"\r", b"\n\n"),
    *(b"<", b"&", b'"', b"%00", b"{", b"]]>", b"\xed\xa0\x80", b"\xf0\x9f\x87", "\u202e".encode(), "\u2028".encode()),
)
"""Ends of numbers, half characters, and what begins or ends something in some format."""


class Hang(Exception):
    """A case took more than :data:`SECONDS`."""


def damaged(chance: random.Random, sample: bytes, others: list[bytes]) -> bytes:
    """Return a sample with one to eight things changed in it."""
    data = bytearray(sample)
    for _ in range(chance.randint(1, 8)):
        at = chance.randrange(len(data) + 1)
        length = min(chance.choice((1, 2, 4, 16, 100)), len(data) - at)
        way = chance.randrange(7)
        if way == 0:
            data[at : at + 1] = bytes([chance.randrange(256)])
        elif way == 1:
            del data[at : at + length]
        elif way == 2:
            data[at:at] = data[at : at + length] * chance.choice((1, 2, 50))
        elif way == 3:
            data[at : at + length] = chance.choice(_TELLING)
        elif way == 4:
            other = chance.choice(others)
            start = chance.randrange(len(other) + 1)
            data[at : at + length] = other[start : start + 200]
        elif way == 5:
            data[at:at] = chance.choice(_TELLING) * chance.choice((1, 3, 1_000))
        else:
            del data[at:]
    return bytes(data)


@contextmanager
def _bounded() -> Iterator[None]:
    def stop(*_: object) -> None:
        raise Hang

    signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


def tried(target: str, name: str, data: bytes) -> str:
    """Run one case and return how it ended: ``read``, the name of an error of ours, or what went wrong, after ``!``."""
    try:
        with _bounded():
            TARGETS[target].run(data, name)
        return "read"
    except CompareError as error:
        return type(error).__name__ if "\n" not in str(error) else f"! two lines: {error!r}"
    except Hang:
        return f"! more than {SECONDS} s"
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException as error:  # a library written in Rust that panics raises what is no Exception
        where = traceback.extract_tb(error.__traceback__)[-1]
        return f"! {type(error).__name__} in {Path(where.filename).name}:{where.lineno}: {error}"


def fuzz(targets: Sequence[str], seconds: float, seed: int, say: Callable[[str], None]) -> int:
    """Damage and try for some time; return how many different things went wrong."""
    chance = random.Random(seed)
    samples: Mapping[str, Samples] = {name: TARGETS[name].samples() for name in targets}
    everything = [data for found in samples.values() for _, data in found]
    ends: Counter[tuple[str, str]] = Counter()
    grown = peak_memory()
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        target = chance.choice(targets)
        name, sample = chance.choice(samples[target])
        data = damaged(chance, sample, everything)
        end = tried(target, name, data)
        if end.startswith("!") and not ends[target, end]:
            say(f"{target} {name}: {end}\n  kept as {kept(target, name, data).name}")
        ends[target, end] += 1
    for (target, end), count in sorted(ends.items()):
        say(f"{count:>8,}  {target:<10} {end}")
    say(f"{sum(ends.values()):,} cases, seed {seed}; memory {grown:,.0f} MB before, {peak_memory():,.0f} MB after")
    return sum(end.startswith("!") for _, end in ends)


def guided(targets: Sequence[str], seconds: float, seed: int) -> int:
    """Search each target with atheris for its share of the time; return in how many something went wrong."""
    command = [sys.executable, "-m", "benchmarks.fuzz_guided"]
    wrong = 0
    for target in targets:
        done = subprocess.run(
            [*command, target, str(seconds / len(targets)), str(seed)], stderr=subprocess.PIPE, check=False
        )
        wrong += done.returncode != 0
        if done.returncode not in (0, 1):  # what libFuzzer says of itself is shown only then
            sys.stderr.buffer.write(done.stderr)
    return wrong


def kept(target: str, name: str, data: bytes) -> Path:
    """Keep a case for the tests, and return the file that tells what it is a case of."""
    CASES.mkdir(exist_ok=True)
    digest = hashlib.sha256(data).hexdigest()[:12]
    (CASES / digest).write_bytes(data)
    about = CASES / f"{digest}.json"
    about.write_text(json.dumps({"target": target, "name": name}) + "\n", encoding="utf-8")
    return about


def main() -> int:
    """Run from the command line; exit 1 if anything went wrong."""
    ask = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    ask.add_argument("targets", nargs="*", metavar="TARGET", help=f"{', '.join(TARGETS)}; without any, all")
    ask.add_argument("--minutes", type=float, default=30, help="for all targets together")
    ask.add_argument("--seed", type=int, default=1)
    ask.add_argument("--engine", choices=("random", "atheris"), default="random")
    asked = ask.parse_args()
    if unknown := [target for target in asked.targets if target not in TARGETS]:
        ask.error(f"no target {', '.join(unknown)}; there are {', '.join(TARGETS)}")
    targets, seconds = asked.targets or sorted(TARGETS), asked.minutes * 60
    if asked.engine == "atheris":
        return 1 if guided(targets, seconds, asked.seed) else 0
    logging.disable()  # libraries complain of what they read, and that is what they are given it for
    return 1 if fuzz(targets, seconds, asked.seed, lambda line: print(line, flush=True)) else 0


if __name__ == "__main__":
    sys.exit(main())
