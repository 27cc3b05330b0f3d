"""Named refusals of awards; the web layer shows their message and keeps what was typed."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from accounts.refusals import Refusal


class StageNotAllowed(Refusal):
    """The edition cannot go there now."""

    message = _("Takiej zmiany etapu nie można teraz zrobić.")


class ReasonRequired(Refusal):
    """The step needs a reason."""

    message = _("Podaj powód.")


class NominationsClosed(Refusal):
    """The category takes no nominations at this moment."""

    message = _("Zgłoszenia w tej kategorii nie są teraz przyjmowane. Twój tekst został w szkicu.")


class NominatorNotAllowed(Refusal):
    """The rules let others nominate."""

    message = _("Regulamin tej kategorii nie pozwala Ci zgłosić kandydata w tej roli.")


class LimitReached(Refusal):
    """The person has nominated as often as the rules allow."""

    message = _("To już najwięcej zgłoszeń, na ile pozwala regulamin tej kategorii.")


class SelfNominationNotAllowed(Refusal):
    """The rules want somebody else to nominate."""

    message = _("W tej kategorii nie można zgłosić siebie ani własnej organizacji.")


class AlreadyNominator(Refusal):
    """The person stands behind the nomination already."""

    message = _("Już popierasz to zgłoszenie.")


class NominationIncomplete(Refusal):
    """Something that the rules require is missing."""

    message = _("Uzupełnij brakujące pola.")


class NominationNotEditable(Refusal):
    """The text stands as it was submitted."""

    message = _("Tego zgłoszenia nie można już zmienić.")


class StateNotAllowed(Refusal):
    """The nomination cannot go there now."""

    message = _("Tego nie można zrobić ze zgłoszeniem w tym stanie.")


class ConsentMissing(Refusal):
    """Nothing goes on without the nominee's word."""

    message = _("Kandydat nie wyraził jeszcze zgody. Bez niej nie można przyjąć zgłoszenia.")


class ConsentDecided(Refusal):
    """The nominee has answered or the term has passed."""

    message = _("Na to pytanie już odpowiedziano albo minął termin.")


class NoNomineeAddress(Refusal):
    """There is nobody to ask."""

    message = _("Zgłoszenie nie ma adresu e-mail kandydata.")


class TooLate(Refusal):
    """The term for this step has passed."""

    message = _("Termin na tę czynność już minął.")


class TooMany(Refusal):
    """The rules allow fewer."""

    message = _("Regulamin pozwala na mniej.")


class LetterWritten(Refusal):
    """The recommendation is there or was declined."""

    message = _("Ta rekomendacja jest już napisana albo odmówiono jej napisania.")


class NotSigned(Refusal):
    """Jurors sign the declaration of confidentiality first."""

    message = _("Najpierw podpisz deklarację poufności i bezstronności.")


class ConflictDeclared(Refusal):
    """The juror is connected with the nominee."""

    message = _("Zgłoszony konflikt interesów wyklucza czytanie i ocenę tego zgłoszenia.")


class NotAssigned(Refusal):
    """The juror may not score this nomination now."""

    message = _("Nie możesz teraz oceniać tego zgłoszenia.")


class ScoresMissing(Refusal):
    """A submitted sheet has all its scores and a justification."""

    message = _("Oceń każde kryterium i napisz uzasadnienie.")


class AlreadySubmitted(Refusal):
    """A submitted sheet stays as it is."""

    message = _("Ta ocena jest już złożona i nie można jej zmienić.")


class NotEnoughJurors(Refusal):
    """The rules want more jurors."""

    message = _("Za mało jurorów, którzy podpisali deklarację i nie mają konfliktu interesów.")


class NotPresent(Refusal):
    """Only those at the meeting vote."""

    message = _("Głosują tylko obecni na posiedzeniu, bez konfliktu interesów w tej sprawie.")


class MotionClosed(Refusal):
    """The vote is over."""

    message = _("To głosowanie jest zamknięte.")


class VerdictNotAllowed(Refusal):
    """The verdict breaks the rules."""

    message = _("Tego rozstrzygnięcia nie można zapisać.")


class VotingClosed(Refusal):
    """The audience votes at another time."""

    message = _("Głosowanie publiczności teraz nie trwa.")


class AlreadyVoted(Refusal):
    """One address, one vote in a category."""

    message = _("Z tego adresu oddano już głos w tej kategorii.")
