"""Akoma Ntoso 3.0 (OASIS LegalDocML) both ways; see docs/decisions/0004-akoma-ntoso.md."""

from .metadata import ActMetadata
from .reading import from_akoma_ntoso, is_akoma_ntoso
from .schema import schema_errors
from .writing import to_akoma_ntoso

__all__ = [
    "ActMetadata",
    "from_akoma_ntoso",
    "is_akoma_ntoso",
    "schema_errors",
    "to_akoma_ntoso",
]
