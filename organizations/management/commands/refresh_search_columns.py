"""``manage.py refresh_search_columns``: after a change of the word analyser."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from organizations.domain.reindexing import refresh_search_columns
from organizations.models import Organization, PublicBody


class Command(BaseCommand):
    """Computes the words of all organizations and offices anew."""

    help = "Compute anew the words by which organizations and offices are found."

    def handle(self, *args: Any, **options: Any) -> None:
        """Say how many rows were written."""
        organizations = refresh_search_columns(Organization.objects.all(), ("initial",))
        bodies = refresh_search_columns(PublicBody.objects.select_related("area"))
        self.stdout.write(f"{organizations} organizations, {bodies} public bodies")
