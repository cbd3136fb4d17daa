"""The comparison screen, what its keys do beside the comparison, and the dialogs that are laid over it.

:mod:`~compare.tui.screens.main` draws a state and turns each key into the next; :mod:`~compare.tui.screens.frames` says
when that is painted. Whatever a key does that is no step of the state it leaves to four helpers, whose methods
``do_<id>`` are actions of the registry: :mod:`~compare.tui.screens.going` (articles, pages, sets),
:mod:`~compare.tui.screens.errands` (dialogs, clipboard, other programs), :mod:`~compare.tui.screens.marking` with
:mod:`~compare.tui.screens.correcting` (what the reader says), and :mod:`~compare.tui.screens.keeping`, which alone
changes the reader's marks.

All other modules hold a dialog each, made of what :mod:`~compare.tui.screens.dialog` has for all of them. A dialog is
given what it shows and returns what was chosen; none of them changes anything, but that
:mod:`~compare.tui.screens.export` writes the report it asked about, so that it can ask again where that fails.
"""
