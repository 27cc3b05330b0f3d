"""Saying that remarks were made at a meeting of the consultation."""

from __future__ import annotations

from typing import Any, cast

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from consultations.models import Channel, Consultation, ConsultationMeeting


class AtMeetingForm(forms.Form):
    """A meeting held already, beside the ``channel`` of the form; gone where none was held."""

    meeting = forms.ModelChoiceField(
        label=_("Spotkanie"),
        queryset=ConsultationMeeting.objects.none(),
        required=False,
        empty_label=_("nie dotyczy"),
        help_text=_("Gdy uwagę zgłoszono na spotkaniu; data wpływu to dzień spotkania."),
    )

    def __init__(self, *args: Any, consultation: Consultation, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        meetings = consultation.meetings.filter(
            starts_at__lte=timezone.now(), cancelled_at__isnull=True
        )
        if meetings:
            cast(forms.ModelChoiceField, self.fields["meeting"]).queryset = meetings
        else:
            del self.fields["meeting"]

    def clean(self) -> dict[str, Any]:
        """A meeting and the way the remark came say the same."""
        cleaned = super().clean() or {}
        if cleaned.get("meeting") and cleaned.get("channel") != Channel.MEETING:
            self.add_error(
                "channel", _("Uwaga ze spotkania ma sposób zgłoszenia „spotkanie (protokół)”.")
            )
        return cleaned
