"""Organizations, public bodies and the people who act for them."""

from organizations.models.choices import (
    Language,
    LegalForm,
    OrganizationStatus,
    Publication,
    Reach,
    Register,
)
from organizations.models.claims import (
    INVITATION_LASTS,
    ClaimProof,
    ClaimStatus,
    ProfileClaim,
    ProfileInvitation,
)
from organizations.models.deputations import Deputation
from organizations.models.extracts import AddressExtract, ExtractKind
from organizations.models.handovers import HandoverStatus, KeeperHandover
from organizations.models.imports import ImportRun, ImportSource, ImportStage
from organizations.models.initiatives import (
    Initiative,
    InitiativeImport,
    InitiativeReport,
    InitiativeStage,
    PhotoLicence,
)
from organizations.models.memberships import (
    OrganizationMembership,
    OrganizationRole,
    PublicBodyMembership,
    PublicBodyRole,
)
from organizations.models.merges import MergeRecord
from organizations.models.needs import NeedsEdition, NeedsInvitation
from organizations.models.organizations import Organization
from organizations.models.partnership_calls import (
    CallOutcome,
    CallState,
    InterestState,
    PartnershipCall,
    PartnershipInterest,
    PartnershipMessage,
    PartnershipSuggestion,
)
from organizations.models.partnerships import (
    PARTNERSHIP_TRANSITIONS,
    PartnerRole,
    Partnership,
    PartnershipMember,
    PartnershipStage,
    PartnershipStep,
)
from organizations.models.pictures import OrganizationPicture
from organizations.models.profile import (
    Affiliation,
    AffiliationKind,
    AnnualReport,
    OrganizationPerson,
    OrganizationProject,
    ValueSource,
)
from organizations.models.proposals import (
    ChangeSuggestion,
    Decision,
    OrganizationProposal,
)
from organizations.models.public_bodies import (
    Plenipotentiary,
    PublicBody,
    PublicBodyKind,
    PublicBodyUnit,
)
from organizations.models.reference import PublicBenefitField, TargetGroup
from organizations.models.saved_searches import SavedSearch

__all__ = [
    "INVITATION_LASTS",
    "PARTNERSHIP_TRANSITIONS",
    "AddressExtract",
    "Affiliation",
    "AffiliationKind",
    "AnnualReport",
    "CallOutcome",
    "CallState",
    "ChangeSuggestion",
    "ClaimProof",
    "ClaimStatus",
    "Decision",
    "Deputation",
    "ExtractKind",
    "HandoverStatus",
    "ImportRun",
    "ImportSource",
    "ImportStage",
    "Initiative",
    "InitiativeImport",
    "InitiativeReport",
    "InitiativeStage",
    "InterestState",
    "KeeperHandover",
    "Language",
    "LegalForm",
    "MergeRecord",
    "NeedsEdition",
    "NeedsInvitation",
    "Organization",
    "OrganizationMembership",
    "OrganizationPerson",
    "OrganizationPicture",
    "OrganizationProject",
    "OrganizationProposal",
    "OrganizationRole",
    "OrganizationStatus",
    "PartnerRole",
    "Partnership",
    "PartnershipCall",
    "PartnershipInterest",
    "PartnershipMember",
    "PartnershipMessage",
    "PartnershipStage",
    "PartnershipStep",
    "PartnershipSuggestion",
    "PhotoLicence",
    "Plenipotentiary",
    "ProfileClaim",
    "ProfileInvitation",
    "PublicBenefitField",
    "PublicBody",
    "PublicBodyKind",
    "PublicBodyMembership",
    "PublicBodyRole",
    "PublicBodyUnit",
    "Publication",
    "Reach",
    "Register",
    "SavedSearch",
    "TargetGroup",
    "ValueSource",
]
