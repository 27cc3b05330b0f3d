"""Named refusals; the web layer shows their message and keeps what was typed."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from accounts.refusals import Refusal


class DiscussionError(Refusal):
    """Base of what discussions refuse."""


class ThreadLocked(DiscussionError):
    """The thread or its category takes no posts any more."""

    message = _("Ten wątek jest zamknięty. Twój tekst został zachowany poniżej.")


class NotAllowed(DiscussionError):
    """The person may not do that here, whatever the page offered."""

    message = _("Tej czynności nie można tu wykonać.")


class TooManyLinks(DiscussionError):
    """New accounts may not spread links."""

    message = _("Nowe konto może dodać do wpisu najwyżej 2 odnośniki. Usuń pozostałe.")


class TooManyAttachments(DiscussionError):
    """A post carries a handful of files."""

    message = _("Do jednego wpisu można dodać najwyżej 5 plików.")


class ReasonRequired(DiscussionError):
    """The decision needs a reason."""

    message = _("Podaj powód; przeczytają go osoby, których to dotyczy.")


class AppealedAlready(DiscussionError):
    """One appeal against one decision."""

    message = _("Odwołanie od tej decyzji zostało już złożone.")


class NotYourDecision(DiscussionError):
    """Nobody judges an appeal against an own decision."""

    message = _("Odwołanie rozstrzyga inna osoba niż ta, która ukryła wpis.")


class CannotMerge(DiscussionError):
    """Only two threads of the forum become one."""

    message = _("Tych wątków nie można połączyć.")
