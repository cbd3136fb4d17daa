"""British spellings as American ones, so that a paper of London and one of New York have their words in common.

No stemmer makes one word of "harbours" and "harbors", "centre" and "center", "organised" and "organized". American
words stay as they are: it was on American reports that the weights of the evidence were fitted.
"""

from __future__ import annotations

import re

from compare.model.words import either, listed

_OUR = listed(
    "arb ard arm behavi cand clam col demean enam endeav fav ferv flav glam harb hon hum lab neighb od parl",
    "ranc rig rum sav savi splend succ tum val vap vig",
)
"""Words in "-our", without it, of which Americans write "-or"."""

_RE = listed("calib cent fib lust meag sab somb spect theat")
"""Ends of words in "-re", without it, of which Americans write "-er". Metres and litres are not among them: figures are
read in either spelling, and that two sentences both measure in kilometres says nothing of what they tell."""

_ISE = listed(
    "adv advert anyw appra bru chast circumc clockw comprom compr conc cru dem desp dev disenfranch disgu enterpr",
    "exc exerc expert franch improv inc lia likew merchand otherw parad porpo pra prec prem prom repra rev superv",
    "sunr surpr telev torto treat turquo upr",
)
"""Words in "-ise", without it, that are written so everywhere."""

_BEGINNINGS = {
    "anaem": "anem", "anaesth": "anesth", "coelia": "celia", "diarrhoea": "diarrhea", "encyclopaed": "encycloped",
    "faec": "fec", "foet": "fet", "gynaec": "gynec", "haem": "hem", "leukaem": "leukem", "oesoph": "esoph",
    "oestro": "estro", "orthopaed": "orthoped", "paed": "ped", "palaeo": "paleo", "sceptic": "skeptic",
}  # fmt: skip

_WORDS = {
    "aeroplane": "airplane", "ageing": "aging", "aluminium": "aluminum", "cheque": "check", "cosy": "cozy",
    "draught": "draft", "enrol": "enroll", "enrolment": "enrollment", "fulfil": "fulfill",
    "fulfilment": "fulfillment", "gaol": "jail", "grey": "gray", "instalment": "installment",
    "jewellery": "jewelry", "judgement": "judgment", "kerb": "curb", "licence": "license",
    "manoeuvre": "maneuver", "manoeuvred": "maneuvered", "moustache": "mustache", "mould": "mold", "mum": "mom",
    "plough": "plow", "ploughed": "plowed", "practise": "practice", "practised": "practiced",
    "practising": "practicing", "programme": "program", "skilful": "skillful", "sulphur": "sulfur", "tyre": "tire",
    "wilful": "willful",
}  # fmt: skip
"""Words of which nothing but the plural goes otherwise."""

_RULES = (
    ("our", re.compile(rf"^((?:dis|mis|multi|re|un)?(?:{either(_OUR)}))our"), r"\1or"),
    ("re", re.compile(rf"^(\w{{0,12}}(?:{either(_RE)}))re(?=s?$)"), r"\1er"),
    ("red", re.compile(rf"^(\w{{0,12}}(?:{either(_RE)}))red$"), r"\1ered"),
    ("is", re.compile(rf"^(?!(?:{either(_ISE)})is)(\w{{3,}})is(e[drs]?|ers|ing|ation(?:al)?s?|able)$"), r"\1iz\2"),
    ("ys", re.compile(r"^(analy|cataly|dialy|paraly)s(e[drs]?|ers|ing)$"), r"\1z\2"),
    ("ence", re.compile(r"^((?:def|off|pret)en)ce(?=s?$|less$)"), r"\1se"),
)
"""A bit without which a word is no such one, what a British spelling looks like, and what stands for it."""

_BEGINS = re.compile(either(_BEGINNINGS))


def american(word: str) -> str:
    """Return an English word in small letters as Americans spell it."""
    single = word.removesuffix("s")
    if single in _WORDS:
        return _WORDS[single] + word[len(single) :]
    for bit, british, spelt in _RULES:
        if bit in word and british.match(word):
            return british.sub(spelt, word)
    if "ae" in word or "oe" in word or word.startswith("sc"):
        return _BEGINS.sub(lambda m: _BEGINNINGS[m[0]], word, count=1) if _BEGINS.match(word) else word
    return word
