"""Organizations and initiatives near a place, and how many there are."""

from __future__ import annotations

from collections.abc import Iterator

from django.contrib.auth.models import AnonymousUser
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, ngettext_lazy

from organizations.models import Initiative, Organization
from pages.nearby import Near, Place
from pages.numbers import Number, by_month

SHOWN = 2
EVERYBODY = AnonymousUser()


def directory_near(place: Place) -> Iterator[Near]:
    """The county's organizations as one entry, and its newest initiatives."""
    rows = Organization.objects.visible_to(EVERYBODY).filter(county=place.county)
    number = rows.count()
    if number:
        label = ngettext(
            "%(number)d organizacja w powiecie", "%(number)d organizacji w powiecie", number
        ) % {"number": number}
        url = f"{reverse('organizations:list')}?powiat={place.county}"
        yield Near(_("Baza organizacji"), label, url)
    initiatives = Initiative.objects.visible_to(EVERYBODY).filter(county=place.county)
    for row in initiatives.order_by("-pk")[:SHOWN]:
        yield Near(_("Inicjatywa"), row.title, row.get_absolute_url())


def number_of_organizations() -> Iterator[Number]:
    """Organizations of the directory, by the month in which they came to it."""
    rows = Organization.objects.visible_to(EVERYBODY)
    number = rows.count()
    yield Number(
        label=ngettext_lazy("organizacja w bazie", "organizacji w bazie", number),
        value=number,
        months=by_month(rows, "created_at"),
        months_label=gettext_lazy("Organizacje dopisane w kolejnych miesiącach"),
        url=reverse("organizations:list"),
    )
