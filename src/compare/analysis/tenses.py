"""Whether what is told beside a date has happened: by the nearest word that tells, and only where one does."""

from __future__ import annotations

import re

_PAST = (
    r"(?<!\bbe\s)(?!(?:expected|planned|scheduled|slated)\b)\w{2,}ed|said|told|was|were|had|took|came|went|began|made|gave|found|died|left|met|saw|got|held|won|lost|struck|"
    r"broke|fell|rose|shot|hit|sent|spoke|wrote|led|ran|sank|flew|drove|became|shook|stood|paid|brought|caught|killing|"
    r"murieron|murió|dijo|dijeron|fue|fueron|detuvo|detuvieron|declaró|afirmó|anunció|anunciaron|ocurrió|confirmó|"
    r"aseguró|causó|mató|resultaron|chocó|llegó|llegaron|sagte|sagten|wurde|wurden|starben|war|waren|hatte|teilte|"
    r"disse|è stato|sono stati|morreram|foi|foram|zei|werd|werden"
)
_AHEAD = (
    r"will|would|shall|can|could|may|might|must|should|is|are|has|have|to|until|till|by|before|from|since|every|each|"
    r"due|scheduled|expected|planned|set|slated|begins?|starts?|opens?|closes?|airs?|premieres?|kicks|arrives?|returns?|"
    r"plays?|faces?|meets?|hosts?|runs?|ends?|expires?|votes?|heads?|launch(?:es)?|goes|takes|comes|holds?|travels?|"
    r"coming|upcoming|this|hasta|será|serán|tendrá|tendrán|próximo|wird|sera|seront|sarà|zal|zullen"
)
_TELLS = re.compile(rf"\b(?:(?P<past>{_PAST})|(?P<ahead>{_AHEAD}))\b|(?P<stop>[.!?;:](?=\s)|[\n“”\"])", re.IGNORECASE)

REACH = 60
"""Code points before a date in which a verb is taken to tell when; about ten words."""


def is_past(text: str, start: int, end: int, reach: int = REACH) -> bool:
    """Whether the verb nearest before a date, or if there is none right after it, tells of what has happened."""
    before = None
    for m in _TELLS.finditer(text, max(0, start - reach), start):
        before = None if m["stop"] else m
    if before is not None:
        return before["past"] is not None
    after = _TELLS.search(text, end, end + reach)
    return after is not None and after["past"] is not None
