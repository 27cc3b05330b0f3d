"""Forms of moderation."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from discussions.models import AbuseReason


class AbuseReportForm(forms.Form):
    """Why a post should be looked at."""

    reason = forms.ChoiceField(
        label=_("Co jest nie tak"), choices=AbuseReason.choices, widget=forms.RadioSelect
    )
    details = forms.CharField(
        label=_("Wyjaśnienie (nieobowiązkowo)"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class DecisionForm(forms.Form):
    """The reason of a moderator's decision."""

    reason = forms.CharField(
        label=_("Uzasadnienie"),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Przeczytają je osoby, których to dotyczy."),
    )


class AppealForm(forms.Form):
    """The author's word against the hiding."""

    text = forms.CharField(
        label=_("Dlaczego wpis powinien wrócić"),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 5}),
    )


class AppealDecisionForm(forms.Form):
    """What becomes of an appeal, and why."""

    granted = forms.TypedChoiceField(
        label=_("Decyzja"),
        choices=[("1", _("przywrócić wpis")), ("0", _("zostawić ukryty"))],
        coerce=lambda value: value == "1",
        widget=forms.RadioSelect,
    )
    decision = forms.CharField(
        label=_("Uzasadnienie"), max_length=4000, widget=forms.Textarea(attrs={"rows": 4})
    )
