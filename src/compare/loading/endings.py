"""Where sentences end, by language, as data: abbreviations, what begins a sentence, who asks what was quoted."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from compare.model.abbreviations import PLACES, TITLES
from compare.model.calendar import SHORT_MONTHS
from compare.model.words import UPPER


@dataclass(frozen=True, slots=True)
class Endings:
    """The rules of one language, each searched in the end of what stands before a full stop or matched behind it.

    Attributes:
        never: abbreviations that no sentence ends with.
        before_number: abbreviations that go on if a number comes next.
        starter: words that begin a sentence where a name would go on with the old one.
        says: who asks or exclaims what was quoted before, as far as it begins with a capital.
        ordinal: a number with a full stop that is an ordinal.
        closes: what belongs to the sentence before.
        enclosed: what stands within quotation marks or brackets.
    """

    never: re.Pattern[str]
    before_number: re.Pattern[str]
    starter: re.Pattern[str]
    says: re.Pattern[str]
    ordinal: re.Pattern[str]
    closes: re.Pattern[str]
    enclosed: re.Pattern[str]


_NEVER = {
    "en": f"{' '.join((*TITLES, *PLACES))} Dep Mme Mlle Sr Sra Dña Hr Dott vs v",
    "es": "Sr Sra Sres Sras Srta Dr Dra Dres Prof Profa Ing Lic Arq D Dña Da Excmo Excma Ilmo Ilma Gral Gob Cnel Cap "
    "Tte Sgto Cmdte Mons Rvdo Fr Sto Sta Av Avda Pza aprox vs",
    "fr": "M MM Mgr Dr Pr Me St Ste Gal Cdt Lt Col Cne Sgt Av Bd env vs",
    "de": "Hr Hrn Fr Dr Prof Dipl Ing Mag Hptm Oberst Gen Lt St ca bzw usf vgl sog Abs Mio Mrd gegr geb gest ehem evtl "
    "ggf inkl zzgl rd bspw vs",
    "it": "sig sigg Sig Sigg dott Dott prof Prof avv Avv ing Ing arch Arch geom rag on On sen Sen cav Cav mons Mons "
    "gen Gen col Col cap Cap ten Ten mar Mar S ca vs",
    "pt": "Sr Sra Srs Srta Dr Dra Drs Prof Profa Eng Arq Exmo Exma Ilmo Ilma Gal Gen Cel Cap Ten Sgt D Pe Sto Sta Av "
    "aprox vs",
    "nl": "dhr Dhr mw Mw mevr Mevr dr Dr drs Drs ir Ir ing Ing mr Mr prof Prof ds Ds st St gen Gen kol Kol kap lt ca "
    "ong resp incl excl mln mld vs",
}
"""Written with these capitals and a full stop. What is a word as well ("art", "mar") is left out, but for titles."""

_NEVER_WHOLE = {"it": r"|(?<!\w)(?:sig|dott|prof|avv)\.(?:ra|ssa|sa)\.?$", "en": r"|(?<!\w)(?:Yahoo|E)!$"}

_BEFORE_NUMBER = {
    "en": f"No Nos Art Sec Fig Vol Ch p pp {' '.join(map(str.capitalize, SHORT_MONTHS))}",
    "es": "núm núms Núm n art arts Art pág págs cap vol fig tel",
    "fr": "n no art Art p pp chap vol fig tél",
    "de": "Nr Nrn Art Abs Abb S Bd Kap Tel Hausnr",
    "it": "n nn N art artt Art p pp pag cap vol fig tel",
    "pt": "n núm art arts Art pág págs p pp cap vol fig tel",
    "nl": "nr nrs Nr art Art blz p pp hfst fig tel",
}

_STARTERS = {
    "en": "The A An In On At It He She They We I But And This That These Those There His Her Its Their If When While "
    "After Before As For With By From To Of Or So Yet Not No Some Many Most All Then Now Later Here What Who How Why "
    "Where Once Since Until Our My You Your Her Also Even Still Only Just Both Each Every Another Other Such Several",
    "es": "El La Los Las Un Una Unos Unas En De Del Al A Por Para Con Sin Según Desde Hasta Tras Y O Pero Aunque "
    "Cuando Mientras Si Como Este Esta Estos Estas Ese Esa Esto Eso Su Sus Se No Ni Ya También Todo Todos Muchos "
    "Varios Él Ella Ellos Ellas",
    "fr": "Le La Les Un Une Des Du De En À Au Aux Par Pour Avec Sans Selon Dans Sur Sous Depuis Après Avant Et Ou Mais "
    "Si Quand Comme Ce Cet Cette Ces Son Sa Ses Leur Leurs Il Elle Ils Elles On Nous Ne Tous Plusieurs Certains",
    "de": "Der Die Das Den Dem Des Ein Eine Einen Einem Einer In Im An Am Auf Aus Bei Beim Bis Durch Für Gegen Mit "
    "Nach Ohne Seit Um Unter Von Vom Vor Zu Zum Zur Und Oder Aber Doch Wenn Als Da Weil Während Dieser Diese Dieses Er "
    "Sie Es Wir Ich Man Sein Seine Ihr Ihre Nicht Kein Keine Alle Viele Einige Auch So Dort Hier Laut Wie",
    "it": "Il Lo La I Gli Le Un Uno Una In Nel Nella Nei Di Del Della Dei A Al Alla Ai Da Dal Dalla Per Con Senza "
    "Secondo Dopo Prima Su Sul Sulla Fra Tra E O Ma Se Quando Mentre Come Questo Questa Questi Quel Quella Suo Sua "
    "Loro Non Si Anche Tutti Molti Alcuni Lui Lei",
    "pt": "O A Os As Um Uma Uns Umas Em No Na Nos Nas De Do Da Dos Das Ao À Por Pelo Pela Para Com Sem Segundo Desde "
    "Até Após E Ou Mas Se Quando Enquanto Como Este Esta Esse Essa Isso Isto Seu Sua Não Já Também Todos Muitos Vários "
    "Ele Ela Eles Elas",
    "nl": "De Het Een In Op Aan Bij Naar Om Over Tot Uit Van Voor Door Met Na Sinds Tegen Tijdens Volgens Zonder En Of "
    "Maar Als Toen Terwijl Omdat Dit Dat Deze Die Hij Zij Ze We Wij Ik Er Zijn Haar Hun Niet Geen Alle Veel Ook Zo "
    "Hier Daar",
}

_SAYS = {
    "en": "said says asked asks told wrote writes added adds recalled replied tweeted shouted yelled cried",
    "es": "dijo dice preguntó pregunta añadió agregó respondió exclamó gritó escribió",
    "fr": "dit demande demanda ajoute répond répondit écrit crie lance",
    "de": "sagt sagte fragt fragte rief ruft schrieb schreibt antwortete ergänzte",
    "it": "dice disse chiede chiese ha aggiunge rispose scrive gridò",
    "pt": "disse diz perguntou pergunta acrescentou respondeu exclamou gritou escreveu",
    "nl": "zei zegt vroeg vraagt riep roept schreef schrijft antwoordde",
}

_ORDINAL = {
    "de": r"(?<!\w)(?i:der|die|das|den|dem|des|am|im|zum|zur|vom|beim|ins|(?:ihr|sein|ein|kein|jede)\w*) \d{1,3}\.$",
}
"""German writes an ordinal with a full stop: "der 3. Zug". After "am 5." at the end of a sentence this joins two, which
is rarer by far."""

LETTERED = re.compile(
    r"\b(?i:vitamine?|vitamina|hepatitis|hépatite|epatite|hepatite|influenza|plan|plano|piano|group|grupo|groupe|gruppe"
    rf"|gruppo|groep|class|grade|category|type|tipo|typ|option|terminal|gate)\s[A-Z]\.\s+(?=[{UPPER}])"
)
"""A letter that tells which, and is no initial, at the end of a sentence: "vitamin C"."""

_CLOSES = {"en": r"[”’»)\],;]|[\"'\s]+[.,;]?$"}
_MAY_CLOSE = r"[”’»)\],;](?!\w)|[«“](?!\s?\w)|[\"'\s]+[.,;]?$"
"""Outside English the same marks open as well, "»so« in German: then a word follows."""

_ENCLOSED = r"“[^“”]*”|«[^«»]*»|„[^„“”]*[“”]|\"[^\"]*\"|\([^()]*\)|\[[^\[\]]*\]"
_ALSO_ENCLOSED = {"de": r"|»(?=\w)[^«»]*«"}

_NOTHING = r"(?!)"


@lru_cache
def endings(language: str) -> Endings:
    """Return the rules of a language, those of English where it has none."""
    code = language if language in _NEVER else "en"
    return Endings(
        never=re.compile(rf"(?<!\w)(?:{_any(_NEVER[code])})\.$" + _NEVER_WHOLE.get(code, "")),
        before_number=re.compile(rf"(?<!\w)(?:{_any(_BEFORE_NUMBER[code])})\.$"),
        starter=re.compile(rf"(?:{_any(_STARTERS[code])})\b"),
        says=re.compile(rf"(?:[\w.’'-]+ ){{1,6}}(?:{_any(_SAYS[code])})\b"),
        ordinal=re.compile(_ORDINAL.get(code, _NOTHING)),
        closes=re.compile(_CLOSES.get(code, _MAY_CLOSE)),
        enclosed=re.compile(_ENCLOSED + _ALSO_ENCLOSED.get(code, "")),
    )


def _any(words: str) -> str:
    return "|".join(words.split())
