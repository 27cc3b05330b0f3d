"""Profiles, offices, people, initiatives, imports and reference rows in the admin."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.core.paginator import Page, Paginator
from django.db.models import Count, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from accounts.admin import EvidenceAdmin
from accounts.admin_bases import SeesPeople
from organizations.domain.finding import find_organizations
from organizations.domain.slugs import free_slug
from organizations.models import (
    AddressExtract,
    Affiliation,
    AnnualReport,
    Deputation,
    ImportRun,
    Initiative,
    InitiativeImport,
    InitiativeReport,
    KeeperHandover,
    Organization,
    OrganizationMembership,
    OrganizationPerson,
    OrganizationPicture,
    OrganizationProject,
    Plenipotentiary,
    PublicBenefitField,
    PublicBody,
    PublicBodyMembership,
    PublicBodyUnit,
    TargetGroup,
    ValueSource,
)
from search.matching import match


class OrganizationPersonInline(admin.TabularInline):
    """People of a profile."""

    model = OrganizationPerson
    extra = 0


class OrganizationProjectInline(admin.StackedInline):
    """Projects of a profile."""

    model = OrganizationProject
    extra = 0


class AnnualReportInline(admin.TabularInline):
    """Yearly reports of a profile."""

    model = AnnualReport
    extra = 0


class AffiliationInline(admin.TabularInline):
    """Federations and networks of a profile."""

    model = Affiliation
    fk_name = "organization"
    autocomplete_fields = ["umbrella"]
    extra = 0


class ValueSourceInline(admin.TabularInline):
    """Where values of a profile come from."""

    model = ValueSource
    extra = 0


class KeysFirstPaginator(Paginator):
    """Finds the keys of a page in an index, then reads its rows: page 2,000 costs as page 1."""

    def page(self, number: int | str) -> Page[Any]:
        """The page with its rows."""
        page = super().page(number)
        rows: QuerySet[Any] = self.object_list  # type: ignore[assignment]
        found: QuerySet[Any] = page.object_list  # type: ignore[assignment]
        page.object_list = rows.filter(pk__in=list(found.values_list("pk", flat=True)))
        return page


@admin.register(Organization)
class OrganizationAdmin(admin.ModelAdmin):
    """Profiles, found as on the portal: in any inflection or by number."""

    list_display = ["name", "legal_form", "town", "county", "krs", "status", "publication"]
    list_filter = ["publication", "status", "legal_form"]
    list_select_related = ["county"]
    list_per_page = 50
    paginator = KeysFirstPaginator
    show_full_result_count = False
    search_fields = ["name"]
    autocomplete_fields = ["county", "gmina", "areas_of_action", "merged_into"]
    filter_horizontal = ["benefit_fields", "target_groups"]
    readonly_fields = ["slug", "created_at", "updated_at"]
    inlines = [
        OrganizationPersonInline,
        OrganizationProjectInline,
        AnnualReportInline,
        AffiliationInline,
        ValueSourceInline,
    ]

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Organization], search_term: str
    ) -> tuple[QuerySet[Organization], bool]:
        """The portal's own search."""
        if not search_term:
            return queryset, False
        return find_organizations(queryset, search_term).rows, False

    def save_model(self, request: HttpRequest, obj: Organization, form: Any, change: bool) -> None:
        """A new profile gets its address here; later it never changes, links stay good."""
        if not obj.slug:
            obj.slug = free_slug(obj.name)
        super().save_model(request, obj, form, change)


class PublicBodyUnitInline(admin.TabularInline):
    """Departments of an office."""

    model = PublicBodyUnit
    extra = 0


class PlenipotentiaryInline(admin.StackedInline):
    """Plenipotentiaries of an office, present and past."""

    model = Plenipotentiary
    extra = 0


@admin.register(PublicBody)
class PublicBodyAdmin(admin.ModelAdmin):
    """Offices; their rows come with the schema, their contacts are kept here."""

    list_display = ["name", "kind", "area", "phone", "email", "plenipotentiary_count"]
    list_filter = ["kind"]
    list_select_related = ["area"]
    search_fields = ["name"]
    autocomplete_fields = ["area"]
    prepopulated_fields = {"slug": ["name"]}
    inlines = [PlenipotentiaryInline, PublicBodyUnitInline]

    def get_queryset(self, request: HttpRequest) -> QuerySet[PublicBody]:
        """Counts the plenipotentiaries with the list."""
        return super().get_queryset(request).annotate(people_count=Count("plenipotentiaries"))

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[PublicBody], search_term: str
    ) -> tuple[QuerySet[PublicBody], bool]:
        """The portal's own search."""
        return (match(queryset, search_term).rows if search_term else queryset), False

    @admin.display(description=_("pełnomocnicy"), ordering="people_count")
    def plenipotentiary_count(self, body: Any) -> int:
        """How many people are recorded, past ones too."""
        return int(body.people_count)


@admin.register(Plenipotentiary)
class PlenipotentiaryAdmin(admin.ModelAdmin):
    """People to call."""

    list_display = ["person_name", "public_body", "since", "until", "phone", "confirmed_on"]
    list_select_related = ["public_body"]
    search_fields = ["person_name", "public_body__name"]
    autocomplete_fields = ["public_body"]


@admin.register(OrganizationMembership)
class OrganizationMembershipAdmin(SeesPeople):
    """Who acts for which organization."""

    access_kind = "organizations.members"
    person_fields = ("user_id",)
    list_display = ["user", "organization", "role", "is_active", "created_at"]
    list_filter = ["role", "is_active"]
    list_select_related = ["user", "organization"]
    search_fields = ["user__email", "user__display_name", "organization__name"]
    autocomplete_fields = ["user", "organization"]


@admin.register(KeeperHandover)
class KeeperHandoverAdmin(SeesPeople, EvidenceAdmin):
    """How the care of profiles passed on; decisions are made on the moderation page."""

    access_kind = "organizations.claims"
    person_fields = ("from_user_id", "to_user_id")
    list_display = ["organization", "from_user", "to_user", "status", "created_at", "decided_by"]
    list_select_related = ["organization", "from_user", "to_user", "decided_by"]
    list_filter = ["status"]
    search_fields = ["organization__name", "from_user__email", "to_user__email"]


@admin.register(Deputation)
class DeputationAdmin(SeesPeople, EvidenceAdmin):
    """Who stood in for whom; named and called off on the office's page."""

    access_kind = "organizations.members"
    person_fields = ("official_id", "deputy_id")
    list_display = ["official", "deputy", "public_body", "starts_on", "ends_on", "called_off_at"]
    list_select_related = ["official", "deputy", "public_body"]
    search_fields = ["official__email", "deputy__email", "public_body__name"]
    date_hierarchy = "starts_on"


@admin.register(PublicBodyMembership)
class PublicBodyMembershipAdmin(SeesPeople):
    """Who works for which office."""

    access_kind = "organizations.members"
    person_fields = ("user_id",)
    list_display = ["user", "public_body", "unit", "role", "is_active", "created_at"]
    list_filter = ["role", "is_active"]
    list_select_related = ["user", "public_body"]
    search_fields = ["user__email", "user__display_name", "public_body__name"]
    autocomplete_fields = ["user", "public_body"]


@admin.register(Initiative)
class InitiativeAdmin(admin.ModelAdmin):
    """Initiatives of the map."""

    list_display = ["title", "county", "stage", "publication", "confirmed_at"]
    list_filter = ["publication", "stage"]
    list_select_related = ["county"]
    search_fields = ["title", "summary"]
    autocomplete_fields = [
        "organizations",
        "public_bodies",
        "gmina",
        "county",
        "benefit_fields",
        "target_groups",
        "proposed_by",
    ]
    raw_id_fields = ["photo"]
    prepopulated_fields = {"slug": ["title"]}


@admin.register(ImportRun)
class ImportRunAdmin(admin.ModelAdmin):
    """Imports, to be looked at; they are worked on at the portal's own pages."""

    list_display = ["source", "file", "stage", "rows_done", "wrong_count", "created_at"]
    list_filter = ["stage"]
    list_select_related = ["source", "file"]
    search_fields = ["source__name", "file__original_name"]

    def has_add_permission(self, request: HttpRequest) -> bool:
        """A run begins with a checked upload."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Stages move by work, not by hand."""
        return False


class ReferenceAdmin(admin.ModelAdmin):
    """Rows that come with the schema: seen and searched, never changed by hand."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        """The law decides."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """The law decides."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """The law decides."""
        return False


@admin.register(PublicBenefitField)
class PublicBenefitFieldAdmin(ReferenceAdmin):
    """Points of art. 4 sec. 1."""

    list_display = ["code", "label", "statutory_text"]
    search_fields = ["label", "statutory_text"]


@admin.register(TargetGroup)
class TargetGroupAdmin(ReferenceAdmin):
    """Groups of people."""

    list_display = ["code", "label"]
    search_fields = ["label"]


@admin.register(AddressExtract)
class AddressExtractAdmin(ReferenceAdmin):
    """Who took addresses out and what for."""

    list_display = ["made_at", "made_by", "kind", "count", "purpose"]
    list_filter = ["kind"]
    list_select_related = ["made_by"]
    search_fields = ["purpose", "made_by__email"]


@admin.register(OrganizationPicture)
class OrganizationPictureAdmin(admin.ModelAdmin):
    """Pictures of profiles; they are added on the portal's own page."""

    list_display = ["organization", "description", "is_logo", "licence", "added_at"]
    list_filter = ["is_logo", "licence"]
    list_select_related = ["organization"]
    search_fields = ["description", "organization__name"]
    autocomplete_fields = ["organization"]
    readonly_fields = ["file"]

    def has_add_permission(self, request: HttpRequest) -> bool:
        """A picture begins with a checked upload."""
        return False


@admin.register(InitiativeReport)
class InitiativeReportAdmin(SeesPeople, ReferenceAdmin):
    """Reported mistakes; they are closed on the moderation page."""

    access_kind = "organizations.claims"
    access_list_kind = ""  # the list names nobody
    person_fields = ("reported_by_id",)
    list_display = ["initiative", "text", "created_at", "closed_at"]
    list_select_related = ["initiative"]
    search_fields = ["initiative__title", "text"]


@admin.register(InitiativeImport)
class InitiativeImportAdmin(ReferenceAdmin):
    """Files of initiatives that were brought in."""

    list_display = ["source", "created_by", "created_at", "new_count", "changed_count"]
    list_select_related = ["created_by"]
    search_fields = ["source"]
