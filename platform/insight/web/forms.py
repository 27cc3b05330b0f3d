"""The period of a report."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from insight.domain.usage import Period

DEFAULT_DAYS = 84
LONGEST_DAYS = 5 * 366


class PeriodForm(forms.Form):
    """Two days; without them the last twelve weeks."""

    od = forms.DateField(label=_("Od dnia"), widget=forms.DateInput(attrs={"type": "date"}))
    do = forms.DateField(label=_("Do dnia"), widget=forms.DateInput(attrs={"type": "date"}))

    def clean(self) -> dict[str, Any]:
        """The first day comes first, and nobody waits for centuries."""
        cleaned: dict[str, Any] = super().clean() or {}
        since, until = cleaned.get("od"), cleaned.get("do")
        if since and until and since > until:
            self.add_error("do", _("Koniec okresu nie może być przed jego początkiem."))
        elif since and until and (until - since).days >= LONGEST_DAYS:
            self.add_error("do", _("Wybierz najwyżej pięć lat."))
        return cleaned

    def period(self) -> Period:
        """What was asked for; the last weeks when that makes no sense."""
        if self.is_valid():
            return Period(self.cleaned_data["od"], self.cleaned_data["do"])
        return default_period()


def default_period() -> Period:
    """The last twelve weeks up to today."""
    today: date = timezone.localdate()
    return Period(today - timedelta(days=DEFAULT_DAYS - 1), today)
