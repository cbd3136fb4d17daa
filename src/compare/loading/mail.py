"""E-mail: a newsletter that was saved as .eml. Its headers give title, date and sender, one part of it the text.

The sender's name is only a label: whoever can write a mail can write any name there, and one outlet sends many
newsletters.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from email import errors, message_from_bytes
from email.header import decode_header, make_header
from email.message import Message
from email.policy import compat32
from email.utils import parseaddr
from itertools import islice

from compare.errors import SourceBroken, SourceEmpty, SourceTooHeavy
from compare.loading.decode import Decoded, labelled, text_of
from compare.loading.document import Document, text_document
from compare.loading.metadata import Metadata, found_at, over
from compare.loading.timestamps import iso
from compare.model import one_line, plural

PARTS = 200
"""Parts that are looked at; a newsletter with all its pictures has some dozens."""

LINES = 20_000
"""Lines that begin with two hyphens, of which any may begin another part: each part takes some kilobytes."""

LONGEST = 2_000
"""Code points of a header that are read."""

PLACE = "mail header"


def letter(data: bytes, name: str) -> Document:
    """Read the text of a mail: its page if it has one, which knows its paragraphs, else its plain text.

    Attachments are not opened. Of several texts the first is taken: others are the footer of a mailing list, or what
    somebody forwarded. That is said, and the article counts as cut, since they may be a part of it as well.

    Raises:
        SourceTooHeavy: it is nested too deeply, or has too many parts.
        SourceBroken: it cannot be taken apart.
        SourceEmpty: it holds no text.
        SourceError: what :func:`~compare.loading.html.page_document` raises.
    """
    message = parsed(data, name)
    parts = list(islice(leaves(message), PARTS))
    metadata = _metadata(message)
    for part in parts:
        if part.get_content_type() == "text/html" and (page := body(part, name)).text.strip():
            from compare.loading.html import page_document

            found = page_document(page.text, name)
            document = replace(found, warnings=(*page.warnings, *found.warnings))
            return _with_others(document, over(metadata, found.metadata), parts, part, name)
    for part in parts:
        if part.get_content_type() == "text/plain" and (told := body(part, name)).text.strip():
            document = replace(text_document(told.text, "text", metadata), warnings=told.warnings)
            return _with_others(document, metadata, parts, part, name)
    raise SourceEmpty(name, "is a mail without text")


def _with_others(
    document: Document, metadata: Metadata, parts: Sequence[Message], taken: Message, name: str
) -> Document:
    """Say of a document how many other texts of its kind the mail holds."""
    alike = (part for part in parts if part.get_content_type() == taken.get_content_type() and part is not taken)
    others = sum(bool(payload_of(part).strip()) for part in alike)
    if not others:
        return replace(document, metadata=metadata)
    told = f"{'at least ' if len(parts) == PARTS else ''}{plural(others, 'other text')}"
    said = f"{name}: holds {told}, not read; what belongs to the set has to be saved alone"
    cut = over(found_at(PLACE, complete=False), metadata)
    return replace(document, metadata=cut, warnings=(*document.warnings, said))


def _metadata(message: Message) -> Metadata:
    sender = one_line(parseaddr(header(message, "From"))[0])
    title, date = header(message, "Subject"), iso(header(message, "Date"))
    return found_at(PLACE, title=title, published=date, label=sender)


def parsed(data: bytes, name: str) -> Message:
    """Take a mail, or a page kept as one, apart.

    Raises:
        SourceTooHeavy: it is nested too deeply, or has too many parts.
        SourceBroken: it cannot be taken apart.
    """
    begun = data.lower()
    # the standard library takes quadratic time over parts in parts
    if begun.count(b"multipart/") + begun.count(b"message/rfc822") > PARTS:
        raise SourceTooHeavy(name, f"is a mail of more than {PARTS} mails in each other")
    if data.count(b"\n--") > LINES:
        raise SourceTooHeavy(name, f"has more than {LINES:,} lines that may begin another part")
    try:
        return message_from_bytes(data, policy=compat32)
    except (RecursionError, errors.MessageError, ValueError):
        raise SourceBroken(name, "a mail", "its parts cannot be told") from None


def body(part: Message, name: str) -> Decoded:
    """Return the text of a part, by the encoding it names or else the likeliest."""
    data = payload_of(part)
    told = labelled(data, charset_of(part) or "")  # many a mail names the wrong encoding
    return text_of(data, name) if told is None else Decoded(told)


def payload_of(part: Message) -> bytes:
    """Return the bytes of a part before they were packed for the mail; none of a part that holds others."""
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def charset_of(part: Message) -> str | None:
    """Return the encoding that a part says it is in, if it says so."""
    try:
        return part.get_content_charset()
    except (LookupError, UnicodeError, ValueError):
        return None


def header(message: Message, name: str) -> str:
    """Return a header as one line, encoded words decoded; empty if it is missing."""
    raw = str(message.get(name, ""))[:LONGEST]
    try:
        return one_line(str(make_header(decode_header(raw))))
    except (errors.MessageError, LookupError, UnicodeError, ValueError):
        return one_line(raw)


def leaves(message: Message) -> Iterator[Message]:
    """Give the parts that hold no others and are not attached."""
    waiting = [message]
    while waiting:
        part = waiting.pop()
        if part.is_multipart():
            inside = [each for each in part.get_payload() if isinstance(each, Message)]
            waiting.extend(reversed(inside))
        elif part.get_content_disposition() != "attachment":
            yield part
