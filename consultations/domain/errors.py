"""Named refusals; the web layer shows their message and keeps what was typed."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from accounts.refusals import Refusal


class ConsultationError(Refusal):
    """Base of what consultations refuse."""


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
        "Obie wersje są na tej stronie: porównaj je i zapisz ponownie."
    )


class PositionPublished(ConsultationError):
    """The results of the remark's round are out and stand as they were announced."""

    message = _("Wyniki tej tury są już ogłoszone, więc stanowiska nie można zmienić.")


class RoundNeedsText(ConsultationError):
    """A further round on the same text has to be meant."""

    message = _(
        "Tekst nie zmienił się od poprzedniej tury. Dodaj nową wersję albo zaznacz, że "
        "konsultujesz ten sam tekst."
    )


class RemarkNotEditable(ConsultationError):
    """The remark can no longer be changed by its author."""

    message = _("Tej uwagi nie można już zmienić.")


class TermTooEarly(ConsultationError):
    """An extension must move the last day forward."""

    message = _("Nowy termin musi być późniejszy niż obecny.")


class DraftEditRefused(ConsultationError):
    """A correction that would make no sense there."""

    message = _("Tej zmiany nie da się tu zrobić.")


class UnitChangedMeanwhile(ConsultationError):
    """Somebody else corrected the same unit in the meantime."""

    message = _(
        "Ktoś inny zmienił tę jednostkę, zanim kliknięto „Zapisz”. Twój tekst jest poniżej; "
        "porównaj go z obecnym i zapisz ponownie."
    )


class VersionNotReady(ConsultationError):
    """The version has not been read, or is not the latest one any more."""

    message = _("Tej wersji nie można teraz opublikować.")


class ApprovalByAnother(ConsultationError):
    """Whoever prepared the position may not approve it in this consultation."""

    message = _(
        "W tych konsultacjach stanowisko zatwierdza inna osoba niż ta, która je przygotowała. "
        "Zapisz je do zatwierdzenia."
    )


class NotAColleague(ConsultationError):
    """Remarks are assigned to people of the office only."""

    message = _("Ta osoba nie pracuje w urzędzie, który prowadzi konsultacje.")


class GroupTooSmall(ConsultationError):
    """A group joins remarks."""

    message = _("Zaznacz co najmniej dwie uwagi, które mówią to samo.")


class TooManyAttachments(ConsultationError):
    """A remark carries a handful of files."""

    message = _("Do jednej uwagi można dodać najwyżej 5 plików.")


class AppealedAlready(ConsultationError):
    """One appeal against one decision."""

    message = _("Odwołanie od tej decyzji zostało już złożone.")


class NotYourDecision(ConsultationError):
    """Nobody judges an appeal against an own decision."""

    message = _("Odwołanie rozstrzyga inna osoba niż ta, która ukryła uwagę.")


class ImportNotReady(ConsultationError):
    """A worker is busy with the forms, or the row is a remark already."""

    message = _("Z tymi formularzami coś się właśnie dzieje. Odśwież stronę i spróbuj ponownie.")


class MeetingNotOver(ConsultationError):
    """What has not ended cannot be recorded."""

    message = _("Protokół i obecność zapiszesz po zakończeniu spotkania.")


class FewerThanListed(ConsultationError):
    """The count of a sector is smaller than the list says."""

    message = _("Na liście jest więcej osób z tego sektora, niż podano w liczbie uczestników.")


class MeetingsStand(ConsultationError):
    """The basic mode has no meetings."""

    message = _("W trybie podstawowym nie ma spotkań. Najpierw odwołaj zapowiedziane spotkania.")


class CouncilAskedAlready(ConsultationError):
    """One question at a time."""

    message = _("Rada ma już prośbę o opinię i jeszcze na nią nie odpowiedziała.")


class NobodyToInvite(ConsultationError):
    """Everybody chosen was invited, or cannot be reached."""

    message = _(
        "Nie ma kogo zaprosić: wybrane organizacje są już zaproszone albo nie mają ani konta, ani "
        "adresu e-mail."
    )
