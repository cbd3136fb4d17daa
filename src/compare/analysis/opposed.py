"""Opposed states of a thing, of which each text tells another: an operation goes ahead, or it is called off.

:mod:`~compare.analysis.polarity` finds opposites in clauses that share their words. Reports that differ in the matter
mostly do so in words of their own, and then the opposed phrases themselves have to tell: each is rare enough that what
they are said of need only meet in a name or a word, and the sentences be nearest to each other where it is no name.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from compare.analysis.clash import Clash, are_nearest
from compare.analysis.dates import date_of, names_earlier_year
from compare.analysis.heard import Heard, Spoken, dispute, pattern
from compare.analysis.people import BODIES
from compare.analysis.subjects import Name, subject_of
from compare.analysis.terms import stem
from compare.analysis.words import STOP_WORDS
from compare.model import Comparison, ConflictKind
from compare.model.calendar import WEEKDAYS
from compare.model.words import WORD, either

SURE = 0.5
"""Confidence. The 66 sets of ECB+ and the 49 of SPARK have one, which is real ("left largely intact", "has destroyed
much of"): too few to claim more."""

_PEOPLE = r"(?:people|passengers|residents|workers|patients|officers|(?:one|body)(?:\selse)?)"
_NOBODY = rf"(?:no[-\s]?{_PEOPLE}|none(?:\sof\sthem)?)\s(?:has|have|had|was|were|is|are)\s(?:been\s|yet\s)*"
_NOBODIES = "no one|no-one|nobody|none of them|no people|no passengers|no residents|no workers|no patients|no officers"


_WAY = (
    r"the\s(?P<what>(?:[\w-]+\s){0,2}?"
    r"(?:motorway|highway|road|bridge|tunnel|pass|street|runway|airport|station|line|port|harbou?r|border|beach|park|museum))"
)
"""One way or place. Of "forty schools" some may be closed while others have reopened."""

_HELD = r"contained(?!\s(?:in|by|within)\b)"
_RULES = r"(?:\w+\s){0,2}(?:rules?|laws?|codes?)"


@dataclass(frozen=True, slots=True)
class _Opposites:
    """Two states of a thing, of which texts tell the first more rarely.

    Attributes:
        cues: bits without one of which no sentence tells the one, and the other.
        one: the first, as a pattern.
        other: the second.
        turns: whether the first may become the second: told by a later report, that is what has happened since.
        of_one: whether both are of a person, who must be named.
    """

    cues: tuple[tuple[str, ...], tuple[str, ...]]
    one: str
    other: str
    turns: bool
    of_one: bool = False


def _opposites(cues: str, one: str, other: str, *, turns: bool = False, of_one: bool = False) -> _Opposites:
    first, _, second = cues.partition(" / ")
    return _Opposites((tuple(first.split("|")), tuple((second or first).split("|"))), one, other, turns, of_one)


_STATES = (
    _opposites(
        "ahead|proceed / called off|ancel|postpon|pause|suspend|scrap|shelve|halt|hold",
        r"(?:will|would|to|can)\s(?:still\s)?(?:go\sahead|proceed)(?!\swith)|(?:goes|went|going)\sahead(?!\swith)",
        r"called\soff|cancell?ed|postponed|(?:being|been|was|were)\s(?:paused|suspended|scrapped|shelved|halted)"
        r"|on\s[“\"‘']?(?:pause|hold)",
        turns=True,
    ),
    _opposites(
        "search|rescue|strike|talks|siege",
        r"(?:the\s)?(?:search|rescue|strike|talks|siege)(?:\s(?!and\b|but\b)\w+){0,4}?\s(?:continues?|goes?\son|(?:is|are)\s(?:still\s)?"
        r"(?:continuing|under\sway|going\son))",
        r"(?:search|rescue|strike|talks|siege)(?:\s(?!and\b|but\b)\w+){0,4}?\s(?:(?:has|have|was|were)\s)?(?:ended|stopped|abandoned"
        r"|called\soff|over)",
        turns=True,
    ),
    _opposites(
        "emotion|remorse|impassive|expressionless|stony / sobb|wept|weep|broke down|tears|cried",
        r"(?:showed|betrayed|without|displayed)\s(?:no|any|a\strace\sof)?\s?(?:emotion|remorse)|impassive(?:ly)?|expressionless"
        r"|stony[-\s]faced|emotionless",
        r"sobb(?:ed|ing)|wept|weeping|broke\sdown|in\stears|burst\sinto\stears|cried",
        of_one=True,
    ),
    _opposites(
        "on the run|at large / captured|arrest|caught",
        r"on\sthe\srun|at\slarge",
        r"(?:re)?captured|arrested|caught(?!\son\s)",
        turns=True,
        of_one=True,
    ),
    _opposites(
        "undamaged|unharmed|unscathed|intact / burnt|burned|gutted|wrecked|destroyed",
        r"undamaged|unharmed|unscathed|intact",
        r"burnt[-\s]out|burned[-\s]out|gutted|wrecked|destroyed",
    ),
    _opposites(
        f"{_NOBODIES}|no arrests / arrest",
        rf"{_NOBODY}(?:arrested|detained)|no\sarrests",
        r"(?:have|has|had|been|were|was)\sarrested",
        turns=True,
    ),
    _opposites(
        f"{_NOBODIES}|no deaths|no fatalities / died|killed",
        rf"{_NOBODY}(?:died|killed)|no[-\s]?{_PEOPLE}\sdied|no\s(?:deaths|fatalities)",
        r"(?:has|have)\s(?:since\s)?died|(?:was|were|been)\skilled|died\s(?:last\snight|today|yesterday|on\s\w+day|in\shospital)",
        turns=True,
    ),
    _opposites(
        "siren|alarm",
        r"(?:sirens?|alarms?)(?:\s(?!and\b|but\b)\w+){0,4}?\s(?:never|did\snot|didn['’]t|failed\sto)"
        r"\s(?:(?:sound|ring|rang|work)(?:ed)?|(?:go|went)\soff)",
        r"(?:sirens?|alarms?)(?:\s(?!and\b|but\b|never\b)\w+){0,4}?\s(?:went(?:\soff)?|sounded|rang|worked|was\son)",
    ),
    _opposites(
        "closed|shut / reopen|re-open|open again",
        rf"{_WAY}\s(?:(?:\w+\s)?(?:remain(?:s|ed)|stay(?:s|ed))|(?:is|was)\sstill)\s(?:closed|shut)",
        rf"{_WAY}\s(?:\w+\s){{0,2}}?(?:re-?opened|is\sopen\sagain)",
        turns=True,
    ),
    _opposites(
        "under control|out of control|contained / under control|contained",
        rf"(?:not|n['’]t|yet)\s(?:been\s|to\sbe\s)?(?:brought\s|got\s)?(?:fully\s|yet\s)?(?:under\scontrol|{_HELD})"
        r"|out\sof\scontrol",
        rf"(?:brought|got|now|been|is|was|were|fully|declared)\s(?:fully\s|now\s)?(?:under\scontrol|{_HELD})",
        turns=True,
    ),
    _opposites(
        " rule| law| code",
        rf"(?:broke|broken|breached|violated)\sno\s{_RULES}|(?:not|never|n['’]t)\s(?:broken?|breach(?:ed)?|violated?)\s(?:any|the)\s{_RULES}",
        rf"(?:broke|broken|breached|violated)\s(?:the|its|their|his|her|both|several)\s{_RULES}",
    ),
    _opposites(
        f"{_NOBODIES} / hospital",
        rf"{_NOBODY}(?:taken\sto\shospital|hospitali[sz]ed)",
        r"nights?\sin\s(?:a\s)?hospital|(?:taken|rushed|admitted)\sto\shospital|hospitali[sz]ed",
        turns=True,
    ),
    _opposites(
        "questioned|questioning|interviewed",
        r"(?:never|not)\s(?:been\s)?(?:questioned|interviewed)",
        r"questioning|questioned|interviewed",
    ),
    _opposites(
        "stop taking|stop using|stop eating|stop drinking|stop driving|continue ",
        r"(?:not|never)\s(?:to\s)?stop\s(?:taking|using|eating|drinking|driving)|continue\s(?:taking|using|to\s(?:take|use))",
        r"(?:to|should|must)\s(?:immediately\s)?stop\s(?:taking|using|eating|drinking|driving)",
    ),
    _opposites(
        "unanimous / held out|dissent|voted against|majority|split vote",
        r"unanimous(?:ly)?",
        r"held\sout(?![^.;]{0,80}\suntil\b)|dissent(?:ed|ing)?|voted\sagainst|by\sa\smajority|split\svote",
    ),
)

PATTERNS = tuple(pattern for opposites in _STATES for pattern in (opposites.one, opposites.other))
"""All that are compiled when they are first asked for."""

_OPEN = re.compile(
    r"\b(?:if|unless|whether|could|might|would\shave|should\s(?:be|have)|at\sfirst|initially)\b", re.IGNORECASE
)
_NOT = re.compile(r"(?:\b(?:not|never|no|nobody|without)|n['’]t)\s(?:\w+\s){0,2}$", re.IGNORECASE)
"""What stands before a state that is not."""

_HAD = re.compile(r"\bhad\b")
"""Before a state of a person, it was another day's: "had wept when she was heard"."""

_OF_A_DAY = re.compile(rf"\b({either(WEEKDAYS['en'])})['’]s\b", re.IGNORECASE)
"""Of two exams, the one is of Tuesday."""

_EARLIER = re.compile(r"\b(?:last\s(?:week|month|year)|(?:day|week|month)s?\s(?:ago|before|earlier))\b", re.IGNORECASE)
"""What says that a state was there before the earlier report, which tells the other: nothing has turned since."""


@dataclass(frozen=True, slots=True)
class State:
    """A state that a sentence tells: the first or the second of two, with the names of what it is said of, the words
    for it where the pattern has them, and the days whose it is: "Tuesday's"."""

    sentence: str
    first: bool
    names: frozenset[Name]
    what: frozenset[str]
    days: frozenset[str]


class States(Heard[State]):
    """What the articles of a comparison tell of opposed states."""

    def __init__(self) -> None:
        super().__init__(_read)

    def clashes(self, comparison: Comparison) -> Iterator[Clash]:
        """Yield the conflicts between states; of an update the first side is the earlier report."""
        for n, opposites in enumerate(_STATES):
            first = [state for each in self.having(opposites.cues[0]) for state in self.of(each, n) if state.first]
            if first:  # which is the rarer of the two: of most pairs nothing more is read
                others = (state for each in self.having(opposites.cues[1]) for state in self.of(each, n))
                second = [state for state in others if not state.first]
                pairs = [(a, b) for a, b in product(first, second) if _is_of_one(comparison, opposites, a, b)]
                yield from _clashes(comparison, n, pairs)


def _read(comparison: Comparison, spoken: Spoken, n: int) -> Sequence[State]:
    """What the sentences of an article tell of two states, if that is one of them alone."""
    cues = [cue for side in _STATES[n].cues for cue in side]
    asked = ((sentence, words) for sentence, words, small in spoken if any(cue in small for cue in cues))
    told = [state for sentence, words in asked if (state := _state(comparison, _STATES[n], sentence, words))]
    return told if len({state.first for state in told}) == 1 else ()


def _state(comparison: Comparison, opposites: _Opposites, sentence: str, words: str) -> State | None:
    one = pattern(opposites.one).search(words)
    found = one or pattern(opposites.other).search(words)
    if not found or _OPEN.search(words) or _NOT.search(words[: found.start()]):
        return None
    if opposites.of_one and _HAD.search(words[: found.start()]):
        return None
    if names_earlier_year(words, comparison.index.article_of[sentence].published):
        return None
    what = frozenset((found.groupdict().get("what") or "").lower().split())
    days = frozenset(day.lower() for day in _OF_A_DAY.findall(words))
    return State(sentence, one is not None, subject_of(comparison.index, sentence).names, what, days)


def _stems(words: str) -> frozenset[str]:
    """The stems of a sentence's words that carry meaning."""
    small = (m[0].lower() for m in WORD.finditer(words))
    return frozenset(stem(word, "en") for word in small if word not in STOP_WORDS["en"])


def _is_of_one(comparison: Comparison, states: _Opposites, a: State, b: State) -> bool:
    index = comparison.index
    one, other = index.article_of[a.sentence].id, index.article_of[b.sentence].id
    if index.voice_of[one] == index.voice_of[other]:
        return False
    named = [x for x, y in product(a.names, b.names) if (x <= y or y <= x) and x.isdisjoint(BODIES)]
    if states.of_one:
        return bool(named)
    if a.names and b.names and not named:
        return False
    if not (a.what <= b.what or b.what <= a.what):
        return False  # the coast road, the hill road
    if a.days and b.days and a.days.isdisjoint(b.days):
        return False
    met = are_nearest(index, a.sentence, b.sentence)
    return met and not _stems(index.words(a.sentence)).isdisjoint(_stems(index.words(b.sentence)))


def _clashes(comparison: Comparison, n: int, pairs: Sequence[tuple[State, State]]) -> Iterator[Clash]:
    index = comparison.index
    by_kind: defaultdict[ConflictKind, list[tuple[State, State]]] = defaultdict(list)
    for a, b in pairs:
        before, after = (date_of(index.article_of[state.sentence].published) for state in (a, b))
        later = _STATES[n].turns and before is not None and after is not None and before < after
        later = later and not _EARLIER.search(index.words(b.sentence))
        by_kind[ConflictKind.UPDATE if later else ConflictKind.CONTRADICTION].append((a, b))
    for kind, told in sorted(by_kind.items()):
        sides = tuple(tuple(sorted({pair[k].sentence for pair in told})) for k in (0, 1))
        yield dispute(comparison, kind, sides, about=str(n), sure=SURE)
