"""How authors are shown to the public."""

from __future__ import annotations

from typing import Any

from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

from consultations.models import Consultation, Identity, Remark


def public_author(remark: Remark, consultation: Consultation) -> str:
    """The signature under a remark.

    Organizations act publicly and are always named. Private persons are named or numbered as
    the consultation's rules say; the number is the remark's, so it tells nothing else.
    """
    if remark.organization_id is None and remark.author_id is None and not remark.submitter_name:
        return _("usunięty użytkownik")
    is_private = remark.organization_id is None and remark.channel == "portal"
    if is_private and consultation.identity == Identity.PSEUDONYMS:
        return _("Osoba prywatna nr %(number)s") % {"number": remark.number}
    return remark.submitter_name


def pseudonym(user: Any, remark: Remark) -> str:
    """Who speaks under a remark where the rules want pseudonyms.

    The office speaks by its name, the remark's author as on the remark. The number of others
    is the same in the whole consultation and cannot be traced back to the account.
    """
    consultation = remark.consultation
    if user is None:
        return _("usunięty użytkownik")
    if user.pk in _official_ids(consultation):
        return str(consultation.public_body)
    if user.pk == remark.author_id:
        return public_author(remark, consultation)
    digest = salted_hmac("consultations.pseudonym", f"{consultation.pk}:{user.pk}").hexdigest()
    return _("Uczestnik %(number)s") % {"number": int(digest[:8], 16) % 9000 + 1000}


def _official_ids(consultation: Consultation) -> set[int]:
    """People of the office; asked once for a page of posts."""
    known: set[int] | None = vars(consultation).get("official_ids")
    if known is None:
        members = consultation.public_body.memberships.filter(is_active=True)
        known = vars(consultation)["official_ids"] = set(members.values_list("user", flat=True))
    return known
