"""Named refusals; the web layer shows their message and keeps what was typed."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from accounts.refusals import Refusal


class IndexRefusal(Refusal):
    """Base of what the index refuses."""


class StageNotAllowed(IndexRefusal):
    """The stage cannot be changed that way now."""

    message = _("Takiej zmiany etapu nie można teraz zrobić.")


class ReasonRequired(IndexRefusal):
    """The move needs a reason."""

    message = _("Podaj powód tej zmiany; zobaczy go zespół.")


class ScoringClosed(IndexRefusal):
    """No scores are taken at this moment."""

    message = _(
        "Ocena nie przyjmuje już głosów: termin minął albo ją zakończono. "
        "Twoje odpowiedzi zostały poniżej, możesz je skopiować."
    )


class NotAllScored(IndexRefusal):
    """The member has left something out."""

    message = _("Zanim oddasz ocenę, odpowiedz na wszystkie wskaźniki.")


class AgreementConflict(IndexRefusal):
    """Somebody else saved this agreement in the meantime."""

    message = _(
        "Ktoś inny zapisał uzgodnienie tego wskaźnika, zanim kliknięto „Zapisz”. "
        "Obie wersje są na tej stronie: porównajcie je i zapiszcie ponownie."
    )


class AgreeingClosed(IndexRefusal):
    """Agreed scores change only while the team agrees."""

    message = _("Uzgodnione oceny można zmieniać tylko na etapie uzgadniania.")


class TeamClosed(IndexRefusal):
    """The team can no longer be changed."""

    message = _("Składu zespołu nie można już zmienić.")


class DeadlineTooEarly(IndexRefusal):
    """A term may only move forward."""

    message = _("Termin oceny można tylko przedłużyć.")


class VersionPublished(IndexRefusal):
    """A published version never changes."""

    message = _("Tej wersji nie można już zmienić, bo jest opublikowana. Przygotuj następną.")


class SurveyClosed(IndexRefusal):
    """The survey takes no answers any more."""

    message = _("Ta ankieta już się zakończyła.")


class AlreadyAnswered(IndexRefusal):
    """One answer of each person."""

    message = _("Już wypełniłeś(-aś) tę ankietę. Dziękujemy.")


class YearTaken(IndexRefusal):
    """The body has an assessment of this year."""

    message = _("Ten urząd ma już ocenę za ten rok.")
