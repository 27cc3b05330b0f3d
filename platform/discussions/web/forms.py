"""Forms of writing and editing."""

from __future__ import annotations

from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.typed_numbers import typed_number
from discussions.domain.attachments import ATTACHMENT_KINDS, MOST_ATTACHMENTS, MOST_BYTES
from discussions.models import Category
from documents.forms import CheckedFilesField
from pages.guarded_forms import GuardedForm

LONGEST_TEXT = 20_000
HOW_TO_WRITE = _(
    "Wiersz zaczęty znakiem > to cytat, zaczęty myślnikiem – punkt listy. Osobę, która już tu "
    "pisała, wywołasz, wpisując @ i jej imię z nazwiskiem."
)


class EditPostForm(forms.Form):
    """The words of a post, and files to add."""

    text = forms.CharField(
        label=_("Treść"),
        max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 7}),
        help_text=HOW_TO_WRITE,
    )
    attachments = CheckedFilesField(
        label=_("Załączniki"),
        most=MOST_ATTACHMENTS,
        allowed=ATTACHMENT_KINDS,
        max_bytes=MOST_BYTES,
        required=False,
    )


class PostForm(GuardedForm, EditPostForm):
    """A new post."""

    reply_to = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=1)


class ThreadForm(PostForm):
    """A new thread: its subject and its first post."""

    title = forms.CharField(
        label=_("Temat"), max_length=200, help_text=_("Pytanie albo sprawa w jednym zdaniu.")
    )
    field_order = ["title", "text", "attachments"]


class DraftForm(forms.Form):
    """What was typed so far; nothing of it need be complete."""

    title = forms.CharField(required=False, max_length=200)
    text = forms.CharField(required=False, max_length=LONGEST_TEXT)


class ReasonForm(forms.Form):
    """Why a moderator does what they do."""

    reason = forms.CharField(
        label=_("Powód"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Przeczytają go osoby, które obserwują wątek."),
    )


class MoveForm(ReasonForm):
    """Into which category a thread goes."""

    category = forms.ModelChoiceField(
        label=_("Do której kategorii"), queryset=Category.objects.all(), empty_label=None
    )
    field_order = ["category", "reason"]


class MergeForm(ReasonForm):
    """Into which thread the posts go."""

    target = forms.CharField(
        label=_("Adres wątku, do którego trafią wpisy"),
        max_length=300,
        help_text=_("Skopiuj go z paska przeglądarki albo wpisz sam numer wątku."),
    )
    field_order = ["target", "reason"]

    def clean_target(self) -> int:
        """The number at the end of the address."""
        digits = cast(str, self.cleaned_data["target"]).split("?")[0].rstrip("/").split("/")[-1]
        number = typed_number(digits)
        if number is None:
            raise forms.ValidationError(_("To nie jest adres wątku."))
        return number


def prefixed(form: type[forms.Form], prefix: str, data: Any = None) -> forms.Form:
    """One of several forms on a page; bound only when it is the one that was sent."""
    sent = data if data is not None and f"{prefix}-reason" in data else None
    return form(sent, prefix=prefix)
