"""What discussions hold about people, for export and erasure (art. 15, 17 and 20 RODO)."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from accounts import privacy
from accounts.domain.erasure import ERASED_NAME
from accounts.models import User
from accounts.privacy import NamedFiles, PersonalData, Rows
from discussions.domain.attachments import detach_all
from discussions.models import (
    AbuseReport,
    Draft,
    Mention,
    Participant,
    Post,
    PostAttachment,
    PostState,
    ReadMark,
)

CHUNK = 500


def register_own_data() -> None:
    """Make the sources of this app known."""
    privacy.register(
        PersonalData(
            key="wpisy", label=_("Wpisy w rozmowach"), export=_posts, files=_files, erase=_unsign
        )
    )
    privacy.register(
        PersonalData(
            key="szkice-wpisow", label=_("Szkice wpisów"), export=_drafts, erase=_forget_reading
        )
    )
    privacy.register(
        PersonalData(
            key="zgloszenia-wpisow",
            label=_("Zgłoszenia naruszeń we wpisach"),
            export=_reports,
            erase=_unsign_reports,
        )
    )


def _posts(user: User) -> Rows:
    posts = Post.objects.filter(author=user).select_related("thread")
    for post in posts.order_by("pk").iterator(chunk_size=CHUNK):
        yield {
            "thread": post.thread.title,
            "number": post.number,
            "text": post.text,
            "state": post.state,
            "is_private": post.thread.is_private,
            "created_at": post.created_at,
        }


def _files(user: User) -> NamedFiles:
    attachments = PostAttachment.objects.filter(post__author=user).select_related("file")
    for attachment in attachments.order_by("pk").iterator(chunk_size=CHUNK):
        file = attachment.file
        yield f"wpis-{attachment.post_id}/{attachment.pk}-{file.original_name}", file.file


def _unsign(user: User) -> None:
    """Public posts stay, signed "usunięty użytkownik"; private words go, and so do mentions."""
    private = Post.objects.filter(author=user, thread__is_public=False)
    for post in private.iterator(chunk_size=CHUNK):
        detach_all(post)
    earlier_texts: Any = Post.events.rel.related_model.objects  # type: ignore[attr-defined]
    private.update(text="", state=PostState.DELETED)
    earlier_texts.filter(pgh_obj__in=private).delete()
    for mention in Mention.objects.filter(user=user).select_related("post"):
        post = mention.post
        post.text = post.text.replace(f"@{mention.name}", f"@{ERASED_NAME}")
        post.save(update_fields=["text"])
        earlier_texts.filter(pgh_obj=post, text__contains=f"@{mention.name}").delete()
    Mention.objects.filter(user=user).delete()


def _drafts(user: User) -> Rows:
    return Draft.objects.filter(user=user).values("title", "text", "updated_at")


def _forget_reading(user: User) -> None:
    Draft.objects.filter(user=user).delete()
    ReadMark.objects.filter(user=user).delete()
    Participant.objects.filter(user=user).delete()


def _reports(user: User) -> Rows:
    reports = AbuseReport.objects.filter(reporter=user).select_related("post__thread")
    for report in reports.order_by("pk").iterator(chunk_size=CHUNK):
        yield {
            "thread": report.post.thread.title,
            "post": report.post.number,
            "reason": report.reason,
            "details": report.details,
            "state": report.state,
            "created_at": report.created_at,
        }


def _unsign_reports(user: User) -> None:
    AbuseReport.objects.filter(reporter=user).update(reporter=None)
