"""Addresses: which are fetched, which a source may state, which lead into the own network."""

from __future__ import annotations

import pytest

from compare.errors import AddressRefused
from compare.loading.addresses import address_of, host_of, is_local, stated_address
from compare.model import is_address


@pytest.mark.parametrize(
    ("written", "fetched"),
    [
        ("https://News.Example/A?b=C#d", "https://news.example/A?b=C"),
        ("HTTP://news.example", "http://news.example/"),
        (" http://[::1]:8080/a ", "http://[::1]:8080/a"),
    ],
)
def test_one_spelling_of_an_address(written: str, fetched: str) -> None:
    assert is_address(written.strip())
    assert address_of(written) == fetched


@pytest.mark.parametrize(
    ("said", "address"),
    [
        (" https://News.Example/a ", "https://News.Example/a"),
        ("HTTP://news.example", "HTTP://news.example"),
        ("https://news.example/the harbour\n closed", "https://news.example/the%20harbour%20closed"),
        ("https:///a", None),
        ("https://?a", None),
        ("ftp://news.example/a", None),
        ("news.example/a", None),
        ("https://news.example/" + "a" * 10_000, None),
        ("", None),
        (None, None),
        (["https://news.example"], None),
    ],
)
def test_an_address_that_a_source_states(said: object, address: str | None) -> None:
    assert stated_address(said) == address


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("ftp://news.example/a", "ftp:// is not fetched, only http and https; save the article and name the file"),
        ("file:///etc/passwd", "name the file by its path"),
        ("http:///a", "is no web address"),
        ("http://news.example:port/", "is no web address"),
        ("http://[::1/", "is no web address"),
        ("http://news.example/a\x1b[31m", "is no web address"),
        ("http://news.example/" + "a" * 10_000, "is no web address"),
        ("https://me:secret@news.example/a", "https://news.example/a: holds a name or password"),
    ],
)
def test_what_is_not_fetched(written: str, reason: str) -> None:
    with pytest.raises(AddressRefused) as raised:
        address_of(written)
    assert reason in str(raised.value)
    assert "secret" not in str(raised.value)
    assert str(raised.value).isprintable()


def test_hosts() -> None:
    assert host_of("https://www.news.example:8080/a") == "news.example"
    assert [host_of(address) for address in ("", "a.txt", "http://[")] == ["", "", ""]
    for inside in (
        "127.0.0.1",
        "127.1",
        "0x7f000001",
        "localhost",
        "a.localhost",
        "printer.local",
        "10.1.2.3",
        "[fe80::1]",
        "[fe80::1%25eth0]",
        "[::ffff:10.0.0.1]",
        "[2002:a00:1::1]",
        "[64:ff9b::a00:1]",
        "[fec0::1]",
        "169.254.169.254",
    ):
        assert is_local(f"http://{inside}/"), inside
    for outside in ("news.example", "8.8.8.8", "[2606:4700::1]", "[64:ff9b::808:808]", "127.0.0.1.example"):
        assert not is_local(f"http://{outside}/"), outside
