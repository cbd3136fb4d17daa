"""What `make docs` adds to the pages of this folder: those of the whole project, and what the program says of itself.

MkDocs calls the functions by their names.
"""

from __future__ import annotations

import re
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from compare.cli import parser
from compare.errors import EXIT_STATUS

ROOT = Path(__file__).parent.parent

PAGES = {
    "README.md": "index.md",
    "CHANGELOG.md": "changelog.md",
    "CONTRIBUTING.md": "contributing.md",
    "SECURITY.md": "security.md",
    "benchmarks/README.md": "benchmarks.md",
}
"""Pages that stand elsewhere in the project, and where the site has them."""

_LINK = re.compile(r"(!?\[[^\]]*\]\()([^)#\s]+)")


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the pages of the project, its pictures, and the reference."""
    if overview := files.get_file_from_path("README.md"):  # the list of pages, which is the navigation here
        files.remove(overview)
    for source, page in PAGES.items():
        text = with_links((ROOT / source).read_text(encoding="utf-8"), Path(source).parent)
        files.append(File.generated(config, page, content=text))
    files.append(File.generated(config, "reference.md", content=reference()))
    for picture in sorted((ROOT / "screenshots").glob("*.[sp][vn]g")):
        files.append(File.generated(config, f"screenshots/{picture.name}", abs_src_path=str(picture)))
    return files


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Let links of the pages in this folder lead to where the site has their targets."""
    return markdown if page.file.generated_by else with_links(markdown, Path("docs"))


def with_links(text: str, folder: Path) -> str:
    """Return a page of a folder of the project with its links as the site needs them."""

    def lead(link: re.Match[str]) -> str:
        if "://" in link[2]:
            return link[0]
        target = (ROOT / folder / link[2]).resolve().relative_to(ROOT).as_posix()
        return link[1] + PAGES.get(target, "index.md" if target == "docs/README.md" else target.removeprefix("docs/"))

    return _LINK.sub(lead, text)


def reference() -> str:
    """Return the page that tells options and exit status, from the program itself."""
    statuses = "\n".join(f"| {status} | {means} |" for status, means in EXIT_STATUS.items())
    return f"""# Command line

```text
{parser().format_help()}```

## Exit status

| status | means |
|---|---|
{statuses}

The keys of the screen: [The reading desk](desk.md#keys). Settings: [the same](desk.md#settings).
"""
