"""Named refusals that every part may answer with; the web layer shows their message."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Refusal(Exception):
    """Base of all refusals; ``str()`` of it is a sentence for people."""

    message: str | Promise = _("Tej czynności nie można teraz wykonać.")

    def __init__(self, message: str | Promise | None = None) -> None:
        super().__init__(message or self.message)

    def __str__(self) -> str:
        return str(self.args[0])


class TooOften(Refusal):
    """One person did the same too many times within an hour."""

    message = _("To już wiele zgłoszeń w krótkim czasie. Spróbuj ponownie za godzinę.")


class FormTooOld(Refusal):
    """The form was opened long ago or was not ours."""

    message = _("Ten formularz był otwarty bardzo długo. Sprawdź treść i wyślij ją jeszcze raz.")


class FormTooQuick(Refusal):
    """Nobody types that fast."""

    message = _("Formularz został wysłany szybciej, niż da się pisać. Wyślij go jeszcze raz.")
