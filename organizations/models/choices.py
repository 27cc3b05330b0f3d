"""Closed lists that describe organizations and public bodies."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class LegalForm(models.TextChoices):
    """Legal forms of organizations in the meaning of art. 3 of the public benefit act."""

    ASSOCIATION = "association", _("stowarzyszenie")
    SIMPLE_ASSOCIATION = "simple_association", _("stowarzyszenie zwykłe")
    FOUNDATION = "foundation", _("fundacja")
    SPORTS_CLUB = "sports_club", _("klub sportowy")
    KGW = "kgw", _("koło gospodyń wiejskich")
    OSP = "osp", _("ochotnicza straż pożarna")
    SOCIAL_COOPERATIVE = "social_cooperative", _("spółdzielnia socjalna")
    UNION = "union", _("związek stowarzyszeń")
    CHURCH_UNIT = "church_unit", _("kościelna osoba prawna")
    NONPROFIT_COMPANY = "nonprofit_company", _("spółka non profit")
    FARMERS_CIRCLE = "farmers_circle", _("kółko rolnicze")
    OTHER = "other", _("inna forma")


class OrganizationStatus(models.TextChoices):
    """What the register says of the organization's life."""

    ACTIVE = "active", _("działa")
    SUSPENDED = "suspended", _("zawiesiła działalność")
    IN_LIQUIDATION = "in_liquidation", _("w likwidacji")
    STRUCK_OFF = "struck_off", _("wykreślona z rejestru")


class Publication(models.TextChoices):
    """Whether the profile is shown."""

    PROPOSED = "proposed", _("czeka na sprawdzenie")
    PUBLISHED = "published", _("opublikowana")
    HIDDEN = "hidden", _("ukryta")
    MERGED = "merged", _("połączona z inną")


class Register(models.TextChoices):
    """The register that keeps the organization."""

    KRS = "krs", _("Krajowy Rejestr Sądowy")
    COUNTY = "county", _("ewidencja starosty")
    ARIMR = "arimr", _("Krajowy Rejestr Kół Gospodyń Wiejskich (ARiMR)")
    CHURCH = "church", _("rejestr kościelny lub wojewody")
    OTHER = "other", _("inny rejestr")


class Reach(models.TextChoices):
    """How far the organization works."""

    GMINA = "gmina", _("gmina lub kilka gmin")
    COUNTY = "county", _("powiat lub kilka powiatów")
    VOIVODESHIP = "voivodeship", _("województwo")
    COUNTRY = "country", _("cały kraj")
    ABROAD = "abroad", _("także za granicą")


class Language(models.TextChoices):
    """Languages in which organizations of the region serve people."""

    POLISH = "pl", _("polski")
    GERMAN = "de", _("niemiecki")
    SILESIAN = "szl", _("śląski")
    UKRAINIAN = "uk", _("ukraiński")
    ENGLISH = "en", _("angielski")
    CZECH = "cs", _("czeski")
    ROMANI = "rom", _("romski")
    RUSSIAN = "ru", _("rosyjski")
    SIGN = "pjm", _("polski język migowy")
