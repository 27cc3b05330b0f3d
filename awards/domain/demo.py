"""Demo awards: a finished edition, one that takes nominations and one before its jury.

Safe to repeat: a competition that is there is left alone. Everybody here is invented.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from accounts.models import User
from awards.domain import (
    checking,
    consents,
    deliberating,
    edition_stages,
    editions,
    evaluating,
    jury,
    nominating,
)
from awards.domain.nominating import Capacity
from awards.domain.ranking import ranking_of
from awards.models import (
    Award,
    Category,
    Competition,
    Distinction,
    Edition,
    EditionStage,
    Juror,
    Nomination,
    NominatorKind,
)
from awards.models.competitions import start_of_day
from organizations.models import Organization, PublicBody


@dataclass(frozen=True, slots=True)
class AwardPeople:
    """Who takes part in the demo."""

    official: User
    nominators: Sequence[User]
    jurors: Sequence[User]


@dataclass(frozen=True, slots=True)
class _Nominee:
    name: str
    county: str
    summary: str
    points: tuple[int, ...]
    citation: str = ""


_PEOPLE = (
    _Nominee(
        "Zofia Wzorcowa",
        "1607",
        "Od jedenastu lat prowadzi w Nysie świetlicę, w której dzieci uczą się, a seniorzy uczą.",
        (10, 9, 9),
        "Za świetlicę, która nigdy nie jest zamknięta, i za przykład, za którym poszła cała ulica.",
    ),
    _Nominee(
        "Jan Przykładowy",
        "1661",
        "Zorganizował w Opolu sąsiedzki transport dla osób, które nie mogą wyjść z domu.",
        (8, 9, 8),
        "Za 1 200 kursów, których nikt mu nie zlecił.",
    ),
    _Nominee(
        "Maria Zmyślona",
        "1603",
        "Uratowała wiejską bibliotekę w powiecie kędzierzyńsko-kozielskim.",
        (8, 7, 8),
    ),
)


_NEIGHBOURS = (
    _Nominee(
        "Halina Pomysłowa",
        "1607",
        "Od dwunastu lat gotuje w Otmuchowie w każdą niedzielę dla tych, którzy mieszkają sami.",
        (9, 8, 9),
    ),
    _Nominee(
        "Tadeusz Nieobecny",
        "1607",
        "Uczy seniorów z Głuchołaz telefonu i komputera; ukończyło jego kurs dwieście osób.",
        (7, 8, 8),
    ),
    _Nominee(
        "Krystyna Zmyślna",
        "1607",
        "Założyła w Korfantowie wypożyczalnię sprzętu dla chorych, bez kaucji i bez kolejki.",
        (10, 9, 8),
    ),
    _Nominee(
        "Robert Domniemany",
        "1607",
        "Prowadzi w Paczkowie drużynę piłkarską, w której gra każdy, kto przyjdzie.",
        (6, 8, 7),
    ),
)


@transaction.atomic
def seed_awards(body: PublicBody, people: AwardPeople) -> None:
    """The competition with last year's edition finished and this year's open."""
    if Competition.objects.filter(public_body=body).exists():
        return
    today = timezone.localdate()
    past = editions.create_ready_competition(
        public_body=body,
        contact_email="nagrody@example.org",
        first_day=today - timedelta(days=14),
        actor=people.official,
    )
    Edition.objects.filter(pk=past.pk).update(year=today.year - 1)
    past.refresh_from_db()
    _finish(past, people)
    current = editions.next_edition(edition=past, actor=people.official)
    _open(current, people)


@transaction.atomic
def seed_judging(body: PublicBody, people: AwardPeople) -> None:
    """A smaller competition whose jury has begun to score: one juror quicker than the others."""
    if Competition.objects.filter(public_body=body).exists():
        return
    today = timezone.localdate()
    edition = editions.create_ready_competition(
        public_body=body,
        contact_email="nagrody.powiat@example.org",
        first_day=today - timedelta(days=14),
        actor=people.official,
    )
    name = "Społecznik Powiatu Nyskiego"
    Competition.objects.filter(pk=edition.competition_id).update(
        name=name,
        slug="spolecznik-powiatu-nyskiego",
        summary="Nagroda powiatu dla mieszkańców, którzy robią coś dla sąsiadów.",
    )
    edition.categories.exclude(slug="spolecznik-roku").delete()
    Edition.objects.filter(pk=edition.pk).update(gala_title=f"Gala konkursu {name}")
    edition = Edition.objects.select_related("competition__public_body").get(pk=edition.pk)
    editions.generate_regulations(edition=edition, actor=people.official)
    edition_stages.announce(edition=edition, actor=people.official)
    for nominee in _NEIGHBOURS:
        _nominate(edition, "spolecznik-roku", nominee, people)
    Edition.objects.filter(pk=edition.pk).update(
        opens_on=today - timedelta(days=36),
        opens_at=start_of_day(today - timedelta(days=36)),
        closes_on=today - timedelta(days=5),
        closes_at=start_of_day(today - timedelta(days=4)),
        scoring_until=today + timedelta(days=16),
        results_at=start_of_day(today + timedelta(days=30)) + timedelta(hours=17),
        votes_from=None,
        votes_until=None,
        gala_place="Nysa, Dom Kultury",
    )
    edition_stages.move_on_time()
    edition.refresh_from_db()
    quick, bound, _late = _seat(edition, people)
    standing = _standing(edition)
    for nomination in standing:
        jury.declare(juror=quick, nomination=nomination, has_conflict=False)
    jury.declare(juror=bound, nomination=standing[0], has_conflict=False)
    jury.declare(
        juror=bound, nomination=standing[-1], has_conflict=True, reason="Jesteśmy szwagrami."
    )
    jury.assign_all(category=standing[0].category)
    _score(standing[0], [quick, bound], _NEIGHBOURS[0].points)
    _score(standing[2], [quick], _NEIGHBOURS[2].points)


def _finish(edition: Edition, people: AwardPeople) -> None:
    """Play the whole edition, then move its dates a year back."""
    editions.generate_regulations(edition=edition, actor=people.official)
    edition_stages.announce(edition=edition, actor=people.official)
    for nominee in _PEOPLE:
        _nominate(edition, "spolecznik-roku", nominee, people)
    for organization in Organization.objects.order_by("pk")[2:5]:
        _nominate_organization(edition, organization, people)
    Edition.objects.filter(pk=edition.pk).update(closes_at=timezone.now() - timedelta(hours=1))
    edition_stages.move_on_time()
    edition.refresh_from_db()
    _judge(edition, people)
    _decide(edition)
    # The gala was months ago; the constraint wants the results after the term.
    days = timedelta(days=400)
    gala = start_of_day(timezone.localdate() - timedelta(days=340)) + timedelta(hours=18)
    Edition.objects.filter(pk=edition.pk).update(
        opens_on=edition.opens_on - days,
        closes_on=edition.closes_on - days,
        scoring_until=edition.scoring_until - days,
        opens_at=start_of_day(edition.opens_on - days),
        closes_at=start_of_day(edition.closes_on - days + timedelta(days=1)),
        votes_from=None,
        votes_until=None,
        results_at=gala,
        gala_place="Opole, Filharmonia",
        resolution="Uchwała nr 1234/2025 Zarządu Województwa Opolskiego",
    )
    edition_stages.move_on_time()
    edition.refresh_from_db()


def _open(edition: Edition, people: AwardPeople) -> None:
    today = timezone.localdate()
    edition.opens_on, edition.closes_on = today - timedelta(days=10), today + timedelta(days=34)
    edition.scoring_until = today + timedelta(days=60)
    edition.results_at = start_of_day(today + timedelta(days=75)) + timedelta(hours=18)
    edition.votes_from = start_of_day(today + timedelta(days=45)) + timedelta(hours=12)
    edition.votes_until = start_of_day(today + timedelta(days=62))
    edition.gala_place = "Opole, Filharmonia"
    edition.save()
    editions.generate_regulations(edition=edition, actor=people.official)
    edition_stages.announce(edition=edition, actor=people.official)
    edition.refresh_from_db()
    for nominee in _PEOPLE[1:]:
        _nominate(edition, "spolecznik-roku", nominee, people, decide=False)


def _nominate(
    edition: Edition,
    slug: str,
    nominee: _Nominee,
    people: AwardPeople,
    *,
    decide: bool = True,
) -> None:
    author = people.nominators[len(nominee.name) % len(people.nominators)]
    content: dict[str, Any] = {
        "nominee_kind": "person",
        "nominee_name": nominee.name,
        "nominee_email": f"kandydat{nominee.county}@example.org",
        "county_id": nominee.county,
        "summary": nominee.summary,
        "justification": (
            f"{nominee.summary}\n\nRobi to po pracy i za własne pieniądze. Zaraża innych: dziś"
            " pomaga kilkanaście osób, a do pomysłu zgłaszają się następne miejscowości."
        ),
        "answers": {"od_kiedy": 11, "dla_kogo": ["dzieci", "seniorzy"]},
    }
    _hand_in(edition, slug, author, content, decide)


def _nominate_organization(
    edition: Edition, organization: Organization, people: AwardPeople
) -> None:
    content: dict[str, Any] = {
        "nominee_kind": "organization",
        "nominee_name": organization.name,
        "organization": organization,
        "nominee_email": organization.email,
        "county_id": organization.county_id,
        "summary": organization.mission or organization.name,
        "justification": organization.description or organization.name,
        "answers": {"odbiorcy": 420, "wolontariusze": 35},
    }
    _hand_in(edition, "aktywna-organizacja", people.nominators[0], content, decide=True)


def _hand_in(
    edition: Edition, slug: str, author: User, content: dict[str, Any], decide: bool
) -> None:
    category = edition.categories.select_related("edition__competition").get(slug=slug)
    draft = nominating.start_nomination(
        category=category, user=author, capacity=Capacity(NominatorKind.ANYONE)
    )
    draft = nominating.keep_draft(nomination=draft, content=content)
    nomination = nominating.submit_nomination(nomination=draft, actor=author)
    if decide:
        if nomination.consent != "given":
            consents.answer(nomination=nomination, agrees=True)
        checking.accept(nomination=nomination, actor=None)


def _seat(edition: Edition, people: AwardPeople) -> list[Juror]:
    """Appoint the jury, which signs; its stage begins."""
    for number, user in enumerate(people.jurors):
        seat = jury.appoint(
            edition=edition,
            user=user,
            role="chair" if number == 0 else "member",
            function="ekspert(ka) współpracy",
            appointed_by=f"zarządzenie nr 7/{edition.year}",
            appointed_on=timezone.localdate(),
            actor=people.official,
        )
        jury.sign_declaration(juror=seat)
    edition_stages.change_stage(edition=edition, target=EditionStage.JURY, actor=people.official)
    return list(edition.jurors.order_by("number"))


def _judge(edition: Edition, people: AwardPeople) -> None:
    seats = _seat(edition, people)
    for nomination in _standing(edition):
        for seat in seats:
            jury.declare(juror=seat, nomination=nomination, has_conflict=False)
    for category in edition.categories.filter(without_nomination=False):
        jury.assign_all(category=category)
    points = {nominee.name: nominee.points for nominee in _PEOPLE}
    for nomination in _standing(edition):
        base = points.get(nomination.nominee_name, (9 - (nomination.number or 0) % 3,) * 4)
        _score(nomination, seats, base)
    edition_stages.change_stage(
        edition=edition, target=EditionStage.DELIBERATION, actor=people.official
    )


def _score(nomination: Nomination, seats: Sequence[Juror], base: tuple[int, ...]) -> None:
    """Every second juror is a point stricter."""
    for place, seat in enumerate(seats):
        criteria = nomination.category.criteria.order_by("position")
        given = {
            row.pk: max(0, value - place % 2) for row, value in zip(criteria, base, strict=False)
        }
        evaluating.submit_scores(
            juror=seat,
            nomination=nomination,
            points=given,
            justification="Konkretne efekty, potwierdzone rekomendacjami.",
        )


def _decide(edition: Edition) -> None:
    edition.refresh_from_db()
    for slug in ("spolecznik-roku", "aktywna-organizacja"):
        category = edition.categories.select_related("edition__competition").get(slug=slug)
        places = [line.nomination for line in ranking_of(category)]
        for place, nomination in enumerate(places[:2]):
            distinction = Distinction.MENTION if place else Distinction.LAUREATE
            _award(category, nomination, distinction)
    meeting = deliberating.hold_meeting(
        edition=edition, held_at=timezone.now(), place="Opole", present=edition.jurors.all()
    )
    empty = edition.categories.get(slug="przyjazny-samorzad")
    motion = deliberating.put_motion(
        meeting=meeting, category=empty, text="Nie przyznawać nagrody: nie było zgłoszeń."
    )
    for seat in edition.jurors.all():
        deliberating.cast_ballot(motion=motion, juror=seat, choice="for")
    deliberating.close_motion(motion=motion)
    special = edition.categories.get(slug="nagroda-specjalna")
    deliberating.give_award(
        award=Award(
            category=special,
            name="Koło Gospodyń Wymyślonych",
            distinction=Distinction.SPECIAL,
            citation="Za sto lat bycia razem.",
            county_id="1609",
        )
    )
    edition_stages.change_stage(edition=edition, target=EditionStage.SEALED)


def _award(category: Category, nomination: Nomination, distinction: Distinction) -> None:
    citations = {nominee.name: nominee.citation for nominee in _PEOPLE}
    deliberating.give_award(
        award=Award(
            category=category,
            nomination=nomination,
            distinction=distinction,
            name=nomination.nominee_name,
            citation=citations.get(nomination.nominee_name) or nomination.summary,
        )
    )


def _standing(edition: Edition) -> list[Nomination]:
    return list(
        Nomination.objects.standing()
        .filter(category__edition=edition)
        .select_related("category__edition__competition__public_body")
        .order_by("number")
    )
