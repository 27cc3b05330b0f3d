"""The act of a version for use outside the portal: Akoma Ntoso, PDF, DOCX."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from consultations.acts.akoma_ntoso import ActMetadata, to_akoma_ntoso
from consultations.acts.tree import HEADING_KINDS, Unit
from consultations.domain.act_tree import tree_of
from consultations.domain.drafts import is_text_in_place
from consultations.models import Consultation, DraftVersion
from documents.exports import Block, Column, Heading, Paragraph, Report, Table, write_report

PRINTED_FORMATS = ("pdf", "docx")
_DEEPEST_HEADING = 4


def act_as_akoma_ntoso(
    consultation: Consultation, version: DraftVersion, *, source_url: str
) -> bytes:
    """The version as Akoma Ntoso 3.0 XML."""
    return to_akoma_ntoso(tree_of(version), _metadata(consultation, version, source_url))


def write_act(
    consultation: Consultation, version: DraftVersion, format: str, stream: BinaryIO
) -> None:
    """The version as a printable document; an act is always in Polish."""
    with override("pl"):
        write_report(describe_act(consultation, version), format, stream)


def describe_act(consultation: Consultation, version: DraftVersion) -> Report:
    """The act as blocks that every writer of documents knows."""
    act = tree_of(version)
    blocks: list[Block] = [Paragraph(line) for line in act.preface.splitlines() if line.strip()]
    return Report(
        title=act.title or consultation.title,
        subtitle=_subtitle(consultation, version),
        language="pl",
        created_at=version.published_at or version.created_at,
        publisher=str(consultation.public_body),
        blocks=[*blocks, *_blocks(act.units, 1)],
    )


def _metadata(consultation: Consultation, version: DraftVersion, source_url: str) -> ActMetadata:
    first = consultation.versions.earliest("number")
    published = version.published_at and timezone.localdate(version.published_at)
    return ActMetadata(
        authority=consultation.public_body.name,
        drafted_on=timezone.localdate(first.created_at),
        number=consultation.slug,
        locality=consultation.public_body.area_id,
        version_number=version.number,
        version_on=timezone.localdate(version.created_at),
        publisher=consultation.public_body.name,
        published_on=published,
        source_url=source_url,
    )


def _subtitle(consultation: Consultation, version: DraftVersion) -> str:
    if is_text_in_place(consultation):
        return _("Projekt, wersja %(number)s") % {"number": version.number}
    day = timezone.localdate(version.published_at or version.created_at)
    return _("Projekt, wersja %(number)s z %(day)s") % {
        "number": version.number,
        "day": day.strftime("%d.%m.%Y"),
    }


def _blocks(units: list[Unit], level: int) -> Iterator[Block]:
    """Headings nest without skipping a level; deeper units are told by their label."""
    for unit in units:
        below = level
        if unit.kind in HEADING_KINDS and (title := f"{unit.label} {unit.heading}".strip()):
            yield Heading(min(level, _DEEPEST_HEADING), title)
            below = level + 1
            if unit.text:
                yield Paragraph(unit.text)
        elif unit.rows:
            yield _table(unit)
        elif words := " ".join(filter(None, (unit.label, unit.heading, unit.text))):
            yield Paragraph(words)
        yield from _blocks(unit.children, below)


def _table(unit: Unit) -> Table:
    """The first row names the columns; rows of other lengths are filled up or joined."""
    width = max(len(row) for row in unit.rows)
    head, *body = [[*row, *[""] * (width - len(row))] for row in unit.rows]
    columns = [Column(f"c{number}", title) for number, title in enumerate(head, start=1)]
    return Table(unit.eid, unit.heading, columns, body)
