"""What tells that a page of consultations changed, in one query each; see pages.freshness."""

from __future__ import annotations

from django.db.models import Count, Max, Sum
from django.http import HttpRequest

from consultations.models import Consultation

# Every change that a page shows touches one of these: remarks and supports by ``updated_at``
# (see domain.public_changes), corrections of an announced text by the version's revision.
_SIGNS = (
    "pk", "updated_at", "last_remark_number", "stage", "closes_at", "current_version",
    "current_version__state", "current_version__revision", "current_version__published_at",
    "round_number",
)  # fmt: skip


def of_consultation(request: HttpRequest, slug: str, **_rest: object) -> object | None:
    """The state of one consultation and all its remarks; None when there is none to see."""
    return (
        Consultation.objects.visible_to(request.user).filter(slug=slug).values_list(*_SIGNS).first()
    )


def of_all_consultations(request: HttpRequest) -> object:
    """The state of all public consultations and the numbers of their remarks."""
    return (
        Consultation.objects.visible_to(request.user)
        .order_by()
        .aggregate(number=Count("pk"), newest=Max("updated_at"), remarks=Sum("last_remark_number"))
    )
