"""What people hear of; each notice lives and dies with the change that it tells of."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.formats import date_format

from awards.domain import letters
from awards.models import (
    Consent,
    Edition,
    EditionStage,
    Juror,
    Nomination,
    NominationNote,
    NominationState,
    Nominator,
    PublicVote,
    Recommendation,
)
from notifications.domain.publishing import publish, publish_many, publish_to_address
from search import registry

_TOLD_STAGES = {
    EditionStage.OPEN: "awards.opened",
    EditionStage.CANCELLED: "awards.cancelled",
    EditionStage.PUBLISHED: "awards.results",
}
_TOLD_STATES = {
    NominationState.COMPLETION: "awards.completion_called",
    NominationState.ACCEPTED: "awards.nomination_accepted",
    NominationState.REJECTED: "awards.nomination_rejected",
}


def edition_moved(edition: Edition, actor: Any, reason: str) -> None:
    """Followers hear of the opening and of the results; names of laureates are never mailed.

    Laureates enter the search when everybody may see them.
    """
    kind = _TOLD_STAGES.get(EditionStage(edition.stage))
    if kind:
        context = {
            "title": str(edition),
            "reason": reason,
            "last_day": edition.closes_on.isoformat(),
        }
        publish(kind, edition, actor, context)
    if edition.stage == EditionStage.PUBLISHED:
        _thank_nominators(edition)
    registry.touch("nagrody", [edition.pk])
    registry.touch("laureaci", _award_ids(edition))


def _award_ids(edition: Edition) -> list[int]:
    from awards.models import Award

    return list(Award.objects.filter(category__edition=edition).values_list("pk", flat=True))


def _thank_nominators(edition: Edition) -> None:
    rows = Nominator.objects.filter(
        nomination__category__edition=edition,
        nomination__state__in=[NominationState.ACCEPTED, NominationState.MERGED],
        user__isnull=False,
        thanked_at__isnull=True,
    ).select_related("nomination")
    subjects = [
        (row.nomination, {"title": str(edition), "nominee": str(row.nomination), "to": row.user_id})
        for row in rows
    ]
    publish_many("awards.thanks", subjects)
    rows.update(thanked_at=timezone.now())


def nomination_received(nomination: Nomination, actor: Any) -> None:
    """The author gets a receipt, the office hears of work."""
    publish("awards.nomination_received", nomination, actor, _about(nomination))
    publish("awards.nomination_to_check", nomination, actor, _about(nomination))


def nomination_moved(nomination: Nomination, actor: Any, reason: str) -> None:
    """Nominators hear what the office decided."""
    kind = _TOLD_STATES.get(NominationState(nomination.state))
    if kind:
        publish(
            kind, nomination, actor, {**_about(nomination), "reason": reason, **_terms(nomination)}
        )
    elif nomination.state == NominationState.APPEALED:
        publish("awards.appeal_to_decide", nomination, actor, _about(nomination))


def nominee_asked(nomination: Nomination, *, again: bool = False) -> None:
    """The letter with the personal link, or its reminder."""
    publish_to_address(
        "awards.consent_reminder" if again else "awards.consent_letter",
        nomination,
        address=nomination.nominee_email,
        context={
            **_about(nomination),
            "link": letters.consent_link(nomination),
            "until": _day(nomination.consent_until),
        },
    )


def consent_decided(nomination: Nomination) -> None:
    """Nominators and the office hear the nominee's answer, or that none came."""
    context = {**_about(nomination), "answer": Consent(nomination.consent).value}
    publish("awards.consent_decided", nomination, None, context)


def recommendation_asked(letter: Recommendation, actor: Any) -> None:
    """The letter to the third person."""
    publish_to_address(
        "awards.recommendation_letter",
        letter,
        address=letter.email,
        actor=actor,
        context={
            **_about(letter.nomination),
            "person": letter.name,
            "link": letters.recommendation_link(letter),
        },
    )


def recommendation_answered(letter: Recommendation) -> None:
    """The author hears that the letter came, or will not come."""
    publish(
        "awards.recommendation_answered",
        letter.nomination,
        None,
        {**_about(letter.nomination), "person": letter.name, "declined": bool(letter.declined_at)},
    )


def note_written(note: NominationNote) -> None:
    """The other side hears of a message; notes of the jury make no mail."""
    if note.room != NominationNote.Room.OFFICE:
        return
    kind = "awards.note_from_office" if note.is_from_office else "awards.note_to_office"
    publish(kind, note.nomination, note.author, {**_about(note.nomination), "text": note.text})


def juror_appointed(juror: Juror, actor: Any) -> None:
    """The juror hears of the seat."""
    publish("awards.juror_appointed", juror, actor, {"title": str(juror.edition)})


def jurors_reminded(jurors: QuerySet[Juror], actor: Any) -> int:
    """Each juror with something left to do; how many were told."""
    return publish_many(
        "awards.juror_reminder",
        [(juror, {"title": str(juror.edition)}) for juror in jurors.select_related("edition")],
        actor,
    )


def nominees_invited(edition: Edition, nominations: QuerySet[Nomination], actor: Any) -> int:
    """The invitation to the gala; it says nothing of the verdict."""
    count = 0
    for nomination in nominations.exclude(nominee_email=""):
        publish_to_address(
            "awards.gala_invitation",
            nomination,
            address=nomination.nominee_email,
            actor=actor,
            context={
                **_about(nomination),
                "when": date_format(timezone.localtime(edition.results_at), "DATETIME_FORMAT"),
                "place": edition.gala_place,
                "link": edition.gala_event or edition.get_absolute_url(),
            },
        )
        count += 1
    return count


def vote_to_confirm(vote: PublicVote, address: str) -> None:
    """The letter by which a vote without an account is confirmed."""
    publish_to_address(
        "awards.vote_letter",
        vote,
        address=address,
        context={**_about(vote.nomination), "link": letters.vote_link(vote)},
    )


def _about(nomination: Nomination) -> dict[str, Any]:
    return {
        "nominee": str(nomination),
        "number": nomination.number or 0,
        "category": nomination.category.name,
        "title": str(nomination.edition),
    }


def _terms(nomination: Nomination) -> dict[str, str]:
    return {"until": _day(nomination.complete_until), "appeal": _day(nomination.appeal_until)}


def _day(moment: datetime | None) -> str:
    """The last whole day of a term that ends at ``moment``."""
    return date_format(timezone.localtime(moment), "DATE_FORMAT") if moment else ""
