"""Make the key with which the portal sends notices to devices."""

from __future__ import annotations

from django.core.management.base import BaseCommand

from notifications.domain.web_push.sender_keys import new_private_key


class Command(BaseCommand):
    """Prints a line for the environment; nothing is stored."""

    help = "Prints a fresh PUSH_PRIVATE_KEY. A changed key makes all devices subscribe anew."

    def handle(self, *args: object, **options: object) -> None:
        """Print it."""
        self.stdout.write(f"PUSH_PRIVATE_KEY={new_private_key()}")
