"""What funders ask: people, hours, sectors, counties, against what was planned."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from django.db.models import Avg, Count, Exists, OuterRef, Q, QuerySet
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from documents.exports import Chart, Column, Heading, KeyValues, Report, Table
from documents.exports import Series as ChartSeries
from events.domain import evaluating, participants
from events.domain.papers import EU_NOTICE, report_of, when
from events.models import (
    AgeGroup,
    CheckIn,
    Event,
    EventStage,
    Gender,
    Registration,
    RegistrationState,
    Sector,
    Series,
)
from surveys.domain.answering import columns as survey_columns
from surveys.domain.answering import flat_row


def attended(event: Event) -> QuerySet[Any]:
    """Those who came."""
    rows = participants.for_organiser(event)
    return rows.filter(state=RegistrationState.CONFIRMED, came=True)


def report(event: Event) -> Report:
    """The report of one event for the organiser and the funder."""
    rows = attended(event)
    people = rows.count()
    blocks: list[Any] = [
        Heading(1, _("Podsumowanie")),
        KeyValues(_facts(event, people)),
        Heading(1, _("Uczestnicy")),
        _counts(_("Według strony"), "sector", _by(rows, "sector", Sector.choices)),
        _counts(_("Według powiatu"), "county", _by_county(rows)),
    ]
    if people:
        blocks.append(_chart(_by(rows, "sector", Sector.choices)))
    if event.asks_gender:
        blocks.append(_counts(_("Według płci"), "gender", _by(rows, "gender", Gender.choices)))
    if event.asks_age:
        blocks.append(_counts(_("Według wieku"), "age", _by(rows, "age_group", AgeGroup.choices)))
    blocks.append(_sessions(event))
    return report_of(event, _("Raport z wydarzenia"), blocks)


def people_table(event: Event, rows: Iterable[Registration]) -> Report:
    """Participants with the answers to the organiser's questions; needs stay apart."""
    version = event.questions
    asked = survey_columns(version) if version else []
    columns = [
        Column("number", _("Nr"), 0.4, "integer"),
        Column("name", _("Imię i nazwisko"), 1.4),
        Column("email", _("E-mail"), 1.4),
        Column("phone", _("Telefon")),
        Column("state", _("Stan")),
        Column("pool", _("Pula")),
        Column("sector", _("Strona")),
        Column("organization", _("Organizacja lub urząd"), 1.6),
        Column("county", _("Powiat")),
        Column("came", _("Obecność"), 0.6),
        Column("photos", _("Zgoda na zdjęcia"), 0.6),
        Column("code", _("Kod biletu")),
        Column("registered", _("Zapisano"), 1, "datetime"),
        *asked,
    ]

    def lines() -> Iterable[list[Any]]:
        for row in rows:
            answers: list[Any] = []
            if version:
                same = row.questions_id == version.pk
                answers = list(flat_row(version, row.answers if same else {}))
            yield [
                row.number,
                row.full_name,
                row.email,
                row.phone,
                str(row.get_state_display()),
                row.pool.name if row.pool else "",
                str(row.get_sector_display()),
                row.organization_name,
                str(row.county or ""),
                _("tak") if getattr(row, "came", False) else "",
                _("tak") if row.accepts_photos else _("nie"),
                row.code,
                row.created_at,
                *answers,
            ]

    return report_of(event, _("Uczestnicy"), [Table("people", _("Uczestnicy"), columns, lines)])


def needs_table(event: Event) -> Report:
    """Needs of those who come, for those who arrange the place only."""
    rows = (
        event.registrations.confirmed()
        .filter(needs__isnull=False)
        .select_related("needs")
        .order_by("full_name")
    )
    columns = [Column("name", _("Imię i nazwisko")), Column("needs", _("Potrzeby"), 3)]
    lines = [(row.full_name, ", ".join(row.needs.words)) for row in rows]
    return report_of(
        event, _("Potrzeby uczestników"), [Table("needs", _("Potrzeby"), columns, lines)]
    )


def evaluation_table(event: Event) -> Report:
    """Answers of the survey, a line each, without anything that tells whose they are."""
    version = event.evaluation
    columns = survey_columns(version) if version else []
    answers = evaluating.evaluations_of(event)
    lines = [list(flat_row(version, row)) for row in answers] if version else []
    table = Table("answers", _("Odpowiedzi"), columns, lines)
    return report_of(event, _("Ankieta po wydarzeniu"), [table])


def series_report(series: Series) -> Report:
    """All events of a series against the plan, by date, county and sector, as funders ask."""
    lines = [_series_line(event) for event in _with_presence(series)]
    columns = [
        Column("day", _("Data"), 1, "date"),
        Column("title", _("Wydarzenie"), 3),
        Column("county", _("Powiat"), 1.2),
        Column("hours", _("Godziny"), 0.8, "decimal"),
        Column("target", _("Zakładano osób"), 0.9, "integer"),
        Column("places", _("Miejsca"), 0.8, "integer"),
        Column("registered", _("Zapisani"), 0.9, "integer"),
        Column("present", _("Obecnych"), 0.9, "integer"),
        Column("ngo", _("organizacje"), 0.9, "integer"),
        Column("administration", _("administracja"), 1, "integer"),
        Column("person_hours", _("Osobogodziny"), 1, "decimal"),
    ]
    facts = KeyValues(
        [
            (_("Liczba wydarzeń"), len(lines)),
            (_("Powiaty"), len({line[2] for line in lines if line[2]})),
            (_("Godziny"), sum((line[3] for line in lines), Decimal(0))),
            (_("Zakładano osób"), sum(line[4] or 0 for line in lines)),
            (_("Miejsca"), sum(line[5] or 0 for line in lines)),
            (_("Zapisani"), sum(line[6] for line in lines)),
            (_("Obecnych"), sum(line[7] for line in lines)),
            (_("Osobogodziny"), sum((line[10] for line in lines), Decimal(0))),
        ]
    )
    return Report(
        title=_("Raport z cyklu"),
        subtitle=series.title,
        language=(get_language() or "pl")[:2],
        created_at=timezone.now(),
        publisher=series.public_body.name,
        blocks=[facts, Table("events", _("Wydarzenia cyklu"), columns, lines)],
        notice=str(EU_NOTICE),
    )


def _with_presence(series: Series) -> QuerySet[Any]:
    """Events of the series with how many of each side came: two queries."""
    came = CheckIn.objects.filter(registration=OuterRef("registrations"), session__isnull=True)
    present = Q(registrations__state=RegistrationState.CONFIRMED) & Q(Exists(came))
    return (
        series.events.filter(stage=EventStage.PUBLISHED, is_template=False)
        .select_related("county")
        .prefetch_related("pools")
        .annotate(
            registered=Count(
                "registrations", filter=Q(registrations__state=RegistrationState.CONFIRMED)
            ),
            present=Count("registrations", filter=present),
            ngo=Count("registrations", filter=present & Q(registrations__sector=Sector.NGO)),
            administration=Count(
                "registrations", filter=present & Q(registrations__sector=Sector.ADMINISTRATION)
            ),
        )
        .order_by("starts_at", "pk")
    )


def _series_line(event: Any) -> tuple[Any, ...]:
    return (
        timezone.localdate(event.starts_at),
        event.title,
        str(event.county or ""),
        event.hours,
        event.target_people,
        places_in(event),
        event.registered,
        event.present,
        event.ngo,
        event.administration,
        event.hours * event.present,
    )


def places_in(event: Event) -> int | None:
    """How many places there are: those of the pools, or of the event; None without a limit."""
    pools = [pool.places for pool in event.pools.all()]
    return sum(pools) if pools else event.capacity


def person_hours(event: Event, people: int) -> Decimal:
    """Hours of the event times people who came."""
    return event.hours * people


def _facts(event: Event, people: int) -> list[tuple[str, Any]]:
    facts: list[tuple[str, Any]] = [
        (_("Wydarzenie"), event.title),
        (_("Rodzaj"), str(event.get_kind_display())),
        (_("Termin"), when(event)),
        (_("Miejsce"), event.place),
        (_("Miejsca"), places_in(event) or _("bez limitu")),
        (_("Zapisanych z miejscem"), event.registrations.confirmed().count()),
        (_("Obecnych"), people),
        (_("Godziny"), event.hours),
        (_("Osobogodziny"), person_hours(event, people)),
        (_("Wydane zaświadczenia"), event.certificates.count()),
    ]
    if event.target_people:
        share = round(100 * people / event.target_people)
        facts.append(
            (
                _("Zakładano osób"),
                _("%(target)d, osiągnięto %(share)d%%")
                % {"target": event.target_people, "share": share},
            )
        )
    return facts


def _by(rows: QuerySet[Registration], field: str, choices: Any) -> list[tuple[str, int]]:
    counts = dict(rows.order_by().values_list(field).annotate(n=Count("pk", distinct=True)))
    return [(str(label), counts.get(value, 0)) for value, label in choices]


def _by_county(rows: QuerySet[Registration]) -> list[tuple[str, int]]:
    counts = rows.order_by().values_list("county__name").annotate(n=Count("pk", distinct=True))
    return sorted((name or _("nie podano"), number) for name, number in counts)


def _counts(caption: str, key: str, lines: list[tuple[str, int]]) -> Table:
    columns = [Column("name", _("Nazwa"), 3), Column("count", _("Osoby"), 1, "integer")]
    return Table(key, caption, columns, lines)


def _chart(lines: list[tuple[str, int]]) -> Chart:
    return Chart(
        "bar",
        _("Uczestnicy według strony"),
        _("Ile osób przyszło z każdej strony."),
        [name for name, _count in lines],
        [ChartSeries(_("Osoby"), [number for _name, number in lines])],
    )


def _sessions(event: Event) -> Table:
    rows = event.sessions.annotate(
        came=Count("check_ins", distinct=True),
        opinions=Count("feedback", distinct=True),
        # Each opinion is repeated as often as the others by the joins: the average stays true.
        average=Avg("feedback__rating"),
    )
    columns = [
        Column("title", _("Sesja"), 3),
        Column("signed", _("Zapisani"), 1, "integer"),
        Column("came", _("Obecni"), 1, "integer"),
        Column("opinions", _("Opinie"), 1, "integer"),
        Column("average", _("Średnia ocen"), 1, "decimal"),
    ]
    lines = [
        (
            row.title,
            row.taken,
            row.came,
            row.opinions,
            None if row.average is None else Decimal(row.average).quantize(Decimal("0.1")),
        )
        for row in rows
    ]
    return Table("sessions", _("Sesje"), columns, lines)
