"""What the project promised of standards, counted from the road they walked."""

from __future__ import annotations

from collections.abc import Iterator

from django.contrib.auth.models import AnonymousUser
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from pages.progress import Goal
from standards.models import GroupKind, Stage, Standard, WorkingGroup

IN_FORCE = (Stage.ADOPTED, Stage.PUBLISHED, Stage.IN_USE, Stage.REVIEWED)
EVERYBODY = AnonymousUser()


def goals_of_standards() -> Iterator[Goal]:
    """Standards that were adopted, and the groups that wrote them."""
    groups = WorkingGroup.objects.visible_to(EVERYBODY).filter(kind=GroupKind.WORKING)
    standards = Standard.objects.visible_to(EVERYBODY).filter(stage__in=IN_FORCE)
    url = reverse("standards:list")
    yield Goal(_("zespoły z obu sektorów"), groups.count(), 5, url)
    yield Goal(_("przyjęte standardy współpracy"), standards.count(), 4, url)
