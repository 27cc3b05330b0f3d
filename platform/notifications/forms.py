"""The preferences page's form: one row for each kind, and what holds for all."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django import forms
from django.db import transaction
from django.forms import BoundField
from django.http import QueryDict
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from notifications import topics
from notifications.domain import preferences, subscriptions
from notifications.domain.preferences import Choice, ChosenKind
from notifications.domain.web_push import sender_keys
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


@dataclass(frozen=True)
class KindRow:
    """One line of the table: a kind with its fields and the words for its default."""

    chosen: ChosenKind
    inbox: BoundField
    email: BoundField
    push: BoundField | None
    default_text: str


class PreferencesForm(GeneralForm):
    """General choices and the fields of each registered kind."""

    def __init__(self, data: QueryDict | None, *, user: User) -> None:
        self.user = user
        self.chosen = preferences.chosen_kinds(user)
        self.with_push = sender_keys.is_configured()
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
        if self.with_push:
            self.fields[f"{kind.key}-push"] = forms.BooleanField(
                label=_("Urządzenie"), required=False, initial=choice.push
            )

    def groups(self) -> list[tuple[str, list[KindRow], int]]:
        """Kinds with their fields, gathered by group, and how many of them were changed."""
        found: dict[str, list[KindRow]] = {}
        for chosen in self.chosen:
            found.setdefault(str(chosen.kind.group), []).append(self._row(chosen))
        return [
            (group, rows, sum(not row.chosen.is_default for row in rows))
            for group, rows in found.items()
        ]

    def _row(self, chosen: ChosenKind) -> KindRow:
        key = chosen.kind.key
        return KindRow(
            chosen=chosen,
            inbox=self[f"{key}-inbox"],
            email=self[f"{key}-email"],
            push=self[f"{key}-push"] if self.with_push else None,
            default_text=self._words_for(chosen.default),
        )

    def _words_for(self, default: Choice) -> str:
        """The default in words: "skrzynka, e-mail od razu"."""
        words = [gettext("skrzynka")] if default.inbox else []
        if default.email != EmailPace.NEVER:
            words.append(gettext("e-mail %(pace)s") % {"pace": EmailPace(default.email).label})
        if default.push and self.with_push:
            words.append(gettext("urządzenie"))
        return ", ".join(words) or gettext("nic")

    def general_fields(self) -> list[BoundField]:
        """The fields that hold for all kinds."""
        return [self[name] for name in GeneralForm.base_fields]

    @transaction.atomic
    def save(self) -> None:
        """Keep everything."""
        data = self.cleaned_data
        preferences.set_general(self.user, **{name: data[name] for name in GeneralForm.base_fields})
        preferences.choose(
            self.user,
            {chosen.kind.key: self._choice(chosen) for chosen in self.chosen},
        )

    def _choice(self, chosen: ChosenKind) -> Choice:
        """What was ticked; what could not be seen stays as it was."""
        key, data = chosen.kind.key, self.cleaned_data
        return Choice(
            inbox=data[f"{key}-inbox"],
            email=data[f"{key}-email"],
            push=data.get(f"{key}-push", chosen.choice.push),
        )


class DeviceForm(forms.Form):
    """What a browser hands over when its owner turns notices on."""

    name = forms.CharField(label=_("Nazwa urządzenia"), max_length=60)
    endpoint = forms.CharField(max_length=1000, widget=forms.HiddenInput)
    public_key = forms.CharField(max_length=100, widget=forms.HiddenInput)
    secret = forms.CharField(max_length=40, widget=forms.HiddenInput)


class DeviceNameForm(forms.Form):
    """Another name for a device."""

    name = forms.CharField(label=_("Nazwa urządzenia"), max_length=60)


class TopicsForm(forms.Form):
    """One list of boxes for each group of topics."""

    def __init__(self, data: QueryDict | None, *, user: User) -> None:
        super().__init__(data)
        self.user = user
        for group in topics.all_groups():
            self.fields[group.key] = forms.MultipleChoiceField(
                label=str(group.label),
                required=False,
                choices=[(str(row.pk), str(row)) for row in group.rows()],
                initial=sorted(subscriptions.followed_keys(user, group)),
                widget=forms.CheckboxSelectMultiple,
            )

    @transaction.atomic
    def save(self) -> None:
        """Follow what is ticked and nothing else."""
        for group in topics.all_groups():
            subscriptions.follow_exactly(self.user, group, self.cleaned_data[group.key])
