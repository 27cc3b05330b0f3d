"""Forms of remarks: what every remark says, and what its own author adds."""

from __future__ import annotations

from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.typed_numbers import LARGEST_INTEGER
from consultations.acts.selectors import Selection
from consultations.domain import attachments, selecting
from consultations.domain.remark_drafts import Typed
from consultations.domain.remarks import RemarkContent
from consultations.models import Provision, Remark, RemarkAttachment
from consultations.web.attached_files import AttachmentsField
from organizations.domain.queries import organizations_of
from organizations.models import Organization
from pages.guarded_forms import GuardedForm


class RemarkContentForm(forms.ModelForm):
    """What every remark says, whoever enters it."""

    quote = forms.CharField(
        label=_("Do których słów"),
        required=False,
        max_length=selecting.LONGEST_QUOTE,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Nieobowiązkowo. Wklej słowa z tekstu jednostki, których dotyczy uwaga."),
    )
    # Where the browser saw the words; tells equal passages apart.
    quote_start = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0)
    field_order = ["quote", "text", "proposed_wording", "justification"]

    class Meta:
        model = Remark
        fields = ["text", "proposed_wording", "justification"]
        widgets = {
            "text": forms.Textarea(attrs={"rows": 5}),
            "proposed_wording": forms.Textarea(attrs={"rows": 4}),
            "justification": forms.Textarea(attrs={"rows": 3}),
        }
        help_texts = {
            "text": _("Co warto zmienić albo co jest niejasne?"),
            "proposed_wording": _("Jeśli masz gotową propozycję, wpisz cały nowy tekst."),
            "justification": _("Dlaczego ta zmiana jest potrzebna?"),
        }

    def __init__(self, *args: Any, provision: Provision | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.unit = provision
        self.selection: Selection | None = None
        if provision is None or not provision.text:
            del self.fields["quote"]
            del self.fields["quote_start"]
        elif self.instance.selection:
            chosen = Selection.from_json(self.instance.selection)
            self.initial.setdefault("quote", chosen.exact)
            self.initial.setdefault("quote_start", chosen.start)

    def clean(self) -> dict[str, Any]:
        """The words must stand in the unit."""
        cleaned = super().clean() or {}
        quote = cleaned.get("quote", "")
        if quote and self.unit is not None:
            start = cleaned.get("quote_start")
            self.selection = selecting.select_words(self.unit, quote, start)
            if self.selection is None:
                self.add_error(
                    "quote", _("Tych słów nie ma w tej jednostce. Skopiuj je dokładnie z tekstu.")
                )
        return cleaned

    @property
    def content(self) -> RemarkContent:
        """The checked text for the domain."""
        return RemarkContent(
            text=self.cleaned_data["text"],
            proposed_wording=self.cleaned_data["proposed_wording"],
            justification=self.cleaned_data["justification"],
            selection=self.selection.to_json() if self.selection else None,
        )


class SubmitRemarkForm(GuardedForm, RemarkContentForm):
    """A remark of the person signed in; sending the same form twice stores one remark."""

    attachments = AttachmentsField()
    organization = forms.ModelChoiceField(
        label=_("W czyim imieniu"),
        queryset=Organization.objects.none(),
        required=False,
        empty_label=_("we własnym imieniu"),
    )
    field_order = [
        "quote",
        "text",
        "proposed_wording",
        "justification",
        "attachments",
        "organization",
    ]

    def __init__(self, *args: Any, user: Any, ngo_only: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        organizations = organizations_of(user)
        field = cast(forms.ModelChoiceField, self.fields["organization"])
        field.queryset = organizations
        if ngo_only:
            field.required = True
            field.empty_label = None
        elif not organizations.exists():
            del self.fields["organization"]


class ChangeRemarkForm(RemarkContentForm):
    """The author's change of an own remark, with files to add and to take away."""

    attachments = AttachmentsField(label=_("Dodaj załączniki"))
    removed = forms.ModelMultipleChoiceField(
        label=_("Usuń załączniki"),
        queryset=RemarkAttachment.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kept = self.instance.attachments.select_related("file")
        cast(forms.ModelMultipleChoiceField, self.fields["removed"]).queryset = kept
        if not kept:
            del self.fields["removed"]

    def clean(self) -> dict[str, Any]:
        """No more files than a remark may carry."""
        cleaned = super().clean()
        left = self.instance.attachments.count() - len(cleaned.get("removed") or [])
        if left + len(cleaned.get("attachments") or []) > attachments.MOST_ATTACHMENTS:
            self.add_error("attachments", _("Do jednej uwagi można dodać najwyżej 5 plików."))
        return cleaned


class RemarkDraftForm(forms.Form):
    """What was typed so far; nothing of it need be complete."""

    text = forms.CharField(required=False, max_length=20_000)
    proposed_wording = forms.CharField(required=False, max_length=20_000)
    justification = forms.CharField(required=False, max_length=20_000)
    quote = forms.CharField(required=False, max_length=2000)
    quote_start = forms.IntegerField(required=False, min_value=0, max_value=LARGEST_INTEGER)

    @property
    def typed(self) -> Typed:
        """The fields for the domain."""
        return Typed(**self.cleaned_data)
