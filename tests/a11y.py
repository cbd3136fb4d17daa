"""Hold the HTML report of the sample sets against axe-core, in both colour schemes: ``make a11y``.

Not a part of the suite: it needs Chromium and axe-core, of which the path of ``axe.min.js`` is the argument.
"""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from chromium import browser
from compare.export import write
from compare.session import analyse, load

SEEDS = Path(__file__).parents[1] / "seeds"

RUN = """axe.run(document, {resultTypes: ['violations']}).then(r => r.violations.flatMap(v => v.nodes.slice(0, 3).map(
    n => `${v.impact} ${v.id}: ${v.help}\\n    ${n.html.slice(0, 200)}`)))"""
"""Gives an objection a line, and a line of where it is."""


def main(axe: str) -> int:
    """Print what axe-core objects to, and return how much that is."""
    script = Path(axe).read_text("utf-8")
    count = 0
    with TemporaryDirectory() as folder, browser() as page:
        for source in (SEEDS, SEEDS / "ferry"):
            report = Path(folder) / f"{source.name}.html"
            write(analyse(load([str(source)])), str(report))
            page.open(report)
            page.ask("document.querySelectorAll('details').forEach(d => { d.open = true })")
            page.ask(f"{script}; 0")
            for scheme in ("light", "dark"):
                for width in (400, 1400):
                    page.look(width, scheme=scheme)
                    found = page.ask(RUN)
                    print(f"{report.name}, {scheme}, {width} px: {len(found)} objections", *found, sep="\n  ")
                    count += len(found)
    return count


if __name__ == "__main__":
    sys.exit(min(1, main(sys.argv[1])))
