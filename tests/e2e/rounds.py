"""A program of its own that marks and writes reports, over and over: ``python rounds.py FILE...``.

It reads the files once. For each line on its standard input, a folder, it forks a process that marks and reports there
until it is killed, and tells what that one does: ``pid``, ``open``, then for each round ``kept ID`` once a mark is
confirmed, as the screen confirms it, and ``wrote SUFFIX ID`` once a report with it stands; at last ``ended``.
"""

from __future__ import annotations

import os
import signal
import sys
from itertools import count
from pathlib import Path
from typing import NoReturn

from compare import session
from compare.export import Options, write
from compare.export.full import html
from compare.model import Body, Comparison, CoverageSet, Judged, Noted, Starred, Verdict
from compare.model.schema import json_text
from compare.review import Store, quote_of
from compare.tui.reviewing import Reviewing

SUFFIXES = ("md", "html", "json")
AT_MOST = 120
"""Seconds, after which a process ends whatever it waits for."""

WARM = (html, json_text)  # imported before the fork, not after each


def main(sources: list[str]) -> None:
    signal.alarm(AT_MOST)
    coverage = session.load(sources)
    comparison = session.analyse(coverage)
    for line in sys.stdin:
        pid = os.fork()
        if not pid:
            live(Path(line.strip()), coverage, comparison)
        os.waitpid(pid, 0)
        say("ended")


def live(folder: Path, coverage: CoverageSet, comparison: Comparison) -> NoReturn:
    signal.alarm(AT_MOST)
    say("pid", os.getpid())
    reviewing = Reviewing(Store(folder))
    reviewing.open(coverage)
    say("open", reviewing.store.trouble)
    for n in count():
        reviewing.put(body(coverage, n))
        kept = reviewing.store.marks[-1].id
        say("kept", kept)
        suffix = SUFFIXES[n % len(SUFFIXES)]
        write(comparison, str(folder / f"report.{suffix}"), options=Options(review=reviewing.over(comparison)))
        say("wrote", suffix, kept)
    raise AssertionError


def body(coverage: CoverageSet, n: int) -> Body:
    article = coverage.articles[n % len(coverage.articles)]
    sentence = article.sentences[n % len(article.sentences)]
    on = (quote_of(article, sentence.start, sentence.end),)
    return (Noted(on, f"round {n}"), Judged(on, Verdict.WRONG), Starred(on))[n % 3]


def say(*words: object) -> None:
    os.write(1, f"{' '.join(map(str, words))}\n".encode())  # in one piece or not at all


if __name__ == "__main__":
    main(sys.argv[1:])
