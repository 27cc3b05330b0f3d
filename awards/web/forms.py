"""Forms of nominators, nominees and third persons."""

from __future__ import annotations

from typing import Any, cast

from django import forms
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from awards.domain import permissions
from awards.domain.nominating import FILE_KINDS, Capacity
from awards.models import Category, Nomination, NominatorKind, NomineeKind
from documents.forms import CheckedFileField, CheckedFilesField
from organizations.domain.queries import organizations_of
from organizations.models import Organization, PublicBenefitField, PublicBody
from pages.forms import DateInput
from territory.models import Area

LETTER_ROWS = forms.Textarea(attrs={"rows": 6})


class CapacityForm(forms.Form):
    """In which role the person nominates."""

    role = forms.ChoiceField(label=_("Zgłaszasz jako"), widget=forms.RadioSelect)

    def __init__(self, *args: Any, user: Any, category: Category, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        roles = permissions.nominator_roles(user, category)
        choices: list[tuple[str, str]] = []
        if NominatorKind.ANYONE in roles:
            choices.append((NominatorKind.ANYONE.value, str(_("osoba prywatna"))))
        if NominatorKind.OFFICE in roles:
            choices.append((NominatorKind.OFFICE.value, str(_("przedstawiciel(ka) urzędu"))))
        self.organizations = {}
        if NominatorKind.ORGANIZATION in roles:
            for row in organizations_of(user):
                self.organizations[f"organization-{row.pk}"] = row
                choices.append((f"organization-{row.pk}", row.name))
        cast(forms.ChoiceField, self.fields["role"]).choices = choices
        if len(choices) == 1:
            self.fields["role"].initial = choices[0][0]

    @property
    def capacity(self) -> Capacity:
        """The chosen role, as the domain knows it."""
        chosen = self.cleaned_data["role"]
        organization = self.organizations.get(chosen)
        kind = NominatorKind.ORGANIZATION if organization else NominatorKind(chosen)
        return Capacity(kind, organization)


class JoinForm(CapacityForm):
    """Standing behind somebody else's nomination."""

    statement = forms.CharField(
        label=_("Dlaczego popierasz tę kandydaturę"), max_length=4000, widget=LETTER_ROWS
    )


class NominationForm(forms.ModelForm):
    """The nominee and the reasons; nothing is required while it is a draft."""

    register_number = forms.CharField(
        label=_("KRS, NIP lub REGON"),
        required=False,
        max_length=20,
        help_text=_("Dla organizacji ze spisu na portalu: powiążemy zgłoszenie z jej profilem."),
    )

    class Meta:
        model = Nomination
        fields = [
            "nominee_kind",
            "nominee_name",
            "nominee_body",
            "nominee_email",
            "county",
            "benefit_field",
            "summary",
            "justification",
            "website",
        ]
        widgets = {
            "nominee_kind": forms.RadioSelect,
            "summary": forms.Textarea(attrs={"rows": 3}),
            "justification": forms.Textarea(attrs={"rows": 12}),
        }

    field_order = ["nominee_kind", "nominee_name", "register_number", "nominee_body"]

    def __init__(
        self, *args: Any, category: Category, complete: bool = False, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        kinds = [(k.value, k.label) for k in NomineeKind if k in category.nominee_kinds]
        self.fields["nominee_kind"] = forms.ChoiceField(
            label=_("Kogo zgłaszasz"), choices=kinds, widget=forms.RadioSelect
        )
        if len(kinds) == 1:
            self.fields["nominee_kind"].widget = forms.HiddenInput()
            self.fields["nominee_kind"].initial = kinds[0][0]
        if NomineeKind.ORGANIZATION not in category.nominee_kinds:
            del self.fields["register_number"]
        elif self.instance.organization:
            row = self.instance.organization
            self.fields["register_number"].initial = row.krs or row.nip or row.regon
        if NomineeKind.PUBLIC_BODY in category.nominee_kinds:
            self._choice("nominee_body").queryset = PublicBody.objects.order_by("name")
        else:
            del self.fields["nominee_body"]
        self._choice("county").queryset = Area.objects.counties()
        self._choice("benefit_field").queryset = PublicBenefitField.objects.order_by("position")
        for name in ("nominee_name", "county", "summary", "justification"):
            self.fields[name].required = complete
            self.fields[name].widget.is_required = complete

    def _choice(self, name: str) -> forms.ModelChoiceField:
        return cast(forms.ModelChoiceField, self.fields[name])

    def clean_register_number(self) -> Organization | None:
        """The organization of the directory that has the number."""
        number = "".join(c for c in self.cleaned_data["register_number"] if c.isdigit())
        if not number:
            return None
        found = (
            Organization.objects.published()
            .filter(Q(krs=number.zfill(10)) | Q(nip=number) | Q(regon=number))
            .first()
        )
        if found is None:
            raise forms.ValidationError(
                _("W spisie nie ma organizacji o tym numerze. Możesz zostawić to pole puste.")
            )
        return found

    @property
    def content(self) -> dict[str, Any]:
        """What was typed, as fields of a nomination."""
        values = {
            name: value for name, value in self.cleaned_data.items() if name in self.Meta.fields
        }
        if "register_number" in self.fields:
            organization = self.cleaned_data.get("register_number")
            values["organization"] = organization
            if organization and not values.get("nominee_name"):
                values["nominee_name"] = organization.name
        body = values.get("nominee_body")
        if body and not values.get("nominee_name"):
            values["nominee_name"] = body.name
        return values


class NominationFilesForm(forms.Form):
    """Attachments and a picture of the nominee."""

    def __init__(self, *args: Any, category: Category, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if category.attachments_limit:
            self.fields["files"] = CheckedFilesField(
                label=_("Załączniki"),
                most=category.attachments_limit,
                allowed=FILE_KINDS,
                required=False,
                help_text=category.attachments_help,
            )
        self.fields["photo"] = CheckedFileField(
            label=_("Zdjęcie kandydata"),
            allowed=frozenset({"jpeg", "png", "webp"}),
            required=False,
        )


class PaperForm(NominationForm):
    """A nomination that came on paper, typed in by an official."""

    nominator_name = forms.CharField(label=_("Zgłaszający"), max_length=200)
    nominator_kind = forms.ChoiceField(label=_("W czyim imieniu"), choices=NominatorKind.choices)
    nominator_email = forms.EmailField(label=_("E-mail zgłaszającego"), required=False)
    received_on = forms.DateField(label=_("Data wpływu"), widget=DateInput())
    field_order = ["nominator_name", "nominator_kind", "nominator_email", "received_on"]

    def clean_received_on(self) -> Any:
        """Paper cannot have come tomorrow."""
        received_on = self.cleaned_data["received_on"]
        if received_on > timezone.localdate():
            raise forms.ValidationError(_("Data wpływu nie może być z przyszłości."))
        return received_on


class ReasonForm(forms.Form):
    """Why."""

    reason = forms.CharField(label=_("Powód"), max_length=4000, widget=LETTER_ROWS)


class NoteForm(forms.Form):
    """A message."""

    text = forms.CharField(
        label=_("Wiadomość"), max_length=4000, widget=forms.Textarea(attrs={"rows": 3})
    )


class AskRecommendationForm(forms.Form):
    """Whom to ask for a letter."""

    name = forms.CharField(label=_("Imię i nazwisko"), max_length=160)
    email = forms.EmailField(label=_("E-mail"))
    function = forms.CharField(label=_("Funkcja, instytucja"), max_length=200, required=False)


class RecommendationForm(forms.Form):
    """The letter itself."""

    text = forms.CharField(
        label=_("Twoja rekomendacja"),
        max_length=4000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 10}),
    )

    def __init__(self, *args: Any, declines: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["text"].required = not declines
