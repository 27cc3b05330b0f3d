"""The questionnaire: versions, planes, areas and indicators with described levels."""

from __future__ import annotations

from typing import Any

import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

HIGHEST_LEVEL = 4
LEVEL_COUNT = HIGHEST_LEVEL + 1

_REFUSED = """
    RAISE EXCEPTION 'version % of the questionnaire is published', {version}
        USING ERRCODE = 'check_violation', CONSTRAINT = 'questionnaire_version_published';
"""

# A year's scores mean what the questions meant on that day, so nothing of them ever changes.
_KEEP_PUBLISHED_PARTS = f"""
    IF TG_OP <> 'INSERT' THEN
        PERFORM 1 FROM quality_index_questionnaireversion
            WHERE id = OLD.version_id AND state = 'published';
        IF FOUND THEN {_REFUSED.format(version="OLD.version_id")} END IF;
    END IF;
    IF TG_OP <> 'DELETE' THEN
        PERFORM 1 FROM quality_index_questionnaireversion
            WHERE id = NEW.version_id AND state = 'published' FOR SHARE;
        IF FOUND THEN {_REFUSED.format(version="NEW.version_id")} END IF;
        RETURN NEW;
    END IF;
    RETURN OLD;
"""
_KEEP_PUBLISHED_VERSION = f"""
    IF OLD.state = 'published' THEN {_REFUSED.format(version="OLD.id")} END IF;
    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
    RETURN NEW;
"""


def keep_published_parts() -> pgtrigger.Trigger:
    """The trigger that closes a part of a published version for good."""
    return pgtrigger.Trigger(
        name="keep_published",
        operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
        when=pgtrigger.Before,
        func=_KEEP_PUBLISHED_PARTS,
    )


class VersionState(models.TextChoices):
    """Life of a version."""

    DRAFT = "draft", _("w przygotowaniu")
    PUBLISHED = "published", _("opublikowana")


class QuestionnaireVersion(models.Model):
    """One version of the questionnaire; once published it never changes."""

    number = models.PositiveSmallIntegerField(_("numer wersji"), unique=True)
    title = models.CharField(_("tytuł"), max_length=200)
    description = models.TextField(_("opis"), blank=True)
    state = models.CharField(
        _("stan"), max_length=10, choices=VersionState.choices, default=VersionState.DRAFT
    )
    published_at = models.DateTimeField(_("opublikowano"), null=True, blank=True, editable=False)
    created_at = models.DateTimeField(_("utworzono"), auto_now_add=True)

    class Meta:
        verbose_name = _("wersja kwestionariusza")
        verbose_name_plural = _("wersje kwestionariusza")
        ordering = ["-number"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state="draft", published_at=None)
                | Q(state="published", published_at__isnull=False),
                name="questionnaire_published_when",
            )
        ]
        triggers = [
            pgtrigger.Trigger(
                name="keep_published",
                operation=pgtrigger.Update | pgtrigger.Delete,
                when=pgtrigger.Before,
                func=_KEEP_PUBLISHED_VERSION,
            )
        ]

    def __str__(self) -> str:
        return _("%(title)s, wersja %(number)s") % {"title": self.title, "number": self.number}

    def get_absolute_url(self) -> str:
        return reverse("quality_index:questionnaire", args=[self.number])

    @property
    def is_published(self) -> bool:
        """Whether it can be used, and can no longer be changed."""
        return self.state == VersionState.PUBLISHED


class NamedPart(models.Model):
    """What planes, areas and indicators have in common."""

    key = models.SlugField(
        _("klucz"),
        max_length=60,
        help_text=_("Ten sam w następnych wersjach, aby lata dało się porównać."),
    )
    position = models.PositiveSmallIntegerField(_("kolejność"), default=0)
    name = models.CharField(_("nazwa"), max_length=200)
    name_en = models.CharField(_("nazwa po angielsku"), max_length=200, blank=True)
    name_de = models.CharField(_("nazwa po niemiecku"), max_length=200, blank=True)
    weight = models.DecimalField(
        _("waga"), max_digits=6, decimal_places=2, default=1, validators=[MinValueValidator(0.01)]
    )

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.label

    @property
    def label(self) -> str:
        """The name in the reader's language, Polish where there is no other."""
        return self.text("name")

    def text(self, field: str) -> str:
        """``field`` in the reader's language, Polish where there is no other."""
        own = getattr(self, f"{field}_{(get_language() or 'pl')[:2]}", "")
        return str(own or getattr(self, field))


class Plane(NamedPart):
    """A plane (płaszczyzna) of cooperation."""

    version = models.ForeignKey(
        QuestionnaireVersion,
        verbose_name=_("wersja"),
        on_delete=models.CASCADE,
        related_name="planes",
    )
    description = models.TextField(_("opis"), blank=True)

    class Meta:
        verbose_name = _("płaszczyzna")
        verbose_name_plural = _("płaszczyzny")
        ordering = ["version", "position", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["version", "key"], name="plane_key_unique"),
            models.CheckConstraint(condition=Q(weight__gt=0), name="plane_weight_positive"),
        ]
        triggers = [keep_published_parts()]


class IndexArea(NamedPart):
    """An area (obszar) of a plane."""

    version = models.ForeignKey(
        QuestionnaireVersion,
        verbose_name=_("wersja"),
        on_delete=models.CASCADE,
        related_name="areas",
    )
    plane = models.ForeignKey(
        Plane, verbose_name=_("płaszczyzna"), on_delete=models.CASCADE, related_name="areas"
    )
    description = models.TextField(_("opis"), blank=True)

    class Meta:
        verbose_name = _("obszar")
        verbose_name_plural = _("obszary")
        ordering = ["version", "position", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["version", "key"], name="index_area_key_unique"),
            models.CheckConstraint(condition=Q(weight__gt=0), name="index_area_weight_positive"),
        ]
        triggers = [keep_published_parts()]


def no_recommendations() -> list[dict[str, Any]]:
    """Nothing is recommended by default."""
    return []


class Indicator(NamedPart):
    """An indicator (wskaźnik): what is asked, what counts as evidence, what each level means."""

    version = models.ForeignKey(
        QuestionnaireVersion,
        verbose_name=_("wersja"),
        on_delete=models.CASCADE,
        related_name="indicators",
    )
    area = models.ForeignKey(
        IndexArea, verbose_name=_("obszar"), on_delete=models.CASCADE, related_name="indicators"
    )
    question = models.TextField(_("pytanie"))
    guidance = models.TextField(_("wskazówki"), blank=True)
    evidence = models.TextField(_("oczekiwane dowody"), blank=True)
    levels = ArrayField(
        models.TextField(),
        size=LEVEL_COUNT,
        verbose_name=_("opisy poziomów"),
        help_text=_("Pięć opisów, od poziomu 0 do 4."),
    )
    recommendations = models.JSONField(
        _("zalecenia"),
        default=no_recommendations,
        blank=True,
        help_text=_("Lista: do którego poziomu (up_to) i co zrobić (text)."),
    )
    hints = ArrayField(
        models.CharField(max_length=60),
        default=list,
        blank=True,
        verbose_name=_("podpowiedzi z portalu"),
        help_text=_("Klucze faktów, które portal policzy sam."),
    )
    replaces = ArrayField(
        models.SlugField(max_length=60),
        default=list,
        blank=True,
        verbose_name=_("zastępuje klucze"),
        help_text=_("Klucze wskaźników z poprzednich wersji, gdy klucz musiał się zmienić."),
    )

    class Meta:
        verbose_name = _("wskaźnik")
        verbose_name_plural = _("wskaźniki")
        ordering = ["version", "position", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["version", "key"], name="indicator_key_unique"),
            models.CheckConstraint(condition=Q(weight__gt=0), name="indicator_weight_positive"),
            models.CheckConstraint(
                condition=Q(levels__len=LEVEL_COUNT), name="indicator_levels_described"
            ),
        ]
        triggers = [keep_published_parts()]

    def recommendations_for(self, value: int) -> list[str]:
        """What is recommended at level ``value``."""
        return [row["text"] for row in self.recommendations if value <= row["up_to"]]
