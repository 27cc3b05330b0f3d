"""Users, the base of memberships, what users agreed to, who acted in their name and saw data."""

from accounts.models.access_records import AccessRecord, SeenPerson
from accounts.models.consents import Consent, ConsentPurpose
from accounts.models.impersonations import ImpersonatedChange, Impersonation
from accounts.models.memberships import MembershipBase
from accounts.models.processing import ProcessingEntry
from accounts.models.retention import RetentionRun
from accounts.models.users import User, UserManager

__all__ = [
    "AccessRecord",
    "Consent",
    "ConsentPurpose",
    "ImpersonatedChange",
    "Impersonation",
    "MembershipBase",
    "ProcessingEntry",
    "RetentionRun",
    "SeenPerson",
    "User",
    "UserManager",
]
