"""Invented events as three outlets tell them in German and in Spanish, and one event in languages of all kinds."""

from __future__ import annotations

GERMAN = {
    "Anzeiger": [
        "In Moorhagen ist in der Nacht zum Dienstag eine Lagerhalle der Spedition Tann & Weber abgebrannt.",
        "Verletzt wurde nach Angaben der Feuerwehr niemand, doch 14 Lastwagen wurden zerstört.",
        "Der Schaden beläuft sich laut Polizei auf rund 3 Millionen Euro.",
        "Bürgermeisterin Ida Kranz kündigte an, den Betrieb der benachbarten Grundschule für zwei Tage auszusetzen.",
    ],
    "Rundschau": [
        "Eine Lagerhalle der Spedition Tann & Weber in Moorhagen ist am frühen Dienstagmorgen vollständig abgebrannt.",
        "Die Feuerwehr teilte mit, dass niemand verletzt wurde, aber 14 Lastwagen zerstört sind.",
        "Die Polizei schätzt den Schaden auf etwa 3 Millionen Euro.",
        "Über dem Hafen stand noch am Abend dichter Qualm, und Kinder husteten auf dem Heimweg.",
        "Ein Nachbar hatte den Rauch bemerkt, als er seinen Hund ausführte, und sofort den Notruf gewählt.",
    ],
    "Bote": [
        "Bei einem Brand in einer Lagerhalle in Moorhagen sind 14 Lastwagen der Spedition Tann & Weber zerstört "
        "worden.",
        "Der Verband der Spediteure fordert seit Jahren strengere Vorschriften für die Lagerung von Batterien.",
        "Der Geschäftsführer der Spedition dankte den Einsatzkräften, die bis zum Mittag löschten.",
    ],
}
SPANISH = {
    "Diario": [
        "El puente colgante de Valdeoro se cerró el lunes después de que se rompiera uno de sus cables principales.",
        "Unos 60 coches tuvieron que dar la vuelta, pero nadie resultó herido, según los bomberos.",
        "La alcaldesa Berta Quiroga prometió que la reparación costará menos de 2 millones de euros.",
        "Los comerciantes del barrio viejo temen perder la temporada de verano por el cierre.",
    ],
    "Correo": [
        "Uno de los cables principales del puente colgante de Valdeoro se rompió el lunes y obligó a cerrarlo.",
        "Los bomberos informaron de que nadie resultó herido, aunque 60 coches debieron dar la vuelta.",
        "Las gaviotas ocupan desde entonces la calzada vacía y los pescadores bromean con su suerte.",
        "Un ingeniero jubilado había advertido del óxido en una carta que el ayuntamiento nunca contestó.",
    ],
    "Voz": [
        "La reparación costará menos de 2 millones de euros, prometió la alcaldesa Berta Quiroga.",
        "El obispo celebrará una misa por los obreros que levantaron la obra hace cien años.",
        "Valdeoro se quedó el lunes sin su puente colgante, cerrado tras la rotura de un cable principal.",
    ],
}
ENGLISH_ON_VALDEORO = [
    "A main cable snapped on the hanging bridge at Valdeoro on Monday, and police closed the crossing.",
    "Mayor Berta Quiroga said repairs would cost less than 2 million euros.",
    "Some 60 cars were turned back, firefighters said, and nobody was hurt.",
    "The town of salt cellars and almond trees draws few tourists outside the summer.",
]
FINNISH = {
    "Sanomat": [
        "Valdeoron riippusilta suljettiin maanantaina, kun yksi sen pääkaapeleista katkesi.",
        "Noin 60 autoa joutui kääntymään takaisin, mutta kukaan ei loukkaantunut, kertoi pelastuslaitos.",
    ],
    "Lehti": [
        "Yksi Valdeoron riippusillan pääkaapeleista katkesi maanantaina, ja silta suljettiin heti.",
        "Pelastuslaitoksen mukaan 60 autoa joutui kääntymään takaisin, mutta loukkaantuneita ei ole.",
    ],
}
JAPANESE = [
    "月曜日、バルデオロの吊り橋の主ケーブルが切れ、橋は閉鎖された。",
    "消防によると、60台の車が引き返したが、けが人はいなかった。",
]
HEBREW = [
    "הגשר התלוי בוואלדאורו נסגר ביום שני לאחר שאחד הכבלים הראשיים שלו נקרע.",
    "לדברי הכבאים, 60 מכוניות נאלצו לחזור על עקבותיהן ואיש לא נפגע.",
]
