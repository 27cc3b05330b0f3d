"""Work of the directory in the background."""

from __future__ import annotations

from celery import shared_task
from django.utils.translation import gettext as _

from organizations.domain import needs
from organizations.domain.freshness import (
    ask_about_initiatives,
    ask_keepers,
    ask_plenipotentiaries,
)
from organizations.domain.importing import check_register, fail_import, import_register
from organizations.domain.partnership_calls import remind_of_ended_calls
from organizations.domain.saved_searches import tell_of_new_matches
from organizations.models import ImportRun, ImportStage, NeedsEdition
from organizations.web.filters import matching_organizations


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
    """Once a day: ask about profiles, contacts and initiatives unconfirmed for a year."""
    return ask_keepers() + ask_plenipotentiaries() + ask_about_initiatives()


@shared_task
def tell_of_search_matches() -> int:
    """Once a day: new organizations in searches that people keep."""
    return tell_of_new_matches(matching_organizations)


@shared_task
def ask_what_came_of_calls() -> int:
    """Once a day: callers whose deadline has passed are asked, once, what came of it."""
    return remind_of_ended_calls()


@shared_task
def invite_to_needs(edition_id: int) -> int:
    """Invite organizations to an edition of the needs analysis; nobody is invited twice."""
    edition = NeedsEdition.objects.filter(pk=edition_id).first()
    return needs.invite_organizations(edition) if edition else 0


@shared_task
def go_on_with_needs() -> int:
    """Once an hour: invitations that a lost worker owes, reminders in the last week."""
    return needs.resume_inviting() + needs.remind_before_the_end()
