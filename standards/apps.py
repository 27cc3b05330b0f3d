"""App configuration: registers standards with the platform."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class StandardsConfig(AppConfig):
    """Working groups, standards and their way to adoption."""

    name = "standards"
    verbose_name = _("Standardy")

    def ready(self) -> None:
        """Tell the platform and other activities what standards show and send."""
        from accounts import dashboard
        from consultations import panels
        from open_data.sitemaps import register_sitemap
        from organizations import cooperation_facts, profile_sections
        from pages import home, moderation, navigation, progress
        from standards.consultation_panels import opinions_on, standard_of
        from standards.cooperation_facts import facts_of_standards
        from standards.datasets import register_open_data
        from standards.found import register_found
        from standards.happenings import register_happenings
        from standards.home import standards_on_the_road, token
        from standards.kinds import register_kinds
        from standards.measures import register_measures
        from standards.own_data import register_own_data
        from standards.own_matters import answers_to_give, standards_to_keep
        from standards.profile_sections import adopted_standards, seats_in_bodies
        from standards.progress import goals_of_standards
        from standards.purposes import register_purposes
        from standards.queues import library
        from standards.retention import register_retention
        from standards.sitemaps import (
            GroupSitemap,
            MaterialSitemap,
            PracticeSitemap,
            StandardSitemap,
        )
        from standards.workspace_talks import register_talks

        register_kinds()
        register_own_data()
        register_purposes()
        register_open_data()
        register_talks()
        register_happenings()
        register_found()
        register_measures()
        register_retention()
        register_sitemap("standardy", StandardSitemap)
        register_sitemap("zespoly", GroupSitemap)
        register_sitemap("biblioteka", MaterialSitemap)
        register_sitemap("praktyki", PracticeSitemap)
        dashboard.register(standards_to_keep)
        dashboard.register(answers_to_give)
        moderation.register(library)
        profile_sections.register(adopted_standards, order=20)
        profile_sections.register(seats_in_bodies, order=22)
        cooperation_facts.register(facts_of_standards)
        panels.register(standard_of)
        panels.register(opinions_on)
        progress.register(goals_of_standards, order=10)
        navigation.register(_("Standardy"), "standards:list", order=15)
        home.register_section("standards", "standards/_home.html", standards_on_the_road, 20, token)
