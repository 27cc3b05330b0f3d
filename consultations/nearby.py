"""Consultations near a place, and how many remarks came through the portal."""

from __future__ import annotations

from collections.abc import Iterator

from django.contrib.auth.models import AnonymousUser
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext_lazy

from consultations.models import Consultation, Remark, Stage
from pages.nearby import Near, Place
from pages.numbers import Number, by_month

SHOWN = 3


def consultations_near(place: Place) -> Iterator[Near]:
    """Those of the place's own offices that take remarks now."""
    rows = Consultation.objects.visible_to(AnonymousUser()).filter(
        stage=Stage.OPEN, public_body__area__in=place.codes
    )
    for row in rows.order_by("closes_at", "pk")[:SHOWN]:
        until = _("do %(date)s") % {"date": date_format(row.closes_on)}
        yield Near(_("Konsultacje"), row.title, row.get_absolute_url(), until)


def number_of_remarks() -> Iterator[Number]:
    """Remarks that count, by the month in which they came."""
    remarks = Remark.objects.counted()
    number = remarks.count()
    yield Number(
        label=ngettext_lazy("uwaga w konsultacjach", "uwag w konsultacjach", number),
        value=number,
        months=by_month(remarks, "submitted_at"),
        months_label=gettext_lazy("Uwagi w kolejnych miesiącach"),
        url=reverse("consultations:list"),
    )
