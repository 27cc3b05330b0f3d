"""App configuration."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class NotificationsConfig(AppConfig):
    """Who hears of what, and how."""

    name = "notifications"
    verbose_name = _("Powiadomienia")
