"""Examples for the styleguide: every component gets plausible data, no database."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from django import forms
from django.contrib.staticfiles import finders
from django.core.paginator import Paginator
from django.utils.translation import gettext_lazy as _

from documents.exports import Chart, Series
from documents.exports.calendar_file import CalendarEntry
from documents.redline import diff_words
from pages.calendar import Happening, Month, Source, month_of
from pages.forms import DateInput


class SpecimenForm(forms.Form):
    """One field of each kind."""

    title = forms.CharField(label=_("Tytuł"), max_length=120, help_text=_("Krótko i jasno."))
    email = forms.EmailField(label=_("Adres e-mail"))
    kind = forms.ChoiceField(
        label=_("Rodzaj"),
        choices=[("", _("Wybierz")), ("act", _("Projekt uchwały")), ("plan", _("Strategia"))],
    )
    ends_on = forms.DateField(label=_("Koniec konsultacji"), widget=DateInput)
    text = forms.CharField(
        label=_("Treść uwagi"), widget=forms.Textarea, max_length=500, required=False
    )
    draft = forms.FileField(
        label=_("Projekt"), required=False, help_text=_("DOCX lub PDF, najwyżej 50 MB.")
    )
    forms_of_work = forms.MultipleChoiceField(
        label=_("Formy konsultacji"),
        choices=[("remarks", _("Uwagi na portalu")), ("meeting", _("Spotkanie"))],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    side = forms.ChoiceField(
        label=_("W czyim imieniu?"),
        choices=[("self", _("Własnym")), ("organization", _("Organizacji"))],
        widget=forms.RadioSelect,
    )
    consent = forms.BooleanField(label=_("Zgadzam się na publikację mojej uwagi"))


class SpecimenRow(forms.Form):
    """One of several equal groups of fields."""

    name = forms.CharField(label=_("Nazwa załącznika"), required=False)


class SpecimenFilter(forms.Form):
    """A filter form as django-filter would make it."""

    q = forms.CharField(label=_("Słowa"), required=False)
    stage = forms.MultipleChoiceField(
        label=_("Etap"),
        choices=[("open", _("Otwarte")), ("closed", _("Zakończone"))],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )


def context() -> dict[str, Any]:
    """Everything that the styleguide shows."""
    pages = Paginator(range(500), 20)
    return {
        "badges": BADGES,
        "alerts": ["info", "success", "warning", "error"],
        "card_meta": [
            {"icon": "calendar", "text": _("do 14 grudnia")},
            {"icon": "comment", "text": _("12 uwag")},
        ],
        "form": SpecimenForm(prefix="empty"),
        "invalid_form": SpecimenForm({"wrong-email": "ktoś", "wrong-title": "A"}, prefix="wrong"),
        "formset": forms.formset_factory(SpecimenRow, extra=2)(prefix="rows"),
        "filter_form": SpecimenFilter({"stage": ["open"]}),
        "page_obj": pages.page(9),
        "chips": [{"label": _("Etap: Otwarte"), "url": "?"}],
        "tabs": TABS,
        "stats": STATS,
        "steps": STEPS,
        "definitions": DEFINITIONS,
        "columns": [_("Organizacja"), _("Powiat"), _("Uwagi")],
        "rows": ROWS,
        "toc": TOC,
        "segments": SEGMENTS,
        "banner": BANNER,
        "month": _month(),
        "chart": CHART,
        "remarked_at": datetime(2025, 11, 20, 14, 30, tzinfo=UTC),
        "colors": COLORS,
        "icons": icon_names(),
    }


def _month() -> Month:
    """The month of the remarked-on draft, with one busy day."""
    source = Source("", "", lambda first, last: [])
    starts = datetime(2025, 11, 20, 10, tzinfo=UTC)
    entry = CalendarEntry(
        uid="", title="Forum Inicjatyw", starts=starts, url="#month", place="Opole"
    )
    return month_of(date(2025, 11, 1), [Happening(source, entry)])


def icon_names() -> list[str]:
    """The icons of the sprite."""
    sprite = finders.find("img/icons.svg")
    if not isinstance(sprite, str):
        return []
    return re.findall(r'<symbol id="([a-z-]+)"', Path(sprite).read_text(encoding="utf-8"))


BADGES = [
    {"label": _("szkic"), "kind": ""},
    {"label": _("otwarte"), "kind": "success"},
    {"label": _("analiza uwag"), "kind": "info"},
    {"label": _("zostały 2 dni"), "kind": "warning"},
    {"label": _("odwołane"), "kind": "danger"},
    {"label": _("nowe"), "kind": "accent"},
]
TABS = [
    {"label": _("Projekt"), "url": "#tabs", "current": True, "count": None},
    {"label": _("Uwagi"), "url": "#tabs", "current": False, "count": 12},
    {"label": _("Raport"), "url": "#tabs", "current": False, "count": None},
]
STATS = [
    {"value": "18", "label": _("spotkań w powiatach")},
    {"value": "270", "label": _("uczestników debat")},
    {"value": "4", "label": _("standardy współpracy")},
    {"value": "12", "label": _("szkoleń")},
]
STEPS = [
    {"label": _("Ogłoszenie"), "date": _("3 listopada 2025"), "state": "done", "note": ""},
    {"label": _("Zbieranie uwag"), "date": _("do 14 grudnia 2025"), "state": "current", "note": ""},
    {"label": _("Analiza uwag"), "date": "", "state": "upcoming", "note": _("do 30 dni")},
    {"label": _("Raport"), "date": "", "state": "upcoming", "note": ""},
]
DEFINITIONS = [
    {"term": _("Podstawa prawna"), "value": _("art. 5 ust. 2 pkt 3 ustawy"), "href": ""},
    {"term": _("Kontakt"), "value": "urzad@example.org", "href": "mailto:urzad@example.org"},
]
ROWS = [
    [
        {"label": _("Organizacja"), "text": _("Stowarzyszenie Nad Odrą"), "href": "#table"},
        {"label": _("Powiat"), "text": _("opolski")},
        {"label": _("Uwagi"), "text": "12", "number": True},
    ],
    [
        {"label": _("Organizacja"), "text": _("Fundacja Niezapominajka"), "href": "#table"},
        {"label": _("Powiat"), "text": _("nyski")},
        {"label": _("Uwagi"), "text": "3", "number": True},
    ],
]
TOC = [
    {
        "label": _("Rozdział 1. Przepisy ogólne"),
        "url": "#toc",
        "current": True,
        "count": 4,
        "children": [
            {"label": "§ 1", "url": "#toc", "count": 1},
            {"label": "§ 2", "url": "#toc", "count": 3},
        ],
    },
    {"label": _("Rozdział 2. Formy konsultacji"), "url": "#toc", "count": 0},
]
SEGMENTS = diff_words(
    "Konsultacje trwają nie krócej niż 14 dni od dnia ogłoszenia.",
    "Konsultacje trwają nie krócej niż 21 dni od dnia ogłoszenia.",
)
COLORS = ["brand", "action", "accent", "paper", "surface", "sunken", "tint", "danger-tint"]
BANNER = {
    "level": "info",
    "language": "pl",
    "text": "W sobotę od 22:00 do 24:00 portal nie działa.",
    "link": "#banner",
}
CHART = Chart("bar", "Uwagi", "Liczba uwag", ["2024", "2025"], [Series("Uwagi", [12, 31])])
