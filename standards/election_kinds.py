"""Kinds of notifications about councils and elections."""

from __future__ import annotations

from datetime import datetime

from django.db import models
from django.utils import formats, timezone
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from notifications.kinds import Context, Kind
from notifications.models import OutboxEvent
from standards.group_kinds import GROUP, YOU_SERVE, nobody
from standards.models import (
    Candidate,
    CandidateState,
    Complaint,
    Election,
    Mandate,
    Opinion,
)

YOU_STAND = _("Dostajesz tę wiadomość, bo kandydujesz w tych wyborach.")
YOU_VOTE = _("Dostajesz tę wiadomość, bo masz oddać głos organizacji.")
YOU_COMPLAINED = _("Dostajesz tę wiadomość, bo złożyłeś(-aś) skargę.")


def election_kinds() -> list[Kind]:
    """All kinds of this module."""
    return [
        Kind(
            key="standards.opinion_given",
            group=GROUP,
            label=_("Rada wydała opinię"),
            title=_("Opinia rady nr %(number)s"),
            body=_("%(subject)s"),
            followed=_council_and_matter,
        ),
        Kind(
            key="standards.election_announced",
            group=GROUP,
            label=_("Ogłoszono wybory do rady"),
            title=_("Wybory: %(title)s"),
            body=_terms,
            followed=_council_and_office,
        ),
        Kind(
            key="standards.election_cancelled",
            group=GROUP,
            label=_("Odwołano wybory do rady"),
            title=_("Odwołane wybory: %(title)s"),
            followed=_council_and_office,
        ),
        Kind(
            key="standards.consent_asked",
            group=GROUP,
            label=_("Prośba o zgodę na kandydowanie"),
            title=_("Zgłoszono Cię w wyborach: %(title)s"),
            body=_("Zgłasza: %(organization)s. Bez Twojej zgody nie trafisz na listę."),
            reason=YOU_STAND,
            recipients=_the_candidate,
            followed=nobody,
        ),
        Kind(
            key="standards.candidate_checked",
            group=GROUP,
            label=_("Decyzja o kandydaturze"),
            title=_("Kandydatura sprawdzona: %(name)s"),
            body=_checked,
            reason=YOU_STAND,
            recipients=_the_candidate,
            followed=nobody,
        ),
        Kind(
            key="standards.mandate_given",
            group=GROUP,
            label=_("Upoważnienie do głosowania"),
            title=_("Masz oddać głos: %(organization)s"),
            body=_("%(title)s"),
            reason=YOU_VOTE,
            recipients=_the_voter,
            followed=nobody,
        ),
        Kind(
            key="standards.complaint_received",
            group=GROUP,
            label=_("Skarga wyborcza do rozstrzygnięcia"),
            title=_("Nowa skarga: %(title)s"),
            reason=YOU_SERVE,
            recipients=_officials,
            followed=nobody,
        ),
        Kind(
            key="standards.complaint_decided",
            group=GROUP,
            label=_("Odpowiedź na Twoją skargę"),
            title=_("Skarga rozstrzygnięta: %(title)s"),
            body=_("%(decision)s"),
            reason=YOU_COMPLAINED,
            recipients=_the_author,
            followed=nobody,
        ),
    ]


def _terms(context: Context) -> str:
    def moment(name: str) -> str:
        local = timezone.localtime(datetime.fromisoformat(context[name]))
        return str(formats.date_format(local, "DATETIME_FORMAT"))

    return _now("Kandydatów można zgłaszać do %(until)s. Głosowanie: %(first)s – %(last)s.") % {
        "until": moment("candidates_until"),
        "first": moment("voting_from"),
        "last": moment("voting_until"),
    }


def _checked(context: Context) -> str:
    return f"{CandidateState(context['state']).label}\n\n{context['reason']}".strip()


def _council_and_matter(event: OutboxEvent) -> list[models.Model]:
    opinion = event.subject
    if not isinstance(opinion, Opinion):
        return []
    about = (opinion.council, opinion.consultation, opinion.standard)
    return [row for row in about if row is not None]


def _council_and_office(event: OutboxEvent) -> list[models.Model]:
    election = event.subject
    if not isinstance(election, Election):
        return []
    return [election.council, election.council.public_body]


def _the_candidate(event: OutboxEvent) -> list[int]:
    candidate = event.subject
    return [candidate.user_id] if isinstance(candidate, Candidate) and candidate.user_id else []


def _the_voter(event: OutboxEvent) -> list[int]:
    mandate = event.subject
    return [mandate.user_id] if isinstance(mandate, Mandate) else []


def _the_author(event: OutboxEvent) -> list[int]:
    complaint = event.subject
    return [complaint.author_id] if isinstance(complaint, Complaint) and complaint.author_id else []


def _officials(event: OutboxEvent) -> models.QuerySet[User]:
    complaint = event.subject
    if not isinstance(complaint, Complaint):
        return User.objects.none()
    return User.objects.filter(
        publicbodymemberships__is_active=True,
        publicbodymemberships__public_body=complaint.election.council.public_body_id,
    )
