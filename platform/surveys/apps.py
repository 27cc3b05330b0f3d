"""App configuration: registers surveys with the platform."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SurveysConfig(AppConfig):
    """Questionnaires for needs analysis, consultations, events and awards."""

    name = "surveys"
    verbose_name = _("Ankiety")

    def ready(self) -> None:
        """Tell the platform what surveys send, hold and forget."""
        from accounts import dashboard
        from surveys.kinds import register_kinds
        from surveys.own_data import register_own_data
        from surveys.own_matters import surveys_to_run, unfinished_surveys
        from surveys.purposes import register_purposes
        from surveys.retention import register_retention

        register_kinds()
        register_own_data()
        register_purposes()
        register_retention()
        dashboard.register(unfinished_surveys)
        dashboard.register(surveys_to_run)
