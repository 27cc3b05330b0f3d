"""Forms of the official's desk: groups, notes, templates."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.typed_numbers import typed_number
from consultations.models import RemarkNote, ReplyTemplate, Verdict


class GroupPositionForm(forms.Form):
    """One answer for every remark of a group."""

    verdict = forms.ChoiceField(
        label=_("Stanowisko"), choices=Verdict.choices, widget=forms.RadioSelect
    )
    reasons = forms.CharField(
        label=_("Uzasadnienie stanowiska"),
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("Każda osoba, która zgłosiła jedną z tych uwag, dostanie ten tekst."),
    )
    # "remark:revision" of each member as the page showed them.
    seen = forms.CharField(widget=forms.HiddenInput)

    def clean_seen(self) -> dict[int, int]:
        """Revisions by remark."""
        seen = {}
        for pair in self.cleaned_data["seen"].split():
            key, revision = map(typed_number, pair.partition(":")[::2])
            if key is None or revision is None:
                raise forms.ValidationError(_("Otwórz stronę grupy jeszcze raz."))
            seen[key] = revision
        return seen


class NoteForm(forms.ModelForm):
    """An internal note."""

    class Meta:
        model = RemarkNote
        fields = ["text"]
        labels = {"text": _("Nowa notatka (widzą ją tylko osoby z urzędu)")}
        widgets = {"text": forms.Textarea(attrs={"rows": 2})}


class ReplyTemplateForm(forms.ModelForm):
    """A ready reason of an office."""

    class Meta:
        model = ReplyTemplate
        fields = ["title", "verdict", "text"]
        widgets = {"text": forms.Textarea(attrs={"rows": 8})}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["verdict"].choices = [  # type: ignore[attr-defined]
            ("", _("każde")),
            *Verdict.choices,
        ]

    def clean(self) -> dict[str, Any]:
        """Let the office's unique title be checked too: the office is not a field."""
        cleaned = super().clean() or {}
        same = ReplyTemplate.objects.filter(
            public_body=self.instance.public_body_id, title=cleaned.get("title", "")
        ).exclude(pk=self.instance.pk)
        if same.exists():
            self.add_error("title", _("Szablon o tej nazwie już istnieje."))
        return cleaned
