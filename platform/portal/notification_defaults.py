"""Who hears of what by which channel, while they have chosen nothing: one table for the portal.

Rows are kinds, columns are roles. An empty cell, a kind without a row, and people without any of
these roles keep what the kind itself says (mostly inbox and e-mail at once). Who has two roles
hears by both channels and at the quicker pace. What somebody must act upon comes at once, and to
the phone where it does not wait until tomorrow; what one does for a living is gathered daily.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from django.utils.translation import gettext_lazy as _

from accounts.models import User
from awards.models import Juror
from notifications import defaults
from notifications.defaults import Default, Role
from notifications.models import EmailPace
from organizations.models import OrganizationMembership, PublicBodyMembership

BOX = Default()
WEEKLY = Default(email=EmailPace.WEEKLY)
DAILY = Default(email=EmailPace.DAILY)
MAIL = Default(email=EmailPace.AT_ONCE)
PHONE = Default(email=EmailPace.AT_ONCE, push=True)
NONE = None  # as the kind itself says

MEMBER, OFFICIAL, ADMINISTRATOR, JUROR = COLUMNS = (
    "member",
    "official",
    "administrator",
    "juror",
)

# fmt: off
TABLE: dict[str, tuple[Default | None, ...]] = {
    #                                        member  official administrator juror
    "consultations.announced":              (MAIL,   DAILY,   BOX,    NONE),
    "consultations.opened":                 (PHONE,  DAILY,   BOX,    NONE),
    "consultations.extended":               (MAIL,   DAILY,   BOX,    NONE),
    "consultations.closed":                 (DAILY,  MAIL,    BOX,    NONE),
    "consultations.results":                (MAIL,   DAILY,   BOX,    NONE),
    "consultations.new_version":            (MAIL,   DAILY,   BOX,    NONE),
    "consultations.meeting_announced":      (MAIL,   DAILY,   BOX,    NONE),
    "consultations.meeting_moved":          (PHONE,  PHONE,   MAIL,   NONE),
    "consultations.meeting_cancelled":      (PHONE,  PHONE,   MAIL,   NONE),
    "consultations.remark_answered":        (PHONE,  NONE,    NONE,   NONE),
    "consultations.remark_to_answer":       (NONE,   DAILY,   NONE,   NONE),
    "consultations.remarks_assigned":       (NONE,   PHONE,   NONE,   NONE),
    "consultations.remark_reported":        (NONE,   MAIL,    PHONE,  NONE),
    "consultations.appeal_filed":           (NONE,   PHONE,   MAIL,   NONE),
    "standards.stage_changed":              (DAILY,  MAIL,    BOX,    NONE),
    "standards.meeting_changed":            (PHONE,  PHONE,   PHONE,  NONE),
    "standards.meeting_cancelled":          (PHONE,  PHONE,   PHONE,  NONE),
    "standards.application_received":       (NONE,   DAILY,   NONE,   NONE),
    "standards.complaint_received":         (NONE,   PHONE,   MAIL,   NONE),
    "events.announced":                     (MAIL,   DAILY,   BOX,    NONE),
    "events.cancelled":                     (PHONE,  PHONE,   MAIL,   NONE),
    "events.proposal_received":             (NONE,   DAILY,   NONE,   NONE),
    "events.exhibitor_received":            (NONE,   DAILY,   NONE,   NONE),
    "awards.opened":                        (MAIL,   DAILY,   BOX,    BOX),
    "awards.results":                       (MAIL,   DAILY,   BOX,    MAIL),
    "awards.cancelled":                     (MAIL,   DAILY,   BOX,    PHONE),
    "awards.completion_called":             (PHONE,  NONE,    NONE,   NONE),
    "awards.nomination_to_check":           (NONE,   DAILY,   NONE,   NONE),
    "awards.appeal_to_decide":              (NONE,   PHONE,   MAIL,   NONE),
    "awards.juror_appointed":               (NONE,   NONE,    NONE,   PHONE),
    "awards.juror_reminder":                (NONE,   NONE,    NONE,   PHONE),
    "quality_index.published":              (DAILY,  MAIL,    BOX,    NONE),
    "organizations.partners_sought":        (DAILY,  NONE,    NONE,   NONE),
    "organizations.interest_expressed":     (PHONE,  NONE,    NONE,   NONE),
    "organizations.partnership_message":    (PHONE,  NONE,    NONE,   NONE),
    "organizations.claim_submitted":        (NONE,   NONE,    DAILY,  NONE),
    "organizations.proposed":               (NONE,   NONE,    DAILY,  NONE),
    "organizations.initiative_proposed":    (NONE,   NONE,    DAILY,  NONE),
    "pages.news_published":                 (WEEKLY, WEEKLY,  BOX,    NONE),
    "pages.call_closing":                   (PHONE,  NONE,    NONE,   NONE),
    "pages.proposed":                       (NONE,   NONE,    DAILY,  NONE),
    "discussions.reported":                 (NONE,   NONE,    PHONE,  NONE),
    "discussions.private_post":             (PHONE,  MAIL,    MAIL,   MAIL),
}
# fmt: on


def members(ids: Collection[int]) -> Iterable[int]:
    """Those who act for an organization."""
    active = OrganizationMembership.objects.filter(user_id__in=ids, is_active=True)
    return active.values_list("user_id", flat=True)


def officials(ids: Collection[int]) -> Iterable[int]:
    """Those who act for a public body."""
    active = PublicBodyMembership.objects.filter(user_id__in=ids, is_active=True)
    return active.values_list("user_id", flat=True)


def administrators(ids: Collection[int]) -> Iterable[int]:
    """Those who administer the portal."""
    return User.objects.filter(pk__in=ids, is_staff=True).values_list("pk", flat=True)


def jurors(ids: Collection[int]) -> Iterable[int]:
    """Those who sit in a jury."""
    seats = Juror.objects.filter(user_id__in=ids, left_on=None)
    return [pk for pk in seats.values_list("user_id", flat=True) if pk]


ROLES = (
    Role(key=MEMBER, label=_("osoba z organizacji"), holders=members),
    Role(key=OFFICIAL, label=_("osoba z urzędu"), holders=officials),
    Role(key=ADMINISTRATOR, label=_("administrator portalu"), holders=administrators),
    Role(key=JUROR, label=_("członek kapituły"), holders=jurors),
)


def register() -> None:
    """Give the table to those who deliver."""
    table = {
        kind: {role: cell for role, cell in zip(COLUMNS, cells, strict=True) if cell}
        for kind, cells in TABLE.items()
    }
    defaults.set_table(ROLES, table)
