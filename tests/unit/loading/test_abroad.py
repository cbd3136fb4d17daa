"""Furniture and cut texts in Spanish, French, German, Italian, Portuguese and Dutch."""

from __future__ import annotations

import re

import pytest

from articles import plain
from compare.loading.abroad import LINES, RULES
from compare.model import ParagraphKind

TOLD = {
    "es": "El barco salió del puerto al mediodía con cuarenta pasajeros a bordo, y nadie resultó herido en el "
    "incendio.",
    "fr": "Le bateau a quitté le port à midi avec quarante passagers à bord, et personne n'a été blessé dans "
    "l'incendie.",
    "de": "Die Fähre verließ den Hafen am Mittag mit vierzig Menschen an Bord, und niemand wurde bei dem Brand "
    "verletzt.",
    "it": "Il traghetto ha lasciato il porto a mezzogiorno con quaranta persone a bordo, e nessuno è rimasto ferito.",
    "pt": "O barco saiu do porto ao meio-dia com quarenta passageiros a bordo, e ninguém ficou ferido no incêndio.",
    "nl": "De veerboot verliet om twaalf uur de haven met veertig mensen aan boord, en niemand raakte bij de "
    "brand gewond.",
}

FURNITURE = {
    "link": [
        "Noticias relacionadas", "Lo más leído", "Sur le même sujet", "Les plus lus", "Mehr zum Thema", "Meistgelesen",
        "Articoli correlati", "I più letti", "Notícias relacionadas", "Veja também", "Gerelateerde artikelen",
        "Meest gelezen", "Leer más", "Lire aussi : le port fermé", "Lesen Sie auch: Der Hafen ist zu", "Leggi anche",
        "Leia também", "Lees ook: de haven is dicht",
    ],
    "link to the rest": [
        "Sigue leyendo", "Lire la suite", "Jetzt weiterlesen", "Continua a leggere su Il Faro", "Continue a ler",
        "Lees verder", "Leggi l'articolo completo", "Leia a matéria completa", "Lees het hele artikel",
        "Poursuivre la lecture", "Leggi tutto", "Lesen Sie den ganzen Artikel",
    ],
    "paywall notice": [
        "Suscríbete para seguir leyendo", "Il vous reste 8 % de cet article à lire. La suite est réservée aux abonnés.",
        "Dieser Artikel ist nur für Abonnenten.", "Articolo riservato agli abbonati", "Assine para continuar lendo",
        "Dit artikel is alleen voor abonnees.",
    ],
    "call to subscribe": [
        "¿Ya eres suscriptor? Inicia sesión", "Déjà abonné ? Connectez-vous", "Bereits Abonnent? Hier anmelden",
        "Jetzt 4 Wochen für 1 € testen", "Sie haben bereits ein Digital-Abonnement? Hier anmelden",
        "nur € 21,99 pro Monat", "Tu suscripción se está usando en otro dispositivo",
        "Già abbonato? Accedi", "Já é assinante? Entre", "Al abonnee? Log in",
    ],
    "advertisement": ["Publicidad", "Anzeige", "Publicité :"],
    "navigation": ["Artikel zum Hören • 4 Min"],
    "tags": ["Archivado en", "Etiquetas: puerto, barco", "Schlagwörter: Hafen, Boot"],
    "correction": ["Korrektur: Der Steg ist 40 Meter lang.", "Fe de erratas (5 de marzo): el muelle es otro."],
    "comments": [
        "12 comentarios", "Deja un comentario", "Commentaires (3)", "Kommentar schreiben", "Lascia un commento",
        "Deixe um comentário", "3 reacties", "Plaats een reactie",
    ],
    "call to share": [
        "Compartir", "Compartir en Facebook", "Compartir en Whatsapp Compartir en Facebook Copiar enlace",
        "Partager cet article", "Artikel teilen", "Condividi", "Compartilhar",
        "Deel dit artikel",
    ],
    "mailing list": [
        "Suscríbete", "Abonnez-vous !", "Jetzt abonnieren", "Newsletter bestellen", "Abbonati ora", "Assine já",
        "Neem een abonnement", "Apúntate al boletín del puerto", "Schrijf je in voor onze nieuwsbrief",
    ],
    "reading time": [
        "Tiempo de lectura: 3 minutos", "Temps de lecture : 3 min", "Lesezeit: 3 Min.", "Tempo di lettura: 3 minuti",
        "Tempo de leitura 3 minutos", "Leestijd: 3 minuten",
    ],
    "copyright": [
        "El Faro. Todos los derechos reservados.", "Tous droits réservés", "Alle Rechte vorbehalten.",
        "Tutti i diritti riservati", "Todos os direitos reservados", "Alle rechten voorbehouden",
    ],
    "cookie notice": [
        "Utilizamos cookies propias y de terceros para mejorar la página.", "Nous utilisons des cookies pour vous.",
        "Wir verwenden Cookies, um Inhalte anzuzeigen.", "Questo sito utilizza cookie tecnici.",
        "Este site usa cookies para funcionar.", "Aceptar todas las cookies",
        "Wij gebruiken cookies om de site te verbeteren.",
    ],
    "byline": ["Von Ida Kranz und Jon Pell", "Von Ida Kranz, Selwick",
        "Di Ada Moss", "Door Jan van der Berg", "Par Łucja Żak et Éva de la Rue"],
}  # fmt: skip

CUT = {
    "es": ["Sigue leyendo", "Suscríbete para seguir leyendo", "Contenido exclusivo para suscriptores"],
    "fr": ["Lire la suite", "Il vous reste 72.5 % de cet article à lire.", "Cet article est réservé aux abonnés"],
    "de": ["Weiterlesen bei der Rundschau", "Jetzt weiterlesen", "Dieser Artikel ist nur für Abonnenten lesbar."],
    "it": ["Continua a leggere", "Articolo riservato agli abbonati", "Abbonati per continuare la lettura"],
    "pt": ["Continue a ler", "Conteúdo exclusivo para assinantes", "Assine para ler a notícia"],
    "nl": ["Lees verder op de site", "Dit artikel is alleen voor abonnees", "Word abonnee om verder te lezen"],
}

REPORTING = {
    "es": ["Compartir piso cuesta en la capital más que nunca.", "Suscríbete, decía el cartel que ardió en la plaza."],
    "fr": [
        "Partager un logement coûte plus cher que jamais.",
        "Lire la suite de Fibonacci est un jeu, dit-elle en riant.",
    ],
    "de": [
        "In 3 Wochen will die Reederei das Boot testen.",
        "Teilen wollte der Verein die Halle nicht.",
        "Von Menschen und Booten blieb nichts übrig.",
    ],
    "it": ["Condividi la casa, diceva il cartello bruciato.", "Di Moorhagen restano poche case."],
    "pt": ["Compartilhar a casa custa mais do que nunca.", "Assine o papel, disse o guarda ao pescador."],
    "nl": ["Delen van de brug vielen in het water.", "Door Moorhagen reed geen trein meer."],
}


@pytest.mark.parametrize("reason", FURNITURE)
def test_lines_that_are_no_reporting(reason: str) -> None:
    for line in FURNITURE[reason]:
        article = plain(f"{TOLD['es']}\n\n{line}\n\n{TOLD['es']}")
        assert [p.reason for p in article.paragraphs if article.cut(p) == line] == [reason], line


@pytest.mark.parametrize("number", range(len(RULES)))
def test_every_rule_has_an_example(number: int) -> None:
    assert any(RULES[number].holds(line) for line in FURNITURE[RULES[number].reason])


@pytest.mark.parametrize(("reason", "pattern"), [(r, pattern) for r, lines in LINES.items() for pattern in lines])
def test_every_line_has_an_example(reason: str, pattern: str) -> None:
    whole = re.compile(rf"(?:{pattern})\W*", re.IGNORECASE)
    assert any(whole.fullmatch(line) for line in FURNITURE[reason])


@pytest.mark.parametrize("language", CUT)
def test_lines_that_say_that_a_report_goes_on_elsewhere(language: str) -> None:
    told = TOLD[language]
    assert plain(f"{told}\n\n{told}").complete
    for line in CUT[language]:
        article = plain(f"{told}\n\n{told}\n\n{line}")
        assert article.language == language
        assert not article.complete, line


@pytest.mark.parametrize("language", REPORTING)
def test_what_begins_like_furniture_and_reports(language: str) -> None:
    for line in REPORTING[language]:
        article = plain(f"{TOLD[language]}\n\n{line}\n\n{TOLD[language]}")
        assert article.complete
        assert ParagraphKind.FURNITURE not in {p.kind for p in article.paragraphs}, line


@pytest.mark.parametrize("line", ["Von Miller Signs", "Di Marco Leaves Selwick", "Door Opens Again"])
def test_an_english_headline_is_no_byline_of_another_language(line: str) -> None:
    told = "The ferry left the harbour at noon with forty passengers on board, and nobody was hurt."
    article = plain(f"{line}\n\n{told}\n")
    assert ParagraphKind.FURNITURE not in {p.kind for p in article.paragraphs}
    article = plain(f"{told}\n\nDoor Opens For New Talks\n\n{told} So be it.\n")
    assert ParagraphKind.FURNITURE not in {p.kind for p in article.paragraphs}
