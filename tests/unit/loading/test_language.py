"""Which language an article is in, and what is said where that is not plain."""

from __future__ import annotations

import pytest

from articles import article
from compare.loading import gather
from compare.loading.language import Detected, detect, language_of
from compare.model import Article, share_words

EN = "The ferry left the harbour at noon and nobody on board was hurt, but the captain said that he had seen smoke."
DE = "Die Fähre verließ den Hafen am Mittag, und niemand an Bord wurde verletzt, doch der Kapitän hatte Rauch gesehen."
ES = "El barco salió del puerto al mediodía y nadie a bordo resultó herido, pero el capitán dijo que había visto humo."
PT = "O barco saiu do porto ao meio-dia e ninguém a bordo ficou ferido, mas o capitão disse que tinha visto fumo."


def opened(*lines: str, language: str | None = None) -> Article:
    return article("\n\n".join(lines), "ferry.txt", language=language)


def said(*lines: str, language: str | None = None) -> tuple[str, ...]:
    return gather([opened(*lines, language=language)]).warnings


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The ferry left the harbour at noon with forty passengers on board, and it has not come back."),
        ("es", "El barco salió del puerto con cuarenta pasajeros a bordo y no volvió, según la policía."),
        ("fr", "Le ferry a quitté le port avec quarante passagers à bord et n'est pas revenu dans la nuit."),
        ("de", "Die Fähre verließ den Hafen mit vierzig Menschen an Bord und ist nicht wieder zurückgekommen."),
        ("it", "Il traghetto ha lasciato il porto con quaranta passeggeri a bordo e non è più tornato nella notte."),
        ("pt", "O barco saiu do porto com quarenta passageiros a bordo e não voltou mais, disse uma das famílias."),
        ("nl", "De veerboot verliet de haven met veertig mensen aan boord en is niet meer terug in het dorp."),
        ("en", "Port Selwick 346 350 412"),
        ("en", ""),
        ("zh", "渡船在海峡沉没"),
        ("ja", "フェリーが海峡で沈没した"),
        ("ru", "Паром затонул в проливе, погибли девять человек."),
        ("he", "המעבורת טבעה במצר"),
        ("ar", "غرقت العبارة في المضيق"),
    ],
)
def test_the_language_of_a_text(language: str, text: str) -> None:
    assert language_of(text) == language


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fi", "Lautta lähti satamasta keskipäivällä, eikä kukaan loukkaantunut palossa."),
        ("sv", "Färjan lämnade hamnen vid middagstid och ingen skadades i branden ombord."),
        ("da", "Færgen forlod havnen ved middagstid, og ingen kom noget til under branden om bord."),
        ("pl", "Prom wypłynął z portu w południe i nikt nie został ranny w pożarze na pokładzie."),
        ("ca", "El vaixell va sortir del port al migdia i ningú no va resultar ferit en l'incendi."),
        ("ro", "Feribotul a părăsit portul la prânz și nimeni nu a fost rănit în incendiul de la bord."),
        ("tr", "Feribot öğle saatlerinde limandan ayrıldı ve yangında kimse yaralanmadı."),
        ("uk", "Пором вийшов з порту опівдні, і під час пожежі на борту ніхто не постраждав."),
        ("fa", "کشتی ظهر با چهل مسافر بندر را ترک کرد و کسی آسیب ندید."),
        ("ko", "여객선은 정오에 승객 마흔 명을 태우고 항구를 떠났다."),
        ("en", EN.upper()),
    ],
)
def test_languages_beside_the_seven_are_told_apart(language: str, text: str) -> None:
    assert detect(text) == Detected(language, True)


@pytest.mark.parametrize("text", ["", "Port Selwick 346 350 412", "OK", "Ada Moss, Lena Brandt, Jon Pell, Ida Kranz"])
def test_names_and_numbers_are_in_no_language(text: str) -> None:
    assert detect(text) == Detected("en", False)


def test_too_little_text_is_said() -> None:
    assert said("Ada Moss 346") == ("ferry?: too little text to tell its language: taken for English",)
    assert said(EN) == ()


@pytest.mark.parametrize(("tag", "language"), [("pt-BR", "pt"), ("DE_at", "de"), ("und", "en"), ("English!", "en")])
def test_what_the_source_says_wins_where_it_names_a_language(tag: str, language: str) -> None:
    assert opened(EN, language=tag).language == language


def test_a_source_that_calls_a_text_by_another_language_is_believed_and_said() -> None:
    assert opened(DE, DE, language="en").language == "en"
    assert said(DE, DE, language="en") == (
        "ferry?: read as English, as its source says, though its text seems to be German",
    )


def test_a_code_of_three_letters_is_that_of_the_same_language() -> None:
    assert opened(EN, EN, language="eng").language == "en"
    assert said(EN, EN, language="eng") == ()


def test_a_mixed_text_is_in_the_language_of_most_and_that_is_said() -> None:
    assert opened(EN, EN, ES).language == "en"
    assert said(EN, EN, ES) == ("ferry?: mixed languages: read as English, though 32% of its words are in Spanish",)
    assert said(DE, DE, DE, EN) == ("ferry?: mixed languages: read as German, though 28% of its words are in English",)


def test_a_foreign_sentence_or_a_neighbouring_language_is_no_mix() -> None:
    assert said(EN, EN, EN, EN, EN, f"“{ES}”") == ()
    assert (
        said(PT, "O barco saíu do porto ao mediodía e ninguén a bordo resultou ferido, dixo o capitán do barco.") == ()
    )


def test_only_known_languages_share_words() -> None:
    assert share_words("nl", "nl")
    assert not share_words("nl", "de")
    assert not share_words("sv", "sv")
