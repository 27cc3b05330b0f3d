"""App configuration."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class OrganizationsConfig(AppConfig):
    """The directory."""

    name = "organizations"
    verbose_name = _("Organizacje i urzędy")
