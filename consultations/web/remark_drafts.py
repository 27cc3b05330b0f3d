"""Saving a remark while it is typed, and not losing it with the session."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.views.decorators.http import require_POST

from consultations.domain import permissions
from consultations.domain import remark_drafts as domain
from consultations.models import Consultation, Provision
from consultations.web.access import find_consultation, require
from consultations.web.remark_forms import RemarkDraftForm
from consultations.web.remark_places import place_of

_LOST = "lost_remark"


@require_POST
def save(request: HttpRequest, slug: str) -> HttpResponse:
    """Keep what was typed; asked by a script, so the answer is data and never a redirect."""
    consultation = find_consultation(request, slug)
    if not request.user.is_authenticated:
        return JsonResponse({"error": "signed-out"}, status=401)
    require(permissions.can_remark(request.user, consultation))
    form = RemarkDraftForm(request.POST)
    if not form.is_valid():
        return JsonResponse({"error": "too-long"}, status=400)
    unit = place_of(request, consultation).unit
    domain.keep_draft(user=request.user, consultation=consultation, unit=unit, typed=form.typed)
    return JsonResponse({"saved_at": timezone.now().isoformat()})


def keep_typed(request: HttpRequest, consultation: Consultation) -> None:
    """Carry what was sent without a session through the sign-in that follows."""
    form = RemarkDraftForm(request.POST)
    unit = place_of(request, consultation).unit
    if form.is_valid():
        request.session[_LOST] = {
            "consultation": consultation.pk,
            "unit": unit.pk if unit else None,
            "fields": form.cleaned_data,
        }


def restore_typed(request: HttpRequest, consultation: Consultation) -> None:
    """Make a draft of what was carried through the sign-in."""
    lost = request.session.get(_LOST)
    if not lost or lost["consultation"] != consultation.pk:
        return
    del request.session[_LOST]
    unit = Provision.objects.filter(version__consultation=consultation, pk=lost["unit"]).first()
    if unit is None and lost["unit"] is not None:
        return
    domain.keep_draft(
        user=request.user,
        consultation=consultation,
        unit=unit,
        typed=domain.Typed(**lost["fields"]),
    )
