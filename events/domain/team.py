"""The team, its tasks, and who may be given them."""

from __future__ import annotations

from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from accounts.models import User
from events.domain import notices
from events.domain.errors import AlreadyRegistered, EventError
from events.models import Event, Task, TeamMember


def people_of(event: Event) -> QuerySet[User]:
    """The office's people and the team: those who may get tasks and review proposals."""
    office = Q(
        publicbodymemberships__is_active=True,
        publicbodymemberships__public_body=event.public_body_id,
    )
    return User.objects.filter(office | Q(event_roles__event=event), is_active=True).distinct()


def find_person(email: str) -> User:
    """The account with an address; EventError when there is none."""
    from django.utils.translation import gettext as _

    user = User.objects.filter(email__iexact=email.strip(), is_active=True).first()
    if user is None:
        raise EventError(_("Nie ma konta z tym adresem. Poproś tę osobę, żeby je założyła."))
    return user


@transaction.atomic
def add_member(*, event: Event, user: User, role: str, actor: Any) -> TeamMember:
    """Let a person help; they hear of it."""
    member = TeamMember(event=event, user=user, role=role)
    try:
        with transaction.atomic():
            member.save()
    except IntegrityError as error:
        raise AlreadyRegistered from error
    notices.team_joined(member, actor)
    return member


def finish_task(*, task: Task, done: bool) -> Task:
    """Tick a task off, or take the tick back."""
    task.done_at = timezone.now() if done else None
    task.save(update_fields=["done_at"])
    return task
