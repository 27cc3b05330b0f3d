"""App configurations of the project itself."""

from django.apps import AppConfig
from django.contrib.admin.apps import AdminConfig


class PortalConfig(AppConfig):
    """Holds the commands that span all parts, such as the demo data."""

    name = "portal"

    def ready(self) -> None:
        """Say which notifications come by default to whom."""
        from portal.notification_defaults import register

        register()


class PortalAdminConfig(AdminConfig):
    """Django admin under the portal's own site."""

    default_site = "portal.admin_site.PortalAdminSite"
