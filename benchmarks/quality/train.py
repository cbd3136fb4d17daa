"""Fit the weights of the pair scorer to coverage that people aligned, and say how well they do on unseen stories.

usage: python benchmarks/quality/train.py SET.json [--write]

SET.json holds stories, each with the text and sentence spans of its articles and with claims that list the sentences
which state them (the format is described in ``benchmarks/README.md``). All figures printed are cross-validated by
story: the weights that score a story never saw it. ``--write`` then fits to all stories and writes ``weights.json``.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

import compare.analysis
from compare.analysis.candidates import EVIDENCE, blocks
from compare.analysis.pairs import WORTH_READING, worded_evidence
from compare.analysis.scoring import Logistic, log_odds
from compare.analysis.terms import bags, weigh
from compare.analysis.wording import equal_spans

Floats = NDArray[np.float64]
FOLDS = 7
LINK = 0.25
"""The link threshold. F1 of links is flat from 0.21 to 0.27; in that range a lower one makes fewer sentences unique
that are not, and a wrong "only here" costs a reader more than a doubtful counterpart, which shows its probability."""


@dataclass(frozen=True)
class Story:
    """One story's pairs: sentence numbers, evidence (kinds, pairs), whether gold, and whether both are labelled."""

    sentences: list[str]
    article: NDArray[np.int64]
    gold: dict[int, set[str]]
    a: NDArray[np.int64]
    b: NDArray[np.int64]
    evidence: Floats
    same: NDArray[np.bool_]
    labelled: NDArray[np.bool_]


def read(story: dict[str, Any]) -> Story:
    spans = [(n, *span) for n, article in enumerate(story["articles"]) for span in article["sentences"]]
    sentences = [story["articles"][n]["text"][start:end] for n, start, end in spans]
    article = np.array([n for n, _, _ in spans])
    starts = np.searchsorted(article, np.arange(len(story["articles"]) + 1))
    number = {(n, k): int(starts[n]) + k for n, a in enumerate(story["articles"]) for k in range(len(a["sentences"]))}
    gold: defaultdict[int, set[str]] = defaultdict(set)
    for claim in story["claims"]:
        for n, k in claim["sentences"]:
            gold[number[n, k]].add(claim["id"])
    terms = weigh(bags(sentences, ["en"] * len(sentences)))
    a, b, evidence = [], [], []
    for block in blocks(terms, starts):
        (r0, _), (c0, _), later = block.rows, block.columns, int(starts[block.article + 1])
        rest = block.evidence[:, :, later - c0 :]
        i, j = np.indices(rest.shape[1:])
        a.append(i.ravel() + r0)
        b.append(j.ravel() + later)
        evidence.append(rest.reshape(len(EVIDENCE), -1))
    one, two = np.concatenate(a), np.concatenate(b)
    same = np.array([bool(gold.get(x, set()) & gold.get(y, set())) for x, y in zip(one, two, strict=True)])
    labelled = np.array([x in gold and y in gold for x, y in zip(one, two, strict=True)])
    return Story(sentences, article, dict(gold), one, two, np.concatenate(evidence, axis=1), same, labelled)


def fit(
    evidence: Floats, truth: NDArray[np.bool_], weight: Floats, names: Sequence[str], ridge: float = 1.0
) -> Logistic:
    """Fit a ridge-regularised logistic model by Newton's method; ``evidence`` has its kinds along the first axis."""
    mean, spread = evidence.mean(axis=1), evidence.std(axis=1) + 1e-9
    x = np.vstack([np.ones(evidence.shape[1]), (evidence - mean[:, None]) / spread[:, None]])
    penalty = ridge * np.diag([0.0, *np.ones(len(names))])
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


def story_weight(count: int) -> Floats:
    """Weigh pairs so that a story with a hundred times the pairs counts ten times as much."""
    return np.full(count, 1 / np.sqrt(max(1, count)))


def fit_pair(stories: Sequence[Story]) -> Logistic:
    weight = np.concatenate([story_weight(int(s.labelled.sum())) for s in stories])
    return fit(
        np.concatenate([s.evidence[:, s.labelled] for s in stories], axis=1),
        np.concatenate([s.same[s.labelled] for s in stories]),
        weight / weight.mean(),
        EVIDENCE,
    )


def worded(story: Story, scores: Floats, chosen: NDArray[np.bool_]) -> Floats:
    rows = []
    for n in np.flatnonzero(chosen):
        one, two = story.sentences[story.a[n]], story.sentences[story.b[n]]
        rows.append(worded_evidence(float(scores[n]), equal_spans(one, two), one))
    return np.array(rows).T if rows else np.zeros((2, 0))


def fit_worded(stories: Sequence[Story], scores: Sequence[Floats]) -> Logistic:
    chosen = [s.labelled & (p >= WORTH_READING) for s, p in zip(stories, scores, strict=True)]
    weight = np.concatenate([story_weight(int(c.sum())) for c in chosen])
    return fit(
        np.concatenate([worded(s, p, c) for s, p, c in zip(stories, scores, chosen, strict=True)], axis=1),
        np.concatenate([s.same[c] for s, c in zip(stories, chosen, strict=True)]),
        weight / weight.mean(),
        ("log_odds", "wording"),
    )


def best_elsewhere(story: Story, scores: Floats) -> tuple[Floats, NDArray[np.bool_]]:
    """Return of each labelled sentence its best score in another article, and whether none truly states it."""
    best = np.zeros(len(story.sentences))
    np.maximum.at(best, story.a, scores)
    np.maximum.at(best, story.b, scores)
    stated: set[int] = set()
    for x, y in zip(story.a[story.same], story.b[story.same], strict=True):
        stated |= {int(x), int(y)}
    labelled = sorted(story.gold)
    return best[labelled], np.array([n not in stated for n in labelled], dtype=bool)


def fit_unique(stories: Sequence[Story], scores: Sequence[Floats]) -> Logistic:
    rows = [best_elsewhere(s, p) for s, p in zip(stories, scores, strict=True)]
    best = np.concatenate([r[0] for r in rows])
    return fit(log_odds(best)[None], np.concatenate([r[1] for r in rows]), np.ones(len(best)), ("log_odds",))


def rescored(story: Story, first: Floats, model: Logistic) -> Floats:
    chosen = first >= WORTH_READING
    scores = first.copy()
    scores[chosen] = model.probability(worded(story, first, chosen))
    return scores


def best_threshold(stories: Sequence[Story], scores: Sequence[Floats]) -> tuple[float, float]:
    """Return the threshold with the best F1 of links over labelled pairs, and that F1."""
    p = np.concatenate([x[s.labelled] for s, x in zip(stories, scores, strict=True)])
    y = np.concatenate([s.same[s.labelled] for s in stories])
    order = np.argsort(-p)
    hits = np.cumsum(y[order])
    f1 = 2 * hits / (np.arange(1, len(p) + 1) + y.sum())
    at = int(f1.argmax())
    return float(p[order[at]]), float(f1[at])


def figures(stories: Sequence[Story], scores: Sequence[Floats]) -> dict[str, float]:
    """Partner precision at 1, link F1, average precision of "only here", Brier score."""
    hit = total = 0
    unique: list[tuple[float, bool]] = []
    for story, p in zip(stories, scores, strict=True):
        matrix = np.full((len(story.sentences),) * 2, -1.0)
        matrix[story.a, story.b] = matrix[story.b, story.a] = p
        for q in story.gold:
            for other in set(story.article.tolist()) - {int(story.article[q])}:
                own = np.flatnonzero(story.article == other)
                if partners := {int(r) for r in own if story.gold.get(int(r), set()) & story.gold[q]}:
                    total += 1
                    hit += int(own[matrix[q, own].argmax()]) in partners
        best, alone = best_elsewhere(story, p)
        unique += zip(best.tolist(), alone.tolist(), strict=True)
    unique.sort()
    hits = ap = 0.0
    for k, (_, alone) in enumerate(unique, 1):
        hits += alone
        ap += hits / k if alone else 0
    p = np.concatenate([x[s.labelled] for s, x in zip(stories, scores, strict=True)])
    y = np.concatenate([s.same[s.labelled] for s in stories])
    threshold, f1 = best_threshold(stories, scores)
    return {
        "partner_p1": hit / total,
        "link_f1": f1,
        "at": threshold,
        "only_ap": ap / hits,
        "brier": float(((p - y) ** 2).mean()),
    }


def cross_validate(stories: Sequence[Story]) -> tuple[list[Floats], list[Floats], list[Floats]]:
    """Score each story by models that never saw it: stage one, and stage two on top."""
    order = np.random.default_rng(7).permutation(len(stories))
    first: list[Floats] = [np.zeros(0)] * len(stories)
    second, alone = list(first), list(first)
    for fold in range(FOLDS):
        held = set(order[fold::FOLDS].tolist())
        seen = [s for n, s in enumerate(stories) if n not in held]
        pair = fit_pair(seen)
        scores = [pair.probability(s.evidence) for s in seen]
        model = fit_worded(seen, scores)
        unique = fit_unique(seen, [rescored(s, p, model) for s, p in zip(seen, scores, strict=True)])
        for n in held:
            first[n] = pair.probability(stories[n].evidence)
            second[n] = rescored(stories[n], first[n], model)
            alone[n] = unique.probability(log_odds(best_elsewhere(stories[n], second[n])[0])[None])
    return first, second, alone


def calibration(name: str, said: Floats, true: NDArray[np.bool_]) -> None:
    """Print for each tenth of probability what was said, what was true, and of how many."""
    for low in np.arange(0, 1, 0.1):
        inside = (said >= low) & (said < low + 0.1)
        if inside.any():
            share = f"said {said[inside].mean():.2f}, true {true[inside].mean():.2f}"
            print(f"{name} {low:.1f}-{low + 0.1:.1f}: {share}, {inside.sum()}")


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("set", type=Path)
    ask.add_argument("--write", action="store_true", help="fit to all stories and write the weights")
    got = ask.parse_args()
    stories = [read(s) for s in json.loads(got.set.read_text(encoding="utf-8"))["stories"]]
    first, second, alone = cross_validate(stories)
    for name, scores in (("stage one", first), ("stage two", second)):
        print(name, json.dumps({k: round(v, 3) for k, v in figures(stories, scores).items()}))
    truth = np.concatenate([best_elsewhere(s, p)[1] for s, p in zip(stories, second, strict=True)])
    confidence = np.concatenate(alone)
    calibration("unique", confidence, truth)
    pairs = [(p[s.labelled], s.same[s.labelled]) for s, p in zip(stories, second, strict=True)]
    calibration("link", np.concatenate([p for p, _ in pairs]), np.concatenate([same for _, same in pairs]))
    if got.write:
        pair = fit_pair(stories)
        scores = [pair.probability(s.evidence) for s in stories]
        model = fit_worded(stories, scores)
        final = [rescored(s, p, model) for s, p in zip(stories, scores, strict=True)]
        unique = fit_unique(stories, final)
        target = Path(compare.analysis.__file__).with_name("weights.json")
        models = {"pair": pair, "worded": model, "unique": unique}
        data: dict[str, Any] = {
            name: {
                "bias": round(m.bias, 4),
                "weights": {k: round(v, 4) for k, v in zip(m.names, m.weights, strict=True)},
            }
            for name, m in models.items()
        }
        data["alone"] = round(float(truth.mean()), 2)
        data["link"] = LINK
        target.write_text(json.dumps(data, indent=2) + "\n", encoding="utf-8")
        print(target.read_text(encoding="utf-8"))


if __name__ == "__main__":
    main()
