"""App configuration."""

import logging

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DocumentsConfig(AppConfig):
    """Stored files and report writers."""

    name = "documents"
    verbose_name = _("Dokumenty")

    def ready(self) -> None:
        """Keep a library's greeting out of every process's log."""
        logging.getLogger("pikepdf").setLevel(logging.WARNING)
