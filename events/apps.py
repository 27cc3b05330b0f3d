"""App configuration."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class EventsConfig(AppConfig):
    """Programme, registration, the fair and the day itself."""

    name = "events"
    verbose_name = _("Wydarzenia")
