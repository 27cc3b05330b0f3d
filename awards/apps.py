"""App configuration: registers awards with the platform."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AwardsConfig(AppConfig):
    """Competitions, nominations, jury and results."""

    name = "awards"
    verbose_name = _("Nagrody")

    def ready(self) -> None:
        """Tell the platform what awards show and send."""
        from accounts import dashboard
        from awards.calendar_terms import register_terms
        from awards.datasets import register_open_data
        from awards.found import register_found
        from awards.home import awards_on_home, home_token
        from awards.kinds import register_kinds
        from awards.letter_kinds import register_letter_kinds
        from awards.measures import register_measures
        from awards.own_data import register_own_data
        from awards.own_matters import editions_to_run, jury_duties, own_nominations
        from awards.profile_sections import awards_of_organization
        from awards.purposes import register_purposes
        from awards.retention import register_retention
        from organizations import profile_sections
        from pages import home, navigation

        register_kinds()
        register_letter_kinds()
        register_own_data()
        register_purposes()
        register_retention()
        register_found()
        register_terms()
        register_measures()
        register_open_data()
        dashboard.register(jury_duties)
        dashboard.register(editions_to_run)
        dashboard.register(own_nominations)
        profile_sections.register(awards_of_organization, order=40)
        navigation.register(_("Nagrody"), "awards:list", order=50)
        home.register_section("awards", "awards/_home.html", awards_on_home, 50, home_token)
