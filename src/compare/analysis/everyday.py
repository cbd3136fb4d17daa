"""Words of daily speech, and British ones, as reports of an agency have them: "bike" is "bicycle", "lorry" is "truck".

A tabloid and an agency that tell the same in such words have none in common, and each would be alone with it. Here
belongs what means the same wherever it stands; "flat", "pitch" and "boot" do not. The words of agencies stay as they
are: it was on their reports that the weights of the evidence were fitted.
"""

from __future__ import annotations

from compare.model.words import listed

_PLAIN = {
    "alcohol": "booze", "apology": "sorry", "bicycle": "bike bikes", "child": "kid kids children",
    "died": "perish perished perishes", "doctor": "doc docs", "father": "dad dads daddy",
    "firefighter": "fireman firemen", "friend": "pal pals", "gasoline": "petrol",
    "grandfather": "grandad granddad grandpa", "grandmother": "gran grandma granny",
    "helicopter": "chopper choppers copter copters", "highway": "motorway motorways", "husband": "hubby",
    "influenza": "flu", "license": "permit permits", "mother": "mom mommy moms", "phone": "telephone telephones",
    "photo": "photograph photographs", "plane": "airplane airplanes", "police": "cop cops", "refrigerator": "fridge",
    "television": "telly tv", "truck": "lorries lorry",
}  # fmt: skip

_AS = {word: plain for plain, words in _PLAIN.items() for word in listed(words)}


def plainly(word: str) -> str:
    """Return an English word in small letters, spelt as Americans do, as an agency would have it."""
    return _AS.get(word, word)
