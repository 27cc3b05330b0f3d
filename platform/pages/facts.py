"""Facts that static pages show: the project's numbers and the purposes of processing."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

PROJECT_NUMBERS = [
    {"value": "12", "label": _("powiatów z debatami")},
    {"value": "18", "label": _("spotkań, 54 godziny debat")},
    {"value": "270", "label": _("uczestniczek i uczestników debat")},
    {"value": "12", "label": _("szkoleń, 96 godzin")},
    {"value": "120", "label": _("przeszkolonych osób")},
    {"value": "5", "label": _("zespołów z obu sektorów")},
    {"value": "4", "label": _("standardy współpracy")},
    {"value": "2", "label": _("konferencje")},
]

PROCESSING_PURPOSES = [
    {
        "aim": _("Konto na portalu"),
        "data": _("adres e-mail, imię i nazwisko, język"),
        "basis": _("zgoda (art. 6 ust. 1 lit. a RODO)"),
        "kept": _("do usunięcia konta"),
    },
    {
        "aim": _("Konsultacje z organizacjami"),
        "data": _("treść uwag, autor lub organizacja, data"),
        "basis": _(
            "zadanie w interesie publicznym (art. 6 ust. 1 lit. e RODO w związku z art. 5 ustawy "
            "o działalności pożytku publicznego i o wolontariacie)"
        ),
        "kept": _("wieczyście, jako dokumentacja aktu"),
    },
    {
        "aim": _("Powiadomienia"),
        "data": _("adres e-mail, lista obserwowanych spraw"),
        "basis": _("zgoda (art. 6 ust. 1 lit. a RODO)"),
        "kept": _("do rezygnacji"),
    },
    {
        "aim": _("Bezpieczeństwo"),
        "data": _("adres IP, czas logowania, historia zmian"),
        "basis": _("zadanie w interesie publicznym (art. 6 ust. 1 lit. e RODO)"),
        "kept": _("12 miesięcy"),
    },
]
