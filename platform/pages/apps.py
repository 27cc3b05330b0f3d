"""Configuration of the pages app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PagesConfig(AppConfig):
    """Owns the look; knows no activity: activities register what is to be shown."""

    name = "pages"
    verbose_name = _("strony portalu")

    def ready(self) -> None:
        """Tell the rest of the platform what pages show."""
        from accounts import dashboard
        from pages import navigation
        from pages.moderation import waiting_section

        dashboard.register(waiting_section)
        navigation.register(_("Kalendarz"), "pages:calendar", order=50)
