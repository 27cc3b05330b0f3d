"""Collecting texts: Django's command, which also knows ``_now``.

Modules that need both the lazy and the present ``gettext`` call the latter ``_now``; without
this keyword its texts would never reach the catalogs.
"""

from __future__ import annotations

from django.core.management.commands import makemessages


class Command(makemessages.Command):
    """``makemessages`` with one more name of ``gettext``."""

    xgettext_options = [*makemessages.Command.xgettext_options, "--keyword=_now"]
