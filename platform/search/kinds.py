"""Kinds of notifications that the search sends; registered in ``apps.py``."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from notifications import kinds
from notifications.kinds import Kind

YOU_FOLLOW_IT = _("Dostajesz tę wiadomość, bo obserwujesz to wyszukiwanie.")


def register_kinds() -> None:
    """Make all kinds known to the platform."""
    kinds.register(
        Kind(
            key="search.new_results",
            label=_("Nowe wyniki obserwowanego wyszukiwania"),
            title=_("Nowe wyniki: %(words)s"),
            body=_("Liczba nowych: %(count)s, pierwszy z nich: %(first)s."),
            reason=YOU_FOLLOW_IT,
        )
    )
