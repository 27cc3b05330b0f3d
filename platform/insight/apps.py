"""App configuration: registers the counts with the platform."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class InsightConfig(AppConfig):
    """Use of the portal without cookies, and how offices keep their word."""

    name = "insight"
    verbose_name = _("Wgląd")

    def ready(self) -> None:
        """Tell the platform what the counts show; name the pages of the platform itself."""
        from accounts import dashboard
        from insight.api import register_open_data
        from insight.own_matters import reports_section
        from insight.platform_places import register_places
        from insight.sitemaps import WordSitemap
        from open_data.sitemaps import register_sitemap

        register_open_data()
        register_places()
        register_sitemap("dotrzymane-slowo", WordSitemap)
        dashboard.register(reports_section)
