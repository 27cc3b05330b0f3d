"""App configuration; reference rows are loaded after each migrate."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class TerritoryConfig(AppConfig):
    """Counties and gminas."""

    name = "territory"
    verbose_name = _("Terytorium")

    def ready(self) -> None:
        """Reference rows come with the schema, as content types do."""
        from territory.reference import load_after_migrate

        post_migrate.connect(load_after_migrate, sender=self)
