"""Pages of a profile's keepers: editing, confirming, members and invitations."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from accounts import access_log
from accounts.told import Told
from organizations.domain import handovers, memberships, permissions, profiles
from organizations.domain.letters import INVITATION_DAYS, read_key
from organizations.models import HandoverStatus, OrganizationRole, ProfileInvitation
from organizations.web.access import find_organization, require, signed_in
from organizations.web.forms import (
    HandoverForm,
    InvitationForm,
    PeopleFormSet,
    ProfileForm,
    ProjectsFormSet,
    ReleaseForm,
)


@login_required
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, slug: str) -> HttpResponse:
    """The whole profile on one page."""
    organization = find_organization(request, slug)
    require(permissions.can_edit_organization(request.user, organization))
    data = request.POST or None
    form = ProfileForm(data, instance=organization)
    people = PeopleFormSet(data, instance=organization, prefix="ludzie")
    projects = ProjectsFormSet(data, instance=organization, prefix="projekty")
    if request.method == "POST" and all([form.is_valid(), people.is_valid(), projects.is_valid()]):
        profiles.save_profile(
            form.save(commit=False), changed_fields=form.changed_data, by=signed_in(request)
        )
        form.save_m2m()
        people.save()
        projects.save()
        messages.success(request, _("Profil zapisany."))
        return redirect(organization)
    return render(
        request,
        "organizations/edit.html",
        {"organization": organization, "form": form, "people": people, "projects": projects},
    )


@login_required
@require_POST
def confirm(request: HttpRequest, slug: str) -> HttpResponse:
    """One click: all is still true."""
    organization = find_organization(request, slug)
    require(permissions.can_edit_organization(request.user, organization))
    profiles.confirm_profile(organization, by=signed_in(request))
    messages.success(request, _("Dziękujemy. Dane są potwierdzone na dziś."))
    return redirect(organization)


@login_required
@require_http_methods(["GET", "POST"])
def members(request: HttpRequest, slug: str) -> HttpResponse:
    """Who acts for the organization, and whom to invite."""
    organization = find_organization(request, slug)
    require(permissions.can_manage_members(request.user, organization))
    form = InvitationForm(request.POST or None)
    if not permissions.can_hand_over(request.user, organization):
        del form.fields["hands_over"]
    if request.method == "POST" and form.is_valid():
        with Told(request, _("Zaproszenie wysłane."), form):
            memberships.invite_member(
                organization=organization, invited_by=signed_in(request), **form.cleaned_data
            )
            return redirect("organizations:members", slug)
    people = list(organization.memberships.filter(is_active=True).select_related("user"))
    if not permissions.can_act_for_organization(request.user, organization):
        ids = [row.user_id for row in people]
        access_log.record(request, "organizations.members", ids, about=organization)
    return render(
        request,
        "organizations/members.html",
        {
            "organization": organization,
            "form": form,
            "members": people,
            "invitations": organization.invitations.filter(
                accepted_at__isnull=True, revoked_at__isnull=True
            ).select_related("invited_by"),
            "roles": OrganizationRole.choices,
            "can_hand_over": permissions.can_hand_over(request.user, organization),
            "release": organization.handovers.filter(status=HandoverStatus.PENDING).first(),
            "handovers": organization.handovers.filter(status=HandoverStatus.DONE).select_related(
                "from_user", "to_user"
            )[:20],
        },
    )


@login_required
@require_POST
def change_member(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Another role, or the end of membership."""
    organization = find_organization(request, slug)
    membership = get_object_or_404(organization.memberships.filter(is_active=True), pk=pk)
    leaves = membership.user_id == request.user.pk and "end" in request.POST
    require(leaves or permissions.can_manage_members(request.user, organization))
    with Told(request, _("Zapisano.")):
        if "end" in request.POST:
            memberships.end_membership(membership)
        elif request.POST.get("role") in OrganizationRole.values:
            memberships.change_role(membership, request.POST["role"])
    return redirect(
        organization if leaves else "organizations:members", *([] if leaves else [slug])
    )


@login_required
@require_POST
def revoke(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Take an invitation back."""
    organization = find_organization(request, slug)
    require(permissions.can_manage_members(request.user, organization))
    memberships.revoke_invitation(get_object_or_404(organization.invitations, pk=pk))
    messages.success(request, _("Zaproszenie cofnięte."))
    return redirect("organizations:members", slug)


@login_required
@require_POST
def resend(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Send the letter of an invitation again."""
    organization = find_organization(request, slug)
    require(permissions.can_manage_members(request.user, organization))
    invited = get_object_or_404(organization.invitations, pk=pk)
    with Told(request, _("Zaproszenie wysłane jeszcze raz.")):
        memberships.resend_invitation(invited, by=signed_in(request))
    return redirect("organizations:members", slug)


@login_required
@require_http_methods(["GET", "POST"])
def hand_over(request: HttpRequest, slug: str) -> HttpResponse:
    """Give the profile to a colleague, or ask to be released without a successor."""
    organization = find_organization(request, slug)
    require(permissions.can_hand_over(request.user, organization))
    keeper = signed_in(request)
    releases = "release" in request.POST
    form = HandoverForm(
        None if releases else request.POST or None, organization=organization, keeper=keeper
    )
    release = ReleaseForm(request.POST if releases else None)
    if form.is_valid():
        with Told(request, _("Opieka nad profilem przekazana."), form):
            handovers.hand_over(organization=organization, keeper=keeper, **form.cleaned_data)
            return redirect(organization)
    if release.is_valid():
        with Told(request, _("Prośba czeka na decyzję administratora."), release):
            handovers.ask_for_release(
                organization=organization, keeper=keeper, **release.cleaned_data
            )
            return redirect("organizations:members", slug)
    others = form.fields["to"].queryset  # type: ignore[attr-defined]
    return render(
        request,
        "organizations/hand_over.html",
        {
            "organization": organization,
            "form": form,
            "release_form": release,
            "has_others": others.exists(),
        },
    )


@require_http_methods(["GET", "POST"])
def invitation(request: HttpRequest, key: str) -> HttpResponse:
    """The page behind a letter's link: who invites, and yes.

    People without an account read it too: it tells them how to make one and come back.
    """
    invited = get_object_or_404(
        ProfileInvitation.objects.select_related("organization", "invited_by"),
        pk=read_key(key, "invitation", INVITATION_DAYS),
    )
    if not request.user.is_authenticated:
        return render(request, "organizations/invitation.html", {"invitation": invited})
    if request.method == "POST":
        with Told(request, _("Działasz teraz w imieniu tej organizacji.")):
            memberships.accept_invitation(invited, signed_in(request))
        return redirect(invited.organization)
    return render(
        request,
        "layouts/confirm.html",
        {
            "title": _("Zaproszenie do organizacji"),
            "text": _("%(person)s zaprasza Cię do działania w imieniu: %(organization)s.")
            % {"person": invited.invited_by or "", "organization": invited.organization},
            "confirm": _("Przyjmuję"),
            "cancel_url": invited.organization.get_absolute_url(),
        },
    )
