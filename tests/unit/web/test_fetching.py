"""Every way a server can answer: each ends as it should, the rest opens, each failure is one line."""

from __future__ import annotations

import json
import socket
from concurrent.futures.thread import _threads_queues
from pathlib import Path
from threading import Event, Thread, current_thread
from threading import enumerate as enumerate_threads
from typing import Any

import httpx
import pytest

from compare import folders
from compare.errors import FetchFailed, SourceError, TooFewArticles
from compare.loading import fetches, fetching
from compare.loading.snapshots import Snapshots
from compare.loading.validators import Cache
from compare.loading.web import Limits, Web
from compare.model import CoverageSet
from compare.session import Cancelled, Progress, load
from web_server import STORY, WebServer, page, serving

from .conftest import Hands

FAILURES = {
    "/down": "answers 500 Internal Server Error",
    "/patience": "answers 503 Service Unavailable and asks to be left alone for 3600 s",
    "/drop": "broke off the connection",
    "/gone": "answers 404 Not Found; check the address",
    "/walled": "answers 403 Forbidden; open it in a browser, save the page",
    "/50mb": "sends more than 10 MB",
    "/endless": "sends more than 10 MB",
    "/bomb": "sends more than 10 MB",
    "/padded": "sends more than 10 MB",
    "/broken": "is packed in a way that cannot be undone",
    "/zstd": "is packed in a way that cannot be undone",
    "/to-file": "redirects to 'file:///etc/passwd', which is no web page",
    "/to-script": "is no web address or redirects to none",
    "/to-self": "redirects in a circle",
    "/hops": "redirects more than 10 times",
    "/empty": "answers with nothing",
    "/picture": "is not a text",
}
GOOD = ("/feed", "/moved", "/busy", "/gzip", "/brotli", "/charset", "/latin", "/2")


def opened(coverage: CoverageSet, url: str) -> str:
    (text,) = [article.text for article in coverage.articles if article.source == url]
    return text


def test_each_ends_as_it_should_and_the_rest_opens(server: WebServer, hands: Hands) -> None:
    told: list[Progress] = []
    with serving(secure=True) as secure:
        sources = [*map(server.url, (*FAILURES, *GOOD)), secure.url("/0"), "http://127.0.0.1:1/", "ftp://a.example/b"]
        web = Web(about="ferry pier", clock=hands.clock())
        coverage = load(sources, web=web, progress=told.append)
    failed = {
        **{server.url(path): reason for path, reason in FAILURES.items()},
        secure.url("/0"): "its certificate is not valid (",
        "http://127.0.0.1:1/": "nothing answers there",
        "ftp://a.example/b": "ftp:// is not fetched, only http and https",
    }
    said = [warning for warning in coverage.warnings if warning.startswith("not compared: ")]
    assert len(said) == len(failed)
    assert not any("\n" in line for line in said)
    for source, reason in failed.items():
        (line,) = [line for line in said if line.startswith(f"not compared: {source}: ")]
        assert reason in line
        assert "; " in line, "it says what to do next"
    assert STORY[0] in opened(coverage, server.url("/moved"))
    assert STORY[3] in opened(coverage, server.url("/busy"))
    assert "It was packed" in opened(coverage, server.url("/gzip")) + opened(coverage, server.url("/brotli"))
    assert "Fähre rammte" in opened(coverage, server.url("/charset")), "the bytes are UTF-8, whatever the header says"
    assert "Fähre fuhr" in opened(coverage, server.url("/latin"))
    feed = [article for article in coverage.articles if article.source.startswith(server.url("/feed#"))]
    assert len(feed) == 6
    assert {article.outlet for article in feed} == {"Lund Ledger"}
    (left,) = [warning for warning in coverage.warnings if "left out" in warning]
    assert left.startswith(f"{server.url('/feed')}: 4 entries not about 'ferry pier' left out: ‘Short news 1’")
    # a busy server is asked again after as long as it says, one that is down a little later each time
    assert 7 in hands.waited
    assert {1, 2} <= set(hands.waited)
    assert 3600 not in hands.waited
    assert server.asked["/busy"] == 2
    assert server.asked["/down"] == server.asked["/drop"] == 3
    assert server.asked["/gone"] == server.asked["/patience"] == 1
    # all of it was told, in the order of display
    last = told[-1]
    assert last.done == last.total == len(last.sources) == len(sources) - 1
    assert [state.name for state in last.sources] == sources[:-1]
    states = {state.name: state for state in last.sources}
    assert states[server.url("/gone")].state == "failed"
    assert states[server.url("/gone")].note == "answers 404 Not Found"
    assert states[server.url("/2")].state == "done"
    assert states[server.url("/2")].arrived == states[server.url("/2")].total == len(page(STORY[2]))


@pytest.mark.parametrize("said", ["\x9b31m\x85", "\x1b]0;owned\x07\0"])
def test_what_a_server_says_does_not_act_on_a_terminal(server: WebServer, hands: Hands, said: str) -> None:
    html = {"Content-Type": "text/html"}
    server.answers |= {
        "/there": lambda _: (302, {"Location": f"ftp://news.example/{said}"}, b""),
        "/type": lambda _: (200, {"Content-Type": f"text/{said}html; charset={said}"}, page(STORY[2])),
        "/packed": lambda _: (200, {**html, "Content-Encoding": f"gzip{said}"}, page(STORY[2])),
        "/later": lambda _: (503, {"Retry-After": f"7{said}"}, b""),
        "/known": lambda _: (200, {**html, "ETag": f'"{said}"', "Last-Modified": said}, page(STORY[3])),
    }
    told: list[Progress] = []
    paths = ("/0", "/1", "/there", "/type", "/packed", "/later", "/known")
    for _ in range(2):  # the second time with what is remembered of the first
        coverage = load([server.url(path) for path in paths], web=Web(clock=hands.clock()), progress=told.append)
        assert len(coverage.warnings) >= 3
        shown = [*coverage.warnings, *(article.url or "" for article in coverage.articles)]
        shown += [state.note for progress in told for state in progress.sources]
        assert not [line for line in shown if not line.isprintable()]


@pytest.mark.parametrize(
    ("path", "limits", "reason"),
    [
        ("/slow", Limits(read=0.1), "sent nothing for 0.1 s; try again later"),
        ("/drip", Limits(total=0.3), "was not there within 0.3 s; try again later"),
    ],
)
def test_who_is_slow_is_not_waited_for(server: WebServer, hands: Hands, path: str, limits: Limits, reason: str) -> None:
    with pytest.raises(FetchFailed, match=reason):
        load([server.url(path)], web=Web(limits=limits, clock=hands.clock()))


@pytest.mark.parametrize(
    ("after", "waited"),
    [
        ("Wed, 15 Oct 2025 14:02:05 GMT", [5, 2]),
        ("Wed, 15 Oct 2025 13:00:00 GMT", [1, 2]),
        ("soon", [1, 2]),
        ("Oct 99999999999 24:61 15 Wed", [1, 2]),
    ],
)
def test_when_to_ask_again_is_a_date_or_nothing(
    server: WebServer, hands: Hands, after: str, waited: list[float]
) -> None:
    server.answers["/busy-till"] = lambda _: (503, {"Retry-After": after}, b"")
    with pytest.raises(FetchFailed, match="answers 503 Service Unavailable; try again later"):
        load([server.url("/busy-till")], web=Web(clock=hands.clock()))
    assert hands.waited == waited


def test_the_result_does_not_depend_on_what_arrives_first(server: WebServer, hands: Hands) -> None:
    urls = [server.url(f"/{n}") for n in range(6)]
    web = Web(clock=hands.clock())
    one = load(urls, web=web)
    assert [article.source for article in one.displayed()] == urls
    assert load(urls[::-1], web=web).articles == one.articles
    assert {article.retrieved for article in one.articles} == {"2025-10-15T14:02:00+00:00"}
    assert server.headers["/0"]["User-Agent"].startswith("compare-news/0.")
    assert server.headers["/0"]["Accept-Encoding"] == "gzip, br"


def test_strict_raises_the_first_in_the_order_of_display(server: WebServer, hands: Hands) -> None:
    web = Web(clock=hands.clock())
    for order in (("/0", "/down", "/gone"), ("/gone", "/0", "/down")):
        with pytest.raises(SourceError) as raised:
            load([server.url(path) for path in order], strict=True, web=web)
        assert raised.value.source == server.url(next(path for path in order if path in FAILURES))


def test_who_stops_keeps_what_has_arrived(server: WebServer, hands: Hands) -> None:
    arrived: list[str] = []
    urls = [server.url(path) for path in ("/0", "/slow", "/1")]
    web = Web(clock=hands.clock())
    coverage = load(urls, web=web, arrived=lambda a: arrived.append(a.source), enough=lambda: len(arrived) == 2)
    assert [article.source for article in coverage.displayed()] == [urls[0], urls[2]]
    assert f"not compared: {urls[1]}: was still being fetched when you stopped" in "".join(coverage.warnings)
    with pytest.raises(Cancelled):
        load(urls, web=web, cancelled=lambda: len(arrived) >= 2)


def test_only_what_the_user_named_is_fetched(server: WebServer, hands: Hands, tmp_path: Path) -> None:
    manifest = tmp_path / "set" / "coverage.toml"
    manifest.parent.mkdir()
    articles = (f'[[article]]\nsource = "{server.url(f"/{n}")}"\noutlet = "Outlet {n}"\n' for n in range(2))
    manifest.write_text("".join(articles), encoding="utf-8")
    web = Web(clock=hands.clock())
    for found in (str(manifest.parent), str(manifest.parent / "*")):
        with pytest.raises(TooFewArticles, match="and not named; name the manifest, or the address"):
            load([found], web=web)
    assert not server.asked
    assert {a.outlet for a in load([str(manifest)], web=web).articles} == {"Outlet 0", "Outlet 1"}
    server.gives("/links", page(f'{STORY[4]} <img src="/picture"> <a href="/1">more</a>'))
    load([server.url("/0"), server.url("/links")], web=web)
    assert set(server.asked) == {"/0", "/1", "/links"}
    assert server.asked["/1"] == 1


def test_a_page_elsewhere_cannot_lead_into_the_own_network(server: WebServer, hands: Hands) -> None:
    fetcher = fetching.Fetcher(Web(clock=hands.clock()), Snapshots(), Cache(), httpx.create_ssl_context())
    fetch = fetching._Fetch(fetcher, "https://news.example/a", lambda _: None)
    assert fetch._next("https://news.example/a", "/b") == "https://news.example/b"
    for inside in (
        "http://127.0.0.1/",
        "http://localhost:8080/",
        "http://192.168.0.1/",
        "http://[::1]/",
        "http://127.1/",
    ):
        with pytest.raises(FetchFailed, match="which is in your own network"):
            fetch._next("https://news.example/a", inside)


@pytest.mark.parametrize("named_inside", [False, True])
def test_nor_can_it_by_a_name_that_stands_for_a_number_there(
    server: WebServer, hands: Hands, monkeypatch: pytest.MonkeyPatch, named_inside: bool
) -> None:
    looked_up = socket.getaddrinfo

    def here(host: bytes | str, *args: Any, **more: Any) -> Any:
        return looked_up(
            "127.0.0.1" if b"example" in (host.encode() if isinstance(host, str) else host) else host, *args, **more
        )

    inside = iter((named_inside, True))
    monkeypatch.setattr(socket, "getaddrinfo", here)
    monkeypatch.setattr("compare.loading.fetching.leads_inside", lambda _: next(inside))
    there = server.url("/1").replace("127.0.0.1", "router.example")
    server.moves("/away", there)
    named = [server.url("/away").replace("127.0.0.1", "news.example"), server.url("/0"), server.url("/2")]
    coverage = load(named, web=Web(clock=hands.clock()))
    refused = f"not compared: {named[0]}: redirects to {there}, which is in your own network; name that itself"
    assert (refused in coverage.warnings) is not named_inside
    assert server.asked["/1"] == named_inside, "nothing was sent there"


def test_a_name_that_is_looked_up_for_ever_does_not_keep_the_program(
    server: WebServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    over, looking = Event(), list[Thread]()

    def never(*_: object, **__: object) -> None:
        looking.append(current_thread())
        over.wait(30)
        raise socket.gaierror(socket.EAI_NONAME, "not known")

    monkeypatch.setattr(socket, "getaddrinfo", never)
    with pytest.raises(FetchFailed, match=r"was not there within 0\.1 s"):
        load(["http://news.example/"], web=Web(limits=Limits(total=0.1)))
    (thread,) = looking
    assert thread.is_alive()
    assert thread not in _threads_queues, "Python waits at its end for those"
    over.set()


def test_what_has_not_changed_is_not_sent_again(server: WebServer, hands: Hands, own_folders: Path) -> None:
    server.gives("/0", page(STORY[0]), ETag='"one"')
    urls = [server.url("/0"), server.url("/1")]
    first = load(urls, web=Web(clock=hands.clock()))
    assert "If-None-Match" not in server.headers["/0"]
    again = load(urls, web=Web(clock=hands.clock()))
    assert server.headers["/0"]["If-None-Match"] == '"one"'
    assert again == first
    load(urls, web=Web(refresh=True, clock=hands.clock()))
    assert "If-None-Match" not in server.headers["/0"]
    # what was kept is damaged: the server has to send it again
    for body in (own_folders / "data" / "snapshots").glob("*/*.gz"):
        body.write_bytes(b"damaged")
    assert load(urls, web=Web(clock=hands.clock())) == first
    assert "If-None-Match" not in server.headers["/0"]


def test_offline_opens_what_was_saved_and_asks_nobody(server: WebServer, hands: Hands) -> None:
    urls = [server.url("/0"), server.url("/1")]
    online = load(urls, web=Web(clock=hands.clock()))
    asked = server.asked.total()
    hands.at = hands.at.replace(year=2026)
    assert load(urls, web=Web(offline=True, clock=hands.clock())) == online, "a report can be rebuilt"
    never = load([*urls, server.url("/2")], web=Web(offline=True))
    assert any("/2: was never fetched, so nothing of it is saved; leave out --offline" in w for w in never.warnings)
    assert server.asked.total() == asked
    server.answers["/0"] = server.answers["/down"]
    failing = load([*urls, server.url("/2")], web=Web(clock=hands.clock()))
    assert any("try again later, or read what was saved on 2025-10-15 with --offline" in w for w in failing.warnings)


def test_what_is_kept_is_read_as_it_was_answered_last(server: WebServer, hands: Hands) -> None:
    urls = [server.url("/latin"), server.url("/0")]
    load(urls, web=Web(clock=hands.clock()))
    server.gives("/latin", "Die Fähre fuhr am Montag an den Pier.\n".encode("cp1252"), "text/plain; charset=cp1253")
    corrected = load(urls, web=Web(clock=hands.clock()))
    assert load(urls, web=Web(offline=True, clock=hands.clock())) == corrected


def test_a_home_that_cannot_be_written_to_is_said_and_costs_nothing_else(
    server: WebServer, hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setattr(folders, "data", lambda: tmp_path / "file")
    coverage = load([server.url("/0"), server.url("/1")], web=Web(clock=hands.clock()))
    assert len(coverage.articles) == 2
    assert sum("could not be saved for --offline and --since (" in warning for warning in coverage.warnings) == 2


@pytest.mark.parametrize("damage", [{"url": 1}, {"charset": 1}, {"retrieved": "2025-10-15T14:02:00"}, {"seen": None}])
def test_kept_files_that_are_damaged_are_as_none(
    server: WebServer, hands: Hands, own_folders: Path, damage: dict[str, Any]
) -> None:
    urls = [server.url("/0"), server.url("/1")]
    load(urls, web=Web(clock=hands.clock()))
    for history in (own_folders / "data").rglob("history.json"):
        (kept,) = json.loads(history.read_text(encoding="utf-8"))["snapshots"]
        history.write_text(json.dumps({"snapshots": [kept | damage]}), encoding="utf-8")
    with pytest.raises(TooFewArticles, match="was never fetched"):
        load(urls, web=Web(offline=True))
    assert len(load(urls, web=Web(clock=hands.clock())).articles) == 2


@pytest.mark.parametrize(
    ("name", "value", "reason"),
    [
        ("SSL_CERT_FILE", "/nowhere", "the certificates of SSL_CERT_FILE or SSL_CERT_DIR cannot be read"),
        ("HTTP_PROXY", "gopher://proxy.example", "the proxy that is set cannot be used"),
    ],
)
def test_surroundings_that_are_set_wrongly(
    server: WebServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, value: str, reason: str
) -> None:
    monkeypatch.setenv("NO_PROXY", "")
    monkeypatch.setenv(name, value)
    text = tmp_path / "a.txt"
    text.write_text(STORY[0], encoding="utf-8")
    arrived: list[str] = []
    with pytest.raises(TooFewArticles, match=reason):
        load([server.url("/0"), str(text)], arrived=lambda article: arrived.append(article.source))
    assert arrived == [str(text)]


def test_files_are_read_on_when_the_last_answer_has_come(server: WebServer, hands: Hands, tmp_path: Path) -> None:
    texts = [tmp_path / f"{n}.txt" for n in range(3)]
    for text, story in zip(texts, STORY, strict=False):
        text.write_text(story, encoding="utf-8")

    def fetched_first(_: Progress) -> None:
        for thread in enumerate_threads():
            if thread.name == "compare-fetch":
                thread.join(timeout=30)

    coverage = load([server.url("/0"), *map(str, texts)], web=Web(clock=hands.clock()), progress=fetched_first)
    assert len(coverage.articles) == 4


def test_without_the_extra_each_address_says_how_to_get_it(
    server: WebServer, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(fetches, "can_fetch", lambda: False)
    with pytest.raises(
        SourceError, match=r"needs httpx, which is not installed; run pip install 'compare-news\[web\]'"
    ):
        load([server.url("/0")])
    assert not server.asked
