"""The thread beside the screen: a reader who has enough compares what has arrived."""

from __future__ import annotations

import pytest
from textual.message import Message

from compare.loading.web import Web
from compare.tui import open_set
from compare.tui.app import CompareApp
from compare.tui.work import Advanced, Arrived, Compared, Job, Loaded, Work
from web_server import WebServer

from .conftest import Hands


def test_who_has_enough_compares_what_has_arrived(server: WebServer, hands: Hands) -> None:
    posted: list[Message] = []

    def post(message: Message) -> bool:
        posted.append(message)
        if isinstance(message, Arrived) and len(message.articles) == 2:
            work.settle()
        return True

    urls = [server.url(path) for path in ("/0", "/slow", "/1")]
    work = Work(post, Job(urls, web=Web(clock=hands.clock())))
    work.run()
    (loaded,) = [message.coverage for message in posted if isinstance(message, Loaded)]
    assert [article.source for article in loaded.displayed()] == [urls[0], urls[2]]
    assert isinstance(posted[-1], Compared)
    states = [
        message.progress.sources for message in posted if isinstance(message, Advanced) and message.progress.sources
    ]
    assert [source.state for source in states[-1]] == ["done", "failed", "done"]


def test_a_file_that_changes_fetches_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    begun: list[Web | None] = []

    class Recorded:
        def __init__(self, _: object, job: Job) -> None:
            begun.append(job.web)

        def start(self) -> None: ...

        def stop(self) -> None: ...

    monkeypatch.setattr(open_set, "Work", Recorded)
    screen = CompareApp(["https://news.example/a", "b.txt"], web=Web(refresh=True, since=""))
    screen.read_again()
    screen.read_again(fetch=False)
    assert [(web.offline, web.refresh, web.since) for web in begun if web] == [
        (False, True, ""),
        (False, True, ""),
        (True, False, ""),
    ]
