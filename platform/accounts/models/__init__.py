"""Users and the base of memberships."""

from accounts.models.memberships import MembershipBase
from accounts.models.users import User

__all__ = ["MembershipBase", "User"]
