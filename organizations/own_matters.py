"""What of the directory concerns a person: "Moje sprawy", their data, obstacles to leaving."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.db.models import Q
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext, gettext_lazy

from accounts import dashboard, privacy
from accounts.models import User
from organizations.domain.deputies import running_for
from organizations.domain.letters import invitation_link
from organizations.domain.memberships import invitations_for
from organizations.models import ClaimStatus, Deputation, OrganizationRole


def register_own_matters() -> None:
    """Join "Moje sprawy" and the privacy pages."""
    dashboard.register(deputising_section)
    dashboard.register(organizations_section)
    privacy.register(
        privacy.PersonalData(
            key="organizations",
            label=gettext_lazy("Organizacje i urzędy"),
            export=_export,
            erase=_erase,
            obstacles=_obstacles,
        )
    )


def deputising_section(user: User) -> dashboard.Section | None:
    """For whom the person stands in today; first of all, so that nobody forgets it."""
    items = [
        dashboard.Item(
            title=gettext("%(person)s (%(body)s)")
            % {"person": row.official, "body": row.public_body},
            url=reverse("organizations:deputies", args=[row.public_body.slug]),
            note=row.note,
            badge=gettext("do %(day)s") % {"day": date_format(row.ends_on, "SHORT_DATE_FORMAT")},
            tone="info",
        )
        for row in running_for(user)
    ]
    if not items:
        return None
    return dashboard.Section(
        key="deputising", title=gettext("Działasz w zastępstwie"), items=items, rank=1
    )


def organizations_section(user: User) -> dashboard.Section | None:
    """Organizations and offices for which the person acts, and claims that wait."""
    items = [
        *_invitations(user),
        *_own_organizations(user),
        *_own_offices(user),
        *_own_claims(user),
    ]
    if not items:
        return None
    return dashboard.Section(
        key="organizations", title=gettext("Moje organizacje i urzędy"), items=items, rank=40
    )


def _invitations(user: User) -> list[dashboard.Item]:
    return [
        dashboard.Item(
            title=row.organization.name,
            url=invitation_link(row),
            badge=gettext("zaproszenie"),
            tone="info",
            note=gettext("Zaprasza: %(person)s") % {"person": row.invited_by or ""},
        )
        for row in invitations_for(user)
    ]


def _own_organizations(user: User) -> list[dashboard.Item]:
    memberships = user.organizationmemberships.filter(is_active=True)
    return [
        dashboard.Item(
            title=row.organization.name,
            url=row.organization.get_absolute_url(),
            note=row.get_role_display(),
        )
        for row in memberships.select_related("organization")
    ]


def _own_offices(user: User) -> list[dashboard.Item]:
    memberships = user.publicbodymemberships.filter(is_active=True)
    return [
        dashboard.Item(
            title=row.public_body.name,
            url=row.public_body.get_absolute_url(),
            note=row.unit or row.get_role_display(),
        )
        for row in memberships.select_related("public_body")
    ]


def _own_claims(user: User) -> list[dashboard.Item]:
    claims = user.profile_claims.filter(status=ClaimStatus.PENDING)
    return [
        dashboard.Item(
            title=row.organization.name,
            url=row.organization.get_absolute_url(),
            badge=row.get_status_display(),
            tone="info",
        )
        for row in claims.select_related("organization")
    ]


def _export(user: User) -> Iterable[Mapping[str, Any]]:
    for row in user.organizationmemberships.select_related("organization"):
        yield {"organization": row.organization.name, "role": row.role, "active": row.is_active}
    for job in user.publicbodymemberships.select_related("public_body"):
        yield {"public_body": job.public_body.name, "unit": job.unit, "role": job.role}
    for days in Deputation.objects.filter(Q(official=user) | Q(deputy=user)):
        yield {"deputation": str(days), "note": days.note}
    for claim in user.profile_claims.select_related("organization"):
        yield {"claim": claim.organization.name, "function": claim.function, "text": claim.message}
    for search in user.saved_searches.all():
        yield {"saved_search": search.name, "query": search.query}


def _erase(user: User) -> None:
    user.organizationmemberships.update(is_active=False)
    user.publicbodymemberships.update(is_active=False, unit="")
    Deputation.objects.filter(official=user).update(note="")
    Deputation.objects.filter(deputy=user).update(note="")
    user.profile_claims.all().delete()
    user.saved_searches.all().delete()


def _obstacles(user: User) -> Iterable[str]:
    """The last keeper hands the profile over first, or an administrator releases them."""
    owned = user.organizationmemberships.filter(is_active=True, role=OrganizationRole.OWNER)
    for row in owned.select_related("organization"):
        keepers = row.organization.memberships.filter(is_active=True, role=OrganizationRole.OWNER)
        if not keepers.exclude(user=user).exists():
            yield gettext(
                "Opiekujesz się profilem %(name)s jako jedyna osoba. Najpierw na stronie „Ludzie "
                "profilu” przekaż opiekę komuś innemu albo poproś administratora o zwolnienie."
            ) % {"name": row.organization.name}
