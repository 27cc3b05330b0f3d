"""Facts that static pages show: the project's numbers."""

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
