"""App configuration."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class AccountsConfig(AppConfig):
    """Users and how they sign in."""

    name = "accounts"
    verbose_name = _("Konta")

    def ready(self) -> None:
        """Say what this app holds about people and how long."""
        from accounts.audit import index_after_migrate
        from accounts.domain.own_data import register_own_data
        from accounts.domain.purposes import register_own_purposes
        from accounts.domain.retention import register_own_rules
        from accounts.processing import load_entries

        register_own_data()
        register_own_rules()
        register_own_purposes()
        post_migrate.connect(load_entries, sender=self)
        post_migrate.connect(index_after_migrate, sender=self)
