"""How authors are shown to the public."""

from __future__ import annotations

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
