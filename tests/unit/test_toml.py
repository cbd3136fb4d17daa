"""TOML from users: what is wrong with it is said in words, with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from compare.toml import TomlError, toml_at, toml_of
from systems import posix


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"a = 1\nb = [", "line 2: is not TOML: invalid value"),
        (b"a = 1\nA B = 2\n", "line 2: is not TOML: expected '=' after a key in a key/value pair"),
        (b"a = '\xff'", "is not UTF-8"),
        (b"#" * 1_000_001, "is larger than the 1 MB that are read"),
        (b"a = " + b"[" * 100_000, "is nested too deeply"),
    ],
)
def test_what_is_wrong(data: bytes, message: str) -> None:
    with pytest.raises(TomlError) as caught:
        toml_of(data, 1_000_000)
    assert str(caught.value) == message


def test_a_file_that_is_not_there_is_none(tmp_path: Path) -> None:
    assert toml_at(tmp_path / "none.toml", 10) is None
    assert toml_at(Path(__file__) / "none.toml", 10) is None


@posix
def test_a_folder_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(TomlError, match=r"cannot be read \(is a directory\)"):
        toml_at(tmp_path, 10)


def test_a_byte_order_mark_is_no_part_of_the_text(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_bytes(b"\xef\xbb\xbfa = 1\r\n")
    found = toml_at(tmp_path / "a.toml", 100)
    assert found is not None
    assert (found.text, found.values) == ("a = 1\r\n", {"a": 1})
