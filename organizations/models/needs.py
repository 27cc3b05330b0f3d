"""Needs analysis: editions of the survey of NGO needs, and whom each invited."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _


class NeedsEditionQuerySet(models.QuerySet["NeedsEdition"]):
    """Who sees which editions."""

    def visible_to(self, user: Any) -> NeedsEditionQuerySet:
        """Begun or published ones for everybody; all of their own for officials."""
        from surveys.models import Survey

        if user.is_authenticated and user.is_staff:
            return self
        seen = models.Q(survey__in=Survey.objects.visible_to(user).values("pk"))
        if user.is_authenticated:
            offices = user.publicbodymemberships.filter(is_active=True).values("public_body")
            seen |= models.Q(public_body__in=offices)
        return self.filter(seen)


class NeedsEdition(models.Model):
    """One edition of the survey of NGO needs, run by an office."""

    slug = models.SlugField(_("adres strony"), max_length=80, unique=True)
    title = models.CharField(_("tytuł"), max_length=200)
    summary = models.TextField(
        _("po co pytamy"),
        max_length=3000,
        blank=True,
        help_text=_("Kto pyta, dlaczego teraz i co zrobi z wynikami."),
    )
    public_body = models.ForeignKey(
        "organizations.PublicBody",
        verbose_name=_("urząd"),
        on_delete=models.PROTECT,
        related_name="needs_editions",
    )
    survey = models.OneToOneField(
        "surveys.Survey",
        verbose_name=_("ankieta"),
        editable=False,
        on_delete=models.PROTECT,
        related_name="needs_edition",
    )
    invited_fields = models.ManyToManyField(
        "organizations.PublicBenefitField",
        verbose_name=_("zaproszone sfery pożytku"),
        blank=True,
        related_name="+",
        help_text=_("Nic nie zaznaczone: wszystkie."),
    )
    invited_counties = models.ManyToManyField(
        "territory.Area",
        verbose_name=_("zaproszone powiaty"),
        blank=True,
        related_name="+",
        help_text=_("Nic nie zaznaczone: wszystkie."),
    )
    inviting_since = models.DateTimeField(_("zapraszanie od"), null=True, editable=False)
    created_at = models.DateTimeField(_("założono"), auto_now_add=True)

    objects = NeedsEditionQuerySet.as_manager()

    class Meta:
        verbose_name = _("badanie potrzeb")
        verbose_name_plural = _("badania potrzeb")
        ordering = ["-created_at", "-pk"]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("organizations:needs_edition", args=[self.slug])


class NeedsInvitation(models.Model):
    """An organization invited to an edition, once."""

    edition = models.ForeignKey(NeedsEdition, on_delete=models.CASCADE, related_name="invitations")
    organization = models.ForeignKey(
        "organizations.Organization", on_delete=models.CASCADE, related_name="needs_invitations"
    )
    invited_at = models.DateTimeField(_("zaproszono"), auto_now_add=True)
    reminded_at = models.DateTimeField(_("przypomniano"), null=True, blank=True)

    class Meta:
        verbose_name = _("zaproszenie do badania potrzeb")
        verbose_name_plural = _("zaproszenia do badania potrzeb")
        constraints = [
            models.UniqueConstraint(
                fields=["edition", "organization"], name="invited_to_needs_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.organization} – {self.edition}"
