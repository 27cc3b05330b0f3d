"""What may be refused, each in words for people."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from accounts.refusals import Refusal


class SurveyError(Refusal):
    """Base of what surveys refuse."""

    message = _("Nie można tego teraz zrobić.")


class QuestionnaireInvalid(SurveyError):
    """A questionnaire in YAML or in the builder that could not be answered."""

    message = _("Kwestionariusz zawiera błędy.")


class VersionIsPublished(SurveyError):
    """A published version never changes."""

    message = _("Opublikowana wersja już się nie zmienia. Utwórz nową wersję.")


class NothingAsked(SurveyError):
    """A version without questions."""

    message = _("Dodaj najpierw choć jedno pytanie.")


class SurveyNotOpenYet(SurveyError):
    """Answers before the opening."""

    message = _("Ta ankieta jeszcze się nie zaczęła.")


class SurveyClosed(SurveyError):
    """Answers after the end."""

    message = _("Ta ankieta już się zakończyła. Nie przyjmujemy odpowiedzi.")


class AlreadyAnswered(SurveyError):
    """One response an organization, person or link."""

    message = _("Ta odpowiedź została już wysłana.")


class ResultsNotReady(SurveyError):
    """Results of a survey that still runs."""

    message = _("Wyniki można ogłosić dopiero po zakończeniu ankiety.")


class DatesWrong(SurveyError):
    """An end before the beginning, or in the past."""

    message = _("Koniec ankiety musi być po jej początku i w przyszłości.")


class ChangedMeanwhile(SurveyError):
    """Two people of one organization at the same answers."""

    message = _(
        "Ktoś zmienił te odpowiedzi po otwarciu tej strony. Poniżej jest to, co wpisałeś(-aś); "
        "sprawdź i wyślij jeszcze raz, jeśli ma zastąpić tamte."
    )
