"""Read several reports of one event against each other.

The library in four lines::

    import compare
    comparison = compare.compare(compare.load(["seeds/"]))
    print(comparison.findings[0].why)
    compare.export(comparison, "memo.md", profile="memo")

:func:`load` reads sources into a :class:`~compare.model.CoverageSet`, :func:`compare` analyses it into an immutable
:class:`~compare.model.Comparison`, and :mod:`~compare.export`, called, makes a report of that. The names of the model
are here too. All of them are imported when first used, so that ``import compare`` costs next to nothing.

The program begins in :mod:`~compare.cli`, which does what :mod:`~compare.arguments` can ask for, with a
:mod:`~compare.session`: on the screen (:mod:`~compare.tui`, or :mod:`~compare.browser`) or in a report
(:mod:`~compare.export`), whose way :mod:`~compare.meter`, :mod:`~compare.stdout`, :mod:`~compare.completion` and
:mod:`~compare.signals` attend to. The session asks :mod:`~compare.loading`, :mod:`~compare.analysis` and
:mod:`~compare.review`, and :mod:`~compare.cached` for what was found before. What the user sets is in
:mod:`~compare.config` (:mod:`~compare.settings`, :mod:`~compare.toml`, :mod:`~compare.validation`), what the program
remembers in :mod:`~compare.recent`, :mod:`~compare.places` and :mod:`~compare.chosen`, all of it :mod:`~compare.stored`
or on a :mod:`~compare.shelf` in the user's :mod:`~compare.folders`; what a user can get wrong in
:mod:`~compare.errors`.
"""

from __future__ import annotations

TYPE_CHECKING = False  # as typing has it, which would cost more to import than all of this
if TYPE_CHECKING:
    from typing import Any

    from compare.analysis import compare
    from compare.export.library import export
    from compare.model import Article, Claim, Comparison, CoverageSet, Fact, Finding, Link, Paragraph, Sentence
    from compare.session import load

__version__ = "0.1.0"

__all__ = [
    "Article",
    "Claim",
    "Comparison",
    "CoverageSet",
    "Fact",
    "Finding",
    "Link",
    "Paragraph",
    "Sentence",
    "__version__",
    "compare",
    "export",
    "load",
]

_HOME = {"load": "compare.session", "compare": "compare.analysis"}


def __getattr__(name: str) -> Any:
    """Import a public name when it is first asked for (PEP 562)."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    if name == "export":  # the package itself can be called: importing it sets this very name
        return import_module("compare.export")
    return getattr(import_module(_HOME.get(name, "compare.model")), name)
