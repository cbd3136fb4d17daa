"""What lines of a news page say that are no reporting, in Spanish, French, German, Italian, Portuguese and Dutch: data.

The rules for English, and those that need no words, are in :mod:`~compare.loading.english`;
:mod:`~compare.loading.rules` tells what makes a rule safe. Here each holds for a whole line that is made of nothing but
such words. All languages are tried on every text: an English page may link to a Spanish one. None of these lines means
anything in another language but a byline, which may be an English headline.
"""

from __future__ import annotations

import re

from compare.loading.datelines import is_date_line
from compare.loading.lines import CAPITAL, Rule, Where, exact, persons, reports, whole
from compare.loading.reasons import (
    BYLINE,
    COMMENTS,
    COOKIES,
    COPYRIGHT,
    CORRECTION,
    LINK,
    MAILING,
    NAVIGATION,
    PAYWALL,
    READING_TIME,
    REST,
    SHARING,
    SUBSCRIBING,
    TAGS,
)

_READ_ON = {
    "es": (r"(?:seguir|siga|sigue|continuar|continúa|continúe) leyendo", "en"),
    "fr": ("lire la suite", "(?:sur|dans)"),
    "de": ("(?:jetzt |hier )?weiterlesen", "(?:bei|auf|mit)"),
    "it": ("continua a leggere", "su"),
    "pt": ("continue (?:a ler|lendo)", "(?:em|no|na)"),
    "nl": ("(?:lees verder|verder lezen)", "(?:op|in|bij)"),
}
"""How a reader is told to read on, and what stands before the place to do so."""

_READ_ALL = {
    "de": "lesen sie den (?:ganzen|vollständigen|kompletten) (?:artikel|bericht|text|beitrag)",
    "it": "leggi l['’]articolo completo",
    "pt": "leia (?:a matéria|a notícia|o artigo) complet[ao]",
    "nl": "lees het (?:hele|volledige) artikel",
}
"""The same, of the whole report."""

LINES = {
    REST: (
        *(f"{read_on}(?: {at} .{{1,40}})?" for read_on, at in _READ_ON.values()),
        *_READ_ALL.values(),
        "(?:continuer|poursuivre) (?:la|votre) lecture",
        "leggi tutto",
    ),
    "advertisement": ("publicidad|publicité|anzeige|pubblicità|publicidade|advertentie",),
    LINK: (
        r"(?:noticias|artículos|temas) relacionad[oa]s|más (?:noticias|información)|lo más leído|te puede interesar",
        r"sur le même sujet|articles liés|les plus lus|à lire également",
        r"mehr lesen|verwandte (?:artikel|themen)|meistgelesen|das könnte (?:sie|dich) auch interessieren",
        r"articoli correlati|i più letti|potrebbe interessarti(?: anche)?|ti potrebbe interessare",
        r"(?:notícias|artigos) relacionad[oa]s|(?:as )?mais lidas|veja também",
        r"gerelateerde artikelen|meest gelezen|meer over dit onderwerp",
    ),
    MAILING: (
        r"suscríbete(?: (?:ahora|ya|aquí))?|suscríb(?:ete|ase) a nuestro boletín",
        r"abonnez-vous(?: maintenant)?|inscrivez-vous à notre newsletter",
        r"(?:jetzt )?(?:abonnieren|newsletter (?:abonnieren|bestellen))|abonnieren sie unseren newsletter",
        r"abbonati(?: (?:ora|subito))?|iscriviti alla (?:nostra )?newsletter",
        r"assine(?: (?:já|agora))?|assine (?:a )?nossa newsletter",
        r"(?:neem|word) (?:nu )?(?:een abonnement|abonnee)|abonneer(?: je)?(?: nu)?",
    ),
    SUBSCRIBING: (
        r"¿(?:ya )?(?:eres|es) suscriptora?\?.{0,40}|suscríb(?:ete|ase) (?:por|desde|a partir de) \D{0,15}\d.{0,30}"
        r"|tu suscripción se está usando en otro dispositivo|¿quieres añadir otro usuario a tu suscripción\?"
        r"|si continúas leyendo en este dispositivo.{0,60}",
        r"(?:vous êtes )?déjà abonnée?s? ?\?.{0,40}"
        r"|(?:s['’]abonner|abonnez-vous) (?:à partir de|dès|pour) \D{0,15}\d.{0,30}",
        r"(?:(?:sie )?(?:sind|haben) (?:sie )?)?(?:bereits|schon) (?:ein )?(?:[\w-]+-)?"
        r"(?:abo|abonnement|abonnent(?:in)?|kunde|registriert)\b.{0,3}\?.{0,40}"
        r"|(?:nur |ab )?(?:€ ?\d[\d.,]*|\d[\d.,]* ?€) (?:pro|im|je) (?:woche|monat|jahr)"
        r"|(?:jetzt )?(?:nur )?\d+ (?:wochen|monate?|tage) (?:lang )?(?:für|gratis|kostenlos)\b.{0,20}testen"
        r"|(?:monatlich|jederzeit) kündbar",
        r"(?:sei )?già abbonat[oa] ?\?.{0,40}|abbonati (?:per|a|da) \D{0,15}\d.{0,30}",
        r"já é assinante ?\?.{0,40}|assine (?:por|a partir de) \D{0,15}\d.{0,30}",
        r"(?:ben je )?al (?:een )?abonnee ?\?.{0,40}"
        r"|(?:neem|word) (?:nu )?(?:een abonnement|abonnee) (?:voor|vanaf) \D{0,15}\d.{0,30}",
    ),
    SHARING: (
        r"compart(?:ir|e|a)(?: (?:esta noticia|este artículo|en \w+))?|(?:compartir en \w+ ?)+(?:copiar enlace)?",
        r"partager(?: (?:cet article|l['’]article|sur \w+))?",
        r"(?:artikel |beitrag )?teilen(?: auf \w+)?",
        r"condividi(?: (?:questo articolo|l['’]articolo|su \w+))?",
        r"(?:compartilhar?|compartilhe|partilhar?)(?: (?:esta notícia|este artigo|no \w+))?",
        r"deel dit (?:artikel|bericht)|delen(?: op \w+)?",
    ),
    COMMENTS: (
        r"(?:\d+ )?comentarios(?: \(\d+\))?|deja (?:un|tu) comentario",
        r"(?:\d+ )?commentaires(?: \(\d+\))?|laisser un commentaire",
        r"(?:\d+ )?kommentare(?: \(\d+\))?|kommentar (?:schreiben|verfassen)|(?:alle )?kommentare (?:lesen|anzeigen)",
        r"(?:\d+ )?commenti(?: \(\d+\))?|lascia un commento",
        r"(?:\d+ )?comentários(?: \(\d+\))?|deixe (?:um|o seu) comentário",
        r"(?:\d+ )?reacties(?: \(\d+\))?|(?:plaats|geef) een reactie",
    ),
    NAVIGATION: (r"(?:artikel|beitrag|text) (?:zum hören|anhören|vorlesen).{0,20}",),
    READING_TIME: (
        r"tiempo de lectura ?:? ?\d{1,3} min(?:utos?)?\.?",
        r"temps de lecture ?:? ?\d{1,3} min(?:utes?)?\.?",
        r"lesezeit ?:? ?(?:ca\. )?\d{1,3} min(?:uten?)?\.?",
        r"tempo di lettura ?:? ?\d{1,3} min(?:uti|uto)?\.?",
        r"tempo de leitura ?:? ?\d{1,3} min(?:utos?)?\.?",
        r"leestijd ?:? ?\d{1,3} min(?:uten|uut)?\.?",
    ),
    COPYRIGHT: (
        r".{0,80}\b(?:todos los derechos reservados|tous droits réservés|alle rechte vorbehalten|"
        r"tutti i diritti riservati|todos os direitos reservados|alle rechten voorbehouden)\b.{0,80}",
    ),
    COOKIES: (
        r"(?:utilizamos|usamos|este sitio (?:web )?(?:usa|utiliza)|este site (?:usa|utiliza)) cookies\b.{0,300}",
        r"(?:nous utilisons|ce site utilise) des cookies\b.{0,300}|(?:tout accepter|accepter les cookies)",
        r"(?:wir (?:verwenden|nutzen)|diese (?:web)?seite (?:verwendet|nutzt)|"
        r"diese website verwendet) cookies\b.{0,300}|"
        r"(?:alle )?cookies (?:akzeptieren|ablehnen)",
        r"(?:utilizziamo i?|questo sito (?:usa|utilizza) i?) ?cookie\b.{0,300}|accetta (?:tutti )?i cookie",
        r"aceitar (?:todos os )?cookies|aceptar (?:todas las )?cookies",
        r"(?:wij|we) gebruiken cookies\b.{0,300}|deze (?:web)?site gebruikt cookies\b.{0,300}|cookies accepteren",
    ),
}
"""Whole lines by the reason the reader is shown, in capital or small letters: a line a language in the order of
:data:`_READ_ON`, or all in one."""

WALLS = (
    r"suscr[íi]b(?:ete|ase|irse) para (?:seguir|continuar) leyendo"
    r"|(?:este )?(?:artículo|contenido) (?:es )?(?:exclusivo|solo|sólo) para suscriptores",
    r"il vous reste \d[\d.,]* ?% de cet article à lire"
    r"|(?:la suite de )?(?:cet |l['’])article est réservée? (?:à nos|aux) abonnés"
    r"|(?:la suite|article) réservée? aux abonnés"
    r"|abonnez-vous pour (?:lire|continuer)",
    r"(?:jetzt )?(?:anmelden|abonnieren|testen) und weiterlesen"
    r"|(?:dieser|der (?:ganze|vollständige)) (?:artikel|text|beitrag) ist (?:nur |exklusiv )?für abonnent"
    r"|(?:dieser|der) (?:artikel|inhalt|beitrag) ist abonnent\w+ vorbehalten",
    r"(?:questo )?(?:articolo|contenuto) (?:è )?riservato agli abbonati|abbonati per (?:continuare|leggere)",
    r"(?:este )?(?:artigo|conteúdo) (?:é )?exclusivo para assinantes|assine para (?:continuar|ler)",
    r"(?:dit|het volledige) artikel is (?:alleen |exclusief )?voor abonnees"
    r"|(?:word abonnee|neem een abonnement|log in) om (?:verder|door) te lezen",
)
"""How a line begins that says that who has not paid sees no more of the text."""

_CALLS = r"[.:!…>»→ ]*"
_LINKED = (
    "leer más|lee también|lea también|(?:à )?lire aussi|lire la suite|lesen sie auch|mehr zum thema|leggi anche|"
    "leia também|leia mais|lees ook|lees meer"
)
"""What stands alone, or before the headline of another report."""

RULES = (
    *(
        Rule(reason, re.compile(f"(?:{'|'.join(lines)}){_CALLS}", re.IGNORECASE).fullmatch, 60)
        for reason, lines in LINES.items()
    ),
    Rule(PAYWALL, whole(rf"(?:{'|'.join(WALLS)}).{{0,60}}"), 20),
    Rule(LINK, whole(rf"(?:{_LINKED})(?:{_CALLS}| ?[:|–—-] ?.+)"), 25, unless=reports),
    Rule(
        MAILING,
        whole(
            r"(?:suscríbe(?:te|se)|apúntate|sigue toda la|inscri(?:vez-vous|s-toi)|abonnez-vous|abonnieren sie|"
            r"melden sie sich|iscriviti|assine|inscreva-se|meld je aan|schrijf je in)\b.*"
            r"\b(?:bolet[íi]n(?:es)?|newsletters?|nieuwsbrief|canal|infolettre)\b.*"
        ),
        30,
        unless=reports,
    ),
    Rule(TAGS, whole("(?:etiquetas|temas|schlagwörter) ?: ?.+", "archivado en:?"), 25, Where.BELOW),
    Rule(
        CORRECTION,
        whole(
            "(?:rectificación|fe de erratas|rectificatif|korrektur|berichtigung|rettifica|errata|correção|rectificatie|"
            r"correctie)(?: ?\(.{1,40}\))? ?[:–—-] ?.+"
        ),
        100,
        Where.BELOW,
    ),
    Rule(
        BYLINE,
        exact(f"(?:Por|Par) {persons(' y ', ' e ', ' et ')}"),
        16,
        unless=lambda line: is_date_line(line.split(maxsplit=1)[-1]),
    ),
    Rule(
        BYLINE,
        exact(f"(?:Von|Di|Door) {persons(' und ', ' e ', ' en ', more=2)}(?:, {CAPITAL})?"),
        16,
        Where.BELOW,  # "Von Miller Signs" and "Door Opens Again" are English headlines
    ),
)
"""Tried after those of :mod:`~compare.loading.english`."""

GOES_ON = (
    *(rf"{read_on}(?: {at}\b|\W*$)" for read_on, at in _READ_ON.values()),
    *_READ_ALL.values(),
    *WALLS,
)
"""How a line begins that says that the report goes on where this text does not."""
