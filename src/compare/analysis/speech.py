"""The words by which a text says who said it, by language, as data.

Only finite forms that stand right beside their subject: "officials said", "said the mayor", "dijo el alcalde". What is
hung on an auxiliary ("a déclaré", "hat gesagt") is given by its participle, since the auxiliary is passed over.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from compare.analysis.people import SHORTENED
from compare.model.calendar import MONTHS, WEEKDAYS
from compare.model.words import listed


def _days(language: str, others: str) -> frozenset[str]:
    return listed(others).union(WEEKDAYS[language], MONTHS[language])


@dataclass(frozen=True, slots=True)
class Speech:
    """The words of one language.

    Attributes:
        says: verbs whose subject speaks, whoever that is.
        hints: verbs whose subject speaks only if it is a person or body: results indicate things as well.
        states: verbs, finite or not, that tell what follows them as so: a clause ends before them, and another begins
            behind. Only languages in which conflicts are looked for have any.
        names_so: verbs that quote a few words: "called it “a disgrace”".
        addresses: verbs behind which stands who is spoken to: "told the Gazette".
        according: words, one or several, after which a source stands.
        inverts: whether the subject stands behind the verb without a quotation or comma before it.
        verbs: all that may credit their subject.
        heads: the first words of ``according``.
        cues: words without one of which a sentence credits nobody: the verbs, and the longest word of each of
            ``according``, whose first words ("as", "first") stand in every other sentence.
        articles: words that open a noun phrase.
        joins: prepositions within one: "a spokesman for the operator".
        stops: words that end one.
        he: pronouns for one person.
        passed: auxiliaries and adverbs between subject and verb.
        passive: words that make of a verb no speech of its subject: "was told", "to say".
        never: what has a capital, or stands where a subject could, and never speaks.
    """

    says: frozenset[str]
    according: tuple[tuple[str, ...], ...]
    articles: frozenset[str]
    joins: frozenset[str]
    stops: frozenset[str]
    he: frozenset[str]
    passed: frozenset[str] = frozenset()
    passive: frozenset[str] = frozenset()
    hints: frozenset[str] = frozenset()
    states: frozenset[str] = frozenset()
    names_so: frozenset[str] = frozenset()
    addresses: frozenset[str] = frozenset()
    never: frozenset[str] = _days("en", "today yesterday tomorrow i")
    inverts: bool = True
    verbs: frozenset[str] = field(init=False)
    heads: frozenset[str] = field(init=False)
    cues: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        # all that may credit someone, put together once: every word of every text is looked up in them
        object.__setattr__(self, "verbs", self.says | self.hints | self.names_so | {"saying"})
        object.__setattr__(self, "heads", frozenset(words[0] for words in self.according))
        object.__setattr__(self, "cues", self.verbs | {max(words, key=len) for words in self.according})


_STATES_EN = listed(
    "say says said told tells announced argued argues claimed claims confirmed confirms insisted insists maintained",
    "maintains reported reports stated states",
)
"""Of who speaks, those that tell what is so."""

_STATE_EN = listed("argue believe believes claim confirm insist maintain report")
"""The same of many or of a thing, which speak only if they are people or a body."""

_STATES_ES = listed("dice dijo dijeron afirma afirmó asegura aseguró sostiene")

SPEECH = {
    "en": Speech(
        says=_STATES_EN
        | listed(
            "announces denied denies deny stressed stresses emphasized emphasised emphasizes emphasises warned "
            "warns added adds explained explains testified acknowledged acknowledges alleged alleges reiterated "
            "reiterates noted notes wrote writes tweeted recalled recalls asserted asserts conceded concedes "
            "replied replies joked quipped complained complains lamented remarked commented asked asks declared "
            "declares admitted admits vowed vows pledged promised urged urges contended contends cautioned "
            "countered responded underlined underscored shouted yelled cried whispered concluded predicted "
            "repeated continued posted"
        ),
        hints=_STATE_EN
        | listed(
            "indicated indicates indicate suggested suggests suggest revealed reveals estimated estimates "
            "estimate believed hinted signalled signaled disclosed warn stress emphasize emphasise acknowledge "
            "allege note agreed expressed"
        ),
        states=_STATES_EN | _STATE_EN | {"announce", "saying", "state"},
        names_so=listed(
            "called calls described describes branded praised criticized criticised dismissed hailed labelled"
        ),
        addresses=listed("told tells"),
        according=(
            ("according", "to"),
            ("as", "reported", "by"),
            ("first", "reported", "by"),
            ("reports", "from"),
            ("report", "from"),
            ("report", "by"),
            ("reports", "by"),
            ("statement", "from"),
            ("citing",),
        ),
        articles=listed(
            "the a an both one two three several some many other another most his her their its our this that"
        ),
        joins=listed("of for with from at in on to by familiar close briefed"),
        stops=listed(
            "in on at after before during to by as who that which when while and but or if because since until "
            "with from about over under against said has have had is was were are will would could can not also "
            "into through where whose so then than outside inside near beside behind among amid found finds concluded "
            "concludes showed shows revealed reveals"
        ),
        he=listed("he she"),
        passed=listed("has have had also first later then now again already however too himself herself still once"),
        passive=listed(
            "is was were are be been being to not never would will can could did does do may might should must "
            "'ll a an the n't by get got gets"
        ),
        inverts=False,
    ),
    "es": Speech(
        says=_STATES_ES
        | listed(
            "dicen afirmaron declaró declara declararon aseguraron negó niega explicó explica explicaron anunció "
            "anuncia anunciaron confirmó confirma confirmaron señaló señala sostuvo advirtió advierte subrayó "
            "subraya añadió añade agregó contó cuenta indicó manifestó reconoció relató recordó insistió apuntó "
            "comentó respondió denunció"
        ),
        states=_STATES_ES,
        according=(("según",), ("de", "acuerdo", "con")),
        articles=listed("el la los las un una unos unas su sus ambos ambas este esta varios"),
        joins=listed("de del"),
        stops=listed("que en y a por con para cuando donde quien al tras sobre este desde como se ha había fue es"),
        he=listed("él ella"),
        passed=listed("ha había han habían también además luego ya"),
        passive=listed("se fue es ser no lo"),
    ),
    "fr": Speech(
        says=listed(
            "dit déclaré déclare affirmé affirme expliqué explique annoncé annonce confirmé confirme assuré "
            "assure indiqué indique souligné souligne précisé précise ajouté ajoute estime estimé raconte raconté "
            "averti rappelé rappelle reconnu répondu nie"
        ),
        according=(("selon",), ("d'après",), ("d’après",)),
        articles=listed("le la les un une des son sa ses leur leurs l' l’"),
        joins=listed("de du des d' d’"),
        stops=listed("que qu' qu’ dans et à au aux sur par pour avec en qui lors après ce mardi est a été"),
        he=listed("il elle t-il t-elle"),
        passed=listed("a ont avait aussi également encore"),
        passive=listed("est été sont être on pas"),
    ),
    "de": Speech(
        says=listed(
            "sagte sagt sagten sagen erklärte erklärt erklärten betonte betont bestätigte bestätigt warnte warnt "
            "berichtete berichtet berichten behauptete behauptet kündigte teilte schrieb schreibt bestritt "
            "ergänzte meinte fügte erzählte räumte"
        ),
        according=(
            ("laut",),
            ("zufolge",),
            ("nach", "angaben", "von"),
            ("nach", "angaben", "der"),
            ("nach", "angaben", "des"),
        ),
        articles=listed("der die das den dem des ein eine einer ihr sein ihre seine"),
        joins=listed("der des von für"),
        stops=listed("dass in und am im auf mit bei zu nach vor wie wurde ist sind habe sei war hat es den dem"),
        he=listed("er sie"),
        passed=listed("auch weiter zudem"),
        passive=listed("wurde wird worden werden nicht man"),
        never=_days("de", "heute gestern morgen"),
    ),
    "it": Speech(
        says=listed(
            "disse dice detto afferma affermato dichiarato dichiara spiega spiegato annunciato annuncia conferma "
            "confermato sottolinea sottolineato aggiunge aggiunto sostiene sostenuto racconta raccontato nega"
        ),
        according=(("secondo",), ("stando", "a")),
        articles=listed("il lo la i gli le un una uno suo sua l' l’"),
        joins=listed("di del della dei delle dell' dell’"),
        stops=listed("che in e a al alla su per con da dopo quando dove chi ha è stato"),
        he=listed("lui lei"),
        passed=listed("ha hanno aveva anche poi"),
        passive=listed("è stato stata si non"),
    ),
    "pt": Speech(
        says=listed(
            "disse diz disseram afirmou afirma afirmaram declarou declara explicou explica anunciou confirmou "
            "confirma negou nega destacou acrescentou ressaltou contou alertou garantiu admitiu informou"
        ),
        according=(("segundo",), ("de", "acordo", "com"), ("conforme",)),
        articles=listed("o a os as um uma seu sua ambos ambas"),
        joins=listed("de do da dos das"),
        stops=listed("que em e ao à no na nos nas por com para quando onde quem após sobre foi é"),
        he=listed("ele ela"),
        passed=listed("também ainda já"),
        passive=listed("foi é ser não se"),
    ),
    "nl": Speech(
        says=listed(
            "zei zegt zeggen zeiden verklaarde verklaart vertelde vertelt meldde meldt melden bevestigde "
            "bevestigt benadrukte benadrukt ontkende ontkent waarschuwde waarschuwt schreef schrijft stelde "
            "voegde"
        ),
        according=(("volgens",), ("aldus",)),
        articles=listed("de het een zijn haar hun"),
        joins=listed("van voor"),
        stops=listed("dat in en op aan met bij naar om te die wie waar werd is was heeft had"),
        he=listed("hij zij ze"),
        passed=listed("ook verder"),
        passive=listed("werd wordt niet men"),
    ),
}
"""Rules for English are full, those of the other languages hold the commonest verbs only."""

THINGS = listed(
    "report reports statement statements document documents affidavit complaint lawsuit indictment letter email "
    "emails they we study survey poll data figures results evidence records record filing filings memo message "
    "post tweet video footage sign signs move deal announcement website release article story text book law bill "
    "order ruling it this that these those which what there suit constitution disclosures photo photos everything "
    "nothing something rumours rumors investigation inquiry history"
)
"""What is said to say something, and is nobody: "the report said". After "according to" it is a source all the same."""

NOBODY = listed(
    "nobody no-one none no neither nor",
    "nadie ningún ninguno ninguna niemand nessuno ninguém nenhum nenhuma",
)
"""What a subject begins with, or has before it, that does not say what follows."""

BESIDE_NAMES = listed("sir lord lady dep inc corp co ltd").union(map(str.lower, SHORTENED))
"""Titles and the like that stand beside the name of who speaks, most with a full stop that ends nothing."""

LIKE_PLURALS = listed("reuters forbes barclays lloyds siemens mercedes emirates starbucks mcdonalds sainsburys")
"""Names of those who speak that look like the plural of a noun where they open a sentence."""

NOUNS_TOO = listed("reports report claims claim notes note estimates states asks posts")
"""Verbs that are nouns as well: verbs only before what can be said."""

SAYABLE = listed("that the a an it he she they there this no its his her how")
"""What opens that which is said."""

CONJUNCTIONS = listed("and but that as when while because if after before although though so where y et und e en")
"""What opens a clause."""

SCHEDULES = listed("plan plans schedule law custom tradition need age size")
"""What things go according to that is no source."""


def of(language: str) -> Speech:
    """Return the words of a language, of English where it has none."""
    return SPEECH.get(language, SPEECH["en"])
