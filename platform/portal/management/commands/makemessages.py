"""Django's makemessages without guesses: a new text is missing until somebody translates it."""

from __future__ import annotations

from django.core.management.commands import makemessages


class Command(makemessages.Command):
    """Merges catalogs by equal texts only."""

    msgmerge_options = [*makemessages.Command.msgmerge_options, "--no-fuzzy-matching"]
