"""Choosing organizations and inviting them."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from consultations.domain import invitations as domain
from consultations.domain import permissions
from consultations.domain.errors import ConsultationError
from consultations.web.access import find_consultation, require
from consultations.web.procedure_forms import InvitationForm

PER_PAGE = 50


@login_required
@require_http_methods(["GET", "POST"])
def invitations(request: HttpRequest, slug: str) -> HttpResponse:
    """The choice, how many it reaches, and who was invited before."""
    consultation = find_consultation(request, slug)
    require(permissions.can_manage_consultation(request.user, consultation))
    form = InvitationForm(request.POST or None)
    preview = None
    if request.method == "POST" and form.is_valid():
        if "send" not in request.POST:
            preview = domain.preview(consultation, form.choice)
        else:
            try:
                batch = domain.invite(
                    consultation=consultation,
                    choice=form.choice,
                    message=form.cleaned_data["message"],
                    actor=request.user,
                )
            except ConsultationError as refused:
                form.add_error(None, str(refused))
            else:
                count = batch.invitations.count()
                messages.success(
                    request,
                    ngettext(
                        "Zaproszono %(count)d organizację.",
                        "Zaproszono %(count)d organizacji.",
                        count,
                    )
                    % {"count": count},
                )
                return redirect("consultations:invitations", consultation.slug)
    page = Paginator(domain.invitations_of(consultation), PER_PAGE).get_page(
        request.GET.get("page")
    )
    return render(
        request,
        "consultations/invitations.html",
        {
            "consultation": consultation,
            "form": form,
            "preview": preview,
            "page": page,
            "batches": consultation.invitation_batches.select_related("created_by"),
            "can_invite": consultation.stage in domain.INVITING,
            "unlimited": _("wszystkie organizacje"),
        },
    )
