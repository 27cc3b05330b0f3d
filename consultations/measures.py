"""What of consultations is measured: pages read, who takes part, how offices keep their word."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date, timedelta
from itertools import groupby

from django.conf import settings
from django.db.models import Count as Number
from django.db.models import F, Q, QuerySet
from django.db.models.functions import Coalesce, TruncDate
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from consultations.domain.rules import rule_for
from consultations.models import (
    Consultation,
    ConsultationKind,
    ConsultationRound,
    CouncilOpinion,
    CouncilState,
    PositionState,
    Remark,
    Stage,
)
from insight import participation, places, promises
from insight.participation import Side
from insight.places import Place
from insight.promises import Promise, kept_in_time
from open_data.public_api import EVERYBODY
from organizations.measures import county_of, office_of

CHUNK = 1000
# A cancelled consultation owes nobody an answer, one in preparation has asked nobody yet.
_HELD = (Stage.ANNOUNCED, Stage.OPEN, Stage.ANALYSIS, Stage.PUBLISHED, Stage.ARCHIVED)


def register_measures() -> None:
    """Tell the reports what consultations know."""
    places.register(Place(view_name="consultations:list", label=_("lista konsultacji")))
    for view_name, label in {
        "consultations:detail": _("strona konsultacji"),
        "consultations:remarks": _("uwagi z konsultacji"),
    }.items():
        places.register(Place(view_name=view_name, label=label, counties_of=_counties))
    participation.register(
        participation.Source(
            key="remarks", label=_("Uwagi w konsultacjach"), counted=_remarks, order=10
        )
    )
    promises.register(
        promises.Source(
            key="results",
            label=_("Wyniki konsultacji"),
            method=_(
                "Liczymy dni od ostatniego dnia zbierania uwag do dnia ogłoszenia stanowisk. "
                "Termin uznajemy za dotrzymany, gdy wyniki ogłoszono w ciągu %(days)s dni. Kolejne "
                "tury, których wyniki ogłoszono razem, to jedna sprawa. Uwaga ma odpowiedź, gdy "
                "ogłoszono stanowisko z uzasadnieniem. Konsultacji odwołanych nie liczymy."
            ),
            method_values={"days": settings.RESULTS_WITHIN_DAYS},
            promises=_results,
            order=10,
            is_response=True,
        )
    )
    promises.register(
        promises.Source(
            key="terms",
            label=_("Czas na uwagi"),
            method=_(
                "Termin jest dotrzymany, gdy na uwagi było co najmniej tyle dni, ile wymaga reguła "
                "dla tego rodzaju konsultacji. Każda tura to osobna sprawa."
            ),
            promises=_terms,
            order=20,
        )
    )
    promises.register(
        promises.Source(
            key="council",
            label=_("Opinie rad pożytku"),
            method=_(
                "Liczymy dni od doręczenia projektu radzie działalności pożytku publicznego przy "
                "urzędzie do dnia jej opinii. Termin jest ustawowy (art. 41a i 41i ustawy): rada, "
                "która milczy, rezygnuje z prawa do opinii, a słowo nie zostało dotrzymane."
            ),
            promises=_opinions,
            order=25,
            is_response=True,
        )
    )


def _counties(slugs: Collection[str]) -> Mapping[str, str]:
    rows = Consultation.objects.filter(slug__in=slugs).select_related("public_body")
    return {row.slug: county for row in rows if (county := county_of(row.public_body))}


def _remarks(since: date, until: date) -> Iterator[participation.Count]:
    day = Coalesce("received_on", TruncDate("submitted_at"))
    rows = (
        Remark.objects.counted()
        .annotate(day=day, is_ngo=Q(organization__isnull=False))
        .filter(day__range=(since, until))
        .order_by()
        .values_list("organization__county", "is_ngo")
        .annotate(n=Number("pk"))
    )
    for county, is_ngo, number in rows:
        yield participation.Count(county or "", Side.NGO if is_ngo else Side.CITIZEN, number)


def _held() -> QuerySet[Consultation]:
    """Consultations that everybody may see and that asked somebody."""
    return Consultation.objects.visible_to(EVERYBODY).filter(stage__in=_HELD)


def _ended_rounds(today: date) -> Iterable[ConsultationRound]:
    """Rounds that are over."""
    rows = ConsultationRound.objects.filter(
        consultation__in=_held(), withdrawn_at__isnull=True, closes_on__lt=today
    )
    return (
        rows.select_related("consultation__public_body")
        .order_by("consultation_id", "number")
        .iterator(chunk_size=CHUNK)
    )


def _results(today: date) -> Iterator[Promise]:
    asked = _remarks_by_round()
    answered = _remarks_by_round(position__state=PositionState.APPROVED)
    together = groupby(_ended_rounds(today), lambda row: (row.consultation_id, row.results_at))
    for (consultation, results_at), found in together:
        rounds = list(found)
        last = rounds[-1]
        keys = [(consultation, row.number) for row in rounds]
        due_on = last.closes_on + timedelta(days=settings.RESULTS_WITHIN_DAYS)
        done_on = timezone.localdate(results_at) if results_at else None
        yield Promise(
            object_id=last.pk,
            office=office_of(last.consultation.public_body),
            title=last.consultation.title,
            url=last.consultation.get_absolute_url(),
            begun_on=last.closes_on,
            due_on=due_on,
            done_on=done_on,
            kept=kept_in_time(due_on, done_on, today),
            asked=sum(asked.get(key, 0) for key in keys),
            # Positions are nobody's answer before they are published.
            answered=sum(answered.get(key, 0) for key in keys) if results_at else 0,
        )


def _terms(today: date) -> Iterator[Promise]:
    least = {kind.value: rule_for(kind.value).minimum_days for kind in ConsultationKind}
    for row in _ended_rounds(today):
        consultation = row.consultation
        due_on = row.opens_on + timedelta(days=least[consultation.kind] - 1)
        yield Promise(
            object_id=row.pk,
            office=office_of(consultation.public_body),
            title=consultation.title,
            url=consultation.get_absolute_url(),
            begun_on=row.opens_on,
            due_on=due_on,
            done_on=row.closes_on,
            kept=row.closes_on >= due_on,
        )


def _opinions(today: date) -> Iterator[Promise]:
    rows = CouncilOpinion.objects.filter(consultation__in=_held())
    for row in (
        rows.select_related("consultation__public_body").order_by("pk").iterator(chunk_size=CHUNK)
    ):
        kept = kept_in_time(row.due_on, row.given_on, today)
        yield Promise(
            object_id=row.pk,
            office=office_of(row.consultation.public_body),
            title=f"{row.council_name}: {row.consultation.title}",
            url=row.consultation.get_absolute_url(),
            begun_on=row.delivered_on,
            due_on=row.due_on,
            done_on=row.given_on,
            kept=False if row.state == CouncilState.LAPSED else kept,
        )


def _remarks_by_round(**narrow: object) -> dict[tuple[int, int], int]:
    rows = Remark.objects.counted().filter(**narrow).order_by()
    counts = rows.values_list("consultation_id", F("round_number")).annotate(n=Number("pk"))
    return {(consultation, number): n for consultation, number, n in counts}
