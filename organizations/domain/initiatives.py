"""Proposing initiatives, moderating them, saying that they still run."""

from __future__ import annotations

from collections.abc import Container

from django.db import transaction
from django.utils import timezone

import notifications
from accounts.models import User
from documents.models import StoredFile
from organizations.domain.errors import AlreadyDecided, ReasonMissing
from organizations.domain.slugs import slug_for, slug_stem
from organizations.models import Initiative, Publication

# First words of addresses under /organizacje/inicjatywy/ that belong to other pages.
RESERVED = frozenset(["import", "mapa", "nowa", "punkty", "powiaty", "osadz"])


@transaction.atomic
def propose_initiative(
    initiative: Initiative, *, proposed_by: User, photo: StoredFile | None = None
) -> Initiative:
    """Put an unsaved initiative before the moderators; its place defaults to the gmina's seat."""
    initiative.slug = free_initiative_slug(initiative.title)
    initiative.proposed_by = proposed_by
    initiative.photo = photo
    place_initiative(initiative)
    initiative.save()
    notifications.follow(proposed_by, initiative)
    notifications.publish(
        "organizations.initiative_proposed", initiative, proposed_by, {"title": initiative.title}
    )
    return initiative


def place_initiative(initiative: Initiative) -> None:
    """The county follows from the gmina; without a point on the map it stands at the seat."""
    gmina = initiative.gmina
    initiative.county_id = str(gmina.parent_id)
    if initiative.latitude is None or initiative.longitude is None:
        initiative.latitude = gmina.latitude
        initiative.longitude = gmina.longitude


@transaction.atomic
def publish_initiative(initiative: Initiative, *, decided_by: User) -> Initiative:
    """Show it to everybody."""
    return _decide(initiative, Publication.PUBLISHED, decided_by, "")


@transaction.atomic
def refuse_initiative(initiative: Initiative, *, decided_by: User, reason: str) -> Initiative:
    """Keep it out, with a reason that the proposer reads."""
    if not reason.strip():
        raise ReasonMissing
    return _decide(initiative, Publication.HIDDEN, decided_by, reason)


def confirm_initiative(initiative: Initiative) -> None:
    """Somebody who is there says that it still runs."""
    Initiative.objects.filter(pk=initiative.pk).update(confirmed_at=timezone.now())


def _decide(
    initiative: Initiative, publication: Publication, decided_by: User, reason: str
) -> Initiative:
    initiative = Initiative.objects.select_for_update(of=["self"]).get(pk=initiative.pk)
    if initiative.publication != Publication.PROPOSED:
        raise AlreadyDecided
    initiative.publication = publication
    initiative.refusal_reason = reason
    initiative.save()
    notifications.publish(
        "organizations.initiative_decided",
        initiative,
        decided_by,
        {"title": initiative.title, "publication": publication.value, "reason": reason},
    )
    return initiative


def free_initiative_slug(title: str) -> str:
    """An address made of ``title`` that no initiative has."""
    similar = Initiative.objects.filter(slug__startswith=slug_stem(title))
    taken: Container[str] = {*similar.values_list("slug", flat=True), *RESERVED}
    return slug_for(title, taken)
