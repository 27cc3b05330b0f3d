"""App configuration."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class NotificationsConfig(AppConfig):
    """Who hears of what, and how."""

    name = "notifications"
    verbose_name = _("Powiadomienia")

    def ready(self) -> None:
        """Say what this app tells people, what it holds about them and how long."""
        from notifications.domain.own_data import register_own_data
        from notifications.domain.retention import register_own_rules
        from notifications.own_kinds import register_own_kinds
        from notifications.own_matters import register_own_matters
        from notifications.purposes import register_purposes

        register_own_data()
        register_purposes()
        register_own_rules()
        register_own_kinds()
        register_own_matters()
