"""Newsletters saved as mail."""

from __future__ import annotations

import io
from email.message import EmailMessage

import pytest

from compare.errors import SourceEmpty, SourceError, SourceTooHeavy
from compare.loading import Source, expand, read
from compare.model import Article
from timing import within

TOLD = "The ferry left the harbour at noon with forty passengers on board.\nNobody was hurt, said Zoë Åström.\n"


def letter(text: str = TOLD, **headers: str) -> EmailMessage:
    made = EmailMessage()
    said = {"Subject": "Ferry aground", "From": "The Ledger <news@ledger.example>"} | headers
    for key, value in {"Date": "Wed, 15 Oct 2025 08:00:00 +0200", **said}.items():
        made[key] = value
    made.set_content(text, cte="quoted-printable")
    return made


def opened(made: EmailMessage | bytes, name: str = "x.eml") -> Article:
    (article,) = read(Source(name, None, bytes(made))).articles
    return article


def test_headers_tell_title_sender_and_date() -> None:
    article = opened(letter())
    assert article.text == TOLD
    assert (article.title, article.published) == ("Ferry aground", "2025-10-15T08:00:00+02:00")
    assert (article.outlet, article.label) == (None, "The Ledger?")


def test_encoded_headers_and_an_older_encoding() -> None:
    made = letter(Subject="Fähre auf Grund – \x1b[31mrot", From="Le Journal d’été <a@b.example>")
    made.replace_header("Content-Type", "text/plain; charset=iso-8859-1")
    made.set_payload(TOLD.encode("iso-8859-1"))
    del made["Content-Transfer-Encoding"]
    article = opened(made)
    assert article.text == TOLD
    assert article.title == "Fähre auf Grund – ␛[31mrot"
    assert article.label == "Le Journal d’été?"
    made.replace_header("Content-Type", "text/plain; charset=no-such-thing")
    assert "harbour" in opened(made).text


def test_an_attachment_is_not_the_text() -> None:
    made = letter()
    made.add_attachment("An invoice of the harbour, not to be read.", filename="a.txt")
    assert opened(made).text == TOLD


def test_other_texts_of_a_mail_are_said_and_may_be_a_part_of_it() -> None:
    made = letter()
    assert opened(made).complete
    made.add_attachment("Tugs came at noon.", disposition="inline")
    made.add_attachment(" \n", disposition="inline")
    reading = read(Source("x.eml", None, bytes(made)))
    assert reading.warnings == ("x.eml: holds 1 other text, not read; what belongs to the set has to be saved alone",)
    (article,) = reading.articles
    assert (article.text, article.complete) == (TOLD, False)


def test_a_mail_is_told_by_its_content() -> None:
    (source,) = expand(["-"], stdin=io.BytesIO(b"Received: from a\r\n by b\r\n" + bytes(letter()))).sources
    assert read(source).articles[0].title == "Ferry aground"


def test_a_mail_without_text_says_so() -> None:
    made = EmailMessage()
    made["From"] = "a@b.example"
    made.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="a.png")
    for data in (bytes(made), b"", b"\0\1", b"From: a\n\n"):
        with pytest.raises(SourceError) as caught:
            opened(data)
        assert "\n" not in str(caught.value)


def test_a_thousand_parts_are_read_in_bounded_time() -> None:
    head = "From: a@b.example\nMIME-Version: 1.0\n"
    flat = (
        head
        + 'Content-Type: multipart/mixed; boundary="b"\n\n'
        + "--b\nContent-Type: image/png\n\nx\n" * 1000
        + "--b--"
    )
    nested = head + "".join(f'Content-Type: multipart/mixed; boundary="b{n}"\n\n--b{n}\n' for n in range(1000))
    mails = head + "Content-Type: message/rfc822\n\n" * 1000
    header = "Subject: " + "=?utf-8?q?a?= " * 200_000 + "\n" + head + "\n" + TOLD
    with within(3):
        for text, error in ((flat, SourceEmpty), (nested, SourceTooHeavy), (mails, SourceTooHeavy)):
            with pytest.raises(error):
                opened(text.encode())
        assert opened(header.encode()).text == TOLD


def test_text_behind_the_bound_of_parts_is_not_looked_for() -> None:
    parts = "--b\nContent-Type: image/png\n\nx\n" * 200 + f"--b\nContent-Type: text/plain\n\n{TOLD}\n--b--"
    with pytest.raises(SourceEmpty):
        opened(f'MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="b"\n\n{parts}'.encode())


@pytest.mark.parametrize("charset", ["undefined", "x\\\0y", "punycode", "unicode_escape", "utf-7"])
def test_an_encoding_that_no_text_is_in_is_not_tried(charset: str) -> None:
    head = f'MIME-Version: 1.0\nSubject: x\nContent-Type: text/plain; charset="{charset}"\n\n'
    assert opened(f"{head}{TOLD}C:\\new +AGE-\n".encode()).text == f"{TOLD}C:\\new +AGE-\n"


@pytest.mark.parametrize("name", ["x.eml", "x.mhtml"])
def test_a_mail_of_countless_parts_is_refused_before_it_is_taken_apart(name: str) -> None:
    head = "MIME-Version: 1.0\nSubject: x\nContent-Type: multipart/mixed; boundary=b\n\n"
    with within(1), pytest.raises(SourceTooHeavy, match="lines that may begin another part"):
        opened((head + "--b\n\nx\n" * 100_000).encode(), name)


def test_a_header_whose_encoding_is_no_name_is_taken_as_it_is() -> None:
    made = bytes(letter()).replace(b"Subject: Ferry aground", b"Subject: =?ut\xff-8?q?Ferry?=")
    assert "Ferry" in opened(made).title
