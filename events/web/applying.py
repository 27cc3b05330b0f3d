"""Organizations apply: for a stand at the fair, or with a part of the programme."""

from __future__ import annotations

from typing import Any, cast

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from accounts.told import Told
from accounts.typed_numbers import typed_number
from events.domain import fair, permissions
from events.domain import proposals as domain
from events.domain.errors import EventError
from events.domain.standplan import drawn_plan
from events.models import ApplicationState, Event, Exhibitor, LoadInSlot, Proposal
from events.web.access import find_event, require
from events.web.frame import frame
from events.web.freshness import of_event
from organizations.domain.queries import organizations_of
from pages.freshness import fresh_for_anonymous


class ApplicantForm(forms.ModelForm):
    """A form of somebody who acts for an organization."""

    def __init__(self, *args: Any, user: Any, event: Event, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        organizations = cast(forms.ModelChoiceField, self.fields["organization"])
        organizations.queryset = organizations_of(user)
        self.initial.setdefault("organization", organizations.queryset.first())
        if self.instance.pk is None:
            self.instance.event = event


class ExhibitorForm(ApplicantForm):
    """What a stand is to show and what it needs."""

    class Meta:
        model = Exhibitor
        fields = [
            "organization",
            "offer",
            "needs_table",
            "needs_power",
            "space",
            "equipment",
            "people",
            "contact_phone",
        ]
        widgets = {
            "offer": forms.Textarea(attrs={"rows": 4}),
            "equipment": forms.Textarea(attrs={"rows": 2}),
            "people": forms.Textarea(attrs={"rows": 2}),
        }


class ProposalForm(ApplicantForm):
    """A part of the programme."""

    class Meta:
        model = Proposal
        fields = [
            "organization",
            "title",
            "kind",
            "language",
            "abstract",
            "minutes",
            "speaker_name",
            "speaker_bio",
            "availability",
            "needs",
        ]
        widgets = {
            "abstract": forms.Textarea(attrs={"rows": 6}),
            "speaker_bio": forms.Textarea(attrs={"rows": 3}),
            "needs": forms.Textarea(attrs={"rows": 2}),
        }


class LoadInChoiceForm(forms.Form):
    """When the exhibitor unloads."""

    slot = forms.ModelChoiceField(
        label=gettext_lazy("Okno rozładunku"), queryset=LoadInSlot.objects.none(), required=False
    )

    def __init__(self, *args: Any, event: Event, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cast(forms.ModelChoiceField, self.fields["slot"]).queryset = event.load_in_slots.all()


@login_required
@require_http_methods(["GET", "POST"])
def apply(request: HttpRequest, slug: str) -> HttpResponse:
    """An application for a stand."""
    event = find_event(request, slug)
    require(permissions.can_apply(request.user))
    form = ExhibitorForm(request.POST or None, user=request.user, event=event)
    if request.method == "POST" and form.is_valid():
        with Told(request, _("Zgłoszenie przyjęte. O decyzji napiszemy."), form):
            made = fair.apply(exhibitor=form.save(commit=False), actor=request.user)
            return redirect("events:application", slug, made.pk)
    return _form_page(request, event, form, _("Stoisko na targach"), event.takes_exhibitors)


@login_required
@require_http_methods(["GET", "POST"])
def application(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """The exhibitor's own page: decision, stand, load-in, handbook."""
    event = find_event(request, slug)
    rows = event.exhibitors.select_related("organization", "stand", "load_in")
    found = get_object_or_404(rows, pk=pk)
    found.event = event
    require(permissions.can_apply_for(request.user, found.organization))
    form = LoadInChoiceForm(request.POST or None, event=event, initial={"slot": found.load_in_id})
    if request.method == "POST":
        _act_on_application(request, found, form)
        return redirect("events:application", slug, pk)
    plan = getattr(event, "plan", None)
    return render(
        request,
        "events/application.html",
        frame(request, event, "fair")
        | {"exhibitor": found, "form": form, "handbook": plan.handbook if plan else ""},
    )


@require_safe
@fresh_for_anonymous(of_event)
def plan(request: HttpRequest, slug: str) -> HttpResponse:
    """The plan of the fair, and the same as a list with search."""
    event = find_event(request, slug)
    words = request.GET.get("q", "").strip()[:100]
    everybody = list(fair.public_stands(event))
    found = list(fair.search(fair.public_stands(event), words)) if words else []
    return render(
        request,
        "events/plan.html",
        frame(request, event, "fair")
        | {
            "plan": drawn_plan(event, everybody, found),
            "exhibitors": found if words else everybody,
            "words": words,
        },
    )


@require_safe
@fresh_for_anonymous(of_event)
def stand(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """An exhibitor's public page."""
    event = find_event(request, slug)
    found = get_object_or_404(fair.public_stands(event), pk=pk)
    return render(
        request, "events/stand.html", frame(request, event, "fair") | {"exhibitor": found}
    )


@login_required
@require_http_methods(["GET", "POST"])
def propose(request: HttpRequest, slug: str) -> HttpResponse:
    """A proposal for the programme."""
    event = find_event(request, slug)
    require(permissions.can_apply(request.user))
    form = ProposalForm(request.POST or None, user=request.user, event=event)
    if request.method == "POST" and form.is_valid():
        with Told(request, _("Propozycja przyjęta. O decyzji napiszemy."), form):
            domain.propose(proposal=form.save(commit=False), actor=request.user)
            return redirect("events:own_proposals", slug)
    return _form_page(request, event, form, _("Propozycja do programu"), event.takes_proposals)


@login_required
@require_http_methods(["GET", "POST"])
def own_proposals(request: HttpRequest, slug: str) -> HttpResponse:
    """What one's organizations have proposed, with decisions."""
    event = find_event(request, slug)
    rows = event.proposals.filter(organization__in=organizations_of(request.user))
    if request.method == "POST":
        found = get_object_or_404(rows, pk=typed_number(request.POST.get("wycofaj")))
        _decide(request, found, ApplicationState.WITHDRAWN)
        return redirect("events:own_proposals", slug)
    return render(
        request,
        "events/own_proposals.html",
        frame(request, event, "programme")
        | {"proposals": list(rows.select_related("organization").order_by("-submitted_at"))},
    )


def _decide(request: HttpRequest, proposal: Proposal, target: str) -> None:
    try:
        domain.decide(proposal=proposal, target=target, note="", actor=request.user)
    except EventError as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, _("Propozycja wycofana."))


def _act_on_application(request: HttpRequest, exhibitor: Exhibitor, form: LoadInChoiceForm) -> None:
    try:
        if "wycofaj" in request.POST:
            fair.decide(
                exhibitor=exhibitor,
                target=ApplicationState.WITHDRAWN,
                note="",
                actor=request.user,
            )
            messages.success(request, _("Zgłoszenie wycofane."))
        elif form.is_valid():
            fair.choose_load_in(exhibitor=exhibitor, slot=form.cleaned_data["slot"])
            messages.success(request, _("Okno rozładunku zapisane."))
    except EventError as refused:
        messages.error(request, str(refused))


def _form_page(
    request: HttpRequest, event: Event, form: Any, title: str, is_open: bool
) -> HttpResponse:
    if not is_open and request.method == "GET":
        raise Http404
    return render(
        request,
        "layouts/form.html",
        {
            "form": form,
            "title": title,
            "lead": event.title,
            "submit": _("Wyślij"),
            "cancel_url": reverse("events:detail", args=[event.slug]),
        },
    )
