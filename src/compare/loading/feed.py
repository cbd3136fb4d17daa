"""Feeds: a document for each entry that the reader wants.

An entry with its whole text is an article; one with a summary is cut, and what it lacks is unknown. Nothing that an
entry points at is fetched. Who is offered many entries chooses by words, of which an entry must share enough, or one by
one where there is somebody to ask; what was left out is said.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache
from hashlib import sha256
from html import escape
from math import ceil

from compare.errors import SourceEmpty, SourceError
from compare.loading.contents import Contents, Part
from compare.loading.document import Document, text_document
from compare.loading.feed_entries import READ, Entry, entries_of, plain
from compare.loading.language import COMMONEST, detect, language_of
from compare.loading.metadata import found_at, over
from compare.loading.offers import MOST, Choose, Offer
from compare.loading.reading import check
from compare.model import KNOWN, language_name, one_line, plural
from compare.model.words import RUN

NAMED = 5
"""Titles that a message about what was left out gives before it only counts."""

SHARE = 0.5
"""Share of the words of ``--about`` that an entry must have in its title, summary or text's beginning."""

BEGINNING = 1_000
"""Code points of an entry's text, besides title and summary, in which the words are looked for: the lead of a report
names what it is about, and further down reports of other stories are mentioned."""

ORIGIN = "feed"
"""Where a datum comes from that the feed gives."""

_ENTRIES = ("entry", "entries")


def entries(data: bytes, name: str, *, about: str = "", choose: Choose | None = None) -> Contents:
    """Return the entries of a feed as documents; one that cannot be read costs the others nothing.

    Args:
        data: the whole feed.
        name: what the user called it.
        about: words that an entry must share; empty for all entries, of which the newest :data:`MOST` are taken.
        choose: asked which of several entries to take where no words are given.

    Raises:
        SourceBroken: it is no feed that can be read.
        ModuleNotFoundError: what reads feeds is not installed.
        SourceEmpty: it has no entry with a text, or none that shares the words.
    """
    feed = entries_of(data, name)
    warnings = [f"{name}: has more than {READ:,} entries; only the first were looked at"] if feed.more else []
    filled = [entry for entry in feed.entries if entry.content.strip()]
    if not filled:
        raise SourceEmpty(name, "has no entry with a text", "name the articles themselves")
    if bare := len(feed.entries) - len(filled):
        warnings.append(f"{name}: {plural(bare, *_ENTRIES)} without a text left out")
    kept, left = _wanted(filled, name, about, choose)
    taken = _newest(kept)
    warnings += left
    if others := len(kept) - len(taken):
        advice = f"at most {MOST} can be chosen" if choose else "--about WORDS chooses"
        advice = "more words after --about leave fewer" if about.strip() else advice
        which = "newest" if any(entry.published for entry in kept) else "first"
        warnings.append(f"{name}: {plural(others, *_ENTRIES)} left out, the {which} {MOST} opened; {advice}")
    parts, refused = [], []
    for entry in taken:
        try:
            document = _document(entry, _name(name, entry))
            check(document.text, _name(name, entry))
            parts.append(Part(_name(name, entry), document))
        except SourceError as error:
            refused.append(error)
    return Contents(tuple(parts), warnings=tuple(warnings), refused=tuple(refused), feed=True)


def _wanted(
    filled: Sequence[Entry], name: str, about: str, choose: Choose | None
) -> tuple[Sequence[Entry], Sequence[str]]:
    """Return the entries that the reader wants, and what is to be said of the others."""
    if about.strip():
        kept = [entry for entry in filled if shares(entry, about)]
        if not kept:
            raise SourceEmpty(name, f"has no entry about {one_line(about)!r} among {len(filled)}", "use other words")
        why = f"not about {one_line(about)!r} left out"
    elif choose is None or len(filled) == 1 or (chosen := choose(name, tuple(map(_offer, filled)))) is None:
        return filled, ()
    else:
        kept = [entry for entry in filled if _digest(entry) in chosen]
        if not kept:
            raise SourceEmpty(name, f"none of its {len(filled)} entries was chosen", "choose some")
        why = "not chosen"
    opened = set(map(id, kept))
    left = [entry for entry in filled if id(entry) not in opened]
    return kept, [f"{name}: {plural(len(left), *_ENTRIES)} {why}: {_titles(left)}"] if left else ()


def _newest(kept: Sequence[Entry]) -> Sequence[Entry]:
    """Return the newest :data:`MOST` entries in the order of the feed; of those that say no date the first, since a
    feed has the newest at its top."""
    places = sorted(range(len(kept)), key=lambda n: kept[n].published or "", reverse=True)[:MOST]
    return [kept[n] for n in sorted(places)]


def _offer(entry: Entry) -> Offer:
    return Offer(
        id=_digest(entry),
        title=entry.title,
        outlet=entry.outlet or "",
        date=entry.published or "",
        summary=entry.summary or plain(entry.content[:BEGINNING]),
    )


def shares(entry: Entry, about: str) -> bool:
    """Tell whether an entry shares enough words with those the reader gave, whatever their endings."""
    told = f"{entry.title} {entry.summary} {entry.content[:BEGINNING]}"
    language = entry.language or language_of(told)
    wanted = _stems(about, language)
    # small words say nothing, unless there are no others
    stop = _stems(COMMONEST.get(language, ""), language)
    wanted = (wanted - stop) or wanted
    return len(wanted & _stems(told, language)) >= max(1, ceil(SHARE * len(wanted)))


def _stems(text: str, language: str) -> set[str]:
    """What is looked for: figures too, since a year or the number of a flight tells stories apart, and the parts of a
    compound each, since another headline may write it otherwise."""
    stem = _stemmer(language)
    return {stem(word) for word in RUN.findall(text.casefold())}


@cache
def _stemmer(language: str) -> Callable[[str], str]:
    import snowballstemmer

    if language not in KNOWN:
        return str
    stem: Callable[[str], str] = snowballstemmer.stemmer(language_name(language).lower()).stemWord
    return stem


def _document(entry: Entry, name: str) -> Document:
    metadata = found_at(
        ORIGIN,
        outlet=entry.outlet,
        title=entry.title,
        published=entry.published,
        url=entry.url,
        author=entry.author,
        modified=entry.modified,
        language=_language(entry),
        complete=None if entry.whole else False,
    )
    if not entry.html:
        # a headline is part of a report, and feeds give it beside the text
        text = "\n\n".join(filter(None, (entry.title, entry.content)))
        return text_document(text, "text", metadata)
    from compare.loading.html import page_document

    title = escape(entry.title)
    headline = f"<h1>{title}</h1>" if title else ""
    page = f"<!doctype html><title>{title}</title><body><article>{headline}{entry.content}</article>"
    document = page_document(page, name, url=entry.url)
    return replace(document, metadata=over(metadata, document.metadata))


def _language(entry: Entry) -> str | None:
    """Return the language that the feed declares, unless the entry is certainly in another: a feed declares one for all
    its entries, and often that of the program that made it."""
    found = detect(f"{entry.title} {entry.content}")
    return None if found.sure and found.language != entry.language else entry.language


def _titles(entries: Sequence[Entry]) -> str:
    titles = [f"‘{entry.title[:60] or 'without title'}’" for entry in entries[:NAMED]]
    more = len(entries) - len(titles)
    return ", ".join(titles) + (f" and {more} more" if more else "")


def _name(name: str, entry: Entry) -> str:
    return f"{name}#{_digest(entry)}"


def _digest(entry: Entry) -> str:
    """Name an entry by what it is, so that its place in the feed, which changes by the hour, names nothing."""
    return sha256(f"{entry.url}\0{entry.title}\0{entry.content}".encode()).hexdigest()[:8]
