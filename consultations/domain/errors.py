"""Named refusals; the web layer shows their message and keeps what was typed."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _


class ConsultationError(Exception):
    """Base of all refusals; ``str()`` of it is a sentence for people."""

    message = _("Tej czynności nie można teraz wykonać.")

    def __init__(self, message: str | None = None) -> None:
        super().__init__(message or self.message)

    def __str__(self) -> str:
        return str(self.args[0])


class ConsultationClosed(ConsultationError):
    """No remarks are taken at this moment."""

    message = _(
        "Konsultacje nie przyjmują już uwag: termin minął. Twój tekst został zachowany poniżej, "
        "możesz go skopiować i przesłać do osoby kontaktowej."
    )


class ConsultationNotOpenYet(ConsultationError):
    """Remarks will be taken later."""

    message = _("Te konsultacje jeszcze się nie rozpoczęły. Twój tekst został zachowany poniżej.")


class StageNotAllowed(ConsultationError):
    """The stage cannot be changed that way now."""

    message = _("Takiej zmiany etapu nie można teraz zrobić.")


class ReasonRequired(ConsultationError):
    """The move needs a reason."""

    message = _("Podaj powód tej zmiany; zostanie pokazany uczestnikom.")


class PositionConflict(ConsultationError):
    """Somebody else saved this position in the meantime."""

    message = _(
        "Ktoś inny zapisał stanowisko do tej uwagi, zanim kliknięto „Zapisz”. "
        "Obie wersje są poniżej: porównaj je i zapisz ponownie."
    )


class RemarkNotEditable(ConsultationError):
    """The remark can no longer be changed by its author."""

    message = _("Tej uwagi nie można już zmienić.")


class TermTooEarly(ConsultationError):
    """An extension must move the last day forward."""

    message = _("Nowy termin musi być późniejszy niż obecny.")
