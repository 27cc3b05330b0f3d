"""Forms of meetings, votes, polls, calls and documents."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any, cast

from django import forms
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from documents.forms import CheckedFileField
from organizations.domain.queries import organizations_of, public_bodies_of
from pages.forms import DateInput, DateTimeInput
from standards.models import (
    ActionPoint,
    Choice,
    CircularVote,
    DatePoll,
    Fits,
    Meeting,
    Member,
    MemberApplication,
    MemberCall,
    Presence,
    Side,
    Standard,
    WorkingGroup,
)
from standards.web.uploads import ANY_FILE
from territory.models import Area


class MeetingForm(forms.ModelForm):
    """When, where, about what."""

    class Meta:
        model = Meeting
        fields = ["title", "starts_at", "ends_at", "place", "county", "online_link", "agenda"]
        widgets = {
            "starts_at": DateTimeInput(),
            "ends_at": DateTimeInput(),
            "agenda": forms.Textarea(attrs={"rows": 6}),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        counties = cast(forms.ModelChoiceField, self.fields["county"])
        counties.queryset = Area.objects.counties()

    def clean(self) -> dict[str, Any]:
        """An end after the beginning."""
        cleaned = super().clean() or {}
        starts, ends = cleaned.get("starts_at"), cleaned.get("ends_at")
        if starts and ends and ends <= starts:
            self.add_error("ends_at", _("Koniec musi być po początku."))
        return cleaned


class AttendanceForm(forms.Form):
    """Who of the members came, which guests, and how long it took."""

    hours = forms.DecimalField(
        label=_("Ile godzin trwało spotkanie"), min_value=0.5, max_digits=4, decimal_places=1
    )
    ngo_guests = forms.CharField(
        label=_("Goście ze strony organizacji"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Każda osoba w osobnym wierszu."),
    )
    administration_guests = forms.CharField(
        label=_("Goście ze strony administracji"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Każda osoba w osobnym wierszu."),
    )

    def __init__(self, *args: Any, meeting: Meeting, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        day = timezone.localdate(meeting.starts_at)
        self.members = [m for m in meeting.group.members.all() if m.is_current_on(day)]
        known = list(meeting.attendance.all())
        presence = {row.member_id: row.presence for row in known}
        for member in self.members:
            self.fields[f"member_{member.pk}"] = forms.ChoiceField(
                label=f"{member.name} ({member.get_side_display()})",
                choices=Presence.choices,
                initial=presence.get(member.pk, Presence.PRESENT),
            )
        self.order_fields(["hours", *(f"member_{member.pk}" for member in self.members)])
        length = meeting.ends_at - meeting.starts_at
        self.initial["hours"] = meeting.hours or round(length / timedelta(hours=1), 1)
        for side in Side:
            guests = [row.name for row in known if row.member_id is None and row.side == side]
            self.initial[f"{side}_guests"] = "\n".join(guests)

    def presences(self) -> dict[Member, str]:
        """The answer about each member."""
        return {member: self.cleaned_data[f"member_{member.pk}"] for member in self.members}

    def guest_names(self, side: Side) -> list[str]:
        """The guests of a side."""
        lines = self.cleaned_data[f"{side}_guests"].splitlines()
        return [line.strip()[:120] for line in lines if line.strip()]


class DecisionForm(forms.Form):
    """What was decided."""

    text = forms.CharField(
        label=_("Treść ustalenia"), max_length=3000, widget=forms.Textarea(attrs={"rows": 3})
    )


class ActionForm(forms.ModelForm):
    """Who does what until when."""

    class Meta:
        model = ActionPoint
        fields = ["text", "owner", "due_on"]
        widgets = {"due_on": DateInput()}

    def __init__(self, *args: Any, group: WorkingGroup, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cast(forms.ModelChoiceField, self.fields["owner"]).queryset = group.members.current()


class MeetingFileForm(forms.Form):
    """A file of the meeting."""

    title = forms.CharField(label=_("Tytuł"), max_length=200)
    upload = CheckedFileField(label=_("Plik"), allowed=ANY_FILE)
    is_public = forms.BooleanField(label=_("Publiczny"), required=False)


class DocumentForm(forms.Form):
    """A new document: a text to write together, or a file."""

    title = forms.CharField(label=_("Tytuł"), max_length=200)
    standard = forms.ModelChoiceField(
        label=_("Projekt standardu"),
        queryset=Standard.objects.none(),
        required=False,
        empty_label=_("nie dotyczy standardu"),
    )
    text = forms.CharField(
        label=_("Treść"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 12}),
        help_text=_("Wpisz tekst albo dodaj plik."),
    )
    upload = CheckedFileField(label=_("Plik"), allowed=ANY_FILE, required=False)

    def __init__(self, *args: Any, group: WorkingGroup, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cast(forms.ModelChoiceField, self.fields["standard"]).queryset = group.standards.all()

    def clean(self) -> dict[str, Any]:
        """One of both."""
        cleaned = super().clean() or {}
        both_or_none = bool(cleaned.get("text", "").strip()) == bool(cleaned.get("upload"))
        if both_or_none and "upload" not in self.errors:
            self.add_error("text", _("Wpisz treść albo dodaj plik, jedno z dwóch."))
        return cleaned


class TextForm(forms.Form):
    """The text of a document as the person edits it; ``seen`` is the version they began with."""

    text = forms.CharField(label=_("Treść"), strip=False, widget=forms.Textarea(attrs={"rows": 22}))
    note = forms.CharField(label=_("Co się zmieniło"), max_length=300, required=False)
    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def clean_text(self) -> str:
        """Browsers send lines as CRLF; what did not change must stay equal."""
        text: str = self.cleaned_data["text"]
        return text.replace("\r\n", "\n").rstrip()


class NewFileForm(forms.Form):
    """The next version of a file."""

    upload = CheckedFileField(label=_("Plik"), allowed=ANY_FILE)
    note = forms.CharField(label=_("Co się zmieniło"), max_length=300, required=False)


class CommentForm(forms.Form):
    """What a member says about a version."""

    quote = forms.CharField(
        label=_("Którego fragmentu dotyczy"),
        max_length=300,
        required=False,
        help_text=_("Np. § 3 ust. 2."),
    )
    text = forms.CharField(
        label=_("Komentarz"), max_length=5000, widget=forms.Textarea(attrs={"rows": 3})
    )


class VoteForm(forms.ModelForm):
    """A question for all members."""

    class Meta:
        model = CircularVote
        fields = ["question", "details", "closes_at"]
        widgets = {"closes_at": DateTimeInput(), "details": forms.Textarea(attrs={"rows": 6})}

    def clean_closes_at(self) -> datetime:
        """Time to answer."""
        moment: datetime = self.cleaned_data["closes_at"]
        if moment <= timezone.now():
            raise forms.ValidationError(_("Ta chwila już minęła."))
        return moment


class BallotForm(forms.Form):
    """One's own vote."""

    choice = forms.ChoiceField(label=_("Twój głos"), choices=Choice, widget=forms.RadioSelect)


class PollForm(forms.ModelForm):
    """What the meeting is about; times stand in the rows."""

    class Meta:
        model = DatePoll
        fields = ["title"]


class TimeForm(forms.Form):
    """One proposed time."""

    starts_at = forms.DateTimeField(label=_("Początek"), widget=DateTimeInput())
    ends_at = forms.DateTimeField(label=_("Koniec"), widget=DateTimeInput())

    def clean(self) -> dict[str, Any]:
        """An end after the beginning."""
        cleaned = super().clean() or {}
        starts, ends = cleaned.get("starts_at"), cleaned.get("ends_at")
        if starts and ends and ends <= starts:
            self.add_error("ends_at", _("Koniec musi być po początku."))
        return cleaned


TimeFormSet = forms.formset_factory(TimeForm, extra=4, min_num=1, validate_min=True)


class FitsForm(forms.Form):
    """Which of the times suit the person."""

    def __init__(self, *args: Any, poll: DatePoll, member: Member, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for option in poll.options.prefetch_related("answers"):
            mine = [a.fits for a in option.answers.all() if a.member_id == member.pk]
            start = timezone.localtime(option.starts_at)
            end = timezone.localtime(option.ends_at)
            self.fields[str(option.pk)] = forms.ChoiceField(
                label=f"{date_format(start, 'DATETIME_FORMAT')}–{end:%H:%M}",
                choices=Fits,
                initial=mine[0] if mine else None,
                widget=forms.RadioSelect,
            )

    def answers(self) -> dict[int, str]:
        """Answers by option."""
        return {int(key): fits for key, fits in self.cleaned_data.items()}


class CallForm(forms.ModelForm):
    """Whom the body looks for, until when."""

    class Meta:
        model = MemberCall
        fields = ["title", "text", "opens_on", "closes_on"]
        widgets = {
            "text": forms.Textarea(attrs={"rows": 6}),
            "opens_on": DateInput(),
            "closes_on": DateInput(),
        }

    def clean_closes_on(self) -> Any:
        """Time to apply."""
        day = self.cleaned_data["closes_on"]
        if day < timezone.localdate():
            raise forms.ValidationError(_("Ten dzień już minął."))
        return day


class ApplicationForm(forms.ModelForm):
    """Why the person wants a seat, and for whom they would speak."""

    class Meta:
        model = MemberApplication
        fields = ["side", "organization", "public_body", "motivation", "experience"]
        widgets = {
            "motivation": forms.Textarea(attrs={"rows": 4}),
            "experience": forms.Textarea(attrs={"rows": 4}),
        }

    def __init__(self, *args: Any, user: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        mine = cast(forms.ModelChoiceField, self.fields["organization"])
        mine.queryset, mine.empty_label = organizations_of(user), _("żadna")
        bodies = cast(forms.ModelChoiceField, self.fields["public_body"])
        bodies.queryset, bodies.empty_label = public_bodies_of(user), _("żaden")

    def clean(self) -> dict[str, Any]:
        """Each side speaks for its own."""
        cleaned = super().clean() or {}
        side = cleaned.get("side")
        if side == Side.NGO:
            cleaned["public_body"] = None
            if not cleaned.get("organization"):
                self.add_error("organization", _("Wybierz organizację, w której imieniu."))
        if side == Side.ADMINISTRATION:
            cleaned["organization"] = None
            if not cleaned.get("public_body"):
                self.add_error("public_body", _("Wybierz urząd, w którego imieniu."))
        return cleaned


class ReasonForm(forms.Form):
    """Why."""

    reason = forms.CharField(
        label=_("Uzasadnienie"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
