"""Forms of the jury and of those who serve it."""

from __future__ import annotations

from typing import Any, cast

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from awards.models import (
    Award,
    Category,
    Criterion,
    Edition,
    JurorRole,
    Meeting,
    Motion,
    Nomination,
)
from documents.forms import CheckedFileField
from organizations.models import Organization
from pages.forms import DateInput, DateTimeInput

PICTURES = frozenset({"jpeg", "png", "webp"})


class AppointForm(forms.Form):
    """Who gets a seat, by which act."""

    email = forms.EmailField(
        label=_("E-mail konta na portalu"),
        help_text=_("Juror potrzebuje konta: tam podpisze deklarację i oceni zgłoszenia."),
    )
    role = forms.ChoiceField(label=_("Rola"), choices=JurorRole.choices, initial="member")
    function = forms.CharField(label=_("Funkcja, instytucja"), max_length=200, required=False)
    appointed_by = forms.CharField(
        label=_("Akt powołania"),
        max_length=200,
        help_text=_("Np. zarządzenie nr 12/2026 Marszałka Województwa z 4 maja 2026 r."),
    )
    appointed_on = forms.DateField(label=_("Powołany(-a) od"), widget=DateInput())

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("appointed_on", timezone.localdate())

    def clean_email(self) -> User:
        """The account behind the address."""
        user = User.objects.filter(email__iexact=self.cleaned_data["email"], is_active=True).first()
        if user is None:
            raise forms.ValidationError(_("Nie ma konta z tym adresem."))
        return user


class AssignForm(forms.Form):
    """All read all, or so many read each, by lot."""

    category = forms.ModelChoiceField(label=_("Kategoria"), queryset=Category.objects.none())
    each = forms.IntegerField(
        label=_("Ilu jurorów na zgłoszenie"),
        required=False,
        min_value=1,
        max_value=99,
        help_text=_("Puste: wszyscy jurorzy bez konfliktu oceniają wszystko."),
    )

    def __init__(self, *args: Any, edition: Edition, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rows = edition.categories.filter(without_nomination=False)
        cast(forms.ModelChoiceField, self.fields["category"]).queryset = rows


class DeclareForm(forms.Form):
    """A conflict of interest, or none."""

    has_conflict = forms.TypedChoiceField(
        label=_("Oświadczam, że"),
        choices=[
            ("no", _("nie mam z kandydatem powiązań, które mogłyby budzić wątpliwości")),
            ("yes", _("jestem z kandydatem powiązany(-a) i wyłączam się z tej sprawy")),
        ],
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
    )
    reason = forms.CharField(
        label=_("Na czym polega powiązanie"),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def clean(self) -> dict[str, Any]:
        """A conflict is named."""
        cleaned = super().clean() or {}
        if cleaned.get("has_conflict") and not cleaned.get("reason"):
            self.add_error("reason", _("Napisz, na czym polega powiązanie."))
        return cleaned


class ScoreForm(forms.Form):
    """Points for each criterion, and why."""

    justification = forms.CharField(
        label=_("Uzasadnienie oceny"),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("Przeczyta je kapituła i organizator."),
    )

    def __init__(
        self, *args: Any, criteria: list[Criterion], complete: bool, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.criteria = criteria
        justification = self.fields.pop("justification")
        for row in criteria:
            self.fields[f"points_{row.pk}"] = forms.IntegerField(
                label=f"{row.name} ({row.scale_min}–{row.scale_max})",
                help_text=row.description,
                min_value=row.scale_min,
                max_value=row.scale_max,
                required=complete,
            )
        justification.required = complete
        self.fields["justification"] = justification

    @property
    def points(self) -> dict[int, int]:
        """Points that were given, by key of the criterion."""
        given = {row.pk: self.cleaned_data.get(f"points_{row.pk}") for row in self.criteria}
        return {key: value for key, value in given.items() if value is not None}


class MeetingForm(forms.ModelForm):
    """When, where, who came."""

    class Meta:
        model = Meeting
        fields = ["held_at", "place", "present", "minutes"]
        widgets = {
            "held_at": DateTimeInput(),
            "present": forms.CheckboxSelectMultiple,
            "minutes": forms.Textarea(attrs={"rows": 8}),
        }

    def __init__(self, *args: Any, edition: Edition, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        jurors = edition.jurors.filter(left_on__isnull=True, signed_at__isnull=False)
        cast(forms.ModelMultipleChoiceField, self.fields["present"]).queryset = jurors
        self.initial.setdefault("held_at", timezone.localtime().replace(second=0, microsecond=0))


class MotionForm(forms.ModelForm):
    """What is voted on."""

    class Meta:
        model = Motion
        fields = ["category", "nomination", "text"]

    def __init__(self, *args: Any, edition: Edition, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        categories = cast(forms.ModelChoiceField, self.fields["category"])
        categories.queryset = edition.categories.all()
        nominations = cast(forms.ModelChoiceField, self.fields["nomination"])
        nominations.queryset = Nomination.objects.standing().filter(category__edition=edition)
        nominations.empty_label = str(_("wniosek nie dotyczy jednego zgłoszenia"))

    def clean(self) -> dict[str, Any]:
        """The nomination belongs to the category."""
        cleaned = super().clean() or {}
        nomination, category = cleaned.get("nomination"), cleaned.get("category")
        if nomination and category and nomination.category_id != category.pk:
            self.add_error("nomination", _("To zgłoszenie jest w innej kategorii."))
        return cleaned


class AwardForm(forms.ModelForm):
    """A line of the verdict."""

    class Meta:
        model = Award
        fields = ["category", "nomination", "distinction", "name", "citation", "prize", "county"]
        widgets = {"citation": forms.Textarea(attrs={"rows": 5})}

    register_number = forms.CharField(
        label=_("KRS, NIP lub REGON"),
        required=False,
        max_length=20,
        help_text=_("Dla nagrody bez zgłoszenia: powiąże ją z profilem organizacji."),
    )

    def __init__(self, *args: Any, edition: Edition, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._choice("category").queryset = edition.categories.all()
        nominations = Nomination.objects.standing().filter(category__edition=edition)
        self._choice("nomination").queryset = nominations
        self.fields["name"].required = False
        self.fields["name"].help_text = _("Puste: kandydat ze zgłoszenia.")
        self._choice("county").queryset = self._choice("county").queryset.counties()  # type: ignore[union-attr]

    def _choice(self, name: str) -> forms.ModelChoiceField:
        return cast(forms.ModelChoiceField, self.fields[name])

    def clean(self) -> dict[str, Any]:
        """Somebody is awarded, in the right category."""
        cleaned = super().clean() or {}
        nomination, category = cleaned.get("nomination"), cleaned.get("category")
        if not nomination and not cleaned.get("name"):
            self.add_error("name", _("Wybierz zgłoszenie albo wpisz, komu przyznano nagrodę."))
        if nomination and category and nomination.category_id != category.pk:
            self.add_error("nomination", _("To zgłoszenie jest w innej kategorii."))
        if nomination and not cleaned.get("name"):
            cleaned["name"] = nomination.nominee_name
            self.instance.name = nomination.nominee_name
        if number := "".join(c for c in cleaned.get("register_number", "") if c.isdigit()):
            self.instance.organization = Organization.objects.published().filter(krs=number).first()
        return cleaned


class DescribeAwardForm(forms.ModelForm):
    """Citation, picture and film of a laureate."""

    picture = CheckedFileField(label=_("Zdjęcie"), allowed=PICTURES, required=False)

    class Meta:
        model = Award
        fields = ["citation", "prize", "video", "photo_text"]
        widgets = {"citation": forms.Textarea(attrs={"rows": 5})}

    field_order = ["citation", "prize", "picture", "photo_text", "video"]

    def clean(self) -> dict[str, Any]:
        """A picture is described for those who cannot see it."""
        cleaned = super().clean() or {}
        if cleaned.get("picture") and not cleaned.get("photo_text"):
            self.add_error("photo_text", _("Opisz, co widać na zdjęciu."))
        return cleaned
