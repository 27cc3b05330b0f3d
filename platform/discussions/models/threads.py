"""Threads: in a category of the forum, about an object of some activity, or private."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from discussions import places
from discussions.models.categories import Readers

NEW_POST = "discussions.new_post"


class ThreadQuerySet(models.QuerySet["Thread"]):
    """Common choices of threads."""

    def visible_to(self, user: Any) -> ThreadQuerySet:
        """Threads that the person may read: the one rule for pages, search, feeds and mail."""
        rows = self.filter(merged_into=None)
        is_someone = user.is_authenticated
        in_forum = Q(category__isnull=False)
        if not is_someone:
            in_forum = Q(category__readers=Readers.EVERYBODY)
        allowed = in_forum
        for place in places.all_places():
            subjects = place.visible(user).order_by().values("pk")
            allowed |= Q(place=place.key, is_public=True, subject_id__in=subjects)
        if is_someone:
            allowed |= Q(is_public=False, pk__in=_private_talks_of(user))
        if getattr(user, "is_staff", False):
            return rows.filter(allowed)
        shown = Q(is_hidden=False)
        if is_someone:
            shown |= Q(author=user.pk)
        return rows.filter(allowed & shown)

    def in_forum(self) -> ThreadQuerySet:
        """Threads of categories."""
        return self.filter(category__isnull=False, merged_into=None)


def _private_talks_of(user: Any) -> models.QuerySet[Any]:
    from discussions.models.reading import Participant

    return Participant.objects.filter(user=user.pk).values("thread")


class Thread(models.Model):
    """A talk. Its posts are numbered from 1 without gaps, so that pages are found by number."""

    category = models.ForeignKey(
        "discussions.Category",
        verbose_name=_("kategoria"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="threads",
    )
    place = models.CharField(_("miejsce"), max_length=60, blank=True, editable=False)
    subject_type = models.ForeignKey(
        ContentType, null=True, editable=False, on_delete=models.CASCADE, related_name="+"
    )
    subject_id = models.BigIntegerField(null=True, editable=False)
    subject = GenericForeignKey("subject_type", "subject_id")
    title = models.CharField(_("temat"), max_length=200)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("autor"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    is_public = models.BooleanField(_("publiczny"), default=True, editable=False)
    is_locked = models.BooleanField(_("zamknięty"), default=False)
    is_pinned = models.BooleanField(_("przypięty"), default=False)
    is_hidden = models.BooleanField(_("ukryty"), default=False, editable=False)
    solution = models.ForeignKey(
        "discussions.Post",
        verbose_name=_("rozwiązanie"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    merged_into = models.ForeignKey(
        "self",
        verbose_name=_("połączony z"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    new_post_kind = models.CharField(max_length=80, default=NEW_POST, editable=False)
    # The number of the last post, and so how many there are.
    last_number = models.PositiveIntegerField(_("wpisy"), default=0, editable=False)
    last_post_at = models.DateTimeField(_("ostatni wpis"), default=timezone.now, editable=False)
    last_author = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, editable=False, on_delete=models.SET_NULL,
        related_name="+",
    )  # fmt: skip
    created_at = models.DateTimeField(_("rozpoczęto"), auto_now_add=True)
    updated_at = models.DateTimeField(_("zmieniono"), auto_now=True)

    objects = ThreadQuerySet.as_manager()

    class Meta:
        verbose_name = _("wątek")
        verbose_name_plural = _("wątki")
        ordering = ["-last_post_at", "-pk"]
        permissions = [("moderate_forum", _("Może moderować forum"))]
        constraints = [
            models.CheckConstraint(
                condition=Q(category__isnull=False, place="", subject_id=None)
                | (Q(category=None) & ~Q(place="") & Q(subject_id__isnull=False))
                | Q(category=None, place="", subject_id=None, is_public=False),
                name="thread_has_one_home",
            ),
            models.CheckConstraint(
                condition=Q(category=None) | Q(is_public=True), name="forum_thread_is_public"
            ),
            models.UniqueConstraint(
                fields=["place", "subject_id"],
                condition=~Q(place="") & Q(is_public=True),
                name="one_public_thread_per_subject",
            ),
        ]
        indexes = [
            models.Index(
                fields=["category", "-is_pinned", "-last_post_at"],
                condition=Q(merged_into=None),
                name="thread_of_category",
            ),
            models.Index(fields=["-last_post_at"], name="thread_newest"),
            models.Index(fields=["place", "subject_id"], name="thread_of_subject"),
            models.Index(fields=["author", "-last_post_at"], name="thread_of_author"),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("discussions:thread", args=[self.pk])

    @property
    def is_private(self) -> bool:
        """Whether only its participants read it."""
        return not self.is_public
