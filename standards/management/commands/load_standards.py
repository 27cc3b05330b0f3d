"""``manage.py load_standards``: the project's groups and standards for an office."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from organizations.models import PublicBody, PublicBodyKind
from standards.domain.templates import load_project


class Command(BaseCommand):
    """Safe to repeat; prints what was added."""

    help = "Adds the five working groups and the standards of the cooperation project."

    def add_arguments(self, parser: CommandParser) -> None:
        """Which office, and when its work begins."""
        parser.add_argument("--office", help="address (slug) of the office; the marshal's office")
        parser.add_argument("--begins", help="day on which the work begins (YYYY-MM-DD); today")

    def handle(self, *args: Any, **options: Any) -> None:
        """Load for the chosen office."""
        bodies = PublicBody.objects.filter(kind=PublicBodyKind.MARSHAL)
        if options["office"]:
            bodies = PublicBody.objects.filter(slug=options["office"])
        body = bodies.first()
        if body is None:
            raise CommandError("There is no such office.")
        begins = options["begins"]
        try:
            begins_on = date.fromisoformat(begins) if begins else timezone.localdate()
        except ValueError as error:
            raise CommandError("The day must look like 2026-12-31.") from error
        loaded = load_project(body=body, begins_on=begins_on)
        for row in [*loaded.groups, *loaded.standards]:
            self.stdout.write(f"added: {row}")
