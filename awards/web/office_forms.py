"""Forms of the office: competitions, editions, categories, decisions."""

from __future__ import annotations

from datetime import timedelta
from typing import Any, cast

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from awards.models import (
    Category,
    Competition,
    Criterion,
    Edition,
    Nomination,
    NominatorKind,
    NomineeKind,
)
from documents.forms import CheckedFileField
from events.models import Event
from notifications.domain.letters import absolute
from open_data.public_api import EVERYBODY
from organizations.domain.queries import public_bodies_of
from organizations.models import PublicBody
from pages.forms import DateInput, DateTimeInput
from surveys.models import Version, VersionState


def _offices(user: Any) -> Any:
    return PublicBody.objects.all() if user.is_staff else public_bodies_of(user)


class ReadyCompetitionForm(forms.Form):
    """The ready competition needs only these."""

    public_body = forms.ModelChoiceField(label=_("Organizator"), queryset=PublicBody.objects.none())
    contact_email = forms.EmailField(label=_("E-mail do kontaktu"))
    first_day = forms.DateField(label=_("Zgłoszenia od"), widget=DateInput())

    def __init__(self, *args: Any, user: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        bodies = cast(forms.ModelChoiceField, self.fields["public_body"])
        bodies.queryset = _offices(user)
        self.initial.setdefault("first_day", timezone.localdate() + timedelta(days=14))
        if bodies.queryset.count() == 1:
            self.initial.setdefault("public_body", bodies.queryset.first())


class CompetitionForm(forms.ModelForm):
    """What the competition is."""

    class Meta:
        model = Competition
        fields = [
            "name",
            "public_body",
            "summary",
            "description",
            "contact_email",
            "contact_phone",
        ]
        widgets = {"description": forms.Textarea(attrs={"rows": 8})}

    def __init__(self, *args: Any, user: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cast(forms.ModelChoiceField, self.fields["public_body"]).queryset = _offices(user)


class EditionForm(forms.ModelForm):
    """Dates, terms and the gala, which may be an event of the portal."""

    event = forms.ModelChoiceField(
        label=_("Gala jako wydarzenie na portalu"),
        queryset=Event.objects.none(),
        required=False,
        help_text=_("Wybrane wydarzenie wypełni adres strony gali."),
    )

    class Meta:
        model = Edition
        fields = [
            "year",
            "opens_on",
            "closes_on",
            "scoring_until",
            "results_at",
            "votes_from",
            "votes_until",
            "consent_days",
            "completion_days",
            "appeal_days",
            "gala_title",
            "gala_place",
            "gala_event",
            "resolution",
        ]
        widgets = {
            "opens_on": DateInput(),
            "closes_on": DateInput(),
            "scoring_until": DateInput(),
            "results_at": DateTimeInput(),
            "votes_from": DateTimeInput(),
            "votes_until": DateTimeInput(),
        }

    # What stands once the edition has opened.
    SETTLED = ("year", "opens_on", "closes_on", "results_at")

    def __init__(self, *args: Any, is_settled: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        events = cast(forms.ModelChoiceField, self.fields["event"])
        events.queryset = Event.objects.visible_to(EVERYBODY).order_by("-pk")
        if is_settled:
            for name in self.SETTLED:
                del self.fields[name]

    def clean(self) -> dict[str, Any]:
        """Dates in the order of an edition's life."""
        cleaned = super().clean() or {}
        if event := cleaned.get("event"):
            cleaned["gala_event"] = absolute(event.get_absolute_url())
        closes_on, results_at = cleaned.get("closes_on"), cleaned.get("results_at")
        if closes_on and results_at and timezone.localdate(results_at) <= closes_on:
            self.add_error("results_at", _("Wyniki można ogłosić dopiero po zamknięciu zgłoszeń."))
        until = cleaned.get("votes_until")
        results_at = results_at or self.instance.results_at
        if until and results_at and until > results_at:
            self.add_error("votes_until", _("Głosowanie musi się skończyć przed wynikami."))
        return cleaned


class CategoryForm(forms.ModelForm):
    """The rules of a category."""

    nominee_kinds = forms.MultipleChoiceField(
        label=_("Kogo można zgłosić"),
        choices=NomineeKind.choices,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    nominator_kinds = forms.MultipleChoiceField(
        label=_("Kto może zgłaszać"),
        choices=NominatorKind.choices,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    class Meta:
        model = Category
        fields = [
            "name",
            "description",
            "position",
            "without_nomination",
            "nominee_kinds",
            "nominator_kinds",
            "allows_self_nomination",
            "nominations_limit",
            "closes_on",
            "eligibility",
            "form",
            "attachments_limit",
            "attachments_help",
            "recommendations_limit",
            "is_anonymous",
            "shows_nominees",
            "has_public_vote",
            "jury_size",
            "least_evaluations",
            "least_score",
            "ranking",
            "tie_rule",
            "laureates_limit",
            "prizes",
        ]
        widgets = {
            "description": forms.Textarea(attrs={"rows": 5}),
            "closes_on": DateInput(),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        published = Version.objects.filter(state=VersionState.PUBLISHED).order_by(
            "title", "-number"
        )
        for name in ("form", "eligibility"):
            cast(forms.ModelChoiceField, self.fields[name]).queryset = published

    def clean(self) -> dict[str, Any]:
        """A category with nominations says whom and who; its term lies within the edition's."""
        cleaned = super().clean() or {}
        if not cleaned.get("without_nomination"):
            for name in ("nominee_kinds", "nominator_kinds"):
                if not cleaned.get(name):
                    self.add_error(name, _("Zaznacz co najmniej jedno."))
        closes_on = cleaned.get("closes_on")
        if closes_on and closes_on > self.instance.edition.closes_on:
            self.add_error("closes_on", _("Nie później niż w całej edycji."))
        if cleaned.get("has_public_vote") and not cleaned.get("shows_nominees"):
            self.add_error(
                "shows_nominees", _("Publiczność głosuje tylko na publicznych kandydatów.")
            )
        return cleaned


class CriterionForm(forms.ModelForm):
    """One criterion."""

    class Meta:
        model = Criterion
        fields = ["name", "description", "weight", "scale_min", "scale_max", "position"]
        widgets = {"description": forms.Textarea(attrs={"rows": 2})}


CriteriaFormSet = forms.inlineformset_factory(
    Category, Criterion, form=CriterionForm, extra=2, can_delete=True
)


class RegulationsForm(forms.Form):
    """A rules document of one's own, or the one that the portal writes."""

    file = CheckedFileField(label=_("Plik regulaminu"), allowed=frozenset({"pdf"}), required=False)
    note = forms.CharField(label=_("Co się zmieniło"), max_length=300, required=False)


class EditionStageForm(forms.Form):
    """A reason for a change of stage."""

    reason = forms.CharField(
        label=_("Powód"), max_length=2000, widget=forms.Textarea(attrs={"rows": 3})
    )

    def __init__(self, *args: Any, needs_reason: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not needs_reason:
            del self.fields["reason"]


class PostponeForm(forms.Form):
    """Another moment for the results, and why."""

    results_at = forms.DateTimeField(label=_("Nowa chwila ogłoszenia"), widget=DateTimeInput())
    reason = forms.CharField(
        label=_("Powód"), max_length=2000, widget=forms.Textarea(attrs={"rows": 3})
    )


class DecisionForm(forms.Form):
    """A decision of the formal check; all but acceptance need words."""

    CHOICES = [
        ("accept", _("Spełnia wymogi formalne")),
        ("complete", _("Wezwij do uzupełnienia")),
        ("reject", _("Odrzuć")),
        ("take_back", _("Cofnij przyjęcie")),
        ("grant", _("Uznaj odwołanie")),
        ("dismiss", _("Oddal odwołanie")),
    ]
    decision = forms.ChoiceField(label=_("Decyzja"), widget=forms.RadioSelect)
    reason = forms.CharField(
        label=_("Uzasadnienie"),
        max_length=4000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Zgłaszający przeczyta je w całości. Przy przyjęciu może być puste."),
    )
    days = forms.IntegerField(
        label=_("Dni na uzupełnienie"), min_value=1, max_value=60, required=False
    )

    def __init__(self, *args: Any, allowed: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cast(forms.ChoiceField, self.fields["decision"]).choices = [
            row for row in self.CHOICES if row[0] in allowed
        ]
        if "complete" not in allowed:
            del self.fields["days"]

    def clean(self) -> dict[str, Any]:
        """Words where they are due."""
        cleaned = super().clean() or {}
        if cleaned.get("decision") not in (None, "accept") and not cleaned.get("reason"):
            self.add_error("reason", _("Uzasadnij tę decyzję."))
        return cleaned


class MergeForm(forms.Form):
    """Which nomination takes this one in."""

    into = forms.ModelChoiceField(
        label=_("Dołącz do zgłoszenia"), queryset=Nomination.objects.none()
    )

    def __init__(self, *args: Any, choices: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cast(forms.ModelChoiceField, self.fields["into"]).queryset = choices
