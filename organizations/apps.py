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
        self._join_platform()

    def _join_platform(self) -> None:
        from organizations import joint_api
        from organizations.datasets import register_open_data
        from organizations.domain.respondents import register_respondents
        from organizations.found import register_found
        from organizations.home import map_of_organizations
        from organizations.interested import people_of_fields
        from organizations.kept_word_section import kept_word_of_body
        from organizations.kinds import register_kinds
        from organizations.letter_kinds import register_letter_kinds
        from organizations.measures import register_measures
        from organizations.nearby import directory_near, number_of_organizations
        from organizations.needs_registration import register_needs
        from organizations.own_matters import register_own_matters
        from organizations.own_partnerships import register_own_partnerships
        from organizations.partnership_kinds import register_partnership_kinds
        from organizations.partnership_sections import partnerships_of
        from organizations.profile_sections import register as register_section
        from organizations.progress import goals_of_directory
        from organizations.purposes import register_purposes
        from organizations.queues import directory
        from organizations.web.directory import directory_token
        from pages import home, interested, moderation, nearby, numbers, progress
        from pages.navigation import register

        register_kinds()
        register_letter_kinds()
        register_partnership_kinds()
        register_own_matters()
        register_purposes()
        register_own_partnerships()
        register_section(partnerships_of, order=30)
        register_section(kept_word_of_body, order=15)
        register_open_data()
        joint_api.register_open_data()
        register(_("Organizacje"), "organizations:list", order=20)
        home.register_section(
            "organizations", "organizations/_home.html", map_of_organizations, 40, directory_token
        )
        register_found()
        register_measures()
        register_respondents()
        register_needs()
        nearby.register(directory_near, order=40)
        numbers.register(number_of_organizations, order=20)
        progress.register(goals_of_directory, order=30)
        moderation.register(directory)
        interested.register(people_of_fields)
