"""Quality of the alignment against people's.

:mod:`~benchmarks.quality.stories` reads a set, :mod:`~benchmarks.quality.product` and
:mod:`~benchmarks.quality.references` answer its stories, :mod:`~benchmarks.quality.measures` compares the answers with
the labels, :mod:`~benchmarks.quality.__main__` prints the table. :mod:`~benchmarks.quality.convert` makes a set from
published corpora, and ``train.py`` fits the weights of the product to one.
"""
