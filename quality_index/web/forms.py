"""Forms of assessments; rules that need the database stand in ``domain``."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

from django import forms
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from documents.forms import CheckedFileField
from documents.uploads.kinds import SHEETS
from organizations.domain.queries import public_bodies_of
from organizations.models import PublicBody
from quality_index.domain.questionnaires import newest_published
from quality_index.domain.scores import Answer
from quality_index.models import (
    Action,
    ActionStatus,
    AgreedScore,
    Assessment,
    Group,
    IndexArea,
    Indicator,
    QuestionnaireVersion,
    Score,
    Seat,
    Side,
    VersionState,
)

NOT_APPLICABLE = "nd"
EVIDENCE_KINDS = frozenset({"pdf", "docx", "odt", "xlsx", "ods", "png", "jpeg"})
EVIDENCE_BYTES = 10 * 1024 * 1024


class DateInput(forms.DateInput):
    """The browser's own date field, in the format that it requires."""

    input_type = "date"

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(format="%Y-%m-%d", **kwargs)


class AssessmentForm(forms.ModelForm):
    """Which office, which year, by which questionnaire, until when."""

    class Meta:
        model = Assessment
        fields = [
            "body",
            "year",
            "version",
            "purpose",
            "scores_until_on",
            "minimum_administration",
            "minimum_ngo",
        ]
        widgets = {"purpose": forms.Textarea(attrs={"rows": 4}), "scores_until_on": DateInput()}

    def __init__(self, *args: Any, user: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        bodies = cast(forms.ModelChoiceField, self.fields["body"])
        bodies.queryset = PublicBody.objects.all() if user.is_staff else public_bodies_of(user)
        versions = cast(forms.ModelChoiceField, self.fields["version"])
        versions.queryset = QuestionnaireVersion.objects.filter(state=VersionState.PUBLISHED)
        self.fields["scores_until_on"].required = True
        if self.instance.pk is None:
            self.initial.setdefault("year", timezone.localdate().year - 1)
            self.initial.setdefault("version", newest_published())
            if bodies.queryset.count() == 1:
                self.initial.setdefault("body", bodies.queryset.first())

    def clean_scores_until_on(self) -> Any:
        """Members need at least the rest of today."""
        until = self.cleaned_data["scores_until_on"]
        if until < timezone.localdate():
            raise forms.ValidationError(_("Ten dzień już minął."))
        return until


class SeatForm(forms.ModelForm):
    """A member of the team."""

    class Meta:
        model = Seat
        fields = ["name", "email", "group", "side", "represents", "is_recorder"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        side = cast(forms.ChoiceField, self.fields["side"])
        side.required = False
        side.choices = [("", _("wynika z grupy")), *Side.choices]
        side.help_text = _("Wybierz tylko przy członku rady: zasiadają w niej obie strony.")

    def clean(self) -> dict[str, Any]:
        """Most groups have one side; the council has both."""
        cleaned = super().clean() or {}
        group, side = cleaned.get("group"), cleaned.get("side")
        if not group:
            return cleaned
        if group == Group.COUNCIL and not side:
            self.add_error("side", _("Wskaż, po której stronie zasiada członek rady."))
        if group != Group.COUNCIL:
            cleaned["side"] = Side.NGO if group == Group.NGO else Side.ADMINISTRATION
        return cleaned


class ReasonForm(forms.Form):
    """A reason for a change of stage."""

    reason = forms.CharField(
        label=_("Powód"), max_length=2000, widget=forms.Textarea(attrs={"rows": 3})
    )

    def __init__(self, *args: Any, needs_reason: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not needs_reason:
            del self.fields["reason"]


class DeadlineForm(forms.Form):
    """A later last day of scoring, and why."""

    until = forms.DateField(label=_("Nowy ostatni dzień"), widget=DateInput())
    reason = forms.CharField(
        label=_("Powód"), max_length=2000, widget=forms.Textarea(attrs={"rows": 3})
    )


class AreaScoresForm(forms.Form):
    """All indicators of one area: a level or "does not apply", and a comment."""

    def __init__(
        self, *args: Any, indicators: list[Indicator], scores: Mapping[int, Score], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.indicators = indicators
        for indicator in indicators:
            score = scores.get(indicator.pk)
            self.fields[f"ocena_{indicator.key}"] = forms.ChoiceField(
                label=indicator.label,
                choices=_levels(indicator),
                widget=forms.RadioSelect,
                required=False,
                initial=_chosen(score),
            )
            self.fields[f"komentarz_{indicator.key}"] = forms.CharField(
                label=_("Komentarz"),
                required=False,
                max_length=4000,
                widget=forms.Textarea(attrs={"rows": 2}),
                initial=score.comment if score else "",
                help_text=_("Co za tym przemawia? Przy „nie dotyczy” napisz, dlaczego."),
            )

    @property
    def questions(self) -> list[dict[str, Any]]:
        """Each indicator with its two fields."""
        return [
            {
                "indicator": row,
                "level": self[f"ocena_{row.key}"],
                "comment": self[f"komentarz_{row.key}"],
            }
            for row in self.indicators
        ]

    def clean(self) -> dict[str, Any]:
        """What does not apply needs a reason; a comment alone is no score."""
        cleaned = super().clean() or {}
        for row in self.indicators:
            chosen = cleaned.get(f"ocena_{row.key}")
            comment = cleaned.get(f"komentarz_{row.key}", "")
            if chosen == NOT_APPLICABLE and not comment:
                self.add_error(f"komentarz_{row.key}", _("Napisz, dlaczego to nie dotyczy."))
            if not chosen and comment:
                self.add_error(f"ocena_{row.key}", _("Wybierz poziom albo „nie dotyczy”."))
        return cleaned

    def answers(self) -> dict[Indicator, Answer]:
        """What the member said; indicators left empty are not there."""
        return {
            row: Answer(
                None if chosen == NOT_APPLICABLE else int(chosen),
                self.cleaned_data.get(f"komentarz_{row.key}", ""),
            )
            for row in self.indicators
            if (chosen := self.cleaned_data.get(f"ocena_{row.key}"))
        }


class AgreedForm(forms.Form):
    """What the team agreed on one indicator."""

    level = forms.ChoiceField(label=_("Uzgodniony poziom"), choices=[], widget=forms.RadioSelect)
    reasons = forms.CharField(
        label=_("Uzasadnienie"),
        required=False,
        max_length=8000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Co przekonało zespół. Będzie widoczne po publikacji."),
    )
    dissent = forms.CharField(
        label=_("Zdanie odrębne"),
        required=False,
        max_length=8000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Kto i dlaczego myśli inaczej."),
    )
    revision = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def __init__(
        self, *args: Any, indicator: Indicator, agreed: AgreedScore | None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        cast(forms.ChoiceField, self.fields["level"]).choices = _levels(indicator)
        self.initial.setdefault("revision", agreed.revision if agreed else 0)
        if agreed is not None:
            level = NOT_APPLICABLE if agreed.not_applicable else str(agreed.value)
            known = {"level": level, "reasons": agreed.reasons, "dissent": agreed.dissent}
            self.initial.update(known)

    def clean(self) -> dict[str, Any]:
        """What does not apply needs a reason."""
        cleaned = super().clean() or {}
        if cleaned.get("level") == NOT_APPLICABLE and not cleaned.get("reasons"):
            self.add_error("reasons", _("Napisz, dlaczego to nie dotyczy."))
        return cleaned

    @property
    def value(self) -> int | None:
        """The level, or None for what does not apply."""
        level = self.cleaned_data["level"]
        return None if level == NOT_APPLICABLE else int(level)


class EvidenceForm(forms.Form):
    """A file or a link, and the indicators that it supports."""

    title = forms.CharField(label=_("Co to jest"), max_length=200)
    link = forms.URLField(
        label=_("Adres w internecie lub na portalu"),
        required=False,
        max_length=500,
    )
    file = CheckedFileField(
        label=_("Plik"), required=False, allowed=EVIDENCE_KINDS, max_bytes=EVIDENCE_BYTES
    )
    indicators = forms.ModelMultipleChoiceField(
        label=_("Wskaźniki, które potwierdza"),
        queryset=Indicator.objects.none(),
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, assessment: Assessment, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = cast(forms.ModelMultipleChoiceField, self.fields["indicators"])
        field.queryset = assessment.version.indicators.all()

    def clean(self) -> dict[str, Any]:
        """One or the other is needed."""
        cleaned = super().clean() or {}
        if not self.errors and not cleaned.get("link") and not cleaned.get("file"):
            raise forms.ValidationError(_("Podaj adres albo dodaj plik."))
        return cleaned


class ActionForm(forms.ModelForm):
    """One step of the improvement plan."""

    class Meta:
        model = Action
        fields = [
            "title", "indicator", "owner_name", "owner_email", "due_on", "status", "outcome",
        ]  # fmt: skip
        widgets = {"due_on": DateInput(), "outcome": forms.Textarea(attrs={"rows": 3})}

    def __init__(self, *args: Any, assessment: Assessment, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.instance.assessment = assessment
        field = cast(forms.ModelChoiceField, self.fields["indicator"])
        field.queryset = assessment.version.indicators.all()
        field.empty_label = _("cała współpraca")

    def clean(self) -> dict[str, Any]:
        """What was given up needs a word why."""
        cleaned = super().clean() or {}
        if cleaned.get("status") == ActionStatus.DROPPED and not cleaned.get("outcome"):
            self.add_error("outcome", _("Napisz, dlaczego zaniechano tego działania."))
        return cleaned


class TargetsForm(forms.Form):
    """Where the body wants each area to be next year."""

    def __init__(
        self, *args: Any, areas: list[IndexArea], targets: Mapping[int, Any], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.areas = areas
        for area in areas:
            self.fields[area.key] = forms.DecimalField(
                label=area.label,
                min_value=0,
                max_value=100,
                decimal_places=1,
                required=False,
                initial=targets.get(area.pk),
                help_text=_("Punkty od 0 do 100; puste, gdy nie ma celu."),
            )


class SurveyForm(forms.Form):
    """Until when NGOs may answer."""

    closes_on = forms.DateField(label=_("Ostatni dzień"), widget=DateInput())

    def clean_closes_on(self) -> Any:
        """People need at least the rest of today."""
        day = self.cleaned_data["closes_on"]
        if day < timezone.localdate():
            raise forms.ValidationError(_("Ten dzień już minął."))
        return day


class OpinionForm(forms.Form):
    """The questions of a survey on the scale of the index."""

    def __init__(self, *args: Any, questions: list[dict[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for question in questions:
            self.fields[question["key"]] = forms.ChoiceField(
                label=question["text"],
                widget=forms.RadioSelect,
                choices=[
                    ("0", _("0 – zdecydowanie nie")),
                    ("1", _("1 – raczej nie")),
                    ("2", _("2 – trochę tak, trochę nie")),
                    ("3", _("3 – raczej tak")),
                    ("4", _("4 – zdecydowanie tak")),
                    ("", _("nie wiem")),
                ],
                required=False,
            )

    def values(self) -> dict[str, int | None]:
        """Levels by the key of the question; None for "I do not know"."""
        return {key: int(value) if value else None for key, value in self.cleaned_data.items()}


class SheetForm(forms.Form):
    """A workbook with scores of a past year."""

    year = forms.IntegerField(label=_("Rok"), min_value=2010, max_value=2100)
    version = forms.ModelChoiceField(
        label=_("Kwestionariusz"),
        queryset=QuestionnaireVersion.objects.filter(state=VersionState.PUBLISHED),
        initial=newest_published,
    )
    sheet = CheckedFileField(
        label=_("Arkusz XLSX"),
        allowed=SHEETS & {"xlsx"},
        help_text=_("W takim układzie, jak arkusz pobrany z oceny: kolumny „klucz” i „ocena”."),
    )


class QuestionnaireForm(forms.Form):
    """A file with a new version of the questionnaire."""

    source = forms.FileField(
        label=_("Plik YAML lub XLSX"),
        help_text=_("Najprościej pobrać obecną wersję jako XLSX, zmienić ją i wczytać."),
    )


def _levels(indicator: Indicator) -> list[tuple[str, Any]]:
    described = [
        (str(level), format_html("<strong>{}</strong> {}", level, text))
        for level, text in enumerate(indicator.levels)
    ]
    return [*described, (NOT_APPLICABLE, _("nie dotyczy"))]


def _chosen(score: Score | None) -> str:
    if score is None:
        return ""
    return NOT_APPLICABLE if score.not_applicable else str(score.value)
