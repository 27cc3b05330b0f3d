"""Menus, redirects, banners, partners and the list of static pages in the admin."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from documents.forms import CheckedFileField
from documents.storing import delete_stored_file, store_upload
from pages import furniture, navigation
from pages.domain import redirects
from pages.domain.errors import RedirectLoop
from pages.models import Banner, MenuEntry, Partner, Redirect, StaticPage
from pages.models.signposts import every_language

LOGO_KINDS = ("png", "jpeg", "webp")
LOGO_BYTES = 1024 * 1024


class FurnitureAdmin(admin.ModelAdmin):
    """Rows that stand around pages: pages learn of changes at once."""

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """Keep it and tell pages."""
        super().save_model(request, obj, form, change)
        furniture.forget()

    def delete_model(self, request: HttpRequest, obj: Any) -> None:
        """Remove it and tell pages."""
        super().delete_model(request, obj)
        furniture.forget()

    def delete_queryset(self, request: HttpRequest, queryset: Any) -> None:
        """Remove them and tell pages."""
        super().delete_queryset(request, queryset)
        furniture.forget()


class MenuEntryForm(forms.ModelForm):
    """An entry; the part is chosen among those that are registered."""

    part = forms.ChoiceField(
        label=_("część portalu"),
        required=False,
        help_text=MenuEntry._meta.get_field("part").help_text,
    )

    class Meta:
        model = MenuEntry
        fields = [
            "place",
            "part",
            "page",
            "address",
            "label_pl",
            "label_en",
            "label_de",
            "position",
            "is_shown",
        ]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        chosen: Any = self.fields["part"]
        chosen.choices = [("", "–"), *navigation.parts()]


@admin.register(MenuEntry)
class MenuEntryAdmin(FurnitureAdmin):
    """Entries are put in order by numbers, right in the list."""

    form = MenuEntryForm
    autocomplete_fields = ["page"]
    list_display = ["__str__", "place", "part", "page", "address", "position", "is_shown"]
    list_editable = ["position", "is_shown"]
    list_filter = ["place"]
    list_select_related = ["page"]


class RedirectForm(forms.ModelForm):
    """A redirect that does not lead back."""

    class Meta:
        model = Redirect
        fields = ["old_path", "target", "is_permanent"]

    def clean(self) -> dict[str, Any]:
        """Refuse loops with a sentence."""
        cleaned = super().clean() or self.cleaned_data
        if "old_path" in cleaned and "target" in cleaned:
            wanted = Redirect(
                pk=self.instance.pk, old_path=cleaned["old_path"], target=cleaned["target"]
            )
            if redirects.leads_back(wanted):
                self.add_error("target", str(RedirectLoop()))
        return cleaned


@admin.register(Redirect)
class RedirectAdmin(admin.ModelAdmin):
    """Old addresses; those that nobody uses any more may go."""

    form = RedirectForm
    list_display = ["old_path", "target", "is_permanent", "is_automatic", "hits", "last_hit_at"]
    list_filter = ["is_permanent", "is_automatic"]
    search_fields = ["old_path", "target"]
    readonly_fields = ["is_automatic", "hits", "last_hit_at"]

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """Keep it by the rules of redirects."""
        redirects.save_redirect(obj)


class BannerForm(forms.ModelForm):
    """A banner; languages are ticked."""

    languages = forms.MultipleChoiceField(
        label=_("w których językach"), widget=forms.CheckboxSelectMultiple, initial=every_language
    )

    class Meta:
        model = Banner
        fields = [
            "level",
            "text_pl",
            "text_en",
            "text_de",
            "link",
            "starts_at",
            "ends_at",
            "path_prefix",
            "audience",
            "languages",
            "is_dismissible",
        ]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        chosen: Any = self.fields["languages"]
        chosen.choices = Banner._meta.get_field("languages").base_field.choices


@admin.register(Banner)
class BannerAdmin(FurnitureAdmin):
    """Messages above pages."""

    form = BannerForm
    list_display = ["text_pl", "level", "starts_at", "ends_at", "path_prefix", "audience"]
    list_filter = ["level", "audience"]
    search_fields = ["text_pl", "text_en", "text_de"]


class PartnerForm(forms.ModelForm):
    """A partner with a logo, which is checked by its content."""

    logo_file = CheckedFileField(
        label=_("logo"), required=False, allowed=LOGO_KINDS, max_bytes=LOGO_BYTES
    )

    class Meta:
        model = Partner
        fields = [
            "name",
            "role",
            "text_pl",
            "text_en",
            "text_de",
            "url",
            "logo_file",
            "logo_text",
            "position",
            "is_shown",
        ]

    def clean(self) -> dict[str, Any]:
        """A logo is described for those who do not see it."""
        cleaned = super().clean() or self.cleaned_data
        has_logo = cleaned.get("logo_file") or self.instance.logo_id
        if has_logo and not cleaned.get("logo_text"):
            self.add_error("logo_text", _("Opisz logo dla osób, które go nie widzą."))
        return cleaned


@admin.register(Partner)
class PartnerAdmin(admin.ModelAdmin):
    """Who made the project."""

    form = PartnerForm
    list_display = ["name", "role", "position", "is_shown"]
    list_editable = ["position", "is_shown"]

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """Keep the logo; the one before it goes."""
        upload = form.cleaned_data.get("logo_file") if hasattr(form, "cleaned_data") else None
        old = obj.logo
        if upload:
            obj.logo = store_upload(upload, uploaded_by=request.user, is_public=True)
        super().save_model(request, obj, form, change)
        if upload and old is not None:
            delete_stored_file(old)


@admin.register(StaticPage)
class StaticPageAdmin(admin.ModelAdmin):
    """Pages are written on the portal's pages, where versions are compared and shown."""

    list_display = ["slug", "state", "updated_at", "versions_link"]
    list_filter = ["state"]
    search_fields = ["slug", "versions__texts__title"]

    @admin.display(description=_("wersje"))
    def versions_link(self, row: StaticPage) -> SafeString:
        """To the page's versions."""
        url = reverse("pages:page_versions", args=[row.slug])
        return format_html('<a href="{}">{}</a>', url, _("Zmień i opublikuj"))

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Pages begin on the portal."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: object = None) -> bool:
        """Texts change on the portal only, as new versions."""
        return False
