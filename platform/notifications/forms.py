"""The preferences page's form: one row for each kind, and what holds for all."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db import transaction
from django.forms import BoundField
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from notifications.domain import preferences
from notifications.domain.preferences import Choice
from notifications.kinds import Kind
from notifications.models import EmailPace


class GeneralForm(forms.Form):
    """Choices that hold for all kinds."""

    email_paused = forms.BooleanField(
        label=_("Wstrzymaj wszystkie e-maile"),
        required=False,
        help_text=_("Nie dotyczy wiadomości potrzebnych do zalogowania."),
    )
    quiet_from = forms.TimeField(
        label=_("Cisza od"),
        required=False,
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
        help_text=_("E-maile z tych godzin przyjdą po ich zakończeniu."),
    )
    quiet_until = forms.TimeField(
        label=_("Cisza do"),
        required=False,
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
    )

    def clean(self) -> dict[str, Any]:
        """Quiet hours have a beginning and an end."""
        data = super().clean() or {}
        if self.errors:
            return data
        if (data.get("quiet_from") is None) != (data.get("quiet_until") is None):
            missing = "quiet_until" if data.get("quiet_from") else "quiet_from"
            self.add_error(missing, _("Podaj i początek, i koniec ciszy."))
        elif data.get("quiet_from") and data["quiet_from"] == data["quiet_until"]:
            self.add_error("quiet_until", _("Koniec ciszy musi być inny niż jej początek."))
        return data


class PreferencesForm(GeneralForm):
    """General choices and a pair of fields for each registered kind."""

    def __init__(self, data: QueryDict | None, *, user: User) -> None:
        self.user = user
        self.chosen = preferences.chosen_kinds(user)
        settings = preferences.settings_of(user)
        initial = {
            "email_paused": settings.email_paused,
            "quiet_from": settings.quiet_from,
            "quiet_until": settings.quiet_until,
        }
        super().__init__(data, initial=initial)
        for chosen in self.chosen:
            self._add_fields(chosen.kind, chosen.choice)

    def _add_fields(self, kind: Kind, choice: Choice) -> None:
        self.fields[f"{kind.key}-inbox"] = forms.BooleanField(
            label=_("Skrzynka na portalu"), required=False, initial=choice.inbox
        )
        self.fields[f"{kind.key}-email"] = forms.ChoiceField(
            label=_("E-mail"), choices=EmailPace.choices, initial=choice.email
        )

    def groups(self) -> list[tuple[str, list[tuple[Kind, BoundField, BoundField]]]]:
        """Kinds with their two fields, gathered by group, for the template."""
        found: dict[str, list[tuple[Kind, BoundField, BoundField]]] = {}
        for chosen in self.chosen:
            key = chosen.kind.key
            row = (chosen.kind, self[f"{key}-inbox"], self[f"{key}-email"])
            found.setdefault(str(chosen.kind.group), []).append(row)
        return list(found.items())

    def general_fields(self) -> list[BoundField]:
        """The fields that hold for all kinds."""
        return [self[name] for name in GeneralForm.base_fields]

    @transaction.atomic
    def save(self) -> None:
        """Keep everything."""
        data = self.cleaned_data
        preferences.set_general(self.user, **{name: data[name] for name in GeneralForm.base_fields})
        choices = {
            chosen.kind.key: Choice(
                inbox=data[f"{chosen.kind.key}-inbox"], email=data[f"{chosen.kind.key}-email"]
            )
            for chosen in self.chosen
        }
        preferences.choose(self.user, choices)
