"""Calls near a place: those of its county, and those of the whole region."""

from __future__ import annotations

from collections.abc import Iterator

from django.contrib.auth.models import AnonymousUser
from django.db.models import Q
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from pages.models import Call
from pages.nearby import Near, Place

SHOWN = 3


def calls_near(place: Place) -> Iterator[Near]:
    """Calls that take offers now, those that end soonest first."""
    today = timezone.localdate()
    rows = Call.objects.visible_to(AnonymousUser()).filter(
        Q(counties=place.county) | Q(counties=None), opens_on__lte=today, closes_on__gte=today
    )
    for row in rows.distinct().order_by("closes_on", "pk")[:SHOWN]:
        until = _("do %(date)s") % {"date": date_format(row.closes_on)}
        yield Near(_("Nabór"), row.title, row.get_absolute_url(), until)
