"""Named refusals of publishing."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from pages.refusals import Refusal


class ChangeNotAllowed(Refusal):
    """The publication cannot be moved that way now, or not by this person."""

    message = _("Tej zmiany nie można teraz zrobić.")


class ReasonMissing(Refusal):
    """The author must learn what to correct."""

    message = _("Napisz, dlaczego; przeczyta to autor.")
