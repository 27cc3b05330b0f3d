"""Partnerships: recording, confirming, agreement, steps, the way to the map."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from accounts.posted_from import posted_from
from accounts.told import Told
from documents.serving import file_response
from organizations.domain import partnerships as domain
from organizations.domain.permissions import can_act_for_side, can_lead_partnership, can_run_call
from organizations.models import (
    InterestState,
    Partnership,
    PartnershipCall,
    PartnershipMember,
    PartnershipStage,
)
from organizations.web.access import require, signed_in
from organizations.web.partnership_forms import (
    AgreementForm,
    ContributionForm,
    PartnershipForm,
    PartnershipInitiativeForm,
    StepForm,
)

PAGE_SIZE = 20
ROAD = [
    PartnershipStage.FORMING,
    PartnershipStage.AGREED,
    PartnershipStage.RUNNING,
    PartnershipStage.EVALUATED,
    PartnershipStage.ENDED,
]


def partnership_list(request: HttpRequest) -> HttpResponse:
    """Partnerships that have an agreement, newest first; partners also see theirs before."""
    rows = Partnership.objects.visible_to(request.user).prefetch_related(
        "members__organization", "members__public_body"
    )
    page = Paginator(rows, PAGE_SIZE).get_page(request.GET.get("page"))
    return render(request, "organizations/partnerships.html", {"page": page})


def partnership(request: HttpRequest, slug: str) -> HttpResponse:
    """One partnership: who, what for, how far it is, and what its leader may do next."""
    return _page(request, _partnership(request, slug))


def _page(
    request: HttpRequest,
    found: Partnership,
    *,
    contribution_form: ContributionForm | None = None,
    step_form: StepForm | None = None,
) -> HttpResponse:
    """The page of a partnership; forms that were refused keep what was typed."""
    members = list(found.members.all())
    mine = [member for member in members if can_act_for_side(request.user, member.side)]
    return render(
        request,
        "organizations/partnership.html",
        {
            "partnership": found,
            "members": members,
            "to_confirm": [member for member in mine if member.confirmed_at is None],
            "is_partner": bool(mine),
            "can_lead": can_lead_partnership(request.user, found),
            "steps": found.steps.select_related("actor"),
            "road": _road(found),
            "next_steps": [
                {"target": step.target, "label": step.target.label}
                for step in domain.next_steps(found)
            ],
            "contribution_form": contribution_form or ContributionForm(),
            "step_form": step_form or StepForm(),
        },
    )


@login_required
@require_http_methods(["GET", "POST"])
def record(request: HttpRequest, slug: str) -> HttpResponse:
    """The caller writes a partnership with accepted sides."""
    call = get_object_or_404(
        PartnershipCall.objects.visible_to(request.user).select_related(
            "organization", "public_body"
        ),
        slug=slug,
    )
    require(can_run_call(request.user, call))
    accepted = call.interests.filter(state=InterestState.ACCEPTED).select_related(
        "organization", "public_body"
    )
    form = PartnershipForm(
        request.POST or None,
        interests=accepted,
        initial={"title": call.title, "purpose": call.idea},
    )
    if request.method == "POST" and form.is_valid():
        made = domain.record_partnership(
            form.save(commit=False),
            call=call,
            interests=form.cleaned_data["partners"],
            by=signed_in(request),
        )
        messages.success(request, _("Zapisano. Partnerzy dostali prośbę o potwierdzenie."))
        return redirect(made)
    return render(
        request,
        "layouts/form.html",
        {
            "form": form,
            "title": _("Zapisz partnerstwo"),
            "lead": _("Wybierz strony, które zaprosiliście. Lider to ogłaszający."),
            "submit": _("Zapisz partnerstwo"),
            "cancel_url": call.get_absolute_url(),
        },
    )


@login_required
@posted_from("organizations:partnership", "slug")
def confirm(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """A partner confirms with what it brings, or leaves."""
    found = _partnership(request, slug)
    member = _own_member(request, found, pk)
    if "refuse" in request.POST:
        with Told(request, _("Zapisano rezygnację.")):
            domain.refuse_membership(member, by=signed_in(request))
        return redirect("organizations:partnerships")
    form = ContributionForm(request.POST)
    if form.is_valid():
        with Told(request, _("Dziękujemy, udział potwierdzony."), form):
            domain.confirm_membership(member, by=signed_in(request), **form.cleaned_data)
            return redirect(found)
    return _page(request, found, contribution_form=form)


@login_required
@require_http_methods(["GET", "POST"])
def agreement(request: HttpRequest, slug: str) -> HttpResponse:
    """The leader writes down the agreement."""
    found = _led(request, slug)
    form = AgreementForm(
        request.POST or None,
        request.FILES or None,
        initial={"signed_on": found.agreement_on, "number": found.agreement_number},
    )
    if request.method == "POST" and form.is_valid():
        domain.write_agreement(found, by=signed_in(request), **form.cleaned_data)
        messages.success(request, _("Zapisano umowę."))
        return redirect(found)
    return render(
        request,
        "layouts/form.html",
        {
            "form": form,
            "title": _("Umowa partnerska"),
            "lead": found.title,
            "submit": _("Zapisz umowę"),
            "cancel_url": found.get_absolute_url(),
        },
    )


@require_GET
def agreement_file(request: HttpRequest, slug: str) -> HttpResponseBase:
    """The agreement, for partners only: it names people."""
    found = _partnership(request, slug)
    require(any(can_act_for_side(request.user, member.side) for member in found.members.all()))
    if found.agreement_file is None:
        raise Http404
    return file_response(found.agreement_file, as_attachment=True, request=request)


@login_required
@posted_from("organizations:partnership")
def step(request: HttpRequest, slug: str) -> HttpResponse:
    """The leader takes the partnership a step further."""
    found = _led(request, slug)
    target = request.POST.get("target", "")
    if target not in PartnershipStage.values:
        raise Http404
    form = StepForm(request.POST)
    if form.is_valid():
        with Told(request, _("Zapisano krok."), form):
            domain.take_step(
                found, PartnershipStage(target), by=signed_in(request), **form.cleaned_data
            )
            return redirect(found)
    return _page(request, found, step_form=form)


@login_required
@require_http_methods(["GET", "POST"])
def put_on_map(request: HttpRequest, slug: str) -> HttpResponse:
    """The leader proposes the initiative of the partnership for the map."""
    found = _led(request, slug)
    user = signed_in(request)
    form = PartnershipInitiativeForm(
        request.POST or None,
        user=user,
        initial={"title": found.title, "story": found.purpose, **_place_of(found)},
    )
    if request.method == "POST" and form.is_valid():
        with Told(request, _("Dziękujemy. Sprawdzimy zgłoszenie i damy Ci znać."), form):
            domain.put_on_map(found, form.save(commit=False), by=user)
            form.save_m2m()
            return redirect(found)
    return render(
        request,
        "layouts/form.html",
        {
            "form": form,
            "title": _("Pokaż na mapie inicjatyw"),
            "lead": found.title,
            "submit": _("Zgłoś"),
            "cancel_url": found.get_absolute_url(),
        },
    )


def _place_of(found: Partnership) -> dict[str, Any]:
    sides = [member.side for member in found.members.all()]
    gmina = next((gmina for side in sides if (gmina := getattr(side, "gmina_id", None))), None)
    return {"gmina": gmina} if gmina else {}


def _road(found: Partnership) -> list[dict[str, Any]]:
    if found.stage == PartnershipStage.DISSOLVED:
        return []
    here = ROAD.index(PartnershipStage(found.stage))
    taken = {step.target: step.taken_at for step in found.steps.all()}
    states = ["done"] * here + ["current"] + ["todo"] * (len(ROAD) - here - 1)
    return [
        {"label": stage.label, "state": state, "date": _day(taken.get(stage))}
        for stage, state in zip(ROAD, states, strict=True)
    ]


def _day(moment: datetime | None) -> str:
    return date_format(timezone.localdate(moment)) if moment else ""


def _partnership(request: HttpRequest, slug: str) -> Partnership:
    return get_object_or_404(
        Partnership.objects.visible_to(request.user)
        .select_related("call", "initiative", "agreement_file")
        .prefetch_related("members__organization", "members__public_body"),
        slug=slug,
    )


def _led(request: HttpRequest, slug: str) -> Partnership:
    found = _partnership(request, slug)
    require(can_lead_partnership(request.user, found))
    return found


def _own_member(request: HttpRequest, found: Partnership, pk: int) -> PartnershipMember:
    for member in found.members.all():
        if member.pk == pk:
            require(can_act_for_side(request.user, member.side))
            return member
    raise Http404
