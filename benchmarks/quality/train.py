"""Fit the weights of the pair scorer to coverage that people aligned, and say how well they do on unseen stories.

usage: python -m benchmarks.quality.train SET.json [--write | --only-here] [--ablation]

SET.json is described in ``benchmarks/README.md``. All figures are cross-validated by story: the weights that score a
story never saw it, seven folds, repeated with three divisions of the stories; the spread is that between divisions.
``--ablation`` says what each kind of evidence contributes. ``--write`` then fits to all stories and writes
``weights.json``; ``--only-here`` fits the curve of "only here" alone, to the scores that the weights of pairs which are
there give.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

import compare.analysis
from benchmarks.quality.measures import calibration_error
from benchmarks.quality.stories import Story as Labelled
from benchmarks.quality.stories import read
from compare.analysis.candidates import EVIDENCE, Vocabulary, blocks
from compare.analysis.pairs import Proposed, lead, propose, rival_evidence
from compare.analysis.scoring import LEAST, Curve, Logistic, log_odds, weights
from compare.analysis.terms import Floats, Ints
from compare.model.words import COUNTED

FOLDS = 7
DIVISIONS = (7, 8, 9)
LINK, FAINT = 0.25, 0.21
"""From which probabilities on two sentences are linked, and one without any link with the one that comes nearest.

In claims on SPARK F1 of links is .449 at 0.23, .464 here, .465 at 0.28: between stories the gain over 0.23 is .009 to
.021 (95 %), and a value that half of them choose gains .012 on the others. A lower ``FAINT`` makes fewer sentences
unique that are not, and a wrong "only here" costs a reader more than a doubtful counterpart, which shows its
probability: 0.25 gives a precision of .69 at a recall of .59, 0.21 .74 at .52, 0.18 .77 at .46, 0.16 .81 at .38. Below
0.2 it links what has little in common.
"""

SHORT, BREVITY = 16, 0.8
"""Words below which a sentence is short, and by how much its best counterpart counts for more then: see
:class:`~compare.analysis.scoring.Curve`.

Of sentences of SPARK that were surely called "only here" without it, .59 of those below eight words were alone, .70 of
those below twelve, .80 of the others. Cross-validated ``only_ap`` is .719 without it, .724 at 0.4, .728 here and at
1.0, .723 at 1.5; ``only_p`` .770, .782, .789, .782 and .775. Twelve words and twenty are as good, and terms in place of
words no better than nothing.
"""

STEP = 40
"""Sentences that make a step of the curve at least: with fewer a step says little."""

RIVAL = ("log_odds", "wording", "lead")
"""The second model's evidence, in the order of :func:`~compare.analysis.pairs.rival_evidence`."""


@dataclass(frozen=True)
class Story:
    """One story: its vocabulary, stage-one evidence of all pairs (kinds, sentences, sentences), which pairs of
    different articles state one claim, which sentences are labelled, and how many words each has."""

    vocabulary: Vocabulary
    article: Ints
    words: Floats
    evidence: Floats
    same: NDArray[np.bool_]
    labelled: NDArray[np.bool_]

    @property
    def pairs(self) -> tuple[Ints, Ints]:
        """The labelled pairs of different articles, each once."""
        both = self.labelled[:, None] & self.labelled[None] & (self.article[:, None] < self.article[None])
        one, other = np.nonzero(both)
        return one, other


@dataclass(frozen=True)
class Models:
    """What is fitted. ``rival`` and ``unique`` stand on the models before them."""

    pair: Logistic
    rival: Logistic
    unique: Curve


def prepared(story: Labelled) -> Story:
    """Return a story with its evidence worked out."""
    article = story.article
    vocabulary = Vocabulary.of(story.sentences, article.tolist(), ["en"] * len(story.texts))
    evidence = np.zeros((len(EVIDENCE), len(article), len(article)))
    for block in blocks(vocabulary):
        (r0, r1), (c0, c1) = block.rows, block.columns
        evidence[:, r0:r1, c0:c1] = block.evidence
    upper = np.triu(np.ones((len(article),) * 2, dtype=bool))
    evidence = np.where(upper, evidence, evidence.transpose(0, 2, 1))
    labelled = np.isin(np.arange(len(article)), story.labelled)
    words = np.array([len(COUNTED.findall(sentence)) for sentence in story.sentences], dtype=float)
    return Story(vocabulary, article, words, evidence, story.same() & labelled[:, None] & labelled[None], labelled)


def fit(evidence: Floats, truth: NDArray[np.bool_], weight: Floats, names: Sequence[str]) -> Logistic:
    """Fit a ridge-regularised logistic model by Newton's method; ``evidence`` has its kinds along the first axis."""
    mean, spread = evidence.mean(axis=1), evidence.std(axis=1) + 1e-9
    x = np.vstack([np.ones(evidence.shape[1]), (evidence - mean[:, None]) / spread[:, None]])
    penalty = np.diag([0.0, *np.ones(len(names))])
    beta = np.zeros(len(x))
    for _ in range(50):
        p = 1 / (1 + np.exp(-beta @ x))
        gradient = x @ (weight * (truth - p)) - penalty @ beta
        hessian = (x * (weight * p * (1 - p))) @ x.T + penalty
        step = np.linalg.solve(hessian, gradient)
        beta += step
        if np.abs(step).max() < 1e-8:
            break
    slopes = beta[1:] / spread
    return Logistic(float(beta[0] - slopes @ mean), tuple(names), tuple(float(s) for s in slopes))


def story_weight(counts: Sequence[int]) -> Floats:
    """Weigh pairs so that a story with a hundred times the pairs counts ten times as much."""
    weight = np.concatenate([np.full(n, 1 / np.sqrt(max(1, n))) for n in counts])
    normal: Floats = weight / weight.mean()
    return normal


def without(names: Sequence[str], left_out: frozenset[str]) -> list[int]:
    """Return the places of the names that are not left out."""
    return [n for n, name in enumerate(names) if name not in left_out]


def fit_pair(stories: Sequence[Story], left_out: frozenset[str]) -> Logistic:
    """Fit the first model: the probability of a pair, by what it shares."""
    rows = [(s.evidence[:, *s.pairs], s.same[s.pairs]) for s in stories]
    used = without(EVIDENCE, left_out)
    evidence = np.concatenate([e for e, _ in rows], axis=1)[used]
    model = fit(
        evidence,
        np.concatenate([y for _, y in rows]),
        story_weight([len(y) for _, y in rows]),
        [EVIDENCE[n] for n in used],
    )
    return complete(model, EVIDENCE)


def complete(model: Logistic, names: Sequence[str]) -> Logistic:
    """Give a model that was fitted without some evidence a weight of 0 for it."""
    known = dict(zip(model.names, model.weights, strict=True))
    return Logistic(model.bias, tuple(names), tuple(known.get(name, 0.0) for name in names))


def proposals(story: Story, pair: Logistic) -> tuple[Proposed, Floats]:
    """Return the pairs that stage one proposes, and the evidence that the second model has of them."""
    found = propose(story.vocabulary, replace(weights(), pair=pair))
    return found, rival_evidence(found.score, found.wording, lead(found))


def fit_rival(stories: Sequence[Story], pair: Logistic, left_out: frozenset[str]) -> Logistic:
    """Fit the second model: the probability of a proposed pair, by how far it is ahead of its rivals too."""
    evidence, truth, counts = [], [], []
    for story in stories:
        found, known = proposals(story, pair)
        both = story.labelled[found.a] & story.labelled[found.b]
        evidence.append(known[:, both])
        truth.append(story.same[found.a, found.b][both])
        counts.append(int(both.sum()))
    used = without(RIVAL, left_out)
    model = fit(
        np.concatenate(evidence, axis=1)[used], np.concatenate(truth), story_weight(counts), [RIVAL[n] for n in used]
    )
    return complete(model, RIVAL)


def scores(story: Story, pair: Logistic, rival: Logistic | None) -> Floats:
    """Return the probability of every pair, 0 within an article."""
    matrix = np.where(story.article[:, None] != story.article[None], pair.probability(story.evidence), 0.0)
    if rival is not None:
        found, known = proposals(story, pair)
        matrix[found.a, found.b] = matrix[found.b, found.a] = rival.probability(known)
    return matrix


def places(story: Story, matrix: Floats) -> Floats:
    """Return of each labelled sentence where it stands on the curve of "only here"."""
    best = matrix.max(axis=1, initial=0.0)
    return Curve((), (), SHORT, BREVITY).place(best[story.labelled], story.words[story.labelled])


def alone(story: Story) -> NDArray[np.bool_]:
    """Return of each labelled sentence whether no other article states it."""
    stated: NDArray[np.bool_] = np.any(story.same, axis=1)
    return ~stated[story.labelled]


def fit_unique(stories: Sequence[Story], matrices: Sequence[Floats]) -> Curve:
    """Fit the curve of "only here": the shares of ever so many sentences in order, made to fall (isotonic regression).

    A logistic model is 8 points off on average, the curve 3. Its ends lead halfway to certainty, since a constant end
    would rank nothing.
    """
    best = np.concatenate([places(s, m) for s, m in zip(stories, matrices, strict=True)])
    order = np.argsort(best, kind="stable")
    truth = np.concatenate([alone(s) for s in stories])[order]
    steps: list[tuple[float, float, int]] = []
    for at in range(0, len(order), STEP):
        part = slice(at, at + STEP)
        steps.append((float(best[order][part].mean()), float(truth[part].mean()), len(truth[part])))
        while len(steps) > 1 and steps[-2][1] <= steps[-1][1]:
            steps[-2:] = [merged(*steps[-2:])]
    first, last = steps[0], steps[-1]
    end = float(log_odds(np.array(LEAST)))
    inner = [s for s in steps if end < s[0] < -end]
    points = [(end, (1 + first[1]) / 2), *((x, y) for x, y, _ in inner), (-end, last[1] / 2)]
    return Curve(tuple(x for x, _ in points), tuple(y for _, y in points), SHORT, BREVITY)


def merged(a: tuple[float, float, int], b: tuple[float, float, int]) -> tuple[float, float, int]:
    """Return two steps of the curve as one: where it lies, what it says, how many sentences made it."""
    n = a[2] + b[2]
    return (a[0] * a[2] + b[0] * b[2]) / n, (a[1] * a[2] + b[1] * b[2]) / n, n


def fit_all(stories: Sequence[Story], left_out: frozenset[str] = frozenset()) -> Models:
    """Fit all models, with some kinds of evidence left out."""
    pair = fit_pair(stories, left_out)
    return with_curve(stories, pair, fit_rival(stories, pair, left_out))


def with_curve(stories: Sequence[Story], pair: Logistic, rival: Logistic) -> Models:
    """Return models of pairs with the curve of "only here" that their scores give."""
    return Models(pair, rival, fit_unique(stories, [scores(s, pair, rival) for s in stories]))


@dataclass(frozen=True)
class Held:
    """What models that never saw a story say of it: stage one, stage two, and "only here" by labelled sentence."""

    first: Floats
    second: Floats
    unique: Floats


def cross_validate(stories: Sequence[Story], division: int, left_out: frozenset[str] = frozenset()) -> list[Held]:
    """Return what is said of each story by models that were fitted to the other folds of a division."""
    order = np.random.default_rng(division).permutation(len(stories))
    held: dict[int, Held] = {}
    for fold in range(FOLDS):
        apart = set(order[fold::FOLDS].tolist())
        models = fit_all([s for n, s in enumerate(stories) if n not in apart], left_out)
        for n in apart:
            second = scores(stories[n], models.pair, models.rival)
            only = np.interp(places(stories[n], second), models.unique.log_odds, models.unique.points)
            held[n] = Held(scores(stories[n], models.pair, None), second, only)
    return [held[n] for n in range(len(stories))]


def partners_found(story: Story, matrix: Floats) -> Iterator[bool]:
    """Yield, for each labelled sentence and each article that has a partner of it, whether the nearest there is one."""
    articles = [np.flatnonzero(story.article == article) for article in sorted(set(story.article.tolist()))]
    for q, own in product(np.flatnonzero(story.labelled), articles):
        if story.same[q, own].any():
            yield bool(story.same[q, own[matrix[q, own].argmax()]])


def figures(stories: Sequence[Story], matrices: Sequence[Floats], only: Sequence[Floats]) -> dict[str, float]:
    """Return the figures of :mod:`benchmarks.quality.measures` that need no claims, at the best threshold for links.

    ``only_p`` is the precision where "only here" is said of so many that 45 of 100 unique sentences are found.
    """
    hits: list[bool] = []
    said, true, ranks = [], [], []
    for story, matrix in zip(stories, matrices, strict=True):
        hits += partners_found(story, matrix)
        ranks.append(places(story, matrix))
        said.append(matrix[story.pairs])
        true.append(story.same[story.pairs])
    p, y = np.concatenate(said), np.concatenate(true)
    unique, truth = np.concatenate(only), np.concatenate([alone(s) for s in stories])
    found = np.cumsum(y[np.argsort(-p)])
    ranked = truth[np.argsort(np.concatenate(ranks), kind="stable")]  # as every curve ranks, whatever its fold
    hit = np.cumsum(ranked)
    precision = hit / np.arange(1, len(hit) + 1)
    return {
        "partner_p1": float(np.mean(hits)),
        "link_f1": float((2 * found / (np.arange(1, len(p) + 1) + y.sum())).max()),
        "only_ap": float(precision[ranked].mean()),
        "only_p": float(precision[np.searchsorted(hit, 0.45 * truth.sum())]),
        "brier": float(((p - y) ** 2).mean()),
        "link_ece": calibration_error(p, y),
        "only_ece": calibration_error(unique, truth),
    }


def validated(stories: Sequence[Story], stage: str, left_out: frozenset[str] = frozenset()) -> list[dict[str, float]]:
    """Return the figures of each division of the stories. ``stage`` is ``first`` or ``second``."""
    rows = []
    for division in DIVISIONS:
        held = cross_validate(stories, division, left_out)
        rows.append(figures(stories, [getattr(h, stage) for h in held], [h.unique for h in held]))
    return rows


def line(name: str, rows: Sequence[Mapping[str, float]]) -> str:
    """Return figures as a line: the mean over the divisions, and half of what lies between them."""
    cells = (
        f"{key} {np.mean([r[key] for r in rows]):.3f} ±{np.ptp([r[key] for r in rows]) / 2:.3f}" for key in rows[0]
    )
    return f"{name:<18} " + "  ".join(cells)


def calibration(name: str, said: Floats, true: NDArray[np.bool_]) -> None:
    """Print for each tenth of probability what was said, what was true, and of how many."""
    for low in np.arange(0, 1, 0.1):
        inside = (said >= low) & (said < low + 0.1)
        if inside.any():
            share = f"said {said[inside].mean():.2f}, true {true[inside].mean():.2f}"
            print(f"{name} {low:.1f}-{low + 0.1:.1f}: {share}, {inside.sum()}")


ABLATIONS = {
    "all": (),
    "no weight": ("weight",),
    "no overlap": ("overlap",),
    "no neighbours": ("flanks", "beside"),
    "no wording": ("wording",),
    "no lead": ("lead",),
}


def data_of(models: Models, base_rate: float) -> dict[str, Any]:
    """Return models as ``weights.json`` has them, rounded."""
    data: dict[str, Any] = {
        name: {
            "bias": round(m.bias, 4),
            "weights": {k: round(v, 4) for k, v in zip(m.names, m.weights, strict=True)},
        }
        for name, m in (("pair", models.pair), ("rival", models.rival))
    }
    curve = {k: [round(x, 4) for x in getattr(models.unique, k)] for k in ("log_odds", "points")}
    brief = {"short": SHORT, "brevity": BREVITY}
    return data | {"unique": curve | brief, "alone": round(base_rate, 2), "link": LINK, "faint": FAINT}


def main() -> None:
    """Fit, validate, and write if that is asked for."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("set", type=Path)
    write = ask.add_mutually_exclusive_group()
    write.add_argument("--write", action="store_true", help="fit to all stories and write the weights")
    write.add_argument("--only-here", action="store_true", help='fit the curve of "only here" alone and write it')
    ask.add_argument("--ablation", action="store_true", help="leave out each kind of evidence in turn")
    got = ask.parse_args()
    stories = [prepared(story) for story in read(got.set)]
    print(line("stage one", validated(stories, "first")))
    print(line("stage two", validated(stories, "second")))
    if got.ablation:
        for name, left_out in ABLATIONS.items():
            print(line(name, validated(stories, "second", frozenset(left_out))))
    held = cross_validate(stories, DIVISIONS[0])
    truth = np.concatenate([alone(s) for s in stories])
    calibration("unique", np.concatenate([h.unique for h in held]), truth)
    said = [h.second[s.pairs] for s, h in zip(stories, held, strict=True)]
    calibration("link", np.concatenate(said), np.concatenate([s.same[s.pairs] for s in stories]))
    if got.write or got.only_here:
        models = fit_all(stories) if got.write else with_curve(stories, weights().pair, weights().rival)
        target = Path(compare.analysis.__file__).with_name("weights.json")
        target.write_text(json.dumps(data_of(models, float(truth.mean())), indent=2) + "\n", encoding="utf-8")
        print(target.read_text(encoding="utf-8"))


if __name__ == "__main__":
    main()
