"""The reading screen. The way in is :func:`run`.

:mod:`~compare.tui.app` has a set opened (:mod:`~compare.tui.open_set`, which starts the :mod:`~compare.tui.work`, a
thread that only posts messages, and the :mod:`~compare.tui.watch` over its files) and shows
:mod:`~compare.tui.screens.main`. What a key does is decided without Textual: :mod:`~compare.tui.actions` lists every
action once, with the user's own keys from :mod:`~compare.tui.keymap`, for the :mod:`~compare.tui.bindings` and the
:mod:`~compare.tui.palette`; :mod:`~compare.tui.steps` goes from one frozen :mod:`~compare.tui.state` to the next,
:mod:`~compare.tui.history` goes back; :mod:`~compare.tui.phrases`, and around the views :mod:`~compare.tui.bars`, find
the words. :mod:`~compare.tui.widgets` and :mod:`~compare.tui.screens` draw it.

Each view has a module that says what it shows, one that says where, and a widget that draws it:

======== ========================== ================= =======================================
view     what                       where             drawn by (in ``widgets/``)
======== ========================== ================= =======================================
panes    ``relations``              ``layout``        ``panes``, ``pane``, ``ink``, ``frame``
aligned  ``rows``                   ``row_layout``    ``aligned``, ``sheet``, ``ink``
claims   ``matrix``                 ``matrix_layout`` ``claims``, ``claims_grid``
wording  ``wording``, ``differing`` the widget        ``wording``, on ``lines``
overview ``overview``               the same          ``overview``, on ``lines``
======== ========================== ================= =======================================

A view draws line by line (``widgets/drawing``): each line by its look, and again only where it looks otherwise.

Which sentences and claims a filter lets through, in whatever view, says :mod:`~compare.tui.filtering`, what is put away
besides :mod:`~compare.tui.folding`, what some words are found in :mod:`~compare.tui.search`.

What the reader marks is made by :mod:`~compare.tui.marking`, kept through :mod:`~compare.tui.reviewing`, and shown as
:mod:`~compare.tui.signs`; a correction comes back from :mod:`~compare.tui.corrector` as another comparison.
:mod:`~compare.tui.carrying` takes the reader along into it, and into texts that were read again;
:mod:`~compare.tui.memory` brings the reader back in the next run.

What leaves the screen is told by :mod:`~compare.tui.reporting`, :mod:`~compare.tui.clipping`,
:mod:`~compare.tui.picture` and :mod:`~compare.tui.opening`. How the process ends from outside says
:mod:`~compare.tui.ending`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from collections.abc import Sequence

    from compare.config import Config
    from compare.loading.web import Web
    from compare.tui.memory import Memory


def run(
    sources: Sequence[str],
    *,
    strict: bool = False,
    stdin: BinaryIO | None = None,
    web: Web | None = None,
    memory: Memory | None = None,
    config: Config | None = None,
    watch: bool = False,
) -> int:
    """Open the reading screen and return the exit status when the reader leaves it.

    Args:
        sources: paths of files, folders, globs, manifests, addresses, or ``-``; without any, the reader chooses a
            recent set.
        strict: give up at the first source that cannot be read.
        stdin: where ``-`` is read from; the keyboard is another file then.
        web: what may be fetched; by default all that the sources name.
        memory: what is remembered from one run to the next.
        config: the user's settings.
        watch: read the files again when they change.

    Raises:
        CompareError: the sources could not be opened, and the screen is closed by then; or a setting is wrong.
    """
    from compare.tui.app import CompareApp

    app = CompareApp(sources, strict=strict, stdin=stdin, web=web, memory=memory, config=config, watch=watch, heed=True)
    app.run()
    if app.failure is not None:
        raise app.failure
    return app.return_code or 0
