"""What standards tell of a body's cooperation with NGOs; read by the quality index."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from organizations.cooperation_facts import Fact
from organizations.models import PublicBody
from standards.models import Adoption, AdoptionState, WorkingGroup


def facts_of_standards(body: PublicBody, first_day: date, last_day: date) -> Iterator[Fact]:
    """Standards that the body had adopted by the end of the period, and its working groups."""
    adopted = Adoption.objects.filter(public_body=body, adopted_on__lte=last_day)
    yield Fact(
        "standards.adopted",
        _("Przyjęte standardy"),
        str(adopted.exclude(state=AdoptionState.WITHDRAWN).count()),
        reverse("standards:adoptions"),
    )
    groups = WorkingGroup.objects.filter(public_body=body).count()
    yield Fact("standards.groups", _("Zespoły z obu sektorów"), str(groups))
