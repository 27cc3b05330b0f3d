"""Calls for partners: list, page, form, answers, private talk, end."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from accounts.told import Told
from organizations.domain import partnership_calls as calls
from organizations.domain import partnership_interests as interests
from organizations.domain.partnership_matching import candidates
from organizations.domain.permissions import (
    can_act_for_side,
    can_answer_calls,
    can_moderate,
    can_read_interest,
    can_run_call,
)
from organizations.models import (
    CallOutcome,
    InterestState,
    Organization,
    PartnershipCall,
    PartnershipInterest,
)
from organizations.models.partnership_calls import acting_for
from organizations.web.access import require, signed_in
from organizations.web.partnership_forms import (
    CallFilter,
    CallForm,
    CloseForm,
    InterestForm,
    MessageForm,
)

PAGE_SIZE = 20


def call_list(request: HttpRequest) -> HttpResponse:
    """Who looks for partners."""
    filterset = CallFilter(
        request.GET, queryset=PartnershipCall.objects.shown().order_by("-created_at", "-pk")
    )
    rows = filterset.qs.select_related("organization", "public_body").prefetch_related(
        "benefit_fields", "counties"
    )
    page = Paginator(rows, PAGE_SIZE).get_page(request.GET.get("page"))
    return render(
        request,
        "organizations/partnership_calls.html",
        {"filter": filterset, "page": page, "can_announce": can_answer_calls(request.user)},
    )


def call_page(request: HttpRequest, slug: str) -> HttpResponse:
    """One call: the idea, who, what is offered and sought, how to answer."""
    call = _call(request, slug)
    can_run = can_run_call(request.user, call)
    return render(request, "organizations/partnership_call.html", _page(request, call, can_run))


@login_required
@require_http_methods(["GET", "POST"])
def announce(request: HttpRequest) -> HttpResponse:
    """Look for partners on behalf of an organization or office."""
    user = signed_in(request)
    require(can_answer_calls(user))
    form = CallForm(request.POST or None, user=user)
    if request.method == "POST" and form.is_valid():
        call = calls.announce_call(form.save(commit=False), by=user)
        form.save_m2m()
        messages.success(request, _("Ogłoszone. Niżej podpowiadamy organizacje, które pasują."))
        return redirect(call)
    return _form_page(
        request,
        form,
        title=_("Szukam partnerów"),
        lead=_("Opisz pomysł. Podpowiemy organizacje, które robią podobne rzeczy w tym miejscu."),
        submit=_("Ogłoś"),
        cancel_url=redirect("organizations:partnership_calls").url,
    )


@login_required
@require_http_methods(["GET", "POST"])
def change(request: HttpRequest, slug: str) -> HttpResponse:
    """Correct a call that is still open."""
    call = _own_call(request, slug)
    form = CallForm(request.POST or None, instance=call, user=signed_in(request))
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, _("Zapisano."))
        return redirect(call)
    return _form_page(
        request,
        form,
        title=_("Zmień ogłoszenie"),
        lead=call.title,
        submit=_("Zapisz"),
        cancel_url=call.get_absolute_url(),
    )


@login_required
@require_http_methods(["GET", "POST"])
def close(request: HttpRequest, slug: str) -> HttpResponse:
    """Say what came of a call."""
    call = _own_call(request, slug)
    form = CloseForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with Told(request, _("Ogłoszenie zakończone."), form):
            calls.close_call(
                call,
                outcome=CallOutcome(form.cleaned_data["outcome"]),
                outcome_text=form.cleaned_data["outcome_text"],
                by=signed_in(request),
            )
            return redirect(call)
    return _form_page(
        request,
        form,
        title=_("Zakończ ogłoszenie"),
        lead=_("Wszyscy, którzy odpowiedzieli, dowiedzą się, co z tego wyszło."),
        submit=_("Zakończ"),
        cancel_url=call.get_absolute_url(),
    )


@login_required
@require_http_methods(["GET", "POST"])
def answer(request: HttpRequest, slug: str) -> HttpResponse:
    """Answer a call for an organization or office."""
    user = signed_in(request)
    call = _call(request, slug)
    require(can_answer_calls(user))
    form = InterestForm(request.POST or None, user=user, call=call)
    if request.method == "POST" and form.is_valid():
        with Told(request, _("Wysłano. Damy Ci znać, gdy odpowiedzą."), form):
            interests.express_interest(call, by=user, **form.cleaned_data)
            return redirect("organizations:partnership_call", slug)
    return _form_page(
        request,
        form,
        title=_("Chcemy dołączyć"),
        lead=call.title,
        submit=_("Wyślij"),
        cancel_url=call.get_absolute_url(),
    )


@login_required
@require_http_methods(["GET", "POST"])
def interest(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """The private talk of the caller and one interested side."""
    found = _interest(request, slug, pk)
    user = signed_in(request)
    is_caller = can_run_call(user, found.call)
    form = MessageForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        interests.say(found, text=form.cleaned_data["text"], by=user, from_caller=is_caller)
        return redirect(found)
    talk = Paginator(found.messages.select_related("author"), 50)
    return render(
        request,
        "organizations/partnership_interest.html",
        {
            "interest": found,
            "call": found.call,
            "page": talk.get_page(request.GET.get("page") or talk.num_pages),
            "form": form,
            "is_caller": is_caller,
            "can_withdraw": can_act_for_side(user, found.side)
            and found.state == InterestState.WAITING,
        },
    )


@login_required
@require_POST
def decide_interest(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """The caller accepts or declines."""
    found = _interest(request, slug, pk)
    require(can_run_call(request.user, found.call))
    with Told(request, _("Zapisano i powiadomiono drugą stronę.")):
        if "accept" in request.POST:
            interests.accept_interest(found, by=signed_in(request))
        else:
            interests.decline_interest(
                found, by=signed_in(request), reason=request.POST.get("reason", "")
            )
    return redirect(found)


@login_required
@require_POST
def withdraw(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """The interested side takes its answer back."""
    found = _interest(request, slug, pk)
    require(can_act_for_side(request.user, found.side))
    with Told(request, _("Wycofano zgłoszenie.")):
        interests.withdraw_interest(found, by=signed_in(request))
    return redirect(found.call)


@login_required
@require_POST
def invite(request: HttpRequest, slug: str, organization: str) -> HttpResponse:
    """Ask a suggested organization to look at the call."""
    call = _own_call(request, slug)
    invited = get_object_or_404(Organization.objects.published(), slug=organization)
    with Told(request, _("Wysłano zaproszenie.")):
        interests.invite_to_call(call, invited, by=signed_in(request))
    return redirect(f"{call.get_absolute_url()}#podpowiedzi")


@login_required
@require_POST
def moderate(request: HttpRequest, slug: str) -> HttpResponse:
    """A moderator hides a call with a reason, or brings it back."""
    require(can_moderate(request.user))
    call = get_object_or_404(PartnershipCall, slug=slug)
    with Told(request, _("Zapisano decyzję.")):
        if "show" in request.POST:
            calls.show_call(call)
        else:
            calls.hide_call(call, by=signed_in(request), reason=request.POST.get("reason", ""))
    return redirect(call)


def _page(request: HttpRequest, call: PartnershipCall, can_run: bool) -> dict[str, Any]:
    return {
        "call": call,
        "can_run": can_run,
        "can_moderate": can_moderate(request.user),
        "can_answer": can_answer_calls(request.user),
        "interests": _with_counts(call.interests) if can_run else [],
        "own_interests": [] if can_run else _own_interests(request, call),
        "candidates": candidates(call) if can_run and call.takes_answers else [],
        "has_accepted": can_run and call.interests.filter(state=InterestState.ACCEPTED).exists(),
        "partnerships": call.partnerships.visible_to(request.user),
    }


def _own_interests(request: HttpRequest, call: PartnershipCall) -> QuerySet[Any] | list[Any]:
    if not request.user.is_authenticated:
        return []
    return _with_counts(call.interests.filter(acting_for(request.user)))


def _with_counts(rows: Any) -> QuerySet[PartnershipInterest]:
    found: QuerySet[PartnershipInterest] = rows.select_related(
        "organization", "public_body"
    ).annotate(message_count=Count("messages", filter=Q(messages__isnull=False)))
    return found


def _call(request: HttpRequest, slug: str) -> PartnershipCall:
    return get_object_or_404(
        PartnershipCall.objects.visible_to(request.user)
        .select_related("organization", "public_body")
        .prefetch_related("benefit_fields", "target_groups", "counties"),
        slug=slug,
    )


def _own_call(request: HttpRequest, slug: str) -> PartnershipCall:
    call = _call(request, slug)
    require(can_run_call(request.user, call))
    return call


def _interest(request: HttpRequest, slug: str, pk: int) -> PartnershipInterest:
    found = get_object_or_404(
        PartnershipInterest.objects.select_related(
            "call__organization", "call__public_body", "organization", "public_body", "author"
        ),
        call__slug=slug,
        pk=pk,
    )
    require(can_read_interest(request.user, found))
    return found


def _form_page(request: HttpRequest, form: Any, **texts: Any) -> HttpResponse:
    return render(request, "layouts/form.html", {"form": form, **texts})
