"""What the directory refuses, in sentences for people."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from accounts.refusals import Refusal


class DirectoryError(Refusal):
    """Base of what the directory refuses."""

    message = _("Tego nie można zrobić.")


class AlreadyDecided(DirectoryError):
    """Somebody decided in the meantime."""

    message = _("Ktoś już podjął decyzję w tej sprawie.")


class AlreadyMember(DirectoryError):
    """The person acts for the organization already."""

    message = _("Ta osoba już działa w imieniu tej organizacji.")


class AlreadyAsked(DirectoryError):
    """A claim of the person waits."""

    message = _("Twoja prośba o ten profil już czeka na decyzję.")


class LastKeeper(DirectoryError):
    """A profile with members keeps at least one keeper."""

    message = _(
        "Profil musi mieć opiekuna. Najpierw przekaż opiekę komuś innemu albo poproś "
        "administratora o zwolnienie z niej."
    )


class SentAMomentAgo(DirectoryError):
    """Letters to one address go out at most once in a while."""

    message = _("To zaproszenie wysłano przed chwilą. Następne możesz wysłać za kwadrans.")


class DeputationRefused(DirectoryError):
    """The deputy works elsewhere, the days are past or taken."""

    message = _(
        "Nie można wyznaczyć tego zastępstwa: obie osoby muszą pracować w urzędzie, a w tych "
        "dniach nie może być innego zastępcy."
    )


class NotAMember(DirectoryError):
    """Care passes from a keeper to another member only."""

    message = _("Opiekę nad profilem można przekazać tylko innej osobie, która w nim działa.")


class SuccessorExists(DirectoryError):
    """Somebody else keeps the profile already."""

    message = _("Ten profil ma też innego opiekuna, możesz więc po prostu odejść.")


class ReleaseAsked(DirectoryError):
    """An administrator has the request already."""

    message = _("Prośba o zwolnienie z opieki już czeka na decyzję administratora.")


class InvitationGone(DirectoryError):
    """The invitation was used, revoked or is too old."""

    message = _("To zaproszenie jest już nieważne. Poproś o nowe.")


class InvitationForAnother(DirectoryError):
    """The invitation was sent to another address."""

    message = _("Zaproszenie wysłano na inny adres e-mail. Zaloguj się na konto z tym adresem.")


class ReasonMissing(DirectoryError):
    """A refusal needs its reason."""

    message = _("Napisz, dlaczego odrzucasz.")


class NoRegisterEmail(DirectoryError):
    """The profile has no address to which a letter could go."""

    message = _("Profil nie ma adresu e-mail. Wybierz inny sposób potwierdzenia.")


class ProofMissing(DirectoryError):
    """The chosen proof needs a file."""

    message = _("Dołącz dokument.")


class CallOver(DirectoryError):
    """The deadline of a call for partners has passed, or the caller has closed it."""

    message = _("Zgłoszenia do tego ogłoszenia są już zamknięte.")


class AlreadyInterested(DirectoryError):
    """The organization or office has answered this call."""

    message = _("Ta organizacja lub urząd już odpowiada na to ogłoszenie.")


class OwnCall(DirectoryError):
    """Nobody answers their own call."""

    message = _("To Wasze własne ogłoszenie.")


class AlreadyAnswered(DirectoryError):
    """The interest was answered or withdrawn in the meantime."""

    message = _("To zgłoszenie ma już odpowiedź albo zostało wycofane.")


class AlreadyInvited(DirectoryError):
    """The organization has been asked to look at this call."""

    message = _("Tę organizację już zaproszono do tego ogłoszenia.")


class StepRefused(DirectoryError):
    """A partnership lacks what its next step needs."""
