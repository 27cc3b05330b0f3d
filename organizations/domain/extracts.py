"""Address labels and mailing lists for officials; each is recorded with its purpose."""

from __future__ import annotations

from collections.abc import Iterator
from tempfile import TemporaryFile
from typing import IO, Any

from django.conf import settings
from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from accounts.models import User
from documents.exports import Column, Report, Table, write_report
from documents.exports.labels import write_labels
from organizations.models import AddressExtract, ExtractKind, Organization

# A label sheet is typeset at once: so many labels take about ten seconds and 150 MB.
MOST_LABELS = 5000


def with_addresses(rows: QuerySet[Organization], kind: ExtractKind) -> QuerySet[Organization]:
    """Those of ``rows`` that can be written to in this way."""
    if kind == ExtractKind.MAILING_LIST:
        return rows.exclude(email="")
    return rows.exclude(Q(town="") | Q(postal_code=""))


@transaction.atomic
def make_extract(
    rows: QuerySet[Organization], *, kind: ExtractKind, purpose: str, query: str, by: User
) -> IO[bytes]:
    """A file with the addresses of ``rows``, ready to be read; the record stands before it."""
    chosen = with_addresses(rows, kind)
    if kind == ExtractKind.LABELS:
        chosen = chosen[:MOST_LABELS]
    AddressExtract.objects.create(
        kind=kind, purpose=purpose, query=query, count=chosen.count(), made_by=by
    )
    return _labels(chosen) if kind == ExtractKind.LABELS else _mailing_list(chosen)


def _labels(rows: QuerySet[Organization]) -> IO[bytes]:
    stream = TemporaryFile()  # noqa: SIM115 - the response closes it
    write_labels(
        (_label(row) for row in rows),
        stream,
        title=_("Etykiety adresowe"),
        language=get_language() or settings.LANGUAGE_CODE,
    )
    stream.seek(0)
    return stream


def _label(row: Organization) -> list[str]:
    return [row.name, row.street_address or row.town, f"{row.postal_code} {row.town}"]


def _mailing_list(rows: QuerySet[Organization]) -> IO[bytes]:
    columns = [Column("email", _("E-mail"), width=2), Column("name", _("Nazwa"), width=3)]
    report = Report(
        title=_("Lista adresów e-mail"),
        subtitle="",
        language=get_language() or settings.LANGUAGE_CODE,
        created_at=timezone.now(),
        publisher=settings.SITE_NAME,
        blocks=[Table("addresses", _("Adresy"), columns, lambda: _addresses(rows))],
    )
    stream = TemporaryFile()  # noqa: SIM115 - the response closes it
    write_report(report, "csv", stream)
    stream.seek(0)
    return stream


def _addresses(rows: QuerySet[Any]) -> Iterator[tuple[str, str]]:
    """Each address once: branches of one organization often share theirs."""
    seen: set[str] = set()
    for email, name in rows.order_by("name", "pk").values_list("email", "name").iterator():
        if email.lower() not in seen:
            seen.add(email.lower())
            yield email, name
