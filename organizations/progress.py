"""What the project promised of the directory: it is there, and how many are in it."""

from __future__ import annotations

from collections.abc import Iterator

from django.contrib.auth.models import AnonymousUser
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from organizations.models import Initiative, Organization
from pages.progress import Goal

EVERYBODY = AnonymousUser()


def goals_of_directory() -> Iterator[Goal]:
    """Organizations and initiatives that everybody may see."""
    organizations = Organization.objects.visible_to(EVERYBODY).count()
    initiatives = Initiative.objects.visible_to(EVERYBODY).count()
    yield Goal(_("organizacje w bazie"), organizations, None, reverse("organizations:list"))
    yield Goal(_("inicjatywy na mapie"), initiatives, None, reverse("organizations:initiatives"))
