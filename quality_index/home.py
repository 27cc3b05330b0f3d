"""What the index shows on the home page and on pages of offices."""

from __future__ import annotations

from typing import Any

from django.db.models import Max
from django.http import HttpRequest
from django.utils.translation import gettext as _

from organizations.models import PublicBody
from organizations.profile_sections import ProfileSection, Subject
from quality_index.models import Assessment, Stage

NEWEST = 3


def newest_indexes(request: HttpRequest) -> dict[str, Any] | None:
    """The latest published indexes, one of a body; silent while there are none."""
    rows = Assessment.objects.filter(stage=Stage.PUBLISHED)
    newest = rows.order_by("body_id", "-year", "-pk").distinct("body_id").values("pk")
    shown = list(
        rows.filter(pk__in=newest).select_related("body").order_by("-published_at", "-pk")[:NEWEST]
    )
    return {"assessments": shown} if shown else None


def newest_token(request: HttpRequest) -> object:
    """What changes whenever the section does."""
    public = Assessment.objects.filter(stage=Stage.PUBLISHED).order_by()
    return public.aggregate(newest=Max("updated_at"))


def index_of_body(subject: Subject, user: Any) -> ProfileSection | None:
    """The newest published index on the page of an office."""
    if not isinstance(subject, PublicBody):
        return None
    newest = (
        subject.index_assessments.filter(stage=Stage.PUBLISHED)
        .order_by("-year")
        .only("year", "total", "body_id")
        .first()
    )
    if newest is None:
        return None
    context = {"assessment": newest, "body": subject}
    return ProfileSection(_("Indeks jakości współpracy"), "quality_index/_of_body.html", context)
