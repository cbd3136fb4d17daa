"""Decisions: one text says that somebody will do a thing or has done it, another that he will not.

"Would apply for permission to appeal" and "is not going to appeal" share one word, and no link tells that they are one
matter. But few things are decided in a story, and of each there is mostly one: to appeal, to go, to attend. So each
text is read for what it says of such a matter, wherever that stands. A text that tells both the yes and the no tells
the dispute and is no party to it; and who decides must be one as far as names, offices and parties before the verb
tell.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product

from compare.analysis.clash import Clash
from compare.analysis.dates import date_of, names_earlier_year
from compare.analysis.deciders import Aim, Decider, aim, decider
from compare.analysis.heard import Heard, Spoken, dispute, pattern
from compare.analysis.people import OFFICES
from compare.model import Comparison, ConflictKind, FactKind
from compare.model.words import WORD, listed

SURE = 0.5
"""Confidence. There is none in the 66 sets of ECB+ and the 49 of SPARK, right or wrong, so that it is not measured;
what is found in ``benchmarks/stories/`` was all written into them."""


@dataclass(frozen=True, slots=True)
class _Matter:
    """How texts speak of a decision: ``stems`` are bits without one of which no sentence does, ``yes`` and ``no`` what
    it says then; ``named`` says that anybody may do it, so that both must tell who does; ``passive`` that it may be
    told of what it befalls: "the plant will close"; ``aimed`` that the words behind the verb tell which it is."""

    name: str
    stems: tuple[str, ...]
    yes: str
    no: str
    named: bool = False
    passive: bool = False
    aimed: bool = False


_WILL = (
    r"(?:will|would|['’]ll|(?:is|are|was|were)\s(?:(?:going|due|set|scheduled)\s)?to|(?:has|have|had)\s(?:vowed|threatened|decided|agreed|promised)\sto"
    r"|(?:plan(?:s|ned|ning)?|agree(?:s|d|ing)?|(?:intend|vow|threaten)(?:s|ed|ing)?|(?:decid|promis|prepar)(?:es?|ed|ing))\sto)"
)
_WILL_NOT = (
    r"(?:(?:(?:will|would|does|did|ha[sd]|have)\s(?:not|never)(?:\syet)?|(?:won|wouldn|hasn|haven)['’]t(?:\syet)?|(?:isn|aren)['’]t\sgoing\sto"
    r"|(?:is|are|was|were)\snot\sgoing\sto|(?:decid(?:es|ed)|vow(?:s|ed)|agreed|promised|planned)\snot\sto"
    r"|(?:ha[sd]|have|with|saw|sees?)\sno\s(?:plans?|intentions?|wish|desire|reason|point)\s(?:to|of|in)"
    r"|never\s(?:\w+\s)?(?:considered|thought\s(?:of|about)|planned|intended)(?:\sto)?|rule[sd]\sout"
    r"|refus(?:es|ed|ing)\sto|declin(?:es|ed|ing)\sto"
    r"|reject(?:s|ed|ing)\s(?:\w+\s)?(?:calls|demands|pressure)\s(?:\w+\s){0,3}?to)"
    r"|den(?:ies|ied|ying)(?:\sthat)?(?:\s(?:he|she|it|they)\s(?:is|are|was|were|will|would(?:\sbe)?|planned\sto))?)"
)
_BETWEEN = r"(?:\s(?!(?:not|never|no|if|and|but|who|that)\b)\w+){0,2}?\s"


def _matter(
    name: str,
    stems: str,
    will: str,
    done: str,
    will_not: str,
    *,
    named: bool = False,
    passive: bool = False,
    aimed: bool = False,
) -> _Matter:
    """Make a matter of its bits, of how it stands behind "will", how it is told as done, and how it stands behind "will
    not"."""
    yes, no = f"{_WILL}{_BETWEEN}(?:{will})|{done}", f"{_WILL_NOT}{_BETWEEN}(?:{will_not})"
    return _Matter(name, tuple(stems.split("|")), yes, no, named, passive, aimed)


_HELP = r"(?:for\s)?(?:international|foreign|outside)\s(?:help|aid|assistance)"

_SITE = (
    r"(?:factor(?:y|ies)|plants?|sites?|baker(?:y|ies)|mills?|works|foundr(?:y|ies)|refiner(?:y|ies)|warehouses?|depots?|yards?"
    r"|mines?|pits?|stores?|shops?|branch(?:es)?|offices?|schools?|hospitals?|wards?|clinics?|librar(?:y|ies)|pubs?|restaurants?"
    r"|stations?|museums?|theat(?:re|er)s?)\b"
)
_CLOSE = r"(?:close|shut|clos(?:ing|ed)|shutting)(?:\sdown)?"
_ANY_SITE = rf"\s(?!(?:any\s)?(?:other|more|further|additional)\b)(?:[\w'’]+\s){{0,4}}?{_SITE}"
"""What is closed, and which: who will close "no other plant" has closed one."""

_MATTERS = (
    _matter(
        "appeal",
        "appeal",
        r"appeal(?!\s(?:for|to\sthe\s(?:public|people)))|(?:lodge|file|seek|apply)\s(?:\w+\s){0,4}?appeal",
        r"(?:ha[sd]|have)\sappealed(?!\s(?:for|to))|(?:lodged|filed)\san\sappeal",
        r"(?:appeal(?:ed)?|(?:lodge|file)d?\san\sappeal)(?!\s(?:for|to\sthe\s(?:public|people)))",
    ),
    _matter(
        "go",
        "resign|step down|step aside|stepp|stand down|standing down|stood down|quit|walk out|walking out|leaving|leave",
        r"resign|step\s(?:down|aside)|stand\sdown|quit|walk\sout",
        r"(?:has|have)\s(?:resigned|stepped\sdown|stood\sdown|quit)|announced\s(?:his|her|their)\sresignation"
        r"|resigned\s(?:today|yesterday|on\s\w+day)",
        r"resign(?:ing|ed)?|step(?:ping|ped)?\s(?:down|aside)|stand(?:ing)?\sdown|quit(?:ting)?|walk(?:ing)?\sout|leav(?:e|ing)",
    ),
    _matter(
        "attend", "attend|be at|be there", r"attend", r"(?:has|have)\sattended", r"attend(?:ing)?|be\s(?:at|there)"
    ),
    _matter(
        "visit",
        "visit|will not come|not be coming|won't come|won’t come",
        r"visit",
        r"(?:has|have)\svisited",
        r"visit(?:ing)?|(?:be\s)?com(?:e|ing)(?!\s(?:up|out|to\s(?:power|light|an\send)|from|into)\b)",
        named=True,
    ),
    _matter("apologise", "apolog", r"apologi[sz]e", r"(?:has|have)\sapologi[sz]ed", r"apologi[sz](?:e|ed|ing)"),
    _matter("sue", " sue|suing", r"sue", r"(?:has|have)\ssued", r"su(?:e|ed|ing)", aimed=True),
    _matter(
        "run",
        "election|candidacy|run again|stand again|running again|standing again",
        r"seek\sre-?election|(?:run|stand)\s(?:for\sre-?election|again)",
        r"(?:has|have)\sannounced\s(?:his|her)\scandidacy",
        r"(?:seek|run\sfor|stand\sfor)(?:ing)?\sre-?election|be\s(?:running|standing)\sagain|(?:run|stand)\sagain",
    ),
    _matter(
        "help",
        "assistance|international help|foreign help|outside help|international aid|foreign aid|outside aid",
        rf"(?:ask|appeal|request)\s{_HELP}",
        rf"(?:asked|appealed|appealing|request(?:ed|s)?|requesting)\s{_HELP}",
        rf"(?:ask|appeal|request)(?:ed|ing)?\s{_HELP}",
    ),
    _matter(
        "jobs",
        "jobs|job losses|job cuts",
        r"(?:cut|shed|axe|lose)\s(?:[\w,]+\s){0,2}?jobs",
        r"job\s(?:losses|cuts)\s(?:are|will|were)|jobs\s(?:will|would|are\sto)\s(?:be\s(?:cut|lost|axed|shed)|go)",
        r"(?:cut(?:ting)?\s(?:any\s)?jobs|jobs\s(?:would|will)\sbe\s(?:cut|lost|axed|shed))",
        passive=True,
    ),
    _matter(
        "close",
        "close|closing|closure|shut",
        rf"{_CLOSE}{_ANY_SITE}",
        rf"{_SITE}\s(?:\w+\s){{0,3}}?(?:will|would|is\sto|are\sto)\s(?:be\s)?{_CLOSE}(?!\s(?:early|late|at|for|on\s\w+day))",
        rf"{_CLOSE}{_ANY_SITE}",
        passive=True,
    ),
    _matter("withdraw", "withdr", r"withdraw", r"(?:has|have)\swithdrawn", r"withdr(?:aw|awing|awn)"),
)

PATTERNS = tuple(pattern for matter in _MATTERS for pattern in (matter.yes, matter.no))
"""All that are compiled when they are first asked for."""

_OPEN = re.compile(r"\b(?:if|unless|whether|could|might|so\s(?:that|as)|not\srul(?:e|ed|ing)\sout)\b", re.IGNORECASE)
_AFTER_ALL = re.compile(
    r"\b(?:after\sall|no\slonger|now|changed\s\w+\smind|revers(?:ed|ing)|u-turn|instead)\b", re.IGNORECASE
)
"""What a later text says of who has thought better of it."""

_DENIED = re.compile(r"\bden(?:ies|ied|ying)\b", re.IGNORECASE)
"""What says no to a statement, and not to a deed: who does so has not thought better of it, whatever comes later."""

_PARTIES = listed(
    "prosecution prosecutor prosecutors defence defense defendant defendants victim victims family families plaintiff",
    "plaintiffs claimant claimants pilots players shareholders residents opposition",
)
"""Nouns for one side of several: what one of them decides, another does not."""

_WHO = OFFICES | _PARTIES


@dataclass(frozen=True, slots=True)
class Stand:
    """What a sentence says of a decision: yes or no, with the names, offices and parties before its verb, who decides
    and at what it is aimed; ``turned`` says that its text tells of a change of mind."""

    sentence: str
    yes: bool
    turned: bool
    names: frozenset[frozenset[str]]
    who: frozenset[str]
    decider: Decider
    aim: Aim


class Decisions(Heard[Stand]):
    """What the articles of a comparison say of decisions."""

    def __init__(self) -> None:
        super().__init__(_read)

    def clashes(self, comparison: Comparison) -> Iterator[Clash]:
        """Yield the conflicts between what texts say of a decision: of an update the first side is the earlier report,
        of a contradiction the first says yes."""
        for n, matter in enumerate(_MATTERS):
            stands = [stand for each in self.having(matter.stems) for stand in self.of(each, n)]
            yield from _clashes(comparison, matter, stands)


def _read(comparison: Comparison, spoken: Spoken, n: int) -> Sequence[Stand]:
    """What the sentences of an article say of a matter, if that is all yes or all no."""
    matter, stands = _MATTERS[n], []
    published = comparison.index.article_of[spoken[0][0]].published if spoken else None
    for sentence, words, small in spoken:
        if any(stem in small for stem in matter.stems) and not _is_open(words, published):
            refused = pattern(matter.no).search(words)
            told = refused or pattern(matter.yes).search(words)
            if told:
                names, who = _before(comparison, sentence, words[: told.start()])
                turned = _AFTER_ALL.search(words) is not None
                both = decider(words[: told.start()]), aim(words[told.end() :])
                stands.append(Stand(sentence, refused is None, turned, names, who, *both))
    if len({stand.yes for stand in stands}) != 1:
        return ()
    turned = any(stand.turned for stand in stands)
    return [replace(stand, turned=turned) for stand in stands]


def _is_open(words: str, published: str | None) -> bool:
    """Whether a sentence leaves open what is decided, asks, or tells of an earlier year."""
    if _OPEN.search(words) or words.rstrip('"”’ ').endswith("?"):
        return True
    return names_earlier_year(words, published)


def _before(comparison: Comparison, sentence: str, words: str) -> tuple[frozenset[frozenset[str]], frozenset[str]]:
    """The names in the words that a sentence begins with, and the offices and parties."""
    start = comparison.index.sentences[sentence].start
    names = frozenset(
        frozenset(fact.value.lower().split())
        for fact, mention in comparison.index.facts_in.get(sentence, ())
        if fact.kind is FactKind.NAME and mention.end - start <= len(words)
    )
    return names, _WHO.intersection(m[0].lower() for m in WORD.finditer(words))


def _clashes(comparison: Comparison, matter: _Matter, stands: Sequence[Stand]) -> Iterator[Clash]:
    index = comparison.index

    def voice(stand: Stand) -> str:
        return index.voice_of[index.article_of[stand.sentence].id]

    yes, no = ([stand for stand in stands if stand.yes is said] for said in (True, False))
    by_kind: defaultdict[tuple[ConflictKind, bool], list[tuple[Stand, Stand]]] = defaultdict(list)
    for one, other in product(yes, no):
        told = not matter.named or _tell_one(one, other)
        if told and voice(one) != voice(other) and _may_be_one(matter, one, other):
            by_kind[_kind(comparison, one, other)].append((one, other))
    for (kind, turned), pairs in sorted(by_kind.items()):
        sides = [tuple(sorted({pair[n].sentence for pair in pairs})) for n in (0, 1)]
        first, second = sides[::-1] if turned else sides
        yield dispute(comparison, kind, (first, second), about=matter.name, sure=SURE)


def _may_be_one(matter: _Matter, one: Stand, other: Stand) -> bool:
    """Whether two texts may speak of one who decides: what both tell of him must meet, and a party is no other; and of
    one that he decides on, where that is told."""
    same = one.decider.part == other.decider.part if matter.passive else one.decider.may_be(other.decider)
    if not same or not one.aim.may_be(other.aim, nouns=matter.aimed):
        return False
    if one.names and other.names and not any(a <= b or b <= a for a, b in product(one.names, other.names)):
        return False
    if one.who & _PARTIES != other.who & _PARTIES:
        return False
    return not (one.who and other.who and one.who.isdisjoint(other.who))


def _tell_one(one: Stand, other: Stand) -> bool:
    """Whether two texts tell of one who decides by his name or office: "Interior Minister Moss", "the minister"."""
    return not one.who.isdisjoint(other.who) or any(a <= b or b <= a for a, b in product(one.names, other.names))


def _kind(comparison: Comparison, one: Stand, other: Stand) -> tuple[ConflictKind, bool]:
    """The kind of conflict between a yes and a no, and whether the no is told first."""
    index = comparison.index
    yes, no = (date_of(index.article_of[stand.sentence].published) for stand in (one, other))
    if not yes or not no or yes == no:
        return ConflictKind.CONTRADICTION, False
    if _DENIED.search(index.words(other.sentence)):
        return ConflictKind.CONTRADICTION, False
    if no < yes:
        return ConflictKind.UPDATE, True
    return (ConflictKind.UPDATE if other.turned else ConflictKind.CONTRADICTION), False
