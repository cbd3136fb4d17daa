"""Words that deny, as data, by language: in small letters and with straight apostrophes.

Here belongs what makes of a statement its contrary. What only leaves it open ("perhaps", "if") is with the clauses that
it leaves open, in :mod:`~compare.analysis.clauses`.
"""

from __future__ import annotations

from compare.model.words import listed

NEGATIONS = {
    "en": listed(
        "not never isn't aren't wasn't weren't hasn't haven't hadn't doesn't don't didn't won't wouldn't can't cannot",
        "couldn't shouldn't shan't ain't",
    ),
    "es": listed("no nunca jamás"),
    "de": listed("nicht nie"),
}
"""Words that negate their clause."""

DENIALS = {
    "en": listed("deny denies denied denying refuted disavowed"),
    "es": listed("niega niegan negó negaron desmiente desmintió desmintieron"),
}
"""Verbs that deny what follows them. "Rejected" and "dismissed" are not here: an offer or a player is."""

ANY_NEGATION = frozenset({"no"}).union(*NEGATIONS.values())
"""Those of all languages, for words that are quoted in whatever language, and "no", which in English denies a thing."""
