"""Why a paragraph is furniture, in the words that the reader is shown: the reasons that more than one module gives.

What a line says and what the markup around it says are two ways to the same reason.
"""

from __future__ import annotations

ADVERTISEMENT = "advertisement"
AUTHOR = "about the author"
BYLINE = "byline"
COMMENTS = "comments"
CONTACT = "contact"
COOKIES = "cookie notice"
COPYRIGHT = "copyright"
CORRECTION = "correction"
CREDIT = "picture credit"
DATE_LINE = "date line"
LINK = "link"
LINK_BACK = "link back"
MAILING = "mailing list"
NAVIGATION = "navigation"
NOTE = "note to the reader"
ORIGIN = "origin"
PAYWALL = "paywall notice"
READING_TIME = "reading time"
REST = "link to the rest"
SHARING = "call to share"
SUBSCRIBING = "call to subscribe"
TAGS = "tags"
