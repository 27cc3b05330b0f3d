"""Every role × every address of the directory: nobody sees or does what is not theirs."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from organizations.domain import claims, needs, partnerships, proposals
from organizations.models import (
    ChangeSuggestion,
    ClaimProof,
    ImportRun,
    Initiative,
    InitiativeImport,
    Organization,
    OrganizationRole,
    Partnership,
    PartnershipCall,
    ProfileClaim,
    PublicBodyRole,
)
from organizations.web.urls import urlpatterns
from tests.accounts.factories import AdministratorFactory, UserFactory
from tests.organizations.factories import (
    InitiativeFactory,
    OrganizationFactory,
    OrganizationMembershipFactory,
    PublicBodyMembershipFactory,
)
from tests.organizations.partnership_world import World

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("plain_refusals")]
SignIn = Callable[[Any], Client]

ALL = {
    "nobody",
    "person",
    "keeper",
    "member",
    "partner",
    "official",
    "coordinator",
    "administrator",
}
SIGNED_IN = ALL - {"nobody"}
SIDES = {"keeper", "member", "partner"}
OFFICE = {"official", "coordinator"}
ADMINISTRATOR = frozenset({"administrator"})
# Who may open a page; what is not named here answers to POST alone.
READ_BY = {
    **dict.fromkeys(
        [
            "list",
            "public_bodies",
            "export_bodies",
            "public_body",
            "initiatives",
            "initiative_points",
            "county_outlines",
            "initiatives_feed",
            "initiatives_embed",
            "initiative",
            "report_initiative",
            "confirm_initiative",
            "partnership_calls",
            "partnerships",
            "partnership_call",
            "needs",
            "needs_edition",
            "export",
            "history",
            "vcard",
            "detail",
        ],
        ALL,
    ),
    **dict.fromkeys(
        ["propose", "saved_searches", "save_search", "propose_initiative", "suggest"], SIGNED_IN
    ),
    "claim": SIGNED_IN,
    **dict.fromkeys(
        [
            "moderation",
            "claim_document",
            "imports",
            "import_run",
            "import_errors",
            "doubles",
            "similar",
            "merge",
            "initiative_imports",
            "initiative_import",
        ],
        ADMINISTRATOR,
    ),
    "addresses": OFFICE | ADMINISTRATOR,
    "open_needs_edition": OFFICE | ADMINISTRATOR,
    "deputies": OFFICE | ADMINISTRATOR,
    "edit": {"keeper", "member", "administrator"},
    "pictures": {"keeper", "member", "administrator"},
    "partnership": SIDES | ADMINISTRATOR,  # everybody only from its signed agreement on
    "members": {"keeper", "administrator"},
    "hand_over": {"keeper"},
    "announce_call": SIDES | OFFICE,
    "answer_call": SIDES | OFFICE,
    "change_call": {"keeper", "member"},
    "close_call": {"keeper", "member"},
    "record_partnership": {"keeper", "member"},
    "partnership_interest": SIDES,
    "write_agreement": {"keeper", "member"},
    "put_on_map": {"keeper", "member"},
}


ROLES = sorted(ALL)
# What this world does not hold is not found by those who might open it.
NOTHING_THERE = {"claim_document", "import_run", "import_errors", "initiative_import"}
# Files that it does not hold either, and that everybody might ask for.
WITHOUT_PAGE = {"initiative_photo", "picture", "agreement_file"}
# Personal links; whoever has the key may open them, and nobody has a wrong one.
BY_KEY = {"confirm_plenipotentiary", "invitation", "confirm_claim"}
BY_NAME = {str(pattern.name): pattern for pattern in urlpatterns}


class Directory(World):
    """Something of every kind that an address can name, and a person in every role."""

    def __init__(self) -> None:
        super().__init__()
        self.agreed = self.partnership()
        for member in self.agreed.members.filter(confirmed_at=None):
            partnerships.confirm_membership(member, contribution="Kuchnia", by=self.partner)
        self.side.memberships.update(role=OrganizationRole.OWNER)
        self.similar = OrganizationFactory(name="Fundacja Ogłaszająca 2")
        self.initiative = InitiativeFactory()
        now = timezone.now()
        self.edition = needs.open_edition(
            title="Potrzeby 2026",
            summary="Pytamy.",
            public_body=self.body,
            opens_at=now - timedelta(days=1),
            closes_at=now + timedelta(days=5),
            actor=None,
        )
        administrator = AdministratorFactory()
        self.claim = claims.submit_claim(
            organization=self.similar,
            user=UserFactory(),
            function="prezeska",
            proof=ClaimProof.OFFICIAL,
        )
        self.proposal = proposals.propose_organization(
            OrganizationFactory.build(slug=""), proposed_by=UserFactory()
        )
        self.suggestion = ChangeSuggestion.objects.create(
            organization=self.side,
            field="phone",
            suggested_value="77 000 00 01",
            source="list",
            suggested_by=UserFactory(),
        )
        self.people: dict[str, Any] = {
            "nobody": None,
            "person": UserFactory(),
            "keeper": self.caller,
            "member": OrganizationMembershipFactory(
                organization=self.side, role=OrganizationRole.REPRESENTATIVE
            ).user,
            "partner": self.partner,
            "official": self.official,
            "coordinator": PublicBodyMembershipFactory(
                public_body=self.body, role=PublicBodyRole.COORDINATOR
            ).user,
            "administrator": administrator,
        }

    def address(self, name: str) -> str:
        """The address of the page, about what is here."""
        slugs = {
            "public_body": self.body.slug,
            "deputies": self.body.slug,
            "call_off_deputation": self.body.slug,
        }
        route = str(BY_NAME[name].pattern)
        if route.startswith("inicjatywy/"):
            slug = self.initiative.slug
        elif route.startswith("partnerstwa/zawarte/"):
            slug = self.agreed.slug
        elif route.startswith("partnerstwa/"):
            slug = self.call.slug
        elif route.startswith("potrzeby/"):
            slug = self.edition.slug
        else:
            slug = slugs.get(name, self.side.slug)
        keys = {
            "decide_proposal": self.proposal.pk,
            "decide_claim": self.claim.pk,
            "claim_document": self.claim.pk,
            "decide_suggestion": self.suggestion.pk,
            "partnership_interest": self.call.interests.get().pk,
            "decide_interest": self.call.interests.get().pk,
            "withdraw_interest": self.call.interests.get().pk,
            "change_member": self.side.memberships.order_by("pk")[0].pk,
            "confirm_partner": self.agreed.members.order_by("pk")[0].pk,
        }
        values = {
            "slug": slug,
            "pk": keys.get(name, 999_999),
            "key": "cudzy-klucz",
            "format_key": "csv",
            "other": self.similar.slug,
            "organization": self.other.slug,
        }
        wanted = BY_NAME[name].pattern.regex.groupindex
        return reverse(f"organizations:{name}", kwargs={key: values[key] for key in wanted})

    def state(self) -> list[Any]:
        """What a foreign hand must not move."""
        return [
            list(Organization.objects.order_by("pk").values()),
            list(PartnershipCall.objects.values()),
            list(Partnership.objects.values()),
            list(Initiative.objects.values()),
            list(ProfileClaim.objects.values()),
            list(ChangeSuggestion.objects.values()),
            list(self.side.memberships.order_by("pk").values()),
            list(self.agreed.members.order_by("pk").values()),
            list(self.edition.survey.__class__.objects.values()),
            ImportRun.objects.count() + InitiativeImport.objects.count(),
        ]


@pytest.fixture
def directory() -> Directory:
    return Directory()


@pytest.mark.parametrize("role", ROLES)
def test_reading(role: str, directory: Directory, as_user: SignIn) -> None:
    client = as_user(directory.people[role])

    for name in set(BY_NAME) - WITHOUT_PAGE - BY_KEY:
        status = client.get(directory.address(name)).status_code
        if role in READ_BY.get(name, set()):
            assert status == 200 or (status == 404 and name in NOTHING_THERE), (name, status)
        else:
            assert status in (302, 403, 404, 405), (name, status)


@pytest.mark.parametrize("role", ["nobody", "person"])
def test_what_strangers_send_changes_nothing(
    role: str, directory: Directory, as_user: SignIn
) -> None:
    client = as_user(directory.people[role])
    before = directory.state()
    everybodys = {"propose", "suggest", "claim", "save_search", "propose_initiative"} | {
        "report_initiative",
        "confirm_initiative",
    }

    for name in set(BY_NAME) - everybodys:
        status = client.post(directory.address(name), {"accept": "1", "reason": "Bo"}).status_code
        assert status in (200, 302, 403, 404, 405), (name, status)

    assert directory.state() == before


def test_a_personal_link_with_a_wrong_key_opens_nothing(
    directory: Directory, client: Client
) -> None:
    for name in BY_KEY:
        assert client.get(directory.address(name)).status_code in (302, 404, 410), name
