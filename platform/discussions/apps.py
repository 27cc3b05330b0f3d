"""App configuration."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DiscussionsConfig(AppConfig):
    """Threads and the members' forum."""

    name = "discussions"
    verbose_name = _("Rozmowy")
