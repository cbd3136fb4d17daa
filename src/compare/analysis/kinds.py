"""How a claim can be checked: by a figure or event, by asking its source, by waiting, or not at all.

Figures come first, whoever gives them, since they can be held against others. What a source is credited with comes
before what lies ahead: whether the mayor said so can be asked today; "she said" credits somebody, whoever that is. A
reported event needs somebody or something it happened to, by name or office, and a verb of the past; without that, or
with words that judge, it is commentary. So is a question, which claims nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Set
from functools import lru_cache

from compare.analysis.marks import masked, quoted
from compare.analysis.people import PEOPLE
from compare.analysis.speech import SPEECH
from compare.model import ClaimKind, FactKind
from compare.model.words import either, listed


def _any(*patterns: str) -> re.Pattern[str]:
    """Any of these as whole words of a text in small letters: to ignore case takes a pattern four times as long."""
    return re.compile(rf"\b(?:{'|'.join(patterns)})\b")


_DOES = listed("asked asks continued cried posted reported reports repeated responded wrote writes")
"""Verbs of saying that as often tell what somebody did: they credit beside what is said alone."""

_SAYS, _DOES_SO = either(SPEECH["en"].says - _DOES), either(_DOES)
_ONE_SAYS = _any(
    rf"(?:he|she) (?:\w+ly |also |then )?(?:{_SAYS})(?! by\b)",
    rf"(?:he|she) (?:{_DOES_SO})(?=:)",
    r"(?:said|says|added|adds) (?:he|she)",
)
_ONE = SPEECH["en"].he
_ONE_DOES_SO = re.compile(rf"\"[,\s]*(?:he|she) (?:{_DOES_SO})\b")
"""One is credited whom the sentence does not name. "They say" may be people at large."""

_FIGURES = {FactKind.MONEY, FactKind.PERCENTAGE, FactKind.NUMBER}

_AHEAD = _any(
    r"will|won['’]t|shall|would(?! later| go on to)|could|may(?! \d)|might|potentially|likely",
    r"(?:is|are|was|were) (?:to|due|set to|going to|about to|expected|scheduled|forecast|slated|poised to|planned)",
    r"(?:expect|plan|hope|aim|intend|seek|want|promise)s? to",
    r"podr[íi]an?|habrá|prevén?|va a|van a|\w{3,}(?:rá|rán)",
    r"sera|seront|devrait|pourrait|wird|werden|sollen?|könnten?|sarà|potrebbe|deve|zal|zullen",
)
"""What lies ahead, or would be if."""

_NO_VERB = re.compile(r"(?<=\s)May\b(?!\s[A-Z])")
"""A month or a surname, which no start of a sentence owes its capital: "on 5 May". In a headline all words have one."""

_GUESSED = _any("could|may|might|would|potentially|perhaps|arguably")
"""What is only thought possible: with words that judge, it is commentary and no forecast."""

_ASIDE = re.compile(r",\s(?:which|who|where|whose|whom|when)\b[^,;]*(?:,|(?=;)|$)")
"""A clause set off by commas: what will happen in it is not what the sentence says."""

_MUSES = _any(
    r"rais(?:es|ed|ing) (?:\w+ ){0,3}(?:questions?|concerns?|doubts?|eyebrows)",
    r"mark(?:s|ed|ing) (?:an?|the) (?:\w+ ){0,3}(?:moment|milestone|shift|step|turning|era|departure|chapter)",
    r"sends? (?:an?|the) (?:\w+ )?(?:message|signal)|speaks? volumes|paves? the way|remains? to be seen",
    r"signals|underscores?|highlights?|reflects?|represents?|suggests?|illustrates?|exposes?|demonstrates?|embodies",
    r"implications?|testament|landscape|legacy|no wonder|of course|indeed|anybody['’]s guess",
    r"cannot be (?:denied|overstated)|hard to overstate|it is (?:clear|hard|easy|no surprise|worth|important)",
    r"the (?:question|real|truth|problem|irony|point) (?:is|\w+ lies)",
    r"seems?|appears? to|deserves?|means? (?:that|more|to)|bridges (?:the|two)|blends",
    r"supone|refleja|representa|marca un|demuestra",
)
"""Words that interpret: what something signals or represents, nobody can look up."""

_JUDGES = _any(
    "groundbreaking|landmark|unprecedented|significant|profound|powerful|remarkable|unique|innovative|visionary",
    "revolutionary|crucial|vital|pivotal|ambitious|bold|foolish|iconic|acclaimed|world-leading|cutting-edge|generous",
    "disastrous|shocking|stunning|disgraceful|brilliant|terrible|awful|wonderful|beautiful|unfair|inevitabl[ey]",
    "arguably|undoubtedly|clearly|obviously|sadly|fortunately|unfortunately|surprisingly|rarely|always|never|ever",
    "everything|nothing|simple|hard|deeper|wider|real|better|best|worst|most|very|so",
)
"""Words that judge. They do not undo an event that is told with them, but a mere state they do."""

_PARTICIPLES = listed("begun broken chosen fallen frozen given gone stolen sunk taken thrown torn written")
"""Forms of the past that tell nothing where they open a sentence: "Taken together, ..."."""

_PAST = _PARTICIPLES | listed(
    "began bought brought broke built burnt burst came caught chose cut dealt did died drew drove fell fed felt fled",
    "flew fought found froze gave got grew held hit hurt kept knew laid led left lent lost made met paid put quit ran",
    "rode rose sank sought sold sent set shot shut slid spent split spread stole stood struck sued swept swore taught",
    "threw took tore went withdrew won wore wrote shrank sprang stuck",
)
"""Forms of the past that do not end in -ed."""

_BEFORE_PARTICIPLES = listed("was were had been has have")

_STATES = _any(
    r"(?:is|are|was|were) (?:owned|run|based|located|headed|held|buried|open|closed|missing|dead|under way)",
    r"(?:is|are|was|were|remains?|remained) in (?:\w+ )?(?:condition|custody|hospital|intensive care|jail|prison)",
    r"(?:is|are|was|were) (?:being |still )?(?:examining|investigating|looking for|questioning|searching|treat\w+)",
    r"runs? (?:from|the)|owns?|operates?|employs?|serves?|belongs? to|consists? of|holds|connects",
    r"(?:stands|lies|lives) (?:in|on|at|off|near)",
)
"""What is the case and can be looked up."""

_PLACED = _any(
    "yesterday|today|overnight|night|morning|afternoon|evening|noon|dawn|dusk|week|month|year",
    "street|road|bridge|river|hall|market|border|port|harbou?r|station|airport|hospital|clinic|prison|school|stage",
    "suspects?|thieves|thief|soldiers?|troops|nurses?|climbers?|boys?|girls?|child|children|gunm[ae]n",
    "cars?|trucks?|bus|trains?|ships?|boats?|ferry|planes?|aircraft|fire|bomb|festival|factory|parliament|congress",
)
"""Times, places, people and things that events have."""

_NOW = listed("is are am isn't aren't can can't cannot do does don't doesn't")
"""Verbs that say what is so, not what happened."""

_ADJECTIVES = listed(
    "advanced acclaimed based related limited united armed so-called unprecedented skilled need indeed speed"
)
"""Words that end like a past and are none."""

_GOES_ON = re.compile(r"[.!:;]\W*\s")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
"""Without figures, over which an adjective looks back: "by 12 masked men"."""

_ADJECTIVE_AFTER = listed(
    "a an the of and with most more highly very so as its their his her by in for to or this that appear appears seem"
    " seems look looks remain remains"
)


def kind_of(text: str, facts: Iterable[FactKind], *, credited: bool = False) -> ClaimKind:
    """Return the kind of a claim from the sentence that stands for it.

    Args:
        text: the sentence.
        facts: the kinds of the precise facts in it.
        credited: whether it says who says so.
    """
    return _kind(text, frozenset(facts), credited)


@lru_cache(maxsize=4096)  # after a correction most claims are called after the sentences that they were called after
def _kind(text: str, kinds: Set[FactKind], credited: bool) -> ClaimKind:
    credited = credited or _is_said(text)
    if not credited and _is_question(text):
        return ClaimKind.COMMENTARY
    text = _NO_VERB.sub("·", text)
    text, main = text.lower(), _ASIDE.sub(",", text).lower()
    ahead = _AHEAD.search(main) is not None
    if kinds & _FIGURES and (credited or not ahead):
        return ClaimKind.FACT
    if credited:
        return ClaimKind.ATTRIBUTED
    muses = _MUSES.search(text) is not None
    if ahead:
        guessed = _GUESSED.search(text) and (muses or _JUDGES.search(text))
        return ClaimKind.COMMENTARY if guessed and not kinds & _FIGURES else ClaimKind.PREDICTION
    if FactKind.DATE in kinds:
        return ClaimKind.FACT
    event = not muses and _tells_event(text, main, named=FactKind.NAME in kinds)
    return ClaimKind.FACT if event else ClaimKind.COMMENTARY


def _is_said(text: str) -> bool:
    """Whether a sentence credits a person by a pronoun, outside of what it quotes."""
    if _ONE.isdisjoint(_WORD.findall(text.lower())):
        return False
    told = masked(text, quoted(text)).lower()
    return _ONE_SAYS.search(told) is not None or _ONE_DOES_SO.search(told) is not None


def _is_question(text: str) -> bool:
    """Whether all of a text is one question."""
    return text.rstrip("\"”’') ").endswith("?") and not _GOES_ON.search(text)


def _tells_event(text: str, main: str, *, named: bool) -> bool:
    """Whether a sentence says of somebody or something, in its main clause, what happened, or what can be looked up."""
    words = _WORD.findall(main)
    if not named and PEOPLE.isdisjoint(words) and not _PLACED.search(text):
        return False
    return _happened(words) or (_STATES.search(text) is not None and not _JUDGES.search(text))


def _happened(words: list[str]) -> bool:
    """Whether the first verb is one of the past: neither a participle that stands as an adjective, nor in a clause
    behind what is said to be so now."""
    for before, word, after in zip(["", *words], words, [*words[1:], ""], strict=False):
        if word in _NOW:
            return False
        if before in _BEFORE_PARTICIPLES and (word in _PAST or word.endswith("ed")):
            return True
        if word in _PAST and before not in _ADJECTIVE_AFTER and (before or word not in _PARTICIPLES):
            return True
        if (
            word.endswith("ed")
            and len(word) > 4
            and after
            and word not in _ADJECTIVES
            and before not in _ADJECTIVE_AFTER
        ):
            return True
    return False
