"""App configuration."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SurveysConfig(AppConfig):
    """Questionnaires for needs analysis, consultations, events and awards."""

    name = "surveys"
    verbose_name = _("Ankiety")
