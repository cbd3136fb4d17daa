"""How many sources are asked at once, and how long one that does not answer is waited for."""

from __future__ import annotations

import socket
import time
from collections.abc import Callable
from contextlib import ExitStack

import pytest

from compare.errors import FetchFailed
from compare.loading.web import Limits, Web
from compare.session import load
from systems import linux
from web_server import STORY, Answer, WebServer, page

from .conftest import Hands


def test_no_more_sources_are_asked_at_once_than_that(server: WebServer, hands: Hands) -> None:
    asked: list[int] = []
    at_once: list[int] = []

    def slowly(body: bytes) -> Callable[[int], Answer]:
        def answer(n: int) -> Answer:
            asked.append(n)
            at_once.append(len(asked))
            time.sleep(0.05)
            asked.pop()
            return 200, {"Content-Type": "text/html"}, body

        return answer

    server.answers.update({f"/{n}": slowly(page(text)) for n, text in enumerate(STORY)})
    urls = [server.url(f"/{n}") for n in range(len(STORY))]
    assert len(load(urls, web=Web(limits=Limits(at_once=3), clock=hands.clock())).articles) == len(at_once) == 6
    assert max(at_once) == 3


@linux
def test_a_connection_that_does_not_come_about_is_not_waited_for(hands: Hands) -> None:
    with ExitStack() as held:
        busy = held.enter_context(socket.socket())
        busy.bind(("127.0.0.1", 0))
        busy.listen(0)
        for _ in range(3):  # who stands in the queue; whoever comes after them waits
            waiting = held.enter_context(socket.socket())
            waiting.setblocking(False)
            waiting.connect_ex(busy.getsockname())
        web = Web(limits=Limits(connect=0.1, total=2), clock=hands.clock())
        with pytest.raises(FetchFailed, match=r"no connection within 0\.1 s; try again later"):
            load([f"http://127.0.0.1:{busy.getsockname()[1]}/"], web=web)
