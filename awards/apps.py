"""App configuration."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AwardsConfig(AppConfig):
    """Competitions, nominations, jury and results."""

    name = "awards"
    verbose_name = _("Nagrody")
