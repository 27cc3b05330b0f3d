"""Votes by circulation and polls for a date."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from accounts.in_person import acts_in_person
from accounts.told import Told
from standards.domain import deciding, permissions
from standards.models import CircularVote, DateOption, DatePoll
from standards.web.access import find_group, require
from standards.web.groups import frame, group_form
from standards.web.meeting_forms import BallotForm, FitsForm, PollForm, TimeFormSet, VoteForm


@login_required
@require_http_methods(["GET", "POST"])
def new_vote(request: HttpRequest, slug: str) -> HttpResponse:
    """A question for all members."""
    group = find_group(request, slug)
    require(permissions.can_lead_group(request.user, group))
    form = VoteForm(request.POST or None, instance=CircularVote(group=group))
    if request.method == "POST" and form.is_valid():
        return redirect(deciding.open_vote(vote=form.save(commit=False), actor=request.user))
    return group_form(
        request, form, group, title=_("Nowe głosowanie obiegowe"), submit=_("Otwórz głosowanie")
    )


@login_required
@require_http_methods(["GET", "POST"])
def vote(request: HttpRequest, slug: str, key: int) -> HttpResponse:
    """The question, one's own vote, and who voted how."""
    group = find_group(request, slug)
    require(permissions.can_use_workspace(request.user, group))
    found: CircularVote = get_object_or_404(group.circular_votes, pk=key)
    found.group = group
    member = deciding.voting_member(group, request.user)
    ballots = found.ballots.select_related("member")
    mine = next((b.choice for b in ballots if member and b.member_id == member.pk), None)
    form = BallotForm(request.POST or None, initial={"choice": mine})
    if request.method == "POST" and form.is_valid():
        require(acts_in_person(request))
        with Told(request, _("Głos zapisany."), form):
            deciding.cast_circular(vote=found, user=request.user, **form.cleaned_data)
            return redirect(found)
    return render(
        request,
        "standards/vote.html",
        frame(request, group, "workspace")
        | {
            "vote": found,
            "is_open": found.closes_at > timezone.now(),
            "member": member,
            "ballots": ballots,
            "tally": deciding.tally(found),
            "form": form,
        },
    )


@login_required
@require_http_methods(["GET", "POST"])
def new_poll(request: HttpRequest, slug: str) -> HttpResponse:
    """Which times to choose from."""
    group = find_group(request, slug)
    require(permissions.can_lead_group(request.user, group))
    form = PollForm(request.POST or None)
    rows = TimeFormSet(request.POST or None, prefix="terminy")
    if request.method == "POST" and form.is_valid() and rows.is_valid():
        times = [(row["starts_at"], row["ends_at"]) for row in rows.cleaned_data if row]
        return redirect(
            deciding.open_poll(
                group=group, title=form.cleaned_data["title"], times=times, actor=request.user
            )
        )
    return group_form(
        request, form, group, title=_("Ankieta terminu"), submit=_("Zapytaj"),
        rows=rows, rows_title=_("Proponowane terminy"),
    )  # fmt: skip


@login_required
@require_http_methods(["GET", "POST"])
def poll(request: HttpRequest, slug: str, key: int) -> HttpResponse:
    """One's own answers and everybody's counts."""
    group = find_group(request, slug)
    require(permissions.can_use_workspace(request.user, group))
    found: DatePoll = get_object_or_404(group.polls.select_related("meeting"), pk=key)
    found.group = group
    member = group.members.current().filter(user=request.user.pk).first()
    form = FitsForm(request.POST or None, poll=found, member=member) if member else None
    if request.method == "POST" and form is not None and form.is_valid():
        with Told(request, _("Odpowiedź zapisana."), form):
            deciding.answer_poll(poll=found, user=request.user, answers=form.answers())
            return redirect(found)
    return render(
        request,
        "standards/poll.html",
        frame(request, group, "workspace")
        | {"poll": found, "form": form, "options": deciding.best_options(found)},
    )


@login_required
@require_POST
def choose_date(request: HttpRequest, slug: str, key: int, option: int) -> HttpResponse:
    """Plan the meeting at that time."""
    group = find_group(request, slug)
    require(permissions.can_lead_group(request.user, group))
    chosen = get_object_or_404(DateOption, poll=key, poll__group=group, pk=option)
    with Told(request, _("Spotkanie zaplanowane. Uzupełnij porządek i wyślij zaproszenie.")):
        return redirect(deciding.choose_date(option=chosen, actor=request.user))
    return redirect("standards:poll", group.slug, key)
