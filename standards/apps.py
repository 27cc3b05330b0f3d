"""App configuration."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class StandardsConfig(AppConfig):
    """Working groups, standards and their way to adoption."""

    name = "standards"
    verbose_name = _("Standardy")
