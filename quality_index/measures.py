"""What of the index is measured: pages read, and whether plans of improvement are carried out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.apps import apps
from django.db.models import Min, OuterRef, Subquery
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from insight import places, promises
from insight.places import Place
from insight.promises import Promise, kept_in_time
from open_data.public_api import EVERYBODY
from organizations.measures import counties_of_offices, office_of
from quality_index.models import Action, ActionStatus, Assessment

CHUNK = 1000


def register_measures() -> None:
    """Tell the reports what the index knows."""
    places.register(Place(view_name="quality_index:region", label=_("indeks w regionie")))
    places.register(
        Place(
            view_name="quality_index:body",
            label=_("indeks urzędu"),
            counties_of=counties_of_offices,
        )
    )
    promises.register(
        promises.Source(
            key="plans",
            label=_("Działania z planów poprawy"),
            method=_(
                "Każde działanie z planu po ogłoszonej samoocenie ma termin. Jest dotrzymany, gdy "
                "najpóźniej tego dnia oznaczono je jako zrobione. Działań zaniechanych z podaniem "
                "powodu nie liczymy."
            ),
            promises=_plans,
            order=40,
        )
    )


def _plans(today: date) -> Iterator[Promise]:
    history = apps.get_model("quality_index", "ActionEvent").objects
    done = history.filter(pgh_obj=OuterRef("pk"), status=ActionStatus.DONE).order_by()
    first = done.values("pgh_obj").annotate(at=Min("pgh_created_at")).values("at")
    rows = (
        Action.objects.filter(assessment__in=Assessment.objects.visible_to(EVERYBODY))
        .exclude(status=ActionStatus.DROPPED)
        .select_related("assessment__body")
        .annotate(done_at=Subquery(first))
        .order_by("pk")
    )
    for row in rows.iterator(chunk_size=CHUNK):
        is_done = row.status == ActionStatus.DONE
        done_on = timezone.localdate(row.done_at or row.updated_at) if is_done else None
        yield Promise(
            object_id=row.pk,
            office=office_of(row.assessment.body),
            title=row.title,
            url=row.get_absolute_url(),
            begun_on=timezone.localdate(row.created_at),
            due_on=row.due_on,
            done_on=done_on,
            kept=kept_in_time(row.due_on, done_on, today),
        )
