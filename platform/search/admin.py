"""Synonyms, and what people look for, in the admin."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from search.domain.best_bets import forget_best_bets
from search.domain.synonyms import forget_synonyms
from search.lemmas import words
from search.models import BestBet, SearchedPhrase, Synonyms


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


class RememberedAdmin(admin.ModelAdmin):
    """Rows that searches remember for a while: ``forget`` makes them read anew."""

    forget: Callable[[], None]

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """The next search knows them."""
        super().save_model(request, obj, form, change)
        self.forget()

    def delete_model(self, request: HttpRequest, obj: Any) -> None:
        """The next search has forgotten them."""
        super().delete_model(request, obj)
        self.forget()

    def delete_queryset(self, request: HttpRequest, queryset: Any) -> None:
        """The next search has forgotten them."""
        super().delete_queryset(request, queryset)
        self.forget()


@admin.register(Synonyms)
class SynonymsAdmin(RememberedAdmin):
    """Terms that mean the same."""

    form = SynonymsForm
    list_display = ["terms"]
    search_fields = ["terms"]

    forget = staticmethod(forget_synonyms)


class BestBetForm(forms.ModelForm):
    """Phrases with words, and an address that leads somewhere safe."""

    class Meta:
        model = BestBet
        fields = ["phrases", "title", "url", "summary", "position"]

    def clean_phrases(self) -> str:
        """The phrases, each once, neatly parted."""
        phrases = [phrase.strip() for phrase in self.cleaned_data["phrases"].split(",")]
        named = list(dict.fromkeys(phrase for phrase in phrases if words(phrase)))
        if not named:
            raise forms.ValidationError(_("Podaj co najmniej jedną frazę ze słowem."))
        return ", ".join(named)

    def clean_url(self) -> str:
        """A path of the portal or a secure address."""
        url: str = self.cleaned_data["url"]
        is_path = url.startswith("/") and not url.startswith(("//", "/\\"))
        if not is_path and not url.startswith("https://"):
            raise forms.ValidationError(
                _("Wpisz ścieżkę zaczynającą się od / albo adres zaczynający się od https://")
            )
        return url


@admin.register(BestBet)
class BestBetAdmin(RememberedAdmin):
    """Results put before all others."""

    form = BestBetForm
    list_display = ["title", "phrases", "url", "position"]
    search_fields = ["phrases", "title"]
    forget = staticmethod(forget_best_bets)


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
