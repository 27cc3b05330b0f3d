"""Accounts and consents in the admin."""

from __future__ import annotations

from allauth.usersessions.admin import UserSessionAdmin
from allauth.usersessions.models import UserSession
from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.forms import AdminUserCreationForm
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from accounts.models import Consent, ImpersonatedChange, Impersonation, RetentionRun, User


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
class PortalUserAdmin(UserAdmin):
    """People with accounts."""

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


@admin.register(Consent)
class ConsentAdmin(EvidenceAdmin):
    """All consents, to answer an inspection."""

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
class ImpersonationAdmin(EvidenceAdmin):
    """Who acted in whose name, when and why."""

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


# allauth's own list searches by user name, which our people do not have.
admin.site.unregister(UserSession)


@admin.register(UserSession)
class PortalUserSessionAdmin(UserSessionAdmin):
    """Open sessions, found by the person's address."""

    search_fields = ["user__email", "user__display_name", "ip"]
    list_select_related = ["user"]
