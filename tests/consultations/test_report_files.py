"""Long reports are made by a worker, once for each content, and no killed worker loses one."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.core.files.storage import default_storage
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pypdf import PdfReader

from accounts import retention
from consultations import tasks
from consultations.domain import report_files
from consultations.models import Consultation, Remark, ReportFile, ReportState, Verdict
from documents.exports import FORMATS
from documents.models import StoredFile
from tests.consultations import factories as make

pytestmark = pytest.mark.django_db
SignIn = Callable[[Any], Client]


@pytest.fixture(autouse=True)
def _two_remarks_are_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(report_files, "AT_ONCE_REMARKS", 1)


@pytest.fixture
def consultation() -> Consultation:
    consultation = make.open_consultation()
    make.answer(make.remark_on(consultation, "par_1", text="Pierwsza uwaga"), Verdict.PARTLY)
    make.paper_remark(consultation)
    return make.publish_results(consultation)


def address(consultation: Consultation, format: str = "json") -> str:
    return reverse("consultations:report", args=[consultation.slug, format])


def work() -> None:
    """What a worker does with everything that was asked for."""
    for key in ReportFile.objects.filter(state="queued").values_list("pk", flat=True):
        tasks.make_report(key)


def silent_for(report: ReportFile, minutes: int) -> None:
    moment = timezone.now() - timedelta(minutes=minutes)
    ReportFile.objects.filter(pk=report.pk).update(touched_at=moment)


def test_publishing_results_asks_for_every_format(consultation: Consultation) -> None:
    assert set(consultation.report_files.values_list("format", "state")) == {
        (format, "queued") for format in FORMATS
    }


def test_whoever_asks_too_early_sees_the_progress(
    client: Client, consultation: Consultation
) -> None:
    report = consultation.report_files.get(format="json")
    ReportFile.objects.filter(pk=report.pk).update(state="writing", done=3, total=8)

    response = client.get(address(consultation))

    page = response.content.decode()
    assert response.status_code == 202
    assert '<progress class="progress__bar progress__bar--short" value="3" max="8"' in page
    assert f'hx-get="{reverse("consultations:report_files", args=[consultation.slug])}"' in page


@pytest.mark.parametrize("format", ["pdf", "docx", "xlsx", "ods", "csv", "json"])
def test_a_finished_file_is_handed_out(
    client: Client, consultation: Consultation, format: str
) -> None:
    tasks.make_report(consultation.report_files.get(format=format).pk)

    response = client.get(address(consultation, format))

    body = b"".join(response.streaming_content)  # type: ignore[attr-defined]
    report = consultation.report_files.get(format=format)
    assert response.status_code == 200
    assert f"raport-{consultation.slug[:60]}.{format}" in response["Content-Disposition"]
    assert report.file is not None
    assert len(body) == report.file.size
    assert report.done == report.total
    if format == "pdf":
        words = " ".join(
            " ".join(p.extract_text() for p in PdfReader(io.BytesIO(body)).pages).split()
        )
        assert "Na tym raport zakończono. Zestawienie zawiera 2" in words
        assert "Uwagi według jednostek redakcyjnych" in words


def test_the_same_content_is_made_once(client: Client, consultation: Consultation) -> None:
    work()
    made = set(ReportFile.objects.values_list("pk", "file"))

    client.get(address(consultation))
    work()

    assert set(ReportFile.objects.values_list("pk", "file")) == made


def test_a_changed_remark_makes_another_file_and_lets_go_of_the_old_one(
    client: Client, consultation: Consultation, django_capture_on_commit_callbacks: Any
) -> None:
    work()
    old = consultation.report_files.get(format="json")
    assert old.file is not None
    name = old.file.file.name
    Remark.objects.filter(text="Pierwsza uwaga").update(submitter_name="Usunięte konto")

    assert client.get(address(consultation)).status_code == 202
    with django_capture_on_commit_callbacks(execute=True):
        work()

    body = b"".join(client.get(address(consultation)).streaming_content)  # type: ignore[attr-defined]
    assert "Usunięte konto" in str(json.loads(body))
    assert not ReportFile.objects.filter(pk=old.pk).exists()
    assert not StoredFile.objects.filter(pk=old.file_id).exists()
    assert not default_storage.exists(name)


def test_a_killed_worker_loses_nothing(consultation: Consultation) -> None:
    report = consultation.report_files.get(format="csv")
    ReportFile.objects.filter(pk=report.pk).update(state="writing", attempt=1)
    tasks.make_report(report.pk)  # a message delivered twice changes nothing: somebody is at it
    report.refresh_from_db()
    assert report.state == "writing"

    silent_for(report, minutes=7)
    assert report_files.resume_lost_reports() == 1
    tasks.make_report(report.pk)

    report.refresh_from_db()
    assert (report.state, report.attempt) == ("ready", 2)


def test_a_worker_that_was_taken_for_dead_does_not_overwrite_its_heir(
    consultation: Consultation, monkeypatch: pytest.MonkeyPatch
) -> None:
    report = consultation.report_files.get(format="csv")
    write = report_files.write_consultation_report

    def slow(*args: Any, **kwargs: Any) -> None:
        monkeypatch.setattr(report_files, "write_consultation_report", write)
        silent_for(report, minutes=7)
        tasks.make_report(report.pk)  # the heir, who finishes first
        write(*args, **kwargs)

    monkeypatch.setattr(report_files, "write_consultation_report", slow)
    tasks.make_report(report.pk)

    report.refresh_from_db()
    assert (report.state, report.attempt) == ("ready", 2)
    assert StoredFile.objects.filter(content_type="text/csv").count() == 1


def test_a_failure_is_told_and_can_be_tried_again(
    as_user: SignIn, consultation: Consultation, monkeypatch: pytest.MonkeyPatch
) -> None:
    report = consultation.report_files.get(format="csv")

    def broken(*args: Any, **kwargs: Any) -> None:
        raise OSError("disk full")

    with monkeypatch.context() as patched:
        patched.setattr(report_files, "write_consultation_report", broken)
        with pytest.raises(OSError, match="disk full"):
            tasks.make_report(report.pk)
    client = as_user(make.official())
    page = client.get(reverse("consultations:report_page", args=[consultation.slug]))
    assert "Spróbuj ponownie" in page.content.decode()

    client.post(reverse("consultations:retry_report", args=[consultation.slug, report.pk]))
    work()

    report.refresh_from_db()
    assert report.state == ReportState.READY


def test_before_the_results_only_the_office_may_look(as_user: SignIn) -> None:
    consultation = make.open_consultation()
    pages = [
        reverse("consultations:report_page", args=[consultation.slug]),
        reverse("consultations:report_files", args=[consultation.slug]),
    ]

    assert [as_user(None).get(page).status_code for page in pages] == [403, 403]
    assert [as_user(make.official()).get(page).status_code for page in pages] == [200, 200]


def test_the_page_shows_numbers_and_drawings_in_constant_queries(
    client: Client, consultation: Consultation, django_assert_max_num_queries: Any
) -> None:
    work()
    with django_assert_max_num_queries(32):
        page = client.get(reverse("consultations:report_page", args=[consultation.slug]))

    text = page.content.decode()
    assert text.count("<svg xmlns") >= 2
    assert "Jednostki z największą liczbą uwag" in text
    unit = BeautifulSoup(text, "html.parser").find("th", string="§ 1")
    assert [cell.text for cell in unit.find_next_siblings("td")] == ["1", "1"]


def test_old_files_go_when_their_time_is_over(consultation: Consultation) -> None:
    work()
    for report in ReportFile.objects.all():
        silent_for(report, minutes=60 * 24 * 91)
    rule = next(rule for rule in retention.rules() if rule.key == "pliki-raportow")

    rule.remove(timezone.now() - rule.kept_for)

    assert not ReportFile.objects.exists()
    assert not StoredFile.objects.filter(original_name__startswith="raport-").exists()
