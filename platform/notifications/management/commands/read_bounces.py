"""Read notices of undeliverable letters: from the mailbox, or one from standard input."""

from __future__ import annotations

import sys

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from notifications.domain.bounce_mailbox import MOST_BYTES, read_mailbox
from notifications.domain.delivery_notices import read_notice


class Command(BaseCommand):
    """For a mail server's pipe: ``manage.py read_bounces --stdin --recipient "$RECIPIENT"``."""

    help = "Reads notices of undeliverable letters and of complaints."

    def add_arguments(self, parser: CommandParser) -> None:
        """Where the notice comes from."""
        parser.add_argument("--stdin", action="store_true", help="one message, as a pipe gives it")
        parser.add_argument("--recipient", default="", help="the envelope's recipient")

    def handle(self, *args: object, **options: object) -> None:
        """Read and say what came of it."""
        if options["stdin"]:
            reports = read_notice(
                sys.stdin.buffer.read(MOST_BYTES), recipient=str(options["recipient"])
            )
            self.stdout.write(f"{len(reports)} report(s)")
            return
        if not settings.BOUNCE_MAILBOX_URL:
            raise CommandError("Set BOUNCE_MAILBOX_URL, or give one message with --stdin.")
        read, understood = read_mailbox(settings.BOUNCE_MAILBOX_URL)
        self.stdout.write(f"{read} message(s) read, {understood} understood")
