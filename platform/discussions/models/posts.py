"""Posts: what people say in threads."""

from __future__ import annotations

from typing import Any

import pghistory
from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _


class PostState(models.TextChoices):
    """Life of a post. A hidden or deleted one keeps its number, so that pages do not shift."""

    VISIBLE = "visible", _("widoczny")
    HIDDEN = "hidden", _("ukryty przez moderatora")
    DELETED = "deleted", _("usunięty przez autora")


class PostQuerySet(models.QuerySet["Post"]):
    """Common choices of posts."""

    def visible_to(self, user: Any) -> PostQuerySet:
        """Posts whose text the person may read."""
        from discussions.models.threads import Thread

        return self.filter(
            state=PostState.VISIBLE, thread__in=Thread.objects.visible_to(user).order_by()
        )


# The history keeps each text that was replaced; it is shown as "historia zmian".
@pghistory.track(
    pghistory.UpdateEvent(row=pghistory.Old),
    fields=["text"],
    obj_field=pghistory.ObjForeignKey(related_name="events"),
)
class Post(models.Model):
    """One post of a thread."""

    thread = models.ForeignKey(
        "discussions.Thread",
        verbose_name=_("wątek"),
        on_delete=models.CASCADE,
        related_name="posts",
    )
    number = models.PositiveIntegerField(_("numer"), editable=False)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("autor"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="posts",
    )
    text = models.TextField(_("treść"), max_length=20_000, blank=True)
    reply_to = models.ForeignKey(
        "self",
        verbose_name=_("odpowiedź na"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    state = models.CharField(
        _("stan"), max_length=8, choices=PostState.choices, default=PostState.VISIBLE
    )
    state_reason = models.TextField(_("powód ukrycia"), blank=True)
    # Sending the same form twice (double click, repeated request) stores it once.
    submission_key = models.UUIDField(null=True, editable=False, unique=True)
    created_at = models.DateTimeField(_("napisano"), auto_now_add=True)
    edited_at = models.DateTimeField(_("zmieniono"), null=True, blank=True, editable=False)

    objects = PostQuerySet.as_manager()

    class Meta:
        verbose_name = _("wpis")
        verbose_name_plural = _("wpisy")
        ordering = ["thread", "number"]
        constraints = [
            # Deferred: merging numbers the posts of two threads anew in one statement.
            models.UniqueConstraint(
                fields=["thread", "number"],
                name="post_number_unique",
                deferrable=models.Deferrable.DEFERRED,
            ),
        ]
        indexes = [
            models.Index(fields=["author", "-created_at"], name="post_of_author"),
        ]

    def __str__(self) -> str:
        return _("Wpis nr %(number)s") % {"number": self.number}

    def get_absolute_url(self) -> str:
        """The permanent link: it finds the page on which the post stands now."""
        return reverse("discussions:post", args=[self.pk])


class PostAttachment(models.Model):
    """One file of a post; read by whoever may read the post."""

    post = models.ForeignKey(
        Post, verbose_name=_("wpis"), on_delete=models.CASCADE, related_name="attachments"
    )
    file = models.OneToOneField(
        "documents.StoredFile", verbose_name=_("plik"), on_delete=models.PROTECT, related_name="+"
    )
    added_at = models.DateTimeField(_("dodano"), auto_now_add=True)

    class Meta:
        verbose_name = _("załącznik wpisu")
        verbose_name_plural = _("załączniki wpisów")
        ordering = ["post", "added_at", "pk"]

    def __str__(self) -> str:
        return self.file.original_name

    def get_absolute_url(self) -> str:
        return reverse("discussions:attachment", args=[self.post_id, self.pk])


class Mention(models.Model):
    """A person named in a post with ``@``; ``name`` is how it stands in the text."""

    post = models.ForeignKey(Post, on_delete=models.CASCADE, related_name="mentions")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="mentions"
    )
    name = models.CharField(_("nazwa w tekście"), max_length=120)

    class Meta:
        verbose_name = _("wzmianka")
        verbose_name_plural = _("wzmianki")
        constraints = [
            models.UniqueConstraint(fields=["post", "user"], name="one_mention_per_post")
        ]

    def __str__(self) -> str:
        return f"@{self.name}"
