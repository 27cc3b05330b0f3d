"""Synonyms, and what people look for, in the admin."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from search.domain.synonyms import forget_synonyms
from search.models import SearchedPhrase, Synonyms


class SynonymsForm(forms.ModelForm):
    """Two terms at least, or there is nothing to join."""

    class Meta:
        model = Synonyms
        fields = ["terms"]

    def clean_terms(self) -> str:
        """The terms, each once, neatly parted."""
        terms = [term.strip() for term in self.cleaned_data["terms"].split(",")]
        named = list(dict.fromkeys(term for term in terms if term))
        if len(named) < 2:
            raise forms.ValidationError(_("Podaj co najmniej dwa określenia po przecinku."))
        return ", ".join(named)


@admin.register(Synonyms)
class SynonymsAdmin(admin.ModelAdmin):
    """Terms that mean the same."""

    form = SynonymsForm
    list_display = ["terms"]
    search_fields = ["terms"]

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """The next search knows them."""
        super().save_model(request, obj, form, change)
        forget_synonyms()

    def delete_model(self, request: HttpRequest, obj: Any) -> None:
        """The next search has forgotten them."""
        super().delete_model(request, obj)
        forget_synonyms()

    def delete_queryset(self, request: HttpRequest, queryset: Any) -> None:
        """The next search has forgotten them."""
        super().delete_queryset(request, queryset)
        forget_synonyms()


class FoundNothing(admin.SimpleListFilter):
    """What people look for in vain: texts to write, synonyms to add."""

    title = _("wynik")
    parameter_name = "wynik"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        """One choice."""
        return [("pusty", _("nic nie znaleziono"))]

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        """Only phrases without results."""
        return queryset.filter(found=0) if self.value() == "pusty" else queryset


@admin.register(SearchedPhrase)
class SearchedPhraseAdmin(admin.ModelAdmin):
    """Read only: the counts make themselves."""

    list_display = ["phrase", "day", "times", "found"]
    list_filter = [FoundNothing, "day"]
    search_fields = ["phrase"]
    ordering = ["-day", "-times"]
    show_full_result_count = False

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Searches add them."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: object = None) -> bool:
        """Nobody edits counts."""
        return False
