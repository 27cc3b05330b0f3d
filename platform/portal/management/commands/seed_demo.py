"""Demo data for ``make run``: accounts, organizations, consultations in every stage."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from portal.demo import ACCOUNTS, PASSWORD, seed


class Command(BaseCommand):
    """Safe to repeat; never used in a deployment."""

    help = "Fills an empty portal with demo data and prints the demo accounts."

    def handle(self, *args: Any, **options: Any) -> None:
        seed()
        self.stdout.write(f"Demo accounts (password of all: {PASSWORD})")
        for account in ACCOUNTS:
            self.stdout.write(f"  {account.email:<32} {account.who}")
