"""App configuration; reference rows are loaded after each migrate."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class OrganizationsConfig(AppConfig):
    """The directory."""

    name = "organizations"
    verbose_name = _("Organizacje i urzędy")

    def ready(self) -> None:
        """Reference rows come with the schema, as content types do."""
        from organizations.reference import load_after_migrate

        post_migrate.connect(load_after_migrate, sender=self)
