"""The rules for furniture, as data: which lines of a news page are no reporting, and the reason the reader is shown.

A wrong rule costs the reader reporting, a missing one only some dimming. So a rule holds for a whole line, the line
must be short, and what may begin a sentence as well ("Read", "Subscribe", "Photo", "By") needs more to go by.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from compare.loading.blocks import words_in
from compare.loading.datelines import is_date_line, is_reading_time
from compare.loading.headings import in_title_case, sentence_ends
from compare.model.words import MEASURED


class Where(StrEnum):
    """In which part of an article a rule holds."""

    ANYWHERE = "anywhere"
    BELOW = "anywhere but on the first line, which may be a headline"
    EDGES = "no later than the first and no earlier than the last paragraph of reporting"


def _never(_: str) -> bool:
    return False


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of furniture line.

    ``test`` is asked about the whole line, its white space folded; ``words`` is how many words the line may have;
    ``unless`` takes out lines that are reporting all the same.
    """

    reason: str
    test: Callable[[str], object]
    words: int = 12
    where: Where = Where.ANYWHERE
    unless: Callable[[str], bool] = _never

    def holds(self, line: str) -> bool:
        """Tell whether a line is of this kind."""
        return bool(self.test(line)) and words_in(line) <= self.words and not self.unless(line)


_QUOTES = re.compile(
    r"[\"“”]|«[^»]*»|\b(?:said|says|told|asked|according to|dijo|según|dit|selon|sagte|laut)\b", re.IGNORECASE
)
_TELLS = re.compile(r"\b(?:was|were|had)\b", re.IGNORECASE)


def _quotes(line: str) -> bool:
    """Whether a line quotes somebody."""
    return _QUOTES.search(line) is not None


def _reports(line: str) -> bool:
    """Whether a line quotes somebody or tells what was: then it is reporting, whatever it begins with."""
    return _quotes(line) or _TELLS.search(line) is not None


def _reports_or_ends(line: str) -> bool:
    """Whether a line reports, or ends as a sentence does."""
    return _reports(line) or sentence_ends(line)


def _no_headline_after_two(line: str) -> bool:
    """Whether what follows the first two words is no headline."""
    return _reports_or_ends(line) or not in_title_case(line.split(maxsplit=2)[-1])


def _counts(line: str) -> bool:
    """Whether a line holds a figure, as the row of a table does."""
    return any(letter.isdigit() for letter in line)


def _i(*alternatives: str) -> Callable[[str], object]:
    """Match a whole line against any of the patterns, in capital or small letters."""
    return re.compile("|".join(alternatives), re.IGNORECASE).fullmatch


def _c(*alternatives: str) -> Callable[[str], object]:
    """Match a whole line against any of the patterns; capitals count."""
    return re.compile("|".join(alternatives)).fullmatch


def _only(words: str) -> Callable[[str], object]:
    """Match a line that holds no other words than these."""
    known = frozenset(words.split())
    return lambda line: {word.casefold() for word in MEASURED.findall(line)} <= known


LONGEST = 600
"""Code points of the longest block that can be furniture: a copyright notice or a disclaimer of some sentences."""

_ARROWS = "→⟶➔➜▶›»"
_ITEM = r"[\w'’&-]+(?: [\w'’&-]+){0,2}"
_CAPITAL = r"[A-ZÀ-ÖØ-Þ][\w.'’&-]*"
_LINK_WORD = r"(?:&|de|da|del|der|den|van|von|bin|al|la|le|of|for|the|and|in|at|on|via|y|und|et|e)"
_NAMES = rf"{_CAPITAL}(?:(?:, | ?/ ?| [|•·–-] | )(?:{_CAPITAL}|{_LINK_WORD})){{0,14}}"
_PERSON = rf"{_CAPITAL}(?: (?:{_CAPITAL}|de|da|del|der|den|van|von|bin|al|la|le)){{1,4}}"
_PERSONS = rf"{_PERSON}(?:(?:, | and | & |, and | y | et | und ){_PERSON}){{0,5}}"
_ROLE = r"(?i:correspondent|reporter|editor|writer|staff|columnist|contributor|bureau|chief|news|press|service|analyst)"
_AGENCY = (
    r"(?:(?:Agence France-Presse - )?Getty(?: Images)?|AFP|AP(?: Photo| Images)?|Associated Press|Reuters|REUTERS|"
    r"EPA(?:-EFE)?|EFE|Shutterstock|Alamy|iStock|Unsplash|Pexels|Pixabay|Wikimedia Commons|Bloomberg|Rex Features|"
    r"PA (?:Wire|Media|Images)|dpa|Flickr)"
)
_PICTURE = (
    r"(?i:(?:file )?photo(?:graph|graphy)?s?|images?|pictures?|pics?|illustrations?|video|fotos?|imagen|imágenes|bild)"
)
_MADE_BY = (
    r"(?:by|via|from|courtesy(?: of)?|credit|source|BY|VIA|COURTESY(?: OF)?|CREDIT|Credit|Courtesy(?: of)?|Source)"
)
_WHOLE = r"(?:full|whole|entire|original|complete|rest of the)"
_PIECE = r"(?:story|article|report|post|piece|interview|statement|text)"
_MAIL = r"(?:newsletters?|briefings?|alerts?|e-?mails?|updates|podcasts?|channel|inbox)"
_SERVICE = r"(?:Twitter|X|Facebook|Instagram|Google News|Threads|Bluesky|LinkedIn|YouTube|TikTok|WhatsApp|Telegram)"
_THIS_TEXT = (
    r"(?:this (?:article|story|summary|report|post|text|content|page|translation)|(?:the )?(?:intro(?:duction)?|outro|"
    r"opening|closing|summary|headline|article above|text above)(?: and \w+)?(?: sections?| paragraphs?)?)"
)
_MADE = r"(?:generated|written|produced|created|compiled|summari[sz]ed|translated)"
_MACHINE = r"(?:AI|artificial intelligence|chatgpt|language models?|automation|automatically|machine)"

CREDIT = "picture credit"

RULES: tuple[Rule, ...] = (
    # getting around
    Rule("link back", _i(r"(?:[←⟵⬅‹]+|<+(?!\w)|«(?=[^»]*$)) ?\S.*"), 8, unless=_reports),
    Rule("link back", _i(r"(?:go )?back to (?:the )?(?:front page|home ?page|home|top|news|all \w+).{0,20}"), 7),
    Rule("link", _i(rf"[^.!?]+\S ?[{_ARROWS}]+"), 25, unless=_reports),
    Rule("navigation", _i(rf"{_ITEM}(?: ?[|•·>{_ARROWS}] ?{_ITEM}){{2,20}}"), 40, unless=_counts),
    Rule("navigation", _i(r"(?:skip|jump) to (?:the )?(?:main )?(?:content|navigation).?"), 6),
    Rule("navigation", _i(r"page \d+ of \d+", r"scroll down for .{3,40}", r"(?:hide|show|view) transcript.*"), 8),
    Rule(
        "navigation",
        _only(
            "menu search home login log sign in register print email e mail share tweet post save close next previous "
            "copy link embed facebook twitter whatsapp"
        ),
    ),
    Rule(
        "tags",
        _i(r"(?:tags?|topics?|filed under|keywords?|categor(?:y|ies)|etiquetas|temas|schlagwörter) ?: ?.+"),
        25,
        Where.BELOW,
    ),
    Rule("address", _i(r"(?:https?://|www\.)\S+", r"[\w.+-]+@[\w-]+\.[\w.-]+")),
    # links to other texts
    Rule("link", _i(r"read more(?: here| below)? ?[.…>»]*"), 4),
    Rule("link", _i(r"read (?:more|also|next) ?[:|–—-] ?.+"), 30, unless=_reports),
    Rule("link", _i(r"read more (?:about|on|at|from|in|of)\b.+"), unless=_reports),
    Rule("link", _i(r"read more .+"), 20, unless=_no_headline_after_two),
    Rule("link", _i(rf"read or share this {_PIECE}.*")),
    Rule("link", _i(rf"read the {_WHOLE} {_PIECE}(?: ?:.*| here.?| (?:at|on|in) .+|.?)"), 14),
    Rule(
        "link",
        _c(
            r"(?:READ|WATCH|SEE|LISTEN|MORE|RELATED)(?: (?:MORE|ALSO|VIDEO|STORY))? ?: ?.+",
            r"(?:PHOTOS?|VIDEOS?|ALSO READ|GALLERY|PICS|SLIDESHOW|PICTURES) ?: ?.+",
        ),
        25,
        Where.BELOW,
        _reports_or_ends,
    ),
    Rule(
        "link",
        _i(
            r"(?:related(?: \w+)?|see also|also read|more on this|more from \w+|recommended(?: for you)?) ?: ?.+",
            r"don['’]t miss ?: ?.+",
        ),
        25,
        Where.BELOW,
        _reports_or_ends,
    ),
    Rule(
        "link",
        _i(
            r"related (?:stories|articles|links|content|topics|coverage|news|posts)",
            r"see also|read next|most (?:read|popular)|trending(?: now)?|recommended for you",
            r"you (?:may|might) also like.?|more on this (?:story|topic)",
        ),
        6,
    ),
    Rule(
        "link",
        _i(
            r"(?:leer más|lee también|lea también|lire aussi|lire la suite|à lire aussi|lesen sie auch|mehr zum thema|"
            r"leggi anche|leia também|leia mais|lees ook|lees meer)(?: ?[:|–—-] ?.+| ?[→»>]*)"
        ),
        25,
        unless=_reports,
    ),
    Rule("link", _i(r"click here(?: (?:for|to) .+)?[.!]?", r"[^.!?]{3,80}, click here[.!]?"), 14, unless=_reports),
    Rule(
        "link to the rest",
        _i(
            r"(?:continue|keep) reading[.…:]*",
            r"(?:continue|keep) reading (?:at|on|in|below|here|this \w+|the (?:main|full|rest of the) \w+)\b.*",
        ),
        unless=_reports,
    ),
    Rule("link to the rest", _i(r"(?:story|article) continue[sd] (?:below|after)(?: (?:the )?\w+)?.?"), 6),
    # advertising and mailing lists
    Rule(
        "advertisement",
        _i(
            r"(?:advertise?ments?|ad|sponsored(?: content)?|promoted(?: content)?|publicidad|publicité|anzeige|"
            r"pubblicità|publicidade|advertentie)[.:]?(?: ?[-–—]? ?(?:scroll to continue|story continues below|"
            r"continue reading (?:below|the main story)))?"
        ),
        8,
    ),
    Rule(
        "mailing list",
        _i(
            rf"(?:sign up|subscribe|register)(?: now| here| today)? (?:for|to)\b.*\b{_MAIL}\b.*",
            r"(?:breaking news emails? )?get .*\b(?:newsletters?|news alerts|(?:to|in) your inbox)\b.*",
        ),
        30,
        unless=_reports,
    ),
    Rule(
        "mailing list",
        _i(r"subscribe(?: (?:now|today|here|to (?:read|continue|our|the|\w+)(?: \w+){0,3}))?[.!]?"),
        7,
        unless=_reports,
    ),
    Rule(
        "mailing list",
        _i(
            r"(?:suscríbe(?:te|se)|apúntate|inscri(?:vez-vous|s-toi)|abonnez-vous|abonnieren sie|melden sie sich|"
            r"iscriviti|assine|inscreva-se|meld je aan|schrijf je in)\b.*"
            r"\b(?:bolet[íi]n(?:es)?|newsletters?|nieuwsbrief|canal|infolettre)\b.*"
        ),
        30,
        unless=_reports,
    ),
    # calls on the reader
    Rule("call to follow", _i(r"(?:follow|like|find|join) us (?:on|at)\b.*"), 15, unless=_reports),
    Rule(
        "call to follow",
        _c(rf"(?:[–-] )?(?i:follow) [\w .'’@&-]{{1,60}} (?i:on) {_SERVICE}\b.*"),
        22,
        unless=_reports,
    ),
    Rule(
        "call to share",
        _i(
            r"share (?:this|on)\b(?: (?:article|story|post|page|on|via|with|your|friends|facebook|twitter|x|e-?mail|"
            r"whatsapp|linkedin))*[.:!]?"
        ),
        8,
    ),
    Rule("call to download", _i(r"download (?:our|the .{1,30})(?: .{1,30})? app\b.*"), 14, unless=_reports),
    Rule(
        "comments",
        _i(
            r"(?:leave|post|add|write) a (?:comment|reply).?",
            r"(?:view|show|hide|see|read)(?: all)?(?: the)? comments",
            r"\d+ comments?|comments ?(?:\(\d+\)|are closed.?)?|join the (?:conversation|discussion).?",
        ),
        5,
    ),
    # who and when
    Rule(
        "byline",
        _c(rf"(?i:original(?:ly)? (?:reporting|reported|published|story|article) (?:by|at|on|in)) {_NAMES}[.:]?"),
    ),
    Rule(
        "byline",
        _c(rf"(?:/ ?)?(?:(?i:updated|written|posted|reported|edited|reviewed|compiled) by|Updated By) {_NAMES}"),
        16,
    ),
    Rule(
        "byline",
        _c(rf"(?:By|BY|Por|Par) {_PERSONS}(?:,? (?:[\w'’]+ ){{0,4}}{_ROLE}(?: [\w'’]+){{0,3}})?"),
        16,
        unless=lambda line: is_date_line(line.split(maxsplit=1)[-1]),
    ),
    Rule(
        "byline",
        _c(rf"\(?(?i:(?:additional )?(?:reporting|writing) by) {_NAMES}(?:; ?(?i:[a-z ]{{1,40}} by) {_NAMES})*\.?\)?"),
        40,
    ),
    Rule(
        "byline",
        _i(rf"[^.]{{2,120}} contributed (?:reporting |research )?to this {_PIECE}(?: from [\w ,]{{1,30}})?\.?"),
        25,
        unless=_quotes,
    ),
    Rule(
        "correction",
        _i(
            r"(?:corrections?|clarifications?|erratum|editor['’]s note|rectificación|fe de erratas|rectificatif|"
            r"korrektur|berichtigung|rettifica|errata|correção|rectificatie|correctie)(?: ?\(.{1,40}\))? ?[:–—-] ?.+",
            rf"this {_PIECE} (?:was|has been) (?:amended|corrected|clarified|updated)\b.+",
            rf"an earlier version of (?:this|the) (?:{_PIECE}|headline)\b.+",
        ),
        100,
        Where.BELOW,
    ),
    Rule("date line", is_date_line, 24),
    Rule("reading time", is_reading_time, 6),
    # pictures
    Rule(
        CREDIT,
        _c(
            rf"\(?{_PICTURE} ?{_MADE_BY}(?: ?:)? {_NAMES}\.?\)?",
            rf"\(?(?i:(?:file )?(?:photo|photograph|image|picture|illustration|foto|imagen|bild)|credit) ?: ?{_NAMES}"
            r"\.?\)?",
            rf"\(?(?:{_PERSON} ?(?:/|via|\||,|-|–) ?)?{_AGENCY}(?: ?(?:/|via|\||,) ?{_NAMES})?\)?",
            rf"\({_CAPITAL}(?: {_CAPITAL}){{0,3}} ?/ ?{_CAPITAL}(?: {_CAPITAL}){{0,3}}\)",
        ),
    ),
    # rights and notices
    Rule("copyright", _i(r"\(?(?:copyright )?(?:©|\(c\)) ?\S.*", r"copyright,? ?(?:by )?\d{4}\b.*"), 50),
    Rule(
        "copyright",
        _i(r".*\ball rights reserved\b.*", r"this material may not be (?:published|reproduced)\b.*"),
        60,
        unless=_quotes,
    ),
    Rule(
        "cookie notice",
        _i(
            r"(?:we|this (?:web)?site|our (?:web)?site) uses? cookies\b.*|(?:accept|reject|manage)(?: all)? cookies",
            r"by continuing to (?:use|browse) this (?:web)?site\b.*|cookie (?:policy|settings|preferences|notice)",
        ),
        70,
        unless=_quotes,
    ),
    Rule(
        "disclaimer",
        _i(rf"{_THIS_TEXT}\b[^.]{{0,30}}?\b{_MADE}\b[^.]{{0,40}}\b{_MACHINE}\b.*"),
        70,
        Where.EDGES,
        _quotes,
    ),
    Rule(
        "disclaimer",
        _i(
            r"(?:always|please) (?:consult|refer to|turn to|check|see|read) the original "
            r"(?:reporting|article|source|story|text)\b.*"
        ),
        40,
    ),
    Rule(
        "origin",
        _i(rf"this (?:content|{_PIECE}) (?:was )?(?:first|originally) (?:appeared|published|posted|ran)\b.*"),
        30,
        Where.EDGES,
    ),
    Rule(
        "note to the reader",
        _i(r"this is a (?:developing|breaking)(?: news)? story.*", r"(?:please )?check back (?:for|later)\b.*"),
        20,
        unless=_reports,
    ),
)
"""Tried in this order; the first that holds gives the reason."""

CAPTION = _c(
    rf"\(?{_PICTURE}(?: caption)? ?: ?\S.*",
    r"(?i:caption|bildunterschrift|pie de foto) ?: ?\S.*",
    r"(?:Media playback is unsupported on your device )?(?:Image|Media) (?:copyright|caption) \S.*",
)
"""A line below the first that says what a picture shows. A credit, which names its maker alone, is furniture."""

SECTION = _i(
    r"world|us|u\.s\.|uk|national|local|business|money|markets|politics|sports?|entertainment|culture|arts",
    r"tech(?:nology)?|science|health|opinion|analysis|comment|editorial|lifestyle|travel|video|news|top stories|live",
    r"exclusive|explainer|feature|press release|article excerpt|(?:breaking|latest|live|world) (?:news|updates)",
)
"""A first line that names a section or a form of article, not an outlet."""


def rule_of(line: str) -> str | None:
    """Return why a line that is known to be no reporting is furniture, if its wording tells.

    Args:
        line: the whole line, its white space folded.
    """
    return next((rule.reason for rule in RULES if rule.holds(line)), None) if len(line) <= LONGEST else None


def is_credit(line: str) -> bool:
    """Tell whether a line names who made a picture.

    >>> is_credit("(Photo: Jane Doe, Reuters)"), is_credit("(Photos were shown in court.)")
    (True, False)
    """
    return any(rule.reason == CREDIT and rule.holds(line) for rule in RULES)
