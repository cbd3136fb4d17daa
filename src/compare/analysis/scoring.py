"""From evidence to a probability: small logistic models whose weights lie in ``weights.json``.

The first scores every pair by :data:`~compare.analysis.candidates.EVIDENCE`. The second takes the likely pairs and adds
their wording and how far they are ahead of their rivals. ``benchmarks/quality/train.py`` makes the weights and tells
from what.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np

from compare.analysis.terms import Floats

LEAST = 1e-4
"""Probabilities below count as this, and those as near to 1: how unlikely a thing is matters no further."""


DIGITS = 12
"""Decimals of a probability: fewer than a sum loses to the order of its parts."""


@dataclass(frozen=True, slots=True)
class Logistic:
    """A logistic model: ``1 / (1 + exp(-(bias + sum(weight * value))))``. ``names`` say what each weight is for."""

    bias: float
    names: tuple[str, ...]
    weights: tuple[float, ...]

    def probability(self, evidence: Floats) -> Floats:
        """Return the probability of each item; ``evidence`` has its kinds along the first axis.

        Equal evidence has equal probability, however much else is asked at once: that moves the last digits of a sum.
        """
        probability: Floats = np.round(
            _sigmoid(self.bias + np.tensordot(np.array(self.weights), evidence, axes=1)), DIGITS
        )
        return probability


@dataclass(frozen=True, slots=True)
class Curve:
    """A probability read off a curve: straight lines between points, by rising :meth:`place`.

    That is the log odds of a sentence's best counterpart, and higher by ``brevity`` times the logarithm of how often
    the sentence goes into ``short`` words, if it has fewer: who says little shares little, and is not alone for that.
    """

    log_odds: tuple[float, ...]
    points: tuple[float, ...]
    short: int
    brevity: float

    def place(self, best: Floats, words: Floats) -> Floats:
        """Return where sentences stand, by the probability of their best counterparts and by their words."""
        odds: Floats = log_odds(best) + self.brevity * np.log(self.short / np.clip(words, 1, self.short))
        return odds

    def probability(self, best: Floats, words: Floats) -> Floats:
        """Return the probability that belongs to each sentence, given as for :meth:`place`."""
        return np.interp(self.place(best, words), self.log_odds, self.points)


@dataclass(frozen=True, slots=True)
class Weights:
    """The reviewed figures of the product.

    Attributes:
        pair: probability that two sentences state one claim, from stage-one evidence.
        rival: the same for likely pairs, from the first model's log odds, the wording and the lead over rivals.
        unique: probability that no other article states a sentence, from that of its best counterpart and its length.
        alone: share of sentences that no other article states, the best guess where the texts cannot be matched.
        link: from this probability on, two sentences are linked.
        faint: from this probability on, a sentence without any link is linked with the one that comes nearest.
    """

    pair: Logistic
    rival: Logistic
    unique: Curve
    alone: float
    link: float
    faint: float


@cache
def weights() -> Weights:
    """Read the weights that come with the program."""
    data = json.loads(files("compare.analysis").joinpath("weights.json").read_text(encoding="utf-8"))

    def logistic(name: str) -> Logistic:
        model = data[name]
        return Logistic(model["bias"], tuple(model["weights"]), tuple(model["weights"].values()))

    curve = data["unique"]
    unique = Curve(tuple(curve["log_odds"]), tuple(curve["points"]), curve["short"], curve["brevity"])
    return Weights(logistic("pair"), logistic("rival"), unique, data["alone"], data["link"], data["faint"])


def log_odds(probability: Floats) -> Floats:
    """Return ``ln(p / (1 - p))``, with probabilities kept away from 0 and 1 by :data:`LEAST`."""
    safe = np.clip(probability, LEAST, 1 - LEAST)
    odds: Floats = np.log(safe / (1 - safe))
    return odds


def _sigmoid(x: Floats) -> Floats:
    y: Floats = 1 / (1 + np.exp(-np.clip(x, -30, 30)))
    return y
