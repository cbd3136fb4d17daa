"""What lines say of how a text is delivered, and not of what happened, by mail, on a live page, in a player: data.

:mod:`~compare.loading.rules` tells what makes a rule safe.
"""

from __future__ import annotations

from compare.loading.lines import CAPITAL, Rule, Where, exact, person, quotes, reports, whole
from compare.loading.reasons import AUTHOR, BYLINE, CONTACT, CREDIT, MAILING, NAVIGATION, NOTE, ORIGIN, SHARING

_LETTER = r"(?:e-?mail|newsletter|message|briefing|letter|alert)"

_FROM = rf"{person(3)} reported from {CAPITAL}(?:,? {CAPITAL}){{0,3}}"

RULES: tuple[Rule, ...] = (
    # mails
    Rule(
        NAVIGATION,
        whole(
            rf"(?:view|read|open|see) (?:(?:this|it|the) )?(?:{_LETTER} )?in (?:your|a|the) (?:web ?)?browser[.!]?",
            r"view (?:in browser|online|web version|as (?:a )?web ?page)[.!]?",
            rf"(?:having )?(?:trouble|problems?) (?:viewing|reading) this {_LETTER}\?.{{0,60}}",
        ),
        14,
    ),
    Rule(
        SHARING,
        whole(rf"forward (?:(?:this|the|it)(?: {_LETTER})?(?: on)? )?to (?:a|your) (?:friend|colleague)s?[.!]?"),
        9,
    ),
    Rule(
        MAILING,
        whole(
            rf"you(?:['’]re| are| have)? (?:currently )?receiv(?:e|ed|ing) (?:this|our|these) {_LETTER}s? "
            r"(?:because|since|as)\b.*",
            rf"this {_LETTER} was sent (?:to|by|from)\b.*",
            rf"(?:was|has)(?: this)?(?: {_LETTER})?(?: been)? forwarded to you\?.*",
            r"(?:manage|update|change|edit) (?:your |my )?(?:e-?mail |newsletter |subscription )?preferences[.!]?",
            r"(?:enter )?(?:your )?e-?mail address[.!:]?|enter your e-?mail[.!:]?",
            r"by (?:signing up|subscribing|registering|clicking .{1,30}),? (?:you|i) (?:agree|accept|consent)\b.*",
        ),
        40,
        unless=quotes,
    ),
    Rule(
        MAILING,
        whole(rf"get (?:our|the|your)(?: [\w’'-]+){{0,3}} {_LETTER}s?[.!]?"),
        7,
        Where.BELOW,
    ),
    # live pages
    Rule(
        NAVIGATION,
        whole(
            r"live|live (?:blog|updates?|coverage|reporting|report|feed)|live now|breaking(?: news)?|just in",
            r"(?:show )?(?:key|latest|pinned|newest) (?:events?|posts?|updates?|moments?)(?: only)?|pinned|latest",
            r"(?:load|see|show|view) (?:\d+ )?(?:more|new|newer|older|all|earlier) (?:updates?|posts?|entries)",
            r"(?:jump|go) to (?:the )?(?:latest|newest)(?: (?:posts?|updates?))?",
            r"en direct|en (?:vivo|directo)|ao vivo|liveticker|live[- ]?blog|(?:in )?diretta",
        ),
        6,
        Where.BELOW,
    ),
    Rule(
        NOTE,
        whole(
            r"(?:this|our|the) live ?(?:blog|page|coverage|feed|report) (?:is|has) (?:now )?(?:been )?"
            r"(?:closed|ended|over|finished|paused)\b.{0,60}",
            r"(?:\d{1,2}[:.]\d\d )?we(?:['’]re| are) (?:now )?(?:closing|pausing|ending|wrapping up) (?:this|our|the) "
            r"(?:live\b|(?:page|blog) (?:now|here)\b).{0,120}",
        ),
        16,
        unless=reports,
    ),
    # players and buttons
    Rule(
        NAVIGATION,
        whole(
            r"(?:listen|watch)(?: (?:to|now))?(?: this (?:article|story|video))?"
            r"(?: ?[·|–—:(-] ?\d+[: ]?\d*(?: ?min\w*)?\)?)?(?: learn more)?",
            r"(?:please )?(?:turn on|enable|activate) javascript\b.{0,60}",
            r"(?:print|save|gift|bookmark)(?: this)? (?:article|story|page)[.!]?",
            r"(?:report|flag)(?: an?)? (?:error|typo|mistake)(?: in this \w+)?[.!]?",
            r"(?:add|set|make) .{1,40} (?:as )?(?:your|a) preferred source on google.?",
        ),
        12,
    ),
    Rule(SHARING, whole(r"\d[\d.,]*[km]? (?:shares?|likes?|retweets?|reposts?)|share (?:the )?full article"), 4),
    Rule(NAVIGATION, whole(r"\d{1,3}(?:[.,]?\d{3})*[km]?|\d+ (?:of|/) \d+"), 3, Where.BELOW),
    Rule(
        CONTACT,
        whole(
            r"if you are reading this page and can['’]t see the form\b.+",
            r"if you are happy to (?:speak|talk) to (?:a|one of our) \w+.+",
            r"(?:[^.?!]{3,60}\? )?(?:get in touch|share your (?:story|experience)s?|tell us)\b[^.?!]{0,20}[.!]?",
        ),
        60,
        Where.BELOW,
        reports,
    ),
    # who wrote it
    Rule(
        BYLINE, exact(rf"{_FROM}(?:(?:,|,? and) {_FROM.replace(' reported', '(?: reported)?')})*\.?"), 40, Where.BELOW
    ),
    Rule(
        AUTHOR,
        exact(
            rf"{person(3)} (?:is|are) (?:an? |the )?(?:[\w’'-]+ ){{0,4}}"
            r"(?i:correspondent|reporter|editor|columnist|writer)s? "
            r"(?:covering|for|at|with|based|who covers?|on)\b.{0,200}"
        ),
        40,
        Where.EDGES,
        quotes,
    ),
    Rule(
        ORIGIN,
        whole(r"a version of this (?:article|story|report) (?:first |also )?(?:appear(?:s|ed)|ran|was published)\b.+"),
        45,
        Where.BELOW,
    ),
    Rule(CREDIT, exact(r"(?:Image|Photo|Video|Picture) source, \S.*"), 12),
)
"""Tried before those of :mod:`~compare.loading.english`."""
