"""The manifest: what it may say, and what is said when it is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from compare.errors import ManifestError
from compare.loading.manifest import LIMIT, read_manifest


def written(folder: Path, text: str) -> Path:
    path = folder / "coverage.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_all_keys(tmp_path: Path) -> None:
    manifest = read_manifest(
        written(
            tmp_path,
            """
            title = "The ferry"
            [[article]]
            source = "a.txt"
            outlet = "Ledger"
            title = "Sunk"
            date = 2025-10-15
            url = "https://ledger.example/1"
            notes = "kept for the reader"
            [[article]]
            source = "b.txt"
            date = "2025-10-15T08:30:00+02:00"
            [[article]]
            source = "c.txt"
            date = 2025-10-15T08:30:00Z
            """,
        ),
        "coverage.toml",
    )
    assert manifest.title == "The ferry"
    assert [entry.source for entry in manifest.article] == ["a.txt", "b.txt", "c.txt"]
    assert [entry.published for entry in manifest.article] == [
        "2025-10-15",
        "2025-10-15T08:30:00+02:00",
        "2025-10-15T08:30:00+00:00",
    ]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("title = 'x'", "names no article; each needs an [[article]] with its source"),
        ("article = []", "names no article; each needs an [[article]] with its source"),
        ("article = 3", "names no article; each needs an [[article]] with its source"),
        ("[[article]]\nsorce = 'a'", "article 1: has no source"),
        ("[[article]]\nsource = 'a'\nsorce = 'a'", "article 1: unknown key 'sorce'"),
        ("tilte = 'x'\n[[article]]\nsource = 'a'", "unknown key 'tilte'"),
        ("[[article]]\nsource = 'a'\n[[article]]\nsource = 3", "article 2: source: input should be a valid string"),
        ("[[article]]\nsource = ''", "article 1: source: string should have at least 1 character"),
        ("[[article]]\nsource = 'a'\ndate = '15 Oct'", "article 1: date: '15 Oct' is not a date such as 2025-10-15"),
        (
            "[[article]]\nsource = 'a'\ndate = '1712101520000'",
            "article 1: date: '1712101520000' is not a date such as 2025-10-15",
        ),
        ("[[article]]\nsource = 'a'\ndate = 08:30:00", "article 1: date: '08:30:00' is not a date such as 2025-10-15"),
        ("title = x\n", "line 1: is not TOML: invalid value"),
    ],
)
def test_what_is_wrong_is_named_on_one_line(tmp_path: Path, text: str, reason: str) -> None:
    with pytest.raises(ManifestError) as caught:
        read_manifest(written(tmp_path, text), "set/coverage.toml")
    assert str(caught.value) == f"set/coverage.toml: {reason}; mend it, or name the articles themselves"


def test_a_manifest_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(ManifestError, match="cannot be read"):
        read_manifest(tmp_path / "none.toml", "none.toml")
    path = tmp_path / "x.toml"
    path.write_bytes(b"\xff")
    with pytest.raises(ManifestError, match="is not UTF-8"):
        read_manifest(path, "x.toml")
    path.write_bytes(b"#" * (LIMIT + 1))
    with pytest.raises(ManifestError, match="is larger than"):
        read_manifest(path, "x.toml")
