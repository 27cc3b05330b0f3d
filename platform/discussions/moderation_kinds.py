"""Kinds of notifications that moderation of posts sends."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain
from typing import Any, cast

from django.contrib.auth.models import Permission
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from discussions import places
from discussions.models import AbuseReason, AbuseState, AppealState, Post
from notifications.kinds import Context, Kind
from notifications.models import OutboxEvent

GROUP = _("Rozmowy")
YOU_MODERATE = _("Dostajesz tę wiadomość, bo moderujesz tę rozmowę.")
YOU_WROTE = _("Dostajesz tę wiadomość, bo to Twój wpis.")
YOU_REPORTED = _("Dostajesz tę wiadomość, bo zgłosiłeś(-aś) ten wpis.")


def moderation_kinds() -> list[Kind]:
    """Reports, hidden and restored posts, appeals."""
    return [*_for_moderators(), *_for_authors(), _for_reporters()]


def people_named(event: OutboxEvent) -> list[int]:
    """The people whose keys stand in the event."""
    return list(event.context["people"])


def nobody(event: OutboxEvent) -> list[models.Model]:
    """No followers: the notice is for certain people."""
    return []


def as_named(event: OutboxEvent, people: models.QuerySet[User]) -> Iterable[User]:
    """They were chosen because they may see it."""
    return people


def _for_moderators() -> list[Kind]:
    return [
        Kind(
            key="discussions.reported",
            group=GROUP,
            label=_("Zgłoszono naruszenie we wpisie"),
            title=_("Zgłoszono wpis nr %(number)s: %(title)s"),
            body=lambda context: str(AbuseReason(context["reason"]).label),
            reason=YOU_MODERATE,
            recipients=_moderators,
            followed=nobody,
            audience=as_named,
            url=_queue,
        ),
        Kind(
            key="discussions.appeal_filed",
            group=GROUP,
            label=_("Odwołanie od ukrycia wpisu"),
            title=_("Odwołanie w sprawie wpisu nr %(number)s: %(title)s"),
            reason=YOU_MODERATE,
            recipients=lambda event: User.objects.filter(is_staff=True),
            followed=nobody,
            audience=as_named,
            url=_queue,
        ),
    ]


def _for_authors() -> list[Kind]:
    return [
        Kind(
            key="discussions.hidden",
            group=GROUP,
            label=_("Ukryto Twój wpis"),
            title=_("Moderator ukrył Twój wpis nr %(number)s: %(title)s"),
            body=_hidden,
            reason=YOU_WROTE,
            recipients=_author,
            followed=nobody,
            audience=as_named,
            url=lambda event: reverse("discussions:appeal", args=[event.subject_id]),
        ),
        Kind(
            key="discussions.restored",
            group=GROUP,
            label=_("Przywrócono Twój wpis"),
            title=_("Twój wpis nr %(number)s jest znów widoczny: %(title)s"),
            body=_("%(reason)s"),
            reason=YOU_WROTE,
            recipients=_author,
            followed=nobody,
            audience=as_named,
        ),
        Kind(
            key="discussions.appeal_decided",
            group=GROUP,
            label=_("Decyzja w sprawie Twojego odwołania (wpis)"),
            title=_("Odwołanie w sprawie wpisu nr %(number)s: %(title)s"),
            body=_appeal,
            reason=YOU_WROTE,
            recipients=_author,
            followed=nobody,
            audience=as_named,
        ),
    ]


def _for_reporters() -> Kind:
    return Kind(
        key="discussions.report_decided",
        group=GROUP,
        label=_("Decyzja w sprawie wpisu, który zgłaszasz"),
        title=_("Twoje zgłoszenie wpisu nr %(number)s: %(title)s"),
        body=_report,
        reason=YOU_REPORTED,
        recipients=people_named,
        followed=nobody,
        audience=as_named,
        url=lambda event: reverse("discussions:index"),
    )


def _hidden(context: Context) -> str:
    appeal = _now("Jeśli się z tym nie zgadzasz, możesz złożyć odwołanie.")
    return f"{context['reason']}\n\n{appeal}"


def _appeal(context: Context) -> str:
    return f"{AppealState(context['state']).label}\n\n{context['reason']}"


def _report(context: Context) -> str:
    return f"{AbuseState(context['state']).label}\n\n{context['reason']}"


def _author(event: OutboxEvent) -> list[int]:
    post = cast(Post, event.subject)
    return [post.author_id] if post.author_id else []


def _moderators(event: OutboxEvent) -> Iterable[Any]:
    """Those of the forum, or of the place; administrators always."""
    thread = cast(Post, event.subject).thread
    administrators = User.objects.filter(is_staff=True)
    place = places.find(thread.place) if thread.place else None
    if place and thread.subject and thread.is_public:
        return chain(administrators, place.moderators(thread.subject))
    if thread.category_id is None:
        return administrators
    given = Permission.objects.filter(
        codename="moderate_forum", content_type__app_label="discussions"
    )
    allowed = Q(user_permissions__in=given) | Q(groups__permissions__in=given)
    return User.objects.filter(Q(is_staff=True) | allowed).distinct()


def _queue(event: OutboxEvent) -> str:
    return reverse("discussions:moderation")
