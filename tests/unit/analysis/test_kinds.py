"""What makes a claim checkable."""

from __future__ import annotations

import pytest

from compare.analysis.kinds import kind_of
from compare.model import ClaimKind, FactKind


@pytest.mark.parametrize(
    ("text", "facts", "kind"),
    [
        ("The town paid $3 million.", [FactKind.MONEY], ClaimKind.FACT),
        ("It began on Monday, the town said.", [FactKind.DATE], ClaimKind.FACT),
        ("According to the mayor the port is safe.", [FactKind.NAME], ClaimKind.ATTRIBUTED),
        ("El alcalde aseguró que el puerto es seguro.", [], ClaimKind.ATTRIBUTED),
        ("The port could close.", [], ClaimKind.PREDICTION),
        ("The port is a jewel.", [FactKind.NAME], ClaimKind.COMMENTARY),
    ],
)
def test_kinds(text: str, facts: list[FactKind], kind: ClaimKind) -> None:
    assert kind_of(text, facts) is kind
