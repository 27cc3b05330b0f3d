"""News, calls and letters in the admin; what is around pages comes from ``site_admin``."""

from __future__ import annotations

from django.contrib import admin
from django.http import HttpRequest

from accounts.admin_bases import SeesPeople
from pages import site_admin  # noqa: F401 (registers itself)
from pages.models import Call, News, NewsCategory, PublicationChange, ReaderLetter


@admin.register(NewsCategory)
class NewsCategoryAdmin(admin.ModelAdmin):
    """What news is about."""

    list_display = ["name", "position"]
    list_editable = ["position"]
    prepopulated_fields = {"slug": ["name"]}


class PublicationAdmin(admin.ModelAdmin):
    """Texts are written and moved on the portal's pages, where reasons are asked for."""

    list_display = ["title", "publisher_name", "state", "publish_at", "author"]
    list_filter = ["state", "publish_at"]
    list_select_related = ["author"]
    search_fields = ["title", "summary", "publisher_name"]
    readonly_fields = ["slug", "state", "publisher_name", "author"]

    def has_add_permission(self, request: HttpRequest) -> bool:
        """A publisher is chosen on the portal's pages."""
        return False


admin.site.register(News, PublicationAdmin)
admin.site.register(Call, PublicationAdmin)


@admin.register(PublicationChange)
class PublicationChangeAdmin(admin.ModelAdmin):
    """The log, for reading."""

    list_display = ["subject_type", "subject_id", "source", "target", "actor", "changed_at"]
    list_select_related = ["subject_type", "actor"]

    def has_add_permission(self, request: HttpRequest) -> bool:
        """The log writes itself."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: object = None) -> bool:
        """The log is not changed."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: object = None) -> bool:
        """The log stays."""
        return False


@admin.register(ReaderLetter)
class ReaderLetterAdmin(SeesPeople):
    """Letters of readers; answered by e-mail, then ticked off."""

    access_kind = "pages.letters"
    person_fields = ("author_id",)
    list_display = ["subject", "name", "email", "sent_at", "is_answered"]
    list_editable = ["is_answered"]
    list_filter = ["is_answered", "sent_at"]
    search_fields = ["subject", "name", "email"]
    readonly_fields = ["name", "email", "subject", "text", "author", "sent_at"]

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Readers write on the contact page."""
        return False
