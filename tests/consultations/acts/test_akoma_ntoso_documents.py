"""Drafts as offices write them survive the way from file to Akoma Ntoso and back."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from consultations.acts.akoma_ntoso import (
    ActMetadata,
    from_akoma_ntoso,
    schema_errors,
    to_akoma_ntoso,
)
from consultations.acts.reading import read_document

DOCUMENTS = sorted(
    path
    for path in (Path(__file__).parent / "documents").iterdir()
    if path.suffix in {".txt", ".html", ".docx", ".odt", ".pdf"}
)


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_a_draft_comes_back_as_it_was_read(path: Path) -> None:
    with path.open("rb") as stream:
        draft = read_document(stream, path.name)

    xml = to_akoma_ntoso(draft, ActMetadata(authority="Urząd", drafted_on=date(2026, 1, 1)))
    again = from_akoma_ntoso(xml)

    assert schema_errors(xml) == []
    assert again.units == draft.units
    assert (again.kind, again.title, again.preface) == (draft.kind, draft.title, draft.preface)
