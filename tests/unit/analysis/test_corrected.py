"""What is said of a set follows the articles that it is about, whatever they are called."""

from __future__ import annotations

from dataclasses import replace

from articles import article
from compare.analysis.corrected import corrected
from compare.loading import gather
from compare.model import Named, Whole

CUT = "{} reports that a ferry struck a pier at noon.\n\nContinue reading at the {}.\n"
SAID = "cut (‘Continue reading at the {}.’): what it lacks is unknown, not omitted"


def test_an_outlet_whose_name_begins_as_anothers_does_keeps_what_is_said_of_it() -> None:
    wire = article(CUT.format("Wire", "Wire"), "a.txt", outlet="Wire")
    world = article(CUT.format("World", "World"), "b.txt", outlet="Wire: cut of the World")
    coverage = gather([wire, world], warnings=["Wire: no such file"])
    of_world = f"{world.outlet}: {SAID.format('World')}"
    assert coverage.warnings == (f"Wire: {SAID.format('Wire')}", of_world, "Wire: no such file")
    renamed = corrected(coverage, [Named(wire.id, "Agency")])
    assert renamed.warnings == (f"Agency: {SAID.format('Wire')}", of_world, "Wire: no such file")
    whole = corrected(coverage, [Whole(wire.id, complete=True)])
    assert whole.warnings == (of_world, "Wire: no such file")
    still_cut = corrected(coverage, [Whole(wire.id, complete=False)])
    as_said = "Wire: cut, as the reader says: what it lacks is unknown, not omitted"
    assert still_cut.warnings == (of_world, "Wire: no such file", as_said)


def test_what_is_said_of_a_copy_that_is_out_of_sight_stays() -> None:
    articles = [article(CUT.format(name, name), f"{name}.txt", outlet=name) for name in ("Wire", "World")]
    coverage = gather(articles)
    alone = replace(coverage, articles=tuple(a for a in coverage.articles if a.outlet == "Wire"))
    assert corrected(alone, [Named(alone.articles[0].id, "Agency")]).warnings == (
        f"Agency: {SAID.format('Wire')}",
        f"World: {SAID.format('World')}",
    )
