"""Users, the base of memberships, and what users agreed to."""

from accounts.models.consents import Consent, ConsentPurpose
from accounts.models.memberships import MembershipBase
from accounts.models.users import User, UserManager

__all__ = ["Consent", "ConsentPurpose", "MembershipBase", "User", "UserManager"]
