"""Forms of those who want to come."""

from __future__ import annotations

from typing import Any, cast

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from events.domain import queries
from events.domain.registering import Newcomer
from events.models import (
    AgeGroup,
    Diet,
    Event,
    Gender,
    Registration,
    RegistrationMode,
    Sector,
)
from organizations.domain.queries import organizations_of
from organizations.models import Organization
from territory.models import Area

_FLAGS = {
    "ramp": _("wejście bez schodów"),
    "induction_loop": _("pętla indukcyjna"),
    "sign_language": _("tłumacz polskiego języka migowego"),
    "assistant": _("pomoc asystenta"),
}


class PersonForm(forms.Form):
    """Who comes; the organiser's own questions stand below, in a form of their own."""

    invitation_code = forms.CharField(label=_("Kod zaproszenia"), max_length=24)
    full_name = forms.CharField(label=_("Imię i nazwisko"), max_length=120)
    email = forms.EmailField(
        label=_("E-mail"), help_text=_("Tu wyślemy bilet i odnośnik do zmiany zgłoszenia.")
    )
    phone = forms.CharField(label=_("Telefon (nieobowiązkowo)"), max_length=40, required=False)
    sector = forms.ChoiceField(
        label=_("Kogo reprezentujesz"), choices=Sector.choices, widget=forms.RadioSelect
    )
    organization_name = forms.CharField(
        label=_("Nazwa organizacji lub urzędu"), max_length=300, required=False
    )
    county = forms.ModelChoiceField(
        label=_("Powiat"), queryset=Area.objects.none(), empty_label=_("wybierz")
    )
    gender = forms.ChoiceField(label=_("Płeć"), choices=Gender.choices, widget=forms.RadioSelect)
    age_group = forms.ChoiceField(
        label=_("Wiek"), choices=AgeGroup.choices, widget=forms.RadioSelect
    )
    flags = forms.MultipleChoiceField(
        label=_("Czego potrzebujesz, aby wziąć udział"),
        choices=list(_FLAGS.items()),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Nieobowiązkowe. Widzą to tylko organizatorzy, usuwamy po 14 dniach."),
    )
    diet = forms.ChoiceField(label=_("Dieta"), choices=Diet.choices, required=False)
    other_needs = forms.CharField(
        label=_("Inne potrzeby"),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    accepts_photos = forms.BooleanField(
        label=_("Zgadzam się na publikację zdjęć, na których będę"), required=False
    )
    accepts_listing = forms.BooleanField(
        label=_("Zgadzam się na pokazanie mnie na liście uczestników"), required=False
    )
    knows_privacy = forms.BooleanField(
        label=_("Wiem, kto i po co przetwarza moje dane (zakładka Prywatność)")
    )

    def __init__(
        self,
        *args: Any,
        event: Event,
        user: Any = None,
        registration: Registration | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.event = event
        cast(forms.ModelChoiceField, self.fields["county"]).queryset = Area.objects.counties()
        self._drop_what_is_not_asked(registration)
        if registration:
            self._fill(registration)
        elif user is not None and user.is_authenticated:
            self._fill_from_account(user)

    def clean(self) -> dict[str, Any]:
        """Institutions have a name."""
        cleaned = super().clean() or {}
        sector = cleaned.get("sector")
        if sector and sector != Sector.CITIZEN and not cleaned.get("organization_name"):
            self.add_error("organization_name", _("Podaj nazwę organizacji lub urzędu."))
        return cleaned

    def newcomer(self, answers: dict[str, Any] | None = None) -> Newcomer:
        """What the form says, for the domain."""
        data = self.cleaned_data
        name = data.get("organization_name", "")
        return Newcomer(
            full_name=data["full_name"],
            email=data["email"],
            phone=data["phone"],
            sector=data.get("sector", ""),
            organization_name=name,
            organization=queries.organizations_by_name(name) if name else None,
            county=data["county"],
            gender=data.get("gender", ""),
            age_group=data.get("age_group", ""),
            language=(get_language() or "pl")[:2],
            accepts_photos=data["accepts_photos"],
            accepts_listing=data.get("accepts_listing", False),
            needs=dict.fromkeys(data["flags"], True)
            | {"diet": data["diet"], "other": data["other_needs"]},
            answers=answers or {},
        )

    def _drop_what_is_not_asked(self, registration: Registration | None) -> None:
        event = self.event
        dropped = {
            "gender": not event.asks_gender,
            "age_group": not event.asks_age,
            "accepts_listing": not event.shows_participants,
            "invitation_code": event.registration_mode != RegistrationMode.INVITATION
            or registration is not None,
            "sector": registration is not None,
            "knows_privacy": registration is not None,
        }
        for name, is_dropped in dropped.items():
            if is_dropped:
                del self.fields[name]

    def _fill(self, registration: Registration) -> None:
        for name in (
            "full_name", "email", "phone", "organization_name", "county", "gender",
            "age_group", "accepts_photos", "accepts_listing",
        ):  # fmt: skip
            self.initial[name] = getattr(registration, name)
        needs = getattr(registration, "needs", None)
        if needs:
            self.initial["flags"] = [flag for flag in _FLAGS if getattr(needs, flag)]
            self.initial["diet"], self.initial["other_needs"] = needs.diet, needs.other

    def _fill_from_account(self, user: Any) -> None:
        self.initial.setdefault("full_name", user.display_name)
        self.initial.setdefault("email", user.email)
        self.initial.setdefault("phone", user.phone)
        organization = organizations_of(user).select_related("county").first()
        if organization:
            self.initial.setdefault("organization_name", organization.name)
            self.initial.setdefault("sector", Sector.NGO)
            self.initial.setdefault("county", organization.county_id)


class GroupForm(forms.Form):
    """Several people of one organization, a line each."""

    organization = forms.ModelChoiceField(
        label=_("Organizacja"), queryset=Organization.objects.none()
    )
    county = forms.ModelChoiceField(label=_("Powiat"), queryset=Area.objects.none())
    people = forms.CharField(
        label=_("Osoby"),
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("Każda w nowej linii: imię i nazwisko, przecinek, adres e-mail."),
    )
    invitation_code = forms.CharField(label=_("Kod zaproszenia"), max_length=24)
    accepts_photos = forms.BooleanField(
        label=_("Te osoby zgodziły się na publikację zdjęć"), required=False
    )
    knows_privacy = forms.BooleanField(
        label=_("Te osoby wiedzą, kto i po co przetwarza ich dane (zakładka Prywatność)")
    )

    def __init__(self, *args: Any, event: Event, user: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.event = event
        organizations = cast(forms.ModelChoiceField, self.fields["organization"])
        organizations.queryset = organizations_of(user)
        cast(forms.ModelChoiceField, self.fields["county"]).queryset = Area.objects.counties()
        first = organizations.queryset.first()
        if first:
            self.initial.setdefault("organization", first)
            self.initial.setdefault("county", first.county_id)
        if event.registration_mode != RegistrationMode.INVITATION:
            del self.fields["invitation_code"]

    def clean_people(self) -> list[tuple[str, str]]:
        """Names with addresses, each line checked."""
        found = []
        check = forms.EmailField(max_length=254)
        for number, line in enumerate(self.cleaned_data["people"].splitlines(), 1):
            if not line.strip():
                continue
            name, _comma, address = line.rpartition(",")
            try:
                found.append((name.strip()[:120], check.clean(address.strip())))
            except forms.ValidationError as error:
                raise forms.ValidationError(
                    _("Linia %(number)d: podaj imię i nazwisko, przecinek i adres e-mail."),
                    params={"number": number},
                ) from error
            if not name.strip():
                raise forms.ValidationError(
                    _("Linia %(number)d: podaj imię i nazwisko, przecinek i adres e-mail."),
                    params={"number": number},
                )
        if len(found) > self.event.group_limit:
            raise forms.ValidationError(
                _("W jednym zgłoszeniu może być najwyżej %(limit)d osób."),
                params={"limit": self.event.group_limit},
            )
        return found

    def newcomers(self) -> list[Newcomer]:
        """Everybody, for the domain."""
        data = self.cleaned_data
        return [
            Newcomer(
                full_name=name,
                email=address,
                sector=Sector.NGO,
                organization=data["organization"],
                organization_name=data["organization"].name,
                county=data["county"],
                language=(get_language() or "pl")[:2],
                accepts_photos=data["accepts_photos"],
            )
            for name, address in data["people"]
        ]


class WalkInForm(forms.Form):
    """Somebody at the door; only what the list needs."""

    full_name = forms.CharField(label=_("Imię i nazwisko"), max_length=120)
    email = forms.EmailField(label=_("E-mail (nieobowiązkowo)"), required=False)
    sector = forms.ChoiceField(
        label=_("Kogo reprezentuje"), choices=Sector.choices, widget=forms.RadioSelect
    )
    organization_name = forms.CharField(
        label=_("Nazwa organizacji lub urzędu"), max_length=300, required=False
    )
    county = forms.ModelChoiceField(label=_("Powiat"), queryset=Area.objects.none(), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cast(forms.ModelChoiceField, self.fields["county"]).queryset = Area.objects.counties()

    def newcomer(self) -> Newcomer:
        """What the form says, for the domain."""
        return Newcomer(**self.cleaned_data)


class FeedbackForm(forms.Form):
    """How a session was."""

    rating = forms.TypedChoiceField(
        label=_("Ocena"),
        coerce=int,
        widget=forms.RadioSelect,
        choices=[
            (5, _("5 – bardzo dobra")),
            (4, _("4 – dobra")),
            (3, _("3 – średnia")),
            (2, _("2 – słaba")),
            (1, _("1 – bardzo słaba")),
        ],
    )
    comment = forms.CharField(
        label=_("Komentarz (nieobowiązkowo)"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
