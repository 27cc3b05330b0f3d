"""A demo directory that looks real and names nobody.

Safe to repeat: rows are known by their slugs, and a second run changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from organizations.domain.demo_initiatives import seed_initiatives
from organizations.domain.demo_names import (
    BRANCH_WORDS,
    FIRST_NAMES,
    STREETS,
    SURNAMES,
    THEMES,
    Theme,
)
from organizations.domain.demo_numbers import (
    demo_bank_account,
    demo_krs,
    demo_nip,
    demo_regon,
)
from organizations.domain.slugs import slug_for
from organizations.models import (
    Organization,
    OrganizationPerson,
    OrganizationProject,
    OrganizationStatus,
    Plenipotentiary,
    PublicBenefitField,
    PublicBody,
    PublicBodyKind,
    PublicBodyUnit,
    Reach,
    Register,
    TargetGroup,
)
from territory.models import Area

DEMO_SIZE = 120
REGISTER_OF_FORM = {
    "simple_association": Register.COUNTY,
    "sports_club": Register.COUNTY,
    "kgw": Register.ARIMR,
    "church_unit": Register.CHURCH,
}
DEPARTMENTS = [
    "Departament Współpracy z Zagranicą i Promocji Regionu",
    "Departament Zdrowia i Polityki Społecznej",
    "Departament Kultury, Sportu i Turystyki",
    "Regionalny Ośrodek Polityki Społecznej",
]


@transaction.atomic
def seed_organizations() -> list[Organization]:
    """The demo organizations with their details, and plenipotentiaries in most offices."""
    gminas = list(Area.objects.gminas().select_related("parent"))
    organizations = []
    taken: set[str] = set()
    for number, (theme, form, name) in enumerate(_named_themes()):
        slug = slug_for(name, taken)
        taken.add(slug)
        # By number too: a later version may have renamed what an earlier one made.
        same = Q(slug=slug) | Q(nip=demo_nip(number + 1))
        existing = Organization.objects.filter(same).first()
        organizations.append(
            existing
            or _create_organization(
                number, Organization(slug=slug, name=name, legal_form=form), theme, gminas
            )
        )
    _seed_plenipotentiaries()
    _seed_departments()
    seed_initiatives(organizations)
    return organizations


def _named_themes() -> Iterator[tuple[Theme, str, str]]:
    """``DEMO_SIZE`` names: all invented ones, then further units told apart by a word."""
    firsts = [(theme, form, name) for theme in THEMES for form, name in theme.names]
    yield from firsts
    for n in range(DEMO_SIZE - len(firsts)):
        theme, form, name = firsts[(n * 13) % len(firsts)]
        yield theme, form, _branch_name(name, BRANCH_WORDS[n % len(BRANCH_WORDS)])


def _branch_name(name: str, word: str) -> str:
    return name.replace("”", f" – {word}”") if "”" in name else f"{name} ({word})"


def _create_organization(
    number: int, organization: Organization, theme: Theme, gminas: list[Area]
) -> Organization:
    random = _dice(number)
    # 71 and 29 have no common divisor: every gmina gets its turn before any gets a second one.
    # Every fifth organization sits in the capital, as in life.
    opole = next(gmina for gmina in gminas if gmina.name == "Opole")
    gmina = opole if number % 5 == 4 else gminas[(number * 29) % len(gminas)]
    _describe(organization, theme, gmina, random)
    _register(organization, number, random)
    organization.full_clean(exclude=["slug"])
    organization.save()
    organization.benefit_fields.set(PublicBenefitField.objects.filter(pk__in=theme.fields))
    organization.target_groups.set(TargetGroup.objects.filter(pk__in=theme.target_groups))
    organization.areas_of_action.set([gmina.parent or gmina])
    _add_people_and_projects(organization, random)
    return organization


def _describe(organization: Organization, theme: Theme, gmina: Area, random: Random) -> None:
    organization.mission = theme.mission
    organization.description = theme.story
    organization.reach = random.choice([Reach.GMINA, Reach.COUNTY, Reach.VOIVODESHIP])
    organization.languages = [
        "pl",
        *random.sample(["de", "en", "szl", "uk"], k=random.choice([0, 1, 2])),
    ]
    organization.members_count = random.randint(7, 160)
    organization.volunteers_count = random.randint(0, 60)
    organization.employees_count = random.choice([0, 0, 1, 3, 8])
    organization.street_address = f"ul. {random.choice(STREETS)} {random.randint(1, 88)}"
    organization.town = gmina.seat
    organization.gmina = gmina
    organization.county = gmina.parent
    organization.latitude = round((gmina.latitude or 0) + random.uniform(-0.02, 0.02), 5)
    organization.longitude = round((gmina.longitude or 0) + random.uniform(-0.03, 0.03), 5)
    organization.email = f"kontakt@{organization.slug[:50].strip('-')}.example"
    # No Polish subscriber number begins with a zero, so nobody's phone rings.
    organization.phone = (
        f"77 0{random.randint(10, 99)} {random.randint(10, 99)} {random.randint(10, 99)}"
    )
    organization.website = f"https://{organization.slug[:50].strip('-')}.example"
    organization.opening_hours = random.choice(["", "pn.–pt. 9:00–15:00", "wt., czw. 16:00–19:00"])
    organization.accessibility = random.choice(
        ["", "Wejście bez progów, toaleta dostępna.", "Podjazd od podwórza; pętla indukcyjna."]
    )


def _register(organization: Organization, number: int, random: Random) -> None:
    organization.register = REGISTER_OF_FORM.get(organization.legal_form, Register.KRS)
    if organization.register == Register.KRS:
        organization.krs = demo_krs(number + 1)
    organization.nip = demo_nip(number + 1)
    organization.regon = demo_regon(number + 1)
    organization.registered_on = date(2001, 3, 1) + timedelta(days=random.randint(0, 8400))
    if organization.krs and random.random() < 0.35:
        organization.opp_since = organization.registered_on + timedelta(days=900)
        organization.bank_account = demo_bank_account(number + 1)
    if number % 37 == 36:
        organization.status = OrganizationStatus.IN_LIQUIDATION
    organization.source = "dane przykładowe"
    organization.source_checked_on = date(2026, 1, 15)
    if random.random() < 0.6:
        organization.confirmed_at = timezone.now() - timedelta(days=random.randint(3, 500))


def _add_people_and_projects(organization: Organization, random: Random) -> None:
    OrganizationPerson.objects.create(
        organization=organization,
        person_name=_person(random),
        function="prezes zarządu",
        has_consented=random.random() < 0.7,
    )
    if random.random() < 0.5:
        year = random.randint(2019, 2025)
        OrganizationProject.objects.create(
            organization=organization,
            title=random.choice(
                ["Razem od progu", "Pracownia sąsiedzka", "Zielona ścieżka", "Akademia liderów"]
            ),
            year_from=year,
            year_to=year + random.choice([0, 1]),
            funder=random.choice(["gmina", "powiat", "Samorząd Województwa Opolskiego"]),
            summary="Cykl otwartych spotkań i warsztatów dla mieszkańców.",
        )


def _seed_plenipotentiaries() -> None:
    bodies = PublicBody.objects.order_by("slug").prefetch_related("plenipotentiaries")
    for number, body in enumerate(bodies):
        # Every sixth office has nobody: the demo shows vacancies as honestly as life does.
        if number % 6 != 5 and not body.plenipotentiaries.all():
            _create_plenipotentiary(body, _dice(body.slug))


def _create_plenipotentiary(body: PublicBody, random: Random) -> None:
    domain = f"{body.slug}.example"
    Plenipotentiary.objects.create(
        public_body=body,
        person_name=_person(random),
        function=_function_in(body),
        since=date(2024, 5, 7) + timedelta(days=random.randint(0, 400)),
        email=f"ngo@{domain}",
        phone=_phone(random),
        office_hours=f"pokój {random.randint(1, 40)}, pn.–pt. 8:00–15:00",
        substitute_name=_person(random) if random.random() < 0.6 else "",
        source="dane przykładowe",
        confirmed_on=date(2026, 1, 15) - timedelta(days=random.randint(0, 500)),
    )


def _function_in(body: PublicBody) -> str:
    who = {
        PublicBodyKind.MARSHAL: "marszałka województwa",
        PublicBodyKind.COUNTY: "starosty",
        PublicBodyKind.CITY_COUNTY: "prezydenta miasta",
    }.get(PublicBodyKind(body.kind), "wójta" if "Gminy" in body.name else "burmistrza")
    return f"pełnomocnik {who} ds. współpracy z organizacjami pozarządowymi"


def _seed_departments() -> None:
    marshal = PublicBody.objects.filter(kind=PublicBodyKind.MARSHAL).first()
    for name in DEPARTMENTS if marshal else []:
        PublicBodyUnit.objects.get_or_create(public_body=marshal, name=name)


def _dice(seed: int | str) -> Random:
    """Chance that falls the same way in every run."""
    return Random(seed)  # noqa: S311 - demo data, no secret


def _phone(random: Random) -> str:
    # No Polish subscriber number begins with a zero, so nobody's phone rings.
    return f"77 0{random.randint(10, 99)} {random.randint(10, 99)} {random.randint(10, 99)}"


def _person(random: Random) -> str:
    first, gender = random.choice(FIRST_NAMES)
    feminine, masculine = random.choice(SURNAMES)
    return f"{first} {feminine if gender == 'f' else masculine}"
