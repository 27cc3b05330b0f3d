"""What leads readers: entries of menus, redirects of old addresses, banners."""

from __future__ import annotations

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

LOCAL_OR_SECURE = RegexValidator(
    r"^(/(?![/\\])|https?://)\S*$",
    _("Podaj adres na portalu (zaczyna się od /) albo pełny adres z https://."),
)
LOCAL = RegexValidator(
    r"^/(?![/\\])[^\s?#*]*$",
    _("Podaj adres na portalu: zaczyna się od /, bez spacji, gwiazdek, znaków ? i #."),
)


class MenuPlace(models.TextChoices):
    """Where an entry stands."""

    HEADER = "header", _("główne menu")
    FOOTER = "footer", _("stopka")


class MenuEntry(models.Model):
    """An entry of a menu, or a change of the entry that a part of the portal brings itself."""

    place = models.CharField(
        _("miejsce"), max_length=10, choices=MenuPlace.choices, default=MenuPlace.HEADER
    )
    part = models.CharField(
        _("część portalu"),
        max_length=80,
        blank=True,
        help_text=_("Zmienia nazwę, kolejność lub widoczność wpisu, który już jest w menu."),
    )
    page = models.ForeignKey(
        "pages.StaticPage",
        verbose_name=_("strona"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="menu_entries",
    )
    address = models.CharField(_("adres"), max_length=500, blank=True, validators=[LOCAL_OR_SECURE])
    label_pl = models.CharField(
        _("nazwa po polsku"),
        max_length=60,
        blank=True,
        help_text=_("Puste: nazwa części portalu albo tytuł strony."),
    )
    label_en = models.CharField(_("nazwa po angielsku"), max_length=60, blank=True)
    label_de = models.CharField(_("nazwa po niemiecku"), max_length=60, blank=True)
    position = models.PositiveSmallIntegerField(
        _("kolejność"), default=100, help_text=_("Mniejsza liczba stoi wcześniej.")
    )
    is_shown = models.BooleanField(_("widoczny"), default=True)

    class Meta:
        verbose_name = _("wpis menu")
        verbose_name_plural = _("wpisy menu")
        ordering = ["place", "position", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=(
                    Q(page=None, address="") & ~Q(part="")
                    | Q(part="", address="", page__isnull=False)
                    | Q(part="", page=None) & ~Q(address="")
                ),
                name="menu_entry_has_one_target",
                violation_error_message=_("Wybierz jedno: część portalu, stronę albo adres."),
            ),
            models.CheckConstraint(
                condition=Q(address="") | ~Q(label_pl=""),
                name="menu_address_has_label",
                violation_error_message=_("Nazwij po polsku wpis, który prowadzi pod adres."),
            ),
            models.UniqueConstraint(
                fields=["place", "part"],
                condition=~Q(part=""),
                name="one_menu_entry_per_part",
                violation_error_message=_("Ta część portalu ma już wpis w tym menu."),
            ),
        ]

    def __str__(self) -> str:
        return self.label_pl or self.part or str(self.page or self.address)


class Redirect(models.Model):
    """An address that is no more and the one that took its place."""

    old_path = models.CharField(_("stary adres"), max_length=300, unique=True, validators=[LOCAL])
    target = models.CharField(_("nowy adres"), max_length=500, validators=[LOCAL_OR_SECURE])
    is_permanent = models.BooleanField(
        _("na stałe (301)"), default=True, help_text=_("Bez zaznaczenia: na pewien czas (302).")
    )
    is_automatic = models.BooleanField(_("powstało samo"), default=False, editable=False)
    hits = models.PositiveIntegerField(_("użyto razy"), default=0, editable=False)
    last_hit_at = models.DateTimeField(_("ostatnio użyto"), null=True, editable=False)
    created_at = models.DateTimeField(_("utworzono"), auto_now_add=True)

    class Meta:
        verbose_name = _("przekierowanie")
        verbose_name_plural = _("przekierowania")
        ordering = ["old_path"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(old_path=F("target")),
                name="redirect_leads_elsewhere",
                violation_error_message=_("Adres nie może prowadzić do siebie samego."),
            ),
        ]
        indexes = [models.Index(fields=["target"], name="redirect_by_target")]

    def __str__(self) -> str:
        return f"{self.old_path} → {self.target}"


class BannerLevel(models.TextChoices):
    """How urgent a message is."""

    INFO = "info", _("informacja")
    WARNING = "warning", _("ostrzeżenie")
    DANGER = "danger", _("pilne")


class BannerAudience(models.TextChoices):
    """Who sees a message."""

    EVERYBODY = "everybody", _("wszyscy")
    GUESTS = "guests", _("niezalogowani")
    SIGNED_IN = "signed_in", _("zalogowani")


def every_language() -> list[str]:
    """Codes of all languages of the portal."""
    return [code for code, _name in settings.LANGUAGES]


class Banner(models.Model):
    """A message above pages, from a moment to another."""

    level = models.CharField(
        _("ważność"), max_length=10, choices=BannerLevel.choices, default=BannerLevel.INFO
    )
    text_pl = models.CharField(_("treść po polsku"), max_length=300)
    text_en = models.CharField(_("treść po angielsku"), max_length=300, blank=True)
    text_de = models.CharField(_("treść po niemiecku"), max_length=300, blank=True)
    link = models.CharField(
        _("dowiedz się więcej"), max_length=500, blank=True, validators=[LOCAL_OR_SECURE]
    )
    starts_at = models.DateTimeField(_("od"), default=timezone.now)
    ends_at = models.DateTimeField(_("do"))
    path_prefix = models.CharField(
        _("na których stronach"),
        max_length=300,
        default="/",
        validators=[LOCAL],
        help_text=_("Początek adresu, na przykład /konsultacje/; sam ukośnik to cały portal."),
    )
    audience = models.CharField(
        _("dla kogo"),
        max_length=10,
        choices=BannerAudience.choices,
        default=BannerAudience.EVERYBODY,
    )
    languages = ArrayField(
        models.CharField(max_length=2, choices=settings.LANGUAGES),
        verbose_name=_("w których językach"),
        default=every_language,
    )
    is_dismissible = models.BooleanField(_("można zamknąć"), default=True)

    class Meta:
        verbose_name = _("komunikat")
        verbose_name_plural = _("komunikaty")
        ordering = ["-starts_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_at__gt=F("starts_at")),
                name="banner_ends_after_start",
                violation_error_message=_("Komunikat musi się kończyć po tym, jak się zacznie."),
            ),
        ]
        indexes = [models.Index(fields=["ends_at"], name="banner_by_end")]

    def __str__(self) -> str:
        return self.text_pl
