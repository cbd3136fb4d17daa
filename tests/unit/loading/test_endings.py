"""Ends of sentences outside English: abbreviations, ordinals, initials and marks of each language."""

from __future__ import annotations

import pytest

from compare.loading.segment import sentences

CASES = [
    ("de", "Der 3. Zug kam zu spät.|Danach fuhr nichts mehr."),
    ("de", "Sie endete am 21. Oktober.|So war es."),
    ("de", "Er kam auf Platz 3.|Die anderen folgten."),
    ("de", "Bundeskanzler Dr. Olaf Brandt sagte u. a. nichts.|Er ging."),
    ("de", "Die Kosten betragen 3,5 Mio. Euro, bzw. Kronen.|Das reicht."),
    ("de", "Das gilt z. B. für Nr. 7 in der Hauptstr. 5.|Die Regel bleibt."),
    ("de", "Prof. Dr. Ida Lund kam um 17.30 Uhr.|Sie blieb."),
    ("de", "Er kam.|»Wir gehen jetzt.«|Dann gingen sie."),
    ("de", "»Was nun?«, fragte sie.|Er schwieg."),
    ("de", "„Wir wissen nichts“, sagte er.|„Niemand weiß etwas.“"),
    ("es", "El Sr. Gómez y la Dra. Ruiz llegaron a las 17.30.|Nadie salió."),
    ("es", "La empresa pagó aprox. 5 millones.|Fue poco."),
    ("es", "EE. UU. firmó.|El acuerdo vale."),
    ("es", "J. A. Gómez habló.|La alcaldesa no."),
    ("es", "¿Qué pasó?|Nadie lo sabe.|¡Corran!|Todos corrieron."),
    ("es", "«No sabemos nada.»|«Nadie sabe.»|Luego se fue."),
    ("es", "Vive en la Av. Colón núm. 5.|La casa ardió."),
    ("fr", "MM. Dupont et Roux ont parlé.|Me Blanc aussi."),
    ("fr", "Le Dr. Petit et le Pr. Lune sont venus.|Ils sont repartis."),
    ("fr", "Le 1er mars, l'art. 5 a changé.|Rien d'autre."),
    ("fr", "J.-C. Blanc a quitté la ville.|Il revient."),
    ("fr", "Il est venu.|« Que faire ? » demande Anne.|Silence."),
    ("fr", "« Nous ne savons rien. »|Puis ils sont partis."),
    ("it", "Il dott. Rossi e la sig.ra Bianchi sono qui.|Nessuno è uscito."),
    ("it", "L'on. Verdi ha parlato con il prof. Neri.|Poi è uscito."),
    ("it", "Vive in via G. Verdi n. 5.|La casa è bruciata."),
    ("pt", "A Exma. Sra. Reis falou.|O Prof. Dias calou."),
    ("pt", "A Av. Brasil fechou.|Os EUA assinaram."),
    ("nl", "Mr. Jansen en mevr. De Vries spraken.|Ze gingen."),
    ("nl", "De heer dr. J. van Dijk kwam om 17.30 uur.|Niemand ging weg."),
    ("nl", "Volgens prof. Smit is o.a. de brug stuk.|Zij keek naar nr. 5."),
    ("fi", "Lautta upposi klo 17.|Kukaan ei kuollut."),
    ("ja", "フェリーが沈没した。|九人が死亡した。"),
    ("ar", "غرقت العبارة.|مات تسعة."),
    ("xx", "Ab cd.|Ef gh."),
]


@pytest.mark.parametrize(("language", "parts"), CASES)
def test_ends_of_sentences(language: str, parts: str) -> None:
    text = parts.replace("|", "" if language == "ja" else " ")
    assert "|".join(text[start:end] for start, end in sentences(text, language)) == parts


@pytest.mark.parametrize(("left", "right"), ["„“", "»«", "«»"])
def test_a_long_german_quotation_is_split_at_its_sentences(left: str, right: str) -> None:
    speech = "Wir hatten vier Minuten vom Alarm bis zum Ende. Alle haben geholfen. Niemand hat in der Nacht geschlafen."
    text = f"Er sagte: {left}{speech}{right} Sie ging."
    assert [text[start:end] for start, end in sentences(text, "de")] == [
        f"Er sagte: {left}Wir hatten vier Minuten vom Alarm bis zum Ende.",
        "Alle haben geholfen.",
        f"Niemand hat in der Nacht geschlafen.{right}",
        "Sie ging.",
    ]
