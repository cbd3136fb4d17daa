"""The comparison made by hand, as most tests of reports look at it."""

from __future__ import annotations

import pytest

from compare.model import Comparison

from .bridge import compared


@pytest.fixture
def comparison() -> Comparison:
    """The comparison with its articles in the order they were written."""
    return compared()


@pytest.fixture
def permuted() -> Comparison:
    """The same comparison, its articles named in another order."""
    return compared((2, 0, 1))
