"""What of the needs analysis the platform shows and sends; registered in ``apps.py``."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import Count, Max
from django.http import HttpRequest
from django.urls import reverse
from django.utils import formats
from django.utils.timezone import localtime
from django.utils.translation import gettext, gettext_lazy

from accounts import dashboard
from accounts.models import User
from notifications import kinds
from notifications.models import OutboxEvent
from organizations.domain import needs, permissions
from organizations.domain.queries import public_bodies_of
from organizations.kinds import YOU_ARE_MEMBER, direct_kind
from organizations.models import NeedsEdition, PublicBody
from pages import home, navigation
from surveys import owners


def register_needs() -> None:
    """Owners of surveys, notifications, menu, home page, "Moje sprawy"."""
    owners.register(
        NeedsEdition,
        permissions.can_run_needs_edition,
        owned_by=_editions_of,
    )
    owners.register(
        PublicBody,
        permissions.can_act_for_public_body,
        owned_by=public_bodies_of,
        is_offered=True,
    )
    for kind in _kinds():
        kinds.register(kind)
    dashboard.register(needs_section)
    navigation.register(gettext_lazy("Potrzeby NGO"), "organizations:needs", order=25)
    home.register_section("needs", "organizations/_home_needs.html", open_needs, 15, needs_token)


def open_needs(request: HttpRequest) -> dict[str, Any] | None:
    """An edition that takes answers, or else the newest results; silent without either."""
    opened = list(needs.open_editions(request.user)[:2])
    published = needs.listed_editions(request.user).filter(
        survey__results_published_at__isnull=False
    )
    newest = published.first()
    if not opened and newest is None:
        return None
    return {"open": opened, "newest": newest}


def needs_token(request: HttpRequest) -> object:
    """What changes with the section; opening and closing by the clock show within a minute."""
    return NeedsEdition.objects.aggregate(
        number=Count("pk"), newest=Max("survey__updated_at"), open=Max("survey__opens_at")
    )


def needs_section(user: User) -> dashboard.Section | None:
    """Open editions that the person's organizations have not answered."""
    items = [
        dashboard.Item(
            title=edition.title,
            url=edition.get_absolute_url(),
            note=gettext("%(organization)s, do %(day)s")
            % {
                "organization": organization.name,
                "day": formats.date_format(localtime(edition.survey.closes_at), "DATE_FORMAT"),
            },
            badge=gettext("czeka na odpowiedzi"),
            tone="warning",
        )
        for edition, organization in needs.editions_to_answer(user)
    ]
    if not items:
        return None
    return dashboard.Section(
        key="needs", title=gettext("Badanie potrzeb organizacji"), items=items, rank=15
    )


def _editions_of(user: Any) -> models.QuerySet[NeedsEdition]:
    return NeedsEdition.objects.filter(public_body__in=public_bodies_of(user).values("pk"))


def _kinds() -> list[kinds.Kind]:
    return [
        direct_kind(
            "organizations.needs_invitation",
            gettext_lazy("Zaproszenie do badania potrzeb"),
            gettext_lazy("Czego potrzebuje %(organization)s? %(title)s"),
            gettext_lazy(
                "Odpowiedzi zajmą około 15 minut; można je zapisać i dokończyć później. "
                "Organizacja odpowiada raz."
            ),
            recipients=_members,
            reason=YOU_ARE_MEMBER,
            url=_of_edition,
        ),
        direct_kind(
            "organizations.needs_reminder",
            gettext_lazy("Przypomnienie o badaniu potrzeb"),
            gettext_lazy("Czekamy jeszcze na odpowiedzi: %(title)s"),
            gettext_lazy("Badanie niedługo się kończy, a %(organization)s jeszcze nie odpowiada."),
            recipients=_members,
            reason=YOU_ARE_MEMBER,
            url=_of_edition,
        ),
    ]


def _members(event: OutboxEvent) -> models.QuerySet[User]:
    return User.objects.filter(
        organizationmemberships__organization=int(event.subject_id),
        organizationmemberships__is_active=True,
    ).distinct()


def _of_edition(event: OutboxEvent) -> str:
    return reverse("organizations:needs_edition", args=[event.context["edition"]])
