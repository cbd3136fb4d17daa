"""From evidence to a probability: small logistic models whose weights lie in ``weights.json``.

The first scores every pair by :data:`~compare.analysis.candidates.EVIDENCE`. The second takes the pairs that survive
and adds what the word diff found in them. ``benchmarks/quality/train.py`` makes the weights and tells from what.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np

from compare.analysis.terms import Floats


@dataclass(frozen=True, slots=True)
class Logistic:
    """A logistic model: ``1 / (1 + exp(-(bias + sum(weight * value))))``. ``names`` say what each weight is for."""

    bias: float
    names: tuple[str, ...]
    weights: tuple[float, ...]

    def probability(self, evidence: Floats) -> Floats:
        """Return the probability of each item; ``evidence`` has its kinds along the first axis."""
        return _sigmoid(self.bias + np.tensordot(np.array(self.weights), evidence, axes=1))


@dataclass(frozen=True, slots=True)
class Weights:
    """The reviewed figures of the product.

    Attributes:
        pair: probability that two sentences state one claim, from stage-one evidence.
        worded: the same for surviving pairs, from the first model's log odds and the word diff.
        unique: probability that no other article states a sentence, from the log odds of its best counterpart.
        alone: share of sentences that no other article states, the best guess where the texts cannot be matched.
        link: from this probability on, two sentences are linked.
    """

    pair: Logistic
    worded: Logistic
    unique: Logistic
    alone: float
    link: float


@cache
def weights() -> Weights:
    """Read the weights that come with the program."""
    data = json.loads(files("compare.analysis").joinpath("weights.json").read_text(encoding="utf-8"))

    def logistic(name: str) -> Logistic:
        model = data[name]
        return Logistic(model["bias"], tuple(model["weights"]), tuple(model["weights"].values()))

    return Weights(logistic("pair"), logistic("worded"), logistic("unique"), data["alone"], data["link"])


def log_odds(probability: Floats) -> Floats:
    """Return ``ln(p / (1 - p))``, with probabilities kept away from 0 and 1 by a millionth."""
    safe = np.clip(probability, 1e-6, 1 - 1e-6)
    odds: Floats = np.log(safe / (1 - safe))
    return odds


def _sigmoid(x: Floats) -> Floats:
    y: Floats = 1 / (1 + np.exp(-np.clip(x, -30, 30)))
    return y
