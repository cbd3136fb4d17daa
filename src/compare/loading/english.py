"""What lines of a news page say that are no reporting, in English and where no words are needed: data.

:mod:`~compare.loading.rules` tells what makes a rule safe.
"""

from __future__ import annotations

from compare.loading.colophons import is_colophon
from compare.loading.datelines import is_date_line, is_reading_time
from compare.loading.headings import sentence_ends
from compare.loading.lines import (
    BY,
    CAPITAL,
    NAMES,
    SECTIONS,
    Rule,
    Where,
    counts,
    exact,
    no_headline_after_two,
    only,
    person,
    quotes,
    reports,
    reports_or_ends,
    whole,
)
from compare.loading.reasons import (
    ADVERTISEMENT,
    BYLINE,
    COMMENTS,
    CONTACT,
    COOKIES,
    COPYRIGHT,
    CORRECTION,
    CREDIT,
    DATE_LINE,
    LINK,
    LINK_BACK,
    MAILING,
    NAVIGATION,
    NOTE,
    ORIGIN,
    READING_TIME,
    REST,
    SHARING,
    SUBSCRIBING,
    TAGS,
)

_ARROWS = "→⟶➔➜▶›»"
_ITEM = r"[\w'’&-]+(?: [\w'’&-]+){0,2}"
_ROLE = r"(?i:correspondent|reporter|editor|writer|staff|columnist|contributor|bureau|chief|news|press|service|analyst)"
_AGENCY = (
    r"(?:(?:Agence France-Presse - )?Getty(?: Images)?|AFP|AP(?: Photo| Images)?|Associated Press|Reuters|REUTERS|"
    r"EPA(?:-EFE)?|EFE|Shutterstock|Alamy|iStock|Unsplash|Pexels|Pixabay|Wikimedia Commons|Bloomberg|Rex Features|"
    r"PA (?:Wire|Media|Images)|dpa|Flickr)"
)
PICTURE = (
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

_HOUR = r"(?:\d{1,2}[:.]\d\d(?: ?[ap]m)? ?[:–—-]? ?)?"
"""The hour before an entry of a live report."""

_SECTIONS = only(
    f"{SECTIONS} home international companies deals economy finance climate weather videos podcasts newsletters jobs "
    "courts reviews security"
)
"""A line of nothing but the names of sections is the way to them."""

RULES: tuple[Rule, ...] = (
    # getting around
    Rule(LINK_BACK, whole(r"(?:[←⟵⬅‹]+|<+(?!\w)|«(?=[^»]*$)) ?\S.*"), 8, unless=reports),
    Rule(LINK_BACK, whole(r"(?:go )?back to (?:the )?(?:front page|home ?page|home|top|news|all \w+).{0,20}"), 7),
    Rule(LINK, whole(rf"[^.!?]+\S ?[{_ARROWS}]+"), 25, unless=reports),
    Rule(NAVIGATION, whole(rf"{_ITEM}(?: ?[|•·>{_ARROWS}] ?{_ITEM}){{2,20}}"), 40, unless=counts),
    Rule(NAVIGATION, lambda line: _SECTIONS(line) and len(line.split()) > 3, 12),
    Rule(NAVIGATION, whole(r"(?:skip|jump) to (?:the )?(?:main )?(?:content|navigation).?"), 6),
    Rule(NAVIGATION, whole(r"page \d+ of \d+", r"scroll down for .{3,40}", r"(?:hide|show|view) transcript.*"), 8),
    Rule(
        NAVIGATION,
        only(
            "menu search home login log sign in register print email e mail share tweet post save close next previous "
            "copy link embed facebook twitter whatsapp"
        ),
    ),
    Rule(
        TAGS,
        whole(r"(?:tags?|topics?|filed under|keywords?|categor(?:y|ies)) ?: ?.+"),
        25,
        Where.BELOW,
    ),
    Rule("address", whole(r"(?:https?://|www\.)\S+", r"[\w.+-]+@[\w-]+\.[\w.-]+")),
    # links to other texts
    Rule(LINK, whole(r"read more(?: here| below)? ?[.…>»]*"), 4),
    Rule(LINK, whole(r"read (?:more|also|next) ?[:|–—-] ?.+"), 30, unless=reports),
    Rule(LINK, whole(r"read more ?: ?.+"), 20, Where.BELOW, sentence_ends),
    Rule(LINK, whole(r"read more (?:about|on|at|from|in|of)\b.+"), unless=reports),
    Rule(LINK, whole(r"read more .+"), 20, unless=no_headline_after_two),
    Rule(LINK, whole(rf"read or share this {_PIECE}.*")),
    Rule(LINK, whole(rf"read the {_WHOLE} {_PIECE}(?: ?:.*| here.?| (?:at|on|in) .+|.?)"), 14),
    Rule(
        LINK,
        exact(
            r"(?:READ|WATCH|SEE|LISTEN|MORE|RELATED)(?: (?:MORE|ALSO|VIDEO|STORY))? ?: ?.+",
            r"(?:PHOTOS?|VIDEOS?|ALSO READ|GALLERY|PICS|SLIDESHOW|PICTURES) ?: ?.+",
        ),
        25,
        Where.BELOW,
        reports_or_ends,
    ),
    Rule(
        LINK,
        whole(
            r"(?:related(?: \w+)?|see also|also read|more on this|more from \w+|recommended(?: for you)?) ?: ?.+",
            r"don['’]t miss ?: ?.+",
        ),
        25,
        Where.BELOW,
        reports_or_ends,
    ),
    Rule(
        LINK,
        whole(
            r"related (?:stories|articles|links|content|topics|coverage|news|posts)",
            r"see also|read next|most (?:read|popular)|trending(?: now)?|recommended for you",
            r"you (?:may|might) also like.?|more on this (?:story|topic)",
        ),
        6,
    ),
    Rule(LINK, whole(r"click here(?: (?:for|to) .+)?[.!]?", r"[^.!?]{3,80}, click here[.!]?"), 14, unless=reports),
    Rule(
        REST,
        whole(
            r"(?:continue|keep) reading[.…:]*",
            r"(?:continue|keep) reading (?:at|on|in|below|here|this \w+|the (?:main|full|rest of the) \w+)\b.*",
            r"(?:continue|keep) reading (?:with|by) (?:an?|your|our|the|(?:subscrib|sign|register)ing)\b.*",
        ),
        unless=reports,
    ),
    Rule(REST, whole(r"(?:story|article) continue[sd] (?:below|after)(?: (?:the )?\w+)?.?"), 6),
    # advertising and mailing lists
    Rule(
        ADVERTISEMENT,
        whole(
            r"(?:advertise?ments?|ad|(?:sponsored|promoted)(?: content)?)[.:]?(?: ?[-–—]? ?(?:scroll to continue|"
            r"story continues below|continue reading (?:below|the main story)))?"
        ),
        8,
    ),
    Rule(
        MAILING,
        whole(
            rf"(?:sign up|subscribe|register)(?: now| here| today)? (?:for|to)\b.*\b{_MAIL}\b.*",
            r"(?:breaking news emails? )?get .*\b(?:newsletters?|news alerts|(?:to|in) your inbox)\b.*",
        ),
        30,
        unless=reports,
    ),
    Rule(
        MAILING,
        whole(r"subscribe(?: (?:now|today|here|to (?:read|continue|our|the|\w+)(?: \w+){0,3}))?[.!]?"),
        7,
        unless=reports,
    ),
    Rule(
        SUBSCRIBING,
        whole(
            r"(?:subscribe|subscriptions?|join|try)\b[^.!?]* (?:for|from) (?:just |only |as little as )?[$£€]\d[\d.,]*"
            r"(?: ?(?:a|an|per|/) ?\w+)?[.!]?"
        ),
        16,
        Where.EDGES,
        reports,
    ),
    Rule(
        SUBSCRIBING,
        whole(r"support (?:this|our|us)\b(?: \w+){0,3}?(?: ?[:–—-] | (?:by|with|on|today|now)\b).*"),
        16,
        Where.EDGES,
        reports,
    ),
    Rule(SUBSCRIBING, whole(r"already (?:an? )?(?:subscriber|subscribed|member)\?.*"), 8),
    Rule(
        SUBSCRIBING,
        whole(r"(?:to )?unsubscribe\b.*", r"sign up (?:for|to) our .*", r"donate(?: (?:now|today|here)\b.*|\.)"),
        16,
        Where.EDGES,
        reports,
    ),
    # calls on the reader
    Rule("call to follow", whole(r"(?:follow|like|find|join) us (?:on|at)\b.*"), 15, unless=reports),
    Rule(
        "call to follow",
        exact(rf"(?:[–-] )?(?i:follow) [\w .'’@&-]{{1,60}} (?i:on) {_SERVICE}\b.*"),
        22,
        unless=reports,
    ),
    Rule(
        SHARING,
        whole(
            r"share (?:this|on)\b(?: (?:article|story|post|page|on|via|with|your|friends|facebook|twitter|x|e-?mail|"
            r"whatsapp|linkedin))*[.:!]?"
        ),
        8,
    ),
    Rule("call to download", whole(r"download (?:our|the .{1,30})(?: .{1,30})? app\b.*"), 14, unless=reports),
    Rule(
        COMMENTS,
        whole(
            r"(?:leave|post|add|write) a (?:comment|reply).?",
            r"(?:view|show|hide|see|read)(?: all)?(?: the)? comments",
            r"\d+ comments?|comments ?(?:\(\d+\)|are closed.?)?|join the (?:conversation|discussion).?",
        ),
        5,
    ),
    # who and when
    Rule(
        BYLINE,
        exact(rf"(?i:original(?:ly)? (?:reporting|reported|published|story|article) (?:by|at|on|in)) {NAMES}[.:]?"),
    ),
    Rule(
        BYLINE,
        exact(rf"(?:/ ?)?(?:(?i:updated|written|posted|reported|edited|reviewed|compiled) by|Updated By) {NAMES}"),
        16,
    ),
    Rule(
        BYLINE,
        exact(rf"(?i:updated|posted|published) (?i:on )?[^.!?]*\d[^.!?]* (?i:by) {NAMES}(?: ?[|•·] ?\d+ \w+)?"),
        16,
    ),
    Rule(BYLINE, whole(r"(?:additional )?(?:editing|reporting|production) ?: ?.+"), 12, Where.EDGES, reports_or_ends),
    Rule(
        BYLINE,
        exact(
            rf"(?:(?i:exclusive)[ :]+)?{BY}"
            rf"(?:,? (?:[\w'’]+ ){{0,4}}{_ROLE}(?: [\w'’]+){{0,3}})?"
            rf"(?: (?:in|at|IN|AT) {CAPITAL}(?: {CAPITAL}){{0,3}})?(?:,? (?i:and agencies))?"
        ),
        16,
        unless=lambda line: is_date_line(line.split(maxsplit=1)[-1]),
    ),
    Rule(
        BYLINE,
        exact(
            rf"{person(3)},? (?:[\w'’&]+ ){{0,3}}(?i:correspondent|reporter|editor|columnist)"
            rf"(?:,? (?:in|at) {CAPITAL}(?: {CAPITAL}){{0,3}})?",
            r"(?:By|BY|by) our (?:[\w'’&]+ ){0,3}(?i:correspondents?|reporters?|editor|staff)",
        ),
        12,
        Where.EDGES,
        reports,
    ),
    Rule(
        BYLINE,
        exact(
            rf"\(?(?i:(?:additional )?(?:reporting|writing) by(?: the)?) {NAMES}"
            rf"(?:; ?(?i:[a-z ]{{1,40}} by) {NAMES})*\.?\)?"
        ),
        40,
    ),
    Rule(
        BYLINE,
        whole(rf"[^.]{{2,120}} contributed (?:reporting |research )?to this {_PIECE}(?: from [\w ,]{{1,30}})?\.?"),
        25,
        unless=quotes,
    ),
    Rule(
        CORRECTION,
        whole(
            r"(?:corrections?|clarifications?|erratum|editor['’]s note)(?: ?\(.{1,40}\)|,[^.:]{0,20}\d[^.:]{0,20})?"
            r" ?[:–—-] ?.+",
            rf"this {_PIECE} (?:was|has been) (?:amended|corrected|clarified|updated)\b.+",
            rf"an earlier version of (?:this|the) (?:{_PIECE}|headline)\b.+",
            r"a correction was (?:made|issued|published) on\b.+",
            r"when we learn of a mistake\b.+",
        ),
        100,
        Where.BELOW,
    ),
    Rule(DATE_LINE, is_date_line, 24),
    Rule(BYLINE, is_colophon, 24),
    Rule(READING_TIME, is_reading_time, 6),
    # pictures
    Rule(
        CREDIT,
        exact(
            rf"\(?{PICTURE} ?{_MADE_BY}(?: ?:)? {NAMES}\.?\)?",
            rf"\(?(?i:(?:file )?(?:photo|photograph|image|picture|illustration|foto|imagen|bild)|credit) ?: ?{NAMES}"
            r"\.?\)?",
            rf"\(?(?:{person(4)} ?(?:/|via|\||,|-|–) ?)?{_AGENCY}(?: ?(?:/|via|\||,) ?{NAMES})?\)?",
            rf"\({CAPITAL}(?: {CAPITAL}){{0,3}} ?/ ?{CAPITAL}(?: {CAPITAL}){{0,3}}\)",
        ),
    ),
    # rights and notices
    Rule(COPYRIGHT, whole(r"\(?(?:copyright )?(?:©|\(c\)) ?\S.*", r"copyright,? ?(?:by )?\d{4}\b.*"), 50),
    Rule(
        COPYRIGHT,
        whole(r".*\ball rights reserved\b.*", r"this material may not be (?:published|reproduced)\b.*"),
        60,
        unless=quotes,
    ),
    Rule(
        COOKIES,
        whole(
            r"(?:we|this (?:web)?site|our (?:web)?site) uses? cookies\b.*|(?:accept|reject|manage)(?: all)? cookies",
            r"by continuing to (?:use|browse) this (?:web)?site\b.*|cookie (?:policy|settings|preferences|notice)",
        ),
        70,
        unless=quotes,
    ),
    Rule(
        "disclaimer",
        whole(rf"{_THIS_TEXT}\b[^.]{{0,30}}?\b{_MADE}\b[^.]{{0,40}}\b{_MACHINE}\b.*"),
        70,
        Where.EDGES,
        quotes,
    ),
    Rule(
        "disclaimer",
        whole(
            r"(?:always|please) (?:consult|refer to|turn to|check|see|read) the original "
            r"(?:reporting|article|source|story|text)\b.*"
        ),
        40,
    ),
    Rule(
        "disclaimer",
        whole(
            r"[*_]*(?:disclosure|disclaimer) ?: .+",
            r"[*_]*the (?:author|writer) (?:holds|owns|has) no (?:\w+ )?(?:interests?|positions?|shares|stakes?) in .+",
            r"(?:.* )?(?:(?:is|are) not|(?:does|do) not (?:constitute|offer)) (?:intended as |meant as )?"
            r"(?:investment|financial|medical|legal) advice\b.*",
            r"(?:(?:cautionary|safe harbou?r) \w+.{0,40}|forward[- ]looking statements?) ?[:–—-] ?.+",
            r"this (?:press )?(?:release|announcement) (?:may )?contains? .{0,20}forward[- ]looking\b.+",
        ),
        100,
        Where.EDGES,
        quotes,
    ),
    Rule(
        CONTACT,
        whole(
            r"(?:(?:media|press|investor)(?: relations)? )?(?:contacts?|enquiries|inquiries) ?: .*(?:@|\d{3}).*",
            r"(?:how to contact|get in touch with) us.?",
            r"(?:[^.?!]+\? )?(?:e-?mail|ring|call|phone|text|write to|contact)\b[^.!?]{0,60}"
            r"(?:\w@\w|\d[\d ()-]{6,}\d|\b\d{5,6}\b).*",
            r"(?:[^.?!]+\? )?(?:e-?mail|ring|call|text|write to|contact) us "
            r"(?:here|below|(?:at|on|via|by|in) (?:the|our|this|e-?mail)\b[^.,!?]{0,40})[.!]?",
        ),
        24,
        Where.EDGES,
    ),
    Rule(
        ORIGIN,
        whole(rf"this (?:content|{_PIECE}) (?:was )?(?:first|originally) (?:appeared|published|posted|ran)\b.*"),
        30,
        Where.EDGES,
    ),
    Rule(
        NOTE,
        whole(
            r"this is a (?:developing|breaking)(?: news)? story.*",
            r"(?:this|the) (?:news )?story is (?:still )?(?:developing|being updated|breaking)\b.*",
            r"(?:please )?check back (?:for|later)\b.*",
            r"(?:that is|that['’]s|this is) the end of (?:our|this|today['’]s) (?:live )?(?:blog|coverage|updates)\b.*",
            r"thank(?:s| you) for (?:joining|following|reading)\b.*",
        ),
        20,
        unless=reports,
    ),
    Rule(
        NOTE,
        whole(
            rf"{_HOUR}that['’]s (?:all|it) (?:from|for) (?:us|me|now|today|tonight|this evening)\b.*",
            rf"{_HOUR}(?:good (?:morning|afternoon|evening)|hello),? (?:everyone )?and welcome to (?:our|the|this)\b.*",
        ),
        30,
        unless=quotes,
    ),
)
