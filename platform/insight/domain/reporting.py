"""The same numbers as files: what pages show, in every format of the portal."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from documents.exports import Block, Column, Heading, KeyValues, Paragraph, Report, Table
from insight import promises
from insight.domain import kept_word
from insight.domain.usage import Period, Taken, charts, participation_chart, taken_part, usage
from insight.participation import Side


def report_of_use(period: Period) -> Report:
    """Visits and participation of a period."""
    found = usage(period)
    blocks: list[Block] = [
        Heading(1, _("Odwiedziny")),
        KeyValues(
            [
                (_("Odsłony"), found.views),
                (_("Odwiedzający dziennie (szacunek)"), found.visitors_a_day),
            ]
        ),
        *charts(found).values(),
        Table(
            "pages",
            _("Odsłony według rodzaju strony"),
            [
                Column("part", _("Część portalu"), 1.5),
                Column("page", _("Rodzaj strony"), 2),
                Column("views", _("Odsłony"), 1, "integer"),
            ],
            [(line.part, line.label, line.views) for line in found.by_page],
        ),
        Table(
            "counties",
            _("Odsłony stron o powiatach"),
            [Column("county", _("Powiat"), 2), Column("views", _("Odsłony"), 1, "integer")],
            [(line.label, line.views) for line in found.by_county],
        ),
        Heading(1, _("Udział według powiatu i strony")),
    ]
    for taken in taken_part(period):
        chart = participation_chart(taken)
        blocks += [*([chart] if chart else []), _participation_table(taken)]
    subtitle = _("od %(since)s do %(until)s") % {
        "since": date_format(period.since),
        "until": date_format(period.until),
    }
    return _report(_("Korzystanie z portalu"), subtitle, blocks)


def report_of_kept_word(rows: kept_word.Rows) -> Report:
    """Offices and their matters, with the method that counted them."""
    offices = Table(
        "offices",
        _("Urzędy"),
        [
            Column("office", _("Urząd"), 3),
            Column("matters", _("Sprawy"), 1, "integer"),
            Column("judged", _("Z upływem terminu"), 1, "integer"),
            Column("kept", _("W terminie"), 1, "integer"),
            Column("median_days", _("Mediana dni do odpowiedzi"), 1, "decimal"),
            Column("asked", _("Uwagi"), 1, "integer"),
            Column("answered", _("Z odpowiedzią"), 1, "integer"),
        ],
        lambda: (
            (
                row["office_name"],
                row["matters"],
                row["judged"],
                row["kept_count"],
                row["median_days"],
                row["asked_count"],
                row["answered_count"],
            )
            for row in kept_word.by_office(rows)
        ),
    )
    explained = [
        block
        for source in promises.sources()
        for block in (Heading(2, str(source.label)), Paragraph(source.explained))
    ]
    blocks: list[Block] = [offices, _matters_table(rows), Heading(1, _("Jak liczymy")), *explained]
    return _report(_("Jak urzędy dotrzymują słowa"), "", blocks)


def _matters_table(rows: kept_word.Rows) -> Table:
    labels = {source.key: str(source.label) for source in promises.sources()}
    verdicts = {True: _("tak"), False: _("nie"), None: _("termin trwa")}
    columns = [
        Column("office", _("Urząd"), 2),
        Column("kind", _("Rodzaj"), 1.4),
        Column("title", _("Sprawa"), 3),
        Column("begun_on", _("Liczymy od"), 1, "date"),
        Column("due_on", _("Termin"), 1, "date"),
        Column("done_on", _("Załatwiono"), 1, "date"),
        Column("days", _("Dni"), 0.7, "integer"),
        Column("kept", _("W terminie"), 0.9),
        Column("asked", _("Uwagi"), 0.8, "integer"),
        Column("answered", _("Z odpowiedzią"), 0.9, "integer"),
    ]

    def lines() -> Any:
        for row in rows.iterator(chunk_size=500):
            yield (
                row.office_name,
                labels.get(row.source, row.source),
                row.title,
                row.begun_on,
                row.due_on,
                row.done_on,
                row.days,
                verdicts[row.kept],
                row.asked,
                row.answered,
            )

    return Table("matters", _("Sprawy"), columns, lines)


def _participation_table(taken: Taken) -> Table:
    columns = [
        Column("county", _("Powiat"), 2),
        *(Column(side.value, str(side.label), 1, "integer") for side in Side),
        Column("total", _("Razem"), 1, "integer"),
    ]
    lines: list[list[str | int]] = [[name, *counts, sum(counts)] for name, counts in taken.rows]
    return Table(f"participation-{taken.source.key}", str(taken.source.label), columns, lines)


def _report(title: str, subtitle: str, blocks: list[Block]) -> Report:
    return Report(
        title=title,
        subtitle=subtitle,
        language=(get_language() or "pl")[:2],
        created_at=timezone.now(),
        publisher=settings.OPERATOR_NAME,
        blocks=blocks,
        notice=_(
            "Projekt współfinansowany ze środków Unii Europejskiej w ramach Europejskiego Funduszu "
            "Społecznego."
        ),
    )
