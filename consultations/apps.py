"""App configuration: registers consultations with the platform."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ConsultationsConfig(AppConfig):
    """Consultations of drafts."""

    name = "consultations"
    verbose_name = _("Konsultacje")

    def ready(self) -> None:
        """Tell the platform what consultations show and send."""
        from consultations.home import open_consultations
        from consultations.kinds import register_kinds
        from pages import home, navigation

        register_kinds()
        navigation.register(_("Konsultacje"), "consultations:list", order=10)
        home.register_section(
            "consultations", "consultations/_home.html", open_consultations, order=10
        )
