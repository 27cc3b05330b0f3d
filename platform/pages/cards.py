"""Pictures of shared links: one for each public thing that the search finds.

Activities say nothing more than they say to the search: what everybody may see has a picture, what
is withdrawn has none from the next question on. The drawing is kept for a while, the right to see
it never is.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db.models import Model
from django.urls import reverse
from django.utils import translation
from django.utils.functional import Promise

from pages.card_drawing import Words, draw
from pages.forgiving_cache import recall, remember
from search import registry

KEPT_SECONDS = 600
# Whoever shares a link reads it in any language; most titles are Polish.
LANGUAGE = "pl"


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawn card (PNG) and what changes with it."""

    content: bytes
    digest: str


@dataclass(frozen=True, slots=True)
class CardLink:
    """Where the picture of a page is, and the kind of thing it shows."""

    url: str
    kind: str | Promise


def link_to(subject: Model) -> CardLink | None:
    """The picture of a thing's page; None for things without one."""
    kind = registry.kind_of(type(subject))
    if kind is None:
        return None
    url = reverse("pages:card", args=[kind.key, subject.pk])
    return CardLink(f"{settings.BASE_URL}{url}?v={_version(kind, subject)}", kind.label)


def picture_of(kind_key: str, object_id: int) -> Picture | None:
    """The picture of a public thing; None when there is none to see."""
    kind = registry.find(kind_key)
    if kind is None:
        return None
    rows = kind.public_rows().filter(pk=object_id)
    if not rows.exists():
        return None
    place = f"pages:card:{kind_key}:{object_id}"
    kept: Picture | None = recall(place)
    if kept is not None:
        return kept
    row = rows.first()
    if row is None:  # withdrawn between the two questions
        return None
    with translation.override(LANGUAGE):
        content = draw(_words(kind, row))
    made = Picture(content, hashlib.sha256(content).hexdigest())
    remember({place: made}, KEPT_SECONDS)
    return made


def _version(kind: registry.Indexed, subject: Model) -> str:
    """Networks keep a picture by its address; a changed name or term needs another one.

    Not the moment of the last change: each remark touches its consultation, and the page would
    be another one for readers who have it.
    """
    with translation.override(LANGUAGE):
        shown = f"{subject}\n{kind.note(subject) if kind.note else ''}"
    return hashlib.sha256(shown.encode()).hexdigest()[:8]


def _words(kind: registry.Indexed, row: Any) -> Words:
    entry = kind.entry(row)
    return Words(
        kind=str(kind.label),
        title=entry.title,
        owner=entry.owner,
        note=kind.note(row) if kind.note else "",
        portal=settings.SITE_NAME,
    )
