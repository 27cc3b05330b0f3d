"""The project's own story: what the demo's forum, fair, trainings and meetings are about."""

from __future__ import annotations

from typing import Any

# Hour of the beginning, minutes, room (0, 1 or None for a break), track, form, title, abstract,
# people (name, who), places when one signs up.
FORUM: list[Any] = [
    (9.0, 30, None, 0, "break", "Rejestracja i kawa", "", [], None),
    (9.5, 30, 0, 1, "ceremony", "Otwarcie forum", "Dlaczego spotykamy się co roku.",
     [("Barbara Otwierająca", "marszałek województwa")], None),
    (10.0, 60, 0, 1, "panel", "My i oni? Dziesięć lat współpracy",
     "Co zmieniło się między urzędami a organizacjami i co jeszcze boli.",
     [("Marek Dialog", "pełnomocnik ds. organizacji"), ("Iwona Społeczna", "rada pożytku")],
     None),
    (10.0, 60, 1, 2, "workshop", "Uwaga, którą trudno odrzucić",
     "Jak napisać uwagę do projektu uchwały, żeby coś zmieniła.",
     [("Tomasz Paragraf", "prawnik organizacji")], 12),
    (11.0, 30, None, 0, "break", "Przerwa", "", [], None),
    (11.5, 60, 0, 1, "talk", "Cztery standardy współpracy w praktyce",
     "Konsultacje, zadania publiczne, partnerstwa i centrum organizacji: kto je przyjął.",
     [("Joanna Standard", "urząd marszałkowski")], None),
    (11.5, 60, 1, 2, "workshop", "Budżet zadania bez bólu głowy",
     "Formy finansowe zadań publicznych na przykładach.",
     [("Ewa Kosztorys", "ekonomistka społeczna")], 12),
    (12.5, 60, None, 0, "break", "Obiad", "", [], None),
    (13.5, 60, 0, 1, "panel", "Lokalny indeks: jak mierzyć współpracę",
     "Pięć powiatów o tym, co pokazał im wspólny pomiar.",
     [("Paweł Wskaźnik", "powiat nyski"), ("Alicja Miara", "powiat oleski")], None),
    (13.5, 60, 1, 2, "workshop", "Inicjatywa lokalna krok po kroku",
     "Od pomysłu sąsiadów do umowy z gminą.",
     [("Krystyna Sąsiedzka", "sołtyska")], 12),
    (14.5, 45, 0, 1, "ceremony", "Opolskie Niezapominajki: nominowani",
     "Poznajemy nominowane organizacje i Społeczników Roku.", [], None),
    (15.25, 45, 0, 1, "talk", "Co dalej? Wspólna mapa na rok",
     "Zapisujemy ustalenia i wybieramy osoby odpowiedzialne.",
     [("Marek Dialog", "pełnomocnik ds. organizacji")], None),
]  # fmt: skip
FAIR: list[Any] = [
    (10.0, 30, 0, 0, "ceremony", "Otwarcie targów", "Na scenie pod ratuszem.", [], None),
    (10.5, 45, 0, 0, "performance", "Orkiestra strażacka", "Ochotnicy grają.", [], None),
    (11.5, 60, 1, 0, "workshop", "Pierwsza pomoc dla rodzin", "Dla dzieci i dorosłych.", [], 20),
    (13.0, 30, 0, 0, "performance", "Koło gospodyń śpiewa", "Pieśni Śląska Opolskiego.", [], None),
    (14.0, 60, 1, 0, "workshop", "Naprawiamy rowery", "Przynieś swój.", [], 15),
    (15.5, 30, 0, 0, "ceremony", "Najlepsze stoisko", "Ogłaszamy wynik głosowania.", [], None),
]
CONFERENCES = [
    ("Współdziałanie sektorowe szansą na rozwój społeczeństwa obywatelskiego", (2014, 3, 27)),
    ("Upowszechnienie modelu współpracy administracji publicznej z NGO", (2015, 5, 21)),
]
TRAINING = "Współpraca administracji z organizacjami w praktyce"
MEETING = "Debata o standardach współpracy"
TASKS = [
    ("Zamówić tłumacza języka migowego", -21),
    ("Potwierdzić salę i nagłośnienie", -14),
    ("Wydrukować identyfikatory", -2),
    ("Wysłać materiały uczestnikom", 5),
]
OFFERS = [
    "Pokażemy, jak pracujemy z młodzieżą, i zaprosimy na warsztat.",
    "Degustacja, rękodzieło i opowieści o naszej wsi.",
    "Porady prawne i zapisy wolontariuszy.",
    "Gry terenowe i mapa naszych szlaków.",
]
