"""Kinds of notifications that the directory sends; registered in ``apps.py``."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from notifications import kinds
from notifications.kinds import Context, Kind
from notifications.models import OutboxEvent
from organizations.models import OrganizationRole, Publication

GROUP = _("Organizacje")
YOU_ASKED = _("Dostajesz tę wiadomość, bo to Twoje zgłoszenie.")
YOU_STAND_BEHIND_IT = _(
    "Dostajesz tę wiadomość, bo to Twoje zgłoszenie albo inicjatywa Twojej organizacji."
)
YOU_SAVED_IT = _("Dostajesz tę wiadomość, bo zapisałeś(-aś) to wyszukiwanie.")
YOU_KEEP_IT = _("Dostajesz tę wiadomość, bo opiekujesz się profilem albo portalem.")
YOU_WORK_THERE = _("Dostajesz tę wiadomość, bo pracujesz w tym urzędzie.")
YOU_ARE_MEMBER = _("Dostajesz tę wiadomość, bo działasz w imieniu tej organizacji.")


def register_kinds() -> None:
    """Make all kinds known to the platform."""
    for kind in (
        *_about_claims(),
        *_about_proposals(),
        *_about_initiatives(),
        *_about_profiles(),
    ):
        kinds.register(kind)


def _about_claims() -> list[Kind]:
    return [
        direct_kind(
            "organizations.claim_submitted",
            _("Prośba o profil organizacji"),
            _("%(person)s prosi o profil: %(organization)s"),
            _("Funkcja: %(function)s."),
            recipients=_moderators_and_keepers,
            reason=YOU_KEEP_IT,
            url=_moderation,
        ),
        direct_kind(
            "organizations.claim_accepted",
            _("Twoja prośba o profil została uznana"),
            _("Profil jest Twój: %(organization)s"),
            _("Możesz uzupełnić dane i zaprosić współpracowników."),
            recipients=_claimant,
            reason=YOU_ASKED,
            url=_of_organization,
            notify_actor=True,
        ),
        direct_kind(
            "organizations.claim_rejected",
            _("Twoja prośba o profil została odrzucona"),
            _("Nie uznano prośby o profil: %(organization)s"),
            _("%(reason)s"),
            recipients=_claimant,
            reason=YOU_ASKED,
            url=_of_organization,
        ),
        direct_kind(
            "organizations.handed_over",
            _("Opieka nad profilem przeszła na Ciebie"),
            _("Opiekujesz się teraz profilem: %(organization)s"),
            _("%(person)s przekazuje Ci opiekę nad profilem. Możesz zapraszać współpracowników."),
            recipients=_successor,
            reason=YOU_ARE_MEMBER,
            url=_of_organization,
            notify_actor=True,
        ),
        direct_kind(
            "organizations.deputy_named",
            _("Wyznaczenie zastępcy"),
            _("Zastępstwo: %(deputy)s za %(official)s"),
            _("%(body)s, od %(from)s do %(to)s. Zastępca ma w tych dniach zadania tej osoby."),
            recipients=_both_of_deputation,
            reason=YOU_WORK_THERE,
            url=_deputies,
        ),
        direct_kind(
            "organizations.deputation_called_off",
            _("Odwołanie zastępstwa"),
            _("Zastępstwo odwołane: %(deputy)s za %(official)s"),
            "",
            recipients=_both_of_deputation,
            reason=YOU_WORK_THERE,
            url=_deputies,
        ),
        direct_kind(
            "organizations.release_asked",
            _("Prośba o zwolnienie z opieki nad profilem"),
            _("%(person)s prosi o zwolnienie z opieki nad profilem: %(organization)s"),
            _("%(reason)s"),
            recipients=_moderators,
            reason=YOU_KEEP_IT,
            url=_moderation,
        ),
        direct_kind(
            "organizations.release_decided",
            _("Decyzja o zwolnieniu z opieki nad profilem"),
            _("Zwolnienie z opieki nad profilem %(organization)s: %(decision)s"),
            _("%(reason)s"),
            recipients=_former_keeper,
            reason=YOU_ASKED,
            url=_of_organization,
        ),
        direct_kind(
            "organizations.member_joined",
            _("Nowa osoba w Twojej organizacji"),
            _("%(person)s działa teraz w imieniu organizacji %(organization)s"),
            "",
            recipients=_keepers,
            reason=YOU_ARE_MEMBER,
            url=_of_organization,
        ),
    ]


def _about_proposals() -> list[Kind]:
    return [
        direct_kind(
            "organizations.proposed",
            _("Zgłoszono nową organizację"),
            _("Zgłoszona organizacja czeka na sprawdzenie: %(organization)s"),
            "",
            recipients=_moderators_and_keepers,
            reason=YOU_KEEP_IT,
            url=_moderation,
        ),
        direct_kind(
            "organizations.proposal_published",
            _("Twoje zgłoszenie organizacji opublikowano"),
            _("Organizacja jest już w spisie: %(organization)s"),
            _("Dziękujemy za zgłoszenie."),
            recipients=_proposer,
            reason=YOU_ASKED,
            url=_of_organization,
            notify_actor=True,
        ),
        direct_kind(
            "organizations.proposal_refused",
            _("Twojego zgłoszenia organizacji nie przyjęto"),
            _("Nie przyjęto zgłoszenia: %(organization)s"),
            _("%(reason)s"),
            recipients=_proposer,
            reason=YOU_ASKED,
            url=_directory,
        ),
        direct_kind(
            "organizations.change_suggested",
            _("Propozycja zmiany danych organizacji"),
            _("Ktoś proponuje zmianę danych: %(organization)s"),
            _("Pole: %(field)s."),
            recipients=_moderators_and_keepers,
            reason=YOU_KEEP_IT,
            url=_of_organization,
        ),
    ]


def _about_initiatives() -> list[Kind]:
    return [
        direct_kind(
            "organizations.initiative_proposed",
            _("Zgłoszono inicjatywę"),
            _("Inicjatywa czeka na sprawdzenie: %(title)s"),
            "",
            recipients=_moderators,
            reason=YOU_KEEP_IT,
            url=_moderation,
        ),
        direct_kind(
            "organizations.initiative_reported",
            _("Zgłoszono błąd w inicjatywie"),
            _("Zgłoszono błąd: %(title)s"),
            _("%(text)s"),
            recipients=_moderators,
            reason=YOU_KEEP_IT,
            url=_moderation,
        ),
        direct_kind(
            "organizations.initiative_decided",
            _("Decyzja o Twojej inicjatywie"),
            _decision_title,
            _("%(reason)s"),
            recipients=_proposer,
            reason=YOU_ASKED,
            notify_actor=True,
        ),
        direct_kind(
            "organizations.confirm_initiative",
            _("Pytanie, czy inicjatywa nadal trwa"),
            _("Czy ta inicjatywa nadal trwa? %(title)s"),
            _(
                "Od roku nikt tego nie potwierdził."
                " Na stronie inicjatywy wystarczy jedno kliknięcie."
            ),
            recipients=_behind_initiative,
            reason=YOU_STAND_BEHIND_IT,
        ),
    ]


def _decision_title(context: Context) -> str:
    if context["publication"] == Publication.PUBLISHED:
        return _now("Twoja inicjatywa jest na mapie: %(title)s") % context
    return _now("Nie opublikowano inicjatywy: %(title)s") % context


def _about_profiles() -> list[Kind]:
    return [
        Kind(
            key="organizations.profile_changed",
            group=GROUP,
            label=_("Zmieniono profil obserwowanej organizacji"),
            title=_("Zmieniono profil: %(organization)s"),
            default_channels=frozenset({kinds.Channel.INBOX}),
        ),
        direct_kind(
            "organizations.search_matches",
            _("Nowe organizacje w zapisanym wyszukiwaniu"),
            _("Nowe organizacje: %(name)s"),
            _("Liczba nowych: %(count)s, pierwsza z nich: %(first)s."),
            recipients=_searcher,
            reason=YOU_SAVED_IT,
        ),
        direct_kind(
            "organizations.confirm_profile",
            _("Prośba o potwierdzenie danych organizacji"),
            _("Czy dane są aktualne? %(organization)s"),
            _("Minął rok od ostatniego potwierdzenia. Wystarczy jedno kliknięcie na profilu."),
            recipients=_keepers,
            reason=YOU_ARE_MEMBER,
            url=_of_organization,
        ),
    ]


def direct_kind(key: str, label: Any, title: Any, body: Any, **options: Any) -> Kind:
    """A kind for people named by their role in the matter, not for followers."""
    return Kind(
        key=key,
        group=GROUP,
        label=label,
        title=title,
        body=body,
        followed=_nobody,
        audience=_as_named,
        **options,
    )


def _nobody(event: OutboxEvent) -> list[models.Model]:
    return []


def _as_named(event: OutboxEvent, people: models.QuerySet[User]) -> Iterable[User]:
    """Recipients were chosen because of their role in the matter."""
    return people


def _organization(event: OutboxEvent) -> Any:
    return getattr(event.subject, "organization", event.subject)


def _moderators_and_keepers(event: OutboxEvent) -> models.QuerySet[User]:
    return User.objects.filter(
        models.Q(is_staff=True, is_active=True) | models.Q(pk__in=_keepers(event))
    )


def _moderators(event: OutboxEvent) -> models.QuerySet[User]:
    return User.objects.filter(is_staff=True, is_active=True)


def _keepers(event: OutboxEvent) -> models.QuerySet[User]:
    return User.objects.filter(
        organizationmemberships__organization=_organization(event),
        organizationmemberships__is_active=True,
        organizationmemberships__role=OrganizationRole.OWNER,
    )


def _claimant(event: OutboxEvent) -> list[int]:
    return [event.subject.user_id] if event.subject else []


def _both_of_deputation(event: OutboxEvent) -> list[int]:
    return [event.subject.official_id, event.subject.deputy_id] if event.subject else []


def _deputies(event: OutboxEvent) -> str:
    deputation: Any = event.subject
    return reverse("organizations:deputies", args=[deputation.public_body.slug])


def _successor(event: OutboxEvent) -> list[int]:
    return [event.subject.to_user_id] if event.subject else []


def _former_keeper(event: OutboxEvent) -> list[int]:
    return [event.subject.from_user_id] if event.subject else []


def _proposer(event: OutboxEvent) -> list[int]:
    proposer = event.subject.proposed_by_id if event.subject else None
    return [proposer] if proposer else []


def _behind_initiative(event: OutboxEvent) -> models.QuerySet[User]:
    keepers = models.Q(
        organizationmemberships__organization__initiatives=event.subject,
        organizationmemberships__is_active=True,
        organizationmemberships__role=OrganizationRole.OWNER,
    )
    return User.objects.filter(keepers | models.Q(pk__in=_proposer(event))).distinct()


def _searcher(event: OutboxEvent) -> list[int]:
    return [event.subject.user_id] if event.subject else []


def _moderation(event: OutboxEvent) -> str:
    return reverse("organizations:moderation")


def _directory(event: OutboxEvent) -> str:
    return reverse("organizations:list")


def _of_organization(event: OutboxEvent) -> str:
    return str(_organization(event).get_absolute_url())
