"""Invented names and themes of the demo directory; none belongs to a person or organization."""

from __future__ import annotations

from typing import NamedTuple


class Theme(NamedTuple):
    """What a group of demo organizations does."""

    fields: list[str]
    target_groups: list[str]
    mission: str
    story: str
    names: list[tuple[str, str]]  # legal form, name


THEMES = [
    Theme(
        ["27", "13", "33"],
        ["everyone", "youth", "ngos"],
        "Łączymy wolontariuszy z miejscami, w których są potrzebni.",
        "Prowadzimy giełdę wolontariatu, szkolimy koordynatorów i ubezpieczamy wolontariuszy na "
        "czas akcji. Raz w roku organizujemy dzień otwarty dla szkół.",
        [
            ("association", "Stowarzyszenie Wolontariuszy „Otwarte Dłonie znad Osobłogi”"),
            ("foundation", "Fundacja „Pomocna Godzina”"),
            ("association", "Stowarzyszenie „Sąsiedzka Przystań”"),
            ("simple_association", "Stowarzyszenie zwykłe „Ławka pod Lipą”"),
            ("union", "Związek Stowarzyszeń „Opolska Plecionka”"),
            ("association", "Stowarzyszenie „Wspólny Stół znad Stobrawy”"),
        ],
    ),
    Theme(
        ["1", "3", "2"],
        ["families", "homeless", "unemployed"],
        "Pomagamy rodzinom i osobom, które znalazły się w trudnym położeniu.",
        "Prowadzimy jadłodzielnię, magazyn odzieży i dyżury pracownika socjalnego. Współpracujemy "
        "z ośrodkami pomocy społecznej i parafiami.",
        [
            ("foundation", "Fundacja „Ciepły Próg”"),
            ("association", "Stowarzyszenie Pomocy Rodzinie „Malwowy Dom”"),
            ("church_unit", "Ośrodek Miłosierdzia „Kromka Jarzębiny”"),
            ("social_cooperative", "Spółdzielnia Socjalna „Dobra Zmiana Warty”"),
            ("association", "Stowarzyszenie „Bochen i Serce”"),
            ("nonprofit_company", "Pracownia Integracji „Szuflandia” sp. z o.o. non profit"),
        ],
    ),
    Theme(
        ["7", "6", "1"],
        ["disabled", "ill", "families"],
        "Wspieramy osoby z niepełnosprawnościami w samodzielnym życiu.",
        "Prowadzimy warsztaty terapii zajęciowej, asystencję osobistą i wypożyczalnię sprzętu "
        "rehabilitacyjnego. Nasza siedziba jest dostępna dla osób na wózkach.",
        [
            ("foundation", "Fundacja „Cztery Stopnie w Górę”"),
            ("association", "Stowarzyszenie Rodziców Dzieci Niezwykłych „Motyli Gaj”"),
            ("association", "Stowarzyszenie Osób Niesłyszących „Cisza Mówi nad Odrą”"),
            ("foundation", "Fundacja „Ramię w Ramię przez Próg”"),
            ("social_cooperative", "Spółdzielnia Socjalna „Ceglana Kuźnia”"),
            ("association", "Stowarzyszenie Amazonek „Różowa Niezapominajka”"),
        ],
    ),
    Theme(
        ["10", "14", "6"],
        ["seniors"],
        "Seniorzy uczą się, ruszają i uczą innych.",
        "Prowadzimy uniwersytet trzeciego wieku, klub seniora i telefon życzliwości. Uczymy "
        "korzystania z usług cyfrowych urzędów.",
        [
            ("association", "Stowarzyszenie Uniwersytet Trzeciego Wieku „Druga Wiosna znad Nysy”"),
            ("simple_association", "Klub Seniora „Srebrne Kasztany”"),
            ("association", "Stowarzyszenie „Babcie i Dziadkowie na Fali”"),
            ("foundation", "Fundacja „Szósta Dekada”"),
            ("association", "Stowarzyszenie Emerytów „Pogodny Zmierzch”"),
        ],
    ),
    Theme(
        ["15", "14", "31"],
        ["children", "youth"],
        "Dajemy dzieciom i młodzieży miejsce na własne pomysły.",
        "Prowadzimy świetlice, półkolonie i młodzieżową radę projektów. Szkolimy wychowawców i "
        "dbamy o standardy ochrony małoletnich.",
        [
            ("foundation", "Fundacja „Latawce z Papieru”"),
            ("association", "Stowarzyszenie „Kreda i Wiatr”"),
            ("association", "Stowarzyszenie Przyjaciół Szkoły „Tornister Pełen Światła”"),
            ("foundation", "Fundacja „Mała Wielka Stobrawa”"),
            ("simple_association", "Stowarzyszenie zwykłe „Podwórko Pod Klonem”"),
            ("association", "Stowarzyszenie Harcerzy Wodnych „Zielona Kotwica”"),
            ("association", "Stowarzyszenie „Gra w Klasy”"),
        ],
    ),
    Theme(
        ["16", "4", "13"],
        ["everyone"],
        "Chronimy dziedzictwo regionu i robimy kulturę blisko ludzi.",
        "Organizujemy warsztaty rękodzieła, koncerty w stodołach i archiwum społeczne. Zbieramy "
        "wspomnienia najstarszych mieszkańców.",
        [
            ("association", "Towarzystwo Miłośników „Stara Przędzalnia”"),
            ("foundation", "Fundacja „Teatr na Rynku Dolnym”"),
            ("association", "Stowarzyszenie „Kroszonka i Dłuto”"),
            ("association", "Stowarzyszenie Chóralne „Echo Wieży Piastowej”"),
            ("foundation", "Fundacja „Archiwum Podwórek”"),
            ("association", "Stowarzyszenie Orkiestra Dęta „Mosiężny Bąk”"),
            ("simple_association", "Stowarzyszenie zwykłe „Kino w Stodole”"),
        ],
    ),
    Theme(
        ["5", "26", "16"],
        ["minorities", "everyone"],
        "Pielęgnujemy wielojęzyczność Śląska Opolskiego.",
        "Prowadzimy kursy języka, wymianę młodzieży i dwujęzyczną bibliotekę. Współpracujemy z "
        "gminami partnerskimi w Niemczech i Czechach.",
        [
            ("association", "Stowarzyszenie „Dwa Brzegi – Zwei Ufer”"),
            ("foundation", "Fundacja „Most Trzech Języków”"),
            ("association", "Stowarzyszenie Godki „Nasze Klachy”"),
            ("association", "Stowarzyszenie Romskie „Barwny Krąg Opolszczyzny”"),
        ],
    ),
    Theme(
        ["5a", "22", "22a"],
        ["foreigners"],
        "Pomagamy cudzoziemcom czuć się u nas jak w domu.",
        "Prowadzimy kursy polskiego, punkt informacyjny i mediacje kulturowe; pomagamy w "
        "sprawach urzędowych po ukraińsku i angielsku.",
        [
            ("foundation", "Fundacja „Przystanek Słonecznik”"),
            ("association", "Stowarzyszenie „Gościnny Dom nad Małą Panwią”"),
        ],
    ),
    Theme(
        ["17", "15", "19"],
        ["youth", "children", "everyone"],
        "Sport dla każdego: od przedszkolaka po seniora.",
        "Prowadzimy sekcje młodzieżowe, treningi rodzinne i zawody amatorskie. Opiekujemy się "
        "boiskiem i wypożyczalnią sprzętu.",
        [
            ("sports_club", "Ludowy Klub Sportowy „Zryw Malwowo”"),
            ("sports_club", "Uczniowski Klub Sportowy „Skoczek Dwunastka”"),
            ("sports_club", "Klub Sportowy „Błękitna Łopata”"),
            ("sports_club", "Klub Kajakowy „Wir Zimnej Wody”"),
            ("sports_club", "Klub Szachowy „Biały Skoczek Kaliny”"),
            ("sports_club", "Klub Sportowy Kobiet „Żelazne Jaskółki”"),
            ("association", "Stowarzyszenie Biegowe „Kamionka”"),
            ("sports_club", "Klub Łuczniczy „Cięciwa”"),
        ],
    ),
    Theme(
        ["18", "19", "14"],
        ["animals", "everyone"],
        "Dbamy o przyrodę, zwierzęta i czyste rzeki.",
        "Sadzimy szpalery drzew, sprzątamy rzeki i prowadzimy dom tymczasowy dla zwierząt. Z "
        "gminami ustalamy plany ochrony alei.",
        [
            ("foundation", "Fundacja „Łapa w Dłoni Opolszczyzny”"),
            ("association", "Stowarzyszenie „Zielone Aleje Prudnickie”"),
            ("association", "Stowarzyszenie Pszczelarzy „Lipowy Rój”"),
            ("foundation", "Fundacja „Rzeka Mówi”"),
            ("simple_association", "Stowarzyszenie zwykłe „Kocia Kolonia Odra”"),
            ("association", "Stowarzyszenie „Ptasi Azyl Jeziora Malwowego”"),
        ],
    ),
    Theme(
        ["23", "20", "24"],
        ["everyone", "rural"],
        "Ratujemy, szkolimy i jesteśmy na każde wezwanie.",
        "Wyjeżdżamy do pożarów i wypadków, szkolimy z pierwszej pomocy i prowadzimy młodzieżową "
        "drużynę pożarniczą.",
        [
            ("osp", "Ochotnicza Straż Pożarna w Malwowie"),
            ("osp", "Ochotnicza Straż Pożarna w Kalinowicach Dolnych Małych"),
            ("osp", "Ochotnicza Straż Pożarna w Chabrowej Łące"),
            ("osp", "Ochotnicza Straż Pożarna w Jarzębinowie"),
            ("osp", "Ochotnicza Straż Pożarna w Makowej Górze Śląskiej"),
            ("association", "Wodna Drużyna Ratownicza „Boja Dwunastka”"),
        ],
    ),
    Theme(
        ["13", "16", "31"],
        ["rural", "women", "families"],
        "Gospodynie, które zmieniają swoją wieś.",
        "Gotujemy według starych przepisów, prowadzimy zajęcia dla dzieci i odnawiamy wiejską "
        "świetlicę. Na dożynkach można spróbować naszych kołaczy.",
        [
            ("kgw", "Koło Gospodyń Wiejskich „Malwowe Fartuszki”"),
            ("kgw", "Koło Gospodyń Wiejskich „Kołocz i Kompot”"),
            ("kgw", "Koło Gospodyń Wiejskich „Chabry z Polany”"),
            ("kgw", "Koło Gospodyń i Gospodarzy „Wesoła Dzieża”"),
            ("kgw", "Koło Gospodyń Wiejskich „Rumiankowe Wzgórze”"),
            ("farmers_circle", "Kółko Rolnicze „Złoty Snop Dolny”"),
        ],
    ),
    Theme(
        ["32", "6", "22a"],
        ["addicted", "families"],
        "Towarzyszymy w wychodzeniu z uzależnień.",
        "Prowadzimy grupy wsparcia, punkt konsultacyjny i obozy dla rodzin. Rozmawiamy "
        "dyskretnie i bez oceniania.",
        [
            ("association", "Stowarzyszenie Abstynentów „Czysty Świt nad Odrą”"),
            ("foundation", "Fundacja „Trzeźwy Krok”"),
        ],
    ),
    Theme(
        ["11", "8", "12"],
        ["unemployed", "youth", "rural"],
        "Pomagamy zamieniać pomysły w miejsca pracy.",
        "Prowadzimy inkubator ekonomii społecznej, szkolenia zawodowe i pożyczki sprzętu dla "
        "początkujących.",
        [
            ("foundation", "Fundacja „Warsztat Jutra Opole”"),
            ("association", "Stowarzyszenie „Iskra i Imadło”"),
            ("union", "Lokalna Grupa Działania „Trzy Doliny Malwy”"),
        ],
    ),
    Theme(
        ["22", "1b", "33"],
        ["ngos", "everyone"],
        "Strażnicy jawności i partnerzy samorządu.",
        "Prowadzimy poradnictwo prawne i księgowe dla organizacji, monitorujemy konkursy "
        "dotacyjne i szkolimy rady pożytku.",
        [
            ("foundation", "Fundacja „Jawny Rynek”"),
            ("association", "Stowarzyszenie „Obywatelska Kładka”"),
            ("foundation", "Fundacja Wspierania Organizacji „Trzeci Filar Opolszczyzny”"),
        ],
    ),
]

# Second units of the same kinds elsewhere, so that every county has something to show.
BRANCH_WORDS = ["Jutrzenka", "Perć", "Sitowie", "Wrzos", "Kasztel", "Modrzew", "Zapiecek", "Bród"]

FIRST_NAMES = [
    ("Bogna", "f"),
    ("Dobiesław", "m"),
    ("Ligia", "f"),
    ("Gniewosz", "m"),
    ("Otylia", "f"),
    ("Wrocisław", "m"),
    ("Sława", "f"),
    ("Jaropełk", "m"),
    ("Mira", "f"),
    ("Ziemowit", "m"),
]
SURNAMES = [
    ("Malwińska", "Malwiński"),
    ("Chabrowicka", "Chabrowicki"),
    ("Jarzębińczak", "Jarzębińczak"),
    ("Rumiankiewicz", "Rumiankiewicz"),
    ("Niezapominajek", "Niezapominajek"),
    ("Makowiczanka", "Makowiczan"),
    ("Kalinowiecka", "Kalinowiecki"),
]
STREETS = ["Malwowa", "Chabrowa", "Jarzębinowa", "Rumiankowa", "Kalinowa", "Niezapominajek"]
