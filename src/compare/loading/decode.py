"""Bytes to text: UTF-8 first, then UTF-16, then the likeliest of the older encodings, which is said in a warning."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from compare.errors import SourceNotText, SourceUnsupported
from compare.model import plural

if TYPE_CHECKING:
    from charset_normalizer import CharsetMatch, CharsetMatches

SAMPLE = 200_000
"""Bytes that are enough to tell an encoding, or that there is none."""

CONTROLS = 0.05
"""Share of control characters from which on bytes are no text. Escape sequences of a terminal log stay far below."""

_OLDER = "cp1252 cp1250 cp1251 cp1253 cp1254 cp1255 cp1256 iso8859_2 koi8_r mac_roman cp932 euc_jp gb18030 big5 cp949"
"""Encodings that news texts are really kept in. Left to all it knows, charset-normalizer calls short texts EBCDIC."""

_WEST = "en fr de es pt it nl sv da no nb nn fi is ca gl eu ga af id ms sq fo lb cy oc br"
_CENTRE = "pl cs sk hu sl hr bs ro sq"

_LATIN = {
    "cp1252": frozenset(_WEST.split()),
    "cp1250": frozenset(_CENTRE.split()),
    "cp1254": frozenset({"tr", "az", "ku"}),
    "iso8859_2": frozenset(_CENTRE.split()),
    "mac_roman": frozenset(_WEST.split()),
}
"""Encodings of Latin letters and the languages that are written in them. So few letters differ that charset-normalizer
by itself takes one for another: of the 80 sentences in ``tests/unit/loading/test_encodings.py`` it reads 22 wrongly, 21
of them Latin; with a look at the language it is 2."""

_KNOWN = re.compile(
    r"utf-?(?:8|16)(?:-?[lb]e)?|us-ascii|iso-?8859-?\d{1,2}|latin-?\d{1,2}|(?:windows|cp)-?\d{3,4}|koi8-[ru]|mac-?roman|"
    r"shift[_-]jis|euc-(?:jp|kr)|iso-2022-jp|gb2312|gbk|gb18030|big5(?:-hkscs)?|ks_c_5601-1987|tis-620",
    re.IGNORECASE,
)
"""Encodings that texts say they are in and are. Python knows others that decode to anything, or in quadratic time."""

_WIDER = {"ascii": "cp1252", "iso8859-1": "cp1252", "iso8859-9": "cp1254", "gb2312": "gb18030", "gbk": "gb18030"}
"""What browsers read when a text names an encoding that another one contains."""

_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")

OLD_OFFICE = re.compile(rb"\xd0\xcf\x11\xe0")
"""How a file of Office before 2007 begins, and one of a later Office that a password protects."""

_FORMATS = (
    (OLD_OFFICE, "an old Office file"),
    (re.compile(rb"\{\\rtf"), "an RTF file"),
)
"""What hides behind .txt and is none of the formats that :mod:`~compare.loading.formats` tells by their first bytes."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, and a warning if it was not UTF-8 throughout."""

    text: str
    warnings: tuple[str, ...] = ()


def decode(data: bytes, name: str) -> Decoded:
    """Turn the bytes of a source into text. Only a byte order mark is dropped; line ends stay as they are.

    Args:
        data: all bytes of the source.
        name: the source as the user named it, for the messages.

    Raises:
        SourceUnsupported: the bytes are another format than text.
        SourceNotText: the bytes are no text at all.
    """
    for pattern, what in _FORMATS:
        if pattern.match(data):
            raise SourceUnsupported(name, what)
    return text_of(data, name)


def text_of(data: bytes, name: str) -> Decoded:
    """Turn bytes into text whatever format the text is in.

    Raises:
        SourceNotText: the bytes are no text at all.
    """
    decoded = _utf16(data) or _utf8(data) or _older(data, name) or _damaged(data, name)
    if not is_text(decoded.text):
        raise SourceNotText(name)
    return decoded


def labelled(data: bytes, label: str) -> str | None:
    """Return bytes as the text that a label such as ``iso-8859-1``, which came with them, makes of all of them.

    ``None`` if the label is of no encoding that texts are in, or the bytes are in another.
    """
    label = label.strip()
    if not _KNOWN.fullmatch(label):
        return None
    try:
        encoding = codecs.lookup(label).name
        text = data.removeprefix(codecs.BOM_UTF8).decode(_WIDER.get(encoding, encoding))
    except (LookupError, UnicodeDecodeError):
        return None
    return None if "\0" in text else text


def is_text(text: str) -> bool:
    """Tell whether characters are a text: no zero among them, and few controls."""
    sample = text[:SAMPLE]
    return "\0" not in text and len(_CONTROL.findall(sample)) <= CONTROLS * len(sample)


def _utf16(data: bytes) -> Decoded | None:
    for mark, encoding in ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")):
        if data.startswith(mark):
            return _strictly(data[2:], encoding)
    sample = data[:SAMPLE]
    # Latin text in UTF-16 has a zero in nearly every other byte, and nothing else has zeros at all
    for first, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        zeros, others = sample[first::2].count(0), sample[1 - first :: 2].count(0)
        if zeros > 0.3 * len(sample) / 2 and not others:
            return _strictly(data, encoding)
    return None


def _utf8(data: bytes) -> Decoded | None:
    return _strictly(data.removeprefix(codecs.BOM_UTF8), "utf-8")


def _strictly(data: bytes, encoding: str) -> Decoded | None:
    try:
        return Decoded(data.decode(encoding))
    except UnicodeDecodeError:
        return None


def _older(data: bytes, name: str) -> Decoded | None:
    if b"\0" in data or _mostly_utf8(data):
        return None
    import charset_normalizer

    # what is ASCII, such as the markup of a page, is the same in all of them; no letter in any holds one of these bytes
    telling = b"\n".join(part for part in re.split(rb"[\n<>]", data) if not part.isascii())
    matches = charset_normalizer.from_bytes(telling[:SAMPLE], cp_isolation=_OLDER.split())
    best = matches.best()
    if best is None:
        return None
    encoding = (best.encoding in _LATIN and _latin(matches)) or _commonest(best)
    found = _strictly(data, encoding)
    return Decoded(found.text, (f"{name}: not UTF-8, read as {encoding}",)) if found else None


def _latin(matches: CharsetMatches) -> str | None:
    """Return the encoding that makes the least mess of a text, of those in which its language is written."""
    from compare.loading.language import detect

    fitting = []
    for match in matches:
        told = detect(str(match))
        fitting += [
            (match.chaos, _OLDER.index(encoding), encoding)
            for encoding in match.could_be_from_charset
            if told.sure and told.language in _LATIN.get(encoding, ())
        ]
    return min(fitting)[2] if fitting else None


def _commonest(match: CharsetMatch) -> str:
    """Return the commonest of the encodings that give the very same text."""
    older = _OLDER.split()
    return min({match.encoding, *match.could_be_from_charset} & set(older), key=older.index, default=match.encoding)


def _mostly_utf8(data: bytes) -> bool:
    """Whether a few bytes are damaged in what is else UTF-8: another encoding would spoil all other letters."""
    text = data.decode("utf-8", "replace")
    damaged = text.count("\ufffd")
    others = len(text) - len(text.encode("ascii", "ignore"))  # a tenth of the time of a count, letter by letter
    return others - damaged > 2 * damaged


def _damaged(data: bytes, name: str) -> Decoded:
    text = data.removeprefix(codecs.BOM_UTF8).decode("utf-8", "replace")
    lost = text.count("\ufffd")
    return Decoded(text, (f"{name}: not UTF-8 throughout, {plural(lost, 'place')} could not be read",))
