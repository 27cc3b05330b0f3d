"""Forms of static pages."""

from __future__ import annotations

from typing import Any, cast

from django import forms
from django.conf import settings
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from pages.domain.static_pages import RESERVED, Writing, Writings
from pages.forms import DateTimeInput
from pages.models import LONGEST_BODY, PageVersion, StaticPage

PARTS = ("title", "summary", "body")


class RichTextarea(forms.Textarea):
    """A field that ``js/rich-text.js`` turns into an editor; without it, HTML or plain text."""

    template_name = "pages/rich_textarea.html"

    def build_attrs(
        self, base_attrs: dict[str, Any], extra_attrs: dict[str, Any] | None = None
    ) -> dict[str, Any]:
        """Without the limit: a count of characters that includes marks would puzzle people."""
        attrs = super().build_attrs(base_attrs, extra_attrs)
        return {name: value for name, value in attrs.items() if name != "maxlength"}


class PageForm(forms.Form):
    """A version of a page in all languages of the portal; only Polish must be there."""

    slug = forms.SlugField(
        label=_("Adres"),
        max_length=100,
        help_text=_("Ostatnie słowo adresu: małe litery, cyfry i łączniki."),
    )
    note = forms.CharField(
        label=_("Co się zmieniło"),
        max_length=200,
        required=False,
        help_text=_("Krótko, dla osób, które będą porównywać wersje."),
    )
    based_on = forms.IntegerField(widget=forms.HiddenInput, required=False, initial=0)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for code, name in settings.LANGUAGES:
            self._add_language(code, name)

    def _add_language(self, code: str, name: str) -> None:
        is_main = code == settings.LANGUAGE_CODE
        self.fields[f"title_{code}"] = forms.CharField(
            label=_("Tytuł (%(language)s)") % {"language": name}, max_length=200, required=is_main
        )
        self.fields[f"summary_{code}"] = forms.CharField(
            label=_("Streszczenie (%(language)s)") % {"language": name},
            max_length=400,
            required=False,
            widget=forms.Textarea(attrs={"rows": 2}),
        )
        self.fields[f"body_{code}"] = forms.CharField(
            label=_("Treść (%(language)s)") % {"language": name},
            max_length=LONGEST_BODY,
            required=is_main,
            widget=RichTextarea(attrs={"rows": 16, "lang": code}),
        )

    @property
    def language_parts(self) -> list[dict[str, Any]]:
        """Fields in groups, one for each language."""
        return [
            {
                "code": code,
                "name": name,
                "is_main": code == settings.LANGUAGE_CODE,
                "is_open": any(
                    self[f"{part}_{code}"].value() or self[f"{part}_{code}"].errors
                    for part in PARTS
                ),
                "fields": [self[f"{part}_{code}"] for part in PARTS],
            }
            for code, name in settings.LANGUAGES
        ]

    def clean_slug(self) -> str:
        """Small letters only, and none of the portal's own words."""
        slug = str(self.cleaned_data["slug"]).lower()
        if slug in RESERVED:
            raise forms.ValidationError(_("Pod tym adresem jest już inna strona."))
        return slug

    def clean(self) -> dict[str, Any]:
        """A language is written whole or not at all."""
        cleaned = super().clean() or self.cleaned_data
        for code, _name in settings.LANGUAGES:
            written = [bool(cleaned.get(f"{part}_{code}")) for part in PARTS]
            for part in ("title", "body"):
                missing = any(written) and not cleaned.get(f"{part}_{code}")
                if missing and f"{part}_{code}" not in self.errors:
                    self.add_error(
                        f"{part}_{code}", _("Tłumaczenie potrzebuje i tytułu, i treści.")
                    )
        return cleaned

    def begin_from(self, number: int) -> None:
        """Let the same text be saved after the version that somebody else saved meanwhile."""
        data = cast(QueryDict, self.data).copy()
        data["based_on"] = str(number)
        self.data = data

    def writings(self) -> Writings:
        """What was written, by language."""
        values = self.cleaned_data
        return {
            code: Writing(*(values[f"{part}_{code}"] for part in PARTS))
            for code, _name in settings.LANGUAGES
            if values[f"title_{code}"]
        }


class MomentForm(forms.Form):
    """From when a version is shown."""

    at = forms.DateTimeField(
        label=_("Widoczna od"),
        required=False,
        widget=DateTimeInput(),
        help_text=_("Puste: od razu."),
    )


def values_of(page: StaticPage, version: PageVersion) -> dict[str, Any]:
    """What the form begins with when a version is changed."""
    values: dict[str, Any] = {"slug": page.slug, "based_on": version.number}
    for text in version.texts.all():
        for part in PARTS:
            values[f"{part}_{text.language}"] = getattr(text, part)
    return values
