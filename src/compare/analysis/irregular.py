"""English verbs whose past no ending tells, as data: what is denied in one form is asserted in another.

"Did not pay" is denied of what "paid" asserts, and no stemmer makes one of both. Forms that are words of another sense
as often as not ("rose", "left", "felt", "saw", "lay", "drunk", "ground", "wound") are not here.
"""

from __future__ import annotations

_FORMS = """
become became, begin began begun, bend bent, bite bit bitten, blow blew blown, break broke broken, breed bred,
bring brought, build built, buy bought, catch caught, choose chose chosen, come came, dig dug, draw drew
drawn, drink drank, drive drove driven, eat ate eaten, feed fed, fight fought, find found, fly flew flown,
forbid forbade forbidden, forget forgot forgotten, freeze froze frozen, give gave given, go went gone, grow
grew grown, hear heard, hide hid hidden, hold held, keep kept, know knew known, lead led, lend lent, pay paid,
ride rode ridden, ring rang rung, run ran, see seen, seek sought, sell sold, send sent, shake shook shaken,
shoot shot, show shown, sing sang sung, sink sank sunk, sit sat, sleep slept, speak spoke spoken, spend spent,
steal stole stolen, strike struck stricken, swear swore sworn, swim swam swum, take took taken, teach taught,
tear tore torn, throw threw thrown, understand understood, wake woke woken, wear wore worn, weep wept, win
won, write wrote written
"""

BASE = {past: base for base, *forms in map(str.split, _FORMS.split(",")) for past in forms}
"""The verb by each of its irregular forms, in small letters."""
