"""App configuration."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DocumentsConfig(AppConfig):
    """Stored files and report writers."""

    name = "documents"
    verbose_name = _("Dokumenty")
