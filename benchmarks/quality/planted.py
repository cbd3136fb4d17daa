"""Hold what the program says of stories of our own writing against what was written into them.

usage: python -m benchmarks.quality.planted [--list]

``benchmarks/stories/`` holds 32 events, each reported three to six times in the styles of different papers.
``planted.json`` says, in words that stand in the reports, in what they contradict each other, what stands in one alone,
and what two or more have in words of their own. It was written with the reports and before the program had read them;
the rules were mended on them afterwards, so this tells what is kept, not what to expect of other news.

- A conflict is found if its two places stand on two sides of a listed one; of the right kind, if that is the one that
  was written. A listed conflict that is none of those is not planted.
- What stands in one report alone is told if a finding "only" quotes it, or its sentence is marked so surely.
- What several have is wrongly told as one's own if a finding says "only" and quotes it, without "perhaps", or its
  sentence is marked so surely.

``--list`` prints what was missed, what was not planted, and what was wrongly told.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from itertools import permutations
from pathlib import Path

from compare import compare, load
from compare.model import Comparison, Conflict, FactKind, FindingKind, only_here

STORIES = Path(__file__).parent.parent / "stories"


@dataclass(frozen=True, slots=True)
class Planted:
    """A disagreement that was written into a story.

    Attributes:
        kind: the kind of conflict it is.
        sides: the places that tell each side; any one of them will do, in the plan a single one may stand alone.
    """

    kind: str
    sides: tuple[tuple[str, ...], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Plan:
    """What was written into a story: its disagreements, and places that stand in one report, and in several."""

    conflicts: Sequence[Planted]
    alone: Sequence[str]
    shared: Sequence[str]


@dataclass(frozen=True, slots=True)
class Held:
    """What came of a plan.

    Attributes:
        found: the planted conflicts that are listed, each with the kind it is listed as.
        missed: those that are not.
        strange: the listed conflicts that were not planted.
        told: what stands in one report, and is told so.
        untold: what does, and is not.
        wrong: what several have, and is told of one.
        right: what several have, and is not.
    """

    found: Sequence[tuple[Planted, str]]
    missed: Sequence[Planted]
    strange: Sequence[Conflict]
    told: Sequence[str]
    untold: Sequence[str]
    wrong: Sequence[str]
    right: Sequence[str]


def plans(path: Path) -> dict[str, Plan]:
    """Read what was written into stories, by their names."""
    return {
        name: Plan(
            tuple(
                Planted(each["kind"], (_places(one), _places(other)))
                for each in story["conflicts"]
                for one, other in [each["sides"]]
            ),
            tuple(story["alone"]),
            tuple(story["shared"]),
        )
        for name, story in json.loads(path.read_text(encoding="utf-8")).items()
    }


def _places(side: str | Sequence[str]) -> tuple[str, ...]:
    return (side,) if isinstance(side, str) else tuple(side)


def held(comparison: Comparison, plan: Plan) -> Held:
    """Hold a comparison against the plan of its story."""
    listed = {planted: [c for c in comparison.conflicts if _is(comparison, c, planted)] for planted in plan.conflicts}
    known = {c.id for found in listed.values() for c in found}
    only = [*_only(comparison)]
    told = {place: any(place in said for said in only) for place in (*plan.alone, *plan.shared)}
    return Held(
        [(planted, _kind(planted, found)) for planted, found in listed.items() if found],
        [planted for planted, found in listed.items() if not found],
        [c for c in comparison.conflicts if c.id not in known],
        [place for place in plan.alone if told[place]],
        [place for place in plan.alone if not told[place]],
        [place for place in plan.shared if told[place]],
        [place for place in plan.shared if not told[place]],
    )


def _is(comparison: Comparison, conflict: Conflict, planted: Planted) -> bool:
    """Whether a conflict has the two places of a planted one on two of its sides."""
    words = [" ".join(comparison.index.words(s) for s in side) for side in conflict.sides]
    return any(
        _tells(one, planted.sides[0]) and _tells(other, planted.sides[1]) for one, other in permutations(words, 2)
    )


def _tells(said: str, places: Sequence[str]) -> bool:
    return any(place in said for place in places)


def _kind(planted: Planted, found: Sequence[Conflict]) -> str:
    kinds = [c.kind.value for c in found]
    return planted.kind if planted.kind in kinds else kinds[0]


def _only(comparison: Comparison) -> Iterator[str]:
    """Yield what is surely told as one voice's: by findings, and by the mark of a sentence."""
    facts = comparison.index.facts
    for finding in comparison.findings:
        if finding.kind in (FindingKind.FACT, FindingKind.SOLE) and finding.why.startswith("Only"):
            fact = facts.get(finding.fact or "")
            # who is quoted others may name as well
            yield fact.value if fact and fact.kind is FactKind.QUOTATION else finding.why
    for claim in filter(only_here, comparison.claims):
        yield from map(comparison.index.words, claim.sentences)


def _table(rows: Mapping[str, Held]) -> Iterator[str]:
    yield f"{'story':14}{'conflicts':>12}{'right kind':>12}{'not planted':>13}{'alone':>10}{'wrongly only':>14}"
    for name, of in rows.items():
        found, planted = len(of.found), len(of.found) + len(of.missed)
        kind = sum(each.kind == kind for each, kind in of.found)
        alone, shared = len(of.told) + len(of.untold), len(of.wrong) + len(of.right)
        conflicts, told, wrong = f"{found}/{planted}", f"{len(of.told)}/{alone}", f"{len(of.wrong)}/{shared}"
        yield f"{name:14}{conflicts:>12}{kind:>12}{len(of.strange):>13}{told:>10}{wrong:>14}"


def _sum(rows: Sequence[Held]) -> Held:
    return Held(*([each for row in rows for each in getattr(row, field.name)] for field in fields(Held)))


def _sides(planted: Planted) -> str:
    return " / ".join(places[0] for places in planted.sides)


def _listed(name: str, of: Held) -> Iterator[str]:
    yield from (f"{name}: missed {each.kind}: {_sides(each)}" for each in of.missed)
    yield from (f"{name}: {kind}, not {p.kind}: {_sides(p)}" for p, kind in of.found if kind != p.kind)
    yield from (f"{name}: not planted, {each.kind}: {each.why}" for each in of.strange)
    yield from (f"{name}: wrongly only: {each}" for each in of.wrong)
    yield from (f"{name}: not told: {each}" for each in of.untold)


def main() -> None:
    """Run from the command line."""
    ask = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    ask.add_argument("--list", action="store_true", help="what was missed, not planted, and wrongly told")
    given = ask.parse_args()
    rows = {
        name: held(compare(load([str(STORIES / name)])), plan) for name, plan in plans(STORIES / "planted.json").items()
    }
    for line in _table({**rows, "all": _sum([*rows.values()])}):
        print(line)
    if given.list:
        for name, of in rows.items():
            print(*_listed(name, of), sep="\n")


if __name__ == "__main__":
    main()
