"""Work of the directory in the background."""

from __future__ import annotations

from smtplib import SMTPException

from celery import shared_task
from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from organizations.domain.freshness import ask_keepers, ask_plenipotentiaries
from organizations.domain.importing import check_register, fail_import, import_register
from organizations.domain.saved_searches import tell_of_new_matches
from organizations.models import ImportRun, ImportStage
from organizations.web.filters import matching_organizations


@shared_task(
    autoretry_for=(SMTPException, OSError), retry_backoff=30, retry_jitter=True, max_retries=8
)
def send_letter(name: str, address: str, context: dict[str, str]) -> None:
    """Send ``organizations/letters/<name>``; its first line is the subject."""
    text = render_to_string(f"organizations/letters/{name}.txt", context)
    subject, _blank, body = text.strip().partition("\n")
    send_mail(subject, body.strip(), None, [address])


@shared_task
def work_on_import(run_id: int) -> None:
    """Check or write a register; repeated after a killed worker it writes nothing twice."""
    run = ImportRun.objects.select_related("source", "file", "created_by").get(pk=run_id)
    try:
        if run.stage == ImportStage.CHECKING:
            check_register(run)
        elif run.stage == ImportStage.IMPORTING:
            import_register(run)
    except Exception:
        # The person who waits must see an end; the log has the cause.
        fail_import(run, _("Nieoczekiwany błąd. Administrator znajdzie przyczynę w logach."))
        raise


@shared_task
def ask_for_confirmation() -> int:
    """Once a day: ask keepers and plenipotentiaries whose data nobody has confirmed for a year."""
    return ask_keepers() + ask_plenipotentiaries()


@shared_task
def tell_of_search_matches() -> int:
    """Once a day: new organizations in searches that people keep."""
    return tell_of_new_matches(matching_organizations)
