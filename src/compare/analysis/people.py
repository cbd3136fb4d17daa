"""Who somebody is, as data: titles and offices, nouns for people and bodies, and the words that tell their names apart.

Here belongs what says who or what bears a name, or stands for one. What is part of a name is in
:mod:`~compare.analysis.name_words`, what people do with words in :mod:`~compare.analysis.speech`.
"""

from __future__ import annotations

from compare.model.abbreviations import PLACES, SUFFIXES
from compare.model.abbreviations import TITLES as SHORT_TITLES
from compare.model.words import listed

OFFICES = listed(
    "alderman ambassador assemblyman attorney captain ceo cfo chairman chairwoman chancellor chief coach colonel",
    "commissioner constable congressman congresswoman councilman deputy detective director governor inspector judge",
    "lieutenant mayor minister officer premier president professor representative reverend secretary senator",
    "sergeant sheriff spokesman spokeswoman superintendent",
)
"""What stands before the name of who has an office, or instead of it: "Mayor Moss", "the mayor said"."""

TITLES = OFFICES.union(map(str.lower, SHORT_TITLES)) | listed(
    "miss sir vp vice justice mp mps mep kc qc obe mbe cbe phd",
    "señor señora doctora presidente presidenta ministro ministra alcalde alcaldesa portavoz gobernador gobernadora",
    "senadora",
    "monsieur madame mme mlle président présidente ministre maire procureur procureure préfet préfète",
    "herr frau bundeskanzler bundeskanzlerin kanzler kanzlerin präsident präsidentin ministerpräsident",
    "ministerpräsidentin ministerin bürgermeister bürgermeisterin oberbürgermeister oberbürgermeisterin landrat",
    "landrätin sprecher sprecherin staatsanwalt staatsanwältin kommissar kommissarin",
    "signor signora presidente ministra sindaco sindaca dottor dottore dottoressa professore procuratore onorevole",
    "senhor senhora doutor doutora prefeito prefeita governador governadora senador",
    "meneer mevrouw burgemeester woordvoerder",
)
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

SHORTENED = (*SHORT_TITLES, *PLACES, *SUFFIXES)
"""What stands in a name with a full stop."""

GENERATIONS = frozenset({*map(str.lower, SUFFIXES), "ii", "iii", "iv"})
"""Behind a name these tell a son from his father, and most texts leave them out."""

PERSONS = OFFICES | listed(
    "activist activists actor actress adviser advisers advisor advisors aide aides analyst analysts arborist artist",
    "attorneys author authority authors bishop boss brother campaigners chair chiefs co-founder coaches colleague",
    "colleagues committeeman coordinator coroner counsel critic critics daughter defendant defendants deputies",
    "detectives developer developers diplomat diplomats director-general directors dockers doctor doctors driver",
    "economist economists employee employees engineer engineers executive executives expert experts farmers father",
    "filmmaker filmmakers firefighter firefighters fishermen forecaster forecasters founder founders friend friends",
    "head heads husband insurer insurers investigator investigators investor investors journalist journalists",
    "judges lawmaker lawmakers lawyer lawyers leader leaders locals man manager managers marshal men meteorologist",
    "meteorologists ministers mother neighbor neighbors neighbour neighbours nurse nurses officers official",
    "officials operator organisers organizers owner owners paramedic paramedics parents partner partners passenger",
    "passengers people person pilot player players pope priest principal producer producers professors prosecutor",
    "prosecutors",
    "regulator regulators reporter reporters representatives rescuer rescuers researcher researchers resident",
    "residents scientist scientists seismologist senators singer sister solicitor son source sources spokesmen",
    "spokespeople spokesperson spokespersons student students supporter supporters survivor survivors teacher",
    "teachers trader traders victim victims wife witness witnesses woman women worker workers",
    "astronomer astronomers biologist biologists businessman businesswoman campaigner chemist chemists climber",
    "climbers columnist commander cyclist cyclists dad defender dietitian ecologist ecologists",
    "epidemiologist epidemiologists fisherman geologist geologists goalkeeper grandfather grandmother headmaster",
    "headmistress headteacher hiker hikers historian historians jockey lecturer lifeguard midfielder midwife mom mum",
    "physicist physicists plumber referee rider riders sailor sailors skipper skippers statistician striker surgeon",
    "surgeons swimmer swimmers tenant tenants tourist tourists vet veterinarian vicar virologist virologists",
    "volunteer volunteers winger",
)
"""Nouns for persons by what they do or are to others, as they stand before a name or instead of one."""

_BODIES_OF_MANY = listed(
    "agency bank church commission committee company council court department group hospital office party school",
    "service station union university",
)
"""Nouns for bodies of which there are so many that none is known by the noun: a "Bank" alone is any bank."""

_PLACES_OF_MANY = listed(
    "airport association avenue awards bowl bridge center centre city co college corp county cup festival house inc",
    "institute island islands league llc ltd museum news park river road state street times",
)
"""The same of places, works and what is no body that speaks."""

BODIES = _BODIES_OF_MANY | listed(
    "administration agencies airline airlines army authorities board both broadcaster bureau carrier channel",
    "charity coastguard companies consulate crew embassy families family firm firms foundation government groups",
    "lab magazine military ministry network newspaper organisation organisations organization organizations outlet",
    "outlets paper parties police side sides studio studios survey team teams unions",
)
"""Nouns for bodies that can speak."""

PEOPLE = PERSONS | BODIES
"""Nouns for those who can speak."""

NO_PERSON = _PLACES_OF_MANY | listed(
    "academy act airways and authority award bay bill club congress corporation courier day east federation force",
    "forces fund gazette hall herald holy institution journal kingdom lake line lines mountain navy north ocean of",
    "parliament plc port post press prize republic sea senate services society south square stadium states strait",
    "the theater theatre tower treaty tribune trust war west world",
)
"""Words in the names of bodies, places and works, not of persons. Those of bodies that can speak are not among them."""

NEVER_NAMED = NO_PERSON | PEOPLE
"""Words that are in no person's name, those of who can speak among them."""

NO_SURNAMES = _BODIES_OF_MANY | _PLACES_OF_MANY
"""Last words that cannot stand for a name, as "the Post" and "Parliament" do for the one that a story tells of."""

WITHOUT_S = ("people", "men", "women", "children", "personas", "personnes", "menschen")
"""Plurals for people that do not end as others of their language do, or stand in each report."""
