"""Registers come in from spreadsheets: checked first, safe to repeat, confirmed values kept."""

from __future__ import annotations

import datetime
import io
from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from openpyxl import Workbook

from organizations.models import (
    ChangeSuggestion,
    ImportRun,
    ImportStage,
    Organization,
    Publication,
    ValueSource,
)
from tests.accounts.factories import AdministratorFactory, UserFactory
from tests.organizations.factories import OrganizationFactory, OrganizationMembershipFactory

pytestmark = pytest.mark.django_db

HEADER = "Nazwa;KRS;NIP;Miejscowość;Gmina;Telefon;Data wpisu\n"
MEADOW = "Fundacja Łąka;123456;123-456-32-18;Nysa;Nysa;77 000 00 01;01.02.2010\n"
FOREST = "Stowarzyszenie Las;0000654321;;Opole;1661011;;2015-03-04\n"


class Importer:
    """An administrator at the import pages; workers run at once."""

    def __init__(self, client: Client, capture: Callable[..., Any]) -> None:
        self.client = client
        self.capture = capture

    def upload(self, content: bytes, name: str = "rejestr.csv") -> Any:
        """Send a file."""
        return self.client.post(
            reverse("organizations:imports"),
            {
                "source": "Rejestr próbny",
                "checked_on": "2026-01-15",
                "file": SimpleUploadedFile(name, content),
            },
        )

    def check(self, content: bytes, name: str = "rejestr.csv") -> ImportRun:
        """Send a file and accept the columns as guessed."""
        response = self.upload(content, name)
        assert response.status_code == 302, response.content.decode()
        run = ImportRun.objects.get(pk=response.url.rstrip("/").rsplit("/", 1)[-1])
        form = self.client.get(response.url).context["form"]
        data = {field.html_name: field.initial or "" for field in form}
        with self.capture(execute=True):
            self.client.post(reverse("organizations:import_columns", args=[run.pk]), data)
        run.refresh_from_db()
        return run

    def carry_out(self, content: bytes, name: str = "rejestr.csv") -> ImportRun:
        """The whole way."""
        run = self.check(content, name)
        with self.capture(execute=True):
            self.client.post(reverse("organizations:import_agree", args=[run.pk]))
        run.refresh_from_db()
        return run


@pytest.fixture
def importer(
    as_user: Callable[..., Client],
    tasks_at_once: None,
    django_capture_on_commit_callbacks: Callable[..., Any],
) -> Importer:
    """Somebody who may import."""
    return Importer(as_user(AdministratorFactory()), django_capture_on_commit_callbacks)


def _counts(run: ImportRun) -> dict[str, int]:
    names = ("new", "changed", "same", "wrong", "suggested")
    counts = {name: getattr(run, f"{name}_count") for name in names}
    return {name: count for name, count in counts.items() if count}


def test_the_check_counts_and_writes_nothing(importer: Importer) -> None:
    run = importer.check((HEADER + MEADOW + FOREST).encode())

    assert (run.stage, _counts(run)) == (ImportStage.CHECKED, {"new": 2})
    assert Organization.objects.count() == 0
    page = importer.client.get(run.get_absolute_url()).content.decode()
    assert "Fundacja Łąka" in page


def test_agreed_rows_become_profiles_that_search_finds(importer: Importer) -> None:
    run = importer.carry_out((HEADER + MEADOW + FOREST).encode())

    assert (run.stage, _counts(run)) == (ImportStage.DONE, {"new": 2})
    meadow = Organization.objects.get(krs="0000123456")
    assert (meadow.nip, meadow.county_id, meadow.gmina_id) == ("1234563218", "1607", "1607053")
    assert str(meadow.registered_on) == "2010-02-01"
    assert (meadow.legal_form, meadow.source) == ("foundation", "Rejestr próbny")
    assert meadow.publication == Publication.PUBLISHED
    page = Client().get(reverse("organizations:list"), {"q": "łąki"}).content.decode()
    assert "Fundacja Łąka" in page


def test_repeating_changes_nothing(importer: Importer) -> None:
    content = (HEADER + MEADOW + FOREST).encode()
    importer.carry_out(content)
    before = list(Organization.objects.order_by("pk").values("pk", "slug", "updated_at"))

    run = importer.carry_out(content)

    assert _counts(run) == {"same": 2}
    assert list(Organization.objects.order_by("pk").values("pk", "slug", "updated_at")) == before


@pytest.mark.parametrize(
    "known", [{"krs": "0000123456"}, {"nip": "1234563218"}, {"krs": "", "nip": "1234563218"}]
)
def test_rows_are_known_by_their_numbers(importer: Importer, known: dict[str, str]) -> None:
    kept = OrganizationFactory(name="Fundacja Łąka (stara nazwa)", legal_form="foundation", **known)

    run = importer.carry_out((HEADER + MEADOW).encode())

    assert _counts(run) == {"changed": 1}
    kept.refresh_from_db()
    assert (kept.name, kept.krs, kept.nip) == ("Fundacja Łąka", "0000123456", "1234563218")
    assert kept.events.count() == 2  # the register's values keep their history


def test_numbers_of_two_organizations_in_one_row_are_a_mistake(importer: Importer) -> None:
    OrganizationFactory(krs="0000123456")
    OrganizationFactory(nip="1234563218")

    run = importer.carry_out((HEADER + MEADOW).encode())

    assert _counts(run) == {"wrong": 1}


def test_confirmed_values_are_only_suggested(importer: Importer) -> None:
    organization = OrganizationFactory(
        name="Fundacja Łąka", legal_form="foundation", krs="0000123456", phone="77 000 99 99"
    )
    ValueSource.objects.create(
        organization=organization,
        field="phone",
        source="organizacja",
        checked_on="2026-01-01",
        is_confirmed=True,
    )

    for _time in range(2):
        run = importer.carry_out((HEADER + MEADOW).encode())
        assert run.suggested_count == 1

    organization.refresh_from_db()
    assert (organization.phone, organization.town) == ("77 000 99 99", "Nysa")
    suggestion = ChangeSuggestion.objects.get()
    assert (suggestion.field, suggestion.suggested_value) == ("phone", "77 000 00 01")


def test_wrong_rows_are_told_and_come_back_as_a_file(importer: Importer) -> None:
    wrong = (
        "Zły NIP;0000000001;1234563219;;;;\n"
        "Bez numeru;;;;;;\n"
        ";0000000002;;;;;\n"
        "Zła gmina;0000000003;;;Atlantyda;;\n"
        "Powtórzona;123456;;;;;\n"
        "=HYPERLINK(1);0000000004;;;;;\n"
        "Zła data;0000000005;;;;;wczoraj\n"
    )

    run = importer.carry_out((HEADER + MEADOW + wrong).encode())

    assert _counts(run) == {"new": 1, "wrong": 7}
    response = importer.client.get(reverse("organizations:import_errors", args=[run.pk]))
    lines = b"".join(response.streaming_content).decode("utf-8-sig").splitlines()
    assert len(lines) == 8
    assert lines[1].startswith("3;")
    assert "poprawny NIP" in lines[1]
    assert "już w wierszu 2" in lines[5]
    assert not any(cell.startswith("=") for line in lines for cell in line.split(";"))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1250", "iso-8859-2"])
def test_polish_encodings_are_read(importer: Importer, encoding: str) -> None:
    importer.carry_out((HEADER + MEADOW).encode(encoding))

    assert Organization.objects.get().name == "Fundacja Łąka"


def test_commas_titles_and_line_breaks_in_cells_are_read(importer: Importer) -> None:
    content = 'Wykaz stowarzyszeń\n\nNazwa,REGON\n"Stowarzyszenie\n„Las, łąka”",123456785\n\n'

    importer.carry_out(content.encode())

    assert Organization.objects.get().name == "Stowarzyszenie „Las, łąka”"


def test_spreadsheets_are_read_with_numbers_and_dates(importer: Importer) -> None:
    book = Workbook()
    book.active.append(["Nazwa", "KRS", "NIP", "Data wpisu"])
    book.active.append(["Fundacja Łąka", 123456, 1234563218.0, datetime.date(2010, 2, 1)])
    stream = io.BytesIO()
    book.save(stream)

    importer.carry_out(stream.getvalue(), "rejestr.xlsx")

    meadow = Organization.objects.get()
    assert (meadow.krs, meadow.nip) == ("0000123456", "1234563218")
    assert str(meadow.registered_on) == "2010-02-01"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("rejestr.csv", b""),
        ("rejestr.csv", b"jedna kolumna\nbez tabeli\n"),
        ("rejestr.xlsx", b"to nie jest arkusz"),
        ("rejestr.exe", b"MZ\x90\x00"),
        ("rejestr.pdf", b"%PDF-1.4\n%%EOF\n"),
    ],
)
def test_what_is_no_table_is_refused_in_words(
    importer: Importer, name: str, content: bytes
) -> None:
    response = importer.upload(content, name)

    assert response.status_code == 200
    assert "error" in response.content.decode() or "Błąd" in response.content.decode()
    assert ImportRun.objects.count() == 0


def test_columns_must_hold_a_name_and_a_number(importer: Importer) -> None:
    run = ImportRun.objects.get(
        pk=importer.upload((HEADER + MEADOW).encode()).url.rstrip("/").rsplit("/", 1)[-1]
    )

    page = importer.client.post(
        reverse("organizations:import_columns", args=[run.pk]),
        {"column_0": "town", "column_1": "town"},
    )

    assert page.status_code == 200
    run.refresh_from_db()
    assert run.stage == ImportStage.UPLOADED


def test_a_run_is_started_once(importer: Importer) -> None:
    run = importer.carry_out((HEADER + MEADOW).encode())

    importer.client.post(reverse("organizations:import_agree", args=[run.pk]))

    run.refresh_from_db()
    assert run.stage == ImportStage.DONE


def test_slugs_stay_unique_when_names_do_not(importer: Importer) -> None:
    OrganizationFactory(name="Klub Seniora", slug="klub-seniora")
    rows = "".join(f"Klub Seniora;000000{number:04d};;;;;\n" for number in range(1, 4))

    importer.carry_out((HEADER + rows).encode())

    slugs = list(Organization.objects.values_list("slug", flat=True))
    assert len(slugs) == len(set(slugs)) == 4


def test_others_may_not_import(as_user: Callable[..., Client]) -> None:
    for person in (UserFactory(), OrganizationMembershipFactory(role="owner").user):
        assert as_user(person).get(reverse("organizations:imports")).status_code == 403
    assert as_user(None).get(reverse("organizations:imports")).status_code == 302
