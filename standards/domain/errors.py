"""Named refusals; the web layer shows their message and keeps what was typed."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from accounts.refusals import Refusal


class StandardsError(Refusal):
    """Base of what standards refuse."""


class StepNotAllowed(StandardsError):
    """The standard cannot take that step from where it stands."""

    message = _("Tego kroku nie można teraz zrobić: standard jest już na innym etapie.")


class EvidenceMissing(StandardsError):
    """The step has no evidence, or one that proves too little."""

    message = _("Tego kroku nie można przejść bez dowodu.")


class ReasonRequired(StandardsError):
    """The move needs a reason."""

    message = _("Podaj powód; zobaczą go wszyscy.")


class NoDraftText(StandardsError):
    """There is nothing to consult yet."""

    message = _("Najpierw dodaj projekt standardu.")


class UnreadableText(StandardsError):
    """The file of the adopted text has no text that could be read into units."""

    message = _("Nie udało się odczytać tekstu z tego pliku. Dodaj DOCX, ODT lub PDF z tekstem.")


class SeatTaken(StandardsError):
    """The seat cannot be given."""

    message = _("Tego miejsca nie można teraz nadać.")


class MinutesApproved(StandardsError):
    """Approved minutes are a document and change no more."""

    message = _("Protokół jest zatwierdzony i nie można go już zmienić.")


class NotAMember(StandardsError):
    """Only those who sit and vote in the body may."""

    message = _("Głosują tylko członkowie zespołu z prawem głosu.")


class TooLate(StandardsError):
    """The moment has passed."""

    message = _("Termin już minął.")


class NoMandate(StandardsError):
    """The person is not authorized to vote for the organization."""

    message = _("Nie masz upoważnienia do głosowania w imieniu tej organizacji.")


class AlreadyVoted(StandardsError):
    """One organization, one vote."""

    message = _("Ta organizacja już zagłosowała. Każda ma jeden głos.")


class TooManyChosen(StandardsError):
    """More candidates than seats, or some that are not on the list."""

    message = _("Zaznacz najwyżej tylu kandydatów, ile jest miejsc.")


class ResultsNotYet(StandardsError):
    """The moment of results has not come."""

    message = _("Wyniki nie są jeszcze ogłoszone.")
