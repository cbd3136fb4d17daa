"""Words in and around names, as data."""

from __future__ import annotations

from compare.model.words import listed

TITLES = listed("""
        mr mrs ms miss dr sir prof professor vp ceo cfo president vice senator sen representative rep congressman
        congresswoman governor gov mayor minister premier chancellor secretary ambassador judge justice attorney sheriff
        officer detective det sergeant sgt lieutenant lt captain capt colonel col gen maj chief chairman chairwoman
        director spokesman spokeswoman coach reverend rev hon deputy assemblyman councilman alderman inspector
        superintendent commissioner insp supt cmdr cpl adm
        señor señora presidente presidenta ministro ministra alcalde président ministre monsieur madame herr frau
        bundeskanzler präsident signor
        bundeskanzlerin kanzler kanzlerin präsidentin ministerpräsident ministerpräsidentin bürgermeister
        bürgermeisterin oberbürgermeister oberbürgermeisterin landrat landrätin minister ministerin sprecher sprecherin
        staatsanwalt staatsanwältin kommissar kommissarin
        alcaldesa portavoz gobernador gobernadora senadora doctora
        présidente ministre maire procureur procureure préfet préfète mme mlle
        signora sindaco sindaca ministra presidente dottor dottore dottoressa professore procuratore onorevole
        senhor senhora prefeito prefeita governador governadora senador doutor doutora
        meneer mevrouw burgemeester woordvoerder
        """)
"""Before a name these say what somebody is, and are no part of it."""

PHRASES = (
    "District Attorney", "Public Advocate", "Secretary of State", "Secretary of Defense", "Prime Minister",
    "Attorney General", "Chief of Staff", "Chief Executive Officer", "Chief Executive", "First Officer",
    "Managing Director", "Vice President", "Speaker of the House", "Foreign Minister", "Foreign Secretary",
    "Home Secretary", "Interior Minister", "Finance Minister", "Defence Minister", "Defense Minister",
    "Defence Secretary", "Defense Secretary", "Treasury Secretary", "Press Secretary", "Justice Minister",
    "Health Minister", "Health Secretary", "Chief Justice",
)  # fmt: skip
"""The same in several words, the longer first."""

SHORTENED = (
    "Mr", "Mrs", "Ms", "Dr", "Prof", "Sen", "Rep", "Gov", "Gen", "Col", "Lt", "Sgt", "Capt", "Maj", "Det", "Insp",
    "Supt", "Cpl", "Adm", "Cmdr", "Rev", "Hon", "St", "Ft", "Mt", "Jr", "Sr",
)  # fmt: skip
"""What stands in a name with a full stop."""

PARTICLES = (
    "of the", "de la", "de los", "de las", "von der", "van der", "van den", "van de", "of", "de", "del", "der", "van",
    "von", "la", "da", "dos", "bin", "ibn", "&",
)  # fmt: skip
"""Small words inside a name, the longer first."""

SURNAMES_FROM = frozenset({"von", "van", "bin", "ibn"})
"""Those that begin a surname, which is as often written without them."""

COMPOUNDS = ("based", "born", "led", "backed", "owned", "run", "area", "bound")
"""What a hyphen joins to the name of a place or body, which is named all the same: "the Lund-based firm"."""

ACRONYMS = frozenset({"US", "UN", "EU", "WHO"})
"""Names that are small words of one of our languages but for their capitals."""

NO_SURNAMES = listed("""
        committee company co corp inc ltd llc party department agency association university college school hospital
        court street avenue road park river island islands bank group union council commission institute office service
        county city state times news house center centre museum church bridge airport station festival awards league cup
        bowl
        """)
"""Last words that cannot stand for a name: a "Bank" alone is any bank."""

NO_FIRST_NAMES = listed("""
        new north south east west northern southern eastern western central middle great greater saint st san santa los
        las upper lower united royal national international white black red green blue old big little super air supreme
        high world grand first second former state city county university american british european federal general fort
        mount lake port cape
        """)
"""First words that cannot be left out of a name: "Virginia" is not "West Virginia", "House" not the "White House"."""

ARTICLES = frozenset({"The", "A", "An"})
FOREIGN_ARTICLES = frozenset({"Los", "Las", "La", "El", "Le", "Les", "De", "Des", "Du", "Don"})
"""At the start of a sentence the former are never part of a name, the latter may be: "Los Angeles", "El País"."""

IN_TITLES = listed("a an the of at in on and for to with from by or de la el les des du und der die das")
"""The words that stay small in the title of a work."""
