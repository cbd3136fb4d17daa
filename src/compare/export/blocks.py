"""The blocks of a report, before any format: a profile arranges them, a renderer knows how each looks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from compare.export.annotation import AnnotatedArticle
    from compare.export.inlines import Inlines, Leaf, Name, Title
    from compare.export.outline import Portrait


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Sentences."""

    parts: Inlines


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands above blocks within a section: on level 3 an outlet's name, on level 4 what is said of it."""

    level: int
    parts: Inlines


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of a list, and what is listed below it."""

    parts: Inlines
    below: tuple[Inlines, ...] = ()


@dataclass(frozen=True, slots=True)
class Items:
    """A list; one that is ``numbered`` begins with the number ``first``."""

    entries: tuple[Entry, ...]
    numbered: bool = False
    first: int = 1

    def __bool__(self) -> bool:
        return bool(self.entries)


@dataclass(frozen=True, slots=True)
class Table:
    """A table, and what it is called. The cell in the column ``heading`` says what a row is about."""

    label: str
    head: tuple[Inlines, ...]
    rows: tuple[tuple[Inlines, ...], ...]
    heading: int = 0


@dataclass(frozen=True, slots=True)
class Fold:
    """Blocks that are opened on demand, where a format can do that."""

    title: Inlines
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two blocks side by side."""

    left: Block
    right: Block


@dataclass(frozen=True, slots=True)
class Terms:
    """What is known of an article, each datum with its name."""

    name: Name
    pairs: tuple[tuple[str, Leaf], ...]


@dataclass(frozen=True, slots=True)
class Texts:
    """The articles in full, annotated."""

    articles: tuple[tuple[Portrait, AnnotatedArticle], ...]


Block: TypeAlias = Paragraph | Heading | Items | Table | Fold | Pair | Terms | Texts


@dataclass(frozen=True, slots=True)
class Section:
    """Blocks under a title; ``id`` is the same in every profile. One that is ``folded`` is opened on demand."""

    id: str
    title: str
    blocks: tuple[Block, ...]
    folded: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """A report as a profile arranges it: ``lead`` stands above the first section, ``foot`` below the last."""

    title: Title
    lead: tuple[Block, ...]
    sections: tuple[Section, ...]
    foot: Inlines = ()
