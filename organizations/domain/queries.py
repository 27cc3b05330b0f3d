"""Reads of the directory."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Count, F, Max, OuterRef, Prefetch, QuerySet
from django.db.models.functions import JSONObject

from organizations.models import (
    Affiliation,
    ChangeSuggestion,
    ClaimStatus,
    Decision,
    HandoverStatus,
    Initiative,
    InitiativeReport,
    KeeperHandover,
    Organization,
    OrganizationProposal,
    ProfileClaim,
    Publication,
    PublicBody,
)

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from accounts.models import User


def organizations_of(user: User | AnonymousUser) -> QuerySet[Organization]:
    """Organizations for which the person may act."""
    if not user.is_authenticated:
        return Organization.objects.none()
    return Organization.objects.filter(
        pk__in=user.organizationmemberships.filter(is_active=True).values("organization")
    ).exclude(publication=Publication.MERGED)


def public_bodies_of(user: User | AnonymousUser) -> QuerySet[PublicBody]:
    """Offices for which the person works on the portal."""
    if not user.is_authenticated:
        return PublicBody.objects.none()
    return PublicBody.objects.filter(
        pk__in=user.publicbodymemberships.filter(is_active=True).values("public_body")
    )


def order_organizations(
    rows: QuerySet[Any], order: str, *, by_relevance: bool
) -> QuerySet[Organization]:
    """``rows`` in the order named in the address; relevance needs a searched text."""
    if order == "najnowsze":
        return rows.order_by(F("registered_on").desc(nulls_last=True), "pk")
    if order == "zmienione":
        return rows.order_by("-updated_at", "pk")
    if by_relevance and order != "nazwa":
        return rows.order_by("-relevance", "name", "pk")
    return rows.order_by("name", "pk")


def directory(user: User | AnonymousUser) -> QuerySet[Organization]:
    """What the public list shows to the person; hidden and proposed profiles stand elsewhere."""
    return Organization.objects.published()


def directory_changed_at() -> datetime | None:
    """When any profile was last saved; one look into an index.

    Any, not only a listed one: a profile that was just hidden must leave remembered pages too.
    """
    newest: datetime | None = Organization.objects.aggregate(at=Max("updated_at"))["at"]
    return newest


def profile_changed_at(slug: str) -> datetime | None:
    """When the listed profile at ``slug`` was last saved; None when there is none."""
    rows = Organization.objects.published().filter(slug=slug)
    return rows.values_list("updated_at", flat=True).first()


def initiatives_changed_at() -> datetime | None:
    """When any initiative was last saved, also one that left the map; one look into an index."""
    newest: datetime | None = Initiative.objects.aggregate(at=Max("updated_at"))["at"]
    return newest


def counts_by_county(user: User | AnonymousUser) -> dict[str, int]:
    """Numbers of listed organizations by the code of their county."""
    rows = directory(user).filter(county__isnull=False).order_by()
    return dict(rows.values_list("county").annotate(n=Count("pk")))


def listed(rows: QuerySet[Any]) -> QuerySet[Any]:
    """``rows`` with all that a card of the list shows."""
    return (
        rows.select_related("county", "gmina")
        .prefetch_related("benefit_fields")
        .defer("description", "search_names", "search_texts", "search_plain", "search_vector")
    )


def listed_in_order(keys: list[int]) -> list[Organization]:
    """The organizations of ``keys`` with all that a card shows, in the order of ``keys``."""
    found = listed(Organization.objects.all()).in_bulk(keys)
    return [found[key] for key in keys if key in found]


def profile(user: User | AnonymousUser, slug: str) -> QuerySet[Organization]:
    """The profile at ``slug``, if the person may see it."""
    return (
        Organization.objects.visible_to(user)
        .filter(slug=slug)
        .select_related("county", "gmina__parent")
    )


def read_profile(user: User | AnonymousUser, slug: str) -> Organization | None:
    """The profile at ``slug`` with all that its page shows: six queries."""
    small = {f"small_{name}": _small_rows(name) for name in SMALL_RELATIONS}
    found = (
        profile(user, slug)
        .annotate(**small, small_initiatives=_initiatives_on_map())
        .prefetch_related(
            "projects",
            Prefetch("affiliations", Affiliation.objects.select_related("umbrella")),
            "people",
            "value_sources",
            "pictures",
        )
        .first()
    )
    if found is not None:
        for name in SMALL_RELATIONS:
            _take_small_rows(found, name)
    return found


def initiatives_on_profile(organization: Any) -> list[Initiative]:
    """What the organization of ``read_profile`` does on the map, last confirmed first."""
    return [Initiative(**row) for row in organization.small_initiatives]


def _initiatives_on_map() -> ArraySubquery:
    rows = Initiative.objects.published().filter(organizations=OuterRef("pk"))
    row = JSONObject(title="title", slug="slug", stage="stage", summary="summary", place="place")
    return ArraySubquery(rows.order_by("-confirmed_at", "pk").values(row=row)[:ON_PROFILE])


ON_PROFILE = 20
# Rows of a few short columns; they come with the profile in one statement.
SMALL_RELATIONS = {
    "annual_reports": ("year", "url"),
    "benefit_fields": ("code", "position", "label", "statutory_text"),
    "target_groups": ("code", "position", "label"),
    "areas_of_action": ("teryt", "kind", "name"),
}


def _small_rows(name: str) -> ArraySubquery:
    field: Any = Organization._meta.get_field(name)
    # The name of the way back: of the key of a row that belongs to one organization, or of the
    # tie of a row that many share.
    back = field.field.name if field.one_to_many else field.related_query_name()
    rows = field.related_model._default_manager.filter(**{back: OuterRef("pk")})
    return ArraySubquery(rows.values(row=JSONObject(**{key: key for key in SMALL_RELATIONS[name]})))


def _take_small_rows(organization: Organization, name: str) -> None:
    """Hand the rows over as ``prefetch_related`` would, so that readers need not know."""
    manager = getattr(organization, name)
    rows = manager.all()
    rows._result_cache = [manager.model(**row) for row in getattr(organization, f"small_{name}")]
    rows._prefetch_done = True
    organization._prefetched_objects_cache[name] = rows  # type: ignore[attr-defined]


def waiting_for_moderators() -> dict[str, QuerySet[Any]]:
    """Proposals, claims and suggestions that nobody has decided, oldest first."""
    return {
        "proposals": OrganizationProposal.objects.filter(decision=Decision.PENDING).select_related(
            "organization__county", "proposed_by"
        ),
        "releases": KeeperHandover.objects.filter(status=HandoverStatus.PENDING).select_related(
            "organization", "from_user"
        ),
        "claims": ProfileClaim.objects.filter(status=ClaimStatus.PENDING).select_related(
            "organization", "user", "document"
        ),
        "initiatives": Initiative.objects.filter(publication=Publication.PROPOSED).select_related(
            "county", "proposed_by"
        ),
        "reports": InitiativeReport.objects.filter(closed_at__isnull=True).select_related(
            "initiative", "reported_by"
        ),
        "suggestions": ChangeSuggestion.objects.filter(decision=Decision.PENDING).select_related(
            "organization", "suggested_by"
        ),
    }


def pending_suggestions(organization: Organization) -> QuerySet[ChangeSuggestion]:
    """Suggested values that wait for a keeper of the profile."""
    return organization.suggestions.filter(decision=Decision.PENDING)


def target_of_merge(slug: str) -> Organization | None:
    """The profile that took over the one at ``slug``, if that was merged."""
    return Organization.objects.filter(merged_organizations__slug=slug).first()


def public_bodies() -> QuerySet[PublicBody]:
    """Offices with their area and the people to call."""
    return PublicBody.objects.select_related("area__parent").prefetch_related("plenipotentiaries")
