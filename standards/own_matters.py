"""What waits for a person on "Moje sprawy"."""

from __future__ import annotations

from django.db.models import Q
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.dashboard import Item, Section
from accounts.models import User
from standards.domain import queries
from standards.models import ENDED, Adoption, AdoptionState, PracticeQuestion

MOST_LINES = 10


def standards_to_keep(user: User) -> Section | None:
    """Standards of the person's offices and teams, with the next step."""
    bodies = user.publicbodymemberships.filter(is_active=True).values("public_body")
    groups = user.group_seats.current().leading().values("group")
    mine = queries.standards_for_list(user).filter(Q(public_body__in=bodies) | Q(group__in=groups))
    cards = queries.cards(mine.exclude(stage__in=ENDED).order_by("-updated_at")[:MOST_LINES])
    items = [
        Item(
            title=card.standard.title,
            url=card.standard.get_absolute_url(),
            note=_("następny krok: %(step)s") % {"step": card.next_stage.label}
            if card.next_stage
            else "",
            badge=_("po terminie od %(day)s") % {"day": date_format(card.overdue_since)}
            if card.overdue_since
            else card.standard.get_stage_display(),
            tone="warning" if card.overdue_since else "",
        )
        for card in cards
    ]
    if not items:
        return None
    return Section(
        key="standards-to-keep",
        title=gettext_lazy("Standardy, które prowadzisz"),
        items=items,
        rank=15,
    )


def answers_to_give(user: User) -> Section | None:
    """Acts to be read and confirmed, and questions about practices, for the person's offices."""
    bodies = user.publicbodymemberships.filter(is_active=True).values("public_body")
    adoptions = Adoption.objects.filter(
        state=AdoptionState.DECLARED, standard__public_body__in=bodies
    ).select_related("public_body", "standard")
    questions = PracticeQuestion.objects.filter(
        answered_at__isnull=True, practice__public_body__in=bodies
    ).select_related("practice")
    items = [
        Item(
            title=str(row),
            url=row.get_absolute_url(),
            note=_("przyjęcie standardu do potwierdzenia"),
            tone="warning",
        )
        for row in adoptions.order_by("declared_at")[:MOST_LINES]
    ]
    items += [
        Item(
            title=str(row),
            url=row.get_absolute_url(),
            note=_("pytanie o praktykę: %(title)s") % {"title": row.practice.title},
            tone="warning",
        )
        for row in questions.order_by("asked_at")[:MOST_LINES]
    ]
    if not items:
        return None
    return Section(
        key="standards-answers",
        title=gettext_lazy("Standardy: czeka na odpowiedź urzędu"),
        items=items,
        rank=14,
    )
