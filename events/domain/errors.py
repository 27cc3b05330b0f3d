"""Named refusals; the web layer shows their message and keeps what was typed."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from accounts.refusals import Refusal


class EventError(Refusal):
    """Base of what events refuse."""


class StageNotAllowed(EventError):
    """The stage cannot be changed that way now."""

    message = _("Takiej zmiany etapu nie można teraz zrobić.")


class ReasonRequired(EventError):
    """The move needs a reason."""

    message = _("Podaj powód; zostanie przekazany uczestnikom.")


class HasParticipants(EventError):
    """People have registered: the event may be cancelled, not hidden."""

    message = _("Ktoś się już zapisał. Wydarzenie można odwołać, ale nie ukryć.")


class RegistrationClosed(EventError):
    """Nobody can register at this moment."""

    message = _("Zapisy są zamknięte.")


class RegistrationNotOpenYet(EventError):
    """Registration begins later."""

    message = _("Zapisy jeszcze się nie rozpoczęły.")


class AlreadyRegistered(EventError):
    """The same person again."""

    message = _(
        "Ta osoba jest już zapisana na to wydarzenie. Odnośnik do zmiany zgłoszenia "
        "jest w liście, który wtedy wysłaliśmy."
    )


class InvitationInvalid(EventError):
    """There is no such code, it was used up, or it is too old."""

    message = _("Ten kod zaproszenia nie działa: sprawdź, czy jest dobrze przepisany.")


class GroupTooLarge(EventError):
    """More people than one application may hold."""

    message = _("Tyle osób nie zmieści się w jednym zgłoszeniu.")


class NothingToConfirm(EventError):
    """The offer has lapsed or was answered already."""

    message = _("To miejsce nie czeka już na potwierdzenie.")


class NotPossibleNow(EventError):
    """The registration does not stand where the action would begin."""

    message = _("Tego zgłoszenia nie można teraz tak zmienić.")


class NoFreePlace(EventError):
    """Every place is taken."""

    message = _("Nie ma wolnego miejsca.")


class SessionFull(EventError):
    """Every place of the session is taken and kept."""

    message = _("Na tę sesję nie ma już miejsc.")


class SessionsOverlap(EventError):
    """One person cannot be in two rooms."""

    message = _("Masz już zapis na inną sesję w tym samym czasie.")


class CodeUnknown(EventError):
    """No ticket of this event has the code."""

    message = _("Nie ma takiego biletu na to wydarzenie.")


class StandTaken(EventError):
    """Two exhibitors cannot stand in one place."""

    message = _("To stoisko jest już zajęte.")


class SlotFull(EventError):
    """The load-in slot has no place left."""

    message = _("W tym oknie rozładunku nie ma już miejsca.")


class VotedAlready(EventError):
    """One vote for each ticket."""

    message = _("Z tego biletu oddano już głos.")


class CallClosed(EventError):
    """The organisation may not apply at this moment."""

    message = _("Termin zgłoszeń minął.")


class ScheduleUnreadable(EventError):
    """The file is no schedule that we know."""

    message = _("Tego pliku nie da się odczytać jako programu (frab, JSON lub XML).")


class PoolInUse(EventError):
    """People hold places of the pool."""

    message = _("Z tej puli ktoś już ma miejsce: można zmienić liczbę miejsc, nie usunąć.")


class TooFewPlaces(EventError):
    """Fewer places than people who hold them."""

    message = _("Zapisało się już więcej osób.")
