"""What consultations tell of a body's cooperation with NGOs; read by the quality index."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.db.models import Count, DurationField, ExpressionWrapper, F, Q
from django.urls import reverse
from django.utils.translation import gettext as _

from consultations.domain.rules import rule_for
from consultations.models import (
    Consultation,
    ConsultationMeeting,
    PositionState,
    Remark,
    RemarkState,
    Stage,
)
from organizations.cooperation_facts import Fact
from organizations.models import PublicBody

_HELD = (Stage.OPEN, Stage.ANALYSIS, Stage.PUBLISHED, Stage.ARCHIVED)


def facts_of_consultations(body: PublicBody, first_day: date, last_day: date) -> Iterator[Fact]:
    """Consultations begun in the period: how many, with terms kept, with remarks answered."""
    held = Consultation.objects.filter(
        public_body=body, stage__in=_HELD, opens_on__range=(first_day, last_day)
    )
    length = ExpressionWrapper(F("closes_on") - F("opens_on"), DurationField())
    terms = list(held.annotate(length=length).values_list("kind", "length"))
    address = f"{reverse('consultations:list')}?public_body={body.pk}"
    yield Fact("consultations.held", _("Konsultacje na portalu"), str(len(terms)), address)
    if not terms:
        return
    least = {kind: rule_for(kind).minimum_days for kind, _term in terms}
    kept = sum(term.days + 1 >= least[kind] for kind, term in terms)
    yield Fact(
        "consultations.terms_kept",
        _("Konsultacje z dotrzymanym najkrótszym terminem"),
        _("%(part)d z %(all)d") % {"part": kept, "all": len(terms)},
        address,
    )
    meetings = ConsultationMeeting.objects.filter(consultation__in=held, cancelled_at=None)
    yield Fact(
        "consultations.meetings",
        _("Spotkania w tych konsultacjach"),
        str(meetings.count()),
        address,
    )
    remarks = Remark.objects.filter(consultation__in=held, state=RemarkState.SUBMITTED).aggregate(
        all=Count("pk"),
        part=Count("pk", filter=Q(position__state=PositionState.APPROVED)),
    )
    yield Fact(
        "consultations.answered",
        _("Uwagi z uzasadnioną odpowiedzią"),
        _("%(part)d z %(all)d") % remarks,
        address,
    )
