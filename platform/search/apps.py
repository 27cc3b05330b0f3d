"""App configuration."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SearchConfig(AppConfig):
    """One search over everything public, in Polish."""

    name = "search"
    verbose_name = _("Wyszukiwanie")

    def ready(self) -> None:
        """Tell the platform how long phrases are kept, and what followers hear of."""
        from search.kinds import register_kinds
        from search.retention import register_retention

        register_kinds()
        register_retention()
