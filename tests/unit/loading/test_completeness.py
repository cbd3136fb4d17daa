"""Is the article whole?"""

from __future__ import annotations

import pytest

from articles import plain
from compare.loading.blocks import Block
from compare.loading.completeness import why_cut
from compare.model import ParagraphKind

TOLD = (
    "The ferry left the harbour at noon with forty passengers on board, and came to rest on a sandbank near the port."
)


@pytest.mark.parametrize(
    ("end", "reason"),
    [
        ("\nContinue reading at Quayside Markets.", "Continue reading at Quayside Markets."),
        ("\nContinue reading\n\nAdvertisement", "Continue reading"),
        ("\nRead the full story at the Ledger", "Read the full story at the Ledger"),
        ("\nSubscribe to continue reading this article.", "Subscribe to continue reading this article."),
        ("\nSubscribe from €1.50 a week to keep reading.", "Subscribe from €1.50 a week to keep reading."),
        ("\nYou’ve reached your limit of free articles.", "You’ve reached your limit of free articles."),
        ("\nThis article is for subscribers only.", "This article is for subscribers only."),
        ("\nSigue leyendo en Diario de Poniente", "Sigue leyendo en Diario de Poniente"),
        (" The mayor of the island opened a school for…", "… the port. The mayor of the island opened a school for…"),
        (" The mayor opened ...", "… to rest on a sandbank near the port. The mayor opened ..."),
        (" The mayor opened a school [+1234 chars]", "… near the port. The mayor opened a school [+1234 chars]"),
        (" The mayor opened a school for the", "… sandbank near the port. The mayor opened a school for the"),
        ("\nIt is as he or she is in on it or up to it all of", "It is as he or she is in on it or up to it all of"),
        (" The mayor opened a school,", "… on a sandbank near the port. The mayor opened a school,"),
    ],
)
def test_cut(end: str, reason: str) -> None:
    article = plain(f"{TOLD}\n{TOLD}{end}\n")
    assert not article.complete
    assert why_cut(article.text, article.paragraphs, article.language) == reason


def test_what_stands_below_the_link_to_the_rest_does_not_hide_it() -> None:
    ends = "Continue reading this article with a subscription\nAlready a subscriber? Sign in"
    assert not plain(f"{TOLD}\n{TOLD}\n{ends}\n").complete


@pytest.mark.parametrize(
    "text",
    [
        f"{TOLD}\n{TOLD}",
        f"{TOLD}\nContinue reading the main story\n{TOLD}",
        f"{TOLD}\nStory continues below\n{TOLD}",
        f"{TOLD}\n{TOLD}\nYou have 2 free articles left this month.\nSubscribe for €1 a week",
        f"{TOLD}\n“It went on and on ...” she said.",
        f"{TOLD}\nHope springs eternal....",
        f"{TOLD}\n{TOLD.removesuffix('.')}",
        f"{TOLD}\n• a list item that has no full stop at its end and goes on for quite a few words",
        f"{TOLD}\nNora Whitlock, Port Selwick",
        "Continue reading at the Ledger.",
    ],
)
def test_whole(text: str) -> None:
    assert plain(text).complete


def test_a_paragraph_may_be_said_to_end_in_space() -> None:
    space = " " * 80
    text = f"The ferry ran aground.{space}"
    for start in (0, 22):
        assert why_cut(text, [Block(ParagraphKind.BODY, start, len(text), start)], "en") is None
    assert why_cut(f"The ferry …{space}", [Block(ParagraphKind.BODY, 0, 91, 0)], "en") == "The ferry …"
