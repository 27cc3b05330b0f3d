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
        from pages import navigation
        from quality_index.kinds import register_kinds

        register_kinds()
        navigation.register(_("Indeks"), "quality_index:region", order=60)
