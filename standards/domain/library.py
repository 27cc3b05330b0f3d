"""Sharing materials and practices, and letting them through."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.db.models import F, Max, OuterRef, Q, QuerySet, Subquery, Sum
from django.utils import timezone
from django.utils.translation import gettext as _

import notifications
from documents.models import StoredFile
from organizations.domain.permissions import is_administrator
from organizations.domain.queries import organizations_of, public_bodies_of
from search.domain.finding import found_ids
from standards.domain.addresses import save_with_address
from standards.domain.errors import StandardsError
from standards.domain.reading import request_reading
from standards.models import (
    Collection,
    DownloadCount,
    Material,
    MaterialVersion,
    Moderation,
    Practice,
    PracticeQuestion,
)


def can_share(user: Any) -> bool:
    """Whoever represents an organization or an office, and administrators."""
    return (
        is_administrator(user) or organizations_of(user).exists() or public_bodies_of(user).exists()
    )


def can_moderate(user: Any) -> bool:
    """Administrators of the portal."""
    return is_administrator(user)


def can_answer(user: Any, practice: Practice) -> bool:
    """The office whose practice it is, its author, administrators."""
    return is_administrator(user) or (
        user.is_authenticated
        and (
            practice.author_id == user.pk
            or public_bodies_of(user).filter(pk=practice.public_body_id).exists()
        )
    )


@transaction.atomic
def share_material(*, material: Material, file: StoredFile | None, actor: Any) -> Material:
    """Send a material in; what administrators add is published at once."""
    if file is None and not material.link:
        raise StandardsError(_("Dodaj plik albo link."))
    material.author = actor
    if can_moderate(actor):
        material.state = Moderation.PUBLISHED
    save_with_address(material, material.title)
    if file is not None:
        request_reading(MaterialVersion.objects.create(material=material, number=1, file=file))
    return material


@transaction.atomic
def add_version(
    *, material: Material, file: StoredFile | None, note: str, actor: Any
) -> MaterialVersion:
    """The next version; earlier ones can still be had."""
    if file is None:
        raise StandardsError(_("Dodaj plik albo link."))
    locked = Material.objects.select_for_update(of=("self",)).get(pk=material.pk)
    last = locked.versions.aggregate(last=Max("number"))["last"] or 0
    locked.save(update_fields=["updated_at"])
    version = MaterialVersion.objects.create(material=locked, number=last + 1, file=file, note=note)
    request_reading(version)
    return version


@transaction.atomic
def share_practice(*, practice: Practice, actor: Any) -> Practice:
    """Send a practice in; what administrators add is published at once."""
    practice.author = actor
    if can_moderate(actor):
        practice.state = Moderation.PUBLISHED
    save_with_address(practice, practice.title)
    return practice


@transaction.atomic
def moderate(
    *, row: Material | Practice, publish: bool, reason: str, actor: Any
) -> Material | Practice:
    """Publish, or reject with a reason; the author hears of it."""
    if not publish and not reason.strip():
        raise StandardsError(_("Podaj powód odrzucenia."))
    locked: Any = type(row)._default_manager.select_for_update(of=("self",)).get(pk=row.pk)
    locked.state = Moderation.PUBLISHED if publish else Moderation.REJECTED
    locked.reason = "" if publish else reason.strip()
    locked.save()
    if locked.author_id:
        notifications.publish(
            "standards.shared_decided",
            locked,
            actor=actor,
            context={"title": locked.title, "state": locked.state, "reason": locked.reason},
        )
    result: Material | Practice = locked
    return result


def count_download(material: Material) -> None:
    """One more download this month; who it was is kept nowhere."""
    month = timezone.localdate().replace(day=1)
    DownloadCount.objects.get_or_create(material=material, month=month)
    DownloadCount.objects.filter(material=material, month=month).update(count=F("count") + 1)


@transaction.atomic
def ask(*, practice: Practice, text: str, actor: Any) -> PracticeQuestion:
    """Ask about a practice; its author hears of it."""
    question = PracticeQuestion.objects.create(practice=practice, author=actor, text=text)
    notifications.publish(
        "standards.question_asked",
        question,
        actor=actor,
        context={"title": practice.title, "text": text},
    )
    return question


@transaction.atomic
def answer(*, question: PracticeQuestion, text: str, actor: Any) -> PracticeQuestion:
    """Answer a question; whoever asked hears of it."""
    question.answer, question.answered_at = text, timezone.now()
    question.save(update_fields=["answer", "answered_at"])
    notifications.publish(
        "standards.question_answered",
        question,
        actor=actor,
        context={"title": question.practice.title, "answer": text},
    )
    return question


def materials_for_list(user: Any) -> QuerySet[Any]:
    """Materials that the person may see, with downloads: no query per row."""
    return (
        Material.objects.visible_to(user)
        .select_related("standard", "organization")
        .annotate(
            download_count=Sum("downloads__count"),
            preview_number=Subquery(
                MaterialVersion.objects.filter(material=OuterRef("pk"), preview__isnull=False)
                .order_by("-number")
                .values("number")[:1]
            ),
        )
        .order_by("-created_at", "-pk")
    )


def search(rows: QuerySet[Any], words: str) -> QuerySet[Any]:
    """Those that hold each word in any inflection, in their files too.

    What is not public yet stands in no index: there the words count as they are written.
    """
    as_written = Q()
    for word in words.split():
        as_written &= (
            Q(title__unaccent__icontains=word)
            | Q(summary__unaccent__icontains=word)
            | Q(creator__unaccent__icontains=word)
            | Q(tags__icontains=word)
        )
    if not as_written:
        return rows
    return rows.filter(as_written | Q(pk__in=found_ids("materialy", words)))


def practices_for_list(user: Any) -> QuerySet[Any]:
    """Practices that the person may see."""
    return Practice.objects.visible_to(user).select_related("standard", "public_body")


@transaction.atomic
def create_collection(*, collection: Collection) -> Collection:
    """Save a new collection."""
    save_with_address(collection, collection.title)
    return collection
