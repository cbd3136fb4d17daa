"""Texts in the encodings of before Unicode, told by what they make of the bytes."""

from __future__ import annotations

import pytest

from compare.loading.decode import decode

TOLD: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = (
    (
        ("cp1252", "mac_roman"),
        (
            "Le maire a démissionné lundi après une réunion à l’hôtel de ville, où l'on avait débattu du budget.",
            "Les élus ont été surpris, et l'opposition réclame déjà une élection anticipée avant l'été.",
            "« Nous n’avons rien caché », a déclaré le porte-parole, qui s'est refusé à tout autre commentaire.",
        ),
    ),
    (
        ("cp1252",),
        (
            "Die Fähre verließ den Hafen am Mittag, und niemand an Bord wurde verletzt.",
            "Der Kapitän hatte über Funk gemeldet, dass Rauch aus dem Maschinenraum dringe.",
            "Für die Rückfahrt müssen sich Reisende nun bis Freitag gedulden, sagte die Behörde.",
        ),
    ),
    (
        ("cp1252",),
        (
            "El barco salió del puerto al mediodía y nadie a bordo resultó herido.",
            "El capitán dijo que había visto humo en la sala de máquinas poco después.",
            "La compañía anunció que mañana no habrá ningún servicio hacia la isla.",
        ),
    ),
    (
        ("cp1252",),
        (
            "O barco saiu do porto ao meio-dia e ninguém a bordo ficou ferido.",
            "O capitão disse que tinha visto fumo na casa das máquinas pouco depois.",
            "A companhia anunciou que amanhã não haverá ligações à ilha.",
        ),
    ),
    (
        ("cp1252",),
        (
            "Il traghetto è partito a mezzogiorno e nessuno a bordo è rimasto ferito.",
            "Il comandante ha detto di aver visto del fumo perché il motore si era surriscaldato.",
            "La società ha annunciato che domani non ci sarà più alcun collegamento.",
        ),
    ),
    (
        ("cp1252",),
        (
            "Färjan lämnade hamnen vid middagstid och ingen skadades i branden ombord.",
            "Kaptenen såg röken först när fartyget redan låg en bit ut på fjärden.",
            "Bolaget säger att trafiken återupptas på fredag.",
        ),
    ),
    (
        ("cp1252",),
        (
            "Færgen forlod havnen ved middagstid, og ingen kom noget til under branden om bord.",
            "Kaptajnen så først røgen, da skibet allerede lå et stykke ude på åbent hav.",
            "Rederiet oplyser, at sejladsen genoptages på fredag.",
        ),
    ),
    (
        ("cp1252",),
        (
            "De veerboot verliet de haven om twaalf uur en niemand raakte gewond, zei de reder.",
            "Volgens de coördinator was er één melding van rook in de machinekamer.",
            "De maatschappij heeft geïnformeerd dat er morgen geen veerdienst is.",
        ),
    ),
    (
        ("cp1252",),
        (
            "The mayor said “nothing was hidden” – and that she’d go at once.",
            "Her spokesman added: “We’re not talking about it.”",
            "The café in Main Street was closed at noon.",
        ),
    ),
    (
        ("iso8859_2", "cp1250"),
        (
            "Prom wypłynął z portu w południe i nikt nie został ranny w pożarze na pokładzie.",
            "Kapitan powiedział, że zobaczył dym dopiero później.",
            "Spółka zapowiada, że rejsy zostaną wznowione w piątek.",
        ),
    ),
    (
        ("cp1250",),
        (
            "Trajekt opustil přístav v poledne a při požáru na palubě nebyl nikdo zraněn.",
            "Kapitán řekl, že kouř zpozoroval až později.",
            "Společnost uvedla, že provoz bude obnoven v pátek.",
        ),
    ),
    (
        ("cp1250",),
        (
            "A komp délben hagyta el a kikötőt, és senki sem sérült meg a fedélzeti tűzben.",
            "A kapitány azt mondta, hogy csak később vette észre a füstöt.",
            "A társaság szerint pénteken újraindul a közlekedés.",
        ),
    ),
    (
        ("cp1250",),
        (
            "Feribotul a părăsit portul la prânz şi nimeni nu a fost rănit în incendiul de la bord.",
            "Căpitanul a spus că a văzut fumul abia mai târziu.",
            "Compania anunţă că traficul va fi reluat vineri.",
        ),
    ),
    (
        ("cp1251", "koi8_r"),
        (
            "Паром вышел из порта в полдень, и при пожаре на борту никто не пострадал.",
            "Капитан сказал, что заметил дым лишь позднее.",
            "Компания сообщила, что рейсы возобновятся в пятницу.",
        ),
    ),
    (
        ("cp1251",),
        (
            "Пором вийшов з порту опівдні, і під час пожежі на борту ніхто не постраждав.",
            "Капітан сказав, що побачив дим лише згодом.",
            "Компанія повідомила, що рейси відновляться у п'ятницю.",
        ),
    ),
    (
        ("cp1253",),
        (
            "Το φέρι έφυγε από το λιμάνι το μεσημέρι και κανείς δεν τραυματίστηκε στην πυρκαγιά.",
            "Ο καπετάνιος είπε ότι είδε τον καπνό αργότερα.",
            "Η εταιρεία ανακοίνωσε ότι τα δρομολόγια θα συνεχιστούν την Παρασκευή.",
        ),
    ),
    (
        ("cp1254",),
        (
            "Feribot öğle saatlerinde limandan ayrıldı ve yangında kimse yaralanmadı.",
            "Kaptan dumanı daha sonra gördüğünü söyledi.",
            "Şirket seferlerin cuma günü yeniden başlayacağını açıkladı.",
        ),
    ),
    (
        ("cp1255",),
        (
            "המעבורת יצאה מהנמל בצהריים ואיש לא נפגע בשריפה.",
            "הקברניט אמר שראה את העשן רק מאוחר יותר.",
            "החברה הודיעה שההפלגות יתחדשו ביום שישי.",
        ),
    ),
    (
        ("cp1256",),
        (
            "غادرت العبارة الميناء ظهرا ولم يصب أحد في الحريق.",
            "قال القبطان إنه رأى الدخان في وقت لاحق.",
            "أعلنت الشركة أن الرحلات ستستأنف يوم الجمعة.",
        ),
    ),
    (
        ("cp932", "euc_jp"),
        (
            "フェリーは正午に港を出発し、火災でけが人はいなかった。",
            "船長は後になって煙に気付いたと話した。",
            "会社は金曜日に運航を再開すると発表した。",
        ),
    ),
    (
        ("gb18030",),
        (
            "渡轮中午离开港口，火灾中无人受伤。",
            "船长说他后来才看到烟雾。",
            "公司宣布周五恢复航班。",
        ),
    ),
    (
        ("big5",),
        (
            "渡輪中午離開港口，火災中無人受傷。",
            "船長說他後來才看到煙霧。",
            "公司宣布週五恢復航班。",
        ),
    ),
    (
        ("cp949",),
        (
            "여객선은 정오에 승객 마흔 명을 태우고 항구를 떠났다.",
            "선장은 나중에야 연기를 보았다고 말했다.",
            "회사는 금요일에 운항을 재개한다고 밝혔다.",
        ),
    ),
)
"""Sentences of one language after the other, and the encodings that it was written in."""

WRITTEN = [(encoding, told) for encodings, told in TOLD for encoding in encodings]


@pytest.mark.parametrize(("encoding", "told"), WRITTEN)
def test_a_short_text_is_read_as_it_was_written(encoding: str, told: tuple[str, ...]) -> None:
    text = " ".join(told)
    assert decode(text.encode(encoding), "x.txt").text == text


def test_of_single_sentences_hardly_one_is_read_wrongly() -> None:
    sentences = [(encoding, sentence) for encoding, told in WRITTEN for sentence in told if not sentence.isascii()]
    wrong = [(e, sentence) for e, sentence in sentences if decode(sentence.encode(e), "x.txt").text != sentence]
    assert len(sentences) == 80
    assert len(wrong) <= 2, wrong


@pytest.mark.parametrize("end", ["\n", " "])
def test_the_scripts_of_a_page_say_nothing_of_its_encoding(end: str) -> None:
    script = (
        f"<script>if (this.is(of the) && not.for(in)) {{ return that as by }} // for the of it and to be</script>{end}"
    )
    (encodings, told) = next(each for each in TOLD if "cp1250" in each[0])
    page = f"<title>x</title>{script * 20}<p>{f'</p>{end}<p>'.join(told)}</p>"
    for encoding in encodings:
        assert decode(page.encode(encoding), "x.txt").text == page, encoding
