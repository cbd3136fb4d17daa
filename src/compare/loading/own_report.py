"""Our own JSON report: opens again without its sources, with the same articles, ids, paragraphs and sentences."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from hashlib import sha256

from pydantic import TypeAdapter, ValidationError

from compare.errors import ReportChanged, SourceEmpty, SourceError
from compare.loading.article import id_of
from compare.loading.contents import MOST, Contents
from compare.model import Article, Paragraph, ParagraphKind, Sentence, one_line
from compare.model.corrections import READER
from compare.validation import first_wrong

SCHEMA = "compare/1"

_ARTICLE = TypeAdapter(Article)
_ID = re.compile("a[0-9a-f]{10}")


def report_articles(value: Mapping[str, object], name: str) -> Contents:
    """Return the articles of a report.

    They are taken as they are, not found anew, so that a memo that cites a sentence by its id stays true when a later
    version of the program would part the text otherwise. What was changed by hand since is refused.

    Raises:
        ReportChanged: it is of another version, or its articles are no list.
    """
    if value.get("schema") != SCHEMA:
        version = one_line(str(value.get("schema")))[:40]
        raise ReportChanged(name, f"is a report of version {version}")
    listed = value.get("articles")
    if not isinstance(listed, list) or len(listed) > MOST:
        raise ReportChanged(name, f"is no report with a list of at most {MOST} articles")
    if not listed:
        raise SourceEmpty(name, "is a report of no article")
    articles: list[Article] = []
    refused: list[SourceError] = []
    for n, each in enumerate(listed, 1):
        article = _article(each)
        if isinstance(article, str):
            refused.append(ReportChanged(f"{name}#{n}", article))
        else:
            articles.append(article)
    return Contents(articles=tuple(articles), refused=tuple(refused))


def _article(value: object) -> Article | str:
    """Return an article, or what is wrong with it."""
    try:
        article = _ARTICLE.validate_python(_as_model(value))
        told = article.text.encode()
        json.dumps(value, ensure_ascii=False).encode()  # of every other word in it, only whether it can be written
    except ValidationError as error:
        return f"is no article of a report (see {one_line(first_wrong(error).path) or 'its type'})"
    except UnicodeEncodeError:
        return "holds what is no character"
    # an outlet that was named on the screen is not the one in the id
    renamed = dict(article.origins).get("outlet") == READER
    named = _ID.fullmatch(article.id) if renamed else article.id == id_of(article.outlet, article.text)
    if article.sha256 != sha256(told).hexdigest() or not named:
        return "was changed since the report was written: text and outlet no longer fit its id"
    if not _fits(article):
        return "has paragraphs or sentences that do not fit its text"
    return article


def _as_model(value: object) -> object:
    """Return an article of a report as the model has it, where the two differ: origins are pairs there."""
    if isinstance(value, dict) and isinstance(origins := value.get("origins"), dict):
        return {**value, "origins": sorted(origins.items())}
    return value


def _fits(article: Article) -> bool:
    """Whether paragraphs and sentences lie in the text, in order, each sentence within its paragraph, and furniture
    alone has a reason."""
    paragraphs = {paragraph.id: paragraph for paragraph in article.paragraphs}
    whole = _in_order(article.paragraphs, len(article.text)) and _in_order(article.sentences, len(article.text))
    pieces = [piece.id for piece in article.paragraphs] + [piece.id for piece in article.sentences]
    unique = len(set(pieces)) == len(pieces)
    reasoned = all((p.kind is ParagraphKind.FURNITURE) is bool(one_line(p.reason or "")) for p in article.paragraphs)
    named = all(piece.startswith(f"{article.id}.") for piece in pieces)
    return (
        whole
        and unique
        and named
        and reasoned
        and all(
            s.paragraph in paragraphs
            and paragraphs[s.paragraph].start <= s.start
            and s.end <= paragraphs[s.paragraph].end
            for s in article.sentences
        )
    )


def _in_order(pieces: Sequence[Paragraph | Sentence], length: int) -> bool:
    past = 0
    for piece in pieces:
        if not past <= piece.start < piece.end <= length:
            return False
        past = piece.end
    return True
