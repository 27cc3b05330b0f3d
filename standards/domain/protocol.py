"""The protocol of an election as a report, always in Polish."""

from __future__ import annotations

from django.utils import timezone
from django.utils.translation import gettext as _

from documents.exports import (
    Block,
    Column,
    Heading,
    KeyValues,
    Paragraph,
    Report,
    Signature,
    Table,
)
from standards.domain.ballots import Results
from standards.domain.statistics import EU_NOTICE
from standards.models import Election


def describe_protocol(election: Election, results: Results) -> Report:
    """Numbers, candidates with votes, complaints, receipts, places to sign."""
    blocks: list[Block] = [
        Heading(1, _("Przebieg")),
        KeyValues(
            [
                (_("Głosowanie od"), _moment(election.voting_from)),
                (_("Głosowanie do"), _moment(election.voting_until)),
                (_("Ogłoszenie wyników"), _moment(election.results_at)),
                (_("Liczba miejsc"), election.seats),
                (_("Organizacje z upoważnioną osobą"), election.mandates.count()),
                (_("Głosy w urnie"), results.cast),
                (_("Organizacje odnotowane w spisie"), election.roll.count()),
                (_("W tym głosy puste"), results.blank),
            ]
        ),
        Heading(1, _("Wyniki")),
        _candidates(results),
        *_lots(election, results),
        Heading(1, _("Skargi")),
        Paragraph(
            _("Złożono: %(all)s, uwzględniono: %(upheld)s, nierozstrzygniętych: %(open)s.")
            % {
                "all": election.complaints.count(),
                "upheld": election.complaints.filter(is_upheld=True).count(),
                "open": election.complaints.filter(decided_at__isnull=True).count(),
            }
        ),
        Signature(role=_("Przewodniczący(-a) komisji wyborczej")),
        Signature(role=_("Członek komisji wyborczej")),
        Signature(role=_("Członek komisji wyborczej")),
        Heading(1, _("Odciski numerów kontrolnych")),
        Paragraph(
            _(
                "Skrót SHA-256 numeru każdego policzonego głosu, w kolejności alfabetycznej. Nie "
                "mówi, kto ani jak głosował."
            )
        ),
        Table(
            "receipts",
            _("Odciski numerów kontrolnych"),
            [Column("digest", _("Odcisk"))],
            [(digest,) for digest in results.receipts],
        ),
    ]
    return Report(
        title=_("Protokół z wyborów"),
        subtitle=election.title,
        language="pl",
        created_at=timezone.now(),
        publisher=election.council.public_body.name,
        blocks=blocks,
        notice=EU_NOTICE,
    )


def _candidates(results: Results) -> Table:
    columns = [
        Column("name", _("Kandydat(ka)"), 2),
        Column("organization", _("Kto zgłosił"), 3),
        Column("votes", _("Głosy"), 0.8, "integer"),
        Column("result", _("Wynik"), 1.2),
    ]
    rows = [
        (
            row.candidate.name,
            row.candidate.organization.name,
            row.votes,
            _("wybrany(-a)") if row.is_elected else _("remis") if row.is_tied else "",
        )
        for row in results.standings
    ]
    return Table("candidates", _("Kandydaci i głosy"), columns, rows)


def _lots(election: Election, results: Results) -> list[Block]:
    if results.tied:
        return [Paragraph(_("Równa liczba głosów przy ostatnim miejscu: rozstrzygnie losowanie."))]
    if election.candidates.filter(lot__isnull=False).exists():
        return [Paragraph(_("O ostatnim miejscu rozstrzygnęło losowanie."))]
    return []


def _moment(moment: object) -> str:
    return f"{timezone.localtime(moment):%d.%m.%Y, %H:%M}"  # type: ignore[arg-type]
