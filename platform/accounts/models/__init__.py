"""Users, the base of memberships, what users agreed to, and who acted in their name."""

from accounts.models.consents import Consent, ConsentPurpose
from accounts.models.impersonations import ImpersonatedChange, Impersonation
from accounts.models.memberships import MembershipBase
from accounts.models.retention import RetentionRun
from accounts.models.users import User, UserManager

__all__ = [
    "Consent",
    "ConsentPurpose",
    "ImpersonatedChange",
    "Impersonation",
    "MembershipBase",
    "RetentionRun",
    "User",
    "UserManager",
]
