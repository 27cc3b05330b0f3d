"""Organizations, public bodies and the people who act for them."""

from organizations.models.memberships import (
    OrganizationMembership,
    OrganizationRole,
    PublicBodyMembership,
    PublicBodyRole,
)
from organizations.models.organizations import LegalForm, Organization
from organizations.models.public_bodies import PublicBody, PublicBodyKind

__all__ = [
    "LegalForm",
    "Organization",
    "OrganizationMembership",
    "OrganizationRole",
    "PublicBody",
    "PublicBodyKind",
    "PublicBodyMembership",
    "PublicBodyRole",
]
