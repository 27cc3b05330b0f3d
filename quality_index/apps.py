"""App configuration: registers the index with the platform; loads the questionnaire."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class QualityIndexConfig(AppConfig):
    """The Local Cooperation Quality Index (LIJW)."""

    name = "quality_index"
    verbose_name = _("Indeks jakości współpracy")

    def ready(self) -> None:
        """The delivered questionnaire comes with the schema, as reference rows do."""
        from quality_index.reference import load_after_migrate

        post_migrate.connect(load_after_migrate, sender=self)
        self._join_platform()

    def _join_platform(self) -> None:
        from accounts import dashboard
        from organizations import profile_sections
        from pages import home, navigation
        from quality_index.datasets import register_open_data
        from quality_index.found import register_found
        from quality_index.home import index_of_body, newest_indexes, newest_token
        from quality_index.kinds import register_kinds
        from quality_index.measures import register_measures
        from quality_index.own_data import register_own_data
        from quality_index.own_matters import (
            assessments_to_run,
            plans_to_carry_out,
            scores_to_give,
        )
        from quality_index.purposes import register_purposes
        from quality_index.retention import register_retention

        register_kinds()
        register_own_data()
        register_purposes()
        register_retention()
        register_open_data()
        register_found()
        register_measures()
        dashboard.register(scores_to_give)
        dashboard.register(assessments_to_run)
        dashboard.register(plans_to_carry_out)
        profile_sections.register(index_of_body, order=30)
        navigation.register(_("Indeks"), "quality_index:region", order=60)
        home.register_section(
            "quality-index", "quality_index/_home.html", newest_indexes, 60, newest_token
        )
