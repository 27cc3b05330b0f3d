"""Forms of corrections, matches and publication of versions."""

from __future__ import annotations

from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.typed_numbers import typed_number, typed_numbers
from consultations.acts.tree import DocumentKind, Unit, UnitKind
from consultations.domain.act_rows import LONGEST_LABEL, LONGEST_NUMBER
from consultations.domain.act_surgery import SPLIT_MARK, UnitContent, splittable_text
from consultations.models import Provision, ProvisionChange, Remark
from consultations.models.drafts import DOCUMENT_KIND_NAMES, UNIT_KIND_NAMES

_CELL, _LINE = " | ", "↵"


class UnitForm(forms.Form):
    """What one unit says and how it is designated."""

    kind = forms.ChoiceField(
        label=_("Rodzaj"), choices=[(kind.value, name) for kind, name in UNIT_KIND_NAMES.items()]
    )
    label = forms.CharField(
        label=_("Oznaczenie"),
        max_length=LONGEST_LABEL,
        required=False,
        help_text=_("Jak w druku, np. „§ 5.” albo „2)”."),
    )
    number = forms.CharField(
        label=_("Numer"),
        max_length=LONGEST_NUMBER,
        required=False,
        help_text=_("Sam numer lub litera, np. 5, 13a, b. Tworzy adres jednostki."),
    )
    heading = forms.CharField(label=_("Nagłówek"), required=False)
    text = forms.CharField(
        label=_("Treść"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 5, "autofocus": True}),
    )
    cells = forms.CharField(
        label=_("Wiersze tabeli"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("Każdy wiersz w osobnej linii, komórki oddzielone znakiem |."),
    )
    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, unit: Unit | None = None, **kwargs: Any) -> None:
        if unit is not None:
            kwargs["initial"] = _initial(unit) | kwargs.get("initial", {})
        super().__init__(*args, **kwargs)
        if unit is None or unit.kind is not UnitKind.TABLE:
            del self.fields["cells"]

    def clean(self) -> dict[str, Any]:
        """A unit without any words would be a hole in the text."""
        cleaned = super().clean() or {}
        names = ("label", "heading", "text", "cells")
        if not any(str(cleaned.get(name, "")).strip() for name in names):
            raise forms.ValidationError(_("Jednostka musi mieć oznaczenie, nagłówek lub treść."))
        return cleaned

    @property
    def content(self) -> UnitContent:
        """The checked content for the domain; line ends as the text keeps them."""
        data = self.cleaned_data
        return UnitContent(
            kind=UnitKind(data["kind"]),
            number=data["number"],
            label=data["label"],
            heading=data["heading"],
            text=data["text"],
            rows=_rows(data.get("cells", "")),
        )


class AddUnitForm(UnitForm):
    """A unit that the reading has missed."""

    where = forms.ChoiceField(
        label=_("Gdzie"),
        choices=[("after", _("po tej jednostce")), ("below", _("niżej, jako jej część"))],
        widget=forms.RadioSelect,
        initial="after",
    )
    field_order = ["where"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # One form of the page takes the focus: the one for the unit itself.
        del self.fields["text"].widget.attrs["autofocus"]


class SplitForm(forms.Form):
    """Where to divide a unit."""

    marked = forms.CharField(
        label=_("Treść z miejscem podziału"),
        widget=forms.Textarea(attrs={"rows": 5}),
        strip=False,
    )
    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, unit: Unit, **kwargs: Any) -> None:
        kwargs["initial"] = {"marked": splittable_text(unit)} | kwargs.get("initial", {})
        super().__init__(*args, **kwargs)
        self.fields["marked"].help_text = _(
            "Wpisz %(mark)s tam, gdzie zaczyna się druga część."
        ) % {"mark": SPLIT_MARK}


class FrontForm(forms.Form):
    """What stands before the first unit."""

    kind = forms.ChoiceField(
        label=_("Rodzaj dokumentu"),
        choices=[(kind.value, name) for kind, name in DOCUMENT_KIND_NAMES.items()],
    )
    title = forms.CharField(label=_("Tytuł"), widget=forms.Textarea(attrs={"rows": 3}))
    preface = forms.CharField(
        label=_("Wstęp"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("Numer, data i podstawa prawna, jeśli stoją przed pierwszą jednostką."),
    )

    @property
    def values(self) -> dict[str, Any]:
        """The checked values for the domain."""
        return {
            "kind": DocumentKind(self.cleaned_data["kind"]),
            "title": self.cleaned_data["title"],
            "preface": self.cleaned_data["preface"],
        }


class PairForm(forms.Form):
    """Two units that are one and the same."""

    old = forms.ModelChoiceField(
        label=_("Jednostka z poprzedniej wersji"), queryset=Provision.objects.none()
    )
    new = forms.ModelChoiceField(
        label=_("Jej dalszy ciąg w nowej wersji"), queryset=Provision.objects.none()
    )

    def __init__(
        self, *args: Any, removed: list[Provision], added: list[Provision], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        for name, units in (("old", removed), ("new", added)):
            field = cast(forms.ModelChoiceField, self.fields[name])
            field.queryset = Provision.objects.filter(pk__in=[unit.pk for unit in units]).order_by(
                "position"
            )


class ExplainForm(forms.ModelForm):
    """Why a unit changed, and by whose remarks."""

    class Meta:
        model = ProvisionChange
        fields = ["reason"]
        widgets = {"reason": forms.Textarea(attrs={"rows": 4})}

    remarks = forms.ModelMultipleChoiceField(
        label=_("Uwagi, z których wynika zmiana"),
        queryset=Remark.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    others = forms.CharField(
        label=_("Inne uwagi"),
        required=False,
        help_text=_("Numery uwag do innych jednostek, oddzielone przecinkami."),
    )

    def __init__(self, *args: Any, remarks: Any, all_remarks: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.all_remarks = all_remarks
        field = cast(forms.ModelMultipleChoiceField, self.fields["remarks"])
        field.queryset = remarks
        field.label_from_instance = _remark_line  # type: ignore[method-assign,assignment]
        self.initial["remarks"] = [remark.pk for remark in self.instance.remarks.all()]

    def clean_others(self) -> list[Remark]:
        """Remarks by their numbers; a number that is none is named."""
        parts = [part.strip() for part in self.cleaned_data["others"].split(",") if part.strip()]
        wrong = [part for part in parts if typed_number(part) is None]
        numbers = set(typed_numbers(parts))
        found = list(self.all_remarks.filter(number__in=numbers))
        wrong += [str(n) for n in sorted(numbers - {remark.number for remark in found})]
        if wrong:
            raise forms.ValidationError(
                _("Nie ma uwagi o numerze: %(numbers)s.") % {"numbers": ", ".join(wrong)}
            )
        return found

    @property
    def chosen(self) -> list[Remark]:
        """All remarks named in the form."""
        return [*self.cleaned_data["remarks"], *self.cleaned_data["others"]]


class PublishVersionForm(forms.Form):
    """What the public should know of the whole version."""

    note = forms.CharField(
        label=_("Co się zmieniło i dlaczego"),
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("Kilka zdań o całej wersji; zobaczą je wszyscy i dostaną obserwujący."),
    )
    revision = forms.IntegerField(widget=forms.HiddenInput)


def _initial(unit: Unit) -> dict[str, Any]:
    return {
        "kind": unit.kind.value,
        "label": unit.label,
        "number": unit.number,
        "heading": unit.heading,
        "text": unit.text,
        "cells": "\n".join(
            _CELL.join(cell.replace("\n", _LINE) for cell in row) for row in unit.rows
        ),
    }


def _rows(cells: str) -> tuple[tuple[str, ...], ...]:
    lines = [line for line in cells.splitlines() if line.strip()]
    return tuple(
        tuple(cell.strip().replace(_LINE, "\n") for cell in line.split("|")) for line in lines
    )


def _remark_line(remark: Remark) -> str:
    text = remark.text if len(remark.text) <= 120 else f"{remark.text[:120]}…"
    return f"{remark.number}. {remark.submitter_name}: {text}"
