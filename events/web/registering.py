"""Registering, and everything behind the link that the letter brings: no account needed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from csp.decorators import csp_replace
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.clickjacking import xframe_options_exempt
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.refusals import Refusal
from accounts.told import Told
from accounts.typed_numbers import typed_number
from events.domain import evaluating, fair, permissions, queries, registering, signups
from events.domain import programme as programmes
from events.domain.errors import EventError, InvitationInvalid
from events.domain.links import key_of
from events.exports import wallet
from events.models import Exhibitor, Registration, RegistrationState, Session
from events.web.access import find_event, find_registration, require
from events.web.frame import frame
from events.web.registration_forms import FeedbackForm, GroupForm, PersonForm
from open_data.public_access import client_address
from pages.limits import Limit, spend
from surveys.domain.answering import answer_form, shown_answers

# An office behind one address may sign up its people; a robot may not fill the hall.
REGISTRATIONS = Limit("event-registrations", 40)
GROUP_REGISTRATIONS = Limit("event-group-registrations", 20)


@never_cache
@require_http_methods(["GET", "POST"])
def register(request: HttpRequest, slug: str) -> HttpResponse:
    """The form of the event; what was typed stays when something is wrong."""
    event = find_event(request, slug)
    data = request.POST if request.method == "POST" else None
    initial = {"invitation_code": request.GET.get("kod", "")}
    form = PersonForm(data, event=event, user=request.user, initial=initial)
    asked = answer_form(event.questions, data) if event.questions else None
    if request.method == "POST" and _all_valid(form, asked):
        try:
            signed_in = request.user if request.user.is_authenticated else None
            spend(REGISTRATIONS, signed_in or client_address(request))
            (registration,) = registering.register(
                event=event,
                people=[form.newcomer(asked.answers() if asked else None)],
                user=request.user,
                invitation_code=form.cleaned_data.get("invitation_code", ""),
            )
        except InvitationInvalid as refused:
            form.add_error("invitation_code", str(refused))
        except Refusal as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, _("Zapisano. List z odnośnikiem jest w drodze."))
            return redirect("events:registration", key_of(registration))
    return render(
        request,
        "events/register.html",
        frame(request, event, "register")
        | {"form": form, "asked": asked, "can_apply": permissions.can_apply(request.user)},
    )


@login_required
@require_http_methods(["GET", "POST"])
def register_group(request: HttpRequest, slug: str) -> HttpResponse:
    """Several people of one organization at once."""
    event = find_event(request, slug)
    require(permissions.can_apply(request.user))
    form = GroupForm(request.POST or None, event=event, user=request.user)
    if request.method == "POST" and form.is_valid():
        try:
            spend(GROUP_REGISTRATIONS, request.user)
            made = registering.register(
                event=event,
                people=form.newcomers(),
                user=request.user,
                invitation_code=form.cleaned_data.get("invitation_code", ""),
            )
        except Refusal as refused:
            form.add_error("people", str(refused))
        else:
            placed = sum(row.state == RegistrationState.CONFIRMED for row in made)
            messages.success(
                request,
                ngettext(
                    "Zapisano %(count)d osobę, miejsca: %(placed)d. Każda dostanie list.",
                    "Zapisano %(count)d osób, miejsca: %(placed)d. Każda dostanie list.",
                    len(made),
                )
                % {"count": len(made), "placed": placed},
            )
            return redirect(event)
    context = frame(request, event, "register") | {"form": form}
    return render(request, "events/register_group.html", context)


@require_safe
@xframe_options_exempt
@csp_replace({"frame-ancestors": ["*"]})  # type: ignore[arg-type] # knows plain views only
def embedded_registration(request: HttpRequest, slug: str) -> HttpResponse:
    """Free places and the way to the form, for an iframe on somebody's own page.

    The form itself opens in a window of its own: browsers give no cookies to foreign frames.
    """
    event = find_event(request, slug)
    return render(request, "events/embedded_registration.html", {"event": event})


@never_cache
@require_safe
def registration(request: HttpRequest, key: str) -> HttpResponse:
    """The person's own page: ticket, changes, sessions, and afterwards materials and survey."""
    found = find_registration(key)
    event = found.event
    programme = programmes.published(event)
    limited = [slot for slot in programme.slots if slot.capacity] if programme else []
    own_signups = {row.session_id: row for row in found.signups.all()}
    taken = queries.taken_places(event)
    answered = found.questions
    return render(
        request,
        "events/registration.html",
        {
            "registration": found,
            "event": event,
            "key": key,
            "is_confirmed": found.state == RegistrationState.CONFIRMED,
            "has_wallet": wallet.is_configured(),
            "workshops": [
                {
                    "slot": slot,
                    "signup": own_signups.get(slot.id),
                    "free": max((slot.capacity or 0) - taken.get(slot.id, 0), 0),
                }
                for slot in limited
            ],
            "answers": shown_answers(answered, found.answers) if answered else [],
            "materials": list(queries.materials_of(event)) if event.is_over else [],
            "certificate": getattr(found, "certificate", None),
            "can_evaluate": evaluating.may_evaluate(found),
            "sessions_to_rate": evaluating.sessions_to_rate(found) if event.is_over else [],
            "stands": list(fair.public_stands(event))
            if event.votes_for_stands and event.is_going_on
            else [],
            "vote": getattr(found, "stand_vote", None),
        },
    )


@login_required
@require_safe
def own_registration(request: HttpRequest, pk: int) -> HttpResponse:
    """To one's own registration, for those who registered with an account."""
    found = get_object_or_404(Registration, pk=pk, user=request.user)
    return redirect("events:registration", key_of(found))


@require_POST
def confirm(request: HttpRequest, key: str) -> HttpResponse:
    """Yes to the offered place."""
    return _act(request, key, registering.confirm_offer, _("Miejsce jest Twoje."))


@require_http_methods(["GET", "POST"])
def cancel(request: HttpRequest, key: str) -> HttpResponse:
    """Asks once, then gives the place to somebody else."""
    found = find_registration(key)
    if request.method == "POST":
        return _act(request, key, registering.cancel, _("Zrezygnowano. Dziękujemy za wiadomość."))
    return render(
        request,
        "layouts/confirm.html",
        {
            "title": _("Rezygnujesz z udziału?"),
            "text": found.event.title,
            "confirm": _("Rezygnuję"),
            "kind": "danger",
            "cancel_url": _own_page(key),
        },
    )


@require_POST
def wait_again(request: HttpRequest, key: str) -> HttpResponse:
    """Back to the end of the waiting list."""
    return _act(request, key, registering.wait_again, _("Jesteś znowu na liście rezerwowej."))


@require_http_methods(["GET", "POST"])
def change(request: HttpRequest, key: str) -> HttpResponse:
    """Other details."""
    found = find_registration(key)
    if not found.is_alive:
        messages.error(request, _("Tego zgłoszenia nie można już zmienić."))
        return redirect("events:registration", key)
    data = request.POST if request.method == "POST" else None
    form = PersonForm(data, event=found.event, registration=found)
    asked = answer_form(found.questions, data, initial=found.answers) if found.questions else None
    if request.method == "POST" and _all_valid(form, asked):
        with Told(request, _("Zmiany zapisane."), form):
            registering.change_details(
                registration=found, newcomer=form.newcomer(asked.answers() if asked else None)
            )
            return redirect("events:registration", key)
    return render(
        request,
        "events/change_registration.html",
        {"registration": found, "event": found.event, "form": form, "asked": asked, "key": key},
    )


@require_POST
def sign_up(request: HttpRequest, key: str, pk: int) -> HttpResponse:
    """A place in a session, or back."""
    found = find_registration(key)
    session = get_object_or_404(Session, pk=pk, event=found.event)
    try:
        if "stop" in request.POST:
            signups.leave(registration=found, session=session)
            messages.success(request, _("Zwolniono miejsce na sesji."))
        else:
            made = signups.sign_up(registration=found, session=session)
            waits = _("Jesteś na liście rezerwowej tej sesji.")
            messages.success(request, waits if made.is_waiting else _("Masz miejsce na sesji."))
    except EventError as refused:
        messages.error(request, str(refused))
    return redirect("events:registration", key)


@require_POST
def vote(request: HttpRequest, key: str) -> HttpResponse:
    """A vote for the best stand."""
    found = find_registration(key)
    chosen = typed_number(request.POST.get("stoisko"))
    exhibitor = get_object_or_404(Exhibitor, pk=chosen, event=found.event)
    try:
        fair.vote(registration=found, exhibitor=exhibitor)
    except EventError as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, _("Dziękujemy za głos."))
    return redirect("events:registration", key)


@require_http_methods(["GET", "POST"])
def evaluate(request: HttpRequest, key: str) -> HttpResponse:
    """The survey after the event, once for each ticket, without a name."""
    found = find_registration(key)
    version = found.event.evaluation
    if version is None or not evaluating.may_evaluate(found):
        messages.info(request, _("Ta ankieta jest już wypełniona albo jeszcze zamknięta."))
        return redirect("events:registration", key)
    form = answer_form(version, request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        with Told(request, _("Dziękujemy, odpowiedzi zapisano bez nazwiska."), form):
            evaluating.submit(registration=found, answers=form.answers())
            return redirect("events:registration", key)
    return render(request, "events/evaluate.html", {"event": found.event, "form": form, "key": key})


@require_http_methods(["GET", "POST"])
def rate_session(request: HttpRequest, key: str, pk: int) -> HttpResponse:
    """An opinion on a session."""
    found = find_registration(key)
    session = get_object_or_404(Session, pk=pk, event=found.event)
    form = FeedbackForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with Told(request, _("Dziękujemy za opinię."), form):
            evaluating.rate(registration=found, session=session, **form.cleaned_data)
            return redirect("events:registration", key)
    return render(
        request,
        "layouts/form.html",
        {
            "form": form,
            "title": _("Opinia o sesji"),
            "lead": session.title,
            "submit": _("Wyślij opinię"),
            "cancel_url": _own_page(key),
        },
    )


def _act(
    request: HttpRequest, key: str, action: Callable[..., Registration], success: str
) -> HttpResponse:
    found = find_registration(key)
    try:
        action(registration=found)
    except EventError as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, success)
    return redirect("events:registration", key)


def _all_valid(form: PersonForm, asked: Any) -> bool:
    """Both forms are asked, so that all errors show at once."""
    return all([form.is_valid(), asked is None or asked.is_valid()])


def _own_page(key: str) -> str:
    from django.urls import reverse

    return reverse("events:registration", args=[key])
