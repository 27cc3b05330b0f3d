"""App configuration: registers discussions with the platform."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DiscussionsConfig(AppConfig):
    """Threads and the members' forum."""

    name = "discussions"
    verbose_name = _("Rozmowy")

    def ready(self) -> None:
        """Tell the platform what discussions show and send."""
        from accounts import dashboard
        from discussions.found import register_found
        from discussions.home import lively_threads, sign
        from discussions.kinds import register_kinds
        from discussions.own_data import register_own_data
        from discussions.own_matters import post_drafts, unread_talks
        from discussions.purposes import register_purposes
        from discussions.queues import appeals, reported_posts
        from discussions.retention import register_retention
        from discussions.sitemaps import ThreadSitemap
        from open_data.sitemaps import register_sitemap
        from pages import home, moderation, navigation

        register_kinds()
        register_own_data()
        register_purposes()
        register_retention()
        register_found()
        register_sitemap("rozmowy", ThreadSitemap)
        for section in (unread_talks, post_drafts):
            dashboard.register(section)
        moderation.register(reported_posts)
        moderation.register(appeals)
        navigation.register(_("Rozmowy"), "discussions:index", order=60)
        home.register_section("discussions", "discussions/_home.html", lively_threads, 60, sign)
