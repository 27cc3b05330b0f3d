"""App configurations of the project itself."""

from django.apps import AppConfig
from django.contrib.admin.apps import AdminConfig


class PortalConfig(AppConfig):
    """Holds the commands that span all parts, such as the demo data."""

    name = "portal"

    def ready(self) -> None:
        """Say what lies between parts: defaults by role, topics to follow, the sitemap of pages."""
        from open_data.sitemaps import register_sitemap
        from pages.sitemaps import CallSitemap, NewsSitemap, PageSitemap
        from portal import followed_topics, notification_defaults

        notification_defaults.register()
        followed_topics.register()
        register_sitemap("teksty", PageSitemap)
        register_sitemap("aktualnosci", NewsSitemap)
        register_sitemap("nabory", CallSitemap)


class PortalAdminConfig(AdminConfig):
    """Django admin under the portal's own site."""

    default_site = "portal.admin_site.PortalAdminSite"
