"""The form field gives a checked file, or one sentence at the field."""

from __future__ import annotations

from typing import Any

import pytest
from django import forms
from django.core.files.base import File
from django.utils.translation import override

from documents.forms import CheckedFileField
from tests.documents.uploaded import encrypted_ooxml, pdf_file, upload


class DraftForm(forms.Form):
    """A form as an activity writes it."""

    draft = CheckedFileField(label="Projekt", allowed={"pdf", "docx"}, max_bytes=10_000)


class OptionalForm(forms.Form):
    """A form whose file may be left out."""

    draft = CheckedFileField(required=False)


def filled(content: bytes, name: str = "projekt.pdf") -> DraftForm:
    return DraftForm({}, {"draft": upload(content, name)})


@pytest.mark.parametrize(
    ("language", "hint"),
    [("pl", "PDF, DOCX, do 9,8 KB"), ("en", "PDF, DOCX, up to 9.8 KB")],
)
def test_what_may_come_is_said_in_the_readers_language(language: str, hint: str) -> None:
    with override(language):
        assert str(DraftForm().fields["draft"].help_text) == hint


def test_a_good_file_comes_out_checked() -> None:
    form = filled(pdf_file())

    assert form.is_valid()
    assert form.cleaned_data["draft"].kind == "pdf"
    assert form.cleaned_data["draft"].name == "projekt.pdf"


def test_a_refusal_is_the_fields_error() -> None:
    form = filled(encrypted_ooxml())

    assert not form.is_valid()
    assert form.errors.as_data()["draft"][0].code == "encrypted"
    assert form.errors["draft"] == [
        "Plik jest zabezpieczony hasłem. Usuń hasło i wyślij go ponownie."
    ]


def test_an_empty_file_is_refused_in_the_same_words() -> None:
    assert filled(b"").errors["draft"] == ["Plik jest pusty."]


def test_a_file_over_the_limit_tells_both_numbers() -> None:
    assert filled(b"%PDF-" + b"x" * 20_000).errors["draft"] == [
        "Plik ma 19,6 KB, a największy dozwolony to 9,8 KB."
    ]


def test_no_file_is_an_error_only_where_one_is_needed() -> None:
    assert not DraftForm({}, {}).is_valid()
    form = OptionalForm({}, {})
    assert form.is_valid()
    assert form.cleaned_data["draft"] is None


def test_a_file_kept_from_before_stays() -> None:
    before: Any = File(None, name="dawny.pdf")

    form = DraftForm({}, {}, initial={"draft": before})

    assert form.is_valid()
    assert form.cleaned_data["draft"] is before


def test_the_dialog_shows_only_what_is_accepted() -> None:
    html = str(DraftForm()["draft"])

    assert 'accept=".docx,.pdf"' in html
    assert DraftForm().fields["draft"].help_text == "PDF, DOCX, do 9,8 KB"


def test_the_portals_limit_holds_where_none_is_given(settings: Any) -> None:
    assert OptionalForm().fields["draft"].max_bytes == settings.MAX_UPLOAD_BYTES
