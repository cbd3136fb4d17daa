"""Furniture: every rule finds what it is for, and none takes reporting that begins in the same way."""

from __future__ import annotations

import pytest

from articles import plain
from compare.loading import abroad
from compare.loading.rules import RULES, SECTION
from compare.model import Article, ParagraphKind

FURNITURE = {
    "link back": ["← Back to the front page", "< Home", "Back to top", "« Volver a portada"],
    "link": [
        "Read more",
        "Read more: Five years of near misses in the northern straits",
        "Read more: Captain ‘was told of fog twice’, inquiry hears",
        "Read more Corvane and Maplewick Extend Their Alliance →",
        "Read more Corvane and Maplewick Extend Their Alliance",
        "Read more about: Harbours, Ferries",
        "Read more on our harbour page",
        "More ferry news »",
        "Read or Share this story: https://ledger.example/x",
        "Read the full story here.",
        "Read the full report: Harbour Safety 2025",
        "WATCH: Harbour cameras show the ship turning",
        "PHOTOS: Ships That Ran Aground",
        "Related: Why the crossing has no relief ship",
        "See also",
        "Related stories",
        "Leer más: Los estrechos más peligrosos",
        "Lire aussi : Le ferry",
        "Click here for the timetable",
        "To see the timetable, click here",
    ],
    "link to the rest": [
        "Continue reading at Quayside Markets.",
        "Continue reading",
        "Keep reading with a free account",
        "Story continues below",
    ],
    "paywall notice": [
        "Subscribe from €1.50 a week to continue reading.",
        "To continue reading, subscribe or log in.",
        "This article is exclusively for subscribers.",
        "This is a subscriber-only story",
        "Unlock this article",
        "You’ve reached your limit of free articles.",
        "Create a free account to read this story",
    ],
    "navigation": [
        "View this email in your browser",
        "View in browser",
        "LIVE",
        "Live updates",
        "Show key events only",
        "Load 3 more updates",
        "Listen to this article (5 min)",
        "Gift this article",
        "112",
        "1 of 4",
        "Listen to this article · 6:12 min Learn more",
        "Report an error",
        "Home | News | Sport | Harbour",
        "Skip to main content",
        "Page 1 of 3",
        "Scroll down for video",
        "Share Tweet Email Print",
        "Home Business Markets Sport Podcasts",
    ],
    "tags": ["Tags: ferry, strait, fog", "Filed under: Harbour"],
    "address": ["https://ledger.example/harbour?x=1", "desk@ledger.example"],
    "advertisement": ["Advertisement", "ADVERTISEMENT - SCROLL TO CONTINUE", "Sponsored content", "Anzeige"],
    "mailing list": [
        "You are receiving this email because you signed up at ledger.example.",
        "This newsletter was sent to desk@ledger.example",
        "Manage your email preferences",
        "Enter your email address",
        "By signing up you agree to our terms.",
        "Get our morning briefing",
        "Sign up for our newsletter and get the harbour news every morning.",
        "Subscribe now",
        "Subscribe to the Ledger",
        "Get our best stories in your inbox.",
        "Suscríbete a nuestro boletín y recibe cada mañana las noticias.",
    ],
    "call to follow": ["Follow us on Facebook", "Follow Nora Whitlock on Twitter: @nwhitlock"],
    "call to subscribe": [
        "Subscribers only",
        "You have 2 free articles left this month.",
        "Start your free trial",
        "Only €1 for the first month, cancel any time.",
        "€1 a week for the first year",
        "Get unlimited digital access",
        "Already have an account? Sign in",
        "Join from £3 a month",
        "See subscription options",
        "Try the Ledger for only €3 a week",
        "Support our reporting: become a member",
        "Already a subscriber? Sign in",
        "Donate now to support our work. Sign up for our weekly letter.",
        "To unsubscribe click here.",
    ],
    "call to share": [
        "Share this article",
        "Share on Facebook",
        "Forward this email to a friend",
        "412 shares",
        "Share full article",
    ],
    "call to download": ["Download our app for alerts"],
    "comments": ["Leave a comment", "12 comments", "Comments are closed."],
    "byline": [
        "By Nora Whitlock",
        "By Julian Ashdown, Transport Correspondent",
        "BY SAMIRA ODUYA AND PIET VANCE",
        "By Samira Oduya and Piet Vance",
        "By Samira Oduya in Port Selwick and agencies",
        "Exclusive by Piet Vance",
        "Published on 15 October 2025 by Nora Whitlock | 3 comments",
        "Production: Ada Pell",
        "Por Lucía Arrando",
        "/ Updated By Nora Whitlock",
        "Original reporting by Google DeepMind",
        "Reporting by Nora Whitlock; editing by Piet Vance",
        "(Reporting by Nora Whitlock in Port Selwick; Editing by Piet Vance)",
        "Additional reporting by the Harbour Reporting Service.",
        "Ada Pell contributed to this report.",
        "Ada Pell, Harbour correspondent",
        "Ada Pell reported from Port Selwick, and Piet Vance from Lund.",
        "Ada Pell, Chief Harbour Reporter, in Port Selwick",
        "By our shipping correspondent",
        "*The Ledger | 9 March 2026 | By Ada Pell*",
        "by Ada Pell | June 11, 2026 | 84 comments",
        "**Harbour Letter** - 23 January 2026",
        "*Pier & Quay, 7 October 2026*",
    ],
    "about the author": ["Ada Pell is a senior correspondent covering harbours and ferries."],
    "correction": [
        "Correction: An earlier version of this report named another pier.",
        "Clarification (March 5): The council has not decided yet.",
        "Clarification, 5 March: The council has not decided yet.",
        "Editor’s note: The photo above was taken last year.",
        "This article was amended on Monday to give the right length of the ship.",
        "An earlier version of this story said that the ferry had sunk.",
        "A correction was made on March 5, 2031: The ship is 40 metres long.",
        "When we learn of a mistake, we acknowledge it with a correction.",
        "Rectificatif : le bateau mesure 40 mètres.",
    ],
    "date line": [
        "Wednesday, 15 October 2025",
        "15 de octubre de 2025",
        "Lunedì 3 marzo 2025",
        "Segunda-feira, 3 de novembro de 2025",
        "Maandag 3 maart 2025",
        "Updated 3:09 AM EST Dec 19, 2008",
        "Published 3 Nov 2024, 10:14 GMT",
        "2025-10-15",
        "12 / 16 / 08 1:30 AM",
        "2 hours ago",
        "11.42 GMT",
    ],
    "reading time": ["4 min read", "Reading time: 5 minutes"],
    "picture credit": [
        "Image via Google DeepMind",
        "Image courtesy of Google DeepMind",
        "Photo by Ravindra Solberg on Pixelbank.",
        "Photo: Peder Lund/Reuters",
        "(AP Photo/Peder Lund)",
        "Peder Lund/Getty Images",
        "Getty Images",
        "Image source, Getty Images",
        "(Peder Lund/Selwick Courier)",
        "Credit: M. Hallam",
    ],
    "copyright": ["© 2024 The Northern Ledger", "Copyright 2024 The Ledger", "The Ledger. All rights reserved."],
    "cookie notice": ["We use cookies to make this site work.", "Accept all cookies"],
    "disclaimer": [
        "Opening and closing sections written by Ink Roller AI from the article named above. Please check.",
        "This article was written with the help of AI.",
        "This summary was automatically generated by a machine.",
        "Disclosure: The writer owns shares in Ardane Line.",
        "*The author holds no position in any company named here.*",
        "This is not medical advice.",
        "*This letter does not constitute investment advice. To unsubscribe click here.*",
        "Cautionary note on forward-looking statements: Actual results may differ from what is expected.",
        "Please turn to the original reporting for primary sources and exact quotations.",
    ],
    "origin": [
        "A version of this article appears in print on March 5, 2031, Section A, Page 1 of the northern edition.",
        "This article originally appeared on Quayside Markets.",
    ],
    "contact": [
        "Press contact: Ada Pell, +44 20 555 0199",
        "Were you on board? Email desk@ledger.example",
        "SEEN SOMETHING? Ring the Ledger on 0800 555 0199",
        "Text 51551 or write to us",
        "What would you do with the ship? Write to us at the usual address.",
        "How to contact us",
        "If you are reading this page and can't see the form you will need to visit the mobile version of the website.",
        "If you are happy to speak to a reporter, please include a contact number.",
        "Are you in the area? Get in touch",
    ],
    "note to the reader": [
        "This is a developing story. Check back for updates.",
        "The story is still developing.",
        "21:30 That’s it for tonight. Sleep well.",
        "Good evening and welcome to the Ledger’s live page.",
        "That is the end of our live coverage. Thank you for joining us.",
        "Thanks for reading.",
        "This live blog is now closed.",
        "18:05 We’re closing this page now. Here is where things stand.",
        "We are closing this live blog now. Here is what happened today:",
    ],
}

REPORTING = [
    "That’s all from the harbour that is left, the mayor said after the storm.",
    "“That’s all for now,” the mayor said, and left the hall.",
    "Subscribe to a faith and you are told what to read, the priest wrote.",
    "Register to vote by Monday, the council urges.",
    "Join the march to the harbour, the union asked its members.",
    "This article is for sale, the dealer says.",
    "Unlock the gates, the mayor ordered the guards.",
    "You have two articles of the treaty that nobody has signed, the judge said.",
    "You have reached the limit of what the harbour can bear, the mayor told the line.",
    "Cancel any flight that leaves at night, the court ordered.",
    "Get full control of the ship, the captain told the crew.",
    "Sign up for an account with the line for €12 a month",
    "€1 a week is what the islanders pay.",
    "Live animals are kept in the hold.",
    "The live coverage will cost the station four million.",
    "You received this letter by mistake, the council wrote.",
    "Forward planning kept the harbour open.",
    "Listen to the sailors, the union asked.",
    "412 shares of the line changed hands.",
    "Read more than once, the letter still makes little sense to the crew.",
    "Read more books, the minister told the children of Morrow.",
    "Reading the full report took the committee three weeks, its chairman said.",
    "Subscribe to the view of the union and the ferry was doomed.",
    "Subscribers to the newsletter were told on Monday that it would close.",
    "Sign up rates for the morning newsletter fell by a third last year.",
    "The photo by the coastguard shows the ship on its side.",
    "Photos of the wreck were shown to the jury on Tuesday.",
    "Photos by amateurs were sold to newspapers for large sums.",
    "Video shows the moment the ferry was struck.",
    "Video Shows Moment the Ferry Struck the Freighter",
    "By Monday the ferry had been raised.",
    "By Design, the Ferry Carries No Radio",
    "By law the ship must carry a pilot.",
    "By Monday in Port Selwick and Lund all crossings had stopped.",
    "Support this motion, the mayor told the council.",
    "Published accounts show that the line was sold by Ardane.",
    "Disclosure rules were changed after the sinking.",
    "Contact with the ship was lost at 7 p.m.",
    "The story is developing into a scandal, the minister said.",
    "Von der Leyen Visits Selwick",
    "Write to us at once, the mayor told the line, or the ship goes.",
    "Reporting by the newspaper led to the arrest of two officials.",
    "Reporting by Reuters led to the arrest of two officials.",
    "Related parties hold forty per cent of the company.",
    "Continue reading aloud to children after they can read, teachers say.",
    "Follow the money, the prosecutor said on Thursday.",
    "Share prices of the ferry company fell by a tenth.",
    "Share this burden, the mayor asked the islanders.",
    "Copyright law was changed after the ruling.",
    "The company uses cookies to track passengers, the regulator found.",
    '"We use cookies to track passengers," the company said.',
    "The first novel written by artificial intelligence was published on Friday.",
    "The partners want to make films generated by AI.",
    "This film was written by AI, its director says, and he is proud of it.",
    "March 8 marked a turning point.",
    "4 minutes of silence were kept on the quay.",
    "Two hours ago the search was called off.",
    "Back to school they went on Monday, a week late.",
    "Click here and the ship turns left, the engineer explained.",
    "Download the app and you may be tracked, said the regulator.",
    "Source: Ferry Company Plans to Sell",
    "Comments by the minister caused a stir.",
    "The museum, the town and the line contributed to this exhibition.",
    "Topics of the talks were fishing and fuel.",
    "Team | 3 | 2",
    "Advertisements for the crossing were taken down.",
    "Ad spending fell.",
    "A correction was what the market needed, analysts wrote.",
    "Ada Pell reported from Lund for the Ledger until her death.",
    "If you are happy to speak to a stranger, the town is for you, its mayor said.",
    "Corrections officers found the ring in a cell on Monday.",
    "The article was corrected by the newspaper a day later.",
    "Correction of the compass took the crew an hour.",
    "Please check the original of the painting, the expert wrote.",
    "Ada Pell, harbour correspondent of the Ledger, was hurt.",
    "Nora Whitlock, Port Selwick",
    "Ferry 9 March 2026",
    "We are closing this page of our history, the mayor said.",
    "Call it 300 metres of mud.",
    "Text of the treaty runs to 300 pages.",
    "Donate blood, the hospital urged.",
    "Thank you for nothing, the union wrote to the line.",
    "World markets fall",
    "Already a member of the crew, she took the wheel.",
]


def body(line: str) -> Article:
    """An article in which a line stands between paragraphs of reporting."""
    around = "The ferry left the harbour at noon with forty passengers on board."
    return plain(f"Ferry leaves\n\n{around}\n\n{line}\n\n{around} It came back.\n")


@pytest.mark.parametrize(("reason", "line"), [(r, line) for r, lines in FURNITURE.items() for line in lines])
def test_furniture_is_found_with_its_reason(reason: str, line: str) -> None:
    assert next((rule.reason for rule in RULES if rule.holds(line)), None) == reason


@pytest.mark.parametrize("number", range(len(RULES) - len(abroad.RULES)))
def test_every_rule_has_an_example(number: int) -> None:
    rule = RULES[number]
    assert any(rule.holds(line) for line in FURNITURE[rule.reason])


@pytest.mark.parametrize("line", REPORTING)
def test_reporting_is_no_furniture(line: str) -> None:
    assert [rule.reason for rule in RULES if rule.holds(line)] == []
    assert all(p.kind is not ParagraphKind.FURNITURE for p in body(line).paragraphs)


@pytest.mark.parametrize("line", [line for lines in FURNITURE.values() for line in lines])
def test_a_long_paragraph_is_reporting_whatever_it_begins_with(line: str) -> None:
    article = body(f"{line} " + "The ferry turned north and the fog came down on the strait. " * 12)
    assert all(p.kind is not ParagraphKind.FURNITURE for p in article.paragraphs)


def test_a_disclaimer_counts_at_the_edges_alone() -> None:
    line = "This article was written with the help of AI."
    assert ParagraphKind.FURNITURE not in [p.kind for p in body(line).paragraphs]
    last = plain(f"{'The ferry left the harbour at noon with forty on board. ' * 2}\n{line}", "x")
    assert [p.reason for p in last.paragraphs] == [None, "disclaimer"]


def test_a_picture_line_that_tells_what_is_seen_is_a_caption() -> None:
    article = body("Photo: Flowers tied to the railings of the terminal. (Ilse Tarn)")
    assert [p.kind for p in article.paragraphs][2] is ParagraphKind.CAPTION
    assert not any(s.comparable for s in article.sentences if "Flowers" in article.cut(s))


@pytest.mark.parametrize("line", ["VIDEO: Police board the ferry", "Photo: The ferry as it sank in the strait"])
def test_the_first_line_may_be_a_headline_in_any_words(line: str) -> None:
    article = plain(f"{line}\n\nPolice boarded the ferry on Monday after it came in.\n", "x")
    assert article.paragraphs[0].kind is ParagraphKind.TITLE


def test_masthead_and_section() -> None:
    told = "Ferry sinks in the strait\n\nThe ferry sank in the strait on Monday.\n"
    by_link = plain(f"Ink RollerAI\n← Back to the front page\n\n{told}")
    assert by_link.paragraphs[0].reason == "masthead"
    assert by_link.label == "Ink RollerAI?"
    above = plain(f"Quayside Voices\n\n{told}")
    assert above.paragraphs[0].reason == "line above the headline"
    assert above.label == "x?"
    section = plain(f"Opinion\n\n{told}")
    assert section.paragraphs[0].reason == "name of the section"
    assert SECTION("Opinion poll shows lead") is None


def test_a_headline_is_no_masthead() -> None:
    article = plain("Ferry sinks\n\nNine dead in the strait of Ardane\n\nA ferry sank.\n", "x")
    assert article.paragraphs[0].kind is ParagraphKind.TITLE


def test_of_a_doubled_heading_the_later_is_furniture() -> None:
    text = "A ferry sank.\n\nWhy It Matters\n\nPhoto by Peder Lund on Pixelbank.\n\nWhy It Matters\n\nIt was full.\n"
    article = plain(text, "x")
    assert [(p.kind.value, p.reason) for p in article.paragraphs][1:4] == [
        ("heading", None),
        ("furniture", "picture credit"),
        ("furniture", "doubled heading"),
    ]


def test_a_credit_in_brackets_after_reporting_claims_nothing() -> None:
    article = body("The ferry lies on its side in the strait. (Photo: Peder Lund, Selwick Courier)")
    credit = [s for s in article.sentences if "Lund" in article.cut(s)]
    assert [s.comparable for s in credit] == [False]


def test_lines_without_words_are_ornament() -> None:
    assert [p.reason for p in body("* * *").paragraphs][2] == "ornament"


def test_titles_under_a_line_that_announces_links_are_links() -> None:
    told = "The ferry left the harbour at noon with forty passengers on board."
    article = plain(f"Ferry leaves\n\n{told}\n\nMore on this story\n\nWho owns the line?\n\nTen years of fog\n")
    assert [p.reason for p in article.paragraphs][-3:] == ["link", "link", "link"]


def test_names_under_a_line_that_announces_tags_are_tags() -> None:
    told = "The ferry left the harbour at noon with forty passengers on board."
    article = plain(f"Ferry leaves\n\n{told}\n\nArchivado en\n\nHarbours\n\nFerries\n")
    assert [p.reason for p in article.paragraphs][-3:] == ["tags", "tags", "tags"]


def test_what_is_told_below_a_link_is_reporting() -> None:
    told = "The ferry left the harbour at noon with forty passengers on board."
    article = plain(f"Ferry leaves\n\n{told}\n\nRead more\n\nIt sank.\n\nTen years of fog\n")
    assert article.paragraphs[-2].kind is not ParagraphKind.FURNITURE
    assert article.paragraphs[-1].kind is not ParagraphKind.FURNITURE
