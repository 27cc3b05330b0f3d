"""Accounts and consents in the admin."""

from __future__ import annotations

from allauth.account.admin import EmailAddressAdmin
from allauth.account.models import EmailAddress
from allauth.mfa.admin import AuthenticatorAdmin
from allauth.mfa.models import Authenticator
from allauth.socialaccount.admin import SocialAccountAdmin
from allauth.socialaccount.models import SocialAccount, SocialApp, SocialToken
from allauth.usersessions.admin import UserSessionAdmin
from allauth.usersessions.models import UserSession
from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.forms import AdminUserCreationForm
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from accounts import access_log
from accounts.admin_bases import SeesPeople
from accounts.models import (
    AccessRecord,
    Consent,
    ImpersonatedChange,
    Impersonation,
    ProcessingEntry,
    RetentionRun,
    User,
)
from accounts.processing import delivered


class ConsentInline(admin.TabularInline):
    """A person's consents, as evidence: to read, not to change."""

    model = Consent
    extra = 0
    can_delete = False
    fields = ["purpose", "text_version", "statement", "given_at", "withdrawn_at"]
    readonly_fields = ["purpose", "text_version", "statement", "given_at", "withdrawn_at"]

    def has_add_permission(self, request: HttpRequest, obj: object = None) -> bool:
        """Consents are given by the person alone."""
        return False


class NewUserForm(AdminUserCreationForm):
    """Creates a user known by e-mail."""

    class Meta:
        model = User
        fields = ("email", "display_name")


@admin.register(User)
class PortalUserAdmin(SeesPeople, UserAdmin):
    """People with accounts."""

    access_kind = "accounts.people"
    access_list_kind = "accounts.list"
    person_fields = ("pk",)
    add_form = NewUserForm
    ordering = ["display_name", "pk"]
    list_display = ["email", "display_name", "is_active", "is_staff", "date_joined", "last_login"]
    list_filter = ["is_active", "is_staff", "language", "date_joined"]
    search_fields = ["email", "display_name"]
    readonly_fields = ["date_joined", "last_login", "erased_at", "act_as_this_person"]
    inlines = [ConsentInline]
    fieldsets = [
        (None, {"fields": ["email", "password"]}),
        (_("Osoba"), {"fields": ["display_name", "phone", "language", "act_as_this_person"]}),
        (
            _("Uprawnienia"),
            {"fields": ["is_active", "is_staff", "is_superuser", "groups", "user_permissions"]},
        ),
        (_("Daty"), {"fields": ["date_joined", "last_login", "erased_at"]}),
    ]
    add_fieldsets = [
        (
            None,
            {"fields": ["email", "display_name", "usable_password", "password1", "password2"]},
        ),
    ]

    @admin.display(description=_("Pomoc"))
    def act_as_this_person(self, person: User) -> str:
        """A link for superusers to see the portal as the person; the page asks for a reason."""
        if person.pk is None or not person.is_active or person.is_staff:
            return "–"
        address = reverse("accounts:impersonate", args=[person.pk])
        return format_html('<a href="{}">{}</a>', address, _("Działaj jako ta osoba"))

    def get_inlines(
        self, request: HttpRequest, obj: User | None
    ) -> list[type[admin.options.InlineModelAdmin]]:
        """Nothing to show while the account is being made."""
        return [ConsentInline] if obj else []


class EvidenceAdmin(admin.ModelAdmin):
    """Rows that prove something: to read, never to write."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Evidence comes from what people do."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: object = None) -> bool:
        """Evidence is not changed."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: object = None) -> bool:
        """Evidence is not thrown away."""
        return False


class AccessKindFilter(admin.SimpleListFilter):
    """By the kind of data, with its name for people."""

    title = _("rodzaj danych")
    parameter_name = "kind"

    def lookups(self, request: HttpRequest, model_admin: object) -> list[tuple[str, str]]:
        """All kinds that the parts of the portal show."""
        return access_log.kinds()

    def queryset(
        self, request: HttpRequest, queryset: QuerySet[AccessRecord]
    ) -> QuerySet[AccessRecord]:
        """The rows of the chosen kind."""
        return queryset.filter(kind=self.value()) if self.value() else queryset


@admin.register(Consent)
class ConsentAdmin(SeesPeople, EvidenceAdmin):
    """All consents, to answer an inspection."""

    access_kind = "accounts.people"
    person_fields = ("user_id",)

    list_display = ["user", "purpose", "text_version", "given_at", "withdrawn_at"]
    list_select_related = ["user"]
    list_filter = ["purpose", "text_version", "given_at"]
    search_fields = ["user__email", "user__display_name"]
    date_hierarchy = "given_at"


class ImpersonatedChangeInline(admin.TabularInline):
    """What was changed in another's name."""

    model = ImpersonatedChange
    fields = ["made_at", "method", "path"]
    extra = 0

    def has_add_permission(self, request: HttpRequest, obj: object = None) -> bool:
        """Changes are recorded by themselves."""
        return False


@admin.register(Impersonation)
class ImpersonationAdmin(SeesPeople, EvidenceAdmin):
    """Who acted in whose name, when and why."""

    access_kind = "accounts.people"
    person_fields = ("person_id",)

    list_display = ["administrator", "person", "reason", "started_at", "ended_at"]
    list_select_related = ["administrator", "person"]
    search_fields = ["administrator__email", "person__email", "reason"]
    date_hierarchy = "started_at"
    inlines = [ImpersonatedChangeInline]


@admin.register(RetentionRun)
class RetentionRunAdmin(EvidenceAdmin):
    """What the retention rules removed."""

    list_display = ["rule", "removed_count", "ran_at"]
    list_filter = ["rule"]
    date_hierarchy = "ran_at"


@admin.register(AccessRecord)
class AccessRecordAdmin(EvidenceAdmin):
    """Who saw whose personal data; found by the one who looked, the one seen and the page."""

    list_display = ["seen_at", "viewer", "what", "about", "people_count", "was_taken", "reason"]
    list_select_related = ["viewer"]
    list_filter = [AccessKindFilter, "was_taken", "seen_at"]
    search_fields = [
        "viewer__email",
        "viewer__display_name",
        "people__email",
        "people__display_name",
        "about",
        "path",
    ]
    date_hierarchy = "seen_at"
    fields = [
        "seen_at", "viewer", "what", "about", "path", "people_count", "seen_people", "was_taken",
        "reason",
    ]  # fmt: skip
    readonly_fields = ["what", "seen_people"]
    show_full_result_count = False

    @admin.display(description=_("rodzaj danych"), ordering="kind")
    def what(self, access: AccessRecord) -> str:
        """The name of the kind."""
        return access.kind_label

    @admin.display(description=_("czyje dane"))
    def seen_people(self, access: AccessRecord) -> str:
        """The first hundred; who looks for one person searches by name."""
        return ", ".join(str(person) for person in access.people.order_by("pk")[:100]) or "–"


@admin.register(ProcessingEntry)
class ProcessingEntryAdmin(admin.ModelAdmin):
    """The operator's own words in the register of processing."""

    list_display = ["__str__", "legal_basis", "retention", "changed_at"]
    fields = [
        "delivered_legal_basis", "legal_basis", "delivered_retention", "retention",
        "delivered_recipients", "recipients",
    ]  # fmt: skip
    readonly_fields = ["delivered_legal_basis", "delivered_retention", "delivered_recipients"]

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Purposes come with the code."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: object = None) -> bool:
        """Purposes go with the code."""
        return False

    @admin.display(description=_("Podstawa prawna, z którą portal przychodzi"))
    def delivered_legal_basis(self, row: ProcessingEntry) -> str:
        """What is in force while the field is empty."""
        return delivered(row.key, "legal_basis")

    @admin.display(description=_("Czas, z którym portal przychodzi"))
    def delivered_retention(self, row: ProcessingEntry) -> str:
        """What is in force while the field is empty."""
        return delivered(row.key, "retention")

    @admin.display(description=_("Odbiorcy, z którymi portal przychodzi"))
    def delivered_recipients(self, row: ProcessingEntry) -> str:
        """What is in force while the field is empty."""
        return delivered(row.key, "recipients")


# Services are set by the environment alone; their secrets do not belong into the database.
admin.site.unregister([SocialApp, SocialToken])

# allauth's own pages leave no trace of who looked, and search by user name, which our people do
# not have.
admin.site.unregister([UserSession, EmailAddress, SocialAccount, Authenticator])


class SignInAdmin(SeesPeople):
    """By what a person signs in."""

    access_kind = "accounts.sign_in"
    person_fields = ("user_id",)


@admin.register(UserSession)
class PortalUserSessionAdmin(SignInAdmin, UserSessionAdmin):
    """Open sessions, found by the person's address."""

    search_fields = ["user__email", "user__display_name", "ip"]
    list_select_related = ["user"]


@admin.register(EmailAddress)
class PortalEmailAddressAdmin(SignInAdmin, EmailAddressAdmin):
    """Addresses that people have proved to be theirs."""

    def get_search_fields(self, request: HttpRequest) -> list[str]:
        """By the address and the person."""
        return ["email", "user__display_name"]


@admin.register(SocialAccount)
class PortalSocialAccountAdmin(SignInAdmin, SocialAccountAdmin):
    """Accounts of other services by which people sign in."""

    def get_search_fields(self, request: HttpRequest) -> list[str]:
        """By the person."""
        return ["user__email", "user__display_name"]


@admin.register(Authenticator)
class PortalAuthenticatorAdmin(SignInAdmin, AuthenticatorAdmin):
    """Second factors: which kind and since when, never the secret."""

    search_fields = ["user__email", "user__display_name"]
