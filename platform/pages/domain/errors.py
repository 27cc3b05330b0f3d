"""Named refusals of publishing."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from accounts.refusals import Refusal


class ChangeNotAllowed(Refusal):
    """The publication cannot be moved that way now, or not by this person."""

    message = _("Tej zmiany nie można teraz zrobić.")


class ReasonMissing(Refusal):
    """The author must learn what to correct."""

    message = _("Napisz, dlaczego; przeczyta to autor.")


class ChangedMeanwhile(Refusal):
    """Somebody saved another version while this one was being written."""

    message = _(
        "Ktoś zapisał w tym czasie inną wersję. Twój tekst jest niżej: porównaj go z najnowszą "
        "wersją i zapisz jeszcze raz."
    )


class AddressTaken(Refusal):
    """Another page has the address."""

    message = _("Pod tym adresem jest już inna strona.")


class RedirectLoop(Refusal):
    """A reader would go round in circles."""

    message = _("To przekierowanie tworzy pętlę: prowadzi z powrotem do starego adresu.")
