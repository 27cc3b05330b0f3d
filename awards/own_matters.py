"""What waits for a person on "Moje sprawy"."""

from __future__ import annotations

from django.db.models import Count, Q
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from accounts.dashboard import Item, Section
from accounts.models import User
from awards.domain import queries
from awards.domain.jury import left_to_do
from awards.models import Edition, EditionStage, NominationState

MOST_LINES = 10
_RUNNING = (
    EditionStage.OPEN,
    EditionStage.CHECKING,
    EditionStage.JURY,
    EditionStage.DELIBERATION,
    EditionStage.SEALED,
)


def jury_duties(user: User) -> Section | None:
    """For jurors: what is left to sign, declare and score."""
    items = []
    seats = user.jury_seats.filter(
        left_on__isnull=True, edition__stage__in=[EditionStage.CHECKING, EditionStage.JURY]
    ).select_related("edition__competition")
    for seat in seats:
        left = left_to_do(seat).count()
        if seat.signed_at and not left:
            continue
        count = ngettext("%(count)d do oceny", "%(count)d do oceny", left) % {"count": left}
        items.append(
            Item(
                title=str(seat.edition),
                url=reverse("awards:jury", args=[seat.edition.competition.slug, seat.edition.year]),
                note=_("do %(day)s") % {"day": date_format(seat.edition.scoring_until)},
                badge=count if seat.signed_at else _("podpisz deklarację"),
                tone="warning",
            )
        )
    if not items:
        return None
    return Section(
        key="jury-duties", title=gettext_lazy("Kapituła: do zrobienia"), items=items, rank=10
    )


def editions_to_run(user: User) -> Section | None:
    """Editions of the person's offices, with how many nominations wait for a check."""
    waiting = Q(
        categories__nominations__state__in=[NominationState.SUBMITTED, NominationState.APPEALED]
    )
    rows = (
        Edition.objects.filter(
            competition__public_body__in=user.publicbodymemberships.filter(is_active=True).values(
                "public_body"
            ),
            stage__in=_RUNNING,
        )
        .select_related("competition")
        .annotate(waiting=Count("categories__nominations", filter=waiting))
        .order_by("closes_at")[:MOST_LINES]
    )
    items = [
        Item(
            title=str(edition),
            url=reverse("awards:work", args=[edition.competition.slug, edition.year]),
            note=_waiting(edition.waiting),
            badge=edition.get_stage_display(),
            tone="warning" if edition.waiting else "",
        )
        for edition in rows
    ]
    if not items:
        return None
    return Section(
        key="editions-to-run",
        title=gettext_lazy("Konkursy, które prowadzisz"),
        items=items,
        rank=12,
    )


def own_nominations(user: User) -> Section | None:
    """The person's nominations and where they stand."""
    items = [
        Item(
            title=str(nomination),
            url=nomination.get_absolute_url(),
            note=f"{nomination.edition}, {nomination.category.name}",
            badge=nomination.get_state_display(),
            tone="warning" if nomination.state == NominationState.COMPLETION else "",
        )
        for nomination in queries.own_nominations(user)[:MOST_LINES]
    ]
    if not items:
        return None
    return Section(
        key="own-nominations",
        title=gettext_lazy("Twoje zgłoszenia do nagród"),
        items=items,
        rank=45,
        more_url=reverse("awards:own"),
        more_text=gettext_lazy("Wszystkie zgłoszenia"),
    )


def _waiting(count: int) -> str:
    if not count:
        return ""
    return ngettext(
        "%(count)d zgłoszenie czeka na ocenę formalną",
        "%(count)d zgłoszeń czeka na ocenę formalną",
        count,
    ) % {"count": count}
