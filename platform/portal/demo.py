"""The demo: people of every role, and each activity's own seeding in order."""

from __future__ import annotations

from dataclasses import dataclass

from allauth.account.models import EmailAddress

from accounts.models import User
from awards.domain.demo import AwardPeople, seed_awards, seed_judging
from consultations.domain.demo import DemoPeople, seed_consultations
from discussions.domain.demo import DemoSpeakers, seed_discussions
from events.domain.demo import seed_events
from insight.domain.demo import seed_insight
from notifications.domain.expansion import expand_due_events
from notifications.models import Channel, Delivery, WorkState
from organizations.domain.demo import seed_organizations
from organizations.domain.demo_needs import seed_needs
from organizations.domain.demo_partnerships import PartnershipPeople, seed_partnerships
from organizations.models import (
    Organization,
    OrganizationMembership,
    OrganizationRole,
    PublicBody,
    PublicBodyKind,
    PublicBodyMembership,
    PublicBodyRole,
)
from pages.domain.demo import seed_publications
from quality_index.domain.demo import DemoTeam, seed_index
from search.domain.indexing import rebuild_all
from standards.domain.demo import StandardsPeople, seed_standards

# Known to everybody: the demo runs on a developer's machine with invented data only.
PASSWORD = "niezapominajka-2026"  # noqa: S105


@dataclass(frozen=True, slots=True)
class Account:
    """A demo account."""

    email: str
    name: str
    who: str


ADMINISTRATOR = Account("admin@example.org", "Alicja Adminowska", "administrator")
OFFICIAL = Account("urzad@example.org", "Urszula Urzędowska", "official, marshal's office")
SECOND_OFFICIAL = Account("powiat@example.org", "Piotr Powiatowy", "official, county of Nysa")
NGO = Account("ngo@example.org", "Natalia Społeczna", "representative of an NGO")
SECOND_NGO = Account("fundacja@example.org", "Franciszek Fundacyjny", "keeper of a foundation")
PARTICIPANT = Account("obywatel@example.org", "Oskar Obywatelski", "citizen")
JURORS = [
    Account("juror1@example.org", "Kinga Kapitulna", "chair of an awards jury"),
    Account("juror2@example.org", "Karol Kapitulny", "juror"),
    Account("juror3@example.org", "Klara Oceniająca", "juror"),
]
ACCOUNTS = [ADMINISTRATOR, OFFICIAL, SECOND_OFFICIAL, NGO, SECOND_NGO, PARTICIPANT, *JURORS]


def seed() -> None:
    """Create what is missing in every part; a second run changes nothing."""
    users = {account.email: _user(account) for account in ACCOUNTS}
    seed_organizations()
    marshal = PublicBody.objects.get(kind=PublicBodyKind.MARSHAL)
    county = PublicBody.objects.get(area_id="1607", kind=PublicBodyKind.COUNTY)
    _employ(users[OFFICIAL.email], marshal, PublicBodyRole.COORDINATOR)
    _employ(users[SECOND_OFFICIAL.email], county, PublicBodyRole.OFFICIAL)
    first, second = Organization.objects.order_by("pk")[:2]
    _join(users[NGO.email], first, OrganizationRole.REPRESENTATIVE)
    _join(users[SECOND_NGO.email], second, OrganizationRole.OWNER)
    seed_partnerships(
        PartnershipPeople(
            caller=(users[NGO.email], first),
            partner=(users[SECOND_NGO.email], second),
            official=(users[OFFICIAL.email], marshal),
        )
    )
    seed_consultations(
        marshal,
        DemoPeople(
            official=users[OFFICIAL.email],
            representatives=[(users[NGO.email], first), (users[SECOND_NGO.email], second)],
            participant=users[PARTICIPANT.email],
        ),
    )
    seed_publications(
        administrator=users[ADMINISTRATOR.email],
        official=(users[OFFICIAL.email], marshal),
        ngo=(users[NGO.email], first),
    )
    seed_discussions(
        DemoSpeakers(
            official=users[OFFICIAL.email],
            ngo=users[NGO.email],
            foundation=users[SECOND_NGO.email],
            citizen=users[PARTICIPANT.email],
            administrator=users[ADMINISTRATOR.email],
        )
    )
    seed_standards(
        marshal,
        StandardsPeople(
            official=users[OFFICIAL.email],
            representatives=[(users[NGO.email], first), (users[SECOND_NGO.email], second)],
        ),
    )
    seed_needs(
        marshal,
        users[OFFICIAL.email],
        [(users[NGO.email], first), (users[SECOND_NGO.email], second)],
    )
    seed_events(marshal, users[OFFICIAL.email], list(Organization.objects.order_by("pk")[:16]))
    nominators = [users[NGO.email], users[PARTICIPANT.email]]
    jurors = [users[account.email] for account in JURORS]
    seed_awards(marshal, AwardPeople(users[OFFICIAL.email], nominators, jurors))
    seed_judging(county, AwardPeople(users[SECOND_OFFICIAL.email], nominators, jurors))
    seed_index(
        marshal,
        county,
        DemoTeam(
            official=users[OFFICIAL.email],
            county_official=users[SECOND_OFFICIAL.email],
            ngo=users[NGO.email],
            second_ngo=users[SECOND_NGO.email],
        ),
    )
    _keep_the_past_quiet()
    rebuild_all()
    seed_insight()


def _keep_the_past_quiet() -> None:
    """What happened before the demo began stands in inboxes, but is not mailed any more."""
    while expand_due_events(limit=100):
        continue
    Delivery.objects.filter(channel=Channel.EMAIL, state=WorkState.PENDING).delete()


def _user(account: Account) -> User:
    user = User.objects.filter(email=account.email).first()
    if user is None:
        is_admin = account is ADMINISTRATOR
        create = User.objects.create_superuser if is_admin else User.objects.create_user
        user = create(account.email, PASSWORD, display_name=account.name)
    EmailAddress.objects.get_or_create(
        user=user, email=account.email, defaults={"primary": True, "verified": True}
    )
    return user


def _employ(user: User, body: PublicBody, role: str) -> None:
    PublicBodyMembership.objects.get_or_create(
        user=user, public_body=body, defaults={"role": role, "unit": "Biuro Dialogu"}
    )


def _join(user: User, organization: Organization, role: str) -> None:
    OrganizationMembership.objects.get_or_create(
        user=user, organization=organization, defaults={"role": role}
    )
