"""Art. 4 sec. 1 of the Act of 24 April 2003 on public benefit activity and volunteering.

All 39 points of the current text (points 1–33 with 1a, 1b, 5a, 22a, 29a and 32a). The short
labels are ours, for lists and filters; the long texts are the law's (official texts are not
subject to copyright).
"""

from __future__ import annotations

from typing import NamedTuple

from django.utils.translation import gettext_noop as _


class BenefitFieldRow(NamedTuple):
    """One point of the act."""

    code: str
    label: str
    statutory_text: str


BENEFIT_FIELDS = [
    BenefitFieldRow(
        "1",
        _("pomoc społeczna"),
        "pomoc społeczna, w tym pomoc rodzinom i osobom w trudnej sytuacji życiowej oraz "
        "wyrównywanie szans tych rodzin i osób",
    ),
    BenefitFieldRow(
        "1a",
        _("wspieranie rodziny i piecza zastępcza"),
        "wspieranie rodziny i systemu pieczy zastępczej",
    ),
    BenefitFieldRow(
        "1b",
        _("nieodpłatna pomoc prawna"),
        "udzielanie nieodpłatnej pomocy prawnej oraz zwiększanie świadomości prawnej społeczeństwa",
    ),
    BenefitFieldRow(
        "2",
        _("integracja osób zagrożonych wykluczeniem"),
        "działalność na rzecz integracji i reintegracji zawodowej i społecznej osób zagrożonych "
        "wykluczeniem społecznym",
    ),
    BenefitFieldRow("3", _("działalność charytatywna"), "działalność charytatywna"),
    BenefitFieldRow(
        "4",
        _("tradycja narodowa i świadomość obywatelska"),
        "podtrzymywanie i upowszechnianie tradycji narodowej, pielęgnowanie polskości oraz "
        "rozwój świadomości narodowej, obywatelskiej i kulturowej",
    ),
    BenefitFieldRow(
        "5",
        _("mniejszości narodowe i język regionalny"),
        "działalność na rzecz mniejszości narodowych i etnicznych oraz języka regionalnego",
    ),
    BenefitFieldRow(
        "5a", _("integracja cudzoziemców"), "działalność na rzecz integracji cudzoziemców"
    ),
    BenefitFieldRow(
        "6",
        _("ochrona i promocja zdrowia"),
        "ochrona i promocja zdrowia, w tym działalność lecznicza w rozumieniu ustawy z dnia "
        "15 kwietnia 2011 r. o działalności leczniczej",
    ),
    BenefitFieldRow(
        "7", _("osoby z niepełnosprawnościami"), "działalność na rzecz osób niepełnosprawnych"
    ),
    BenefitFieldRow(
        "8",
        _("zatrudnienie i aktywizacja zawodowa"),
        "promocja zatrudnienia i aktywizacji zawodowej osób pozostających bez pracy i "
        "zagrożonych zwolnieniem z pracy",
    ),
    BenefitFieldRow(
        "9",
        _("równe prawa kobiet i mężczyzn"),
        "działalność na rzecz równych praw kobiet i mężczyzn",
    ),
    BenefitFieldRow(
        "10",
        _("osoby w wieku emerytalnym"),
        "działalność na rzecz osób w wieku emerytalnym",
    ),
    BenefitFieldRow(
        "11",
        _("rozwój gospodarczy i przedsiębiorczość"),
        "działalność wspomagająca rozwój gospodarczy, w tym rozwój przedsiębiorczości",
    ),
    BenefitFieldRow(
        "12",
        _("technika i innowacje"),
        "działalność wspomagająca rozwój techniki, wynalazczości i innowacyjności oraz "
        "rozpowszechnianie i wdrażanie nowych rozwiązań technicznych w praktyce gospodarczej",
    ),
    BenefitFieldRow(
        "13",
        _("rozwój społeczności lokalnych"),
        "działalność wspomagająca rozwój wspólnot i społeczności lokalnych",
    ),
    BenefitFieldRow(
        "14",
        _("nauka, edukacja i wychowanie"),
        "nauka, szkolnictwo wyższe, edukacja, oświata i wychowanie",
    ),
    BenefitFieldRow(
        "15",
        _("dzieci i młodzież, wypoczynek"),
        "działalność na rzecz dzieci i młodzieży, w tym wypoczynek dzieci i młodzieży",
    ),
    BenefitFieldRow(
        "16",
        _("kultura, sztuka i dziedzictwo"),
        "kultura, sztuka, ochrona dóbr kultury i dziedzictwa narodowego",
    ),
    BenefitFieldRow(
        "17", _("kultura fizyczna i sport"), "wspieranie i upowszechnianie kultury fizycznej"
    ),
    BenefitFieldRow(
        "18",
        _("ekologia i ochrona zwierząt"),
        "ekologia i ochrona zwierząt oraz ochrona dziedzictwa przyrodniczego",
    ),
    BenefitFieldRow("19", _("turystyka i krajoznawstwo"), "turystyka i krajoznawstwo"),
    BenefitFieldRow(
        "20", _("porządek i bezpieczeństwo publiczne"), "porządek i bezpieczeństwo publiczne"
    ),
    BenefitFieldRow(
        "21",
        _("obronność państwa"),
        "obronność państwa i działalność Sił Zbrojnych Rzeczypospolitej Polskiej",
    ),
    BenefitFieldRow(
        "22",
        _("prawa człowieka i demokracja"),
        "upowszechnianie i ochrona wolności i praw człowieka oraz swobód obywatelskich, a także "
        "działania wspomagające rozwój demokracji",
    ),
    BenefitFieldRow(
        "22a",
        _("nieodpłatne poradnictwo obywatelskie"),
        "udzielanie nieodpłatnego poradnictwa obywatelskiego",
    ),
    BenefitFieldRow("23", _("ratownictwo i ochrona ludności"), "ratownictwo i ochrona ludności"),
    BenefitFieldRow(
        "24",
        _("pomoc ofiarom katastrof i wojen"),
        "pomoc ofiarom katastrof, klęsk żywiołowych, konfliktów zbrojnych i wojen w kraju i za "
        "granicą",
    ),
    BenefitFieldRow("25", _("prawa konsumentów"), "upowszechnianie i ochrona praw konsumentów"),
    BenefitFieldRow(
        "26",
        _("integracja europejska i współpraca międzynarodowa"),
        "działalność na rzecz integracji europejskiej oraz rozwijania kontaktów i współpracy "
        "między społeczeństwami",
    ),
    BenefitFieldRow("27", _("wolontariat"), "promocja i organizacja wolontariatu"),
    BenefitFieldRow("28", _("Polonia i Polacy za granicą"), "pomoc Polonii i Polakom za granicą"),
    BenefitFieldRow(
        "29",
        _("kombatanci i osoby represjonowane"),
        "działalność na rzecz kombatantów i osób represjonowanych",
    ),
    BenefitFieldRow(
        "29a",
        _("weterani działań poza granicami"),
        "działalność na rzecz weteranów i weteranów poszkodowanych w rozumieniu ustawy z dnia "
        "19 sierpnia 2011 r. o weteranach działań poza granicami państwa",
    ),
    BenefitFieldRow(
        "30", _("promocja Polski za granicą"), "promocja Rzeczypospolitej Polskiej za granicą"
    ),
    BenefitFieldRow(
        "31",
        _("rodzina i prawa dziecka"),
        "działalność na rzecz rodziny, macierzyństwa, rodzicielstwa, upowszechniania i ochrony "
        "praw dziecka",
    ),
    BenefitFieldRow(
        "32",
        _("przeciwdziałanie uzależnieniom"),
        "przeciwdziałanie uzależnieniom i patologiom społecznym",
    ),
    BenefitFieldRow("32a", _("rewitalizacja"), "rewitalizacja"),
    BenefitFieldRow(
        "33",
        _("wsparcie organizacji pozarządowych"),
        "działalność na rzecz organizacji pozarządowych oraz podmiotów wymienionych w art. 3 "
        "ust. 3, w zakresie określonym w pkt 1–32a",
    ),
]

TARGET_GROUPS = [
    ("everyone", _("wszyscy mieszkańcy")),
    ("children", _("dzieci")),
    ("youth", _("młodzież i studenci")),
    ("families", _("rodziny")),
    ("women", _("kobiety")),
    ("seniors", _("seniorzy")),
    ("disabled", _("osoby z niepełnosprawnościami")),
    ("ill", _("osoby chore i ich bliscy")),
    ("unemployed", _("osoby bezrobotne")),
    ("homeless", _("osoby w kryzysie bezdomności")),
    ("addicted", _("osoby uzależnione i ich bliscy")),
    ("minorities", _("mniejszości narodowe i etniczne")),
    ("foreigners", _("cudzoziemcy i uchodźcy")),
    ("rural", _("mieszkańcy wsi")),
    ("ngos", _("organizacje pozarządowe")),
    ("animals", _("zwierzęta")),
]
