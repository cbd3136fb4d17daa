"""What the comparison screen is made of: views, the card, the lines around them. All of it draws, none of it decides.

A view (:mod:`~compare.tui.widgets.reading_view`) is told the state and a :mod:`~compare.tui.reading` (the comparison,
with the marks of the sentences and the signs of the reader) and posts the steps that the mouse asks for; what of these
a pane shows says :mod:`~compare.tui.widgets.pane_view`. It keeps nothing but where it is scrolled to
(:mod:`~compare.tui.widgets.scrolling`).

Whatever is drawn line by line tells how each line looks before it draws it (:mod:`~compare.tui.widgets.drawing`), and a
line is drawn again only if it looks otherwise. Rows of articles look and are drawn alike in panes and in aligned rows
(:mod:`~compare.tui.widgets.ink`); the views of words (:mod:`~compare.tui.widgets.lines`) and the card say the same of a
claim in the same words (:mod:`~compare.tui.widgets.claim_text`, :mod:`~compare.tui.widgets.mark_text`).

Which widgets make up which view stands in the table of :mod:`compare.tui`. Around them are
:mod:`~compare.tui.widgets.bars`, :mod:`~compare.tui.widgets.search` and :mod:`~compare.tui.widgets.loading`, lines that
say something and ask for no new layout (:mod:`~compare.tui.widgets.told`); :mod:`~compare.tui.widgets.ticks` and
:mod:`~compare.tui.widgets.paths` are for dialogs.
"""
