"""Writing, moderating and announcing what institutions publish.

News of others than administrators waits for a moderator; a public body publishes its calls
itself, since it answers for them by law.
"""

from __future__ import annotations

from typing import Any, TypeVar

from django.contrib.contenttypes.models import ContentType
from django.db import models, transaction
from django.utils import timezone
from django.utils.text import slugify

import notifications
from accounts.permissions import is_administrator
from pages.domain.errors import ChangeNotAllowed, ReasonMissing
from pages.domain.publishers import Publisher, official_types
from pages.models import (
    TRANSITIONS,
    Call,
    News,
    Publication,
    PublicationChange,
    PublicationState,
)

Text = TypeVar("Text", bound=Publication)
LONGEST_SLUG = 100
_LETTERS = str.maketrans("łŁ", "lL")
# Last words of addresses that belong to other pages.
_RESERVED = {"nowy", "atom"}
_WITH_REASON = (PublicationState.REFUSED, PublicationState.WITHDRAWN)


def can_edit(user: Any, publication: Publication) -> bool:
    """Its author, those who act for the publisher, and administrators."""
    if not user.is_authenticated:
        return False
    rows: Any = type(publication)._default_manager
    return is_administrator(user) or rows.all().written_by(user).filter(pk=publication.pk).exists()


def can_moderate(user: Any) -> bool:
    """Administrators of the portal."""
    return is_administrator(user)


def can_publish(user: Any, publication: Publication) -> bool:
    """Moderators; public bodies their own calls."""
    if can_moderate(user):
        return True
    is_own_call = isinstance(publication, Call) and can_edit(user, publication)
    return is_own_call and publication.publisher_type_id in official_types()


@transaction.atomic
def create(publication: Text, *, author: Any, publisher: Publisher) -> Text:
    """Keep a new draft in the publisher's name."""
    publication.author = author
    _sign(publication, publisher)
    publication.slug = _free_slug(publication)
    publication.save()
    return publication


@transaction.atomic
def save_changes(publication: Text, *, actor: Any, publisher: Publisher | None = None) -> Text:
    """Keep changes; a published text that its writers changed waits for a moderator again."""
    if publisher is not None:
        _sign(publication, publisher)
    publication.save()
    if publication.state == PublicationState.PUBLISHED and not can_publish(actor, publication):
        return change_state(publication, PublicationState.PROPOSED, actor=actor)
    return publication


@transaction.atomic
def change_state(
    publication: Text, target: PublicationState, *, actor: Any, reason: str = ""
) -> Text:
    """Move a publication on; raises ChangeNotAllowed or ReasonMissing. Logged with the reason."""
    rows: Any = type(publication)._default_manager
    locked: Text = rows.select_for_update(of=("self",)).get(pk=publication.pk)
    source = PublicationState(locked.state)
    if not may_move(actor, locked, target):
        raise ChangeNotAllowed
    if target in _WITH_REASON and not reason.strip():
        raise ReasonMissing
    locked.state, locked.state_reason = target, reason
    if target == PublicationState.PUBLISHED:
        locked.publish_at = max(locked.publish_at, timezone.now())
    locked.save()
    PublicationChange.objects.create(
        subject=locked, source=source, target=target, reason=reason, actor=actor
    )
    _tell(locked, target, actor, reason)
    return locked


def announce_due() -> int:
    """Tell followers of what became visible since the last run; how many there were."""
    count = 0
    for model in (News, Call):
        rows: Any = model.objects.live().filter(announced_at=None)
        for key in list(rows.values_list("pk", flat=True)[:500]):
            count += _announce(model, key)
    return count


@transaction.atomic
def _announce(model: type[News] | type[Call], key: int) -> bool:
    """One at a time, each with its own transaction; a second worker finds nothing to do."""
    rows: Any = model.objects.select_for_update(skip_locked=True)
    row = rows.filter(pk=key, announced_at=None).first()
    if row is None:
        return False
    row.announced_at = timezone.now()
    # Saved as a whole: the index of the search learns that it is visible now.
    row.save(update_fields=["announced_at"])
    kind = "pages.news_published" if isinstance(row, News) else "pages.call_published"
    notifications.publish(kind, row, row.author, _about(row) | {"summary": row.summary})
    return True


def changes_of(publication: Publication) -> models.QuerySet[PublicationChange]:
    """The log of a publication."""
    kind = ContentType.objects.get_for_model(publication)
    rows = PublicationChange.objects.filter(subject_type=kind, subject_id=publication.pk)
    return rows.select_related("actor")


def may_move(actor: Any, publication: Publication, target: PublicationState) -> bool:
    """Whether the person may move it there from where it is."""
    if target not in TRANSITIONS[PublicationState(publication.state)]:
        return False
    if target == PublicationState.PUBLISHED:
        return can_publish(actor, publication)
    if target == PublicationState.REFUSED:
        return can_moderate(actor)
    return can_edit(actor, publication)


def _tell(publication: Publication, target: PublicationState, actor: Any, reason: str) -> None:
    if target == PublicationState.PROPOSED:
        notifications.publish("pages.proposed", publication, actor, _about(publication))
    elif publication.author_id:
        context = _about(publication) | {"state": target.value, "reason": reason}
        notifications.publish("pages.decided", publication, actor, context)


def _about(publication: Publication) -> dict[str, Any]:
    return {"title": publication.title, "publisher": publication.publisher_name}


def _sign(publication: Publication, publisher: Publisher) -> None:
    institution = publisher.institution
    publication.publisher_type = (
        ContentType.objects.get_for_model(institution) if institution else None
    )
    publication.publisher_id = institution.pk if institution else None
    publication.publisher_name = publisher.name


def _free_slug(publication: Publication) -> str:
    base = slugify(publication.title.translate(_LETTERS))[:LONGEST_SLUG].strip("-") or "tekst"
    rows: Any = type(publication)._default_manager
    taken = {*rows.filter(slug__startswith=base).values_list("slug", flat=True), *_RESERVED}
    number, slug = 1, base
    while slug in taken:
        number += 1
        slug = f"{base}-{number}"
    return slug
