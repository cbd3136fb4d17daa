"""The reader's marks as web annotations, which other programs read: https://www.w3.org/TR/annotation-model/.

One annotation is one mark. Its targets are the quotations that it is about, each with a TextQuoteSelector and a
TextPositionSelector (code points, of the text that was marked); their source is the article's address, or the name of
its file without folders. What was set apart is a target on one side and a body on the other.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, TypeAlias
from urllib.parse import quote
from uuid import NAMESPACE_OID, UUID, uuid5

from compare.export.hand import said
from compare.export.inlines import plain, web_address
from compare.export.telling import deed
from compare.model import Coded, Judged, Noted, Parted, Starred, one_line
from compare.model.digest import set_digest
from compare.model.ours import LABEL

if TYPE_CHECKING:
    from collections.abc import Iterator

    from compare.model import ArticleSelector, Body, Comparison, QuoteSelector, ReaderMark
    from compare.review import Review

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
"""The JSON-LD context of the model; it is named, never fetched."""

Node: TypeAlias = dict[str, Any]


def web_annotations(comparison: Comparison, review: Review) -> str:
    """Return the marks about a set as an AnnotationCollection in JSON-LD that ends in a newline. The same marks of the
    same set give the same bytes."""
    marks = review.laid.marks
    collection = _name(set_digest(comparison.coverage))
    page: Node = {"type": "AnnotationPage", "startIndex": 0, "items": [_annotation(mark) for mark in marks]}
    made: Node = {"@context": CONTEXT, "label": LABEL, "id": collection, "type": "AnnotationCollection"}
    if marks:  # the model wants a first page only where there is something on it
        made |= {"total": len(marks), "first": {"id": _name(f"{collection} 1"), **page, "partOf": collection}}
    else:
        made |= {"total": 0}
    # other programs' parsers take escapes, and no control or half a pair of surrogates then stands in the file
    return json.dumps(made, indent=1) + "\n"


def _annotation(mark: ReaderMark) -> Node:
    motivation = _motivation(mark.body)
    bodies = list(_bodies(mark, motivation))
    targets: list[Node | str] = [_passage(each) for each in _targets(mark)]
    targets = targets or [_source(article) for article in mark.articles]
    made: Node = {
        "id": _name(mark.id),
        "type": "Annotation",
        "motivation": motivation,
        "created": mark.made,
        **({"creator": {"type": "Person", "nickname": mark.by}} if mark.by else {}),
        **({"body": bodies if len(bodies) > 1 else bodies[0]} if bodies else {}),
        "target": targets if len(targets) > 1 else targets[0],
    }
    return made


def _motivation(body: Body) -> str:
    match body:
        case Judged():
            return "assessing"
        case Noted():
            return "commenting"
        case Starred():
            return "bookmarking"
        case Coded():
            return "tagging"
        case _:
            return "editing"


def _bodies(mark: ReaderMark, purpose: str) -> Iterator[Node]:
    body = mark.body
    if isinstance(body, Starred):  # a bookmark says what it says by being there
        return
    told = said(mark)
    words = body.text if isinstance(body, Noted) else told.words.text or plain(deed(told))
    yield {"type": "TextualBody", "value": words, "format": "text/plain", "purpose": purpose}
    if isinstance(body, Judged) and body.evidence:
        yield _basis(body.evidence)
    if isinstance(body, Parted):
        for other in body.other:
            yield {**_passage(other), "purpose": purpose}


def _basis(evidence: str) -> Node:
    """Return what a verdict is based on: a link, or words."""
    if link := web_address(one_line(evidence)):
        return {"type": "SpecificResource", "source": link, "purpose": "linking"}
    return {"type": "TextualBody", "value": evidence, "format": "text/plain", "purpose": "describing"}


def _targets(mark: ReaderMark) -> tuple[QuoteSelector, ...]:
    return mark.body.one if isinstance(mark.body, Parted) else mark.quotes


def _passage(passage: QuoteSelector) -> Node:
    words: Node = {"type": "TextQuoteSelector", "exact": passage.exact}
    words |= {"prefix": passage.prefix, "suffix": passage.suffix}
    place = {"type": "TextPositionSelector", "start": passage.start, "end": passage.start + len(passage.exact)}
    return {"type": "SpecificResource", "source": _source(passage.article), "selector": [words, place]}


def _source(article: ArticleSelector) -> str:
    """Return the article's address, else its name as a relative one."""
    if link := web_address(article.url) or web_address(article.source):
        return link
    called = article.source or article.title or article.outlet
    return quote(called.encode("utf-8", "replace"), safe="") or f"urn:sha256:{article.sha256}"


def _name(of: str) -> str:
    """Return an IRI for what has an id: the id itself if it is a UUID, else one that is made of it."""
    try:
        return UUID(of).urn
    except ValueError:
        return uuid5(NAMESPACE_OID, of.encode("utf-8", "replace").decode()).urn
