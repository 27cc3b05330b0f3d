"""The rules document (regulamin), written from the settings of an edition."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from awards.models import Category, Criterion, Edition
from documents.exports.description import (
    Block,
    Column,
    Heading,
    KeyValues,
    Paragraph,
    Report,
    Signature,
    Table,
)


def describe_regulations(
    edition: Edition, categories: Sequence[Category], created_at: datetime
) -> Report:
    """The whole document; ``categories`` come with their criteria."""
    competition = edition.competition
    blocks: list[Block] = [
        Heading(1, _("Cel i organizator")),
        Paragraph(competition.description),
        KeyValues(
            [
                (_("Organizator"), competition.public_body.name),
                (_("Kontakt"), competition.contact_email),
            ]
        ),
        *_terms(edition),
        Heading(1, _("Kategorie")),
    ]
    for category in categories:
        blocks += _category(category)
    blocks += _procedure(edition)
    blocks.append(Signature(role=_("Organizator")))
    return Report(
        title=_("Regulamin konkursu %(name)s") % {"name": competition.name},
        subtitle=_("Edycja %(year)s") % {"year": edition.year},
        language="pl",
        created_at=created_at,
        publisher=competition.public_body.name,
        blocks=blocks,
    )


def _terms(edition: Edition) -> list[Block]:
    results = date_format(timezone.localtime(edition.results_at), "DATETIME_FORMAT")
    return [
        Heading(1, _("Terminy")),
        KeyValues(
            [
                (_("Zgłoszenia od"), edition.opens_on),
                (_("Zgłoszenia do"), edition.closes_on),
                (_("Kapituła ocenia do"), edition.scoring_until),
                (_("Ogłoszenie wyników"), results),
            ]
        ),
    ]


def _category(category: Category) -> list[Block]:
    blocks: list[Block] = [Heading(2, category.name), Paragraph(category.description)]
    if category.without_nomination:
        blocks.append(Paragraph(_("Laureata wskazuje kapituła, bez zgłoszeń.")))
    else:
        blocks.append(KeyValues(_rules(category)))
    criteria = list(category.criteria.all())
    if criteria:
        blocks.append(_criteria(category, criteria))
    if category.prizes:
        blocks.append(KeyValues([(_("Nagrody"), category.prizes)]))
    return blocks


def _rules(category: Category) -> list[tuple[str, str]]:
    self_words = _("tak") if category.allows_self_nomination else _("nie")
    return [
        (_("Kogo można zgłosić"), ", ".join(category.nominee_words)),
        (_("Kto może zgłaszać"), ", ".join(category.nominator_words)),
        (_("Można zgłosić siebie"), self_words),
        (_("Najwięcej zgłoszeń od jednej osoby"), str(category.nominations_limit)),
        (_("Najmniej jurorów"), str(category.jury_size)),
        (_("Najmniej ocen jednego zgłoszenia"), str(category.least_evaluations)),
        (_("O kolejności decyduje"), category.get_ranking_display()),
        (_("Przy równych wynikach"), category.get_tie_rule_display()),
    ]


def _criteria(category: Category, criteria: Sequence[Criterion]) -> Table:
    columns = [
        Column("name", _("Kryterium"), 3),
        Column("description", _("Na co patrzy juror"), 5),
        Column("weight", _("Waga"), 1, "integer"),
        Column("scale", _("Skala"), 1),
    ]
    rows = [
        (item.name, item.description, item.weight, f"{item.scale_min}–{item.scale_max}")
        for item in criteria
    ]
    caption = _("Kryteria w kategorii %(name)s") % {"name": category.name}
    return Table(f"criteria-{category.pk}", caption, columns, rows)


def _procedure(edition: Edition) -> list[Block]:
    values = {
        "consent": edition.consent_days,
        "completion": edition.completion_days,
        "appeal": edition.appeal_days,
    }
    return [
        Heading(1, _("Jak oceniamy")),
        Paragraph(
            _(
                "Kandydat dostaje osobisty odnośnik i ma %(consent)d dni na zgodę; bez niej niczego"
                " o nim nie publikujemy. Urząd sprawdza zgłoszenie i może wezwać do uzupełnienia"
                " w ciągu %(completion)d dni. Od odrzucenia można się odwołać w ciągu %(appeal)d"
                " dni."
            )
            % values
        ),
        Paragraph(
            _(
                "Juror podpisuje deklarację poufności i przy każdym zgłoszeniu oświadcza, czy jest"
                " powiązany z kandydatem; powiązanie wyklucza czytanie i ocenę. Jurorzy oceniają"
                " niezależnie, według kryteriów i wag. Wynik to średnia ważona, liczona dokładnie,"
                " bez zaokrągleń."
            )
        ),
        Paragraph(
            _("Wyniki są tajne do chwili ogłoszenia i wszyscy poznają je w tej samej chwili.")
        ),
        Heading(1, _("Dane osobowe")),
        Paragraph(
            _(
                "Dane kandydatów i zgłaszających przetwarzamy tylko do przeprowadzenia konkursu."
                " Zgłoszenia, które nie zdobyły nagrody, usuwamy rok po ogłoszeniu wyników."
            )
        ),
    ]
