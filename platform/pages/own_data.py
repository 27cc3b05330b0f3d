"""What pages hold about people, for export, erasure and retention."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.utils.translation import gettext_lazy as _

from accounts import privacy, retention
from accounts.models import User
from accounts.privacy import PersonalData, Rows
from accounts.retention import RetentionRule
from pages.models import Call, News, PageChange, PageVersion, PublicationState, ReaderLetter

FIELDS = ("title", "summary", "text", "publisher_name", "state", "created_at")


def register_own_data() -> None:
    """Make the sources and rules of this app known."""
    privacy.register(
        PersonalData(
            key="publikacje", label=_("Aktualności i nabory"), export=_texts, erase=_unsign
        )
    )
    privacy.register(
        PersonalData(
            key="wersje-stron", label=_("Wersje stron"), export=_versions, erase=_unsign_versions
        )
    )
    privacy.register(
        PersonalData(
            key="listy", label=_("Listy do redakcji"), export=_letters, erase=_remove_letters
        )
    )
    retention.register(
        RetentionRule(
            key="listy-czytelnikow",
            label=_("Załatwione listy od czytelników"),
            kept_for=timedelta(days=365),
            remove=_remove_old_letters,
        )
    )
    retention.register(
        RetentionRule(
            key="szkice-publikacji",
            label=_("Szkice aktualności i naborów, do których nikt nie wrócił"),
            kept_for=timedelta(days=2 * 365),
            remove=_remove_old_drafts,
        )
    )


def _texts(user: User) -> Rows:
    for model in (News, Call):
        yield from model.objects.filter(author=user).order_by("pk").values(*FIELDS)


def _unsign(user: User) -> None:
    """Texts are their institutions'; the person's name goes with the account."""
    for model in (News, Call):
        model.objects.filter(author=user).update(author=None)


def _versions(user: User) -> Rows:
    rows = PageVersion.objects.filter(author=user).order_by("pk")
    return rows.values("page__slug", "number", "note", "saved_at")


def _unsign_versions(user: User) -> None:
    """What the portal said stays; who wrote it goes with the account."""
    PageVersion.objects.filter(author=user).update(author=None)
    PageChange.objects.filter(actor=user).update(actor=None)


def _letters(user: User) -> Rows:
    rows = ReaderLetter.objects.filter(author=user).order_by("pk")
    return rows.values("name", "email", "subject", "text", "sent_at")


def _remove_letters(user: User) -> None:
    ReaderLetter.objects.filter(author=user).delete()


def _remove_old_letters(before: datetime) -> int:
    return ReaderLetter.objects.filter(is_answered=True, sent_at__lt=before).delete()[0]


def _remove_old_drafts(before: datetime) -> int:
    """Drafts with files are left: somebody meant them to be published."""
    old = {"state": PublicationState.DRAFT, "updated_at__lt": before}
    calls = Call.objects.filter(**old, documents=None).delete()[0]
    return calls + News.objects.filter(**old, picture=None).delete()[0]
