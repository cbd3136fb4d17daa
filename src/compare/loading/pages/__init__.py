"""Pages: from HTML to the text a reader sees, what of it is reporting, and what the page says about itself.

:mod:`~compare.loading.html` is the way in. It has :mod:`~compare.loading.pages.parsing` make a tree of the bytes,
:mod:`~compare.loading.pages.rendering` pieces of text of the tree, with what the :mod:`~compare.loading.pages.markup`
around each says about it, :mod:`~compare.loading.pages.reporting` tell reporting from furniture, where trafilatura and
the page's own data and the entries of a :mod:`~compare.loading.pages.live` page are
:mod:`~compare.loading.pages.witnesses`, and :mod:`~compare.loading.pages.metadata` collect
title, outlet, :mod:`~compare.loading.pages.dates` and the rest from :mod:`~compare.loading.pages.jsonld` and other
:mod:`~compare.loading.pages.marks` of the page.

These modules need the packages of the extra ``web`` and are imported by nothing that does without.
"""
