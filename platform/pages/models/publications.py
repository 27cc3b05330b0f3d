"""What institutions publish: written, moderated, shown from a moment on."""

from __future__ import annotations

from typing import Any, TypeVar

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

Row = TypeVar("Row", bound=models.Model)


class PublicationState(models.TextChoices):
    """Life of a publication."""

    DRAFT = "draft", _("szkic")
    PROPOSED = "proposed", _("czeka na moderatora")
    PUBLISHED = "published", _("opublikowane")
    REFUSED = "refused", _("do poprawy")
    WITHDRAWN = "withdrawn", _("wycofane")


# From each state to which others; who may do it, ``pages.domain.publishing`` asks.
TRANSITIONS: dict[PublicationState, frozenset[PublicationState]] = {
    PublicationState.DRAFT: frozenset({PublicationState.PROPOSED, PublicationState.PUBLISHED}),
    PublicationState.PROPOSED: frozenset({PublicationState.PUBLISHED, PublicationState.REFUSED}),
    PublicationState.REFUSED: frozenset({PublicationState.PROPOSED, PublicationState.PUBLISHED}),
    # Changed by its writers, it goes to the moderator again.
    PublicationState.PUBLISHED: frozenset({PublicationState.WITHDRAWN, PublicationState.PROPOSED}),
    PublicationState.WITHDRAWN: frozenset({PublicationState.PROPOSED, PublicationState.PUBLISHED}),
}


class PublicationQuerySet(models.QuerySet[Row]):
    """Common choices of publications; visibility lives here and only here."""

    def live(self) -> PublicationQuerySet[Row]:
        """What everybody may read at this moment, by the database's clock."""
        return self.filter(state=PublicationState.PUBLISHED, publish_at__lte=Now())

    def visible_to(self, user: Any) -> PublicationQuerySet[Row]:
        """Live ones for everybody; others for their authors and administrators."""
        if not user.is_authenticated:
            return self.live()
        if user.is_staff:
            return self
        live = Q(state=PublicationState.PUBLISHED, publish_at__lte=Now())
        return self.filter(live | self._written_by(user))

    def written_by(self, user: Any) -> PublicationQuerySet[Row]:
        """Those of the person and of the institutions for which the person acts."""
        return self.filter(self._written_by(user))

    def _written_by(self, user: Any) -> Q:
        from accounts.domain.memberships import membership_models

        own = Q(author=user.pk)
        for model in membership_models():
            field = model.institution_field()
            institution: Any = model._meta.get_field(field).related_model
            held = model._default_manager.filter(user=user.pk, is_active=True).values(field)
            kind = ContentType.objects.get_for_model(institution)
            own |= Q(publisher_type=kind, publisher_id__in=held)
        return own


class Publication(models.Model):
    """A text that an institution, or the portal itself, makes public."""

    title = models.CharField(_("tytuł"), max_length=200)
    slug = models.SlugField(_("adres"), max_length=120, unique=True, editable=False)
    summary = models.CharField(
        _("streszczenie"), max_length=400, help_text=_("Jedno lub dwa zdania, widoczne na listach.")
    )
    text = models.TextField(_("treść"), max_length=30_000)
    publisher_type = models.ForeignKey(
        ContentType, null=True, editable=False, on_delete=models.SET_NULL, related_name="+"
    )
    publisher_id = models.BigIntegerField(null=True, editable=False)
    # Without a publisher the portal itself speaks.
    publisher = GenericForeignKey("publisher_type", "publisher_id")
    publisher_name = models.CharField(_("kto publikuje"), max_length=300, editable=False)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("autor"),
        null=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    state = models.CharField(
        _("stan"),
        max_length=10,
        choices=PublicationState.choices,
        default=PublicationState.DRAFT,
        editable=False,
    )
    state_reason = models.TextField(_("uzasadnienie"), blank=True, editable=False)
    publish_at = models.DateTimeField(
        _("widoczne od"),
        default=timezone.now,
        help_text=_("Opublikowany tekst pojawi się dopiero w tej chwili."),
    )
    announced_at = models.DateTimeField(_("powiadomiono"), null=True, editable=False)
    created_at = models.DateTimeField(_("utworzono"), auto_now_add=True)
    updated_at = models.DateTimeField(_("zmieniono"), auto_now=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.title

    @property
    def is_live(self) -> bool:
        """Whether everybody may read it now."""
        return self.state == PublicationState.PUBLISHED and self.publish_at <= timezone.now()

    @property
    def is_scheduled(self) -> bool:
        """Whether it waits for its moment."""
        return self.state == PublicationState.PUBLISHED and self.publish_at > timezone.now()


class PublicationChange(models.Model):
    """One step in the life of a publication. Rows are only ever added."""

    subject_type = models.ForeignKey(
        ContentType, on_delete=models.CASCADE, related_name="+", verbose_name=_("rodzaj przedmiotu")
    )
    subject_id = models.BigIntegerField(_("numer przedmiotu"))
    subject = GenericForeignKey("subject_type", "subject_id")
    source = models.CharField(_("z"), max_length=10, choices=PublicationState.choices)
    target = models.CharField(_("na"), max_length=10, choices=PublicationState.choices)
    reason = models.TextField(_("uzasadnienie"), blank=True)
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("kto"),
    )
    changed_at = models.DateTimeField(_("kiedy"), auto_now_add=True)

    class Meta:
        verbose_name = _("zmiana publikacji")
        verbose_name_plural = _("zmiany publikacji")
        ordering = ["changed_at", "pk"]
        indexes = [models.Index(fields=["subject_type", "subject_id"], name="publication_changes")]

    def __str__(self) -> str:
        return f"{self.get_source_display()} → {self.get_target_display()}"
