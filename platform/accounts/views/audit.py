"""The audit log for administrators."""

from __future__ import annotations

from datetime import UTC, datetime

from django import forms
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from accounts.audit import KINDS, part_name, sources
from accounts.domain.audit_search import Cursor, Search, search
from accounts.in_person import in_person
from accounts.permissions import is_administrator
from accounts.views.signed_in import SignedInRequest


class AuditForm(forms.Form):
    """Who, what, when, in which part."""

    who = forms.CharField(label=_("Kto (nazwisko lub e-mail)"), required=False, max_length=120)
    text = forms.CharField(
        label=_("Czego dotyczy (słowo albo #numer)"), required=False, max_length=120
    )
    kind = forms.ChoiceField(label=_("Co"), required=False)
    part = forms.ChoiceField(label=_("Część portalu"), required=False)
    since = forms.DateField(
        label=_("Od dnia"), required=False, widget=forms.DateInput(attrs={"type": "date"})
    )
    until = forms.DateField(
        label=_("Do dnia"), required=False, widget=forms.DateInput(attrs={"type": "date"})
    )

    def __init__(self, data: QueryDict) -> None:
        super().__init__(data)
        everything = [("", _("wszystko"))]
        self.fields["kind"].choices = [*everything, *KINDS]  # type: ignore[attr-defined]
        parts = sorted({source.part for source in sources()}, key=part_name)
        self.fields["part"].choices = [  # type: ignore[attr-defined]
            *everything,
            *((label, part_name(label)) for label in parts),
        ]

    def wanted(self) -> Search:
        """What is looked for; a field with a mistake does not narrow, its error is shown."""
        self.is_valid()
        return Search(**{key: value for key, value in self.cleaned_data.items() if value})


@login_required
@in_person
@never_cache
@require_safe
def audit(request: SignedInRequest) -> HttpResponse:
    """Everything that people did, newest first."""
    if not is_administrator(request.user):
        raise PermissionDenied
    form = AuditForm(request.GET)
    page = search(form.wanted(), _cursor(request.GET))
    return render(request, "accounts/audit.html", {"form": form, "page": page})


def _cursor(query: QueryDict) -> Cursor | None:
    """The place in the list that the address names, if it is one."""
    try:
        moment = datetime.fromisoformat(query.get("before", ""))
        skip = int(query.get("skip", "0"))
    except ValueError:
        return None
    return Cursor(moment if moment.tzinfo else moment.replace(tzinfo=UTC), min(max(skip, 0), 5000))
