"""Lines that are drawn by their looks, so that one that looks as it did is not drawn again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from textual.geometry import Region
from textual.strip import Strip
from textual.style import Style
from textual.visual import Visual

from compare.tui.widgets.scrolling import Scrolling

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from textual.content import Content
    from textual.selection import Selection

L = TypeVar("L")


@dataclass(frozen=True, slots=True, eq=False)
class WordsLook:
    """How a line of words in several styles looks.

    Attributes:
        number: of the line, counted from the first.
        words: what stands on it.
        chosen: which of its cells are selected, as ``Selection.get_span`` has it.
        here: the cursor is on it.
        width: all its cells.
    """

    number: int
    words: Content
    chosen: tuple[int, int] | None
    here: bool
    width: int

    def __eq__(self, other: object) -> bool:
        """Compare all that is seen; Textual takes contents for equal that differ in their styles."""
        if not isinstance(other, WordsLook):
            return NotImplemented
        mine = self.number, self.chosen, self.here, self.width
        return mine == (other.number, other.chosen, other.here, other.width) and self.words.is_same(other.words)

    __hash__ = None  # type: ignore[assignment]


class Drawing(Scrolling, Generic[L]):
    """Draws each line by its look: all that the drawing depends on, but for the styles.

    A widget tells by :meth:`looking` how its lines look and in :meth:`draw` draws one of which it is told nothing else,
    so that no line can be left standing that would be drawn otherwise.
    """

    def __init__(self) -> None:
        super().__init__()
        self._seen: dict[int, L] = {}
        """How the lines of the widget looked when each was drawn last, counted from its top."""
        self._look: Callable[[int], L] | None = None
        self._strips: dict[Hashable, tuple[object, Strip]] = {}

    def looking(self) -> Callable[[int], L]:
        """Return what tells how a line looks by now, counted from the top of the widget."""
        raise NotImplementedError  # each has its own; a widget's metaclass leaves no room for that of abc

    def draw(self, look: L) -> Strip:
        """Draw a line that looks so."""
        raise NotImplementedError  # each has its own; a widget's metaclass leaves no room for that of abc

    def redraw(self) -> None:
        """Have the lines in sight drawn again that look otherwise by now, and no others."""
        if not self.laid_out:  # it is drawn whole once there is room for it
            self.refresh()
            return
        region = self.scrollable_content_region
        look, seen = self.looking(), self._seen
        others = [Region(0, y, region.width, 1) for y in range(region.height) if y not in seen or seen[y] != look(y)]
        if others:
            self.refresh(*others)

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw some lines; where all of them stand is asked once."""
        self._look = None
        try:
            return super().render_lines(crop)
        finally:
            self._look = None

    def render_line(self, y: int) -> Strip:
        """Draw one line."""
        self._look = self._look or self.looking()
        self._seen[y] = look = self._look(y)
        return self.draw(look)

    def kept(self, key: Hashable, look: object, draw: Callable[[], Strip]) -> Strip:
        """Return what was drawn last under a key if it looked so, else draw it: a line that comes back into sight."""
        known = self._strips.get(key)
        if known is None or known[0] != look:
            known = self._strips[key] = look, draw()
        return known[1]

    def notify_style_update(self) -> None:
        """Forget what was drawn in the styles of before."""
        super().notify_style_update()
        self._strips.clear()

    def selection_updated(self, selection: Selection | None) -> None:  # noqa: ARG002 - the looks tell of it
        """Draw the selection."""
        self.redraw()

    def drawn_words(self, words: Content, look: WordsLook, style: Style, *, pad: bool = False) -> Strip:
        """Draw words in a style, with what is selected of them."""
        if look.chosen is not None:
            start, end = look.chosen
            chosen = Style.from_styles(self.screen.get_component_styles("screen--selection"))
            words = words.stylize(chosen, start, None if end == -1 else end)
        strips = Visual.to_strips(self, words, look.width, 1, style, apply_selection=False, pad=pad)
        return (strips[0] if strips else Strip([])).apply_offsets(0, look.number)  # none where there is no width
