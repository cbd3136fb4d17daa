"""The words that names are made of, as data; titles and offices beside them are in :mod:`~compare.analysis.people`."""

from __future__ import annotations

from compare.model.words import listed

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

NO_NAMES = listed(
    "Dad Daddy Grade Mom Mum Mummy Year",
    "AI AIDS AIs ATM ATMs CCTV CEO CEOs CFO COO COVID COVID-19 CV DIY DNA DVD DVDs FAQ FAQs GDP GPS HD HIV HR ID IDs",
    "IPO IQ IT LED LGBT LGBTQ LNG MP MPs MRI NGO NGOs OK PC PCs PDF PhD PIN PR RNA SMS SOS SUV SUVs TV TVs UFO UFOs",
    "USB VAT VIP VIPs VR WC",
    "Ala Ariz Calif Colo Conn Fla Mich Minn Neb Nev Okla Tenn Tex Wis Ave Blvd Hwy Inc Ltd Corp Jr Sr",
) | {"New Year", "Happy New Year", "New Years"}
"""What has a capital and names nobody and no place: "a TV crew" names no TV, "in Year 10" no year, and "Calif." only
says where a town is that is named."""

BESIDE_MONTHS = frozenset({"last", "next", "this", "early", "mid", "late", "since", "every"})
"""Before a month these say when, and make no name of it: "Last April"."""

KINDS = listed(
    "ag airlines airways bank breweries brewery capital co company corp corporation cruises electronics ferries",
    "foods group holdings holidays hotels inc industries insurance laboratories llc logistics ltd motors partners",
    "pharma pharmaceuticals plc properties resorts sa shipping steel supermarkets systems technologies telecom",
)
"""Last words of the names of firms, without which these are as well known."""

WELL_KNOWN_WITHOUT = listed(
    "advisers advisors archipelago asset associates athletic automotive aviation books brewing communications",
    "construction consulting contractors democrat democrats energy engineering entertainment fc games interactive",
    "international island islands isles management media minerals mining mutual networks oil partners peninsula",
    "petroleum pictures prefecture prize publishing records republican republicans resources rovers services",
    "software solutions studios wanderers",
)
"""Other last words of names without which bodies and places are as well known: "Orkney Islands"."""

DEMONYMS = ("n", "ns", "an", "ans", "ian", "ians", "ese", "i", "is")
"""What makes of a country its people and what is theirs: "Australians", "Iraqi"."""

CALLED = (
    ("United States", "U.S.", "US", "USA", "America", "American", "Americans"),
    ("United Kingdom", "U.K.", "UK", "Britain", "British", "Britons"),
    ("United Nations", "U.N.", "UN"),
    ("European Union", "E.U.", "EU"),
    ("United Arab Emirates", "U.A.E.", "UAE", "Emirates", "Emirati"),
    ("Netherlands", "Holland", "Dutch"),
    ("Spain", "Spanish", "Spaniard", "Spaniards"),
    ("France", "French"),
    ("Germany", "German", "Germans"),
    ("Denmark", "Danish", "Dane", "Danes"),
    ("Sweden", "Swedish", "Swede", "Swedes"),
    ("Finland", "Finnish", "Finn", "Finns"),
    ("Norway", "Norwegian", "Norwegians"),
    ("Poland", "Polish", "Pole", "Poles"),
    ("Portugal", "Portuguese"),
    ("Switzerland", "Swiss"),
    ("Belgium", "Belgian", "Belgians"),
    ("Greece", "Greek", "Greeks"),
    ("Turkey", "Türkiye", "Turkish", "Turk", "Turks"),
    ("Ukraine", "Ukrainian", "Ukrainians"),
    ("Ireland", "Irish"),
    ("England", "English"),
    ("Scotland", "Scottish", "Scots"),
    ("Wales", "Welsh"),
    ("China", "Chinese"),
    ("Philippines", "Filipino", "Filipinos"),
    ("Thailand", "Thai"),
    ("Los Angeles", "L.A.", "LA"),
    ("New York City", "N.Y.C.", "NYC"),
    ("Liberal Democrats", "Liberal Democrat", "Lib Dems", "Lib Dem"),
    ("Academy Awards", "Academy Award", "Oscars", "Oscar"),
)
"""What is called by its initials, by its people, or by a short name, as often as in full."""

NO_FIRST_NAMES = listed(
    "new north south east west northern southern eastern western central middle great greater saint st san santa los",
    "las upper lower united royal national international white black red green blue old big little super air supreme",
    "high world grand first second former state city county university american british european federal general fort",
    "mount lake port cape gulf",
)
"""First words that cannot be left out of a name: "Virginia" is not "West Virginia", "House" not the "White House"."""

ARTICLES = frozenset({"The", "A", "An"})
"""What opens a run of capitals and is never part of a name."""

OPENERS = listed(
    "under since despite among like unlike within without across against behind beyond around above below near inside",
    "outside until throughout amid per via toward towards besides along following according nor neither either once",
    "twice now yet still even perhaps maybe much many several every another however although though while meanwhile",
    "whereas unless because whether none hey ask call click consider contact email enter follow imagine join let",
    "meet remember see share take visit watch adds allows brings builds creates enables expands gets gives helps",
    "includes keeps lets makes means needs offers protects provides puts requires sees sets shows supports takes",
    "uses wants expect members rival brokerage brewer carrier insurer lender operator retailer",
)
"""Small words that carry some meaning and yet open a sentence more often than a name: "Under European law"; where no
name within a sentence has them."""

FOREIGN_ARTICLES = frozenset({"Los", "Las", "La", "El", "Le", "Les", "De", "Des", "Du"})
"""Those of other languages, which may be part of one where they open a sentence as well: "Los Angeles", "El País"."""

IN_TITLES = listed("a an the of at in on and for to with from by or de la el les des du und der die das")
"""The words that stay small in the title of a work."""

SMALL_WITHIN = listed("of the de del la las los da dos van von der den bin ibn al el and & for") | {
    "of the", "de la", "de los", "de las", "von der", "van der", "van den", "van de", "and the", "for the",
}  # fmt: skip
"""Small words that stand between the words of a name, or between two names."""

PLACED_BY = frozenset({"in", "near", "across", "outside", "inside", "throughout"})
"""Before the name of a place, and not before a person's."""

WRITTEN_SHORT = {
    "mt": "mount", "ft": "fort", "saint": "st", "street": "st", "dept": "department", "univ": "university",
    "govt": "government", "intl": "international", "assn": "association", "assoc": "association", "natl": "national",
    "ave": "avenue", "rd": "road", "hwy": "highway", "inst": "institute", "ctr": "center", "bros": "brother",
    "corporation": "corp", "company": "co", "limited": "ltd",
    "ala": "alabama", "ariz": "arizona", "calif": "california", "colo": "colorado", "conn": "connecticut",
    "fla": "florida", "kan": "kansa", "mich": "michigan", "minn": "minnesota", "neb": "nebraska", "nev": "nevada",
    "okla": "oklahoma", "tenn": "tennessee", "tex": "texa", "wis": "wisconsin",
}  # fmt: skip
"""What words of names are written for short, as they are compared; of both forms it does not matter which is first."""

_NICKNAMES = (
    "abigail abby", "albert al bert", "alexander alexandra alex sandy sasha", "andrew andy drew", "anthony tony",
    "barbara barb", "benjamin ben benny", "catherine katherine kathryn kate kathy cathy katy", "charles charly chuck",
    "christopher chris kit", "christine christina chris tina", "daniel dan danny", "david dave davy",
    "deborah deb debby", "donald don donny", "dorothy dot", "edward ed eddy ted teddy ned",
    "elizabeth liz lizzy beth betty eliza libby", "eugene gene", "francis frank", "frederick fred freddy",
    "gerald gerry jerry", "gregory greg", "henry harry hank", "james jim jimmy jamy", "jennifer jen jenny",
    "john johnny jack jon", "jonathan jon", "joseph joe joey", "kenneth ken kenny", "lawrence larry laurence",
    "leonard len lenny leo", "margaret maggy meg peggy", "matthew matt matty", "michael mike mick mickey",
    "nicholas nick nicky", "patricia pat patty trish", "patrick pat paddy", "peter pete", "philip phil phillip",
    "raymond ray", "rebecca becky", "richard rick dick ricky rich", "robert bob bobby rob robby bert",
    "ronald ron ronny", "samuel samantha sam sammy", "stephen steven steve", "susan sue susy suzanne",
    "terence terry", "theodore ted theo", "theresa terry tess", "thomas tom tommy", "timothy tim", "victoria vicky",
    "vincent vince", "walter walt", "william bill billy will willy liam",
)  # fmt: skip

NICKNAMES = {
    name: frozenset(n for n, row in enumerate(_NICKNAMES) if name in row.split()) for name in listed(*_NICKNAMES)
}
"""By a first name as it is compared the numbers of the rows that it stands in: two names of one row may be one."""
