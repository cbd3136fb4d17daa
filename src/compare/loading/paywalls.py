"""What English pages say to those who have not paid or signed in: data.

Some of it says that the text stops here (:data:`NOTICES`), which makes the article a cut one; the rest is advertising
for a subscription. Both hold sums ("from €1 a week"), which nobody else would give. The same in other languages is in
:mod:`~compare.loading.abroad`; :mod:`~compare.loading.rules` tells what makes a rule safe.
"""

from __future__ import annotations

from compare.loading.lines import Rule, Where, reports, whole
from compare.loading.reasons import PAYWALL, SUBSCRIBING

_PRICE = r"[$£€]\d+(?:[.,]\d+)?"
_LENGTH = r"(?:week|month|quarter|year)s?"
_RATE = rf"{_PRICE} ?(?:a|an|per|/) ?{_LENGTH}"
_SIGN_UP = (
    r"(?:subscribe|sign (?:in|up)|log ?in|register|join|become an? (?:\w+ )?(?:member|subscriber)|"
    r"create (?:an?|your) (?:free )?account)"
)
_READ_ON = r"(?:(?:continue|keep) reading|read (?:on|more|this|the (?:full|whole|rest))|unlock|(?:get|gain) access)"
_TEXT = r"(?:article|story|content|report|page|post|piece)"
_THOSE = r"(?:(?:our|paid|paying|premium|digital|registered) )*(?:subscribers|members|readers)"
_WORDS = r"(?:[^.!?]|\.(?=\d))"
"""A character within a sentence; the point of "€1.50" ends none."""

NOTICES = whole(
    rf"(?:please )?{_SIGN_UP}\b{_WORDS}{{0,60}} to {_READ_ON}\b{_WORDS}{{0,40}}[.!]?",
    rf"to {_READ_ON}\b{_WORDS}{{0,40}}?,? (?:please )?{_SIGN_UP}\b{_WORDS}{{0,60}}[.!]?",
    rf"(?:the rest of )?this {_TEXT} is (?:only |exclusively |reserved |exclusive )?(?:for|to|available (?:only |"
    rf"exclusively )?(?:for|to)) {_THOSE}(?: only)?[.!]?",
    rf"this is an? (?:subscribers?|members?|premium)[ -](?:only|exclusive)? ?{_TEXT}[.!]?",
    rf"unlock (?:this|the (?:full|whole|rest of (?:this|the))) {_TEXT}\b{_WORDS}{{0,40}}[.!]?",
    r"you(?:['’]ve| have) (?:now )?(?:reached|hit|used|read) (?:up )?(?:your|the|all|all of)\b[^.!?]*"
    r"\b(?:limit|free (?:\w+ )?(?:articles?|stor(?:y|ies)|views?))\b[^.!?]*[.!]?",
)
"""A whole line that says that who has not paid or signed in sees no more of the text."""

_OFFERS = whole(
    r"(?:for )?(?:subscribers|members)(?: only)?|(?:subscribers?|members?)[- ](?:only|exclusive)|premium(?: content)?",
    r"you(?:['’]ve| have) (?:\d+|one|two|three|four|five|no) (?:more )?(?:free )?(?:articles?|stor(?:y|ies))\b[^.!?]*"
    r"\b(?:left|remaining|this (?:week|month))[.!]?",
    r"(?:start|begin|get|try|take)(?: (?:your|a|our))?(?: [\w-]+){0,2} free (?:[\w-]+ ){0,2}trial\b[^.!?]{0,40}[.!]?",
    rf"(?:{_WORDS}{{0,60}}[,.;–—-] ?)?cancel(?: \w+)? any ?time[.!]?",
    rf"(?:only |just |from )?{_RATE}(?: for (?:(?:the|your) first )?(?:\w+ )?{_LENGTH})?[.!]?",
    rf"(?:get|enjoy) (?:full|unlimited|all|digital|complete)\b(?: [\w-]+){{0,3}} access\b{_WORDS}{{0,60}}[.!]?",
    r"(?:already )?have an? (?:account|subscription)\?.{0,40}|not a (?:subscriber|member)(?: yet)?\?.{0,40}",
    rf"{_SIGN_UP}(?: now| today| here)? (?:for|from) (?:just |only |as little as )?{_RATE}[.!]?",
    r"(?:see|view|choose|compare)(?: (?:all|our|your))? (?:subscription (?:options|plans)|plans|offers)[.!]?",
)

RULES: tuple[Rule, ...] = (
    Rule(PAYWALL, NOTICES, 25, Where.BELOW, reports),
    Rule(SUBSCRIBING, _OFFERS, 20, Where.BELOW, reports),
)
"""Tried before those of :mod:`~compare.loading.english`."""
