"""Partners of the project as its page shows them."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from pages.models import Partner, PartnerRole


@dataclass(frozen=True, slots=True)
class ShownPartner:
    """One partner in the reader's language."""

    name: str
    role: str
    text: str = ""
    url: str = ""
    logo_url: str = ""
    logo_text: str = ""


def shown_partners() -> list[ShownPartner]:
    """Those that administrators keep; before there are any, those who began the project."""
    rows = [_shown(row) for row in Partner.objects.filter(is_shown=True)]
    return rows or _founders()


def _shown(row: Partner) -> ShownPartner:
    texts = {"pl": row.text_pl, "en": row.text_en, "de": row.text_de}
    return ShownPartner(
        name=row.name,
        role=row.get_role_display(),
        text=texts.get(get_language() or "pl") or row.text_pl,
        url=row.url,
        logo_url=row.get_logo_url() if row.logo_id else "",
        logo_text=row.logo_text,
    )


def _founders() -> list[ShownPartner]:
    leader, partner = str(PartnerRole.LEADER.label), str(PartnerRole.PARTNER.label)
    return [
        ShownPartner(_("Samorząd Województwa Opolskiego"), leader),
        ShownPartner(_("Opolskie Centrum Wspierania Inicjatyw Pozarządowych (OCWIP)"), partner),
        ShownPartner(
            _(
                "Opolskie Centrum Demokracji Lokalnej Fundacji Rozwoju Demokracji Lokalnej "
                "(OCDL FRDL)"
            ),
            partner,
        ),
        ShownPartner(_("Dom Współpracy Polsko-Niemieckiej (DWP-N)"), partner),
    ]
