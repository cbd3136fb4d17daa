"""From evidence to a probability: the models by hand, and the weights that come with the program."""

from __future__ import annotations

from math import exp, log

import numpy as np
import pytest

from compare.analysis.candidates import EVIDENCE
from compare.analysis.scoring import LEAST, Curve, Logistic, log_odds, weights


def test_log_odds_are_those_of_the_probability_and_end_where_that_matters_no_further() -> None:
    assert log_odds(np.array([0.5, 0.9, 0.2])) == pytest.approx([0, log(9), -log(4)])
    nothing, certain = log_odds(np.array([0.0, 1.0]))
    assert -nothing == pytest.approx(certain) == pytest.approx(log((1 - LEAST) / LEAST))


def test_a_logistic_model_weighs_its_evidence() -> None:
    model = Logistic(-1.0, ("one", "other"), (2.0, -0.5))
    evidence = np.array([[0.0, 1.0, 1e9], [0.0, 4.0, 0.0]])
    assert model.probability(evidence) == pytest.approx([1 / (1 + exp(1)), 1 / (1 + exp(1)), 1.0])


def test_a_curve_is_read_between_its_points_and_higher_for_who_says_little() -> None:
    curve = Curve((-1.0, 1.0), (0.9, 0.1), short=8, brevity=0.5)
    best = np.array(0.5)
    assert curve.place(best, np.array([8.0, 20.0, 2.0, 0.0])) == pytest.approx([0, 0, log(4) / 2, log(8) / 2])
    assert curve.probability(best, np.array(8.0)) == pytest.approx(0.5)
    assert curve.probability(best, np.array(2.0)) == pytest.approx(0.5 - 0.4 * log(4) / 2)
    assert curve.probability(np.array([0.0, 1.0]), np.array(8.0)) == pytest.approx([0.9, 0.1])


def test_the_weights_are_for_the_evidence_that_they_are_given() -> None:
    given = weights()
    assert given.pair.names == EVIDENCE
    assert given.rival.names == ("log_odds", "wording", "lead")
    assert 0 < given.faint < given.link < 1
    assert sorted(given.unique.log_odds) == [*given.unique.log_odds]
    assert sorted(given.unique.points, reverse=True) == [*given.unique.points]
