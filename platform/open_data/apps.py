"""Configuration of the open data app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class OpenDataConfig(AppConfig):
    """Public API, files, catalogue and sitemap."""

    name = "open_data"
    verbose_name = _("otwarte dane")

    def ready(self) -> None:
        """The territory and what pages publish belong to the platform itself."""
        from open_data.areas import router
        from open_data.public_api import register_router
        from open_data.publications import register_publications
        from open_data.sitemaps import StaticPages, register_sitemap

        register_router("/areas", router, "areas")
        register_sitemap("strony", StaticPages)
        register_publications()
