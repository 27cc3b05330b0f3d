"""App configuration."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class QualityIndexConfig(AppConfig):
    """The Local Cooperation Quality Index (LIJW)."""

    name = "quality_index"
    verbose_name = _("Indeks jakości współpracy")
