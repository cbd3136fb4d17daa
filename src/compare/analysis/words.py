"""Words as data: what a word is, and which words of a language carry no meaning of their own."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from compare.model.punctuation import straight


def plain(word: str) -> str:
    """Return a word as it is compared: in small letters, each with its accent in one character, with straight
    apostrophes."""
    small = word.casefold()
    return small if small.isascii() else straight(unicodedata.normalize("NFC", small))


STOP_WORDS: dict[str, frozenset[str]] = {
    language: frozenset(words.split())
    for language, words in {
        "en": """
            a about after again all also an and any are as at be been before being between both but by can could did do
            does down during each few for from had has have he her here him his how i if in into is it its just may me
            might more most must my no not of off on only or other our out over own s said same say says shall she
            should so some such t than that the their them then there these they this those to up us very was we were
            what when where which who whom why will with would you your it's that's don't
        """,
        "es": """
            a al algo ante antes aquel aún bajo cada como con contra cual cuando de del desde donde durante e el ella
            ellas ellos en entre era eran es esa ese eso esta estaba este esto fue fueron ha había habían han hasta hay
            la las le les lo los más me mi mientras muy nada ni no nos o otra otro para pero por porque que quien se
            según ser si sin sobre son su sus también tan tiene todo tras tu un una uno unos y ya
        """,
        "fr": """
            a ai alors au aucun aussi autre aux avec avait avant c ce cela ces cet cette ceux chez comme d dans de des
            deux donc du elle elles en entre est et été être eu fait il ils j je l la le les leur leurs lui mais même n
            ne nos notre nous on ont ou où par pas plus pour qu quand que qui s sa sans se selon ses si son sont sous
            sur tous tout très un une vers vous y
        """,
        "de": """
            aber alle als also am an auch auf aus bei bis da damit das dass dem den der des die dies diese dieser doch
            du durch ein eine einem einen einer eines er es für gegen haben hat hatte ich ihr ihre im in ist ja jetzt
            kann kein man mehr mit nach nicht noch nur oder ohne sein seine sich sie sind so über um und uns unter vom
            von vor war waren was wenn wer werden wie wir wird wo worden wurde wurden zu zum zur
        """,
        "it": """
            a ad ai al alla alle anche c che chi ci come con contro cui d da dal dalla dalle degli dei del della delle
            di dopo dove e è era erano fra gli ha hanno i il in io l la le lei li lo loro lui ma mentre mi ne nei nel
            nella non o ogni per perché più poi prima quando quello questa questo qui se si sia sono sta stato su sua
            sue sui sul sulla suo suoi tra tutti tutto un una uno
        """,
        "pt": """
            a ainda ao aos apenas após as até com como contra da das de depois do dos e é ela elas ele eles em entre era
            essa esse esta este eu foi foram há isso já lhe mais mas me mesmo muito na não nas no nos nós num numa o os
            ou para pela pelas pelo pelos por porque quando que quem são se sem ser seu seus sobre sua suas também tem
            um uma
        """,
        "nl": """
            aan al alle als bij daar dan dat de der deze die dit doch doen door dus een en er ge geen had heb hebben
            heeft het hij hoe hun ik in is je kan maar me meer men met mijn na naar niet nog nu of om onder ons ook op
            over te tegen toch toen tot u uit van veel voor want waren was wat we wel werd wie wij wordt zal ze zich
            zij zijn zo zonder
        """,
    }.items()
}

RULED = frozenset({"en", "es"})
"""Languages in which conflicts are looked for: the rules that tell one from two ways to tell a thing (other days, other
hauls, limits, rises, denials) are words of theirs. Without them a difference would be said that is none."""

ANY_STOP_WORD = frozenset(word for words in STOP_WORDS.values() for word in words)
"""The stop words of all languages together, for words of which the language is not known."""


def stop_words(language: str) -> frozenset[str]:
    """Return the stop words of a language, those of all where it has none: "men" counts people in English alone."""
    return STOP_WORDS.get(language, ANY_STOP_WORD)


_SMALL = re.compile(r"[a-zß-ÿ]+")


@lru_cache(maxsize=8)
def small_words(text: str) -> frozenset[str]:
    """Return the words of a text in small letters, cut at all but the letters of Western Europe.

    What rules may find in a text depends on its words: all of them ask here first, and the text is read once.
    """
    return frozenset(_SMALL.findall(text.lower()))
