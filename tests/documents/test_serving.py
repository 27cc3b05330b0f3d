"""Stored files are answered with their Polish names and can never act as pages."""

from __future__ import annotations

from typing import Any
from urllib.parse import unquote

import pytest
from django.test import RequestFactory

from documents.models import StoredFile
from documents.serving import file_response
from documents.storing import store_bytes
from documents.uploads import KINDS
from tests.documents.uploaded import pdf_file

pytestmark = pytest.mark.django_db
CONTENT = b"tresc"
NAME = "Uchwała nr 5 – załącznik „A”.pdf"


def stored(kind: str = "pdf", name: str = NAME, **more: Any) -> StoredFile:
    content = pdf_file() if kind == "pdf" else CONTENT
    return store_bytes(content, name=name, kind=kind, **more)


def answer(file: StoredFile, *, as_attachment: bool = True, **headers: str) -> Any:
    request = RequestFactory().get("/", headers=headers)
    return file_response(file, as_attachment, request)


def test_the_content_comes_with_its_length_and_type() -> None:
    file = stored()

    response = answer(file)

    assert response.status_code == 200
    assert b"".join(response.streaming_content) == file.file.open().read()
    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Length"] == str(file.size)


def test_polish_names_reach_the_reader() -> None:
    disposition = answer(stored())["Content-Disposition"]

    kind, name = disposition.split("; ", 1)
    assert kind == "attachment"
    assert name.startswith("filename*=utf-8''")
    assert unquote(name.split("''")[1]) == NAME


@pytest.mark.parametrize("name", ['a"b.pdf', "a\r\nSet-Cookie: x=1.pdf", "a;b.pdf"])
def test_a_name_cannot_break_out_of_its_header(name: str) -> None:
    response = answer(stored(name=name))

    assert "Set-Cookie" not in response
    assert "\n" not in response["Content-Disposition"]


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_only_what_cannot_act_is_shown_in_the_browser(kind: str) -> None:
    response = answer(stored(kind, f"plik.{kind}"), as_attachment=False)

    shown = response["Content-Disposition"].startswith("inline")
    assert shown == (kind in {"pdf", "png", "jpeg", "webp", "txt"})


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_no_file_runs_anything_in_the_portals_name(kind: str) -> None:
    response = answer(stored(kind, f"plik.{kind}"), as_attachment=False)

    policy = response["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "script-src" not in policy
    # A sandbox would keep browsers' own PDF viewers from starting.
    assert policy.startswith("sandbox") == (kind != "pdf")
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Cross-Origin-Resource-Policy"] == "same-origin"


def test_a_reader_who_has_the_file_is_told_so() -> None:
    file = stored()
    etag = answer(file)["ETag"]

    again = answer(file, if_none_match=etag)

    assert again.status_code == 304
    assert again.content == b""
    assert again["ETag"] == etag == f'"{file.sha256}"'
    assert answer(file, if_none_match='"inny"').status_code == 200


def test_a_reader_who_has_it_since_its_date_is_told_so() -> None:
    file = stored()
    date = answer(file)["Last-Modified"]

    assert answer(file, if_modified_since=date).status_code == 304


@pytest.mark.parametrize(("is_public", "expected"), [(True, "public"), (False, "private")])
def test_private_files_are_not_kept_by_shared_caches(is_public: bool, expected: str) -> None:
    response = answer(stored(is_public=is_public))

    assert response["Cache-Control"] == f"{expected}, no-cache"
