"""Making competitions, editions and their rules."""

from __future__ import annotations

import io
from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _

from awards.domain import ready_competition
from awards.domain.errors import ReasonRequired, StageNotAllowed
from awards.exports.regulations import describe_regulations
from awards.models import (
    Category,
    Competition,
    Criterion,
    Edition,
    EditionChange,
    EditionStage,
    Regulations,
)
from documents.exports.registry import write_report
from documents.models import StoredFile
from documents.storing import store_bytes
from organizations.models import PublicBody
from surveys.domain.importing import load_questionnaire

RESERVED_CATEGORIES = {
    "regulamin",
    "ustawienia",
    "kategoria",
    "praca",
    "kapitula",
    "ranking",
    "sklad-kapituly",
    "obrady",
    "glosowanie",
    "glosy",
    "statystyki",
    "dyplomy",
    "podziekowania",
    "dla-prasy",
    "przeloz-wyniki",
}
RESERVED_SLUGS = {"laureaci", "zgloszenia", "zgoda", "rekomendacja", "glos", "nowy", "kanal"}
_POLISH_L = str.maketrans("łŁ", "lL")


@transaction.atomic
def create_ready_competition(
    *, public_body: PublicBody, contact_email: str, first_day: date, actor: Any = None
) -> Edition:
    """The template: the competition with an edition that opens on ``first_day``, as a draft."""
    competition = Competition(
        name=ready_competition.NAME,
        public_body=public_body,
        summary=ready_competition.SUMMARY,
        description=ready_competition.DESCRIPTION,
        contact_email=contact_email,
        created_by=actor,
    )
    save_competition(competition)
    edition = Edition(
        competition=competition,
        year=first_day.year,
        opens_on=first_day,
        closes_on=first_day + timedelta(days=44),
        scoring_until=first_day + timedelta(days=75),
        results_at=_evening(first_day + timedelta(days=90)),
        votes_from=_evening(first_day + timedelta(days=55)),
        votes_until=_evening(first_day + timedelta(days=76)),
        gala_title=_("Gala konkursu %(name)s") % {"name": competition.name},
    )
    edition.save()
    eligibility = load_questionnaire(ready_competition.ELIGIBILITY)
    for position, ready in enumerate(ready_competition.READY_CATEGORIES, 1):
        form = load_questionnaire(ready_competition.DATA / ready.form) if ready.form else None
        asks_first = not ready.rules.get("without_nomination")
        category = Category.objects.create(
            edition=edition,
            name=ready.name,
            slug=ready.slug,
            description=ready.description,
            position=position,
            form=form,
            eligibility=eligibility if asks_first else None,
            **ready.rules,
        )
        Criterion.objects.bulk_create(
            Criterion(
                category=category,
                name=item.name,
                description=item.description,
                weight=item.weight,
                position=place,
            )
            for place, item in enumerate(ready.criteria, 1)
        )
    return edition


def save_competition(competition: Competition) -> Competition:
    """Save a new competition under a free address made of its name."""
    stem = slugify(competition.name.translate(_POLISH_L))[:70] or "konkurs"
    candidates = [stem, *(f"{stem}-{number}" for number in range(2, 100))]
    competition.slug = next(
        slug
        for slug in candidates
        if slug not in RESERVED_SLUGS and not Competition.objects.filter(slug=slug).exists()
    )
    competition.save()
    return competition


def category_slug(category: Category) -> str:
    """A free address for a new category of its edition."""
    stem = slugify(category.name.translate(_POLISH_L))[:70] or "kategoria"
    taken = set(category.edition.categories.values_list("slug", flat=True)) | RESERVED_CATEGORIES
    candidates = (stem, *(f"{stem}-{number}" for number in range(2, 100)))
    return next(slug for slug in candidates if slug not in taken)


@transaction.atomic
def next_edition(*, edition: Edition, actor: Any = None) -> Edition:
    """A draft for the next year with the same categories and criteria, dates a year later."""
    copy = Edition.objects.get(pk=edition.pk)
    copy.pk = None
    copy._state.adding = True
    latest = edition.competition.editions.aggregate(latest=Max("year"))["latest"]
    copy.year = latest + 1
    years = copy.year - edition.year
    for name in ("opens_on", "closes_on", "scoring_until", "results_at", "votes_from"):
        _move_years(copy, name, years)
    _move_years(copy, "votes_until", years)
    copy.stage = EditionStage.DRAFT
    copy.last_nomination_number = 0
    copy.resolution, copy.gala_event = "", ""
    copy.save()
    for category in edition.categories.prefetch_related("criteria"):
        _copy_category(category, copy)
    return copy


def _copy_category(category: Category, edition: Edition) -> None:
    criteria = list(category.criteria.all())
    category.pk, category.edition, category.closes_on = None, edition, None
    category._state.adding = True
    category.save()
    for criterion in criteria:
        criterion.pk, criterion.category = None, category
    Criterion.objects.bulk_create(criteria)


def _move_years(edition: Edition, name: str, years: int) -> None:
    value = getattr(edition, name)
    if value is not None:
        setattr(edition, name, value + timedelta(days=364 * years))


@transaction.atomic
def add_regulations(
    *, edition: Edition, file: StoredFile, actor: Any, note: str = "", is_generated: bool = False
) -> Regulations:
    """The next version of the rules; earlier ones stay public."""
    Edition.objects.select_for_update(no_key=True).get(pk=edition.pk)
    latest = edition.regulations.aggregate(latest=Max("number"))["latest"] or 0
    return Regulations.objects.create(
        edition=edition,
        number=latest + 1,
        file=file,
        note=note,
        is_generated=is_generated,
        created_by=actor,
    )


def generate_regulations(*, edition: Edition, actor: Any, note: str = "") -> Regulations:
    """Write the rules from the settings of the edition as PDF, and add them as a version."""
    stream = io.BytesIO()
    categories = list(edition.categories.prefetch_related("criteria"))
    write_report(describe_regulations(edition, categories, timezone.now()), "pdf", stream)
    name = f"regulamin-{edition.competition.slug}-{edition.year}.pdf"
    file = store_bytes(stream.getvalue(), name=name, kind="pdf", uploaded_by=actor)
    return add_regulations(edition=edition, file=file, actor=actor, note=note, is_generated=True)


@transaction.atomic
def postpone_results(*, edition: Edition, results_at: datetime, reason: str, actor: Any) -> Edition:
    """Move the moment of the results, while it has not come."""
    locked = Edition.objects.select_for_update(no_key=True).get(pk=edition.pk)
    if not reason.strip():
        raise ReasonRequired
    now = timezone.now()
    if locked.has_public_results or results_at <= now or results_at < locked.closes_at:
        raise StageNotAllowed(_("Wybierz chwilę, która jeszcze nie minęła."))
    locked.results_at = results_at
    locked.save(update_fields=["results_at", "updated_at", "opens_at", "closes_at"])
    EditionChange.objects.create(
        edition=locked,
        source=locked.stage,
        target=locked.stage,
        actor=actor,
        reason=reason.strip(),
    )
    return locked


def _evening(day: date) -> datetime:
    """Six in the evening, when galas begin."""
    return timezone.make_aware(datetime.combine(day, datetime.min.time().replace(hour=18)))
