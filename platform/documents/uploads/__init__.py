"""Uploaded files, judged by what they contain and not by what they are called."""

from documents.uploads.checking import CheckedUpload, check_upload
from documents.uploads.kinds import DOCUMENTS, IMAGES, KINDS, SHEETS, Kind, labels
from documents.uploads.refusals import REASONS, UploadRefused, readable_size

__all__ = [
    "DOCUMENTS",
    "IMAGES",
    "KINDS",
    "REASONS",
    "SHEETS",
    "CheckedUpload",
    "Kind",
    "UploadRefused",
    "check_upload",
    "labels",
    "readable_size",
]
