"""Asking for a profile, and the page behind the letter to the organization."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.told import Told
from organizations.domain import claims
from organizations.domain.letters import CLAIM_DAYS, read_key
from organizations.models import ProfileClaim
from organizations.web.access import find_organization, signed_in
from organizations.web.forms import ClaimForm


@login_required
@require_http_methods(["GET", "POST"])
def claim(request: HttpRequest, slug: str) -> HttpResponse:
    """Who are you in this organization, and how can we know?"""
    organization = find_organization(request, slug)
    form = ClaimForm(request.POST or None, request.FILES or None, organization=organization)
    if request.method == "POST" and form.is_valid():
        with Told(request, _("Prośba wysłana. Damy Ci znać, gdy zapadnie decyzja."), form):
            claims.submit_claim(
                organization=organization, user=signed_in(request), **form.cleaned_data
            )
            return redirect(organization)
    return render(
        request,
        "layouts/form.html",
        {
            "form": form,
            "title": _("Przejmij profil: %(name)s") % {"name": organization.name},
            "lead": _("Opiekun profilu uzupełnia dane i działa w imieniu organizacji na portalu."),
            "submit": _("Wyślij prośbę"),
            "cancel_url": organization.get_absolute_url(),
        },
    )


@require_http_methods(["GET", "POST"])
def confirm_claim(request: HttpRequest, key: str) -> HttpResponse:
    """For whoever reads the organization's mail; needs no account."""
    pending = get_object_or_404(
        ProfileClaim.objects.select_related("organization", "user"),
        pk=read_key(key, "claim", CLAIM_DAYS),
    )
    if request.method == "POST":
        with Told(request, _("Dziękujemy, potwierdzono.")):
            claims.confirm_by_email(pending.pk)
        return redirect(pending.organization)
    return render(
        request,
        "layouts/confirm.html",
        {
            "title": _("Czy ta osoba działa w imieniu organizacji?"),
            "text": _("%(person)s (%(function)s) prosi o opiekę nad profilem: %(organization)s.")
            % {
                "person": pending.user,
                "function": pending.function,
                "organization": pending.organization,
            },
            "confirm": _("Tak, potwierdzam"),
            "cancel_url": pending.organization.get_absolute_url(),
        },
    )
