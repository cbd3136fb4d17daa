"""How a claim can be checked: by a figure or date, by asking its source, by waiting, or not at all."""

from __future__ import annotations

import re
from collections.abc import Iterable

from compare.model import ClaimKind, FactKind

_SAYS = re.compile(
    r"\b(?:according to|as reported by|reports? (?:from|by|in)|says|said|told|stress(?:es|ed)|emphasi[sz](?:es|ed)|"
    r"announc(?:es|ed)|confirm(?:s|ed)|den(?:ies|ied)|claim(?:s|ed)|warn(?:s|ed)|argu(?:es|ed)|explain(?:s|ed)|"
    r"insist(?:s|ed)|underlin(?:es|ed)|pledg(?:es|ed)|promis(?:es|ed)|report(?:s|ed)|state(?:s|d)|testified|acknowledg(?:es|ed)|"
    r"según|dijo|afirmó|declaró|aseguró|negó|explicó|anunció|confirmó)\b",
    re.IGNORECASE,
)
_AHEAD = re.compile(
    r"\b(?:will|would|could|may|might|shall|expected to|likely|plans? to|hopes? to|aims? to|promises to|potentially|"
    r"podría|podrían|será|serán|prevé)\b",
    re.IGNORECASE,
)
_CHECKABLE = {FactKind.MONEY, FactKind.PERCENTAGE, FactKind.NUMBER, FactKind.DATE}


def kind_of(text: str, facts: Iterable[FactKind], *, credited: bool = False) -> ClaimKind:
    """Return the kind of a claim from the sentence that stands for it and the kinds of facts in that sentence."""
    if _CHECKABLE.intersection(facts):
        return ClaimKind.FACT
    if credited or _SAYS.search(text):
        return ClaimKind.ATTRIBUTED
    if _AHEAD.search(text):
        return ClaimKind.PREDICTION
    return ClaimKind.COMMENTARY
