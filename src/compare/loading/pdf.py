"""PDF files, through pypdf: text where it is text, under bounds on pages and on work."""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from compare.errors import (
    ExtraMissing,
    SourceBroken,
    SourceError,
    SourceLocked,
    SourceScanned,
    SourceTooHeavy,
)
from compare.loading.document import Document
from compare.loading.metadata import Metadata, found_at, over
from compare.loading.pieces import document_of, said
from compare.loading.printed import pieces_in
from compare.loading.typeset import Printed

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

WHAT = "a PDF file"

PAGES = 200
"""Pages that are read; a newspaper has fewer, and a report that has more is a book."""

WORK = 8_000_000
"""Bytes of page descriptions that are gone through, whatever they unpack from; one million takes about three seconds. A
page of text has some ten thousand, a page with a map a million. What is drawn repeatedly counts each time, and so do
the tables of a font for each page that uses it."""

UNREADABLE = 0.3
"""Share of letters without a code from which on a text cannot be read: its fonts say how to draw them, and no more."""

_LIMITS = {
    "zlib_maximum_output_length": 10_000_000,
    "lzw_maximum_output_length": 10_000_000,
    "run_length_maximum_output_length": 10_000_000,
    "array_based_stream_maximum_output_length": 10_000_000,
    "stream_decoding_work_maximum_length": 40_000_000,
    "stream_parsing_work_maximum_count": 500_000,
    "page_tree_maximum_entries": 50_000,
    "xform_maximum_invocations_per_extraction": 1_000,
}
"""pypdf's own bounds, lower than it sets them: pictures, which need more, are never unpacked here."""

_INFORMATION = "PDF information"
_FILE_NAME = re.compile(r"microsoft \w+ - .*|untitled.*|.*\.(?:docx?|odt|rtf|txt|indd|qxd|html?|pdf)", re.IGNORECASE)
_LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st"}
_CODELESS = re.compile("[\ufffd\ue000-\uf8ff\x00-\x08\x0e-\x1f]")


def document(data: bytes, name: str) -> Document:
    """Read a PDF file.

    A page that holds a picture and no text may be part of the report: then the document does not count as complete.

    Raises:
        ExtraMissing: pypdf is not installed.
        SourceBroken: it is no PDF file, or a damaged one.
        SourceLocked: it asks for a password, or is encrypted in a way that cannot be undone here.
        SourceScanned: it holds no text, or none that has a meaning.
        SourceTooHeavy: it has more than :data:`PAGES` pages, or takes more than :data:`WORK` to read.
    """
    try:
        import pypdf
    except ImportError:
        raise ExtraMissing(name, "pypdf", "docs") from None
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what is wrong with a file is said once, by us
    with pypdf.apply_configuration(None, **_LIMITS):
        try:
            return _read(_opened(data, name), name)
        except SourceError:
            raise
        except pypdf.errors.LimitReachedError:
            raise SourceTooHeavy(name, "holds a part that unpacks to more than a report can hold") from None
        except pypdf.errors.DependencyError:
            raise SourceLocked(name) from None
        except (RecursionError, MemoryError):
            raise SourceTooHeavy(name, "nests its parts too deeply") from None
        except Exception:  # of a damaged file pypdf raises whatever it stumbles over
            raise SourceBroken(name, WHAT, "its parts do not fit together") from None


def _opened(data: bytes, name: str) -> PdfReader:
    import pypdf

    reader = pypdf.PdfReader(io.BytesIO(data))
    # many are encrypted with an empty password, which only asks programs not to print or copy them
    if reader.is_encrypted and not reader.decrypt(""):
        raise SourceLocked(name)
    if len(reader.pages) > PAGES:
        raise SourceTooHeavy(name, f"has {len(reader.pages):,} pages, more than the {PAGES} that are read")
    return reader


def _read(reader: PdfReader, name: str) -> Document:
    work = _Work(name)
    pages = [work.lines(page) for page in reader.pages]
    letters = "".join(line.words for page in pages for line in page)
    if not any(map(str.isalnum, letters)):
        raise SourceScanned(name)
    if len(_CODELESS.findall(letters)) > UNREADABLE * len(letters):
        raise SourceScanned(name, "shows letters that have no code to read them by")
    metadata = _metadata(reader)
    if any(not lines and _has_picture(page) for page, lines in zip(reader.pages, pages, strict=True)):
        metadata = over(found_at("a page without text", complete=False), metadata)
    return document_of(pieces_in(pages), name, "pdf", metadata)


class _Work:
    """Reads pages, and counts what that takes."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._left = WORK

    def lines(self, page: PageObject) -> tuple[Printed, ...]:
        """Return the lines of a page in the order in which they are drawn, which mostly is that of reading."""
        sizes: dict[str, int] = {}
        self._spend(_content_size(page))
        for name, size in _parts(page):
            self._spend(size)
            sizes[name] = max(size, sizes.get(name, 0))
        heaviest = max(sizes.values(), default=0)
        lines = _Lines()

        def before(operator: bytes, operands: Sequence[Any], *_: object) -> None:
            if operator == b"Do" and operands and operands[0] in sizes:
                self._left -= heaviest
            if self._left < 0:
                # what is raised within a part that is drawn gets lost, but is raised again at its next step
                self._spend(0)

        page.extract_text(visitor_operand_before=before, visitor_text=lines.add)
        self._spend(0)
        return tuple(lines.all())

    def _spend(self, size: int) -> None:
        self._left -= size
        if self._left < 0:
            raise SourceTooHeavy(self._name, f"takes more than {WORK / 1e6:.0f} MB of drawing steps to read")


def _content_size(page: PageObject) -> int:
    content = page.get_contents()
    return len(content.get_data()) if content is not None else 0


def _parts(page: PageObject) -> Iterator[tuple[str, int]]:
    """Yield the name and the size, unpacked, of each part that a page draws, parts of parts as well, and of each table
    that gives letters their codes."""
    seen: set[int] = set()
    waiting: list[Any] = [page]
    while waiting:
        resources = _got(waiting.pop(), "/Resources")
        for name, form in _items(resources, "/XObject"):
            if id(form) not in seen and form.get("/Subtype") == "/Form":
                seen.add(id(form))
                waiting.append(form)
                yield name, len(form.get_data())
        for name, font in _items(resources, "/Font"):
            codes = _got(font, "/ToUnicode")
            if hasattr(codes, "get_data") and id(codes) not in seen:
                seen.add(id(codes))
                yield f"{name} codes", len(codes.get_data())


def _items(resources: Any, key: str) -> Iterator[tuple[str, Any]]:
    found = _got(resources, key)
    for name in found if isinstance(found, dict) else ():
        value = _got(found, name)
        if isinstance(value, dict):
            yield str(name), value


def _got(holder: Any, key: str) -> Any:
    value = holder.get(key) if isinstance(holder, dict) else None
    return value.get_object() if value is not None else None


def _has_picture(page: PageObject) -> bool:
    return any(value.get("/Subtype") == "/Image" for _, value in _items(_got(page, "/Resources"), "/XObject"))


class _Lines:
    """Gathers lines from the pieces that pypdf hands over; a piece ends in a line break where its line ends."""

    def __init__(self) -> None:
        self._done: list[Printed] = []
        self._open: list[Printed] = []

    def add(self, text: str, cm: Sequence[float], tm: Sequence[float], font: Any, size: float) -> None:
        """Take a piece: its text, the matrices of the page and of the text, its font, and the size of that."""
        x, y = tm[4] * cm[0] + tm[5] * cm[2] + cm[4], tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
        scale = abs(tm[2] * cm[1] + tm[3] * cm[3]) or abs(tm[2] * cm[0] + tm[3] * cm[2]) or 1.0
        base = str(_got(font, "/BaseFont") or "")
        bold = any(weight in base for weight in ("Bold", "Black", "Heavy", "bold"))
        for n, words in enumerate(text.translate(_LIGATURES).split("\n")):
            if n:
                self._close()
            if words:
                self._open.append(Printed(words, x, y, size * scale, bold))

    def all(self) -> list[Printed]:
        """Return the lines so far, the open one included."""
        self._close()
        return self._done

    def _close(self) -> None:
        words = " ".join(_characters("".join(piece.words for piece in self._open)).split())
        if words:
            shown = [piece for piece in self._open if not piece.words.isspace()]
            main = max(shown, key=lambda piece: len(piece.words))
            self._done.append(Printed(words, shown[0].x, main.y, main.size, all(piece.bold for piece in shown)))
        self._open.clear()


def _characters(text: str) -> str:
    """Put pairs of surrogates together, which a table of codes may give one by one; half of a pair is no character and
    could be neither written nor hashed."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _metadata(reader: PdfReader) -> Metadata:
    """Return what the file says of the report. Its dates are when the file was made, often by printing an old page, and
    not when anybody published it."""
    information: Any = reader.metadata or {}
    title = _string(information, "/Title")
    found = said(
        _INFORMATION,
        title=None if _FILE_NAME.fullmatch(title.strip()) else title,
        author=_string(information, "/Author"),
    )
    language = said("PDF catalog", language=_string(reader.root_object, "/Lang"))
    return over(language, found)


def _string(holder: Any, key: str) -> str:
    value = _got(holder, key)
    return str(value) if isinstance(value, str) else ""
