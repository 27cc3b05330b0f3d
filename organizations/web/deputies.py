"""Deputies of an office's officials."""

from __future__ import annotations

from typing import Any, cast

from django import forms
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST

from accounts.models import User
from accounts.told import Told
from organizations.domain import deputies as domain
from organizations.domain import permissions
from organizations.domain.errors import DirectoryError
from organizations.models import Deputation, PublicBody
from organizations.web.access import require, signed_in
from pages.forms import DateInput

PAGE_SIZE = 30


class DeputationForm(forms.ModelForm):
    """Who stands in for whom, and when; who runs the office chooses the official too."""

    class Meta:
        model = Deputation
        fields = ["official", "deputy", "starts_on", "ends_on", "note"]
        widgets = {"starts_on": DateInput(), "ends_on": DateInput()}
        labels = {"official": _("Kto będzie nieobecny"), "deputy": _("Kto zastępuje")}

    def __init__(self, data: Any, *, body: PublicBody, person: User) -> None:
        super().__init__(data, instance=Deputation(public_body=body))
        people = domain.colleagues_in(body)
        for name in ("official", "deputy"):
            cast(forms.ModelChoiceField, self.fields[name]).queryset = people
        if not permissions.can_name_all_deputies(person, body):
            self.instance.official = person
            del self.fields["official"]
            cast(forms.ModelChoiceField, self.fields["deputy"]).queryset = people.exclude(
                pk=person.pk
            )

    def _get_validation_exclusions(self) -> set[str]:
        """The office and the official take part in the checks of constraints."""
        excluded: set[str] = super()._get_validation_exclusions()  # type: ignore[misc]
        return excluded - {"public_body", "official", "called_off_at"}


@login_required
@require_http_methods(["GET", "POST"])
def deputies(request: HttpRequest, slug: str) -> HttpResponse:
    """Who stands in for whom in the office, and a form for the next time."""
    body = get_object_or_404(PublicBody, slug=slug)
    person = signed_in(request)
    require(permissions.can_see_deputies(person, body))
    form = DeputationForm(request.POST or None, body=body, person=person)
    if not permissions.can_name_deputy(person, body):
        require(request.method != "POST")
        form = None  # type: ignore[assignment]
    if form and form.is_valid():
        try:
            domain.name_deputy(form.save(commit=False), by=person)
        except DirectoryError as refused:
            form.add_error(None, str(refused))
        else:
            return redirect("organizations:deputies", slug)
    rows = body.deputations.select_related("official", "deputy", "named_by")
    return render(
        request,
        "organizations/deputies.html",
        {
            "body": body,
            "form": form,
            "page": Paginator(rows, PAGE_SIZE).get_page(request.GET.get("page")),
            "manages_all": permissions.can_name_all_deputies(person, body),
        },
    )


@login_required
@require_POST
def call_off(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """End a deputation before its day."""
    body = get_object_or_404(PublicBody, slug=slug)
    found = get_object_or_404(body.deputations, pk=pk)
    person = signed_in(request)
    require(
        permissions.can_name_all_deputies(person, body)
        or (found.official_id == person.pk and permissions.can_name_deputy(person, body))
    )
    with Told(request, _now("Zastępstwo odwołane.")):
        domain.call_off(found, by=person)
    return redirect("organizations:deputies", slug)
