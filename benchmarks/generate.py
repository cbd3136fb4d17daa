"""Coverage of an event that never happened, of any size: the same seed gives the same articles on every machine.

A story has a stock of details. An article of about 600 words tells a third of its sentences from that stock, each in
one of several wordings, and makes up the rest: its own details, quotations and comment. Some shared details carry a
figure that one article in eight gets wrong, so that there are conflicts to find.

What counts for speed is how words are spread, so the words are many and uneven as in news: a frame of common English
words, and names and terms of which a few are everywhere and most are rare. Six articles have some 900 different words
(real coverage of that length has 1,000), fifty have 3,000, and one pair of sentences in 11 to 17 is worth a second look
(in six real articles one in 14 to 20, in twenty short ones one in 4 to 9). The stock grows with the number of articles,
slower than it (500 articles have 270 details, not 22), and its first details are told most often.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from random import Random

WORDS = 600
SHARED = 1 / 3
"""Share of an article's sentences that come from the story's stock."""

WRONG = 1 / 8
"""Share of the tellings of a detail with a figure that give another figure."""

SENTENCES = 4
"""The most sentences of a paragraph."""


class Planted(StrEnum):
    """What a sentence was made as."""

    SHARED = "shared"
    CONFLICT = "conflict"
    OWN = "own"


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence, what it was made as, and the number of the detail it tells (of the stock, unless ``OWN``)."""

    text: str
    planted: Planted
    detail: int


@dataclass(frozen=True, slots=True)
class Report:
    """An article: a headline and sentences in paragraphs."""

    headline: str
    paragraphs: tuple[tuple[Told, ...], ...]

    @property
    def text(self) -> str:
        """The article as a text file holds it."""
        return "\n\n".join([self.headline, *(" ".join(told.text for told in p) for p in self.paragraphs)]) + "\n"


def coverage(count: int, *, seed: int = 3, words: int = WORDS) -> list[Report]:
    """Make the articles of one event.

    Args:
        count: how many.
        seed: of all chance in them.
        words: about how long each is.
    """
    chance = Random(seed)
    lexicon = _Lexicon.made(chance)
    stock = [_Detail.made(lexicon, chance) for _ in range(20 + count // 2)]
    return [_report(lexicon, stock, words, chance) for _ in range(count)]


def _report(lexicon: _Lexicon, stock: Sequence[_Detail], words: int, chance: Random) -> Report:
    sentences: list[Told] = []
    told: set[int] = set()
    length = 0
    while length < words:
        if chance.random() < SHARED and len(told) < len(stock):
            number = _uneven(len(stock), chance)
            while number in told:
                number = _uneven(len(stock), chance)
            told.add(number)
            each = stock[number].told(number, chance)
        else:
            each = Told(_own(lexicon, chance), Planted.OWN, len(sentences))
        sentences.append(each)
        length += len(each.text.split())
    return Report(_headline(lexicon, chance), tuple(_paragraphs(sentences, chance)))


def _paragraphs(sentences: Sequence[Told], chance: Random) -> list[tuple[Told, ...]]:
    paragraphs, at = [], 0
    while at < len(sentences):
        size = chance.randint(1, SENTENCES)
        paragraphs.append(tuple(sentences[at : at + size]))
        at += size
    return paragraphs


def _uneven(size: int, chance: Random) -> int:
    """Draw a number below ``size``, the first ones most often, as words and news are: the log of it is even."""
    return min(size - 1, int((size + 1) ** chance.random()) - 1)


# --- words

_ONSETS = "b br c ch cl d dr f fl g gr h j k kl l m n p pr qu r s sh sk st t th tr v w".split()
_NUCLEI = "a e i o u ai ea ee ie oa ou".split()
_CODAS = ["", *"b ck d ft g l ld lm m n nd ng nt p r rd rk rn s sk st t x".split()]

_PEOPLE = "officials residents drivers engineers teachers inspectors traders nurses farmers critics lawyers volunteers"
_NOUNS = """
agreement airport alarm allegation ambulance appeal approval archive audit authority backlog barrier basin battery
border bridge budget building cable campaign canal capacity cargo cause ceremony channel charge clinic closure coast
collapse committee complaint concern contract corridor cost council court crane crew crisis damage deadline debt
decision delay delivery demand deposit depot design detour dispute district dock downtown draft drought dust election
emission engine equipment erosion estate evacuation evidence exhaust expansion export facility factory failure fee
ferry festival field filter fine fire fleet flight flood footage forecast forest foundation freight fuel fund funeral
garden gate generator grant grid ground harbour harvest hearing heating highway hospital hotel housing hull income
industry inflation injury inquiry inspection insurance investment island junction jury kitchen laboratory ladder
landing landslide lawsuit leak lease ledger levee licence lighting loan lorry machine maintenance market mast meeting
memorial merger mine mortgage motion museum network notice nursery objection office opening opposition orchard order
outage outbreak outcome output oversight panel parade parish park parliament patient pavement payment penalty pension
permit petition pier pipeline plaintiff plan plant platform police policy pollution port power premium pressure price
prison probe procedure profit project promise proposal prosecutor protest pump quarry quay queue railway rally rate
ration rebuild recall receipt recovery referendum refund refuge region regulator relief rent repair report rescue
reservoir resort response restaurant review ridge river road roof route rubble runway safety salary sample sanction
schedule school sector security sentence sewage shelter shift shipment shore signal silence site slope sluice smoke
soil square staff stadium station statue storage storm strategy street strike subsidy summit supply surface survey
survivor suspension switch system tank target tariff tax telescope tender terminal terrace theatre threat ticket tide
timber toll tourism tower track trade tram transfer treatment treaty trial tribunal tunnel turbine union upgrade
vaccine valley valve verdict vessel veto village vote voucher wage wall warehouse warning waste water weather wharf
wheel wing winter witness workshop wreck yard zone
""".split()
_ADJECTIVES = """
abandoned additional ageing alleged annual armed broken careful central civil coastal costly crowded damaged deep
delayed disputed domestic early eastern electric emergency empty experimental federal final financial foreign fragile
frozen heavy historic hollow hidden immediate independent industrial inner joint key latest legal lengthy local long-
awaited main marine medical minor missing modern narrow national new northern nuclear official old outer partial
permanent planned poor popular private public rapid rare recent regional remote rural secret serious severe shallow
short-term single southern special steep steady sudden temporary tense third-party toxic unpaid unsafe upper urban
urgent vacant western wooden
""".split()
_VERBS = """
abandoned accepted adopted amended announced approved assessed avoided backed banned blamed blocked bought built
cancelled changed checked cited cleared closed confirmed considered copied cut defended delayed demanded denied
described designed detained discovered discussed doubled dropped eased emptied ended examined expanded explained
extended faced feared financed fined flooded followed forced found halted handed hired identified ignored improved
inspected installed issued joined kept launched left lifted limited listed loaded lost lowered maintained measured
missed monitored moved noted obtained offered opened ordered organised outlined owned paid passed planned postponed
praised prepared prevented promised proposed protected published pushed questioned raised reached read rebuilt
recalled received reduced refused registered rejected released removed renewed repaired replaced requested reviewed
revised saved searched secured shared shelved signed slowed sold sought started stopped studied suggested supplied
supported suspended tested tightened traced transferred treated trimmed urged used visited warned welcomed withdrew
witnessed
""".split()
_ADVERBS = (
    "again already briefly carefully early eventually finally largely partly quickly quietly reportedly twice".split()
)
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_ENDINGS = ("", "", "", "s", "ing", "ed", "er", "al", "ment", "ity")


@dataclass(frozen=True, slots=True)
class _Lexicon:
    """The words of a story. Of each kind the first are drawn most often."""

    people: tuple[str, ...]
    places: tuple[str, ...]
    bodies: tuple[str, ...]
    nouns: tuple[str, ...]
    adjectives: tuple[str, ...]
    verbs: tuple[str, ...]

    @classmethod
    def made(cls, chance: Random) -> _Lexicon:
        coined = sorted({_coined(chance) + chance.choice(_ENDINGS) for _ in range(6000)})
        chance.shuffle(coined)
        names = [word.capitalize() for word in coined[:3000]]
        terms = coined[3000:]
        kinds = ("Council", "Authority", "Union", "Institute", "Holdings", "Ministry", "Trust", "Agency")
        return cls(
            people=tuple(f"{first} {last}" for first, last in zip(names[:800], names[800:1600], strict=True)),
            places=tuple(names[1600:2300]),
            bodies=tuple(f"{name} {chance.choice(kinds)}" for name in names[2300:2800]),
            nouns=_shuffled([*_NOUNS, *terms[:1800]], len(_NOUNS), chance),
            adjectives=_shuffled([*_ADJECTIVES, *terms[1800:2400]], len(_ADJECTIVES), chance),
            verbs=_shuffled(_VERBS, len(_VERBS), chance),
        )

    def person(self, chance: Random) -> str:
        return self.people[_uneven(len(self.people), chance)]

    def place(self, chance: Random) -> str:
        return self.places[_uneven(len(self.places), chance)]

    def body(self, chance: Random) -> str:
        return self.bodies[_uneven(len(self.bodies), chance)]

    def thing(self, chance: Random) -> str:
        """Return a noun, half the time with an adjective, sometimes with a second noun before it."""
        words = [self.nouns[_uneven(len(self.nouns), chance)]]
        if chance.random() < 0.3:
            words.insert(0, self.nouns[_uneven(len(self.nouns), chance)])
        if chance.random() < 0.5:
            words.insert(0, self.adjectives[_uneven(len(self.adjectives), chance)])
        return " ".join(words)

    def verb(self, chance: Random) -> str:
        return chance.choice(self.verbs)


def _shuffled(words: Sequence[str], common: int, chance: Random) -> tuple[str, ...]:
    """Put the common words, the first of them, in any order before the rare ones."""
    return (*chance.sample(words[:common], common), *words[common:])


def _coined(chance: Random) -> str:
    syllables = chance.choice((2, 2, 3))
    return "".join(chance.choice(_ONSETS) + chance.choice(_NUCLEI) for _ in range(syllables)) + chance.choice(_CODAS)


# --- sentences

# {who} {body} {place} {day} name the detail; {did}, {thing}, {other} what it is about; {n} {unit} its figure
_WORDINGS: tuple[tuple[str, ...], ...] = (
    (
        "{who}, who speaks for the {body}, said on {day} that the {thing} in {place} had cost {n} {unit}.",
        "The {thing} in {place} cost {n} {unit}, according to {who} of the {body}.",
        "At the {body}, {who} put the price of the {place} {thing} at {n} {unit}.",
        "It took {n} {unit} to pay for the {thing} at {place}, the {body} said {day}.",
    ),
    (
        "At least {n} {people} were hurt when the {thing} near {place} gave way on {day}.",
        "The {thing} near {place} gave way {day} and left {n} {people} injured, the {body} said.",
        "{who} of the {body} counted {n} {people} with injuries after the {place} {thing} failed.",
    ),
    (
        "The {body} {did} the {thing} in {place} on {day}, two weeks before the {other} was due.",
        "Two weeks ahead of the {other}, the {thing} at {place} was {did} by the {body}.",
        "In {place}, where the {other} had been due, {who} said the {body} {did} the {thing}.",
    ),
    (
        "“We never saw the {other} coming,” said {who}, whose {thing} in {place} was {did} on {day}.",
        "{who} from {place} said nobody had seen the {other} coming before the {thing} was {did}.",
        "Nobody in {place} expected the {other}, {who} told the {body} after the {thing} was {did}.",
    ),
    (
        "{n} {people} had asked the {body} for a {other} before the {thing} at {place} was {did}.",
        "Before the {thing} was {did} in {place}, a {other} had been sought by {n} {people}.",
        "The {body} heard from {n} {people} who wanted a {other} for {place} and its {thing}.",
    ),
)
_OWN = (
    "The {thing} {did} the {other} {adverb}, {who} said.",
    "{who} {did} a {thing} for the {body} and {adverb} left {place} with a {other}.",
    "Near {place}, the {other} was {adverb} {did} after a {thing} that {n} {people} had seen.",
    "For the {body}, the {thing} is a matter of {other}, not of {third}.",
    "“I {did} my {thing} and then the {other} came,” {who} recalled, pointing to the {third} behind the {fourth}.",
    "The {other} of {place} has {n} {people}, a {thing} and no {third}.",
    "Since {day}, {who} has {did} the {thing}, the {other} and a {third} in {place}.",
    "What the {thing} means for the {other} is a question that {who} would rather leave to the {body}.",
    "A {third} {did} by the {body} in {place} compared the {thing} with a {other} and a {fourth}.",
    "{who}, a {other} of the {body}, {adverb} {did} the {third} between {place} and the {thing}.",
    "There was a {third} in the {thing}, and the {fourth} {adverb} {did} the {other} on {day}.",
    "Critics of the {body} say its {thing} has {did} the {third} more than any {other} in {place}.",
)
_TAILS = (
    ", while the {fifth} stayed where it was",
    ", and {n} {people} waited for the {fifth}",
    " as the {fifth} of the {body} began",
    ", a {fifth} that few in {place} had asked for",
    " in spite of the {fifth}",
)
_FIGURED = tuple(n for n, wordings in enumerate(_WORDINGS) if all("{n}" in wording for wording in wordings))
_UNITS = ("million dollars", "million euros", "thousand dollars", "billion crowns")


@dataclass(frozen=True, slots=True)
class _Detail:
    """A detail of the stock: its wordings and what fills them."""

    wordings: int
    figure: int
    slots: tuple[tuple[str, str], ...]

    @classmethod
    def made(cls, lexicon: _Lexicon, chance: Random) -> _Detail:
        slots = _slots(lexicon, chance)
        return cls(chance.randrange(len(_WORDINGS)), chance.randint(12, 980), tuple(slots.items()))

    def told(self, number: int, chance: Random) -> Told:
        """Tell the detail in one of its wordings, with a wrong figure now and then."""
        wrong = self.wordings in _FIGURED and chance.random() < WRONG
        figure = self.figure + chance.randint(3, 90) if wrong else self.figure
        text = chance.choice(_WORDINGS[self.wordings]).format(**dict(self.slots), n=figure)
        return Told(_begun(text), Planted.CONFLICT if wrong else Planted.SHARED, number)


def _own(lexicon: _Lexicon, chance: Random) -> str:
    """Make up a sentence, half the time with a clause more."""
    form = chance.choice(_OWN)
    if chance.random() < 0.5:
        form = form.removesuffix(".") + chance.choice(_TAILS) + "."
    return _begun(form.format(**_slots(lexicon, chance), n=chance.randint(12, 980)))


def _slots(lexicon: _Lexicon, chance: Random) -> dict[str, str]:
    return {
        "who": lexicon.person(chance),
        "body": lexicon.body(chance),
        "place": lexicon.place(chance),
        "day": chance.choice(_DAYS),
        "did": lexicon.verb(chance),
        "people": chance.choice(_PEOPLE.split()),
        "unit": chance.choice(_UNITS),
        "adverb": chance.choice(_ADVERBS),
        **{name: lexicon.thing(chance) for name in ("thing", "other", "third", "fourth", "fifth")},
    }


def _headline(lexicon: _Lexicon, chance: Random) -> str:
    return f"{lexicon.body(chance)} {chance.choice(lexicon.verbs)} {lexicon.thing(chance)} in {lexicon.place(chance)}"


def _begun(sentence: str) -> str:
    return sentence[0].upper() + sentence[1:]
