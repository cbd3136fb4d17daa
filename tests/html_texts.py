"""Reading an HTML report back: its articles by the rules that its module states, and all that it consists of."""

from __future__ import annotations

from html.parser import HTMLParser

VOID = {"meta"}
TAGS = VOID | {
    *("html", "head", "title", "style", "body", "header", "nav", "main", "section", "article", "footer"),
    *("h1", "h2", "h3", "h4", "p", "div", "span", "a", "b", "i", "em", "q", "small", "sup", "code", "kbd"),
    *("ul", "ol", "li", "dl", "dt", "dd", "table", "thead", "tbody", "tr", "th", "td", "details", "summary"),
    *("ins", "del", "strong"),
}
ATTRIBUTES = {
    *("id", "class", "lang", "dir", "href", "rel", "role", "scope", "tabindex", "value", "charset", "http-equiv"),
    *("name", "content", "aria-label", "aria-labelledby", "aria-hidden", "data-added", "data-char", "data-text"),
}


class Read(HTMLParser):
    """A report, parsed. Fails on any element or attribute that reports do not consist of.

    ``texts`` are those of its articles by id, ``ids`` and ``links`` all that there are, ``elements`` how many of each.
    """

    def __init__(self, page: str) -> None:
        super().__init__()
        self.texts: dict[str, str] = {}
        self.ids: list[str] = []
        self.links: list[str] = []
        self.headings: list[tuple[int, str]] = []
        self.tags: list[str] = []
        self._open: list[tuple[str, dict[str, str]]] = []
        self.feed(page)
        self.close()
        assert not self._open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        has = {name: value or "" for name, value in attrs}
        assert tag in TAGS, tag
        assert has.keys() <= ATTRIBUTES, has
        self.tags.append(tag)
        self.ids += [has["id"]] if "id" in has else []
        self.links += [has["href"]] if "href" in has else []
        if "data-text" in has:
            self.texts[has["data-text"]] = ""
        if "data-char" in has:
            self._add(chr(int(has["data-char"], 16)))
        if tag in ("h1", "h2", "h3"):
            self.headings.append((int(tag[1]), ""))
        if tag not in VOID:
            self._open.append((tag, has))

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        if any(tag in ("h1", "h2", "h3") for tag, _ in self._open):
            level, words = self.headings[-1]
            self.headings[-1] = level, words + data
        self._add(data)

    def _add(self, words: str) -> None:
        article = next((has["data-text"] for _, has in self._open if "data-text" in has), None)
        if article is not None and not any("data-added" in has or "data-char" in has for _, has in self._open):
            self.texts[article] += words
